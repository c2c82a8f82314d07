import { type Bounded, U, add, bounded, multiply } from './bounded.ts';
import { type Wide, ln, plus, times, wide } from './wide.ts';

/**
 * Sums and fractions of positive terms: nothing cancels, so that the bound of each is relative and made of its terms'
 * roundings, each ratio of neighbours within 7 U (7 roundings at most, or 6 and what its arguments carry).
 */
const UNIT = 7 * U;

/** w - log(1 + w), w > -1, relative error below 16 U: by the series of the logarithm in w/(2 + w) near 0. */
export function gap(w: number): number {
  if (!(Math.abs(w) < 0.5)) return w - Math.log1p(w);
  const v = w / (2 + w);
  let term = 2 * v;
  let s = 0;
  for (let k = 3; k < 60 && Math.abs(term) > U * U; k += 2) s += (term *= v * v) / k;
  return w * v - s;
}

/**
 * 1 + r(1) + r(1) r(2) + … for ratios in [0, 1) that fall: `terms` of them (or Infinity), behind which stands the last
 * one times a factor in [0, 1]. What is left out is less than a geometric series.
 */
export function ladder(ratio: (k: number) => number, terms: number, factor: () => Bounded): Bounded {
  let [sum, lost, error, term] = [0, 0, 0, 1];
  for (let k = 0; k < terms; k++) {
    const s = sum + term;
    lost += sum > term ? sum - s + term : term - s + sum;
    sum = s;
    error += term * k * UNIT;
    term *= ratio(k + 1);
    const rest = (2 * term) / (1 - ratio(k + 2));
    if (rest >= 0 && rest < U * sum) return bounded(sum + lost, error + rest + 4 * U * sum);
  }
  const end = multiply(bounded(term, term * (terms + 1) * UNIT), factor());
  return add(bounded(sum + lost, error + 4 * U * sum), end);
}

/**
 * The fraction of Stieltjes 1/(1 + c(1)/(1 + c(2)/(1 + …))), c >= 0 within twice 7 U: it lies between any two
 * neighbouring approximants, which are evaluated from their far ends.
 */
export function stieltjes(c: (k: number) => number): Bounded {
  for (let n = 16; ; n *= 2) {
    let [low, high, error] = [1, 1 + c(n), 2 * UNIT];
    for (let k = n - 1; k >= 1; k--) {
      const q = c(k);
      [low, high] = [1 + q / high, 1 + q / low];
      error = (error + 2 * UNIT) * (1 - 1 / high) + U;
    }
    const v = 2 / (low + high);
    if (high - low <= 4 * U * high || n >= 2 ** 14)
      return bounded(v, v * ((high - low) / (2 * low) + error * (1 + UNIT) + 4 * U));
  }
}

/** log of 1 + r(1) + r(1) r(2) + … in double-double, for ratios in (0, 1) that fall or stay below `limit` < 1. */
export function logSeries(ratio: (k: number) => Wide, limit: number): Wide {
  let sum = wide(1);
  let term = sum;
  for (let k = 1; ; k++) {
    const r = ratio(k);
    term = times(term, r);
    sum = plus(sum, term);
    const q = Math.max(r.hi, limit);
    const rest = (2 * term.hi * q) / (1 - q);
    if (rest < 2 ** -102 || k > 1000) return ln({ ...sum, error: sum.error + rest });
  }
}
