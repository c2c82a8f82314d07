/**
 * `\int … dx`: runs to its differential, between two ends, over a set, or over all that the integrand knows of its
 * variable; by quadrature centred where the laws in the integrand are.
 */
import { abs, bounded, exact, multiply, negate, type Bounded } from '../number/bounded.ts';
import { integrateOrInfinite } from '../number/divergence.ts';
import { compileDomain, type Where } from '../meaning/domain.ts';
import { slopeOf } from '../meaning/differentiate.ts';
import { remembered } from '../meaning/remember.ts';
import { Refusal } from '../meaning/refusal.ts';
import { kept, type Code, type Env, type Scope } from '../meaning/scope.ts';
import type { Infix, Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { baseOf, sameTree, tree, type Tree, walk } from '../tex/tree.ts';
import { integralOverVectors } from './integral-over-vectors.ts';
import { bracedInterval } from './interval.ts';
import type { Notation } from './notation.ts';
import { printRange } from './range.ts';
import { readName } from './name.ts';

const named = (p: Parser, ahead: number): boolean => {
  const { kind, text } = p.peek(ahead);
  return kind === 'letter' || /^\\[A-Za-z]+$/.test(text);
};

const differential = (p: Parser): boolean => {
  if (p.is('\\mathrm{d}')) return true;
  if (p.peek().kind !== 'letter' || !p.is('d')) return false;
  return named(p, 1) || (!p.names.callable('d') && ['(', '['].includes(p.peek(1).text));
};

/** What stands after the d: a name, or an expression in brackets. */
function readVariable(p: Parser): Tree {
  const open = p.accept('(', '[');
  if (open) {
    const inner = p.free(() => p.expression(power.any));
    p.close(open.text === '(' ? ')' : ']', open);
    return inner;
  }
  const token = p.peek();
  const isName = token.kind === 'letter' && !/^[A-Za-z]{2,}$/.test(token.text) && !p.is('\\mathrm{d}');
  if (!isName) return p.group('d');
  p.take();
  const name = readName(p, token.text, token.start);
  const head = baseOf(name);
  if (p.is('(', '[') && p.names.callable(head.text))
    throw p.error(
      `behind the d stands ${head.text}, which is called`,
      token,
      'an integral runs over a name, such as dx',
    );
  return name;
}

/** `\iint f \, dx \, dy` is `\int \int f \, dx \, dy`. */
const times = (count: number): Prefix => (p, token) => {
  if (p.is('_', '^')) throw p.error(`${token.text} with bounds is not read`, p.peek(), 'write each \\int with its own');
  return readWithin(p, token.start, count > 1 ? () => times(count - 1)(p, token) : null);
}; // prettier-ignore

const read: Prefix = (p, token) => readWithin(p, token.start, null);

/** `inside`: reads what stands under the integral, where that is no expression but another integral. */
function readWithin(p: Parser, from: number, inside: (() => Tree) | null): Tree {
  const token = { start: from, end: from + 4 };
  let lower: Tree | null = null;
  let upper: Tree | null = null;
  for (;;) {
    if (!lower && p.accept('_')) lower = bracedInterval(p) ?? p.group('_');
    else if (!upper && p.accept('^')) upper = p.group('^');
    else break;
  }
  if (upper && !lower) throw p.error('this \\int has an upper bound only', token, 'write both, as in \\int_a^b');
  const empty = !inside && differential(p);
  const body = inside
    ? inside()
    : empty
      ? p.node('number', [], '1', p.peek().start)
      : p.until(differential, power.relation);
  if (!differential(p))
    throw p.error('this \\int has no differential', token, 'end it with dx, the variable it runs over');
  if (p.peek(-1).kind === 'letter' && p.peek(-1).text === 'd') throw p.error('a d stands before the differential', p.peek(-1), 'remove one of the two'); // prettier-ignore
  const start = p.take().start;
  const variable = readVariable(p);
  // some write \\int dx f(x), and some mean the length times f(x)
  if (empty && p.startsOperand() && !p.is('+', '-'))
    throw p.error(
      'what stands after this differential may be meant under the integral',
      p.peek(),
      'write \\int f(x) \\, dx, or \\cdot between two factors',
    );
  const bounds = lower ? [lower, ...(upper ? [upper] : [])] : [];
  return p.node('integral', [tree('domain', [variable, ...bounds], '', p.span(start)), body], '', token.start);
}

/**
 * The name that the integral runs over: in \mathrm{d}(a x + b) the one that nothing else gives, or, where all are given,
 * the one that stands under the integral as part of a x + b alone. The others stand there by themselves, and do not move.
 */
function boundName(variable: Tree, body: Tree, scope: Scope): Tree {
  if (variable.op === 'symbol') return variable;
  const heads = new Set([...walk(variable)].flatMap((t) => (t.op === 'call' || t.op === 'index' ? [t.args[0]!] : [])));
  const free = new Map<string, Tree>();
  for (const t of walk(variable)) {
    const role = t.op === 'symbol' ? (scope.declarations.get(t.text)?.role ?? 'outcome') : 'value';
    if (role === 'outcome' && !heads.has(t) && !scope.expand(t)) free.set(t.text, t);
  }
  const [only, ...more] = [...free.values()];
  if (only && more.length === 0 && variable.op !== 'index') return only;
  const inside = only ? [] : substituted(variable, body, scope);
  if (inside.length === 1) return inside[0]!;
  throw new Refusal(
    `“d${scope.shared.print(variable)}” does not say over which name the integral runs: ${free.size ? `${[...free.keys()].join(' or ')}` : 'nothing in it is free'}`,
    variable.span,
  );
}

/** The given numbers in a differential that the integrand has in whole copies of it only, of which it has one at least. */
function substituted(variable: Tree, body: Tree, scope: Scope): readonly Tree[] {
  const alone = new Set<string>();
  let copies = 0;
  const visit = (t: Tree): void => {
    if (sameTree(t, variable)) return void copies++;
    if (t.op === 'symbol') alone.add(t.text);
    t.args.forEach(visit);
  };
  visit(body);
  const names = new Map([...walk(variable)].filter((t) => t.op === 'symbol').map((t) => [t.text, t]));
  const isNumber = (name: string): boolean => scope.declarations.get(name)?.role === 'value';
  return copies === 0 ? [] : [...names.values()].filter(({ text }) => isNumber(text) && !alone.has(text));
}

function compile(t: Tree, scope: Scope): Code {
  const [domain, body] = t.args as [Tree, Tree];
  const [variable, ...bounds] = domain.args as [Tree, ...Tree[]];
  if (variable.op === 'symbol' && scope.declarations.get(variable.text)?.role === 'matrix')
    return integralOverVectors(t, scope);
  const name = boundName(variable, body, scope);
  const slot = scope.slot();
  const inner = scope.bind(name.text, slot);
  const value = inner.number(body);
  // over a set there is no direction, so that the change of the variable counts by its size
  const isSet = bounds.length < 2;
  const change = variable === name ? null : slopeOf(variable, name.text, slot, inner);
  const of = change ? (env: Env): Bounded => multiply(value(env), isSet ? abs(change(env)) : change(env)) : value;
  const where = compileDomain(name, bounds, body, scope, inner);
  scope.shared.evidence.add('quadrature');
  return remembered(
    (env) => {
      const before = kept(env, slot);
      const at = (x: number): Bounded => {
        env[slot] = exact(x);
        return of(env);
      };
      const result = between(at, where(env, at));
      if (before !== undefined) env[slot] = before;
      return result;
    },
    [t],
    scope,
  );
}

const NOTHING = exact(0);

/** Against the direction it counts negative; what the bounds themselves leave open is in the error. */
function between(f: (x: number) => Bounded, { domain, open }: Where): Bounded {
  if (domain.lower > domain.upper)
    return negate(between(f, { domain: { ...domain, lower: domain.upper, upper: domain.lower }, open }));
  const inside = domain.lower === domain.upper ? NOTHING : integrateOrInfinite(f, domain);
  const slack = open.reduce((total, { value, error }) => {
    const height = Math.max(...[value - error, value, value + error].map((x) => Math.abs(f(x).value)));
    return total + 2 * error * height;
  }, 0);
  return slack === 0 ? inside : bounded(inside.value, inside.error + slack);
}

/** What stands after an operand and belongs to no integral. */
const stray: Infix = {
  power: power.product,
  parse: (p, _, token) => {
    throw p.error('a differential stands without its integral', token, 'write \\int … \\, \\mathrm{d}x, or \\frac{\\mathrm{d}y}{\\mathrm{d}x}');
  },
}; // prettier-ignore

export const integral: Notation = {
  name: { en: 'integrals', zh: '积分' },
  meaning: {
    en: 'Up to its differential: between two bounds, over a set such as an interval, a set of the givens or the space of its variable (\\mathcal{X} for x), or, where nothing is written, over the support of the law in which the variable stands or the range that the givens say. After the d may stand an expression in the variable, which then counts by its derivative.',
    zh: '到其微分为止：在两个上下限之间、在一个集合上（区间、已知条件中的集合、变量的取值空间，例如 x 的 \\mathcal{X}）积分；若什么都没写，则在变量所在分布的支撑或已知条件给出的范围上积分。d 之后可以是变量的表达式，此时按其导数计。',
  },
  prefix: { '\\int': read, '\\iint': times(2), '\\iiint': times(3) },
  infix: { '\\mathrm{d}': stray },
  ops: {
    integral: {
      binds: power.sum + 5,
      print: (t, print) => {
        const [variable, lower, upper] = t.args[0]!.args;
        const bounds = lower ? `_{${print(lower)}}${upper ? `^{${print(upper)}}` : ''}` : '';
        const by = variable!.op === 'symbol' ? print(variable!) : `\\left(${print(variable!)}\\right)`;
        // a name d before another name is no differential
        const body = print(t.args[1]!, power.relation + 1).replace(/(?<![\\A-Za-z{])d(?= [A-Za-z\\(])/g, '{d}');
        return `\\int${bounds} ${body} \\, d${by}`;
      },
      compile,
    },
    domain: { binds: 100, print: printRange },
  },
  examples: [
    { tex: '\\int p(x) \\log p(x) dx', tree: '(integral (domain x) (multiply (call p (list x)) (apply "\\\\log" (call p (list x)))))' },
    { tex: '\\int_{-\\infty}^\\infty f(x) \\, dx', tree: '(integral (domain x (negate \\infty) \\infty) (call f (list x)))' },
    { tex: '\\int_{\\mathcal{X}} f(x) \\, \\mathrm{d}x', tree: '(integral (domain x \\mathcal{X}) (call f (list x)))' },
    { tex: '\\int_{x \\in [0, 1]} x \\, dx', tree: '(integral (domain x (chain x (relation "\\\\in") (interval "[]" 0 1))) x)' },
    { tex: '\\iint f(x, y) \\, dx \\, dy', tree: '(integral (domain y) (integral (domain x) (call f (list x y))))' },
    { tex: '\\int_0^1 dx', tree: '(integral (domain x 0 1) 1)' },
    { tex: '\\int_{\\mathbb{R}} s \\, d(2 s)', tree: '(integral (domain (multiply 2 s) \\mathbb{R}) s)' },
  ],
}; // prettier-ignore
