/** Laws of random vectors and matrices that have finitely many places. */
import { exact, multiply, subtract, sum, type Bounded } from '../number/bounded.ts';
import { entries, map, matrix, stacked } from './matrix.ts';
import type { MatrixValue, VectorLaw } from './value.ts';

const NONE = exact(NaN);

/** Places of one shape with their probabilities, which add up to 1. It has no density, and no entropy is read of it. */
export function vectorTable(atoms: readonly (readonly [MatrixValue, Bounded])[]): VectorLaw {
  const [first] = atoms[0]!;
  const mean = map(first, (_, i, j) => sum(atoms.map(([x, w]) => multiply(w, x.rows[i]![j]!))));
  const off = atoms.map(
    ([x, w]) => [entries(stacked(map(x, (v, i, j) => subtract(v, mean.rows[i]![j]!)))), w] as const,
  );
  const axis = off[0]![0];
  return {
    kind: 'vector law',
    name: 'finite',
    dimension: axis.length,
    mean,
    covariance: matrix(
      axis.map((_, i) => axis.map((__, j) => sum(off.map(([d, w]) => multiply(w, multiply(d[i]!, d[j]!)))))),
    ),
    factor: () => matrix([[NONE]]),
    told: atoms.flatMap(([x, w]) => [...entries(x), w]),
    atoms,
    logDensity: () => NONE,
    entropy: NONE,
    klTo: () => NONE,
    place: (raw) => atoms[raw % atoms.length]![0],
  };
}
