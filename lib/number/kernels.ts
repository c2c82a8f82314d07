import { type Bounded, divide, exact, log, multiply, square, subtract, sum } from './bounded.ts';

type Sample = readonly number[] | Float64Array;

/** Placeholder of the fast kernels: the same signatures by plain bounded arithmetic. To be replaced whole. */
export function moments(sample: Sample): { mean: Bounded; variance: Bounded } {
  const n = exact(sample.length);
  const mean = divide(sum(Array.from(sample, exact)), n);
  return { mean, variance: divide(sum(Array.from(sample, (x) => square(subtract(exact(x), mean)))), n) };
}
export function gammaSums(sample: Sample): { sum: Bounded; sumOfLogs: Bounded } {
  return { sum: sum(Array.from(sample, exact)), sumOfLogs: sum(Array.from(sample, (x) => log(exact(x)))) };
}
export function normalLogLikelihood(sample: Sample, mu: number, sigma: number): Bounded {
  const s = exact(sigma);
  const squares = sum(Array.from(sample, (x) => square(divide(subtract(exact(x), exact(mu)), s))));
  const each = subtract(exact(-0.9189385332046727), log(s));
  return subtract(multiply(exact(sample.length), each), multiply(exact(0.5), squares));
}
