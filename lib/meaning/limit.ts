/**
 * Limits are looked at far out. A sample of size n = 2^60 is never drawn: each outcome's frequency lies, with
 * probability at least 1 - FAILURE, within its Chernoff radius of its probability, so that every sample average
 * is a number with a bound. One simulated run was rejected: it shows nothing about the other runs.
 */
import { add, bounded, exact, multiply, type Bounded } from '../number/bounded.ts';
import { typicalFrequencies } from '../distribution/concentration.ts';
import { expectation } from '../distribution/expectation.ts';
import { sum } from '../number/bounded.ts';
import type { Law } from './value.ts';

/** The size at which a limit is looked at; a power of two, so that scaling by it is exact. */
export const LIMIT = 2 ** 60;
/** Probability that the sample is not typical, in which case the bound says nothing. */
export const FAILURE = 1e-9;

const cache = new WeakMap<object, readonly Bounded[]>();

/** The sum of f over an i.i.d. sample of LIMIT draws, for all typical samples. */
export function typicalSum(law: Law, f: (x: number) => Bounded): Bounded {
  if (law.kind === 'finite') {
    let frequencies = cache.get(law);
    if (!frequencies) cache.set(law, (frequencies = typicalFrequencies(law, LIMIT, FAILURE)));
    const terms: Bounded[] = [];
    law.outcomes.forEach((x, k) => {
      const frequency = frequencies[k]!;
      if (frequency.value !== 0 || frequency.error !== 0) terms.push(multiply(frequency, f(x)));
    });
    return multiply(exact(LIMIT), sum(terms));
  }
  // Chebyshev: the average is further than r from its mean with probability at most Var / (n r^2).
  const mean = expectation(law, f);
  const second = expectation(law, (x) => {
    const d = add(f(x), { value: -mean.value, error: 0 });
    return multiply(d, d);
  });
  const radius = Math.sqrt((second.value + second.error) / (LIMIT * FAILURE));
  return multiply(exact(LIMIT), bounded(mean.value, mean.error + radius * (1 + 2 ** -40)));
}
