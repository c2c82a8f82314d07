/**
 * Laws whose parameters are known up to a bound only. log p(x) moves by at most the largest slope in each parameter over
 * its interval, times the bound (mean value theorem); `slopes` is evaluated in bounded numbers, which gives that largest
 * slope.
 */
import { add, bounded, divide, exact, expm1, log, multiply, negate, square, subtract, U, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import type { DensityLaw } from '../distribution/density.ts';
import type { FiniteLaw } from '../distribution/finite.ts';
import { logProbability } from '../distribution/likelihood.ts';
import type { Law } from './value.ts';

export type Theta = readonly Bounded[];
/** The derivatives of log p(x) in the parameters, as intervals over all that the parameters may be. */
export type Slopes = (x: Bounded, theta: Theta) => readonly Bounded[];
export type Moments = readonly [mean: Bounded | null, variance: Bounded | null];

const GROW = 1 + 16 * U;
const uncertainName = (name: string): string => `${name} of uncertain parameters`;

/** `law` is made at the middle of the parameters. Closed forms that know nothing of their bounds are left out. */
export function uncertain(law: Law, theta: Theta, slopes: Slopes, moments: Moments): Law {
  const move = (x: number): number => {
    const parts = slopes(exact(x), theta);
    return parts.reduce((total, s, i) => {
      const { error } = theta[i]!;
      return error === 0 ? total : total + (Math.abs(s.value) + s.error) * error * GROW;
    }, 0);
  };
  const inLog = (l: Bounded, x: number): Bounded =>
    Number.isFinite(l.value) ? bounded(l.value, l.error + move(x)) : l;
  // no difference of the two is smaller than the smallest number, however near both are to 0
  const factor = (p: Bounded, x: number): Bounded => {
    if (p.value === 0 && p.error === 0) return p;
    const share = expm1(exact(move(x)));
    return bounded(p.value, (p.error + (p.value + p.error) * (share.value + share.error)) * GROW + Number.MIN_VALUE);
  };
  return law.kind === 'finite' ? finite(law, inLog, factor, moments) : density(law, inLog, factor, moments);
}

type Widen = (value: Bounded, x: number) => Bounded;

function density(law: DensityLaw, inLog: Widen, factor: Widen, [mean, variance]: Moments): DensityLaw {
  return {
    kind: 'density',
    name: uncertainName(law.name),
    parameters: law.parameters,
    support: law.support,
    centre: law.centre,
    scale: law.scale,
    ...(law.breaks ? { breaks: law.breaks } : {}),
    bell: law.bell,
    logDensity: (x, below, above) => inLog(law.logDensity(x, below, above), x),
    density: (x, below, above) => factor(law.density(x, below, above), x),
    mean,
    variance,
    entropy: null,
  };
}

function finite(law: FiniteLaw, inLog: Widen, factor: Widen, [mean, variance]: Moments): FiniteLaw {
  const { outcomes, probabilities, tail } = law;
  return {
    kind: 'finite',
    name: uncertainName(law.name),
    ...(law.parameters ? { parameters: law.parameters } : {}),
    outcomes,
    probabilities: probabilities.map((p, i) => factor(p, outcomes[i]!)),
    // beyond the list each probability moves by less than a share of itself, at bounds of a few roundings
    ...(tail ? { tail: { ...tail, omitted: 2 * tail.omitted } } : {}),
    logProbability: (x) => inLog(logProbability(law, x), x),
    ...(mean ? { mean } : {}),
    ...(variance ? { variance } : {}),
  };
}

/** The uniform law between two ends that are not known exactly: near them a point may lie inside or not. */
export function uncertainUniform(lower: Bounded, upper: Bounded): DensityLaw {
  const width = subtract(upper, lower);
  if (!(width.value > width.error) || !Number.isFinite(width.value))
    throw new RangeError(`uniform: upper must be finite and above lower = ${lower.value}, got ${upper.value}`);
  const height = divide(exact(1), width);
  const near = (x: number): boolean =>
    [lower, upper].some((end) => Math.abs(subtract(exact(x), end).value) <= subtract(exact(x), end).error);
  const density = (x: number): Bounded => {
    if (near(x)) return bounded(height.value / 2, (height.value / 2 + height.error) * GROW);
    return x > lower.value && x < upper.value ? height : exact(0);
  };
  return {
    kind: 'density',
    name: uncertainName('uniform'),
    parameters: { lower: lower.value, upper: upper.value },
    support: [lower.value, upper.value],
    centre: lower.value + width.value / 2,
    scale: width.value,
    logDensity: (x) => {
      const p = density(x);
      return p.value === 0
        ? exact(-Infinity)
        : p === height
          ? negate(log(width))
          : bounded(Math.log(p.value), Infinity);
    },
    density,
    mean: multiply(exact(0.5), add(lower, upper)),
    variance: divide(square(width), exact(12)),
    entropy: log(width),
  };
}
