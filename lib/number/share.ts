import { type Bounded, U, bounded, exact, exp, expm1, negate, subtract } from './bounded.ts';
import { type Wide, minus, narrow, times, wide } from './wide.ts';

/** The two parts into which a place cuts a mass of 1, each with a bound of its own. */
export type Shares = readonly [below: Bounded, above: Bounded];

export const UNKNOWN: Bounded = { value: 0.5, error: 0.5 };

/** e^w: of the high part within 4 U; the low part is at most 2^-43. */
export function expWide(w: Wide): Bounded {
  if (!(w.error < 1)) return exp(narrow(w));
  const v = Math.exp(w.hi) * (1 + w.lo);
  return bounded(v, v * (8 * U + 2 * w.error) + 4 * Number.MIN_VALUE);
}

/** A share, cut at 1, and what it leaves. */
export function sharesOf(part: Bounded): Shares {
  const p = part.error < 0.5 ? bounded(Math.min(part.value, 1), part.error) : UNKNOWN;
  return [p, subtract(exact(1), p)];
}

/** A share e^l, l < 0, and what it leaves, to the same accuracy. */
export const sharesOfLog = (l: Wide): Shares => [sharesOf(expWide(l))[0], sharesOf(negate(expm1(narrow(l))))[0]];

export const swap = ([a, b]: Shares): Shares => [b, a];

/** A share so small that no double is as small. */
export const VOID: Shares = [
  { value: 0, error: Number.MIN_VALUE },
  { value: 1, error: Number.MIN_VALUE },
];

/** e^-(rate x) and its complement, rate and x > 0. */
export function decay(rate: Wide, x: number): Shares {
  if (rate.hi * x > 1024) return VOID;
  // beyond 2^900 a product would overflow on the way; the rate is small
  const far = x > 2 ** 900 ? 2 ** 200 : 1;
  const r = { hi: rate.hi * far, lo: rate.lo * far, error: rate.error * far };
  return sharesOfLog(minus(times(r, wide(x / far))));
}
