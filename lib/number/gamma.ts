import { type Double, addDouble, divideDouble, double, multiplyDouble } from './double.ts';
import { HALF_LOG_TAU, type Wide, less, ln, minus, over, plus, times, wide } from './wide.ts';

/**
 * The gamma function and its logarithmic derivatives on (0, inf) in double-double, each with its bound, for the
 * closed forms of entropies and divergences, whose terms cancel. By Stirling's series from 24 on (DLMF 5.11.1-2, its
 * error is below the first term left out, 10^-35 here) and by the recurrence below.
 */
const START = 24;

/** B_2, B_4, …, B_30 (DLMF 24.2.1) as exact fractions. */
const BERNOULLI: readonly Double[] = (
  [
    [1, 6],
    [-1, 30],
    [1, 42],
    [-1, 30],
    [5, 66],
    [-691, 2730],
    [7, 6],
    [-3617, 510],
    [43867, 798],
    [-174611, 330],
    [854513, 138],
    [-236364091, 2730],
    [8553103, 6],
    [-23749461029, 870],
    [8615841276005, 14322],
  ] as const
).map(([a, b]) => divideDouble(double(a), double(b)));

/** The series' own rounding, relative to its first and largest term. */
const UNIT = 2 ** -94;

/** Sum over k of B_2k / divisor(k) / x^(2 k), x >= 24. */
function series(x: Wide, divisor: (k: number) => number): Wide {
  const w = over(wide(1), times(x, x));
  let s: Double = double(0);
  for (let k = BERNOULLI.length; k >= 1; k--)
    s = multiplyDouble(addDouble(s, divideDouble(BERNOULLI[k - 1]!, double(divisor(k)))), w);
  return { ...s, error: Math.abs(s.hi) * UNIT + (w.error / w.hi) * Math.abs(s.hi) * 2 };
}

const positive = (x: Wide): boolean => x.hi - x.error > 0;
const NONE: Wide = { hi: 0, lo: 0, error: Infinity };
const HALF = wide(0.5);

/** The shifted argument, at least 24, and how far it was shifted. */
function shift(x: Wide): readonly [Wide, number] {
  const steps = x.hi >= START ? 0 : Math.ceil(START - x.hi);
  return [plus(x, wide(steps)), steps];
}
const each = (x: Wide, steps: number, f: (y: Wide, sum: Wide) => Wide, start: number): Wide => {
  let sum = wide(start);
  for (let i = 0; i < steps; i++) sum = f(plus(x, wide(i)), sum);
  return sum;
};

/** Stirling's remainder log Gamma(x) - (x - 1/2) log x + x - log(2 pi)/2, which falls like 1/(12 x). */
export function stirlingRemainder(x: Wide): Wide {
  if (!positive(x)) return NONE;
  if (x.hi >= START)
    return times(
      x,
      series(x, (k) => 2 * k * (2 * k - 1)),
    );
  return less(logGamma(x), plus(times(less(x, HALF), ln(x)), minus(x), HALF_LOG_TAU));
}

/** log Gamma(x), x > 0. */
export function logGamma(x: Wide): Wide {
  if (!positive(x)) return NONE;
  const [y, steps] = shift(x);
  const far = plus(times(less(y, HALF), ln(y)), minus(y), HALF_LOG_TAU, stirlingRemainder(y));
  return steps === 0 ? far : less(far, ln(each(x, steps, times, 1)));
}

/** The digamma function psi(x) = d/dx log Gamma(x), x > 0. */
export function digamma(x: Wide): Wide {
  if (!positive(x)) return NONE;
  const [y, steps] = shift(x);
  const far = plus(ln(y), minus(over(HALF, y)), minus(series(y, (k) => 2 * k)));
  return less(
    far,
    each(x, steps, (z, s) => plus(s, over(wide(1), z)), 0),
  );
}

/** The trigamma function psi'(x), x > 0. */
export function trigamma(x: Wide): Wide {
  if (!positive(x)) return NONE;
  const [y, steps] = shift(x);
  const one = over(wide(1), y);
  const far = plus(
    one,
    times(HALF, times(one, one)),
    times(
      one,
      series(y, () => 1),
    ),
  );
  return plus(
    far,
    each(x, steps, (z, s) => plus(s, over(wide(1), times(z, z))), 0),
  );
}

/** log B(a, b) = log Gamma(a) + log Gamma(b) - log Gamma(a + b). */
export const logBeta = (a: Wide, b: Wide): Wide => less(plus(logGamma(a), logGamma(b)), logGamma(plus(a, b)));

/** log of n over k, 0 <= k <= n. */
export const logChoose = (n: number, k: number): Wide =>
  minus(plus(ln(wide(n + 1)), logBeta(wide(k + 1), plus(wide(n), wide(1 - k)))));
