import { randomNormal } from 'd3-random';
import { type Bounded, U, add, bounded, divide, exact, multiply, rounded, sqrt, square, subtract } from '../number/bounded.ts'; // prettier-ignore
import { HALF_LOG_2PI } from '../number/double.ts';
import { erfc, erfcinv } from '../number/special.ts';
import { type Wide, over, root, wide } from '../number/wide.ts';
import { moments, normalLogLikelihood } from '../number/kernels.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { gap } from './gap.ts';
import { symmetric } from './place.ts';

const INV_SQRT_2PI = 0.3989422804014327; // 1 / sqrt(2 pi), correctly rounded
const TINY = 4 * Number.MIN_VALUE;

/** log N(x; mu, sigma) = -z^2/2 - log sigma - log(2 pi)/2, z = (x - mu)/sigma. */
export function normalLogDensity(x: number, mu: number, sigma: number): Bounded {
  const z = (x - mu) / sigma;
  const h = 0.5 * z * z; // z carries 2 roundings, z^2/2 one more: 5 U, and second order
  const ls = Math.log(sigma);
  const v = -h - ls - HALF_LOG_2PI.hi;
  return bounded(v, U * (6 * h + 6 * Math.abs(ls) + 4 + 3 * Math.abs(v)) + TINY);
}

/** N(x; mu, sigma) with a bound relative to the value: no difference is taken after the exponential. */
export function normalDensity(x: number, mu: number, sigma: number): Bounded {
  const z = (x - mu) / sigma;
  const h = 0.5 * z * z;
  const v = (Math.exp(-h) * INV_SQRT_2PI) / sigma;
  // Below e^-708 the exponential may be subnormal, with errors up to the smallest number before the division, as v itself
  // may be where sigma is large.
  return bounded(v, v * U * (7 * Math.min(h, 1e4) + 10) + TINY + (h > 700 ? TINY / sigma : 0));
}

/** The normal law with mean mu (finite) and standard deviation sigma in (0, inf). */
export function normal(mu: number, sigma: number): DensityLaw {
  demand(Number.isFinite(mu), 'normal', 'mu', 'finite', mu);
  demand(sigma > 0 && sigma < Infinity, 'normal', 'sigma', 'in (0, inf)', sigma);
  const s = exact(sigma);
  const ls = Math.log(sigma);
  const entropy = 0.5 + HALF_LOG_2PI.hi + ls;
  return {
    kind: 'density',
    name: 'normal',
    parameters: { mu, sigma },
    support: [-Infinity, Infinity],
    centre: mu,
    scale: sigma,
    bell: sigma,
    logDensity: (x) => normalLogDensity(x, mu, sigma),
    density: (x) => normalDensity(x, mu, sigma),
    mean: exact(mu),
    variance: square(s),
    entropy: bounded(entropy, U * (4 + 4 * Math.abs(ls) + 2 * Math.abs(entropy))),
    klTo: (q) => normalKl({ mu, sigma }, q),
    score: (x) => {
      const z = divide(subtract(exact(x), exact(mu)), s);
      return [divide(z, s), divide(subtract(square(z), exact(1)), s)];
    },
    information: () => {
      const precision = square(divide(exact(1), s));
      return [
        [precision, exact(0)],
        [exact(0), add(precision, precision)],
      ];
    },
    logLikelihood: (sample) => normalLogLikelihood(sample, mu, sigma),
    sampler: (stream) => randomNormal.source(stream.uniform)(mu, sigma),
  };
}

/** ((s1/s2)^2 - 1 - log (s1/s2)^2)/2 + ((m1 - m2)/s2)^2/2: no cancellation for laws that are nearly equal. */
export function normalKl(p: Parameters, q: Parameters): Bounded {
  const [s1, s2] = [exact(p.sigma!), exact(q.sigma!)];
  const shift = square(divide(subtract(exact(p.mu!), exact(q.mu!)), s2));
  return multiply(exact(0.5), add(gap(s1, s2, true), shift));
}

/** Maximum likelihood: the sample mean and the root of the mean square about it (divided by n, not by n - 1). */
export function fitNormal(sample: Sample): Fit<DensityLaw> {
  const { mean, variance } = moments(sample);
  // what is not finite shows in the moments: only then is it looked for
  if (!(variance.error < Infinity)) demandSample('normal', sample, 'finite', Number.isFinite);
  const sigma = sqrt(variance);
  demand(sigma.value > sigma.error, 'normal', 'sample', 'of two different observations', sample[0]);
  return { law: normal(mean.value, sigma.value), estimates: { mu: mean, sigma } };
}

/**
 * P(Z > z) = erfc(z/sqrt 2)/2 of the standard normal law, z >= 0. Far out an ulp of z/sqrt 2 would cost z^2 ulp: its low
 * part follows by the slope, whose own error is below 2^-38.
 */
export function normalBeyond(z: Wide): Bounded {
  const y = over(z, root(wide(2)));
  const p = erfc(exact(y.hi));
  const slope = ((4 * INV_SQRT_2PI) / Math.SQRT2) * Math.exp(-y.hi * y.hi);
  const move = slope * y.lo;
  return multiply(exact(0.5), bounded(p.value - move, p.error + Math.abs(move) * 2 ** -38 + U * p.value + slope * y.error)); // prettier-ignore
}

/** The z >= 0 with P(Z > z) = q, 0 < q <= 1/2. */
export const normalInverse = (q: number): Bounded => multiply(rounded(Math.SQRT2), erfcinv(exact(2 * q)));

export const normalCumulative = ({ mu, sigma }: Parameters): Cumulative =>
  symmetric(mu!, sigma!, normalBeyond, normalInverse);
