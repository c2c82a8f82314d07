import { add, divide, exact, exp, log, multiply, negate, rounded, square, subtract, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import type { DensityLaw } from './density.ts';

/**
 * A joint density of two reals, read by argument name: the second name (the cause z) is normal, the first (the
 * effect x) is normal around slope z + shift. Marginals and conditionals are normal (Bishop 2006, section 2.3.3).
 */
export interface JointDensity {
  readonly kind: 'joint density';
  readonly names: readonly [string, string];
  readonly describe: string;
  marginal(name: string): DensityLaw;
  conditional(name: string, condition: number): DensityLaw;
  logDensity(point: Readonly<Record<string, number>>): Bounded;
}

export interface LinearNormal {
  /** Mean and standard deviation (> 0) of the cause. */
  readonly mean: number;
  readonly sd: number;
  readonly slope: number;
  readonly shift: number;
  /** Standard deviation (> 0) of the effect around its line. */
  readonly noise: number;
}

const HALF_LOG_TAU = rounded(0.9189385332046728);

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
    logDensity,
    density: (x) => exp(logDensity(x)),
    mean,
    variance,
    entropy: add(exact(0.5), logScale),
  };
}

/** Throws RangeError unless both standard deviations are positive. */
export function linearNormal(names: readonly [string, string], p: LinearNormal): JointDensity {
  for (const [name, value] of [['sd', p.sd], ['noise', p.noise]] as const)
    if (!(value > 0)) throw new RangeError(`linear normal: ${name} must be in (0, inf), got ${value}`); // prettier-ignore
  const [effect] = names;
  const [slope, shift, mean] = [exact(p.slope), exact(p.shift), exact(p.mean)];
  const [prior, noise] = [square(exact(p.sd)), square(exact(p.noise))];
  const line = (z: Bounded): Bounded => add(multiply(slope, z), shift);
  const evidence = add(multiply(square(slope), prior), noise);
  const posterior = divide(multiply(prior, noise), evidence);
  const causeGiven = (x: number): DensityLaw => {
    const gain = divide(multiply(slope, prior), evidence);
    return uncertainNormal(add(mean, multiply(gain, subtract(exact(x), line(mean)))), posterior);
  };
  const effectGiven = (z: number): DensityLaw => uncertainNormal(line(exact(z)), noise);
  const [causeLaw, effectLaw] = [uncertainNormal(mean, prior), uncertainNormal(line(mean), evidence)];
  return {
    kind: 'joint density',
    names,
    describe: `${names[1]} normal(${p.mean}, sd ${p.sd}), ${effect} normal(${p.slope} ${names[1]} + ${p.shift}, sd ${p.noise})`,
    marginal: (name) => (name === effect ? effectLaw : causeLaw),
    conditional: (name, condition) => (name === effect ? effectGiven(condition) : causeGiven(condition)),
    logDensity: (point) =>
      add(causeLaw.logDensity(point[names[1]]!), effectGiven(point[names[1]]!).logDensity(point[effect]!)),
  };
}
