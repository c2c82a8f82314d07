import stdDigamma from '@stdlib/math-base-special-digamma';
import stdErf from '@stdlib/math-base-special-erf';
import stdErfc from '@stdlib/math-base-special-erfc';
import stdErfcinv from '@stdlib/math-base-special-erfcinv';
import stdErfcx from '@stdlib/math-base-special-erfcx';
import stdGammaln from '@stdlib/math-base-special-gammaln';
import stdTrigamma from '@stdlib/math-base-special-trigamma';
import { type Bounded, U, bounded, exact } from './arithmetic.ts';
import { twoProduct } from './double.ts';

/**
 * The one door to the special functions of @stdlib, in plain doubles (`gamma.ts` has the gamma family in
 * double-double, for terms that cancel). What their sources state bounds the polynomials, not the rounding around
 * them, so the own error of each is measured: a multiple of 2^-52 of the value (an ulp or more), at least a quarter
 * above the largest met at 1.4 million places against mpmath, the worst of which are in the reference table.
 *
 *              here   met   stated by the source
 *   gammaln       3  1.74   FreeBSD e_lgamma_r.c: approximations within 2^-58
 *   digamma       4  2.63   Boost: 1.0 at its test places, near the root too
 *   trigamma      4  2.35   Boost: 1.0 at its test places
 *   erf           1  0.68   FreeBSD s_erf.c: below 1 ulp
 *   erfc          3  1.60   FreeBSD s_erf.c: approximations within 2^-57, two exponentials after them
 *   erfcx         8  5.13   nothing (Chebyshev polynomials of S. G. Johnson's Faddeeva package)
 *   erfcinv       3  1.59   Boost: approximations within 2^-53
 *
 * These are relative near the roots as well, for the codes subtract the root from the argument before they round
 * anything. To each comes the error of the argument times the largest slope over its interval.
 */
const EPS = 2 * U;
const GROW = 1 + 16 * EPS;
const TINY = 4 * Number.MIN_VALUE;
const ROOT_PI = 1.7724538509055159; // sqrt(pi), rounded

/** `own` in ulp; `slope` bounds |f'| on [low, high]. A value 0 is a true root, and infinities are exact. */
function apply(
  a: Bounded,
  f: (x: number) => number,
  own: number,
  slope: (low: number, high: number) => number,
): Bounded {
  const v = f(a.value);
  if (v !== v || Math.abs(a.value) === Infinity) return exact(v);
  let e = v === 0 ? 0 : own * EPS * Math.abs(v) + TINY;
  if (a.error > 0) {
    const low = a.value - a.error;
    const high = a.value + a.error;
    // A slope that underflows may still count over a long way.
    e += a.error * (slope(low - 2 * EPS * Math.abs(low), high + 2 * EPS * Math.abs(high)) + TINY);
  }
  return bounded(v, e * GROW);
}

/** On (0, inf): no value for an argument that is surely not positive, no bound where its interval reaches 0. */
const positive =
  (f: (x: number) => number, own: number, slope: (low: number, high: number) => number) =>
  (a: Bounded): Bounded => {
    if (!(a.value + a.error > 0)) return exact(NaN);
    if (!(a.value > a.error)) return bounded(a.value > 0 ? f(a.value) : 0, Infinity);
    return apply(a, f, own, slope);
  };

/**
 * gammaln of @stdlib 0.3.1 is up to 277 ulp off in [1.1916, 1.2316) and 15 in [0.1916, 0.2316): it uses a polynomial
 * 0.04 beyond its range (0.27 in its code, where its own text and FreeBSD have 0.23). There, log Gamma(x + 1) - log x;
 * psi is 0.55 within 0.02 on [2.19, 2.24], enough to put back what x + 1 loses.
 */
function gammaln(x: number): number {
  if (!(x > 0.19 && x < 1.24 && (x < 0.24 || x > 1.19))) return stdGammaln(x);
  const y = x + 1;
  return x < 1 ? gammaln(y) - Math.log(x) : stdGammaln(y) + 0.55 * (x - (y - 1)) - Math.log(x);
}

/** log Gamma(x), x > 0. Its slope psi increases. */
export const logGamma = positive(gammaln, 3, (low, high) =>
  Math.max(Math.abs(stdDigamma(low)), Math.abs(stdDigamma(high))),
);

/** psi(x) = (log Gamma)'(x), x > 0. psi' <= 1/x^2 + 1/x, for a sum of 1/(x + k)^2 from k = 1 is less than 1/x. */
export const digamma = positive(stdDigamma, 4, (low) => (1 + 1 / low) / low);

/** psi'(x), x > 0. |psi''| <= 2/x^3 + 1/x^2 likewise. */
export const trigamma = positive(stdTrigamma, 4, (low) => (1 + 2 / low) / low / low);

/** 2/sqrt(pi) e^(-x^2) at the place of the interval next to 0. */
const bell = (low: number, high: number): number =>
  (2 / ROOT_PI) * Math.exp(-(Math.max(0, low, -high) ** 2) * (1 - 4 * U));

/** erf(x) = 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x. */
export const erf = (a: Bounded): Bounded => apply(a, stdErf, 1, bell);

/** 1 - erf(x). An underflow is not a zero. */
export const erfc = (a: Bounded): Bounded =>
  apply(a, (x) => (x < Infinity ? Math.max(stdErfc(x), Number.MIN_VALUE) : stdErfc(x)), 3, bell);

/** 2 e^(x^2) - erfcx(-x) for x < 0 with the rounding of x^2 put back, for which @stdlib loses up to x^2/2 ulp. */
function scaled(x: number): number {
  if (!(x < 0)) return stdErfcx(x);
  if (x < -27) return Infinity;
  const { hi, lo } = twoProduct(x, x);
  return 2 * Math.exp(hi) * (1 + lo) - stdErfcx(-x);
}

/**
 * e^(x^2) erfc(x). Its slope 2 x erfcx(x) - 2/sqrt(pi) increases to 0: by R. D. Gordon's bound of 1941, erfcx(x) >=
 * 2/sqrt(pi) x/(2 x^2 + 1) for x > 0; by erfcx(x) <= 2 e^(x^2) below.
 */
export const erfcx = (a: Bounded): Bounded =>
  apply(a, scaled, 8, (low) =>
    low > 0 ? 2 / ROOT_PI / (1 + 2 * low * low) : 2 / ROOT_PI - 4 * low * Math.exp(low * low * (1 + 4 * U)),
  );

/**
 * erfcinv of @stdlib 0.2.4 has no polynomial for x < e^(-18^2) and is up to 788 ulp off there: one step of Newton's
 * method on log erfc(y) = log erfcx(y) - y^2.
 */
function inverse(x: number): number {
  const y = stdErfcinv(x);
  if (!(x > 0 && x < 2 ** -467)) return y;
  const s = stdErfcx(y);
  return y + (Math.log(s) - y * y - Math.log(x)) * s * (ROOT_PI / 2);
}

/**
 * The y with erfc(y) = x, 0 <= x <= 2: Infinity at a sure 0, -Infinity at a sure 2, no value surely outside, no bound
 * where the interval reaches an end. Its slope is steepest at the place q next to an end (the function is odd about
 * 1): -sqrt(pi)/2 e^(y^2) = -sqrt(pi)/2 erfcx(y)/q. The normal quantile is -sqrt(2) erfcinv(2 p).
 */
export function erfcinv(a: Bounded): Bounded {
  if (a.error === 0 && (a.value === 0 || a.value === 2)) return exact(a.value === 0 ? Infinity : -Infinity);
  if (a.value - a.error > 2 || a.value + a.error < 0) return exact(NaN);
  if (a.value < 0 || a.value > 2) return bounded(0, Infinity);
  return apply(a, inverse, 3, (low, high) => {
    const q = Math.min(low, 2 - high);
    return q > 0 ? ((ROOT_PI / 2) * stdErfcx(inverse(q))) / q : Infinity;
  });
}
