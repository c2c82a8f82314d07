/** Special functions of bounded numbers, each with the argument's own bound carried through. */
import {
  add,
  bounded,
  divide,
  exact,
  exp,
  multiply,
  negate,
  rounded,
  square,
  subtract,
  type Bounded,
} from '../number/bounded.ts';
import * as wideGamma from '../number/gamma.ts';
import { erfc } from '../number/special.ts';
import { narrow, wide, type Wide } from '../number/wide.ts';

const NONE = exact(NaN);
const ANY = bounded(0, Infinity);
const ONE = exact(1);
const SQRT_HALF = rounded(Math.SQRT1_2);
/** Below this the recurrence is not followed; above its opposite the gamma function overflows. */
const FAR = 171;

const above = (a: Bounded): boolean => a.value - a.error > 0;
const isWhole = (a: Bounded): boolean => a.error === 0 && Number.isInteger(a.value);

/** e^l of a wide number, which has its low part before it is rounded. */
const expOf = (l: Wide): Bounded => multiply(exp(exact(l.hi)), exp({ value: l.lo, error: l.error }));

/** f(x) for x > 0; below by the recurrence from x + 1 to x, which has no value at 0, -1, … */
function reach(a: Bounded, f: (x: Bounded) => Bounded, back: (at: Bounded, next: Bounded) => Bounded): Bounded {
  if (Number.isNaN(a.value)) return NONE;
  if (above(a)) return a.value === Infinity ? exact(Infinity) : f(a);
  return a.value > -FAR && a.error < 1 ? back(a, reach(add(a, ONE), f, back)) : ANY;
}

/** Gamma(x); exact for whole numbers up to 23. */
export const gamma = (a: Bounded): Bounded =>
  reach(
    a,
    (x) => (isWhole(x) && x.value <= FAR ? factorial(subtract(x, ONE)) : expOf(wideGamma.logGamma(wide(x)))),
    (x, next) => divide(next, x),
  );

/** psi(x), the derivative of log Gamma. */
export const digamma = (a: Bounded): Bounded =>
  reach(
    a,
    (x) => narrow(wideGamma.digamma(wide(x))),
    (x, next) => subtract(next, divide(ONE, x)),
  );

/** psi'(x). */
export const trigamma = (a: Bounded): Bounded =>
  reach(
    a,
    (x) => (x.value === Infinity ? exact(0) : narrow(wideGamma.trigamma(wide(x)))),
    (x, next) => add(next, divide(ONE, square(x))),
  );

/** log Gamma(x) for x > 0. */
export const logGamma = (a: Bounded): Bounded => (above(a) ? narrow(wideGamma.logGamma(wide(a))) : NONE);

/** B(a, b) for a, b > 0. */
export const beta = (a: Bounded, b: Bounded): Bounded =>
  above(a) && above(b) ? expOf(wideGamma.logBeta(wide(a), wide(b))) : NONE;
export const logBeta = (a: Bounded, b: Bounded): Bounded =>
  above(a) && above(b) ? narrow(wideGamma.logBeta(wide(a), wide(b))) : NONE;

/** n! of whole numbers from 0 on: exact up to 22!. */
export function factorial(n: Bounded): Bounded {
  if (!isWhole(n) || n.value < 0) return n.error > 0 ? ANY : NONE;
  if (n.value >= FAR) return expOf(wideGamma.logGamma(wide(add(n, ONE))));
  let product = ONE;
  for (let i = 2; i <= n.value; i++) product = multiply(product, exact(i));
  return product;
}

/** n (n - 1) … (n - k + 1)/k! for a whole k from 0 on and any n; 0 for a whole n below k. */
export function binomial(n: Bounded, k: Bounded): Bounded {
  if (!isWhole(k)) return k.error > 0 ? ANY : NONE;
  if (k.value < 0) return exact(0);
  const whole = isWhole(n) && n.value >= 0;
  if (whole && n.value < k.value) return exact(0);
  const steps = whole ? Math.min(k.value, n.value - k.value) : k.value;
  if (steps > 1000) return whole ? expOf(wideGamma.logChoose(n.value, k.value)) : ANY;
  let product = ONE;
  // in this order every step is a whole number for a whole n, so that small ones are exact
  for (let i = 1; i <= steps; i++) product = divide(multiply(product, subtract(n, exact(i - 1))), exact(i));
  return product;
}

/** log of n over k; null where the two are no whole numbers with 0 <= k <= n. */
export const logBinomial = (n: Bounded, k: Bounded): Bounded | null =>
  isWhole(n) && isWhole(k) && k.value >= 0 && k.value <= n.value ? narrow(wideGamma.logChoose(n.value, k.value)) : null;

/** The standard normal distribution function, relative in the lower tail too. */
export const normalCdf = (a: Bounded): Bounded => multiply(exact(0.5), erfc(negate(multiply(a, SQRT_HALF))));

/** What a step function is worth over the interval of its argument. */
function step(f: (x: number) => number, a: Bounded): Bounded {
  if (Number.isNaN(a.value)) return NONE;
  if (!(a.error < Infinity)) return ANY;
  const [low, high] = [f(a.value - a.error), f(a.value + a.error)];
  return low === high ? exact(low) : bounded((low + high) / 2, (high - low) / 2);
}

export const sign = (a: Bounded): Bounded => step(Math.sign, a);
export const floor = (a: Bounded): Bounded => step(Math.floor, a);
export const ceil = (a: Bounded): Bounded => step(Math.ceil, a);
