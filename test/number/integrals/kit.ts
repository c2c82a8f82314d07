/** What integrals are written with: domains, densities by their logarithms, values with bounds. */
import { type Bounded, bounded, exact, exp, log, multiply, rounded, subtract } from '../../../lib/number/bounded.ts';
import type { Domain, Integrand } from '../../../lib/number/quadrature.ts';
import reference from '../quadrature.reference.json' with { type: 'json' };

export interface Integral {
  readonly name: string;
  readonly f: Integrand;
  readonly domain: Domain;
}

export const N = Number;
export const EPS = Number.EPSILON;
export const ONE = exact(1);
export const HALF = exact(0.5);
export const LOG_TAU = log(rounded(2 * Math.PI));
/** A list, and what puts an integral on it. */
export function collection() {
  const list: Integral[] = [];
  return { list, put: (name: string, f: Integrand, domain: Domain): void => void list.push({ name, f, domain }) };
}

export const constant = (name: string): Bounded => rounded(N((reference.constants as Record<string, string>)[name]));
/** A function of a double that is off by at most 4 units in the last place. */
export const plain =
  (f: (x: number, below: number, above: number) => number): Integrand =>
  (x, below, above) => {
    const v = f(x, below, above);
    return bounded(v, 8 * EPS * Math.abs(v));
  };
export const line = (centre = 0, scale = 1, breaks: readonly number[] = []): Domain => ({
  lower: -Infinity,
  upper: Infinity,
  centre,
  scale,
  breaks,
});
export const segment = (lower: number, upper: number, breaks: readonly number[] = []): Domain => ({
  lower,
  upper,
  centre: (lower + upper) / 2,
  scale: (upper - lower) / 2,
  breaks,
});
export const ray = (lower: number, scale = 1, centre = lower + scale): Domain => ({
  lower,
  upper: Infinity,
  centre,
  scale,
});

/** Bounded value of the standard function of a double. */
export const call = (f: (x: number) => number, x: number): Bounded => bounded(f(x), 2 * EPS * Math.abs(f(x)) + 1e-323);
/** log(1 + s), s >= 0. */
export const log1p = (s: Bounded): Bounded => {
  const v = Math.log1p(s.value);
  return bounded(v, 2 * EPS * v + (2 * s.error) / (1 + s.value));
};

export type LogDensity = (x: number, below: number, above: number) => Bounded;
export const density =
  (l: LogDensity): Integrand =>
  (x, below, above) =>
    exp(l(x, below, above));
export const under =
  (l: LogDensity, g: LogDensity): Integrand =>
  (x, below, above) => {
    const p = exp(l(x, below, above));
    return p.value === 0 ? p : multiply(p, g(x, below, above));
  };
export const divergence = (p: LogDensity, q: LogDensity): Integrand =>
  under(p, (...at) => subtract(p(...at), q(...at)));
export const pair = (text: string): number[] => text.split(' ').map(N);
