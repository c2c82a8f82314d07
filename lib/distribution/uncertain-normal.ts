import { add, divide, exact, exp, log, multiply, negate, square, subtract, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { HALF_LOG_TAU } from '../number/kernels.ts';
import type { DensityLaw } from './density.ts';

/**
 * The normal law of a mean and a variance that are themselves known up to a bound. `normal(mu, sigma)` would take
 * a rounded posterior mean for the true one and understate its error.
 */
export function uncertainNormal(mean: Bounded, variance: Bounded): DensityLaw {
  const logScale = add(HALF_LOG_TAU, multiply(exact(0.5), log(variance)));
  const logDensity = (x: number): Bounded =>
    negate(add(divide(square(subtract(exact(x), mean)), multiply(exact(2), variance)), logScale));
  return {
    kind: 'density',
    name: 'normal of uncertain parameters',
    parameters: { mean: mean.value, variance: variance.value },
    support: [-Infinity, Infinity],
    centre: mean.value,
    scale: Math.sqrt(variance.value),
    bell: Math.sqrt(variance.value),
    logDensity,
    density: (x) => exp(logDensity(x)),
    mean,
    variance,
    entropy: add(exact(0.5), logScale),
  };
}
