import { randomLogNormal } from 'd3-random';
import { type Bounded, add, divide, exact, exp, expm1, log, multiply, negate, square, subtract } from '../number/bounded.ts'; // prettier-ignore
import { HALF_LOG_TAU } from '../number/kernels.ts';
import { type Wide, ln, over, plus, root, less, narrow, times, wide } from '../number/wide.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { normal, normalBeyond } from './normal.ts';
import { cumulativeOf, folded } from './place.ts';

/** The law of e^Z for a normal Z of mean mu (finite) and standard deviation sigma in (0, inf), on (0, inf). */
export function lognormal(mu: number, sigma: number): DensityLaw {
  demand(Number.isFinite(mu), 'lognormal', 'mu', 'finite', mu);
  demand(sigma > 0 && sigma < Infinity, 'lognormal', 'sigma', 'in (0, inf)', sigma);
  const z = normal(mu, sigma);
  const [m, s, logScale] = [exact(mu), exact(sigma), add(log(exact(sigma)), HALF_LOG_TAU)];
  const standard = (l: Bounded): Bounded => divide(subtract(l, m), s);
  const logDensity = (x: number): Bounded => {
    if (!(x > 0 && x < Infinity)) return exact(-Infinity);
    const l = log(exact(x));
    return negate(add(add(multiply(exact(0.5), square(standard(l))), logScale), l));
  };
  const centre = Math.exp(mu);
  const v = square(s);
  return {
    kind: 'density',
    name: 'lognormal',
    parameters: { mu, sigma },
    support: [0, Infinity],
    centre,
    // wide laws are wide in log x, which the coordinate of a ray is
    scale: centre * Math.min(sigma, 1),
    logDensity,
    density: (x) => exp(logDensity(x)),
    mean: exp(add(m, multiply(exact(0.5), v))),
    variance: multiply(expm1(v), exp(add(multiply(exact(2), m), v))),
    entropy: add(m, z.entropy!),
    // the logarithm is one to one: divergence, score and information are those of the normal law
    klTo: z.klTo!,
    score: (x) => {
      const w = standard(log(exact(x)));
      return [divide(w, s), divide(subtract(square(w), exact(1)), s)];
    },
    information: z.information!,
    sampler: (stream) => randomLogNormal.source(stream.uniform)(mu, sigma),
  };
}

/** Maximum likelihood: mean and standard deviation (divided by n) of the logarithms. */
export function fitLognormal(sample: Sample): Fit<DensityLaw> {
  demandSample('lognormal', sample, 'in (0, inf)', (x) => x > 0 && x < Infinity, 2);
  const logs = Array.from(sample, (x) => ln(wide(x)));
  const average = (list: readonly Wide[]): Wide => over(plus(...list), wide(list.length));
  const mean = average(logs);
  const variance = average(logs.map((l) => times(less(l, mean), less(l, mean))));
  demand(variance.hi > variance.error, 'lognormal', 'sample', 'of two different observations', sample[0]);
  const estimates = { mu: narrow(mean), sigma: narrow(root(variance)) };
  return { law: lognormal(estimates.mu.value, estimates.sigma.value), estimates };
}

/** Those of the normal law at log x, which is known in double-double. */
export function lognormalCumulative({ mu, sigma }: Parameters): Cumulative {
  const [m, s, centre] = [wide(mu!), wide(sigma!), Math.exp(mu!)];
  const place = { support: [0, Infinity], centre, scale: centre * Math.min(sigma!, 1) } as const;
  return cumulativeOf(place, (x) => folded(over(less(ln(wide(x)), m), s), normalBeyond));
}
