import { randomGamma, randomNormal } from 'd3-random';
import { type Bounded, U, add, bounded, divide, exact, exp, log, log1p, multiply, square, subtract } from '../number/bounded.ts'; // prettier-ignore
import { incompleteBeta } from '../number/incomplete.ts';
import { digamma, logGamma, trigamma } from '../number/gamma.ts';
import { type Wide, less, ln, ln1p, minus, narrow, over, plus, times, wide } from '../number/wide.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample, once } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { newtonFit } from './newton-fit.ts';
import { symmetric } from './place.ts';

const [ONE, HALF] = [wide(1), wide(0.5)];
const LOG_PI: Wide = { hi: 1.1447298858494002, lo: 1.0265951162707826e-17, error: 2 ** -104 };

/**
 * Student's t law with df in (0, 2^53) degrees of freedom, moved by location and stretched by scale: density
 * Gamma((v+1)/2) / (Gamma(v/2) sqrt(v pi) scale) (1 + z^2/v)^(-(v+1)/2). The mean exists for df > 1, the variance is
 * finite for df > 2 and infinite for 1 < df <= 2.
 */
export function studentT(df: number, location = 0, scale = 1): DensityLaw {
  const law = 'student t';
  demand(df > 0 && df < 2 ** 53, law, 'df', 'in (0, 2^53)', df);
  demand(Number.isFinite(location), law, 'location', 'finite', location);
  demand(scale > 0 && scale < Infinity, law, 'scale', 'in (0, inf)', scale);
  const v = wide(df);
  const [half, next] = [times(v, HALF), times(plus(v, ONE), HALF)];
  const peak = narrow(
    plus(logGamma(next), minus(logGamma(half)), times(minus(HALF), plus(ln(v), LOG_PI)), minus(ln(wide(scale)))),
  );
  const power = narrow(next);
  const drift = once(() => less(less(digamma(next), digamma(half)), over(ONE, v)));
  const standard = (x: number): Bounded => divide(subtract(exact(x), exact(location)), exact(scale));
  const logDensity = (x: number): Bounded => {
    if (!Number.isFinite(x)) return exact(-Infinity);
    const z = standard(x);
    // beyond 2^500 its square overflows, and 1 + z^2/v is z^2/v
    const l = Math.abs(z.value) < 2 ** 500 ? log1p(divide(square(z), exact(df))) : far(z);
    return subtract(peak, multiply(power, l));
  };
  const far = (z: Bounded): Bounded => {
    const l = subtract(multiply(exact(2), log({ value: Math.abs(z.value), error: z.error })), log(exact(df)));
    return bounded(l.value, l.error + U);
  };
  const w = (x: number): readonly [Bounded, Bounded] => {
    const s = square(standard(x));
    return [s, multiply(exact(scale), add(exact(df), s))];
  };
  return {
    kind: 'density',
    name: law,
    parameters: { df, location, scale },
    support: [-Infinity, Infinity],
    centre: location,
    scale,
    logDensity,
    density: (x) => exp(logDensity(x)),
    mean: df > 1 ? exact(location) : null,
    variance:
      df > 2
        ? multiply(square(exact(scale)), divide(exact(df), subtract(exact(df), exact(2))))
        : df > 1
          ? exact(Infinity)
          : null,
    get entropy() {
      return narrow(less(times(next, less(digamma(next), digamma(half))), wide(peak)));
    },
    score: (x) => {
      const [s, bottom] = w(x);
      // log1p(t) and t/(1 + t) all but cancel for large df: z is not to be rounded
      const z = over(less(wide(x), wide(location)), wide(scale));
      const t = over(times(z, z), v);
      const pull = over(times(over(plus(v, ONE), v), t), plus(ONE, t));
      return [
        narrow(times(HALF, plus(drift(), minus(ln1p(t)), pull))),
        divide(multiply(add(exact(df), exact(1)), standard(x)), bottom),
        divide(multiply(exact(df), subtract(s, exact(1))), bottom),
      ];
    },
    information: () => studentInformation({ df, scale }).map((row) => row.map(narrow)),
    sampler: (stream) => {
      const z = randomNormal.source(stream.uniform)();
      const chi = randomGamma.source(stream.uniform)(df / 2, 2 / df);
      return () => location + (scale * z()) / Math.sqrt(chi());
    },
  };
}

/** Fisher information of (df, location, scale) (Lange, Little and Taylor 1989). */
function studentInformation(p: Parameters): Wide[][] {
  const [v, s] = [wide(p.df!), wide(p.scale!)];
  const [v1, v3] = [plus(v, ONE), plus(v, wide(3))];
  const quarter = wide(0.25);
  const shapes = times(quarter, less(trigamma(times(HALF, v)), trigamma(times(HALF, v1))));
  const free = less(shapes, over(times(HALF, plus(v, wide(5))), times(v, times(v1, v3))));
  const cross = minus(over(wide(2), times(s, times(v1, v3))));
  const zero = wide(0);
  return [
    [free, zero, cross],
    [zero, over(v1, times(v3, times(s, s))), zero],
    [cross, zero, over(times(wide(2), v), times(v3, times(s, s)))],
  ];
}

/**
 * Maximum likelihood of location and scale for known degrees of freedom (df = 1: the Cauchy law), from the median and
 * the median absolute deviation, by reweighting (the EM algorithm, Lange, Little and Taylor 1989) until it turns
 * slow, then by Newton's method. For df >= 1 the maximum is unique unless half of the observations are equal.
 */
export function fitStudentT(sample: Sample, df: number): Fit<DensityLaw> {
  demand(df > 0 && df < 2 ** 53, 'student t', 'df', 'in (0, 2^53)', df);
  demandSample('student t', sample, 'finite', Number.isFinite, 3);
  const sorted = Float64Array.from(sample).sort();
  const median = (list: Float64Array): number => (list[(list.length - 1) >> 1]! + list[list.length >> 1]!) / 2;
  let location = median(sorted);
  let scale = median(sorted.map((x) => Math.abs(x - location)).sort());
  demand(scale > 0, 'student t', 'sample', 'without one value in half of its places', location);
  for (let round = 0; round < 100; round++) {
    let [weights, first, second] = [0, 0, 0];
    for (const x of sorted) {
      const w = (df + 1) / (df + ((x - location) / scale) ** 2);
      weights += w;
      first += w * x;
    }
    location = first / weights;
    for (const x of sorted) second += ((df + 1) / (df + ((x - location) / scale) ** 2)) * (x - location) ** 2;
    scale = Math.sqrt(second / sorted.length);
  }
  const estimates = newtonFit(['location', 'scale'], [location, scale], (p) => ascent(sorted, wide(df), p), ['scale']);
  return { law: studentT(df, estimates.location!.value, estimates.scale!.value), estimates };
}

/** Mean score in (location, scale) and minus its derivative, in double-double. */
function ascent(sample: Float64Array, v: Wide, p: Parameters) {
  const [m, s, n] = [wide(p.location!), wide(p.scale!), wide(sample.length)];
  const v1 = plus(v, ONE);
  const sums = [wide(0), wide(0), wide(0), wide(0), wide(0)] as [Wide, Wide, Wide, Wide, Wide];
  for (const x of sample) {
    const z = over(less(wide(x), m), s);
    const q = times(z, z);
    const d = plus(v, q);
    const one = over(times(v1, z), d); // -d rho/dz of rho = (v+1)/2 log(1 + z^2/v)
    const two = over(times(v1, less(v, q)), times(d, d));
    [one, less(times(one, z), ONE), two, times(two, z), times(two, q)].forEach((t, i) => (sums[i] = plus(sums[i]!, t)));
  }
  const [g, h, a, b, c] = sums.map((t) => over(over(t, n), s)) as [Wide, Wide, Wide, Wide, Wide];
  const [zg, mix] = [plus(h, over(ONE, s)), plus(b, g)];
  return {
    score: [g, h],
    information: [
      [over(a, s), over(mix, s)],
      [over(mix, s), over(plus(c, zg, zg, minus(over(ONE, s))), s)],
    ],
  };
}

/** P(X > x) = I_w(df/2, 1/2)/2, w = df/(df + z^2), above the median, beside which the density is below 1/2. */
export function studentTCumulative({ df, location, scale }: Parameters): Cumulative {
  const share = incompleteBeta(df! / 2, 0.5);
  const v = wide(df!);
  const beyond = (z: Wide): Bounded => {
    if (z.hi < 2 ** -480) return bounded(0.5, z.hi + Number.MIN_VALUE);
    const square = times(z, z);
    const whole = plus(v, square);
    return multiply(exact(0.5), share(over(v, whole), over(square, whole))[0]);
  };
  return symmetric(location!, scale!, beyond, undefined, df!);
}
