/**
 * Limits at a place: the expression is run on a ladder of places that come nearer by a fixed factor. Where its steps at
 * least halve, what is left is no more than the last step; where they go on one way without halving, it goes to infinity;
 * else nothing is said. One place very near was rejected: it cannot tell log x from a constant.
 */
import { bounded, compare, exact, subtract, type Bounded } from '../number/bounded.ts';

export type From = '' | '+' | '-';

const STEPS = 5;
/** Bits by which each place is nearer: as far as doubles reach beside 0 and far out, half their digits elsewhere. */
const FAR = 12;
const NEAR = 5;

/** The places on one side of `at`, which may be infinite. */
function ladder(at: number, side: 1 | -1): number[] {
  const places = Array.from({ length: STEPS }, (_, k) => k + 1);
  if (Math.abs(at) === Infinity) return places.map((k) => Math.sign(at) * 2 ** (FAR * k));
  if (at === 0) return places.map((k) => side * 2 ** (-FAR * k));
  return places.map((k) => at + side * Math.abs(at) * 2 ** (-NEAR * k));
}

/** The limit from one side; null where the expression has no value there. */
function oneSided(f: (x: number) => Bounded, at: number, side: 1 | -1): Bounded | null {
  const values = ladder(at, side).map(f);
  if (values.slice(2).every((v) => Number.isNaN(v.value))) return null;
  const last = values.at(-1)!;
  if (values.slice(2).every((v) => Math.abs(v.value) === Infinity && v.value === last.value)) return exact(last.value);
  if (values.some((v) => !Number.isFinite(v.value + v.error))) return exact(NaN);
  const steps = values.slice(1).map((v, k) => subtract(v, values[k]!));
  const pairs = steps.slice(1).map((step, k) => [Math.abs(steps[k]!.value), Math.abs(step.value), step.error + steps[k]!.error] as const); // prettier-ignore
  if (pairs.every(([before, now, error]) => now <= before / 2 + error))
    return bounded(last.value, last.error + Math.abs(steps.at(-1)!.value));
  const oneWay = steps.every((s) => Math.abs(s.value) > s.error && Math.sign(s.value) === Math.sign(steps[0]!.value));
  if (oneWay && pairs.every(([before, now]) => now >= before / 2)) return exact(Math.sign(steps[0]!.value) * Infinity);
  return exact(NaN);
}

/** The limit; or the two that differ. NaN where neither side says anything. */
export function limitAt(f: (x: number) => Bounded, at: number, from: From): Bounded | readonly [Bounded, Bounded] {
  if (from || Math.abs(at) === Infinity) return oneSided(f, at, from === '-' ? -1 : 1) ?? exact(NaN);
  const [below, above] = [oneSided(f, at, -1), oneSided(f, at, 1)];
  if (!below || !above) return below ?? above ?? exact(NaN);
  if (below.value === above.value) return below.error > above.error ? below : above;
  const order = compare(below, above);
  if (order === 'less' || order === 'greater') return [below, above];
  if (order === 'unknown') return Number.isNaN(below.value + above.value) ? exact(NaN) : [below, above];
  const middle = (below.value + above.value) / 2;
  return bounded(middle, Math.abs(below.value - above.value) + below.error + above.error);
}
