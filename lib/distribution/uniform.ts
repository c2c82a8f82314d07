import { randomUniform } from 'd3-random';
import {
  type Bounded,
  divide,
  exact,
  log,
  multiply,
  negate,
  rounded,
  square,
  subtract,
  add,
} from '../number/bounded.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { cumulativeOf } from './place.ts';

/** The uniform law on [lower, upper], both finite, lower < upper. */
export function uniform(lower: number, upper: number): DensityLaw {
  demand(Number.isFinite(lower), 'uniform', 'lower', 'finite', lower);
  demand(Number.isFinite(upper) && upper > lower, 'uniform', 'upper', `finite and above lower = ${lower}`, upper);
  const width = subtract(exact(upper), exact(lower));
  demand(Number.isFinite(width.error), 'uniform', 'upper', 'less than 1.8e308 above lower', upper);
  const height = divide(exact(1), width);
  const logHeight = negate(log(width));
  const inside = (x: number): boolean => x >= lower && x <= upper;
  const half = exact(0.5);
  const mean: Bounded = add(multiply(half, exact(lower)), multiply(half, exact(upper)));
  return {
    kind: 'density',
    name: 'uniform',
    parameters: { lower, upper },
    support: [lower, upper],
    centre: mean.value,
    scale: width.value,
    logDensity: (x) => (inside(x) ? logHeight : exact(-Infinity)),
    density: (x) => (inside(x) ? height : exact(0)),
    mean,
    variance: multiply(square(width), rounded(1 / 12)),
    entropy: log(width),
    // Infinity unless the second holds the first; the support moves with the parameters, so there is no score
    klTo: (q) =>
      lower >= q.lower! && upper <= q.upper!
        ? subtract(log(subtract(exact(q.upper!), exact(q.lower!))), log(width))
        : exact(Infinity),
    sampler: (stream) => randomUniform.source(stream.uniform)(lower, upper),
  };
}

/** Maximum likelihood: the least and the largest observation. */
export function fitUniform(sample: Sample): Fit<DensityLaw> {
  demandSample('uniform', sample, 'finite', Number.isFinite, 2);
  const sorted = Float64Array.from(sample).sort();
  const [lower, upper] = [sorted[0]!, sorted[sorted.length - 1]!];
  demand(upper > lower, 'uniform', 'sample', 'of two different observations', lower);
  return { law: uniform(lower, upper), estimates: { lower: exact(lower), upper: exact(upper) } };
}

export function uniformCumulative({ lower, upper }: Parameters): Cumulative {
  const [low, high] = [exact(lower!), exact(upper!)];
  const width = subtract(high, low);
  return cumulativeOf(
    { support: [lower!, upper!], centre: lower!, scale: width.value },
    (x) => [divide(subtract(exact(x), low), width), divide(subtract(high, exact(x)), width)],
    (p) => (p > 0.5 ? subtract(high, multiply(exact(1 - p), width)) : add(low, multiply(exact(p), width))),
  );
}
