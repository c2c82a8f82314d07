/**
 * One hidden number z, a normal q for what is known of it, and the evidence cut in two by q. A conjugate model (normal
 * observations, posterior in closed form) and one that is not (coins whose log-odds are z; everything by quadrature).
 */
import { normalNormal } from '../../../lib/distribution/conjugate.ts';
import type { DensityLaw } from '../../../lib/distribution/density.ts';
import { entropy, kl } from '../../../lib/distribution/divergence.ts';
import { expectation } from '../../../lib/distribution/expectation.ts';
import { normal } from '../../../lib/distribution/normal.ts';
import { sample } from '../../../lib/distribution/sampling.ts';
import { type Bounded, add, bounded, divide, exact, exp, log, multiply, negate, sqrt, square, subtract, sum } from '../../../lib/number/bounded.ts'; // prettier-ignore
import { logSumExp } from '../../../lib/number/log-sum-exp.ts';
import { integrate } from '../../../lib/number/quadrature.ts';
import type { Model } from '../kit/demo.ts';
import { normalMean } from '../kit/normal-mean.ts';
import { type Values, choice, data, seed, slider } from '../kit/parameter.ts';
import { type Point, along } from '../kit/plot.ts';

export const parameters = {
  model: choice({ options: ['normal', 'coins'], initial: 'normal' }),
  x: data({ min: -4, max: 4, step: 0.1, most: 10, initial: [0.8, 1.9, 1.4], when: (v) => v.model === 'normal' }),
  heads: slider({ min: 0, max: 12, step: 1, initial: 5, when: (v) => v.model === 'coins' }),
  tails: slider({ min: 0, max: 12, step: 1, initial: 1, when: (v) => v.model === 'coins' }),
  m: slider({ min: -3, max: 4, step: 0.05, initial: 0.2 }),
  s: slider({ min: 0.1, max: 3, step: 0.05, initial: 1 }),
  step: slider({ min: 0, max: 20, step: 1, initial: 0, play: true }),
  k: slider({ min: 1, max: 64, step: 1, initial: 16, log: true }),
  seed: seed(1),
};
type V = Values<typeof parameters>;

export const RANGE = [-4, 5] as const;
/** Standard deviations of the prior of z and of a normal observation around z. */
const [PRIOR, NOISE] = [2, 1];
const prior = normal(0, PRIOR);
/** Sets of draws of which the importance-weighted bound is the average. */
const SETS = 200;

interface Target {
  logJoint(z: number): Bounded;
  /** Its derivative in z, for the ascent. */
  slope(z: number): number;
  readonly logEvidence: Bounded;
  /** Where the posterior lies, for quadrature under it. */
  readonly posterior: DensityLaw | null;
}

const softplus = (z: number): Bounded => logSumExp([exact(0), exact(z)]);

function target(v: V): Target {
  if (v.model === 'normal') {
    const known = normalNormal(v.x, { sigma: NOISE, m0: 0, s0: PRIOR });
    const total = v.x.reduce((a, b) => a + b, 0);
    return {
      logJoint: known.logJoint,
      slope: (z) => -z / PRIOR ** 2 + (total - v.x.length * z) / NOISE ** 2,
      logEvidence: known.logEvidence,
      posterior: known.posterior.law,
    };
  }
  const [heads, tails] = [exact(v.heads), exact(v.tails)];
  const logJoint = (z: number): Bounded =>
    sum([prior.logDensity(z), negate(multiply(heads, softplus(-z))), negate(multiply(tails, softplus(z)))]);
  return {
    logJoint,
    slope: (z) => -z / PRIOR ** 2 + v.heads - (v.heads + v.tails) / (1 + Math.exp(-z)),
    logEvidence: log(
      integrate((z) => exp(logJoint(z)), { lower: -Infinity, upper: Infinity, centre: 0, scale: PRIOR }),
    ),
    posterior: null,
  };
}

export interface Gap {
  readonly m: number;
  readonly s: number;
  readonly elbo: Bounded;
}

export interface Result {
  readonly logEvidence: Bounded;
  readonly elbo: Bounded;
  readonly kl: Bounded;
  readonly prior: readonly Point[];
  readonly posterior: readonly Point[];
  readonly q: readonly Point[];
  /** q and its bound before each step of the ascent, and after the last. */
  readonly path: readonly Gap[];
  /** The bound by k draws for k = 1, 2, 4, …: the average of many sets, with four standard errors. */
  readonly weighted: readonly { readonly k: number; readonly bound: Bounded }[];
}

const elboOf = ({ logJoint }: Target, q: DensityLaw): Bounded => add(expectation(q, logJoint), entropy(q));

/**
 * Steps up the bound in m and log s by its gradient E slope(z) and s E[(z - m) slope(z)] + 1, scaled by the width of q as a
 * natural gradient is, and by half.
 */
function climb(v: V, t: Target): Gap[] {
  let [m, s] = [v.m, v.s];
  const path: Gap[] = [];
  for (let k = 0; ; k++) {
    const q = normal(m, s);
    path.push({ m, s, elbo: elboOf(t, q) });
    if (k === v.step) return path;
    const [centre, width] = [m, s];
    const first = normalMean((e) => t.slope(centre + width * e));
    const second = normalMean((e) => width * e * t.slope(centre + width * e)) + 1;
    m += 0.5 * s * s * first;
    s *= Math.exp(Math.max(Math.min(0.25 * second, 0.5), -0.5));
  }
}

function weightedBounds(v: V, t: Target, q: DensityLaw, report?: (share: number) => void): Result['weighted'] {
  const draws = sample(q, SETS * v.k, v.seed);
  const logs = [...draws].map((z) => subtract(t.logJoint(z), q.logDensity(z)));
  const ks = [...new Set([...Array.from({ length: 7 }, (_, i) => 2 ** i).filter((k) => k < v.k), v.k])];
  return ks.map((k, i) => {
    report?.(i / ks.length);
    const count = log(exact(k));
    const list = Array.from({ length: SETS }, (_, j) => subtract(logSumExp(logs.slice(j * v.k, j * v.k + k)), count));
    const mean = divide(sum(list), exact(SETS));
    const squares = sum(list.map((l) => square(subtract(l, mean))));
    const error = sqrt(divide(squares, exact((SETS - 1) * SETS)));
    return { k, bound: bounded(mean.value, mean.error + 4 * (error.value + error.error)) };
  });
}

function compute(v: V, report?: (share: number) => void): Result {
  const t = target(v);
  const path = climb(v, t);
  const { m, s, elbo } = path.at(-1)!;
  const q = normal(m, s);
  const logPosterior = (z: number): Bounded => subtract(t.logJoint(z), t.logEvidence);
  return {
    logEvidence: t.logEvidence,
    elbo,
    kl: t.posterior ? kl(q, t.posterior) : expectation(q, (z) => subtract(q.logDensity(z), logPosterior(z))),
    prior: along((z) => prior.density(z).value, RANGE, 120),
    posterior: along((z) => Math.exp(logPosterior(z).value), RANGE, 180),
    q: along((z) => q.density(z).value, RANGE, 180),
    path,
    weighted: weightedBounds(v, t, q, report),
  };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute, heavy: ({ k }) => k > 24 };
