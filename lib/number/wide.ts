import type { Bounded } from './arithmetic.ts';
import {
  DOUBLE_UNIT,
  type Double,
  HALF_LOG_2PI,
  addDouble,
  divideDouble,
  double,
  log1pDouble,
  logDouble,
  multiplyDouble,
  sqrtDouble,
} from './double.ts';

/**
 * Wide numbers: a double-double with a bound, |true - (hi + lo)| <= error, by the same running analysis as `Bounded`
 * at twice the digits. For closed forms whose terms cancel (differences of log-gamma functions, determinants): written
 * as in the book they keep full accuracy, where doubles would need a rearrangement for each.
 * What over- or underflows has error Infinity and says nothing.
 */
export interface Wide extends Double {
  readonly error: number;
}

/** log(2 pi) / 2 */
export const HALF_LOG_TAU: Wide = { ...HALF_LOG_2PI, error: 2 ** -106 };
const GROW = 1 + 2 ** -40;
/** Relative error of log, and of no more than 64 operations together. */
const LOG_UNIT = 2 ** -94;
/** Product parts below 2^-1022 lose bits: together far less than this. */
const TINY = 2 ** -1060;

function make({ hi, lo }: Double, error: number): Wide {
  const v = hi + lo;
  return v - v === 0 && error < Infinity ? { hi, lo, error: error * GROW } : { hi: 0, lo: 0, error: Infinity };
}

/** A double that is itself the true value, or a value with its bound. */
export const wide = (x: number | Bounded): Wide =>
  typeof x === 'number' ? make(double(x), 0) : make(double(x.value), x.error);

/** Numerator / denominator of two exact doubles. */
export const ratio = (a: number, b: number): Wide => over(wide(a), wide(b));

/** The nearest double, with everything else in its bound. */
export function narrow(a: Wide): Bounded {
  const error = a.error + Math.abs(a.lo);
  return { value: a.hi, error: error === 0 ? 0 : error * GROW };
}

const size = (a: Double): number => Math.abs(a.hi);

export function plus(...terms: readonly Wide[]): Wide {
  let s: Double = double(0);
  let error = 0;
  for (const t of terms) {
    s = addDouble(s, t);
    error += t.error + DOUBLE_UNIT * size(s);
  }
  return make(s, terms.length === 1 ? error - DOUBLE_UNIT * size(s) : error);
}

export const minus = (a: Wide): Wide => ({ hi: -a.hi, lo: -a.lo, error: a.error });
export const less = (a: Wide, b: Wide): Wide => plus(a, minus(b));

export function times(a: Wide, b: Wide): Wide {
  const p = multiplyDouble(a, b);
  const error = size(a) * b.error + (size(b) + b.error) * a.error;
  return make(p, error * GROW + DOUBLE_UNIT * size(p) + TINY);
}

export function over(a: Wide, b: Wide): Wide {
  const low = size(b) - b.error;
  if (!(low > 0)) return make(double(NaN), Infinity);
  const q = divideDouble(a, b);
  return make(q, ((a.error + size(q) * b.error + TINY) / low) * GROW + DOUBLE_UNIT * size(q) + TINY);
}

export function root(a: Wide): Wide {
  const low = a.hi - a.error;
  if (!(low > 0)) return a.hi === 0 && a.error === 0 ? a : make(double(NaN), Infinity);
  const r = sqrtDouble(a);
  return make(r, a.error / Math.sqrt(low) + DOUBLE_UNIT * r.hi);
}

/** Natural logarithm of a value that is surely positive. */
export function ln(a: Wide): Wide {
  const low = a.hi - a.error;
  if (!(low > 0)) return make(double(NaN), Infinity);
  const l = logDouble(a);
  return make(l, (a.error / low) * GROW + LOG_UNIT * size(l) + TINY);
}

/** log(1 + a) for a surely above -1, relative also for small a. */
export function ln1p(a: Wide): Wide {
  const low = 1 + a.hi - a.error;
  if (!(low > 0)) return make(double(NaN), Infinity);
  const l = log1pDouble(a);
  return make(l, (a.error / low) * GROW + LOG_UNIT * size(l) + TINY);
}
