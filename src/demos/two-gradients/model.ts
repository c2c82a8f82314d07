/** Two unbiased estimates of the slope of E_q f(x), q = N(mu, sigma^2), their exact variances, and ascents by each. */
import { type GradientEstimator, gradientMoments } from '../../../lib/distribution/gradient.ts';
import { type DensityLaw } from '../../../lib/distribution/density.ts';
import { normal } from '../../../lib/distribution/normal.ts';
import { sample } from '../../../lib/distribution/sampling.ts';
import {
  type Bounded,
  add,
  divide,
  exact,
  multiply,
  sqrt,
  square,
  subtract,
  sum,
} from '../../../lib/number/bounded.ts';
import type { Model } from '../kit/demo.ts';
import { type Values, choice, seed, slider } from '../kit/parameter.ts';
import { type Point, along } from '../kit/plot.ts';

export const parameters = {
  f: choice({ options: ['hill', 'square', 'slope', 'ridges'], initial: 'hill' }),
  parameter: choice({ options: ['mu', 'sigma'], initial: 'mu' }),
  mu: slider({ min: -3, max: 3, step: 0.1, initial: -1 }),
  sigma: slider({ min: 0.2, max: 2, step: 0.1, initial: 1 }),
  baseline: slider({ min: -20, max: 20, step: 0.5, initial: 0 }),
  draws: slider({ min: 1, max: 50, step: 1, initial: 1 }),
  rate: slider({ min: 0.01, max: 0.2, step: 0.01, initial: 0.05 }),
  step: slider({ min: 0, max: 100, step: 2, initial: 60, play: true }),
  seed: seed(1),
};
type V = Values<typeof parameters>;

/** Draws whose estimates are drawn; those of the ascent follow them. */
export const FIRST = 200;
export type Method = GradientEstimator['method'];
export const methods = ['score', 'reparameterisation'] as const satisfies readonly Method[];

/** Coefficients of 1, x, x^2, …: -(x - 1)^2, x^2, 2 x, and x^2 - x^4/8, which has two tops. */
export const polynomials: Readonly<Record<V['f'], readonly number[]>> = {
  hill: [-1, 2, -1],
  square: [0, 0, 1],
  slope: [0, 2],
  ridges: [0, 0, 1, 0, -0.125],
};
/** By Horner's rule. */
export const value = (c: readonly number[], x: Bounded): Bounded =>
  c.reduceRight((s, a) => add(multiply(s, x), exact(a)), exact(0));
const derivative = (c: readonly number[]): number[] => c.slice(1).map((a, i) => a * (i + 1));

/** One estimate from one draw x of q = N(mu, sigma^2); the score comes from the law. */
export function estimate(v: V, method: Method, q: DensityLaw, x: number): Bounded {
  const c = polynomials[v.f];
  const at = exact(x);
  if (method === 'score')
    return multiply(subtract(value(c, at), exact(v.baseline)), q.score!(x)[v.parameter === 'mu' ? 0 : 1]!);
  const slope = value(derivative(c), at);
  return v.parameter === 'mu' ? slope : multiply(slope, divide(subtract(at, exact(q.centre)), exact(q.scale)));
}

export interface Estimates {
  readonly mean: Bounded;
  /** Of one draw. */
  readonly variance: Bounded;
  readonly estimates: readonly Bounded[];
  /** Standard deviation of these. */
  readonly spread: Bounded;
  /** The parameter after 0, 1, … steps of stochastic ascent in doubles: where a run has come to is exactly that. */
  readonly path: readonly number[];
}

export type Result = Readonly<Record<Method, Estimates>> & {
  readonly f: readonly Point[];
  readonly q: readonly Point[];
  /** Variance of the score estimate over that of the other; null where that has none at all. */
  readonly ratio: Bounded | null;
};

/** The parameter stays in the range of its slider: an ascent that leaves it has nothing to teach. */
const clamp = (v: V, x: number): number =>
  Math.min(Math.max(x, parameters[v.parameter].min), parameters[v.parameter].max);

function estimates(v: V, method: Method): Estimates {
  const moments = gradientMoments(polynomials[v.f], { method, parameter: v.parameter, mu: v.mu, sigma: v.sigma, baseline: v.baseline }); // prettier-ignore
  const q = normal(v.mu, v.sigma);
  // A draw is the double that it is rounded to. The same standard normal draws for both methods: they differ by the method alone.
  const noise = sample(normal(0, 1), FIRST + parameters.step.max * v.draws, v.seed);
  const path = [v[v.parameter]];
  for (let k = 0; k < v.step; k++) {
    const [mu, sigma] = v.parameter === 'mu' ? [path[k]!, v.sigma] : [v.mu, path[k]!];
    const here = normal(mu, sigma);
    const total = sum(
      Array.from({ length: v.draws }, (_, i) =>
        estimate(v, method, here, mu + sigma * noise[FIRST + k * v.draws + i]!),
      ),
    );
    path.push(clamp(v, path[k]! + (v.rate * total.value) / v.draws));
  }
  const first = Array.from(noise.subarray(0, FIRST), (e) => estimate(v, method, q, v.mu + v.sigma * e));
  const mean = divide(sum(first), exact(FIRST));
  const squares = sum(first.map((x) => square(subtract(x, mean))));
  return { ...moments, estimates: first, spread: sqrt(divide(squares, exact(FIRST - 1))), path };
}

function compute(v: V): Result {
  const [score, reparameterisation] = methods.map((method) => estimates(v, method)) as [Estimates, Estimates];
  const q = normal(v.mu, v.sigma);
  const still = reparameterisation.variance.value <= reparameterisation.variance.error;
  return {
    score,
    reparameterisation,
    f: along((x) => value(polynomials[v.f], exact(x)).value, [-4, 4], 120),
    q: along((x) => q.density(x).value, [-4, 4], 120),
    ratio: still ? null : divide(score.variance, reparameterisation.variance),
  };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute };
