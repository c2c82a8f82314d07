import { type Bounded, U } from '../number/bounded.ts';
import { DOUBLE_UNIT, type Double, addDouble, divideDouble, double, multiplyDouble } from '../number/double.ts';

/**
 * Probabilities on the integers lower, …, upper from the ratio p(k) / p(k - 1): weights are built outward from the
 * mode in double-double and divided by their sum, so that each is correct to about one rounding whatever the
 * parameters, and they add up to 1 whatever the error of a normalising constant would have been.
 * `omitted`: relative mass outside [lower, upper], added to each bound. Weights below 2^-900 of the mode are given
 * as 0 with that bound.
 */
export function fromRatios(
  lower: number,
  upper: number,
  mode: number,
  ratio: (k: number) => Double,
  omitted: number,
): Bounded[] {
  const n = upper - lower + 1;
  const weights: Double[] = new Array(n).fill(double(0));
  const floor = 2 ** -900;
  weights[mode - lower] = double(1);
  for (let k = mode + 1, w = double(1); k <= upper && w.hi > floor; k++)
    weights[k - lower] = w = multiplyDouble(w, ratio(k));
  for (let k = mode - 1, w = double(1); k >= lower && w.hi > floor; k--)
    weights[k - lower] = w = divideDouble(w, ratio(k + 1));
  // From the ends inward: small terms first.
  let total = double(0);
  for (const w of weights) total = addDouble(total, w);
  const relative = 2 * U + 8 * n * DOUBLE_UNIT + omitted;
  return weights.map((w) => {
    const p = divideDouble(w, total).hi;
    return { value: p, error: p > floor ? p * relative * (1 + 8 * U) : 2 * floor };
  });
}
