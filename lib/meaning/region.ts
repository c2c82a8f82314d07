/**
 * Events of one variable with a density, as intervals of its values: `X \ge a`, `|X - \mu| \ge \epsilon`, `2X + 1 < b`,
 * `e^X \le c`. Their probabilities come from the distribution function; quadrature of an indicator would not see its jumps.
 */
import { exact, negate, subtract, sum, bounded, type Bounded } from '../number/bounded.ts';
import { cumulative } from '../distribution/cumulative.ts';
import type { DensityLaw } from '../distribution/density.ts';
import type { Tree } from '../tex/tree.ts';
import { EVERYTHING, meet, type Interval } from './interval-set.ts';
import { dependsOn, lineIn, type Line } from './line.ts';
import { around } from './place.ts';
import type { Env, Scope } from './scope.ts';
import { sideOf, sideOfLine } from './side-of.ts';

/** null: the bounds do not say which values belong to the event. */
export type Region = (env: Env) => readonly Interval[] | null;

const [ZERO, ONE] = [exact(0), exact(1)];

const turned: Readonly<Record<string, string>> = { '<': '>', '>': '<', '\\le': '\\ge', '\\ge': '\\le' };
const upwards = (sign: string): boolean => sign === '>' || sign === '\\ge';

function link(left: Tree, sign: string, right: Tree, name: string, scope: Scope): Region | null {
  if (!dependsOn(left, name, scope)) {
    if (turned[sign] && dependsOn(right, name, scope)) return link(right, turned[sign], left, name, scope);
    if (turned[sign]) return null;
  }
  const [a, b] = [lineIn(left, name, scope), lineIn(right, name, scope)];
  const isPoint = sign === '=' || sign === '\\ne';
  if (a && b) {
    const line: Line = { slope: (env) => subtract(a.slope(env), b.slope(env)), offset: (env) => subtract(a.offset(env), b.offset(env)) }; // prettier-ignore
    const side = sideOfLine(line);
    const region: Region = (env) => side(env, ZERO, !isPoint && upwards(sign));
    // one value of a variable with a density has probability 0
    return isPoint ? (env) => region(env) && (sign === '=' ? [] : EVERYTHING) : turned[sign] ? region : null;
  }
  if (!turned[sign] || dependsOn(right, name, scope)) return null;
  const side = sideOf(left, name, scope);
  const level = scope.number(right);
  return side && ((env) => side(env, level(env), upwards(sign)));
}

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
