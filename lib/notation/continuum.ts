/** Maxima over a continuum: an interval, the values that a given number may take, the support of a density. */
import { exact, negate, sqrt, type Bounded } from '../number/bounded.ts';
import { maximumOf, type Maximum, type Stretch } from '../number/maximum.ts';
import type { LawCode } from '../meaning/law.ts';
import { kinksIn } from '../meaning/kinks.ts';
import { massOfLaw } from '../meaning/mass.ts';
import { attempt, Refusal } from '../meaning/refusal.ts';
import { turned } from '../meaning/region.ts';
import { slopeByRule } from '../meaning/slope.ts';
import type { Env, Scope } from '../meaning/scope.ts';
import { kindOf } from '../meaning/value.ts';
import { tree, type Tree } from '../tex/tree.ts';

/** What runs: a name in a slot, or its square. */
export interface Runner {
  readonly variable: Tree;
  readonly slot: number;
  readonly isSquare: boolean;
}

type StretchCode = (env: Env) => Stretch;

const isLeaf = (t: Tree, text: string): boolean => t.op === 'symbol' && t.text === text;

/** `t > 0`, `0 \le x < 1` as an interval of the name in it; the set itself where it is one. */
function asInterval(name: string, set: Tree): Tree {
  if (set.op !== 'chain') return set;
  const at = set.args.findIndex((t, i) => i % 2 === 0 && isLeaf(t, name));
  const infinity = tree('symbol', [], '\\infty', set.span);
  const ends: { low?: Tree; high?: Tree } = {};
  const open = { low: '(', high: ')' };
  const put = (sign: string, bound: Tree): void => {
    const end = sign.startsWith('<') || sign === '\\le' ? 'high' : 'low';
    ends[end] = bound;
    if (sign === '\\le' || sign === '\\ge') open[end] = end === 'low' ? '[' : ']';
  };
  if (at > 0) put(turned[set.args[at - 1]!.text]!, set.args[at - 2]!);
  if (at + 2 < set.args.length) put(set.args[at + 1]!.text, set.args[at + 2]!);
  const { low = tree('negate', [infinity], '', set.span), high = infinity } = ends;
  return tree('interval', [low, high], `${open.low}${open.high}`, set.span);
}

function ofSet(name: string, set: Tree, scope: Scope): StretchCode {
  const code = scope.compile(asInterval(name, set));
  return (env) => {
    const v = code(env);
    if ('kind' in v && v.kind === 'reals' && v.dimension === 1 && !v.columns) return LINE;
    if (!('kind' in v) || v.kind !== 'interval' || v.whole)
      throw new Refusal(`“${name}” runs over “${scope.shared.print(set)}”, which is ${kindOf(v)} and no interval`, set.span);
    // an end that is known to a bound only moves by less than what the values there are known to
    const closed = [v.closed[0] !== false, v.closed[1] !== false] as const;
    return { lower: v.low.value, upper: v.high.value, closed };
  };
} // prettier-ignore

const LINE: Stretch = { lower: -Infinity, upper: Infinity, closed: [false, false] };

/** Where `name` runs, if that is a continuum; null where it is a list, which others read. */
export function stretchOf({ variable, isSquare }: Runner, set: Tree | undefined, hasLaw: boolean, scope: Scope): StretchCode | null {
  if (set && ['interval', 'chain', 'numbers'].includes(set.op)) return ofSet(variable.text, set, scope);
  if (set && isLeaf(set, '\\mathbb{R}')) return () => LINE;
  const declared = scope.lookup(variable.text);
  if (!set && !hasLaw && declared?.role === 'value' && !declared.whole && !declared.bound) {
    const ends = declared.ends ?? [-Infinity, Infinity];
    const [lower, upper] = isSquare ? [0, Math.max(...ends) ** 2] : ends;
    // of a positive number 0 is no value, and of a nonnegative one nobody can tell the difference here
    return () => ({ lower, upper, closed: [lower !== 0 || upper === 1, true] });
  }
  return null;
} // prettier-ignore

/** Of a density: its support, and where its mass is; null where the law has a list of outcomes. */
export const stretchOfLaw =
  (law: LawCode['law'], name: string) =>
  (env: Env): Stretch | null => {
    const l = law(env);
    const mass = l.kind === 'density' ? massOfLaw(l) : l.kind === 'joint density' ? massOfLaw(l.of(name)) : null;
    if (!mass) return null;
    const { support, centre, scale, breaks } = mass;
    return { lower: support[0], upper: support[1], closed: [true, true], centre, scale, breaks };
  };

/** The largest value of what `body` says, or for sign -1 the smallest, as the name runs over the stretch. */
export function searched(body: Tree, { variable, slot, isSquare }: Runner, sign: 1 | -1, inner: Scope, value: (env: Env) => Bounded): (env: Env, stretch: Stretch) => Maximum {
  const rule = slopeByRule(body, slot, inner);
  const kinks = isSquare ? () => [] : kinksIn(body, variable.text, inner);
  const held = (x: number): Bounded => (isSquare ? sqrt(exact(x)) : exact(x));
  return (env, stretch) => {
    let refusal: Refusal | null = null;
    let isRead = false;
    const at = (f: (env: Env) => Bounded | null) => (x: number): Bounded => {
      env[slot] = held(x);
      const y = attempt(() => f(env));
      if (y instanceof Refusal) refusal = y;
      else isRead = true;
      const known = y === null || y instanceof Refusal ? exact(NaN) : y;
      return sign > 0 ? known : negate(known);
    };
    const { centre = 0, scale = 1 } = stretch;
    env[slot] = held(centre);
    const breaks = [...(stretch.breaks ?? []), ...kinks(env, { centre, scale })];
    const found = maximumOf(at(value), { ...stretch, breaks }, rule ? at(rule) : undefined);
    // what has no value anywhere says why
    if (!isRead && refusal) throw refusal as Refusal;
    return sign > 0 ? found : { ...found, value: negate(found.value) };
  };
} // prettier-ignore

/** As `searched`, for the place alone: a density, or a product of them, underflows long before its logarithm does. */
export function searchedInLogs(body: Tree, name: Runner, sign: 1 | -1, inner: Scope): ReturnType<typeof searched> {
  const expanded = inner.expand(body);
  if (expanded) return searchedInLogs(expanded.body, name, sign, expanded.scope);
  if (body.op === 'product') {
    const [range, factor] = body.args as [Tree, Tree];
    const logs = { ...body, op: 'sum', args: [range, { ...factor, op: 'apply', args: [factor], text: '\\log' }] };
    return searched(logs, name, sign, inner, inner.number(logs));
  }
  // other notations know a logarithm only where their value is positive
  const logOf = body.op === 'call' ? inner.compile(body).log : undefined;
  return searched(body, name, sign, inner, logOf ?? inner.number(body));
} // prettier-ignore
