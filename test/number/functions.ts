/** Real functions with bounds, for tests of what is computed from values of functions alone. */
import { type Bounded, bounded, exact, exp, multiply, negate, square } from '../../lib/number/bounded.ts';

export type Real = (x: Bounded) => Bounded;

/** Sine and cosine have slopes of at most 1; the library's are taken to be within 2 ulp of 1. */
export const sin: Real = (x) => bounded(Math.sin(x.value), 2 * Number.EPSILON + x.error);
export const cos: Real = (x) => bounded(Math.cos(x.value), 2 * Number.EPSILON + x.error);
export const one = exact(1);
export const times = (a: number, f: Bounded): Bounded => multiply(exact(a), f);
export const bell: Real = (x) => exp(negate(square(x)));
