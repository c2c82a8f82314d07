import { type Bounded, U, bounded } from '../number/bounded.ts';
import { type DensityLaw, demand } from './density.ts';

const HALF_LOG_2PI = 0.9189385332046727; // log(2 pi) / 2, correctly rounded
const INV_SQRT_2PI = 0.3989422804014327; // 1 / sqrt(2 pi), correctly rounded
const TINY = 4 * Number.MIN_VALUE;

/** log N(x; mu, sigma) = -z^2/2 - log sigma - log(2 pi)/2, z = (x - mu)/sigma. */
export function normalLogDensity(x: number, mu: number, sigma: number): Bounded {
  const z = (x - mu) / sigma;
  const h = 0.5 * z * z; // z carries 2 roundings, z^2/2 one more: 5 U, and second order
  const ls = Math.log(sigma);
  const v = -h - ls - HALF_LOG_2PI;
  return bounded(v, U * (6 * h + 6 * Math.abs(ls) + 4 + 3 * Math.abs(v)) + TINY);
}

/** N(x; mu, sigma) with a bound relative to the value: no difference is taken after the exponential. */
export function normalDensity(x: number, mu: number, sigma: number): Bounded {
  const z = (x - mu) / sigma;
  const h = 0.5 * z * z;
  const v = (Math.exp(-h) * INV_SQRT_2PI) / sigma;
  // Below e^-708 the exponential may be subnormal, with errors up to the smallest number before the division.
  return bounded(v, v * (Math.expm1(6 * U * Math.min(h, 1e4)) + 10 * U) + (h > 700 ? TINY + TINY / sigma : 0));
}

/** The normal law with mean mu (finite) and standard deviation sigma in (0, inf). */
export function normal(mu: number, sigma: number): DensityLaw {
  demand(Number.isFinite(mu), 'normal', 'mu', 'finite', mu);
  demand(sigma > 0 && sigma < Infinity, 'normal', 'sigma', 'in (0, inf)', sigma);
  const ls = Math.log(sigma);
  const entropy = 0.5 + HALF_LOG_2PI + ls;
  return {
    kind: 'density',
    name: 'normal',
    parameters: { mu, sigma },
    support: [-Infinity, Infinity],
    centre: mu,
    scale: sigma,
    logDensity: (x) => normalLogDensity(x, mu, sigma),
    density: (x) => normalDensity(x, mu, sigma),
    mean: { value: mu, error: 0 },
    variance: bounded(sigma * sigma, U * sigma * sigma + TINY),
    entropy: bounded(entropy, U * (4 + 4 * Math.abs(ls) + 2 * Math.abs(entropy))),
  };
}
