/** Vectors and small matrices of bounded numbers. A vector is a column; what comes out with one entry is a number. */
import { abs, add, divide, exact, maximum, multiply, negate, sqrt, square, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { isMatrix, isNumber, type MatrixValue, type Value } from './value.ts';

type Rows = readonly (readonly Bounded[])[];

export const matrix = (rows: Rows): MatrixValue => ({ kind: 'matrix', rows });
export const vector = (entries: readonly Bounded[]): MatrixValue => matrix(entries.map((x) => [x]));

/** A list of numbers, such as a sample, stands for a column beside matrices; null for what is neither. */
export function asColumn(v: Value): MatrixValue | null {
  if (isMatrix(v)) return v;
  return 'kind' in v && v.kind === 'list' && v.items.length > 0 && v.items.every(isNumber) ? vector(v.items) : null;
}

/** A matrix of one entry is that entry. */
export const collapsed = (rows: Rows): Value =>
  rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0]! : matrix(rows);

export const identity = (n: number): MatrixValue =>
  matrix(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => exact(i === j ? 1 : 0))));

export const height = (a: MatrixValue): number => a.rows.length;
export const width = (a: MatrixValue): number => a.rows[0]!.length;
export const isVector = (a: MatrixValue): boolean => width(a) === 1;
export const isSquare = (a: MatrixValue): boolean => width(a) === height(a);
export const sameShape = (a: MatrixValue, b: MatrixValue): boolean => width(a) === width(b) && height(a) === height(b);

export const map = (a: MatrixValue, f: (x: Bounded, i: number, j: number) => Bounded): MatrixValue =>
  matrix(a.rows.map((row, i) => row.map((x, j) => f(x, i, j))));

export const entries = (a: MatrixValue): Bounded[] => a.rows.flat();

export const transpose = (a: MatrixValue): MatrixValue =>
  matrix(a.rows[0]!.map((_, j) => a.rows.map((row) => row[j]!)));

export const trace = (a: MatrixValue): Bounded => sum(a.rows.map((row, i) => row[i]!));

const without = <T>(list: readonly T[], i: number): T[] => [...list.slice(0, i), ...list.slice(i + 1)];
const minor = (rows: Rows, i: number, j: number): Rows => without(rows, i).map((row) => without(row, j));

/** By cofactors of the first row: exact for small whole numbers, and dear beyond 5 rows. */
export function determinant(rows: Rows): Bounded {
  if (rows.length === 0) return exact(1);
  return sum(rows[0]!.map((x, j) => cofactor(rows, 0, j, x)));
}

function cofactor(rows: Rows, i: number, j: number, factor: Bounded): Bounded {
  const term = multiply(factor, determinant(minor(rows, i, j)));
  return (i + j) % 2 ? negate(term) : term;
}

/** The matrix of cofactors, transposed, over the determinant; no entry has a value where that is 0. */
export function inverse(a: MatrixValue): MatrixValue {
  const d = determinant(a.rows);
  return map(a, (_, i, j) => divide(cofactor(a.rows, j, i, exact(1)), d));
}

/** a^n for a whole n; below 0 of the inverse. */
export function matrixPower(a: MatrixValue, n: number): MatrixValue {
  if (n < 0) return matrixPower(inverse(a), -n);
  if (n === 0) return map(a, (_, i, j) => exact(i === j ? 1 : 0));
  return n === 1 ? a : productOf(a, matrixPower(a, n - 1));
}

const dot = (a: readonly Bounded[], b: readonly Bounded[]): Bounded => sum(a.map((x, i) => multiply(x, b[i]!)));

function productOf(a: MatrixValue, b: MatrixValue): MatrixValue {
  const columns = transpose(b).rows;
  return matrix(a.rows.map((row) => columns.map((column) => dot(row, column))));
}

/** What `op` makes of two values of which at least one is a matrix; null where it has no meaning. */
export function combineMatrices(op: string, sign: string, left: Value, right: Value): Value | null {
  const [a, b] = [asColumn(left) ?? left, asColumn(right) ?? right];
  if (isMatrix(a) && isMatrix(b)) {
    if (op === 'add' || op === 'subtract') {
      const f = op === 'add' ? add : subtract;
      return sameShape(a, b) ? map(a, (x, i, j) => f(x, b.rows[i]![j]!)) : null;
    }
    if (op !== 'multiply' || sign === '\\times' || sign === '*') return null;
    // x \cdot y of two vectors is their dot product
    if (sign && isVector(a) && isVector(b)) return sameShape(a, b) ? dot(entries(a), entries(b)) : null;
    return width(a) === height(b) ? collapsed(productOf(a, b).rows) : null;
  }
  if (op === 'multiply' && isMatrix(a) && isNumber(b)) return map(a, (x) => multiply(x, b));
  if (op === 'multiply' && isNumber(a) && isMatrix(b)) return map(b, (x) => multiply(a, x));
  if (op === 'divide' && isMatrix(a) && isNumber(b)) return map(a, (x) => divide(x, b));
  return null;
}

/** Norms of a list of numbers, by what stands below the bar. */
export const norms: Readonly<Record<string, (list: readonly Bounded[]) => Bounded>> = {
  '1': (list) => sum(list.map(abs)),
  '2': (list) => sqrt(sum(list.map(square))),
  '\\infty': (list) => maximum(list.map(abs)),
};
