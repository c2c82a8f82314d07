import { U, add, bounded, exact, log, multiply, square } from '../number/bounded.ts';
import { type DensityLaw, demand } from './density.ts';

/** The Laplace law: density e^(-|x - mu| / scale) / (2 scale), mu finite, scale in (0, inf). */
export function laplace(mu: number, scale: number): DensityLaw {
  demand(Number.isFinite(mu), 'laplace', 'mu', 'finite', mu);
  demand(scale > 0 && scale < Infinity, 'laplace', 'scale', 'in (0, inf)', scale);
  const log2b = add(log(exact(scale)), log(exact(2)));
  return {
    kind: 'density',
    name: 'laplace',
    parameters: { mu, scale },
    support: [-Infinity, Infinity],
    centre: mu,
    scale,
    breaks: [mu],
    logDensity: (x) => {
      const h = Math.abs(x - mu) / scale; // two roundings
      const v = -h - log2b.value;
      return bounded(v, log2b.error + U * (3 * h + 2 * Math.abs(v)) + 4 * Number.MIN_VALUE);
    },
    density: (x) => {
      const h = Math.abs(x - mu) / scale;
      const v = (0.5 * Math.exp(-h)) / scale;
      const under = h > 700 ? 4 * Number.MIN_VALUE * (1 + 1 / scale) : 0;
      return bounded(v, v * (Math.expm1(3 * U * Math.min(h, 1e4)) + 8 * U) + under);
    },
    mean: exact(mu),
    variance: multiply(exact(2), square(exact(scale))),
    entropy: add(exact(1), log2b),
  };
}
