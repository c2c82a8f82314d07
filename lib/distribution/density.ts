import type { Bounded } from '../number/bounded.ts';
import type { FiniteLaw } from './finite.ts';

/**
 * A law with a density on an interval (nats, Lebesgue measure). `centre` and `scale` say where its mass lies and
 * how wide it is: quadrature runs in (x - centre) / scale. Outside the support the log-density is -Infinity.
 */
export interface DensityLaw {
  readonly kind: 'density';
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly support: readonly [number, number];
  readonly centre: number;
  readonly scale: number;
  /** Places inside the support where quadrature must be split: kinks, or peaks other than at the centre. */
  readonly breaks?: readonly number[];
  logDensity(x: number): Bounded;
  density(x: number): Bounded;
  /** null: does not exist, or has no closed form (for the entropy of a mixture). */
  readonly mean: Bounded | null;
  readonly variance: Bounded | null;
  readonly entropy: Bounded | null;
}

export type Law = FiniteLaw | DensityLaw;

/** Throws the RangeError that every law throws for a parameter outside its domain. */
export function demand(ok: boolean, law: string, parameter: string, domain: string, got: unknown): void {
  if (!ok) throw new RangeError(`${law}: ${parameter} must be ${domain}, got ${String(got)}`);
}
