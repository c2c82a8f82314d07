import { exact, multiply, subtract } from '../number/bounded.ts';
import { divideDouble, double, multiplyDouble, twoSum } from '../number/double.ts';
import { demand } from './density.ts';
import type { FiniteLaw } from './finite.ts';
import { fromRatios } from './lattice.ts';

/** Number of successes in n trials (an integer in [0, 10^6]) of probability p in [0, 1]. */
export function binomial(n: number, p: number): FiniteLaw {
  demand(Number.isInteger(n) && n >= 0 && n <= 1e6, 'binomial', 'n', 'an integer in [0, 1000000]', n);
  demand(p >= 0 && p <= 1, 'binomial', 'p', 'in [0, 1]', p);
  const outcomes = Array.from({ length: n + 1 }, (_, k) => k);
  const sure = p === 0 ? 0 : p === 1 ? n : null;
  const odds = divideDouble(double(p), twoSum(1, -p));
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const one = exact(p);
  return {
    kind: 'finite',
    name: 'binomial',
    parameters: { n, p },
    outcomes,
    probabilities:
      sure !== null
        ? outcomes.map((k) => exact(k === sure ? 1 : 0))
        : fromRatios(0, n, mode, (k) => divideDouble(multiplyDouble(odds, double(n - k + 1)), double(k)), 0),
    mean: multiply(exact(n), one),
    variance: multiply(multiply(exact(n), one), subtract(exact(1), one)),
  };
}
