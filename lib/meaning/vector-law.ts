/** Laws of vectors, by bounded numbers throughout: the normal law of any small dimension and the Dirichlet law. */
import { add, divide, exact, log, multiply, negate, rounded, sqrt, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { entries, height, inverse, isVector, logDeterminant, map, matrix, trace, transpose, vector } from './matrix.ts';
import { digamma, logGamma } from './special.ts';
import { WrongShape } from './refusal.ts';
import type { MatrixValue, VectorLaw } from './value.ts';

type Rows = readonly (readonly Bounded[])[];

export type { VectorLaw } from './value.ts';

const [HALF, ONE] = [exact(0.5), exact(1)];
export const LOG_TAU = rounded(1.8378770664093453);

export const product = (a: Rows, b: Rows): Rows =>
  a.map((row) => b[0]!.map((_, j) => sum(row.map((x, k) => multiply(x, b[k]![j]!)))));

/** x^T A y */
export const form = (x: readonly Bounded[], a: Rows, y: readonly Bounded[]): Bounded =>
  sum(x.flatMap((u, i) => y.map((v, j) => multiply(multiply(u, a[i]![j]!), v))));

/** Lower triangular L with L L^T = A; RangeError, saying what A is, unless it is surely symmetric and positive definite. */
export function cholesky(a: Rows, what = 'normal: covariance'): Rows {
  const l: Bounded[][] = [];
  a.forEach((row, i) => {
    const own: Bounded[] = [];
    for (let j = 0; j <= i; j++) {
      const off = subtract(row[j]!, a[j]![i]!);
      const rest = subtract(row[j]!, sum(own.slice(0, j).map((x, k) => multiply(x, (l[j] ?? own)[k]!))));
      const bad = j === i && !(rest.value > rest.error);
      if (bad || Math.abs(off.value) > off.error)
        throw new RangeError(`${what} must be symmetric and positive definite`);
      own.push(j === i ? sqrt(rest) : divide(rest, l[j]![j]!));
    }
    l.push(own);
  });
  return l.map((row) => [...row, ...Array.from({ length: a.length - row.length }, () => exact(0))]);
}

/** The number 0 is a mean of any shape. */
export const meanOf = (mean: MatrixValue, rows: number, columns = 1): MatrixValue => {
  const [[only]] = mean.rows as [[Bounded]];
  const isZero = height(mean) === 1 && isVector(mean) && only.value === 0 && only.error === 0;
  return isZero ? matrix(Array.from({ length: rows }, () => Array.from({ length: columns }, () => only))) : mean;
};

/** Mean vector and covariance matrix of one dimension; RangeError unless that is symmetric and positive definite. */
export function vectorNormal(centre: MatrixValue, covariance: MatrixValue): VectorLaw {
  const mean = meanOf(centre, height(covariance));
  const n = height(mean);
  if (!isVector(mean) || height(covariance) !== n || covariance.rows[0]!.length !== n)
    throw new WrongShape(`normal: covariance must be a ${n} × ${n} matrix, as the mean has ${n} entries`);
  const root = cholesky(covariance.rows);
  const [m, precision] = [entries(mean), inverse(covariance).rows];
  const logDet = logDeterminant(covariance);
  const constant = add(multiply(exact(n), LOG_TAU), logDet);
  return {
    kind: 'vector law',
    name: 'normal',
    dimension: n,
    mean,
    covariance,
    factor: () => matrix(root),
    told: [...m, ...entries(covariance)],
    logDensity: (x) => {
      const d = entries(x).map((v, i) => subtract(v, m[i]!));
      return multiply(negate(HALF), add(constant, form(d, precision, d)));
    },
    entropy: multiply(HALF, add(constant, exact(n))),
    klTo: (q) => {
      const other = inverse(q.covariance).rows;
      const d = entries(q.mean).map((v, i) => subtract(v, m[i]!));
      const traced = trace(matrix(product(other, covariance.rows)));
      const logs = subtract(logDeterminant(q.covariance), logDet);
      return multiply(HALF, sum([traced, form(d, other, d), exact(-n), logs]));
    },
    // quarters of the coordinates around the mean
    place: (raw) => map(mean, (x, i) => exact(x.value + (((raw * (i + 3)) % 9) - 4) / 4)),
  };
}

/** Weights of the coordinates, all positive, two or more. */
export function vectorDirichlet(alpha: MatrixValue): VectorLaw {
  const a = entries(alpha);
  if (a.length < 2 || a.some((x) => !(x.value > x.error)))
    throw new RangeError('Dirichlet: its parameters must be two or more positive numbers');
  const total = sum(a);
  const logB = subtract(sum(a.map(logGamma)), logGamma(total));
  const mean = a.map((x) => divide(x, total));
  const covariance = matrix(mean.map((u, i) => mean.map((v, j) => divide(i === j ? multiply(u, subtract(ONE, u)) : negate(multiply(u, v)), add(total, ONE))))); // prettier-ignore
  const psi = (x: Bounded): Bounded => subtract(digamma(x), digamma(total));
  const klTo = (q: VectorLaw): Bounded => {
    const b = (q as Dirichlet).alpha;
    const theirs = subtract(sum(b.map(logGamma)), logGamma(sum(b)));
    return sum([theirs, negate(logB), ...a.map((x, i) => multiply(subtract(x, b[i]!), psi(x)))]);
  };
  const law: Dirichlet = {
    kind: 'vector law',
    name: 'Dirichlet',
    dimension: a.length,
    alpha: a,
    mean: vector(mean),
    covariance,
    // its coordinates add up to a constant, so that the last row is minus the sum of the others
    factor: () => {
      const rest = cholesky(covariance.rows.slice(0, -1).map((row) => row.slice(0, -1)));
      return matrix([...rest, transpose(matrix(rest)).rows.map((column) => negate(sum([...column])))]);
    },
    told: a,
    logDensity: (x) => subtract(sum(entries(x).map((v, i) => multiply(subtract(a[i]!, ONE), log(v)))), logB),
    entropy: subtract(logB, sum(a.map((x) => multiply(subtract(x, ONE), psi(x))))),
    klTo,
    // shares of a power of two, which are exact
    place: (raw) => {
      const whole = 64;
      const parts = a.slice(1).map((_, i) => 1 + ((raw * (2 * i + 3)) % Math.floor(whole / a.length - 1)));
      return vector([whole - parts.reduce((s, x) => s + x, 0), ...parts].map((x) => exact(x / whole)));
    },
  };
  return law;
}

interface Dirichlet extends VectorLaw {
  readonly alpha: readonly Bounded[];
}
