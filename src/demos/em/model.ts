/** Two ascents of a lower bound: EM on a mixture of two normal laws, and mean field on a correlated normal pair. */
import { fitNormalMixture, mixtureElbo } from '../../../lib/distribution/em.ts';
import { normalMixture, responsibilities } from '../../../lib/distribution/mixture.ts';
import { multivariateNormal } from '../../../lib/distribution/multivariate-normal.ts';
import { sample } from '../../../lib/distribution/sampling.ts';
import { type Bounded, add, exact, sum } from '../../../lib/number/bounded.ts';
import type { Model } from '../kit/demo.ts';
import { type Given, type Values, choice, seed, slider } from '../kit/parameter.ts';
import { type Point, along } from '../kit/plot.ts';

const em = { when: (v: Given) => v.what === 'em' };
const field = { when: (v: Given) => v.what === 'field' };

export const parameters = {
  what: choice({ options: ['em', 'field'], initial: 'em' }),
  gap: slider({ min: 1, max: 6, step: 0.25, initial: 3.5, ...em }),
  n: slider({ min: 20, max: 200, step: 10, initial: 80, ...em }),
  mu1: slider({ min: -5, max: 5, step: 0.1, initial: -0.5, ...em }),
  mu2: slider({ min: -5, max: 5, step: 0.1, initial: 0.5, ...em }),
  rho: slider({ min: -0.95, max: 0.95, step: 0.05, initial: 0.8, ...field }),
  m1: slider({ min: -3, max: 3, step: 0.1, initial: -2, ...field }),
  m2: slider({ min: -3, max: 3, step: 0.1, initial: 2, ...field }),
  step: slider({ min: 0, max: 30, step: 1, initial: 4, play: true }),
  seed: seed(1),
};
type V = Values<typeof parameters>;

export const RANGE = [-6, 6] as const;

export interface Em {
  readonly kind: 'em';
  readonly sample: readonly number[];
  readonly density: readonly Point[];
  readonly parts: readonly (readonly Point[])[];
  /**
   * At each step the log-likelihood of the parameters, and the bound that the responsibilities of the step before give
   * them: the bound touches the log-likelihood, its maximum lifts it, and the log-likelihood lies above that.
   */
  readonly trace: readonly { readonly logLikelihood: Bounded; readonly bound: Bounded }[];
  readonly means: readonly number[];
  readonly sigmas: readonly number[];
  readonly weights: readonly number[];
  /** It ended before the steps that were asked for: nothing rises any more. */
  readonly ended: boolean;
}

export interface Field {
  readonly kind: 'field';
  readonly rho: number;
  /** The means of q after each update, of one coordinate at a time. */
  readonly path: readonly Point[];
  /** Of each of these from the true law; and what remains for ever, -log(1 - rho^2)/2. */
  readonly divergences: readonly Bounded[];
  readonly variance: number;
}

export type Result = Em | Field;

function expectationMaximisation(v: V): Em {
  const truth = normalMixture([1, 1], [-v.gap / 2, v.gap / 2], [0.8, 1]);
  const data = [...sample(truth, v.n, v.seed)];
  // Two equal parts would stay equal for ever.
  const apart = v.mu1 === v.mu2 ? 0.05 : 0;
  const start = normalMixture([1, 1], [v.mu1 - apart, v.mu2 + apart], [1, 1]);
  const { trace } = fitNormalMixture(data, start, v.step + 1);
  const laws = trace.map(({ weights, mus, sigmas }) => normalMixture(weights, mus, sigmas));
  const steps = laws.map((law, k) => {
    const before = laws[Math.max(k - 1, 0)]!;
    const rows = data.map((x) => responsibilities(before, x).map((r) => r.value));
    return { logLikelihood: sum(data.map((x) => law.logDensity(x))), bound: mixtureElbo(law, data, rows) };
  });
  const { weights, mus, sigmas } = trace.at(-1)!;
  const last = laws.at(-1)!;
  return {
    kind: 'em',
    sample: data,
    density: along((x) => last.density(x).value, RANGE, 180),
    parts: last.components.map((part, k) => along((x) => weights[k]! * part.density(x).value, RANGE, 120)),
    trace: steps,
    means: mus,
    sigmas,
    weights,
    ended: trace.length < v.step + 1,
  };
}

/**
 * p has the means 0, the variances 1 and the correlation rho. The best q(z1) for a given q(z2) is the normal law with the mean
 * rho m2 and the variance 1 - rho^2, and the same the other way (Bishop 2006, section 10.1.2).
 */
function meanField({ rho, m1, m2, step }: V): Field {
  const variance = 1 - rho * rho;
  const truth = multivariateNormal([0, 0], [[1, rho], [rho, 1]]); // prettier-ignore
  const path: Point[] = [[m1, m2]];
  for (let k = 0; k < step; k++) {
    const [a, b] = path[k]!;
    path.push(k % 2 === 0 ? [rho * b, b] : [a, rho * a]);
  }
  const divergences = path.map((m) => multivariateNormal(m, [[variance, 0], [0, variance]]).klTo!(truth)); // prettier-ignore
  return { kind: 'field', rho, path, divergences, variance };
}

export const model: Model<typeof parameters, Result> = {
  version: 1,
  parameters,
  compute: (v) => (v.what === 'em' ? expectationMaximisation(v) : meanField(v)),
};

/** Where the bound and the log-likelihood stand at the end, or the divergence and its least. */
export const ends = (r: Result): { readonly whole: Bounded; readonly bound: Bounded } => {
  if (r.kind === 'em') {
    const { logLikelihood, bound } = r.trace.at(-1)!;
    return { whole: logLikelihood, bound };
  }
  // the law is normalised, so that its evidence is log 1
  return {
    whole: exact(0),
    bound: add(exact(0), { value: -r.divergences.at(-1)!.value, error: r.divergences.at(-1)!.error }),
  };
};
