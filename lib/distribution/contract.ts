import type { Bounded } from '../number/bounded.ts';
import type { Stream } from '../number/stream.ts';

/** Observations, in any array of numbers. */
export type Sample = readonly number[] | Float64Array;

/** Parameters of a named law by name, in the order of its maker's arguments. */
export type Parameters = Readonly<Record<string, number>>;

/** A symmetric matrix as its rows. */
export type Matrix = readonly (readonly Bounded[])[];

/**
 * What a law may offer beside its probabilities, in closed form; the functions of `cumulative.ts`, `likelihood.ts`
 * and `divergence.ts` work without, by sums, quadrature and bisection. All logarithms in nats.
 */
export interface Offers {
  /** Kullback-Leibler divergence from this law to another of the same name, given by its parameters. */
  readonly klTo?: (q: Parameters) => Bounded;
  /**
   * Gradient of log p(x) in the parameters, in their order. Left out where the support moves with a parameter.
   * `below` and `above`: as in `DensityLaw`.
   */
  readonly score?: (x: number, below?: number, above?: number) => readonly Bounded[];
  /** Fisher information of one observation: the variance of the score. */
  readonly information?: () => Matrix;
  /** log-likelihood of a whole sample, where it is better than the sum of its terms. */
  readonly logLikelihood?: (sample: Sample) => Bounded;
  /** One observation a call, from a stream. The same stream gives the same observations. */
  readonly sampler?: (stream: Stream) => () => number;
}

/** A maximum-likelihood fit: the law, and its parameters with their bounds. */
export interface Fit<L> {
  readonly law: L;
  readonly estimates: Readonly<Record<string, Bounded>>;
}

/** Distribution function P(X <= x), its complement P(X > x) with a bound of its own, and the quantile. */
export interface Cumulative {
  cdf(x: number): Bounded;
  survival(x: number): Bounded;
  /** The least x with P(X <= x) >= p, 0 <= p <= 1; with a bound. */
  quantile?(p: number): Bounded;
}

/** A value that is computed when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Throws the RangeError that every law throws for a parameter outside its domain. */
export function demand(ok: boolean, law: string, parameter: string, domain: string, got: unknown): void {
  if (!ok) throw new RangeError(`${law}: ${parameter} must be ${domain}, got ${String(got)}`);
}

/** A sample as it must be for a fit: not empty, each observation in the support. */
export function demandSample(
  law: string,
  sample: Sample,
  domain: string,
  contains: (x: number) => boolean,
  atLeast = 1,
): void {
  demand(sample.length >= atLeast, law, 'sample', `at least ${atLeast} long`, sample.length);
  // by index: an iterator costs more than the test
  for (let i = 0; i < sample.length; i++)
    if (!contains(sample[i]!)) demand(false, law, 'every observation', domain, sample[i]);
}
