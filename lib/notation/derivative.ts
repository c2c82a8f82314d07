/**
 * `\frac{d}{dx} f`, `\frac{df}{dx}`, `\frac{\partial^2 f}{\partial x \, \partial y}`, `\partial_x f`: the derivative at
 * the value that the variable has in this world.
 */
import { declaredName, differentiate, mentions, movingBy, variablesOf } from '../meaning/differentiate.ts';
import { attempt, Misshapen, Refusal } from '../meaning/refusal.ts';
import type { Bounded } from '../number/bounded.ts';
import { hessianOf } from '../meaning/hessian.ts';
import { shapedAs } from '../meaning/matrix.ts';
import { isMatrix, isNumber, kindOf } from '../meaning/value.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { slopeByRule, type Slope } from '../meaning/slope.ts';
import { type Prefix, power } from '../tex/parser.ts';
import { sameTree, tree, type Tree } from '../tex/tree.ts';
import { product } from './arithmetic.ts';
import { readFactor, readFraction, readOrder, signOf, variablesBelow } from './differential.ts';
import type { Notation, Print } from './notation.ts';

const subscript: Prefix = (p, token) => {
  let by: readonly Tree[] | null = null;
  let order = 0;
  for (;;) {
    if (!by && p.accept('_')) by = variablesBelow(p.group('_'));
    else if (!order && p.is('^')) order = readOrder(p, '\\partial');
    else break;
  }
  if (!by) throw p.error('\\partial does not say by what', token, 'write \\partial_x f or \\frac{\\partial f}{\\partial x}');
  if (order > 1 && by.length > 1) throw p.error('an order stands above several variables', token, 'write each as often');
  const all = order > 1 ? Array.from({ length: order }, () => by[0]!) : by;
  const names = tree('by', all, '', p.span(token.start));
  return p.node('derivative', [names, readFactor(p, '\\partial')], '\\partial_', token.start);
}; // prettier-ignore

/** The variables, and how often each in a row. */
function runs(by: Tree): [Tree, number][] {
  const found: [Tree, number][] = [];
  for (const variable of by.args) {
    const last = found.at(-1);
    if (last && sameTree(last[0], variable)) last[1]++;
    else found.push([variable, 1]);
  }
  return found;
}

const raised = (n: number): string => (n > 1 ? `^{${n}}` : '');

function printDerivative(t: Tree, print: Print): string {
  const [by, body] = t.args as [Tree, Tree];
  if (t.text === '\\partial_') {
    const same = runs(by).length === 1 && by.args.length > 1;
    const names = same ? print(by.args[0]!) : by.args.map((v) => print(v, power.list + 1)).join(', ');
    return `\\partial_{${names}}${same ? raised(by.args.length) : ''} ${print(body, power.product + 1)}`;
  }
  const sign = t.text.replace('/', '');
  const below = runs(by).map(([v, n]) => `${sign} ${print(v, power.postfix + 1)}${raised(n)}`);
  const above = `${sign}${raised(by.args.length)}`;
  if (t.text.endsWith('/')) return `\\frac{${above} ${print(body)}}{${below.join(' ')}}`;
  return `\\frac{${above}}{${below.join(' ')}} ${print(body, power.product + 1)}`;
}

/** A function by its name alone stands for its value at the variable: `\frac{df}{dx}`. */
export function applied(body: Tree, by: readonly Tree[], scope: Scope): Tree {
  if (body.op !== 'symbol' && body.op !== 'word') return body;
  const declared = scope.declarations.get(body.text);
  const call = (args: readonly Tree[]): Tree => tree('call', [body, tree('list', args, '', body.span)], '', body.span);
  if (declared) return declared.role === 'function' && by[0] ? call([by[0]]) : body;
  const found = scope.definitions.findLast((d) => d.pattern.op === 'call' && d.pattern.args[0]!.text === body.text);
  if (!found || found.pattern.args.length !== 2) return body;
  const formal = found.pattern.args[1]!.args;
  const has = (v: Tree): boolean => formal.some((f) => sameTree(f, v)) || (v.op === 'power' && has(v.args[0]!));
  if (by.every(has)) return call(formal);
  return formal.length === 1 && by[0] ? call([by[0]]) : body;
}

/** A derivative of what the variable does not occur in is more likely a slip than the number 0. */
export function demandMention(body: Tree, by: readonly Tree[], scope: Scope): void {
  const { print } = scope.shared;
  for (const variable of by) {
    if (mentions(body, declaredName(variable, scope).name, scope)) continue;
    throw new Refusal(`“${print(body)}” does not depend on “${print(variable)}”`, variable.span);
  }
}

/** `\frac{d\ell(a)}{d\theta}` of a function defined as \ell(\theta): its derivative, at a. */
function atArgument(t: Tree, scope: Scope): Tree | null {
  const [{ args: by }, body] = t.args as [Tree, Tree];
  if (body.op !== 'call' || by.some((v) => v.op !== 'symbol' || mentions(body, v.text, scope))) return null;
  const [head, ...groups] = body.args as [Tree, ...Tree[]];
  const found = scope.definitions.findLast(({ pattern: p }) => p.op === 'call' && p.text === body.text && sameTree(p.args[0]!, head)); // prettier-ignore
  if (!found) return null;
  const [formal, actual] = [found.pattern.args.slice(1), groups].map((list) => list.flatMap((group) => group.args));
  if (formal!.length !== actual!.length || !by.every((v) => formal!.some((f) => sameTree(f, v)))) return null;
  const is = tree('relation', [], '=', t.span);
  const places = formal!.flatMap((f, i) =>
    sameTree(f, actual![i]!) ? [] : [tree('chain', [f, is, actual![i]!], '', actual![i]!.span)],
  );
  return tree('at', [{ ...t, args: [t.args[0]!, found.pattern] }, tree('list', places, '', t.span)], '', t.span);
}

/** The slope by rule, where a name is moved as it is: not an entry of it, nor its square. `scope`: where it moves. */
function ruleFor(variable: Tree, body: Tree, scope: Scope): Slope | null {
  if (variable.op !== 'symbol') return null;
  // what has a meaning as a whole only is left to differences
  const rule = attempt(() => slopeByRule(body, declaredName(variable, scope).slot, scope));
  return rule instanceof Refusal ? null : rule;
}

function compile(t: Tree, scope: Scope): Code {
  const moved = atArgument(t, scope);
  if (moved) return scope.compile(moved);
  const by = t.args[0]!.args;
  const body = applied(t.args[1]!, by, scope);
  demandMention(body, by, scope);
  scope.shared.evidence.add('derivative');
  const moving = movingBy(by, scope);
  const inner = moving.compile(body);
  return runs(t.args[0]!).reduceRight((code, [variable, order]): Code => {
    const all = variablesOf(variable, scope);
    const rule = code === inner ? ruleFor(variable, body, moving) : null;
    return (env) => {
      const [one, ...more] = all(env);
      if (one && !more.length) return differentiate(code, one, order, env, body, rule);
      const held = env[one!.slot]!;
      const value = code(env);
      if (!isNumber(value) || !isMatrix(held) || order > 2)
        throw new Misshapen(`“${scope.shared.print(body)}” is ${kindOf(value)}: by “${scope.shared.print(variable)}” only the first and second derivatives of a number are read`, variable.span); // prettier-ignore
      if (order === 2) return hessianOf(code, [one!, ...more], env, body, scope);
      return shapedAs(held, [one!, ...more].map((v) => differentiate(code, v, 1, env, body) as Bounded)); // prettier-ignore
    };
  }, inner);
}

export const derivatives: Notation = {
  name: { en: 'derivatives', zh: '导数' },
  meaning: {
    en: 'By the variables below the fraction bar; the derivative of a number by a vector or matrix has the shape of that. A derivative in operator form takes the product that follows; one whose function stands above the bar is complete.',
    zh: '对分数线下方的变量求导；一个数对向量或矩阵的导数与后者同形。算子形式作用于其后的乘积；函数写在分子上时，式子本身已经完整。',
  },
  prefix: {
    '\\frac': (p, token) => {
      const sign = signOf(p);
      return sign ? readFraction(p, sign, token.start) : product.prefix!['\\frac']!(p, token);
    },
    '\\partial': subscript,
  },
  ops: {
    derivative: { binds: power.sum + 5, print: printDerivative, compile },
    by: { binds: 100, print: (t, print) => t.args.map((v) => print(v)).join(', ') },
  },
  examples: [
    { tex: '\\frac{d}{dx} x^2 y + z', tree: '(add (derivative "d" (by x) (multiply (power x 2) y)) z)' },
    { tex: '\\frac{\\mathrm{d}\\ell}{\\mathrm{d}\\theta}', tree: '(derivative "d/" (by \\theta) \\ell)' },
    {
      tex: '\\frac{\\partial^2 f(x, y)}{\\partial x \\, \\partial y}',
      tree: '(derivative "\\\\partial/" (by x y) (call f (list x y)))',
    },
    {
      tex: '\\frac{\\partial^2}{\\partial\\theta^2} \\log a',
      tree: '(derivative "\\\\partial" (by \\theta \\theta) (apply "\\\\log" a))',
    },
    {
      tex: '\\frac{\\partial \\ell}{\\partial (\\sigma^2)}',
      tree: '(derivative "\\\\partial/" (by (power \\sigma 2)) \\ell)',
    },
    {
      tex: '\\partial_\\theta \\log p(x) q(x)',
      tree: '(multiply (derivative "\\\\partial_" (by \\theta) (apply "\\\\log" (call p (list x)))) (call q (list x)))',
    },
  ],
};
