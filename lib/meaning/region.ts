/**
 * Events of one variable with a density, as intervals of its values: `X \ge a`, `|X - \mu| \ge \epsilon`, `2X + 1 < b`,
 * `(X - \mu)^2 \ge c`. Their probabilities come from the distribution function; quadrature of an indicator would not see
 * its jumps.
 */
import { add, divide, exact, maximum, minimum, multiply, negate, sqrt, subtract, sum, bounded, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { cumulative } from '../distribution/cumulative.ts';
import type { DensityLaw } from '../distribution/density.ts';
import type { Tree } from '../tex/tree.ts';
import { around } from './place.ts';
import type { Env, Scope } from './scope.ts';

type Quantity = (env: Env) => Bounded;

/** slope X + offset */
export interface Line {
  readonly slope: Quantity;
  readonly offset: Quantity;
}

interface Interval {
  readonly low: Bounded;
  readonly high: Bounded;
}

/** null: the bounds do not say which values belong to the event. */
export type Region = (env: Env) => readonly Interval[] | null;

const [ZERO, ONE] = [exact(0), exact(1)];
const MINUS = exact(-Infinity);
const PLUS = exact(Infinity);
const EVERYTHING: readonly Interval[] = [{ low: MINUS, high: PLUS }];

/** Does `t` depend on the random name, definitions expanded? */
export function dependsOn(t: Tree, name: string, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return dependsOn(expanded.body, name, expanded.scope);
  return (t.op === 'symbol' && t.text === name) || t.args.some((arg) => dependsOn(arg, name, scope));
}

/** `t` as a line in the random name; null if it is none. */
export function lineIn(t: Tree, name: string, scope: Scope): Line | null {
  const expanded = scope.expand(t);
  if (expanded) return lineIn(expanded.body, name, expanded.scope);
  if (!dependsOn(t, name, scope)) return { slope: () => ZERO, offset: scope.number(t) };
  if (t.op === 'symbol') return { slope: () => ONE, offset: () => ZERO };
  if (!['plus', 'negate', 'add', 'subtract', 'multiply', 'divide'].includes(t.op)) return null;
  const lines = t.args.map((arg) => lineIn(arg, name, scope));
  if (lines.includes(null)) return null;
  const [a, b] = lines as [Line, Line];
  const termwise = (f: (x: Bounded, y: Bounded) => Bounded): Line => ({
    slope: (env) => f(a.slope(env), b.slope(env)),
    offset: (env) => f(a.offset(env), b.offset(env)),
  });
  const scaled = (line: Line, by: Line, f: (x: Bounded, y: Bounded) => Bounded): Line => ({
    slope: (env) => f(line.slope(env), by.offset(env)),
    offset: (env) => f(line.offset(env), by.offset(env)),
  });
  const constant = (i: number): boolean => !dependsOn(t.args[i]!, name, scope);
  switch (t.op) {
    case 'plus':
      return a;
    case 'negate':
      return { slope: (env) => negate(a.slope(env)), offset: (env) => negate(a.offset(env)) };
    case 'add':
      return termwise(add);
    case 'subtract':
      return termwise(subtract);
    case 'multiply':
      return constant(0) ? scaled(b, a, (x, y) => multiply(y, x)) : constant(1) ? scaled(a, b, multiply) : null;
    case 'divide':
      return constant(1) ? scaled(a, b, divide) : null;
    default:
      return null;
  }
}

/** Where |line| or line^2 stands: the line, and what its other side is compared with. */
function folded(t: Tree, name: string, scope: Scope): { line: Line; level: (c: Bounded) => Bounded } | null {
  const expanded = scope.expand(t);
  if (expanded) return folded(expanded.body, name, expanded.scope);
  const square = t.op === 'power' && t.args[1]!.op === 'number' && t.args[1]!.text === '2';
  if (t.op !== 'absolute' && !square) return null;
  const line = lineIn(t.args[0]!, name, scope);
  return line && { line, level: square ? sqrt : (c) => c };
}

const turned: Readonly<Record<string, string>> = { '<': '>', '>': '<', '\\le': '\\ge', '\\ge': '\\le' };

/** line REL c */
function half({ slope, offset }: Line, sign: string, level: Quantity): Region {
  return (env) => {
    const a = slope(env);
    if (!(Math.abs(a.value) > a.error)) return null;
    const end = divide(subtract(level(env), offset(env)), a);
    const upwards = (sign === '>' || sign === '\\ge') === a.value > 0;
    return [upwards ? { low: end, high: PLUS } : { low: MINUS, high: end }];
  };
}

function link(left: Tree, sign: string, right: Tree, name: string, scope: Scope): Region | null {
  if (!dependsOn(left, name, scope)) {
    if (turned[sign] && dependsOn(right, name, scope)) return link(right, turned[sign], left, name, scope);
    if (turned[sign]) return null;
  }
  const [a, b] = [lineIn(left, name, scope), lineIn(right, name, scope)];
  const isPoint = sign === '=' || sign === '\\ne';
  if (a && b) {
    const line: Line = { slope: (env) => subtract(a.slope(env), b.slope(env)), offset: (env) => subtract(a.offset(env), b.offset(env)) }; // prettier-ignore
    const region = half(line, isPoint ? '<' : sign, () => ZERO);
    // one value of a variable with a density has probability 0
    return isPoint ? (env) => region(env) && (sign === '=' ? [] : EVERYTHING) : turned[sign] ? region : null;
  }
  const fold = folded(left, name, scope);
  if (!fold || !turned[sign] || dependsOn(right, name, scope)) return null;
  const bare = scope.number(right);
  const outside = sign === '>' || sign === '\\ge';
  const level: Quantity = (env) => fold.level(bare(env));
  const [above, below] = [half(fold.line, outside ? sign : '<', level), half(fold.line, outside ? turned[sign] : '>', (env) => negate(level(env)))]; // prettier-ignore
  return (env) => {
    const c = bare(env);
    if (c.value + c.error < 0) return outside ? EVERYTHING : [];
    if (c.value < 0 && c.error > 0) return null;
    const [p, q] = [above(env), below(env)];
    if (!p || !q) return null;
    return outside ? [...p, ...q] : meet(p, q);
  };
}

const meet = (p: readonly Interval[], q: readonly Interval[]): Interval[] =>
  p.flatMap((a) => q.map((b) => ({ low: maximum([a.low, b.low]), high: minimum([a.high, b.high]) })))
    .filter(({ low, high }) => high.value + high.error > low.value - low.error); // prettier-ignore

/** All the events together; null where one of them is of another form. */
export function regionOf(events: readonly Tree[], name: string, scope: Scope): Region | null {
  const regions = events.flatMap((t): (Region | null)[] => {
    if (t.op !== 'chain') return [null];
    const result: (Region | null)[] = [];
    for (let i = 1; i + 1 < t.args.length; i += 2)
      result.push(link(t.args[i - 1]!, t.args[i]!.text, t.args[i + 1]!, name, scope));
    return result;
  });
  if (regions.includes(null)) return null;
  return (env) => {
    let common: readonly Interval[] = EVERYTHING;
    for (const region of regions) {
      const found = region!(env);
      if (!found) return null;
      common = meet(common, found);
    }
    return common;
  };
}

/** The probability that the law gives to the intervals, which do not overlap. */
export function massOf(law: DensityLaw, intervals: readonly Interval[]): Bounded {
  const { cdf, survival } = cumulative(law);
  const below = (x: Bounded): Bounded => (Number.isFinite(x.value) ? around(cdf, x) : exact(x.value > 0 ? 1 : 0));
  const above = (x: Bounded): Bounded => (Number.isFinite(x.value) ? around(survival, x) : exact(x.value > 0 ? 0 : 1));
  const mass = ({ low, high }: Interval): Bounded => {
    if (low.value >= law.centre) return subtract(above(low), above(high));
    if (high.value <= law.centre) return subtract(below(high), below(low));
    return sum([ONE, negate(below(low)), negate(above(high))]);
  };
  const total = sum(intervals.map(mass));
  return total.value < 0 ? bounded(0, total.error) : total;
}
