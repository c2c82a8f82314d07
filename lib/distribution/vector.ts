import type { Bounded } from '../number/bounded.ts';
import type { Stream } from '../number/stream.ts';
import { type Wide, less, over, plus, root, times, wide } from '../number/wide.ts';
import type { Matrix } from './contract.ts';

/**
 * A law of vectors with a density: on R^n, or on the simplex (with respect to the first n - 1 coordinates).
 * Points are arrays of length `dimension`; logarithms in nats.
 */
export interface VectorLaw {
  readonly kind: 'vector';
  readonly name: string;
  readonly dimension: number;
  /** -Infinity off the support. Throws RangeError for a point of another length. */
  logDensity(x: readonly number[]): Bounded;
  readonly mean: readonly Bounded[];
  readonly covariance: Matrix;
  readonly entropy: Bounded;
  /** Kullback-Leibler divergence to another law of the same name and dimension. Throws RangeError for others. */
  klTo(q: VectorLaw): Bounded;
  /** Gradient of the log-density in the parameters that `information` is of: alpha, or the mean vector. */
  score(x: readonly number[]): readonly Bounded[];
  information(): Matrix;
  sampler(stream: Stream): () => number[];
}

/** The dot product in double-double. */
export const dot = (a: readonly Wide[], b: readonly Wide[]): Wide => plus(wide(0), ...a.map((x, i) => times(x, b[i]!)));

/** Lower triangular L with L L^T = A (Cholesky), in double-double; null unless A is surely positive definite. */
export function cholesky(a: readonly (readonly Wide[])[]): Wide[][] | null {
  const rows: Wide[][] = [];
  for (let i = 0; i < a.length; i++) {
    const row: Wide[] = [];
    for (let j = 0; j < i; j++) row.push(over(less(a[i]![j]!, dot(row, rows[j]!.slice(0, j))), rows[j]![j]!));
    const rest = less(a[i]![i]!, dot(row, row));
    if (!(rest.hi > rest.error)) return null;
    row.push(root(rest));
    rows.push(row);
  }
  return rows;
}

/** y with L y = x, by forward substitution. */
export function forward(l: readonly (readonly Wide[])[], x: readonly Wide[]): Wide[] {
  const y: Wide[] = [];
  l.forEach((row, i) => y.push(over(less(x[i]!, dot(row.slice(0, i), y)), row[i]!)));
  return y;
}

/** x with L^T x = y, by backward substitution. */
export function backward(l: readonly (readonly Wide[])[], y: readonly Wide[]): Wide[] {
  const n = l.length;
  const x: Wide[] = new Array(n).fill(wide(0));
  for (let i = n - 1; i >= 0; i--) {
    const known = dot(
      l.slice(i + 1).map((row) => row[i]!),
      x.slice(i + 1),
    );
    x[i] = over(less(y[i]!, known), l[i]![i]!);
  }
  return x;
}
