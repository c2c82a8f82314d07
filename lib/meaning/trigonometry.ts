/** Sine, cosine, hyperbolic functions and their kin of bounded numbers: no slope of sin, cos or arctan is above 1, so that the bound is carried. */
import { add, bounded, divide, exact, exp, expm1, multiply, negate, outside, type Bounded } from '../number/bounded.ts';

/** Math.sin and its kin are within a rounding and a half of the true value (fdlibm); twice that is allowed for. */
const ROUNDING = 2 ** -51;

const carried = (f: (x: number) => number, most: number) => (a: Bounded): Bounded => {
  if (a.outside) return a;
  const value = f(a.value);
  if (Number.isNaN(value)) return exact(NaN);
  return bounded(value, Math.min(2 * most, a.error * (1 + 2 ** -50) + ROUNDING * Math.abs(value)));
}; // prettier-ignore

export const sin = carried(Math.sin, 1);
export const cos = carried(Math.cos, 1);
export const tan = (a: Bounded): Bounded => divide(sin(a), cos(a));
export const arctan = carried(Math.atan, Math.PI);

/** A function that rises or falls over the whole of [-1, 1]: its values at the ends of the interval enclose it. */
const enclosed = (of: 'arcsin' | 'arccos', f: (x: number) => number) => (a: Bounded): Bounded => {
  const inside = (x: number): number => f(Math.max(-1, Math.min(1, x)));
  if (!(a.value - a.error <= 1 && a.value + a.error >= -1)) return outside(of, a);
  const [low, middle, high] = [inside(a.value - a.error), inside(a.value), inside(a.value + a.error)];
  const reach = Math.max(Math.abs(high - middle), Math.abs(middle - low));
  return bounded(middle, reach + 2 * ROUNDING * Math.max(Math.abs(low), Math.abs(middle), Math.abs(high)));
}; // prettier-ignore

export const arcsin = enclosed('arcsin', Math.asin);
export const arccos = enclosed('arccos', Math.acos);

const [HALF, ONE, TWO] = [exact(0.5), exact(1), exact(2)];

/** By e^x - 1, which does not cancel near 0. */
export function sinh(a: Bounded): Bounded {
  const e = expm1(a);
  return multiply(HALF, add(e, divide(e, add(e, ONE))));
}

export const cosh = (a: Bounded): Bounded => multiply(HALF, add(exp(a), exp(negate(a))));

/** (1 - e^-2|x|)/(1 + e^-2|x|), which does not overflow. */
export function tanh(a: Bounded): Bounded {
  if (a.value < 0) return negate(tanh(negate(a)));
  const e = expm1(multiply(negate(TWO), a));
  return divide(negate(e), add(e, TWO));
}
