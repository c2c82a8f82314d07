/**
 * Limits at a place: the expression is run on a ladder of places that come nearer by a fixed factor. Where its steps at
 * least halve, what is left is no more than the last step; where they go on one way without halving, it goes to infinity;
 * else nothing is said. One place very near was rejected: it cannot tell log x from a constant, and rounding hides
 * (1 + 1/n)^n there. So were whole numbers of one remainder: they cannot tell (-1)^n from a constant.
 */
import { bounded, compare, exact, subtract, type Bounded } from '../number/bounded.ts';

export type From = '' | '+' | '-';

const STEPS = 5;
/** Bits by which each place is nearer: far out, then less far, for what rounding hides there. */
const FAR = [12, 6, 3];
/** A ladder that ends where doubles do, for what comes late. */
const FARTHEST = 190;
/** Half the digits of doubles beside a place that is not 0. */
const NEAR = [5];
/** Whole numbers are doubles up to 2^53. */
const WHOLE = [10, 5, 3];
/** Whole numbers of a few remainders go up beside each other. */
const REMAINDERS = [0, 1, 2];

/** A limit known to this share of itself is looked at no nearer. */
const ENOUGH = 2 ** -30;
/** Values on a ladder tell no less than this from 0: what is left of e^{-x} far out is no underflowed number but 0. */
const LEAST = 2 ** -800;

type Place = (k: number, bits: number) => number;
type Function = (x: number) => Bounded;

/** The places on one side of `at`, which may be infinite. */
function places(at: number, side: 1 | -1): { readonly place: Place; readonly bits: readonly number[] } {
  if (Math.abs(at) === Infinity) return { place: (k, bits) => Math.sign(at) * 2 ** (bits * k), bits: FAR };
  if (at === 0) return { place: (k, bits) => side * 2 ** (-bits * k), bits: FAR };
  return { place: (k, bits) => at + side * Math.abs(at) * 2 ** (-bits * k), bits: NEAR };
}

/** What one ladder says: `lost` where values are too large or too wide to say anything. */
type Said = Bounded | 'no value' | 'lost' | 'nothing';

function along(values: readonly Bounded[]): Said {
  if (values.slice(2).every((v) => Number.isNaN(v.value))) return 'no value';
  const last = values.at(-1)!;
  if (values.slice(2).every((v) => Math.abs(v.value) === Infinity && v.value === last.value)) return exact(last.value);
  if (values.some((v) => !Number.isFinite(v.value + v.error))) return 'lost';
  const steps = values.slice(1).map((v, k) => subtract(v, values[k]!));
  const pairs = steps.slice(1).map((step, k) => [Math.abs(steps[k]!.value), Math.abs(step.value), step.error + steps[k]!.error] as const); // prettier-ignore
  if (pairs.every(([before, now, error]) => now <= before / 2 + error))
    return bounded(last.value, Math.max(LEAST, last.error + Math.abs(steps.at(-1)!.value)));
  const oneWay = steps.every((s) => Math.abs(s.value) > s.error && Math.sign(s.value) === Math.sign(steps[0]!.value));
  if (oneWay && pairs.every(([before, now]) => now >= before / 2)) return exact(Math.sign(steps[0]!.value) * Infinity);
  return 'nothing';
}

/** What runs away on a ladder, looked at where doubles end: n/(n + 2^60) grows for long, and stays below 1. */
function farther(f: Function, place: Place, away: Bounded): Bounded {
  const said = along(Array.from({ length: STEPS }, (_, k) => f(place(k + 1, FARTHEST))));
  if (said === 'lost') return away;
  if (typeof said === 'string') return exact(NaN);
  return Math.abs(said.value) === Infinity && said.value !== away.value ? exact(NaN) : said;
}

/** The limit along the ladders, the longest first; null where the expression has no value on any. */
function climbed(f: Function, place: Place, ladders: readonly number[]): Bounded | null {
  let best: Bounded | null = null;
  let lost = false;
  for (const bits of ladders) {
    const said = along(Array.from({ length: STEPS }, (_, k) => f(place(k + 1, bits))));
    // a shorter ladder must not find a limit where a longer one sees that there is none
    if (said === 'nothing') return best ?? exact(NaN);
    if (said === 'no value') continue;
    if (said === 'lost') lost = true;
    else {
      // infinity is seen from the longest only
      if (Math.abs(said.value) === Infinity) return best ?? farther(f, place, said);
      if (best === null || said.error < best.error) best = said;
      if (best.error <= ENOUGH * Math.max(1, Math.abs(best.value))) return best;
    }
  }
  return best ?? (lost ? exact(NaN) : null);
}

const oneSided = (f: Function, at: number, side: 1 | -1): Bounded | null => {
  const { place, bits } = places(at, side);
  return climbed(f, place, bits);
};

/** The limit; or two that differ. NaN where nothing is said. */
export function limitAt(f: Function, at: number, from: From): Bounded | readonly [Bounded, Bounded] {
  if (from || Math.abs(at) === Infinity) return oneSided(f, at, from === '-' ? -1 : 1) ?? exact(NaN);
  return agreed(oneSided(f, at, -1), oneSided(f, at, 1));
}

/** The limit over whole numbers that grow. */
export function limitOfWhole(f: Function): Bounded | readonly [Bounded, Bounded] {
  let result: Bounded | null = null;
  for (const r of REMAINDERS) {
    const one = climbed(f, (k, bits) => 2 ** (bits * k) + r, WHOLE);
    const both = agreed(result, one);
    if (!('value' in both) || Number.isNaN(both.value)) return both;
    result = both;
  }
  return result ?? exact(NaN);
}

/** Two that must be one limit. */
function agreed(one: Bounded | null, other: Bounded | null): Bounded | readonly [Bounded, Bounded] {
  if (!one || !other) return one ?? other ?? exact(NaN);
  if (one.value === other.value) return one.error > other.error ? one : other;
  const order = compare(one, other);
  if (order === 'less' || order === 'greater') return [one, other];
  if (order === 'unknown') return Number.isNaN(one.value + other.value) ? exact(NaN) : [one, other];
  const middle = (one.value + other.value) / 2;
  return bounded(middle, Math.abs(one.value - other.value) + one.error + other.error);
}
