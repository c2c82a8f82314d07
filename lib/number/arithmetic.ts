import { twoProduct } from './double.ts';

/**
 * Bounded numbers: a double with a bound on its distance from the true value, |true - value| <= error.
 * A NaN value means "there is no value"; an infinite value is exactly that infinity and has error 0; a finite
 * value with error Infinity says nothing. Every bound is a running error analysis (Higham, Accuracy and Stability
 * of Numerical Algorithms, 2nd ed., ch. 2-3) with unit roundoff U = 2^-53; Math.log, exp, expm1, pow are taken to
 * be within 2 ulp (their fdlibm sources promise less than 1). Bounds are themselves computed in doubles, so each
 * is widened by GROW, more than the at most 12 roundings that any of the formulas below makes.
 */
export interface Bounded {
  readonly value: number;
  readonly error: number;
  /**
   * Of a NaN: there surely is no value, as a function is asked for what lies outside of its domain. A NaN without it says
   * that none was found. It is carried on by what is made of the number, but for 0 times it, which is 0 by convention.
   */
  readonly outside?: Outside;
}

/** The function, and the number that it does not take. */
export interface Outside {
  readonly of: 'log' | 'sqrt' | 'power' | 'arcsin' | 'arccos';
  readonly at: number;
}

/** Unit roundoff: half the distance from 1 to the next double. */
export const U = Number.EPSILON / 2;
const GROW = 1 + 32 * U;
/** Two units in the last place, relative to the value. */
const ULP2 = 4 * U;
/** Room for the underflows of one operation: each loses at most half of the smallest number. */
const TINY = 4 * Number.MIN_VALUE;

const NONE: Bounded = { value: NaN, error: Infinity };
const ANY: Bounded = { value: 0, error: Infinity };
const ZERO: Bounded = { value: 0, error: 0 };
const ONE: Bounded = { value: 1, error: 0 };

/** No value, for the reason that one of the operands has none. */
const none = (a: Bounded, b: Bounded): Bounded => (a.outside ? a : b.outside ? b : NONE);
/** No value, as `of` does not take this number nor any within its bound, or as it is none itself. */
export const outside = (of: Outside['of'], a: Bounded): Bounded =>
  a.value === a.value ? { ...NONE, outside: { of, at: a.value } } : a;

/** A value with the given bound, put into normal form: infinities are exact or unknown, a NaN bound is no bound. */
export function bounded(value: number, error: number): Bounded {
  if (value !== value) return NONE;
  if (error === 0 || (error > 0 && value - value === 0)) return { value, error };
  return { value: value - value === 0 ? value : Math.sign(value) * Number.MAX_VALUE, error: Infinity };
}

/** A double that is itself the true value. */
export const exact = (value: number): Bounded => (value === value ? { value, error: 0 } : NONE);

/** A correctly rounded value (a decimal literal, a quotient of two exact numbers): half a unit in the last place. */
export function rounded(value: number): Bounded {
  if (!Number.isFinite(value)) return exact(value);
  return { value, error: Math.max(U * Math.abs(value), Number.MIN_VALUE) };
}

/** Finite result of an operation on finite numbers: overflow loses everything, as the true value is not infinite. */
const finite = (value: number, error: number): Bounded =>
  value - value === 0 && error === error ? { value, error } : bounded(value, Infinity);

const isFinite = (a: Bounded): boolean => a.value - a.value === 0;
const isZero = (a: Bounded): boolean => a.value === 0 && a.error === 0;
/** Sure to differ from zero. */
const apart = (a: Bounded): boolean => Math.abs(a.value) > a.error;

export function add(a: Bounded, b: Bounded): Bounded {
  const s = a.value + b.value;
  if (s - s !== 0) {
    if (isFinite(a) && isFinite(b)) return finite(s, Infinity);
    if (s !== s) return none(a, b);
    return a.error + b.error < Infinity ? { value: s, error: 0 } : ANY;
  }
  const t = s - a.value;
  // The rounding error of a sum is itself a double (Knuth's TwoSum); an overflow inside gives NaN.
  let r = Math.abs(a.value - (s - t) + (b.value - t));
  if (r !== r) r = U * Math.abs(s);
  const e = a.error + b.error + r;
  return { value: s, error: e === 0 ? 0 : e * GROW };
}

export const negate = (a: Bounded): Bounded => (a.outside ? a : { value: -a.value, error: a.error });
export const subtract = (a: Bounded, b: Bounded): Bounded => add(a, negate(b));
export const abs = (a: Bounded): Bounded => (a.value < 0 ? negate(a) : a);

const isMiddling = (x: number): boolean => Math.abs(x) > 2 ** -500 && Math.abs(x) < 2 ** 500;

/**
 * c - a b without rounding, for c near a b (Dekker's product, by Veltkamp's splitting); NaN where a part of it could
 * over- or underflow.
 */
function remainder(a: number, b: number, c: number): number {
  if (!(isMiddling(a) && isMiddling(b) && isMiddling(c))) return NaN;
  const p = twoProduct(a, b);
  return c - p.hi - p.lo;
}

export function multiply(a: Bounded, b: Bounded): Bounded {
  const p = a.value * b.value;
  if (!isFinite(a) || !isFinite(b)) {
    if (p !== p) return isZero(a) || isZero(b) ? NONE : none(a, b);
    return (isFinite(a) ? apart(a) : apart(b) || !isFinite(b)) ? { value: p, error: 0 } : ANY;
  }
  if (isZero(a)) return b.error === Infinity ? ANY : ZERO;
  if (isZero(b)) return a.error === Infinity ? ANY : ZERO;
  if (a.error === 0 && b.error === 0) {
    if (remainder(a.value, b.value, p) === 0) return { value: p, error: 0 };
    return finite(p, U * Math.abs(p) + TINY);
  }
  const e = Math.abs(a.value) * b.error + (Math.abs(b.value) + b.error) * a.error + U * Math.abs(p);
  return finite(p, e * GROW + TINY);
}

/** a / b. Division by a sure zero has no value; by an interval that contains zero, no bound. */
export function divide(a: Bounded, b: Bounded): Bounded {
  if (a.value !== a.value || b.value !== b.value || isZero(b)) return isZero(a) ? NONE : none(a, b);
  if (!isFinite(b)) return !isFinite(a) ? NONE : a.error < Infinity ? ZERO : ANY;
  if (!apart(b)) return ANY;
  const q = a.value / b.value;
  if (!isFinite(a)) return { value: q, error: 0 };
  if (isZero(a)) return ZERO;
  if (a.error === 0 && b.error === 0) {
    if (remainder(q, b.value, a.value) === 0) return { value: q, error: 0 };
    return finite(q, U * Math.abs(q) + TINY);
  }
  const low = Math.abs(b.value) - b.error;
  const e = (a.error + Math.abs(q) * b.error + TINY) / low + U * Math.abs(q);
  return finite(q, e * GROW + TINY);
}

export const square = (a: Bounded): Bounded => abs(multiply(a, a));

/** Natural logarithm: -Infinity at a sure 0, no value below 0, no bound where the interval reaches 0. */
export function log(a: Bounded): Bounded {
  if (isZero(a)) return { value: -Infinity, error: 0 };
  if (!(a.value + a.error >= 0)) return outside('log', a);
  if (a.value === Infinity) return a;
  if (!(a.value > a.error)) return a.value > 0 ? { value: Math.log(a.value), error: Infinity } : ANY;
  const v = Math.log(a.value);
  if (a.error === 0) return { value: v, error: ULP2 * Math.abs(v) };
  return { value: v, error: (ULP2 * Math.abs(v) + a.error / (a.value - a.error)) * GROW + TINY };
}

export function exp(a: Bounded): Bounded {
  if (isZero(a)) return ONE;
  if (a.value === -Infinity) return ZERO;
  if (!(a.value < Infinity)) return a;
  const v = Math.exp(a.value);
  // |e^t - e^a| <= e^a (e^error - 1); where e^a underflows or the error is large, both lie in [0, e^(a + error)].
  if (a.error <= 1 && v > 2 ** -1000) return finite(v, v * (Math.expm1(a.error) + ULP2) * GROW);
  return finite(v, Math.exp(a.value + a.error + U * Math.abs(a.value)) * (1 + 2 * ULP2) * GROW + TINY);
}

/** Square root. An interval that reaches below 0 is cut there: the true value, if it has a root, is not negative. */
export function sqrt(a: Bounded): Bounded {
  if (!(a.value + a.error >= 0)) return outside('sqrt', a);
  if (a.value === Infinity || isZero(a)) return a;
  const v = Math.sqrt(Math.max(a.value, 0));
  // |sqrt t - sqrt a| = |t - a| / (sqrt t + sqrt a), at most error / sqrt a and at most sqrt error.
  const spread = a.error === 0 ? 0 : Math.min(Math.sqrt(a.error), a.error / v);
  return { value: v, error: a.error === 0 && remainder(v, v, a.value) === 0 ? 0 : (U * v + spread) * GROW };
}
