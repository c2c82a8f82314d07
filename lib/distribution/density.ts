import type { Bounded } from '../number/bounded.ts';
import type { Offers, Parameters } from './contract.ts';
import type { FiniteLaw } from './finite.ts';

/**
 * A law with a density on an interval (nats, Lebesgue measure). `centre` and `scale` say where its mass lies and
 * how wide it is: quadrature runs in (x - centre) / scale. Outside the support the log-density is -Infinity.
 * `below` and `above` are the distances of x from the ends of the support, for those who know them better than x
 * tells: 1 - 1e-30 is a place in (0, 1), but not a double.
 */
export interface DensityLaw extends Offers {
  readonly kind: 'density';
  readonly name: string;
  readonly parameters: Parameters;
  readonly support: readonly [number, number];
  readonly centre: number;
  readonly scale: number;
  /** Places inside the support where quadrature must be split: kinks, or peaks other than at the centre. */
  readonly breaks?: readonly number[];
  /** Of a law that is analytic on the line, with tails like a normal law: the width of its narrowest peak (see `Domain.bell`). */
  readonly bell?: number | undefined;
  logDensity(x: number, below?: number, above?: number): Bounded;
  density(x: number, below?: number, above?: number): Bounded;
  /** null: does not exist, or has no closed form (for the entropy of a mixture). */
  readonly mean: Bounded | null;
  readonly variance: Bounded | null;
  readonly entropy: Bounded | null;
}

export type Law = FiniteLaw | DensityLaw;

/** The narrowest peak of several laws, if each is analytic with tails like a normal law. */
export const narrowest = (laws: readonly Pick<DensityLaw, 'bell'>[]): number | undefined =>
  laws.length > 0 && laws.every((l) => l.bell) ? Math.min(...laws.map((l) => l.bell!)) : undefined;

/** The name without what says that the parameters are known up to a bound only. */
export const family = (law: Law): string => law.name.replace(' of uncertain parameters', '');
