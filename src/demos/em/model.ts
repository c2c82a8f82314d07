/** Two ascents of a lower bound: EM on a mixture of two normal laws, and mean field on a correlated normal pair. */
import { fitNormalMixture, mixtureElbo } from '../../../lib/distribution/em.ts';
import { expectation } from '../../../lib/distribution/expectation.ts';
import { type Mixture, normalMixture, responsibilities } from '../../../lib/distribution/mixture.ts';
import { multivariateNormal } from '../../../lib/distribution/multivariate-normal.ts';
import { normal } from '../../../lib/distribution/normal.ts';
import { sample } from '../../../lib/distribution/sampling.ts';
import {
  type Bounded,
  divide,
  exact,
  log,
  multiply,
  negate,
  square,
  subtract,
  sum,
} from '../../../lib/number/bounded.ts';
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
  readonly trace: readonly {
    readonly logLikelihood: Bounded;
    readonly bound: Bounded;
    /** Divergence of those responsibilities from the ones of this step: what the bound leaves out. */
    readonly gap: Bounded;
  }[];
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
  /** E a^2 rho^2 / (2 (1 - rho^2)) under the law of one coordinate of q: the last term of what mean field costs. */
  readonly second: Bounded;
}

export type Result = Em | Field;

/** Responsibilities of two parts as doubles that add up to 1 without rounding: 1 - r is exact for the larger of them. */
function sharesOf(law: Mixture, x: number): number[] {
  const [a, b] = responsibilities(law, x).map((r) => Math.min(r.value, 1)) as [number, number];
  return a > b ? [a, 1 - a] : [1 - b, b];
}

/** The terms q log(q / p) of a divergence. */
const apart = (q: readonly number[], p: readonly Bounded[]): Bounded[] =>
  q.map((share, k) => (share === 0 ? exact(0) : multiply(exact(share), subtract(log(exact(share)), log(p[k]!)))));

function expectationMaximisation(v: V, report?: (share: number) => void): Em {
  const truth = normalMixture([1, 1], [-v.gap / 2, v.gap / 2], [0.8, 1]);
  const data = [...sample(truth, v.n, v.seed)];
  // Two equal parts would stay equal for ever.
  const off = v.mu1 === v.mu2 ? 0.05 : 0;
  const start = normalMixture([1, 1], [v.mu1 - off, v.mu2 + off], [1, 1]);
  const { trace } = fitNormalMixture(data, start, v.step + 1);
  const laws = trace.map(({ weights, mus, sigmas }) => normalMixture(weights, mus, sigmas));
  const steps = laws.map((law, k) => {
    report?.(k / laws.length);
    const before = laws[Math.max(k - 1, 0)]!;
    const rows = data.map((x) => sharesOf(before, x));
    const gap = sum(data.flatMap((x, i) => apart(rows[i]!, responsibilities(law, x))));
    return { logLikelihood: sum(data.map((x) => law.logDensity(x))), bound: mixtureElbo(law, data, rows), gap };
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
  const factor = divide(exact(rho * rho), multiply(exact(2), subtract(exact(1), square(exact(rho)))));
  const second = expectation(normal(0, Math.sqrt(variance)), (a) => multiply(factor, square(exact(a))));
  return { kind: 'field', rho, path, divergences, variance, second };
}

export const model: Model<typeof parameters, Result> = {
  version: 1,
  parameters,
  compute: (v, report) => (v.what === 'em' ? expectationMaximisation(v, report) : meanField(v)),
  heavy: ({ what, n, step }) => what === 'em' && n * step > 2500,
};

/** Where the bound and what it bounds stand at the end, and what lies between them. */
export const ends = (r: Result): { readonly whole: Bounded; readonly bound: Bounded; readonly gap: Bounded } => {
  if (r.kind === 'em') {
    const { logLikelihood, bound, gap } = r.trace.at(-1)!;
    return { whole: logLikelihood, bound, gap };
  }
  // the law is normalised, so that its evidence is log 1
  const gap = r.divergences.at(-1)!;
  return { whole: exact(0), bound: negate(gap), gap };
};
