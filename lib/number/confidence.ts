/**
 * Confidence sequences for the mean of independent draws in [0, 1]: an interval that contains the mean at every number of
 * draws at once, except with a stated probability, so that one may look after each draw and stop whenever it is narrow
 * enough.
 */
import { type Bounded, U, bounded } from './bounded.ts';

/** The weights of the draws stay below this; 1/2 is what the source uses. */
const MOST = 0.5;

export interface Confidence {
  /** Takes in one draw, in [0, 1]. */
  take(x: number): void;
  readonly count: number;
  /** All values that no draw so far has excluded. */
  interval(): Bounded;
}

/**
 * The predictable plug-in empirical Bernstein sequence of Waudby-Smith and Ramdas (2024, "Estimating means of bounded random
 * variables by betting", theorem 2): draws are weighted by l_t = min(sqrt(2 log(2/a) / (s_{t-1}^2 t log(1 + t))), 1/2), with
 * s^2 their running variance, and the mean lies within (log(2/a) + sum v_t psi(l_t)) / sum l_t of their weighted mean,
 * v_t = 4 (x_t - m_{t-1})^2, psi(l) = (-log(1 - l) - l)/4. The intersection over all t is kept. `failure`: the probability a
 * that the mean ever lies outside, in (0, 1).
 */
export function empiricalBernstein(failure: number): Confidence {
  if (!(failure > 0 && failure < 1)) throw new RangeError(`confidence: failure must be in (0, 1), got ${failure}`);
  const budget = Math.log(2 / failure);
  let [count, sum, squares] = [0, 0, 0];
  let [weights, weighted, cost] = [0, 0, 0];
  let [low, high] = [0, 1];
  return {
    take(x) {
      if (!(x >= 0 && x <= 1)) throw new RangeError(`confidence: a draw must be in [0, 1], got ${x}`);
      const t = count + 1;
      const before = (0.5 + sum) / (count + 1);
      const variance = (0.25 + squares) / (count + 1);
      const weight = Math.min(Math.sqrt((2 * budget) / (variance * t * Math.log(1 + t))), MOST);
      weights += weight;
      weighted += weight * x;
      cost += (x - before) ** 2 * (-Math.log1p(-weight) - weight);
      count = t;
      sum += x;
      squares += (x - (0.5 + sum) / (count + 1)) ** 2;
      const centre = weighted / weights;
      // the sums of n positive terms are rounded by less than n units each
      const reach = ((budget + cost) / weights) * (1 + 4 * (t + 8) * U) + 4 * (t + 8) * U;
      low = Math.max(low, centre - reach);
      high = Math.min(high, centre + reach);
    },
    get count() {
      return count;
    },
    // an empty interval is what the stated probability allows for: it says nothing
    interval: () => (low <= high ? bounded((low + high) / 2, (high - low) / 2 + 2 * U) : bounded(0.5, Infinity)),
  };
}
