import { type Bounded, U, abs, add, bounded, divide, exact, log, multiply, negate, square, subtract, sum } from '../number/bounded.ts'; // prettier-ignore
import { expWide } from '../number/share.ts';
import { minus } from '../number/wide.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { excess, gap } from './gap.ts';
import { symmetric } from './place.ts';

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
    klTo: (q) => laplaceKl({ mu, scale }, q),
    score: (x) => {
      const z = divide(subtract(exact(x), exact(mu)), exact(scale));
      return [divide(exact(Math.sign(x - mu)), exact(scale)), divide(subtract(abs(z), exact(1)), exact(scale))];
    },
    information: () => {
      const precision = square(divide(exact(1), exact(scale)));
      return [
        [precision, exact(0)],
        [exact(0), precision],
      ];
    },
    // the difference of two exponentials, by inversion on each side
    sampler: (stream) => () => {
      const u = 2 * stream.uniform() - 1; // in [-1, 1): log1p(-|u|) is finite but at -1 itself
      return mu - scale * Math.sign(u) * Math.log1p(-Math.min(Math.abs(u), 1 - U));
    },
  };
}

/** rho - 1 - log rho + rho (e^-d - 1 + d), rho = b1/b2, d = |m1 - m2|/b1. */
function laplaceKl(p: Parameters, q: Parameters): Bounded {
  const [b1, b2] = [exact(p.scale!), exact(q.scale!)];
  const d = divide(abs(subtract(exact(p.mu!), exact(q.mu!))), b1);
  return add(gap(b1, b2, false), multiply(divide(b1, b2), excess(d)));
}

/** Maximum likelihood: a median (the middle of all of them), and the mean absolute deviation from it. */
export function fitLaplace(sample: Sample): Fit<DensityLaw> {
  demandSample('laplace', sample, 'finite', Number.isFinite, 2);
  const sorted = Float64Array.from(sample).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  const mu = add(exact(low / 2), exact(high / 2));
  const scale = divide(sum(Array.from(sorted, (x) => abs(subtract(exact(x), mu)))), exact(sample.length));
  demand(scale.value > scale.error, 'laplace', 'sample', 'of two different observations', sample[0]);
  return { law: laplace(mu.value, scale.value), estimates: { mu, scale } };
}

/** P(X > x) = e^-z/2 above the median. */
export const laplaceCumulative = ({ mu, scale }: Parameters): Cumulative =>
  symmetric(mu!, scale!, (z) => multiply(exact(0.5), expWide(minus(z))), (q) => negate(log(exact(2 * q)))); // prettier-ignore
