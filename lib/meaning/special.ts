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
import { enclose } from '../number/enclose.ts';
import { incompleteGamma } from '../number/incomplete.ts';
import { erfc, erfcinv } from '../number/special.ts';
import { narrow, wide, type Wide } from '../number/wide.ts';

const NONE = exact(NaN);
const ANY = bounded(0, Infinity);
const ONE = exact(1);
const SQRT_HALF = rounded(Math.SQRT1_2);
const SQRT_TWO = rounded(Math.SQRT2);
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

/** Its inverse, on (0, 1): -sqrt(2) erfcinv(2p). */
export const normalQuantile = (p: Bounded): Bounded => negate(multiply(SQRT_TWO, erfcinv(multiply(exact(2), p))));

/** The inverse of the error function, on (-1, 1). */
export const erfInverse = (a: Bounded): Bounded => erfcinv(subtract(ONE, a));

/** The x > 0 with psi(x) = y: psi rises, and x lies between e^y and e^y + 1 (Minka 2000 begins there). */
export function digammaInverse(a: Bounded): Bounded {
  if (!(Math.abs(a.value) + a.error < 700)) return ANY;
  const at = (y: number): Bounded => {
    const miss = (x: number): Bounded => subtract(narrow(wideGamma.digamma(wide(x))), exact(y));
    let x = y > -2.22 ? Math.exp(y) + 0.5 : -1 / (y + Math.E);
    if (!(x > 0)) x = 2 ** -10;
    for (let i = 0; i < 60; i++) {
      const step = miss(x).value / narrow(wideGamma.trigamma(wide(x))).value;
      const next = x - step > 0 ? x - step : x / 2;
      if (Math.abs(next - x) <= 2 ** -51 * x) break;
      x = next;
    }
    return enclose((z) => miss(z), x, [0, Infinity]);
  };
  const middle = at(a.value);
  if (a.error === 0) return middle;
  const [low, high] = [at(a.value - a.error), at(a.value + a.error)];
  return bounded(middle.value, Math.max(high.value + high.error - middle.value, middle.value - low.value + low.error));
}

/** The integral of t^(a-1) e^-t from 0 to x, and from x on; a > 0, x >= 0. */
const incomplete = (upper: boolean) => (a: Bounded, x: Bounded): Bounded => {
  if (!above(a) || !(x.value + x.error >= 0)) return NONE;
  if (x.value === 0 && x.error === 0) return upper ? gamma(a) : exact(0);
  const share = (b: number, y: number): Bounded => incompleteGamma(b)(wide(Math.max(y, 0)), wide(1))[upper ? 1 : 0];
  const middle = share(a.value, x.value);
  // the share falls in a and rises in x: opposite corners enclose it
  const corners = a.error + x.error === 0 ? [] : [share(a.value + a.error, x.value - x.error), share(a.value - a.error, x.value + x.error)];
  const reach = Math.max(middle.error, ...corners.map((c) => Math.abs(c.value - middle.value) + c.error));
  return multiply(gamma(a), bounded(middle.value, reach));
}; // prettier-ignore

export const lowerGamma = incomplete(false);
export const upperGamma = incomplete(true);

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
