/** The average negative log-likelihood of a sample as a function of the parameter, and the cross-entropy that it goes to. */
import type { DensityLaw } from '../../../lib/distribution/density.ts';
import { crossEntropy, entropy, kl } from '../../../lib/distribution/divergence.ts';
import { exponential } from '../../../lib/distribution/exponential.ts';
import { laplace } from '../../../lib/distribution/laplace.ts';
import { logLikelihood } from '../../../lib/distribution/likelihood.ts';
import { normalMixture } from '../../../lib/distribution/mixture.ts';
import { normal, normalCumulative } from '../../../lib/distribution/normal.ts';
import { sample } from '../../../lib/distribution/sampling.ts';
import { type Bounded, divide, exact, negate } from '../../../lib/number/bounded.ts';
import { minimise } from '../../../lib/number/optimise.ts';
import type { Model } from '../kit/demo.ts';
import { type Values, choice, seed, slider } from '../kit/parameter.ts';
import { type Point, type Range, along } from '../kit/plot.ts';

export const parameters = {
  truth: choice({ options: ['normal', 'laplace', 'exponential', 'mixture'], initial: 'normal' }),
  n: slider({ min: 2, max: 1000, step: 1, initial: 10, log: true }),
  seed: seed(1),
};
type V = Values<typeof parameters>;

export const RANGE: Range = [-2, 3];
const STEPS = 60;

export const truths = {
  normal: normal(0.5, 1),
  laplace: laplace(0.5, 1),
  exponential: exponential(1),
  mixture: normalMixture([2, 1], [-0.5, 2], [0.6, 0.6]),
};

/** The two families, by their centre. */
export const families = {
  f: (theta: number): DensityLaw => normal(theta, 1),
  g: (theta: number): DensityLaw => laplace(theta, 1),
};
type Name = keyof typeof families;

/** E |x - theta| for a normal law. */
function around(mu: number, sigma: number): (theta: number) => number {
  const [{ density }, { cdf }] = [normal(mu, sigma), normalCumulative({ mu, sigma })];
  return (t) => (t - mu) * (2 * cdf(t).value - 1) + 2 * sigma * sigma * density(t).value;
}
const [left, right] = [around(-0.5, 0.6), around(2, 0.6)];
const distances: Readonly<Record<V['truth'], (theta: number) => number>> = {
  normal: around(0.5, 1),
  laplace: (t) => Math.abs(t - 0.5) + Math.exp(-Math.abs(t - 0.5)),
  exponential: (t) => (t < 0 ? 1 - t : t - 1 + 2 * Math.exp(-t)),
  mixture: (t) => (2 * left(t) + right(t)) / 3,
};

/** Cross-entropy in closed form, in doubles without a bound: for the curve, and for the place of the least. */
export function crossing(truth: V['truth'], name: Name): (theta: number) => number {
  const { mean, variance } = truths[truth];
  if (name === 'f') return (t) => (Math.log(2 * Math.PI) + variance!.value + (mean!.value - t) ** 2) / 2;
  return (t) => Math.LN2 + distances[truth](t);
}

/** What does not depend on the sample. */
export interface Limit {
  readonly curve: readonly Point[];
  readonly theta: number;
  readonly least: Bounded;
  readonly kl: Bounded;
}

export interface Fitted extends Limit {
  readonly average: readonly Point[];
  readonly estimate: number;
  readonly found: Bounded;
}

export interface Result {
  readonly entropy: Bounded;
  readonly f: Fitted;
  readonly g: Fitted;
}

const limits = new Map<string, Limit>();

function limit(truth: V['truth'], name: Name): Limit {
  const key = `${truth} ${name}`;
  const known = limits.get(key);
  if (known) return known;
  const at = crossing(truth, name);
  const theta = minimise(at, ...RANGE).x;
  const [p, best] = [truths[truth], families[name](theta)];
  const made = { curve: along(at, RANGE, STEPS), theta, least: crossEntropy(p, best), kl: kl(p, best) };
  limits.set(key, made);
  return made;
}

function fitted(truth: V['truth'], name: Name, data: Float64Array): Fitted {
  const average = (theta: number): Bounded =>
    divide(negate(logLikelihood(families[name](theta), data)), exact(data.length));
  const estimate = minimise((t) => average(t).value, Math.min(...data), Math.max(...data)).x;
  return {
    ...limit(truth, name),
    average: along((t) => average(t).value, RANGE, STEPS),
    estimate,
    found: average(estimate),
  };
}

function compute({ truth, n, seed }: V): Result {
  const data = sample(truths[truth], n, seed);
  return { entropy: entropy(truths[truth]), f: fitted(truth, 'f', data), g: fitted(truth, 'g', data) };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute };
