import { randomGamma } from 'd3-random';
import { type Stream, seedOf, stream } from '../number/stream.ts';
import { demand } from './contract.ts';
import type { Law } from './density.ts';
import type { FiniteLaw } from './finite.ts';

/** One observation a call: the law's own sampler, else by inversion of its list. RangeError for a density without. */
export function sampler(law: Law, source: Stream): () => number {
  if (law.sampler) return law.sampler(source);
  if (law.kind === 'density') throw new RangeError(`${law.name}: there is no sampler for this density`);
  return byInversion(law, source);
}

/**
 * The first outcome whose cumulative probability is above a uniform number, by binary search: one uniform and log2 of the
 * number of outcomes steps each. Never an outcome of probability 0. What a countable law does not list is left out.
 */
export function byInversion({ outcomes, probabilities }: FiniteLaw, source: Stream): () => number {
  let total = 0;
  const cumulative = Float64Array.from(probabilities, (p) => (total += p.value));
  return () => {
    const u = source.uniform() * total; // below the total: the largest uniform is 1 - 2^-53
    let low = 0;
    for (let high = cumulative.length - 1; low < high;) {
      const middle = (low + high) >>> 1;
      if (u < cumulative[middle]!) high = middle;
      else low = middle + 1;
    }
    return outcomes[low]!;
  };
}

/**
 * log of a gamma variable of rate 1 and of a shape > 0, also where that itself would underflow: below shape 1 it is one of
 * shape + 1 times U^(1/shape) (Marsaglia and Tsang 2000).
 */
export function logGammaSampler(shape: number, source: Stream): () => number {
  const draw = randomGamma.source(source.uniform)(shape < 1 ? shape + 1 : shape);
  return () => Math.log(draw()) + (shape < 1 ? Math.log1p(-source.uniform()) / shape : 0);
}

/** X/(X + Y) of two gamma variables by their logarithms; that of d3-random gives 0 wherever X underflows. */
export function betaSampler(a: number, b: number, source: Stream): () => number {
  const [x, y] = [logGammaSampler(a, source), logGammaSampler(b, source)];
  return () => 1 / (1 + Math.exp(y() - x()));
}

/**
 * n independent observations (an integer >= 0) from an integer seed: the same seed gives the same sample. It is mixed
 * first: the first numbers of the streams of 0, 1, 2, … are nearly the same.
 */
export function sample(law: Law, n: number, seed: number): Float64Array {
  demand(Number.isSafeInteger(n) && n >= 0, 'sample', 'n', 'an integer >= 0', n);
  const draw = sampler(law, stream(seedOf(law.name, seed)));
  return new Float64Array(n).map(() => draw());
}
