import { randomNormal } from 'd3-random';
import { type Bounded, exact } from '../number/bounded.ts';
import { HALF_LOG_TAU, type Wide, less, ln, minus, narrow, over, plus, times, wide } from '../number/wide.ts';
import { type Fit, demand } from './contract.ts';
import { type DensityLaw } from './density.ts';
import { normal } from './normal.ts';
import { type VectorLaw, backward, cholesky, dot, forward } from './vector.ts';

const NAME = 'multivariate normal';

export interface MultivariateNormal extends VectorLaw {
  /** Law of one coordinate, 0-based. */
  marginal(i: number): DensityLaw;
  /** For another law's divergence: the mean, the factor L of the covariance, and log det L. */
  readonly factors: { readonly mean: readonly Wide[]; readonly l: readonly Wide[][]; readonly logDet: Wide };
}

/**
 * The normal law on R^n with the given mean vector and covariance matrix (symmetric, positive definite), n >= 1.
 * All linear algebra by Cholesky in double-double: nearly singular matrices lose nothing that shows.
 */
export function multivariateNormal(
  mean: readonly number[],
  covariance: readonly (readonly number[])[],
): MultivariateNormal {
  const n = mean.length;
  demand(n > 0 && mean.every(Number.isFinite), NAME, 'mean', 'a list of finite numbers', `[${mean.join(', ')}]`);
  const square = covariance.length === n && covariance.every((row) => row.length === n);
  demand(square, NAME, 'covariance', `a ${n} x ${n} matrix`, `${covariance.length} rows`);
  const symmetric = covariance.every((row, i) => row.every((c, j) => c === covariance[j]![i]));
  const l = symmetric ? cholesky(covariance.map((row) => row.map(wide))) : null;
  if (!l) throw new RangeError(`${NAME}: covariance must be symmetric and positive definite, got ${JSON.stringify(covariance)}`); // prettier-ignore
  const m = mean.map(wide);
  const logDet = plus(wide(0), ...l.map((row, i) => ln(row[i]!)));
  const constant = plus(times(wide(n), HALF_LOG_TAU), logDet);
  const offset = (x: readonly number[]): Wide[] => {
    demand(x.length === n, NAME, 'a point', `a list of ${n} numbers`, x.length);
    return x.map((v, i) => less(wide(v), m[i]!));
  };
  const unit = (i: number): Wide[] => m.map((_, j) => wide(i === j ? 1 : 0));
  return {
    kind: 'vector',
    name: NAME,
    dimension: n,
    factors: { mean: m, l, logDet },
    logDensity: (x) => {
      if (x.some((v) => Math.abs(v) === Infinity)) return exact(-Infinity);
      const y = forward(l, offset(x));
      return narrow(minus(plus(times(wide(0.5), dot(y, y)), constant)));
    },
    mean: mean.map(exact),
    covariance: covariance.map((row) => row.map(exact)),
    entropy: narrow(plus(constant, wide(n / 2))),
    klTo: (q) => kl({ mean: m, l, logDet }, q),
    score: (x) => backward(l, forward(l, offset(x))).map(narrow),
    information: () => m.map((_, i) => backward(l, forward(l, unit(i))).map(narrow)),
    sampler: (stream) => {
      const z = randomNormal.source(stream.uniform)();
      return () => {
        const draws = mean.map(() => z());
        return mean.map((v, i) => l[i]!.reduce((s, c, j) => s + c.hi * draws[j]!, v));
      };
    },
    marginal: (i) => normal(mean[i]!, Math.sqrt(covariance[i]![i]!)),
  };
}

/** (|L2^-1 L1|^2 + |L2^-1 (m1 - m2)|^2 - n)/2 + log det L2 - log det L1. */
function kl(p: MultivariateNormal['factors'], other: VectorLaw): Bounded {
  demand(other.name === NAME && other.dimension === p.mean.length, NAME, 'the other law', `a ${NAME} of dimension ${p.mean.length}`, `${other.name} of dimension ${other.dimension}`); // prettier-ignore
  const q = (other as MultivariateNormal).factors;
  const n = p.mean.length;
  const columns = p.mean.map((_, j) => forward(q.l, p.l.map((row) => row[j] ?? wide(0)))); // prettier-ignore
  const d = forward(q.l, p.mean.map((v, i) => less(v, q.mean[i]!))); // prettier-ignore
  const squares = plus(dot(d, d), ...columns.map((c) => dot(c, c)), wide(-n));
  const value = narrow(plus(times(wide(0.5), squares), q.logDet, minus(p.logDet)));
  return value.value < 0 ? { value: 0, error: value.error } : value;
}

/** Maximum likelihood: the mean and the mean outer product about it (divided by the number of points). */
export function fitMultivariateNormal(points: readonly (readonly number[])[]): Fit<MultivariateNormal> {
  const n = points[0]?.length ?? 0;
  demand(points.length > n && n > 0, NAME, 'sample', `more points than coordinates`, points.length);
  demand(points.every((p) => p.length === n && p.every(Number.isFinite)), NAME, 'every point', `${n} finite numbers`, 'others'); // prettier-ignore
  const count = wide(points.length);
  const mean = Array.from({ length: n }, (_, i) => over(plus(...points.map((p) => wide(p[i]!))), count));
  const moment = (i: number, j: number): Wide =>
    over(plus(...points.map((p) => times(less(wide(p[i]!), mean[i]!), less(wide(p[j]!), mean[j]!)))), count);
  const matrix = mean.map((_, i) => mean.map((__, j) => narrow(i < j ? moment(i, j) : moment(j, i))));
  const law = multivariateNormal(mean.map((v) => v.hi), matrix.map((row) => row.map((c) => c.value))); // prettier-ignore
  const means = mean.map((v, i) => [`mean${i + 1}`, narrow(v)] as const);
  const covariances = matrix.flatMap((row, i) => row.map((c, j) => [`covariance${i + 1}${j + 1}`, c] as const));
  return { law, estimates: Object.fromEntries([...means, ...covariances]) };
}
