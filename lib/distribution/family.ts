import { bernoulli } from './bernoulli.ts';
import type { Law } from './density.ts';
import { exponential } from './exponential.ts';
import type { FiniteLaw } from './finite.ts';
import type { JointLaw } from './joint.ts';
import { normal } from './normal.ts';
import { poisson } from './poisson.ts';

/** Joint laws of the same variables by their place in a list: the parameter is 1, …, m. */
export interface JointFamily {
  readonly kind: 'joint family';
  readonly grid: readonly number[];
  /** The joint law at a place of the list. Throws RangeError where there is none. */
  at(theta: number): JointLaw;
}

export function jointFamily(laws: readonly JointLaw[]): JointFamily {
  const at = (theta: number): JointLaw => {
    const law = laws[theta - 1];
    if (!law)
      throw new RangeError(`joint family: the parameter must be an integer in [1, ${laws.length}], got ${theta}`);
    return law;
  };
  if (laws.length === 0) throw new RangeError('joint family: the list of laws must not be empty');
  return { kind: 'joint family', grid: laws.map((_, i) => i + 1), at };
}

/** Laws indexed by one real parameter, with the finite grid on which maxima over it are exact. */
export interface Family {
  readonly kind: 'family';
  readonly name: string;
  readonly grid: readonly number[];
  readonly contains: (theta: number) => boolean;
  /** The parameter's domain, in words: "in [0, 1]". */
  readonly domain: string;
  /** The law at a parameter value (kept for the next call). Throws RangeError outside the domain. */
  at(theta: number): Law;
}

function family(
  name: string,
  grid: readonly number[],
  domain: string,
  contains: (theta: number) => boolean,
  make: (theta: number) => Law,
): Family {
  const laws = new Map<number, Law>();
  const check = (theta: number): void => {
    if (!contains(theta)) throw new RangeError(`${name} family: the parameter must be ${domain}, got ${theta}`);
  };
  if (grid.length === 0) throw new RangeError(`${name} family: the grid must not be empty`);
  if (new Set(grid).size !== grid.length) throw new RangeError(`${name} family: the grid must have no value twice`);
  grid.forEach(check);
  const at = (theta: number): Law => {
    let law = laws.get(theta);
    if (!law) {
      check(theta);
      laws.set(theta, (law = make(theta)));
    }
    return law;
  };
  return { kind: 'family', name, grid, contains, domain, at };
}

export const bernoulliFamily = (grid: readonly number[]): Family =>
  family('bernoulli', grid, 'in [0, 1]', (p) => p >= 0 && p <= 1, bernoulli);

/** Finite laws by their place in a list: the parameter is 1, …, m. */
export const categoricalFamily = (laws: readonly FiniteLaw[]): Family =>
  family(
    'categorical',
    laws.map((_, i) => i + 1),
    `an integer in [1, ${laws.length}]`,
    (k) => Number.isInteger(k) && k >= 1 && k <= laws.length,
    (k) => laws[k - 1]!,
  );

/** Normal laws by their mean, with known standard deviation sigma in (0, inf). */
export const normalFamily = (grid: readonly number[], sigma: number): Family =>
  family('normal', grid, 'finite', Number.isFinite, (mu) => normal(mu, sigma));

export const poissonFamily = (grid: readonly number[]): Family =>
  family('poisson', grid, 'in (0, 2^53)', (l) => l > 0 && l < 2 ** 53, poisson);

/** Exponential laws by their rate. */
export const exponentialFamily = (grid: readonly number[]): Family =>
  family('exponential', grid, 'in (0, inf)', (r) => r > 0 && r < Infinity, exponential);
