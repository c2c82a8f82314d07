import { bounded, divide, exact, multiply, subtract } from '../number/bounded.ts';
import { divideDouble, double, multiplyDouble, twoSum } from '../number/double.ts';
import { randomBinomial } from 'd3-random';
import { bernoulliKl } from './bernoulli.ts';
import { demand } from './contract.ts';
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
  const rest = subtract(exact(1), one);
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
    variance: multiply(multiply(exact(n), one), rest),
    // n times the Bernoulli divergence where n is the same
    klTo: (q) => (q.n === n ? multiply(exact(n), bernoulliKl({ p }, q)) : bounded(0, Infinity)),
    // n is known, not a parameter to be fitted: both are those of p alone
    score: (x) => [divide(subtract(exact(x), multiply(exact(n), one)), multiply(one, rest))],
    information: () => [[divide(exact(n), multiply(one, rest))]],
    sampler: (stream) => randomBinomial.source(stream.uniform)(n, p),
  };
}
