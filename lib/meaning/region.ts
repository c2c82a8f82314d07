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
import { Refusal } from './refusal.ts';
import { sideOf, sideOfLine, type Side } from './side-of.ts';

/** null: the bounds do not say which values belong to it. */
type Values = (env: Env) => readonly Interval[] | null;

/** One relation of an event, and where it has no value: \ln X \le c where X < 0. */
interface Link {
  readonly values: Values;
  readonly lost: readonly Values[];
}

/** The probability that all events happen, under a law; null where the bounds do not say to which values that is given. */
export type Region = (env: Env, law: DensityLaw) => Bounded | null;

const [ZERO, ONE] = [exact(0), exact(1)];

/** The sign that says the same with its sides exchanged. */
export const turned: Readonly<Record<string, string>> = { '<': '>', '>': '<', '\\le': '\\ge', '\\ge': '\\le' };
const upwards = (sign: string): boolean => sign === '>' || sign === '\\ge';

function link(left: Tree, sign: string, right: Tree, name: string, scope: Scope, positive: Side[]): Values | null {
  if (!dependsOn(left, name, scope)) {
    if (turned[sign] && dependsOn(right, name, scope)) return link(right, turned[sign], left, name, scope, positive);
    if (turned[sign]) return null;
  }
  const [a, b] = [lineIn(left, name, scope), lineIn(right, name, scope)];
  const isPoint = sign === '=' || sign === '\\ne';
  if (a && b) {
    const line: Line = { slope: (env) => subtract(a.slope(env), b.slope(env)), offset: (env) => subtract(a.offset(env), b.offset(env)) }; // prettier-ignore
    const side = sideOfLine(line);
    const region: Values = (env) => side(env, ZERO, !isPoint && upwards(sign));
    // one value of a variable with a density has probability 0
    return isPoint ? (env) => region(env) && (sign === '=' ? [] : EVERYTHING) : turned[sign] ? region : null;
  }
  if (!turned[sign] || dependsOn(right, name, scope)) return null;
  const side = sideOf(left, name, scope, positive);
  const level = scope.number(right);
  return side && ((env) => side(env, level(env), upwards(sign)));
}

/** The values of a name for which a chain of relations holds, up to their ends; null for a chain of another form. */
export function valuesOf(t: Tree, name: string, scope: Scope): Values | null {
  if (t.op !== 'chain') return null;
  const parts: Values[] = [];
  for (let i = 1; i + 1 < t.args.length; i += 2) {
    const values = link(t.args[i - 1]!, t.args[i]!.text, t.args[i + 1]!, name, scope, []);
    if (!values) return null;
    parts.push(values);
  }
  return together(parts);
}

/** null where one of the events is of another form. */
export function regionOf(events: readonly Tree[], name: string, scope: Scope): Region | null {
  const links = events.flatMap((t): (Link | null)[] => {
    if (t.op !== 'chain') return [null];
    const result: (Link | null)[] = [];
    for (let i = 1; i + 1 < t.args.length; i += 2) {
      const positive: Side[] = [];
      const values = link(t.args[i - 1]!, t.args[i]!.text, t.args[i + 1]!, name, scope, positive);
      result.push(values && { values, lost: positive.map((side) => (env) => side(env, ZERO, false)) });
    }
    return result;
  });
  if (links.some((one) => !one)) return null;
  const found = links as Link[];
  const all = together(found.map(({ values }) => values));
  const lost = found.flatMap((own) => {
    const rest = found.filter((one) => one !== own).map(({ values }) => values);
    return own.lost.map((values) => together([...rest, values]));
  });
  return (env, law) => {
    for (const values of lost) demandNone(values(env), law, events[0]!);
    const values = all(env);
    return values && massOf(law, values);
  };
}

/** All of them. */
const together = (parts: readonly Values[]): Values => (env) => {
  let common: readonly Interval[] = EVERYTHING;
  for (const part of parts) {
    const found = part(env);
    if (!found) return null;
    common = meet(common, found);
  }
  return common;
}; // prettier-ignore

/** Of what has no value nobody can say whether it happens, unless another event says that it does not matter. */
function demandNone(lost: readonly Interval[] | null, law: DensityLaw, at: Tree): void {
  const mass = lost && massOf(law, lost);
  if (mass && mass.value > mass.error)
    throw new Refusal(`a logarithm or a square root in an event has no value with probability ${mass.value}: say where it has one, as in \\Pr(X > 0, \\ln X \\le c)`, at.span);
} // prettier-ignore

/** The probability that the law gives to the intervals, which do not overlap. */
function massOf(law: DensityLaw, intervals: readonly Interval[]): Bounded {
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
