import { randomExponential } from 'd3-random';
import {
  type Bounded,
  U,
  bounded,
  divide,
  exact,
  log,
  log1p,
  negate,
  rounded,
  square,
  subtract,
} from '../number/bounded.ts';
import { moments } from '../number/kernels.ts';
import { decay, swap } from '../number/share.ts';
import { wide } from '../number/wide.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { gap } from './gap.ts';
import { cumulativeOf } from './place.ts';

/** The exponential law with rate in (0, inf): density rate e^(-rate x) on [0, inf), mean 1 / rate. */
export function exponential(rate: number): DensityLaw {
  demand(rate > 0 && rate < Infinity, 'exponential', 'rate', 'in (0, inf)', rate);
  const logRate = log(exact(rate));
  const mean = rounded(1 / rate);
  const logDensity = (x: number): Bounded => {
    if (!(x >= 0)) return exact(-Infinity);
    const h = rate * x;
    const v = logRate.value - h;
    return bounded(v, logRate.error + U * (h + Math.abs(v)) * (1 + 4 * U) + Number.MIN_VALUE);
  };
  const density = (x: number): Bounded => {
    if (!(x >= 0)) return exact(0);
    const h = rate * x;
    const v = rate * Math.exp(-h);
    return bounded(
      v,
      v * (Math.expm1(2 * U * Math.min(h, 1e4)) + 6 * U) + (h > 700 ? 4 * Number.MIN_VALUE * (1 + rate) : 0),
    );
  };
  const v = mean.value * mean.value;
  return {
    kind: 'density',
    name: 'exponential',
    parameters: { rate },
    support: [0, Infinity],
    centre: mean.value,
    scale: mean.value,
    logDensity,
    density,
    mean,
    variance: bounded(v, 4 * U * v + 4 * Number.MIN_VALUE),
    entropy: subtract(exact(1), logRate),
    // r2/r1 - 1 - log(r2/r1)
    klTo: (q) => gap(exact(q.rate!), exact(rate), false),
    score: (x) => [subtract(mean, exact(x))],
    information: () => [[square(mean)]],
    sampler: (stream) => randomExponential.source(stream.uniform)(rate),
  };
}

/** Maximum likelihood: one over the mean. */
export function fitExponential(sample: Sample): Fit<DensityLaw> {
  demandSample('exponential', sample, 'in [0, inf)', (x) => x >= 0 && x < Infinity);
  const { mean } = moments(sample);
  demand(mean.value > mean.error, 'exponential', 'sample', 'of a positive observation at least', sample[0]);
  const rate = divide(exact(1), mean);
  return { law: exponential(rate.value), estimates: { rate } };
}

/** P(X > x) = e^(-rate x). */
export function exponentialCumulative({ rate }: Parameters): Cumulative {
  const [r, b] = [wide(rate!), exact(rate!)];
  return cumulativeOf(
    { support: [0, Infinity], centre: 1 / rate!, scale: 1 / rate! },
    (x) => swap(decay(r, x)),
    (p) => divide(negate(p > 0.5 ? log(exact(1 - p)) : log1p(exact(-p))), b),
  );
}
