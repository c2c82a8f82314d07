/** Vectors and small matrices of bounded numbers. A vector is a column; what comes out with one entry is a number. */
import { abs, add, divide, exact, log, maximum, multiply, negate, sqrt, square, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
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

/** So many rows are worked out by cofactors: exact for small whole numbers, but n! terms. */
const COFACTORS = 4;

/** By cofactors of the first row, beyond 4 rows by elimination. */
export function determinant(rows: Rows): Bounded {
  if (rows.length === 0) return exact(1);
  if (rows.length > COFACTORS) return eliminate(rows).determinant;
  return sum(rows[0]!.map((x, j) => cofactor(rows, 0, j, x)));
}

function cofactor(rows: Rows, i: number, j: number, factor: Bounded): Bounded {
  const term = multiply(factor, determinant(minor(rows, i, j)));
  return (i + j) % 2 ? negate(term) : term;
}

/**
 * Gauss and Jordan, with the largest pivot of each column: the determinant, and what the inverse makes of the columns
 * beside it. No entry has a value where a pivot may be 0.
 */
function eliminate(a: Rows, beside: Rows = a.map(() => [])): { readonly determinant: Bounded; readonly solved: Rows } {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...beside[i]!]);
  let product = exact(1);
  for (let k = 0; k < n; k++) {
    const size = (i: number): number => Math.abs(rows[i]![k]!.value);
    let best = k;
    for (let i = k + 1; i < n; i++) if (size(i) > size(best)) best = i;
    if (best !== k) {
      [rows[k], rows[best]] = [rows[best]!, rows[k]!];
      product = negate(product);
    }
    const pivot = rows[k]![k]!;
    product = multiply(product, pivot);
    rows[k] = rows[k]!.map((x, j) => (j <= k ? x : divide(x, pivot)));
    rows.forEach((row, i) => {
      if (i === k || (row[k]!.value === 0 && row[k]!.error === 0)) return;
      rows[i] = row.map((x, j) => (j <= k ? x : subtract(x, multiply(row[k]!, rows[k]![j]!))));
    });
  }
  return { determinant: product, solved: rows.map((row) => row.slice(n)) };
}

/** Beyond these a product of so many entries over- or underflows before its quotient by another one does. */
const FAR = 2 ** 64;

/** 1, or for entries that are very large or very small a power of two near the largest. */
function unitOf(rows: Rows): number {
  const largest = Math.max(...rows.map((row) => Math.max(...row.map((x) => Math.abs(x.value)))));
  const usual =
    (largest <= FAR && largest >= 1 / FAR) || largest === 0 || !(largest < 2 ** 1000 && largest > 2 ** -1000);
  return usual ? 1 : 2 ** Math.round(Math.log2(largest));
}

const scaledBy = (a: MatrixValue, factor: number): MatrixValue => map(a, (x) => multiply(x, exact(factor)));

/** log |A|; no value where the determinant is not above 0. */
export function logDeterminant(a: MatrixValue): Bounded {
  const unit = unitOf(a.rows);
  if (unit === 1) return log(determinant(a.rows));
  return add(log(determinant(scaledBy(a, 1 / unit).rows)), multiply(exact(height(a)), log(exact(unit))));
}

/** The matrix of cofactors, transposed, over the determinant; no entry has a value where that is 0. */
export function inverse(a: MatrixValue): MatrixValue {
  const unit = unitOf(a.rows);
  if (unit !== 1) return scaledBy(inverse(scaledBy(a, 1 / unit)), 1 / unit);
  if (height(a) > COFACTORS) return matrix(eliminate(a.rows, identity(height(a)).rows).solved);
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

/** Each entry of the first times the whole of the second, as blocks. */
export const kroneckerOf = (a: MatrixValue, b: MatrixValue): MatrixValue =>
  matrix(a.rows.flatMap((row) => b.rows.map((other) => row.flatMap((x) => other.map((y) => multiply(x, y))))));

/** The columns below each other. */
export const stacked = (a: MatrixValue): MatrixValue => vector(transpose(a).rows.flat());

/** The column `x` in columns of `rows` entries: what was stacked. */
export const unstacked = (x: readonly Bounded[], rows: number): MatrixValue =>
  matrix(Array.from({ length: rows }, (_, i) => x.filter((__, k) => k % rows === i)));

/** A list of numbers in the rows of `a`. */
export const shapedAs = (a: MatrixValue, list: readonly Bounded[]): MatrixValue =>
  map(a, (_, i, j) => list[i * width(a) + j]!);

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
