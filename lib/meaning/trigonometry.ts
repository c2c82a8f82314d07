/** Sine, cosine and their kin of bounded numbers: no slope of sin, cos or arctan is above 1, so that the bound is carried. */
import { bounded, divide, exact, type Bounded } from '../number/bounded.ts';

/** Math.sin and its kin are within a rounding and a half of the true value (fdlibm); twice that is allowed for. */
const ROUNDING = 2 ** -51;

const carried = (f: (x: number) => number, most: number) => (a: Bounded): Bounded => {
  const value = f(a.value);
  if (Number.isNaN(value)) return exact(NaN);
  return bounded(value, Math.min(2 * most, a.error * (1 + 2 ** -50) + ROUNDING * Math.abs(value)));
}; // prettier-ignore

export const sin = carried(Math.sin, 1);
export const cos = carried(Math.cos, 1);
export const tan = (a: Bounded): Bounded => divide(sin(a), cos(a));
export const arctan = carried(Math.atan, Math.PI);
