import { type Bounded, add, bounded, multiply, sum } from '../number/bounded.ts';
import { integrate } from '../number/quadrature.ts';
import { type Shares, sharesOf, swap } from '../number/share.ts';
import { bernoulliCumulative } from './bernoulli.ts';
import { betaCumulative } from './beta.ts';
import { binomialCumulative } from './binomial.ts';
import { cauchyCumulative } from './cauchy.ts';
import type { Cumulative, Parameters } from './contract.ts';
import type { DensityLaw, Law } from './density.ts';
import { discreteUniformCumulative } from './discrete-uniform.ts';
import { exponentialCumulative } from './exponential.ts';
import type { FiniteLaw } from './finite.ts';
import { gammaCumulative } from './gamma.ts';
import { geometricCumulative } from './geometric.ts';
import { laplaceCumulative } from './laplace.ts';
import { lognormalCumulative } from './lognormal.ts';
import { type Mixture, isMixture } from './mixture.ts';
import { negativeBinomialCumulative } from './negative-binomial.ts';
import { normalCumulative } from './normal.ts';
import { cumulativeOf } from './place.ts';
import { poissonCumulative } from './poisson.ts';
import { studentTCumulative } from './student-t.ts';
import { uniformCumulative } from './uniform.ts';

/** Laws with a closed form, by name. Not methods of the laws: who draws a density does not load their functions. */
const closed: Readonly<Record<string, (parameters: Parameters) => Cumulative>> = {
  bernoulli: bernoulliCumulative,
  beta: betaCumulative,
  binomial: binomialCumulative,
  cauchy: cauchyCumulative,
  'discrete uniform': discreteUniformCumulative,
  exponential: exponentialCumulative,
  gamma: gammaCumulative,
  geometric: geometricCumulative,
  laplace: laplaceCumulative,
  lognormal: lognormalCumulative,
  'negative binomial': negativeBinomialCumulative,
  normal: normalCumulative,
  poisson: poissonCumulative,
  'student t': studentTCumulative,
  uniform: uniformCumulative,
};

const made = new WeakMap<Law, Cumulative>();

/** Distribution function, survival and quantile of any law; kept for the next call. */
export function cumulative(law: Law): Cumulative {
  const known = made.get(law);
  if (known) return known;
  const form = closed[law.name];
  const own =
    form && law.parameters
      ? form(law.parameters)
      : law.kind === 'finite'
        ? listCumulative(law)
        : isMixture(law)
          ? mixtureCumulative(law)
          : densityCumulative(law);
  made.set(law, own);
  return own;
}

/** P(X <= x), relative to itself also where it is tiny. */
export const cdf = (law: Law, x: number): Bounded => cumulative(law).cdf(x);
/** P(X > x) likewise: 1 - cdf(x) without its cancellation. */
export const survival = (law: Law, x: number): Bounded => cumulative(law).survival(x);
/** The least x with P(X <= x) >= p; the lower end of the support for p = 0. RangeError for p outside [0, 1]. */
export const quantile = (law: Law, p: number): Bounded => cumulative(law).quantile!(p);

/**
 * Sums of the listed probabilities from either end. Of a countable law the mass that is not listed is in the bounds, and a
 * quantile among the outcomes that are not listed has error Infinity.
 */
function listCumulative({ outcomes, probabilities, tail }: FiniteLaw): Cumulative {
  const listed = outcomes
    .map((x, i) => ({ x, p: probabilities[i]! }))
    .filter(({ p }) => p.value > 0 || p.error > 0)
    .sort((a, b) => a.x - b.x);
  const xs = listed.map(({ x }) => x);
  const n = xs.length;
  const missing = (side?: boolean): Bounded => bounded(0, side ? tail!.omitted : 0);
  // at place i + 1 the mass up to outcome i and that above it
  const below = [missing(tail?.below)];
  const above = [missing(tail?.above)];
  for (let i = 0; i < n; i++) {
    below.push(add(below[i]!, listed[i]!.p));
    above.push(add(above[i]!, listed[n - 1 - i]!.p));
  }
  /** The last outcome up to x, or -1. */
  const last = (x: number): number => {
    let [low, high] = [-1, n];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (xs[middle]! <= x) low = middle;
      else high = middle;
    }
    return x === x ? low : x;
  };
  const support = [tail?.below ? -1 : 0, tail?.above ? n : n - 1] as const;
  const at = (i: number): Shares => [below[i + 1]!, above[n - 1 - i]!];
  const places = cumulativeOf({ support, centre: n / 2, scale: n / 4, whole: true }, at);
  return {
    cdf: (x) => places.cdf(last(x)),
    survival: (x) => places.survival(last(x)),
    quantile: (p) => {
      const { value, error } = places.quantile!(p);
      const cut = (i: number): number => xs[Math.max(0, Math.min(n - 1, i))]!;
      const open = (i: number): boolean => !!(tail?.below && i < 0) || !!(tail?.above && i >= n);
      const [low, high] = [value - error, value + error];
      const x = cut(value);
      return bounded(x, open(low) || open(high) ? Infinity : Math.max(x - cut(low), cut(high) - x));
    },
  };
}

/** The components' shares, weighted: sums of positive terms. */
function mixtureCumulative(law: Mixture): Cumulative {
  const parts = law.components.map(cumulative);
  const mean = (f: (c: Cumulative) => Bounded): Bounded => sum(parts.map((c, i) => multiply(law.shares[i]!, f(c))));
  return cumulativeOf(law, (x) => [mean((c) => c.cdf(x)), mean((c) => c.survival(x))]);
}

/**
 * Quadrature of the density from the nearer end of the support. Where the density underflows the share is only known to
 * be at most that of a place nearer to the centre.
 */
function densityCumulative(law: DensityLaw): Cumulative {
  const { support, centre, scale, breaks = [] } = law;
  const [lower, upper] = support;
  const shares = (x: number): Shares => {
    const low = x <= centre;
    if (law.density(x).value < 2 ** -1000 && law.logDensity(x).value > -Infinity) {
      const most = shares(x / 2 + centre / 2)[low ? 0 : 1];
      const none = sharesOf(bounded(0, most.value + most.error));
      return low ? none : swap(none);
    }
    // Distances from the end of the support that is an end of the integral are known better than x tells.
    const f = (t: number, below: number, above: number): Bounded =>
      low ? law.density(t, below) : law.density(t, undefined, above);
    const part = integrate(f, { lower: low ? lower : x, upper: low ? x : upper, centre, scale, breaks });
    return low ? sharesOf(part) : swap(sharesOf(part));
  };
  return cumulativeOf(law, shares);
}
