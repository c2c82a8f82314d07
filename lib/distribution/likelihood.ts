import { type Bounded, log, product, sum } from '../number/bounded.ts';
import type { Sample } from './contract.ts';
import type { Law } from './density.ts';
import { pmf } from './finite.ts';

/** Probability or density of one observation. */
export const probability = (law: Law, x: number): Bounded => (law.kind === 'density' ? law.density(x) : pmf(law, x));

/** log of the probability or the density of one observation in nats, -Infinity off the support. */
export function logProbability(law: Law, x: number): Bounded {
  if (law.kind === 'density') return law.logDensity(x);
  return law.logProbability?.(x) ?? log(pmf(law, x));
}

/** Product over the sample of p(x), not computed from the logarithm. Underflow is in its bound. */
export const likelihood = (law: Law, sample: Sample): Bounded =>
  product(Array.from(sample, (x) => probability(law, x)));

/** Sum over the sample of log p(x), in nats. -Infinity where an observation is impossible. */
export const logLikelihood = (law: Law, sample: Sample): Bounded =>
  law.logLikelihood?.(sample) ?? sum(Array.from(sample, (x) => logProbability(law, x)));
