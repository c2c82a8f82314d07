import { randomGamma } from 'd3-random';
import { type Bounded, U, bounded, divide, exact, exp, log, square, subtract, sum } from '../number/bounded.ts';
import { twoProduct } from '../number/double.ts';
import { enclose } from '../number/enclose.ts';
import { digamma, logGamma, trigamma } from '../number/gamma.ts';
import { incompleteGamma } from '../number/incomplete.ts';
import { gammaSums } from '../number/kernels.ts';
import { type Wide, less, ln, minus, narrow, over, plus, times, wide } from '../number/wide.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample, once } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { deviance } from './deviance.ts';
import { cumulativeOf } from './place.ts';

const ONE = wide(1);

/**
 * The gamma law of shape a and rate b, both in (0, inf): density b^a x^(a-1) e^(-b x) / Gamma(a) on (0, inf).
 * In saddle-point form (Loader 2000) log p = a log a - a - log Gamma(a) - log x - (a log(a/(b x)) - a + b x): a constant
 * known to double precision, and a deviance that does not cancel whatever the shape.
 */
export function gamma(shape: number, rate: number): DensityLaw {
  demand(shape > 0 && shape < Infinity, 'gamma', 'shape', 'in (0, inf)', shape);
  demand(rate > 0 && rate < Infinity, 'gamma', 'rate', 'in (0, inf)', rate);
  const [a, b] = [wide(shape), wide(rate)];
  const peak = narrow(less(times(a, less(ln(a), ONE)), logGamma(a)));
  const [one, two] = [exact(shape), exact(rate)];
  const logDensity = (x: number): Bounded => {
    if (!(x > 0)) return x < 0 || shape > 1 ? exact(-Infinity) : shape < 1 ? exact(Infinity) : log(two);
    if (x === Infinity) return exact(-Infinity);
    const { hi: h, lo } = twoProduct(rate, x);
    const l = log(exact(x));
    // a - b x without the rounding of b x, which for a large shape is many ulp of the difference
    const gap = lo - lo === 0 && h > 2 ** -900 ? sum([one, exact(-h), exact(-lo)]) : undefined;
    const d = deviance(one, bounded(h, U * h + Number.MIN_VALUE), gap);
    const v = peak.value - l.value - d.value;
    return bounded(v, peak.error + l.error + d.error + U * (Math.abs(peak.value - l.value) + Math.abs(v)));
  };
  const mean = divide(one, two);
  const psi = once(() => digamma(a));
  return {
    kind: 'density',
    name: 'gamma',
    parameters: { shape, rate },
    support: [0, Infinity],
    centre: mean.value,
    scale: Math.sqrt(shape) / rate,
    logDensity,
    density: (x) => exp(logDensity(x)),
    mean,
    variance: divide(mean, two),
    get entropy() {
      return narrow(plus(a, minus(ln(b)), logGamma(a), times(less(ONE, a), psi())));
    },
    klTo: (q) => narrow(gammaKl([a, b], [wide(q.shape!), wide(q.rate!)])),
    score: (x) => [narrow(less(plus(ln(b), ln(wide(x))), psi())), subtract(mean, exact(x))],
    information: () => {
      const cross = divide(exact(-1), two);
      return [
        [narrow(trigamma(a)), cross],
        [cross, divide(one, square(two))],
      ];
    },
    logLikelihood: (sample) => {
      if (!sample.every((x: number) => x > 0 && x < Infinity)) return exact(-Infinity);
      const quick = fast(sample, a, b);
      if (quick.error <= 2 ** -46 * Math.abs(quick.value)) return quick;
      const each = sum(Array.from(sample, logDensity));
      return each.error < quick.error ? each : quick;
    },
    sampler: (stream) => randomGamma.source(stream.uniform)(shape, 1 / rate),
  };
}

/** (a1 - a2) psi(a1) - log Gamma(a1) + log Gamma(a2) + a2 log(b1/b2) + a1 (b2 - b1)/b1, in double-double. */
export function gammaKl([a1, b1]: readonly [Wide, Wide], [a2, b2]: readonly [Wide, Wide]): Wide {
  const shapes = plus(times(less(a1, a2), digamma(a1)), minus(logGamma(a1)), logGamma(a2));
  return plus(shapes, times(a2, ln(over(b1, b2))), times(a1, over(less(b2, b1), b1)));
}

/** n (a log b - log Gamma(a)) + (a - 1) sum log x - b sum x, unless that cancels. */
function fast(sample: Sample, a: Wide, b: Wide): Bounded {
  const sums = gammaSums(sample);
  const constant = times(wide(sample.length), less(times(a, ln(b)), logGamma(a)));
  return narrow(plus(constant, times(less(a, ONE), wide(sums.sumOfLogs)), minus(times(b, wide(sums.sum)))));
}

/**
 * Maximum likelihood: log a - psi(a) = log(mean x) - mean(log x), b = a / mean x (Minka 2002, whose start is used).
 * The left side falls in a, so that a sign on each side encloses the root.
 */
export function fitGamma(sample: Sample): Fit<DensityLaw> {
  demandSample('gamma', sample, 'in (0, inf)', (x) => x > 0 && x < Infinity, 2);
  const n = wide(sample.length);
  const mean = over(plus(...Array.from(sample, (x) => wide(x))), n);
  const logs = over(plus(...Array.from(sample, (x) => ln(wide(x)))), n);
  const s = less(ln(mean), logs);
  demand(s.hi > s.error, 'gamma', 'sample', 'of two different observations', sample[0]);
  const excess = (x: number): Wide => less(less(ln(wide(x)), digamma(wide(x))), s);
  let x = (3 - s.hi + Math.sqrt((s.hi - 3) ** 2 + 24 * s.hi)) / (12 * s.hi);
  for (let i = 0; i < 50; i++) {
    const next = x - excess(x).hi / (1 / x - trigamma(wide(x)).hi);
    if (!(Math.abs(next - x) > 2 * U * x)) break;
    x = next > 0 ? next : x / 2;
  }
  const shape = enclose((y) => narrow(excess(y)), x, [0, Infinity]);
  const rate = narrow(over(wide(shape), mean));
  return { law: gamma(shape.value, rate.value), estimates: { shape, rate } };
}

/** Product of the diagonal less the square of the rest: (a psi'(a) - 1)/b^2 without its cancellation. */
export const gammaInformationDeterminant = ({ shape, rate }: Parameters): Bounded =>
  narrow(over(less(times(wide(shape!), trigamma(wide(shape!))), ONE), times(wide(rate!), wide(rate!))));

/** P(X <= x) = P(shape, rate x), the regularised incomplete gamma function. */
export function gammaCumulative({ shape, rate }: Parameters): Cumulative {
  const place = { support: [0, Infinity], centre: shape! / rate!, scale: Math.sqrt(shape!) / rate! } as const;
  const [share, b] = [incompleteGamma(shape!), wide(rate!)];
  return cumulativeOf(place, (x) => share(wide(x), b));
}
