/** Densities by their logarithm as a formula in bounded numbers, which carries what is open of their parameters. */
import { add, divide, exact, exp, log, log1p, multiply, negate, rounded, sqrt, square, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import type { DensityLaw } from '../distribution/density.ts';
import { studentT } from '../distribution/student-t.ts';
import { logBeta, logGamma } from './special.ts';
import type { Theta } from './uncertain.ts';

export interface Formula {
  readonly name: string;
  readonly support: readonly [number, number];
  readonly centre: number;
  readonly scale: number;
  /** log density inside the support. */
  readonly logAt: (x: Bounded) => Bounded;
  readonly mean: Bounded | null;
  readonly variance: Bounded | null;
}

export function byFormula({ name, support, centre, scale, logAt, mean, variance }: Formula, theta: Theta): DensityLaw {
  const inside = (x: number): boolean => x > support[0] && x < support[1];
  return {
    kind: 'density',
    name,
    parameters: Object.fromEntries(theta.map((p, i) => [`p${i + 1}`, p.value])),
    support,
    centre,
    scale,
    logDensity: (x) => (inside(x) ? logAt(exact(x)) : exact(-Infinity)),
    density: (x) => (inside(x) ? exp(logAt(exact(x))) : exact(0)),
    mean,
    variance,
    entropy: null,
  };
}

const [ONE, TWO, HALF] = [exact(1), exact(2), exact(0.5)];
const POSITIVE: readonly [number, number] = [0, Infinity];
const LOG_TAU = rounded(1.8378770664093453);
const above = (a: Bounded, limit: number): boolean => a.value - a.error > limit;
const half = (a: Bounded): Bounded => multiply(HALF, a);

export function demandPositive(name: string, theta: Readonly<Record<string, Bounded>>): void {
  for (const [parameter, { value }] of Object.entries(theta))
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${name}: ${parameter} must be in (0, inf), got ${value}`);
} // prettier-ignore

/** t around a location, by its squared scale: Gamma((v+1)/2) / (Gamma(v/2) sqrt(v pi s)) (1 + (x-m)^2/(v s))^(-(v+1)/2). */
export function movedStudentT([location, squared, df]: Theta): DensityLaw {
  const [m, s, v] = [location!, squared!, df!];
  demandPositive('t', { 'squared scale': s, 'degrees of freedom': v });
  const scale = sqrt(s);
  if (m.error + v.error + scale.error === 0) return studentT(v.value, m.value, scale.value);
  const next = half(add(v, ONE));
  const peak = sum([negate(logBeta(half(v), HALF)), negate(half(log(v))), negate(half(log(s)))]);
  const logAt = (x: Bounded): Bounded =>
    subtract(peak, multiply(next, log1p(divide(square(subtract(x, m)), multiply(v, s)))));
  const variance = above(v, 2) ? multiply(s, divide(v, subtract(v, TWO))) : null;
  return byFormula({ name: 'moved t', support: [-Infinity, Infinity], centre: m.value, scale: scale.value, logAt, mean: above(v, 1) ? m : null, variance }, [m, s, v]); // prettier-ignore
}

/** Inverse gamma: b^a / Gamma(a) x^(-a-1) e^(-b/x). */
export function inverseGamma([shape, rate]: Theta): DensityLaw {
  const [a, b] = [shape!, rate!];
  demandPositive('inverse gamma', { shape: a, rate: b });
  const peak = subtract(multiply(a, log(b)), logGamma(a));
  const logAt = (x: Bounded): Bounded => sum([peak, negate(multiply(add(a, ONE), log(x))), negate(divide(b, x))]);
  const mean = above(a, 1) ? divide(b, subtract(a, ONE)) : null;
  const variance = above(a, 2) ? divide(square(mean!), subtract(a, TWO)) : null;
  const mode = b.value / (a.value + 1);
  return byFormula({ name: 'inverse gamma', support: POSITIVE, centre: mode, scale: mode, logAt, mean, variance }, [a, b]); // prettier-ignore
}

/** Wald: a / sqrt(2 pi x^3) e^(-(a - g x)^2/(2 x)), the time at which a Brownian motion of drift g first reaches a. */
export function wald([drift, level]: Theta): DensityLaw {
  const [g, a] = [drift!, level!];
  demandPositive('Wald', { drift: g, level: a });
  const logAt = (x: Bounded): Bounded =>
    sum([log(a), negate(half(LOG_TAU)), negate(multiply(exact(1.5), log(x))), negate(divide(square(subtract(a, multiply(g, x))), multiply(TWO, x)))]); // prettier-ignore
  const mean = divide(a, g);
  const scale = Math.min(mean.value, a.value * a.value);
  return byFormula({ name: 'Wald', support: POSITIVE, centre: scale, scale, logAt, mean, variance: divide(mean, square(g)) }, [g, a]); // prettier-ignore
}
