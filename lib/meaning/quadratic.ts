/**
 * Polynomials of degree 2 in a vector or matrix, from their values: where they are highest, and the integral of their
 * exponential. That the degree is 2 has to be known (degree.ts): no number of values shows it.
 */
import { add, exact, multiply, negate, subtract, sum, type Bounded } from '../number/bounded.ts';
import { inverse, logDeterminant, matrix, unstacked } from './matrix.ts';
import type { MatrixValue } from './value.ts';
import { cholesky, form, LOG_TAU } from './vector-law.ts';

const [ZERO, HALF] = [exact(0), exact(0.5)];
const NONE = exact(NaN);

/** c + g^T x + x^T H x / 2, x by its entries, column below column. */
export interface Quadratic {
  readonly constant: Bounded;
  readonly slope: readonly Bounded[];
  readonly curvature: readonly (readonly Bounded[])[];
}

/** By its values at 0, at one step along each axis to both sides, and along each pair of axes. */
export function quadratic(f: (x: MatrixValue) => Bounded, rows: number, columns: number): Quadratic {
  const size = rows * columns;
  const at = (...steps: readonly (readonly [number, number])[]): Bounded => {
    const x = Array.from({ length: size }, () => ZERO);
    for (const [i, step] of steps) x[i] = exact(step);
    return f(unstacked(x, rows));
  };
  const constant = at();
  const axes = Array.from({ length: size }, (_, i) => [at([i, 1]), at([i, -1])] as const);
  const slope = axes.map(([up, down]) => multiply(HALF, subtract(up, down)));
  const curvature = axes.map(() => axes.map(() => ZERO));
  axes.forEach(([up, down], i) => {
    curvature[i]![i] = sum([up, down, negate(constant), negate(constant)]);
    for (let j = 0; j < i; j++)
      curvature[i]![j] = curvature[j]![i] = sum([at([i, 1], [j, 1]), constant, negate(up), negate(axes[j]![0])]);
  });
  return { constant, slope, curvature };
}

/** -H, null where that is not surely positive definite. */
function downward({ curvature }: Quadratic): MatrixValue | null {
  const rows = curvature.map((row) => row.map(negate));
  try {
    cholesky(rows);
    return matrix(rows);
  } catch {
    return null;
  }
}

/** Where f, of degree 2, is highest: no value where it has no highest place. */
export function highestPlace(f: (x: MatrixValue) => Bounded, rows: number, columns: number): MatrixValue {
  const q = quadratic(f, rows, columns);
  const down = downward(q);
  if (!down) return unstacked(q.slope.map(() => NONE), rows); // prettier-ignore
  return unstacked(inverse(down).rows.map((row) => sum(row.map((x, j) => multiply(x, q.slope[j]!)))), rows); // prettier-ignore
}

/** log \int e^{f(x)} dx over all vectors or matrices of a shape, for f of degree 2; no value where that is not finite. */
export function logGaussianIntegral(f: (x: MatrixValue) => Bounded, rows: number, columns: number): Bounded {
  const q = quadratic(f, rows, columns);
  const down = downward(q);
  if (!down) return NONE;
  const dimension = exact(rows * columns);
  const peak = form(q.slope, inverse(down).rows, q.slope);
  const spread = subtract(multiply(dimension, LOG_TAU), logDeterminant(down));
  return add(q.constant, multiply(HALF, add(peak, spread)));
}
