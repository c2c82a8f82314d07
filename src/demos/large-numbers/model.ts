/** Running means of independent draws, and the probability that the last of them is far from the mean of the law. */
import { bernoulli } from '../../../lib/distribution/bernoulli.ts';
import { cauchy, cauchyCumulative } from '../../../lib/distribution/cauchy.ts';
import { chebyshev, chernoff, exactTail, hoeffding } from '../../../lib/distribution/concentration.ts';
import type { Law } from '../../../lib/distribution/density.ts';
import { discreteUniform } from '../../../lib/distribution/discrete-uniform.ts';
import { variance } from '../../../lib/distribution/expectation.ts';
import { exponential } from '../../../lib/distribution/exponential.ts';
import type { FiniteLaw } from '../../../lib/distribution/finite.ts';
import { gammaCumulative } from '../../../lib/distribution/gamma.ts';
import { normal, normalCumulative } from '../../../lib/distribution/normal.ts';
import { sample } from '../../../lib/distribution/sampling.ts';
import { type Bounded, add, exact, minimum, multiply } from '../../../lib/number/bounded.ts';
import type { Model } from '../kit/demo.ts';
import { type Values, choice, seed, slider } from '../kit/parameter.ts';
import type { Point, Range } from '../kit/plot.ts';

export const parameters = {
  law: choice({ options: ['coin', 'die', 'exponential', 'normal', 'cauchy'], initial: 'coin' }),
  p: slider({ min: 0.05, max: 0.95, step: 0.05, initial: 0.5, when: (v) => v.law === 'coin' }),
  n: slider({ min: 10, max: 2000, step: 1, initial: 200, log: true }),
  epsilon: slider({ min: 0.05, max: 1, step: 0.05, initial: 0.1 }),
  paths: slider({ min: 1, max: 40, step: 1, initial: 16 }),
  seed: seed(1),
};
type V = Values<typeof parameters>;

/** The law, its mean (its centre, where it has none), and the range of means that is drawn. */
function lawOf({ law, p }: V): { law: Law; centre: number; range: Range } {
  switch (law) {
    case 'coin':
      return { law: bernoulli(p), centre: p, range: [0, 1] };
    case 'die':
      return { law: discreteUniform(1, 6), centre: 3.5, range: [1, 6] };
    case 'exponential':
      return { law: exponential(1), centre: 1, range: [0, 3] };
    case 'normal':
      return { law: normal(0, 1), centre: 0, range: [-2, 2] };
    case 'cauchy':
      return { law: cauchy(0, 1), centre: 0, range: [-6, 6] };
  }
}

/**
 * How far off counts. Means of coins and dice, their centre and epsilon are multiples of 1/(20 n): half a step less is the
 * same event, and a mean that is off by epsilon itself does not lie there by a rounding.
 */
const reach = ({ law, epsilon }: V, n: number): number =>
  law === 'coin' || law === 'die' ? epsilon - 1 / (40 * n) : epsilon;

/** P(|mean of n draws - centre| >= epsilon), by the law of the mean: a convolution, a gamma, a normal or a Cauchy law. */
function tail(v: V, law: Law, n: number): Bounded {
  const e = v.epsilon;
  switch (v.law) {
    case 'coin':
    case 'die':
      return exactTail(law as FiniteLaw, n, reach(v, n));
    case 'exponential': {
      const mean = gammaCumulative({ shape: n, rate: n });
      return e < 1 ? add(mean.cdf(1 - e), mean.survival(1 + e)) : mean.survival(1 + e);
    }
    case 'normal':
      return multiply(exact(2), normalCumulative({ mu: 0, sigma: 1 }).survival(e * Math.sqrt(n)));
    case 'cauchy':
      return multiply(exact(2), cauchyCumulative({ location: 0, scale: 1 }).survival(e));
  }
}

/** Bounds of that probability at one n; null where there is none. */
export interface Tail {
  readonly n: number;
  readonly exact: Bounded;
  readonly chebyshev: Bounded | null;
  readonly hoeffding: Bounded | null;
  readonly chernoff: Bounded | null;
}

export interface Result {
  readonly paths: readonly (readonly Point[])[];
  readonly centre: number;
  readonly range: Range;
  readonly tails: readonly Tail[];
  /** Of one draw; null where it has none. */
  readonly variance: Bounded | null;
  /** How many of the paths end outside. */
  readonly outside: number;
}

/** About `count` integers from 1 to n, in equal ratios. */
function grid(n: number, count: number): number[] {
  const all = Array.from({ length: count + 1 }, (_, i) => Math.round(n ** (i / count)));
  return [...new Set(all)];
}

function bounds(v: V, law: Law, centre: number, n: number): Tail {
  const e = exact(v.epsilon);
  const finite = law.kind === 'finite' ? law : null;
  const spread = v.law === 'cauchy' ? null : variance(law);
  const [low, high] = finite ? [finite.outcomes[0]!, finite.outcomes.at(-1)!] : [0, 0];
  const sides = finite ? [centre - v.epsilon, centre + v.epsilon].filter((a) => a >= low && a <= high) : [];
  return {
    n,
    exact: tail(v, law, n),
    chebyshev: spread && chebyshev(spread, n, e),
    hoeffding: finite && hoeffding(low, high, n, e),
    chernoff: finite && minimum([exact(1), sides.map((a) => chernoff(finite, n, a)).reduce(add, exact(0))]),
  };
}

function compute(v: V, report?: (share: number) => void): Result {
  const { law, centre, range } = lawOf(v);
  const shown = new Set(grid(v.n, 160));
  const paths = Array.from({ length: v.paths }, (_, i) => {
    let total = 0;
    return [...sample(law, v.n, v.seed * 100 + i)].flatMap((x, k): Point[] => {
      total += x;
      return shown.has(k + 1) ? [[k + 1, total / (k + 1)]] : [];
    });
  });
  const ns = grid(v.n, 11);
  // The last ones cost nearly all: a convolution takes the square of n.
  const cost = (k: number): number => ns.slice(0, k).reduce((s, n) => s + n * n, 0);
  const tails = ns.map((n, k) => {
    report?.(cost(k) / cost(ns.length));
    return bounds(v, law, centre, n);
  });
  const outside = paths.filter((path) => Math.abs(path.at(-1)![1] - centre) >= reach(v, v.n)).length;
  return { paths, centre, range, tails, variance: v.law === 'cauchy' ? null : variance(law), outside };
}

export const model: Model<typeof parameters, Result> = {
  version: 1,
  parameters,
  compute,
  heavy: ({ law, n }) => (law === 'coin' && n > 200) || (law === 'die' && n > 40),
};
