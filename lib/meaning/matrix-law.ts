/** Laws of matrices, and the t law of vectors, by bounded numbers: matrix normal, Wishart, multivariate t. */
import { add, divide, exact, log, multiply, negate, rounded, sqrt, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { combineMatrices, entries, height, inverse, isSquare, isVector, kroneckerOf, logDeterminant, map, matrix, trace, transpose, width } from './matrix.ts'; // prettier-ignore
import { LOG_PI, logMultivariateGamma, multivariateDigamma } from './multivariate-gamma.ts';
import { digamma, logGamma } from './special.ts';
import { WrongShape } from './refusal.ts';
import type { MatrixValue, VectorLaw } from './value.ts';
import { cholesky, form, LOG_TAU, meanOf, product } from './vector-law.ts';

const [HALF, ONE, TWO] = [exact(0.5), exact(1), exact(2)];
const NONE = exact(NaN);
const LOG_TWO = rounded(Math.LN2);

const times = (...factors: readonly MatrixValue[]): MatrixValue =>
  matrix(factors.map((a) => a.rows).reduce((a, b) => product(a, b)));
const minus = (a: MatrixValue, b: MatrixValue): MatrixValue => combineMatrices('subtract', '', a, b) as MatrixValue;
const scaled = (a: MatrixValue, by: Bounded): MatrixValue => map(a, (x) => multiply(x, by));

const demandShape = (law: string, what: string, a: MatrixValue, n: number, why: string): void => {
  if (height(a) !== n || width(a) !== n)
    throw new WrongShape(`${law}: ${what} must be a ${n} × ${n} matrix, as ${why}`);
};

/** Quarters around the mean, another for each place of the entries. */
const near = (mean: MatrixValue, raw: number): MatrixValue =>
  map(mean, (x, i, j) => exact(x.value + (((raw * (i + 3) + j * (raw + 2)) % 9) - 4) / 4));

/** The n × p matrices with this mean, covariance `rows` (n × n) between rows and `columns` (p × p) between columns. */
export function matrixNormal(centre: MatrixValue, rows: MatrixValue, columns: MatrixValue): VectorLaw {
  const mean = meanOf(centre, height(rows), height(columns));
  const [n, p] = [height(mean), width(mean)];
  demandShape('matrix normal', 'covariance of rows', rows, n, `the mean has ${n} rows`);
  demandShape('matrix normal', 'covariance of columns', columns, p, `the mean has ${p} columns`);
  const roots = [cholesky(columns.rows, 'matrix normal: covariance of columns'), cholesky(rows.rows, 'matrix normal: covariance of rows')].map(matrix); // prettier-ignore
  const [size, ofRows, ofColumns] = [exact(n * p), inverse(rows), inverse(columns)];
  const logDets = add(multiply(exact(p), logDeterminant(rows)), multiply(exact(n), logDeterminant(columns)));
  const constant = add(multiply(size, LOG_TAU), logDets);
  const covariance = kroneckerOf(columns, rows);
  const square = (d: MatrixValue, u: MatrixValue, v: MatrixValue): Bounded => trace(times(v, transpose(d), u, d));
  return {
    kind: 'vector law',
    name: 'matrix normal',
    dimension: n * p,
    mean,
    covariance,
    factor: () => kroneckerOf(roots[0]!, roots[1]!),
    told: [...entries(mean), ...entries(covariance)],
    logDensity: (x) => multiply(negate(HALF), add(constant, square(minus(x, mean), ofRows, ofColumns))),
    entropy: multiply(HALF, add(constant, size)),
    klTo: (q) => {
      const { rows: u, columns: v } = q as MatrixNormal;
      const [iu, iv] = [inverse(u), inverse(v)];
      const traced = multiply(trace(times(iu, rows)), trace(times(iv, columns)));
      const theirs = add(multiply(exact(p), logDeterminant(u)), multiply(exact(n), logDeterminant(v)));
      return multiply(HALF, sum([traced, square(minus(q.mean, mean), iu, iv), negate(size), theirs, negate(logDets)]));
    },
    place: (raw) => near(mean, raw),
    rows,
    columns,
  } as MatrixNormal;
}

interface MatrixNormal extends VectorLaw {
  readonly rows: MatrixValue;
  readonly columns: MatrixValue;
}

/** The symmetric positive definite matrices with mean df V, for df > p - 1. */
export function wishart(scale: MatrixValue, df: MatrixValue): VectorLaw {
  const p = height(scale);
  const [[n]] = df.rows as [[Bounded]];
  if (!isVector(df) || height(df) > 1 || !(n.value - n.error > p - 1))
    throw new RangeError(`Wishart: degrees of freedom must be a number greater than ${p - 1}`);
  if (!isSquare(scale)) throw new WrongShape('Wishart: the scale must be a square matrix');
  cholesky(scale.rows, 'Wishart: the scale');
  const [half, size, inverted, logScale] = [multiply(HALF, n), exact(p), inverse(scale), logDeterminant(scale)];
  const exponent = multiply(HALF, subtract(n, exact(p + 1)));
  const logGamma = logMultivariateGamma(p, half);
  const constant = sum([multiply(multiply(half, size), LOG_TWO), multiply(half, logScale), logGamma]);
  const digammas = multivariateDigamma(p, half);
  const v = scale.rows;
  const covarianceOf = (i: number, j: number, k: number, l: number): Bounded =>
    multiply(n, add(multiply(v[i]![k]!, v[j]![l]!), multiply(v[i]![l]!, v[j]![k]!)));
  const cells = Array.from({ length: p * p }, (_, k) => [k % p, Math.floor(k / p)] as const);
  const lower = cells.filter(([i, j]) => i >= j);
  const own = (n: Bounded): VectorLaw['told'] => [n, ...entries(scale)];
  return {
    kind: 'vector law',
    name: 'Wishart',
    dimension: p * p,
    mean: scaled(scale, n),
    covariance: matrix(cells.map(([i, j]) => cells.map(([k, l]) => covarianceOf(i, j, k, l)))),
    // what stands above the diagonal repeats what stands below it
    factor: () => {
      const root = cholesky(lower.map(([i, j]) => lower.map(([k, l]) => covarianceOf(i, j, k, l))));
      return matrix(cells.map(([i, j]) => root[lower.findIndex(([k, l]) => k === Math.max(i, j) && l === Math.min(i, j))]!)); // prettier-ignore
    },
    told: own(n),
    logDensity: (x) => {
      try {
        cholesky(x.rows);
      } catch {
        return NONE;
      }
      return sum([
        multiply(exponent, logDeterminant(x)),
        negate(multiply(HALF, trace(times(inverted, x)))),
        negate(constant),
      ]);
    },
    entropy: sum([constant, negate(multiply(exponent, add(digammas, add(multiply(size, LOG_TWO), logScale)))), multiply(half, size)]), // prettier-ignore
    klTo: (q) => {
      const [m, ...theirs] = q.told as [Bounded, ...Bounded[]];
      const other = matrix(v.map((_, i) => theirs.slice(i * p, (i + 1) * p)));
      const logs = multiply(m, subtract(logDeterminant(other), logScale));
      const gammas = multiply(TWO, subtract(logMultivariateGamma(p, multiply(HALF, m)), logGamma));
      const traced = multiply(n, subtract(trace(times(inverse(other), scale)), size));
      return multiply(HALF, sum([logs, traced, gammas, multiply(subtract(n, m), digammas)]));
    },
    // L L^T of a triangle of small whole numbers
    place: (raw) => {
      const triangle = v.map((_, i) => v.map((__, j) => exact(j > i ? 0 : i === j ? 1 + ((raw + i) % 3) : ((raw * (i + 2)) % 5) - 2))); // prettier-ignore
      return times(matrix(triangle), transpose(matrix(triangle)));
    },
  };
}

/** Vectors with this centre, squared scale and degrees of freedom. */
export function vectorT(centre: MatrixValue, scale: MatrixValue, df: MatrixValue): VectorLaw {
  const location = meanOf(centre, height(scale));
  const n = height(location);
  demandShape('t', 'the squared scale', scale, n, `the location has ${n} entries`);
  const [[nu]] = df.rows as [[Bounded]];
  if (!isVector(df) || height(df) > 1 || !(nu.value > nu.error))
    throw new RangeError('t: degrees of freedom must be a positive number');
  const root = matrix(cholesky(scale.rows, 't: the squared scale'));
  const above = (k: number): boolean => nu.value - nu.error > k;
  const [half, inverted, size] = [multiply(HALF, add(nu, exact(n))), inverse(scale).rows, exact(n)];
  const ratio = above(2) ? divide(nu, subtract(nu, TWO)) : NONE;
  const gammas = subtract(logGamma(multiply(HALF, nu)), logGamma(half));
  const constant = sum([
    gammas,
    multiply(multiply(HALF, size), add(log(nu), LOG_PI)),
    multiply(HALF, logDeterminant(scale)),
  ]);
  return {
    kind: 'vector law',
    name: 't',
    dimension: n,
    mean: above(1) ? location : map(location, () => NONE),
    covariance: scaled(scale, ratio),
    factor: () => scaled(root, sqrt(ratio)),
    told: [nu, ...entries(location), ...entries(scale)],
    logDensity: (x) => {
      const d = entries(minus(x, location));
      return negate(add(constant, multiply(half, log(add(ONE, divide(form(d, inverted, d), nu))))));
    },
    entropy: add(constant, multiply(half, subtract(digamma(half), digamma(multiply(HALF, nu))))),
    // without a closed form
    klTo: () => NONE,
    place: (raw) => near(location, raw),
  };
}
