/**
 * `\nabla_x f`: the partial derivatives by a number, by each of several (a vector), or by each entry of a vector or
 * matrix (of its shape). `\nabla_x^2 f`: the matrix of second ones. `\nabla f(x)` is by the arguments of f.
 */
import type { Bounded } from '../number/bounded.ts';
import { differentiate, movingBy, variablesOf, type Variable } from '../meaning/differentiate.ts';
import { collapsed, shapedAs, vector } from '../meaning/matrix.ts';
import { hessianOf } from '../meaning/hessian.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isMatrix, isNumber, kindOf, type Value } from '../meaning/value.ts';
import { type Prefix, power } from '../tex/parser.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { applied, demandMention } from './derivative.ts';
import { readFactor, variablesBelow } from './differential.ts';
import type { Notation, Print } from './notation.ts';

const read: Prefix = (p, token) => {
  let by: readonly Tree[] | null = null;
  let second = false;
  for (;;) {
    const at = p.peek();
    if (!by && p.accept('_')) by = variablesBelow(p.group('_'));
    else if (!second && p.accept('^')) {
      const order = p.group('^');
      if (order.op !== 'number' || order.text !== '2') throw p.error('only \\nabla and \\nabla^2 are read', at);
      second = true;
    } else break;
  }
  if (p.is('\\cdot', '\\times')) throw p.error(`\\nabla ${p.peek().text} is not read`, p.peek(), 'write the partial derivatives'); // prettier-ignore
  const names = tree('by', by ?? [], '', p.span(token.start));
  return p.node(second ? 'hessian' : 'gradient', [names, readFactor(p, '\\nabla')], '', token.start);
};

/** The names that are differentiated by: those below the sign, or the arguments of the call that follows. */
function namesOf(t: Tree, scope: Scope): readonly Tree[] {
  const [by, body] = t.args as [Tree, Tree];
  if (by.args.length) return by.args;
  if (body.op === 'call' && !body.text && body.args[1]!.args.every((a) => a.op === 'symbol')) return body.args[1]!.args;
  throw new Refusal(`“${scope.shared.print(t)}” does not say by what: write \\nabla_x`, t.span);
}

interface Parts {
  readonly code: Code;
  readonly body: Tree;
  readonly variables: (env: Env) => readonly Variable[];
  /** The partial derivatives as they are written: in the shape of the variable, or one below the other. */
  readonly shaped: (list: readonly Bounded[], env: Env) => Value;
}

function parts(t: Tree, scope: Scope): Parts {
  const by = namesOf(t, scope);
  const body = applied(t.args[1]!, by, scope);
  demandMention(body, by, scope);
  scope.shared.evidence.add('derivative');
  const all = by.map((v) => variablesOf(v, scope));
  const whole = by.length === 1 && by[0]!.op === 'symbol' ? scope.lookup(by[0]!.text) : undefined;
  return {
    code: movingBy(by, scope).compile(body),
    body,
    variables: (env) => all.flatMap((variables) => variables(env)),
    shaped: (list, env) => {
      const held = whole && env[whole.slot]!;
      if (!held || !isMatrix(held)) return collapsed(vector(list).rows);
      return shapedAs(held, list);
    },
  };
}

/** The value as a number: gradients of vectors would need a rule for their layout. */
function asNumber(v: Value, body: Tree, scope: Scope): Bounded {
  if (isNumber(v)) return v;
  throw new Refusal(`“${scope.shared.print(body)}” is ${kindOf(v)}; \\nabla takes a number`, body.span);
}

function compileGradient(t: Tree, scope: Scope): Code {
  const { code, body, variables, shaped } = parts(t, scope);
  return (env) => {
    const list = variables(env).map((v) => asNumber(differentiate(code, v, 1, env, body), body, scope));
    return shaped(list, env);
  };
}

function compileHessian(t: Tree, scope: Scope): Code {
  const { code, body, variables } = parts(t, scope);
  return (env) => hessianOf(code, variables(env), env, body, scope);
}

const written = (sign: string) => (t: Tree, print: Print) => {
  const [by, body] = t.args as [Tree, Tree];
  const below = by.args.length ? `_{${by.args.map((v) => print(v, power.list + 1)).join(', ')}}` : '';
  return `\\nabla${below}${sign} ${print(body, power.product + 1)}`;
}; // prettier-ignore

export const gradients: Notation = {
  name: { en: 'gradients', zh: '梯度' },
  meaning: {
    en: 'The vector of the derivatives by the variables below the sign; with a square, the matrix of the second derivatives.',
    zh: '对符号下方各变量的偏导数所组成的向量；带平方时，是二阶偏导数所组成的矩阵。',
  },
  prefix: { '\\nabla': read },
  ops: {
    gradient: { binds: power.sum + 5, print: written(''), compile: compileGradient },
    hessian: { binds: power.sum + 5, print: written('^{2}'), compile: compileHessian },
  },
  examples: [
    { tex: '\\nabla_\\theta \\log p(x) q(x)', tree: '(multiply (gradient (by \\theta) (apply "\\\\log" (call p (list x)))) (call q (list x)))' },
    { tex: '\\nabla_{\\mu, \\sigma} \\ell', tree: '(gradient (by \\mu \\sigma) \\ell)' },
    { tex: '\\nabla_x \\frac12 x^2 y', tree: '(gradient (by x) (multiply (multiply (divide 1 2) (power x 2)) y))' },
    { tex: '\\nabla^2_x f(x)', tree: '(hessian (by x) (call f (list x)))' },
  ],
}; // prettier-ignore
