/** `\sum` and `\prod`: they take a product and stop at + or -. In the limit, a sum over a sample is a typical sum. */
import { exact, exp, log, product as multiplyAll, sum as addAll, type Bounded } from '../number/bounded.ts';
import { sumOver } from '../distribution/finite.ts';
import { sampleLaw } from '../meaning/law.ts';
import { typicalSum } from '../meaning/limit.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Declaration, Env, Scope } from '../meaning/scope.ts';
import type { Law } from '../meaning/value.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { factorsOf, walk, type Tree } from '../tex/tree.ts';
import type { Notation, Op } from './notation.ts';
import { isInfinity, seriesOf } from './series.ts';
import { alphabet, between, cutFrom, fromBounds, indices, lawOfRange, rangeOps, sampleOver } from './range.ts';
import { chosenBy, demandMonotone, nested, partsOf, printRanges, readRanges, restrictedOp } from './restricted.ts';

const read = (op: string, name: string): Prefix => (p, token) => {
  const ranges = readRanges(p, name);
  if (!p.startsOperand()) throw p.error(`${name} has nothing to run over`, token, 'write the term after it');
  const body = (op === 'product' && bracketed(p, ranges.ranges)) || p.expression(power.sum);
  return nested(p, op, ranges, body, token.start);
}; // prettier-ignore

/**
 * `\prod_i (a_i) c`: a bracket that has all there is of the index is the whole term, and what follows stands outside. Of
 * a sum both readings are worth the same.
 */
function bracketed(p: Parser, ranges: readonly Tree[]): Tree | null {
  if (!p.is('(', '[')) return null;
  const names = ranges.flatMap((range) => [...walk(range.args[0]!)].map(({ text }) => text)).filter((text) => text !== '');
  // a y_{ij} that no given says to have two indices is one name, with i in it all the same
  const letters = (text: string): readonly string[] => [text, ...(/_\{([a-z]{2,3})\}/.exec(text)?.[1] ?? '')];
  const has = (t: Tree): boolean => [...walk(t)].some(({ text }) => letters(text).some((letter) => names.includes(letter)));
  const { start } = p.peek();
  let delimits = false;
  p.attempt(() => {
    const factors = factorsOf(p.expression(power.sum));
    const [first, ...rest] = factors;
    delimits = rest.length > 0 && first!.span.start === start && has(first!) && !rest.some(has);
    return null;
  });
  return delimits ? p.expression(power.product) : null;
} // prettier-ignore

function compileTypical(t: Tree, sample: Declaration, scope: Scope): Code {
  const [range, body] = t.args as [Tree, Tree];
  scope.shared.evidence.add('tail');
  const slot = scope.slot();
  const inner = scope.atPosition(range.args[0]!.text, slot);
  const value = inner.number(body);
  const { law } = sampleLaw(sample, t, scope);
  const total = (term: (env: Env) => Bounded) => (env: Env) =>
    typicalSum(law(env) as Law, (x) => {
      env[slot] = exact(x);
      return term(env);
    });
  if (t.op === 'sum') return total(value);
  // the product itself underflows; its logarithm is what a maximiser over it needs
  const sumOfLogs = total((env) => log(value(env)));
  return Object.assign((env: Env) => exp(sumOfLogs(env)), { log: sumOfLogs });
}

const compile = (combine: (list: readonly Bounded[]) => Bounded) => (written: Tree, scope: Scope): Code => {
  const { conditions, terms: body } = partsOf(written.args[1]!);
  const { range, own } = oneSided(fromBounds(written.args[0]!), body, scope);
  const t = { ...written, args: [range, body] };
  const chosen = [...conditions, ...own];
  if (range.args[1]?.op === 'chain')
    throw new Refusal(`“${scope.shared.print(range.args[1])}” does not bound “${scope.shared.print(range.args[0]!)}” on both sides: write 1 \\le i \\le n, the smaller end first`, range.span);
  const variable = range.args[0]!;
  // \sum_{x, z}: one sum after the other
  if (variable.op === 'list' && variable.args.length > 1 && range.op === 'over') {
    const [first, ...rest] = variable.args;
    const over = (v: Tree): Tree => ({ ...range, args: [v, ...range.args.slice(1)] });
    const inner = rest.length === 1 ? rest[0]! : { ...variable, args: rest };
    return compile(combine)({ ...t, args: [over(first!), { ...t, args: [over(inner), body] }] }, scope);
  }
  if (variable.op !== 'symbol') throw new Refusal(`“${scope.shared.print(variable)}” cannot be a bound variable`, variable.span);
  const sample = sampleOver(variable, body, scope);
  if (sample?.size && scope.limits.has(sample.size)) {
    const upper = range.args[2];
    const whole = range.op === 'over' || (range.args[1]!.text === '1' && upper!.text === sample.size);
    if (!whole) throw new Refusal('in the limit only sums over the whole sample have a value', range.span);
    if (chosen.length > 0) throw new Refusal('in the limit only sums over the whole sample have a value', range.span);
    return compileTypical(t, sample, scope);
  }
  if (chosen.length > 0) return compileChosen(t, chosen, pointsOf(t, sample, scope), combine, scope);
  const endless = t.op === 'sum' && range.op === 'range' && isInfinity(range.args[2]!) ? seriesOf(t, scope) : null;
  if (endless) return endless;
  const slot = scope.slot();
  const value = scope.bind(variable.text, slot).number(body);
  const points = pointsOf(t, sample, scope);
  return (env) => {
    const terms: Bounded[] = [];
    const all = points(env);
    for (const x of all) {
      env[slot] = exact(x);
      terms.push(value(env));
    }
    const law = cutFrom(all);
    if (!law) return combine(terms);
    if (t.op === 'sum') return sumOver(law, terms);
    throw new Refusal(`“${scope.shared.print(variable)}” has infinitely many values: only sums over them are read`, range.span);
  };
}; // prettier-ignore

type Points = (env: Env) => readonly number[];

function pointsOf(t: Tree, sample: Declaration | undefined, scope: Scope): Points {
  const [range, body] = t.args as [Tree, Tree];
  if (range.op === 'range') return between(range, scope);
  return sample ? indices(sample) : alphabet(range.args[0]!, range.args[1], body, scope);
}

/** `t \le x` below a sum over what a law says of t: all of its outcomes, as far as that holds. */
function oneSided(range: Tree, body: Tree, scope: Scope): { range: Tree; own: readonly Tree[] } {
  const [variable, chain] = range.args as [Tree, Tree?];
  if (range.op !== 'over' || chain?.op !== 'chain' || !lawOfRange(variable, undefined, body, scope)) return { range, own: [] };
  return { range: { ...range, args: [variable] }, own: [chain] };
} // prettier-ignore

/** Of the terms those that the conditions choose. */
function compileChosen(t: Tree, conditions: readonly Tree[], points: Points, combine: (list: readonly Bounded[]) => Bounded, scope: Scope): Code {
  const [range, body] = t.args as [Tree, Tree];
  const slot = scope.slot();
  const inner = scope.bind(range.args[0]!.text, slot);
  const [value, happens] = [inner.number(body), chosenBy(conditions, inner)];
  const none = exact(t.op === 'sum' ? 0 : 1);
  return (env) => {
    const all = points(env);
    const terms = all.map((x) => {
      env[slot] = exact(x);
      const chosen = happens(env);
      return chosen === null ? exact(NaN) : chosen ? value(env) : none;
    });
    const law = cutFrom(all);
    if (!law) return combine(terms);
    demandMonotone(conditions, scope);
    if (t.op === 'sum') return sumOver(law, terms);
    throw new Refusal(`“${scope.shared.print(range.args[0]!)}” has infinitely many values: only sums over them are read`, range.span);
  };
} // prettier-ignore

const op = (name: string, combine: (list: readonly Bounded[]) => Bounded): Op => ({
  binds: power.sum + 5,
  print: (t, print) => {
    const { conditions, terms } = partsOf(t.args[1]!);
    return `${name}${printRanges(t.args[0]!, conditions, print)} ${print(terms, power.sum + 1)}`;
  },
  compile: compile(combine),
});

export const summation: Notation = {
  name: { en: 'sums and products over a range', zh: '求和与连乘' },
  meaning: {
    en: 'Over whole numbers between two ends, or over the alphabet of the law in which the variable stands, of which conditions choose some. It takes the product that follows and stops at + and −; a bracket behind ∏ that has all there is of the index is its whole term.',
    zh: '变量取两端之间的整数，或取遍它所在分布的字母表，可附加条件限定。作用于其后的乘积，遇到加减号为止；若 ∏ 之后的括号含有全部带指标的因子，则只作用于该括号。',
  },
  prefix: { '\\sum': read('sum', '\\sum'), '\\prod': read('product', '\\prod') },
  ops: { ...rangeOps, restricted: restrictedOp, sum: op('\\sum', addAll), product: op('\\prod', multiplyAll) },
  examples: [
    { tex: '\\sum_{i=1}^n a_i b + c', tree: '(add (sum (range i 1 n) (multiply (index a i) b)) c)' },
    {
      tex: '\\sum_{1 \\le i < n} a_i',
      tree: '(sum (over i (chain 1 (relation "\\\\le") i (relation "<") n)) (index a i))',
    },
    {
      tex: '\\sum_{i=1, i \\ne k}^n a_i',
      tree: '(sum (range i 1 n) (restricted (list (chain i (relation "\\\\ne") k)) (index a i)))',
    },
    {
      tex: '\\prod_{i=1}^n (a_i) b',
      tree: '(multiply (product (range i 1 n) (index a i)) b)',
    },
    { tex: '\\sum_x P(x)', tree: '(sum (over x) (call P (list x)))' },
    { tex: '\\sum_{x, z} p(x, z)', tree: '(sum (over (list x z)) (call p (list x z)))' },
  ],
};
