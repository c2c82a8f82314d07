/**
 * Rules by which a law of independent variables is a law of a known family: sums of normal, gamma, Poisson, binomial,
 * negative binomial and Cauchy variables, multiples of them, the square of a normal variable and quotients (Johnson, Kotz
 * and Balakrishnan, Continuous Univariate Distributions). Where no rule holds, or the bounds do not say that it does, null.
 */
import { add, bounded, divide, exact, log, multiply, negate, sqrt, square, subtract, U, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { moved } from './moved-law.ts';
import { namedLaw, originOf } from './named.ts';
import type { Law } from './value.ts';

type Of<Kind extends string, Parameter extends string> = { readonly kind: Kind } & Readonly<Record<Parameter, Bounded>>;

/** A law by its family and parameters. */
export type Known =
  | Of<'normal', 'mean' | 'variance'>
  | Of<'log-normal', 'mean' | 'variance'>
  | Of<'gamma', 'shape' | 'rate'>
  | Of<'inverse gamma', 'shape' | 'rate'>
  | Of<'beta', 'a' | 'b'>
  | Of<'Cauchy', 'location' | 'scale'>
  | Of<'Laplace', 'mean' | 'scale'>
  | Of<'t', 'location' | 'squared' | 'df'>
  | Of<'F', 'first' | 'second' | 'scale'>
  | Of<'Poisson', 'rate'>
  | Of<'binomial', 'trials' | 'p'>
  | Of<'negative binomial', 'successes' | 'p'>;

const [ZERO, HALF, ONE, TWO] = [0, 0.5, 1, 2].map(exact) as [Bounded, Bounded, Bounded, Bounded];
const is = (a: Bounded, b: Bounded): boolean => a.error + b.error === 0 && a.value === b.value;
const isPositive = (a: Bounded): boolean => a.value > a.error;
const half = (a: Bounded): Bounded => multiply(HALF, a);

/** Values of one expression differ by roundings of this share at most. */
const ROUNDINGS = 2 ** -40;

/**
 * The value that two parameters share; null where the bounds do not say so. Where they are known to a few roundings only,
 * an interval of both: the densities of sums move with each parameter by no more than those of its ends.
 */
function shared(a: Bounded, b: Bounded): Bounded | null {
  if (is(a, b)) return a;
  if (a.error + b.error === 0 || Math.abs(a.value - b.value) > a.error + b.error) return null;
  if (a.error + b.error > ROUNDINGS * Math.abs(a.value)) return null;
  return bounded(a.value, Math.max(a.error, Math.abs(a.value - b.value) * (1 + 4 * U) + b.error));
}

/** How far the mean of a normal law may be from 0, in standard deviations; null if that is more than a few roundings. */
function offCentre({ mean, variance }: Extract<Known, { kind: 'normal' }>): number | null {
  const off = (Math.abs(mean.value) + mean.error) / Math.sqrt(variance.value - variance.error);
  return off <= ROUNDINGS ? off : null;
}

const widened = (a: Bounded, by: number): Bounded => bounded(a.value, (a.error + by) * (1 + 4 * U));

/** By the names of lib/meaning/named.ts. */
const families: Readonly<Record<string, (...theta: Bounded[]) => Known | null>> = {
  'normal law': (mean, variance) => ({ kind: 'normal', mean: mean!, variance: variance! }),
  'log-normal law': (mean, variance) => ({ kind: 'log-normal', mean: mean!, variance: variance! }),
  'gamma law': (shape, rate) => ({ kind: 'gamma', shape: shape!, rate: rate! }),
  'exponential law': (rate) => ({ kind: 'gamma', shape: ONE, rate: rate! }),
  'chi-squared law': (k) => ({ kind: 'gamma', shape: half(k!), rate: HALF }),
  'inverse gamma law': (shape, rate) => ({ kind: 'inverse gamma', shape: shape!, rate: rate! }),
  'beta law': (a, b) => ({ kind: 'beta', a: a!, b: b! }),
  'uniform law': (a, b) => (is(a!, ZERO) && is(b!, ONE) ? { kind: 'beta', a: ONE, b: ONE } : null),
  'Cauchy law': (location, scale) => ({ kind: 'Cauchy', location: location!, scale: scale! }),
  'Laplace law': (mean, scale) => ({ kind: 'Laplace', mean: mean!, scale: scale! }),
  't law': (...theta) => (theta.length === 1 ? { kind: 't', location: ZERO, squared: ONE, df: theta[0]! } : { kind: 't', location: theta[0]!, squared: theta[1]!, df: theta[2]! }),
  'F law': (first, second) => ({ kind: 'F', first: first!, second: second!, scale: ONE }),
  'Poisson law': (rate) => ({ kind: 'Poisson', rate: rate! }),
  'binomial law': (trials, p) => ({ kind: 'binomial', trials: trials!, p: p! }),
  'Bernoulli law': (p) => ({ kind: 'binomial', trials: ONE, p: p! }),
  'negative binomial law': (successes, p) => ({ kind: 'negative binomial', successes: successes!, p: p! }),
}; // prettier-ignore

export function knownOf(law: Law): Known | null {
  const origin = originOf(law);
  return origin ? (families[origin.name]?.(...origin.theta) ?? null) : null;
}

/** The law itself. RangeError for parameters outside of their domain, which the rules do not leave. */
export function lawOf(known: Known): Law {
  const of = (head: string, ...theta: Bounded[]): Law => namedLaw(head)!.make(theta);
  switch (known.kind) {
    case 'normal':
      return of('\\mathcal{N}', known.mean, known.variance);
    case 'log-normal':
      return of('LN', known.mean, known.variance);
    case 'gamma':
      return of('Gam', known.shape, known.rate);
    case 'inverse gamma':
      return of('InvGam', known.shape, known.rate);
    case 'beta':
      return of('Bet', known.a, known.b);
    case 'Cauchy':
      return of('Cauchy', known.location, known.scale);
    case 'Laplace':
      return of('Lap', known.mean, known.scale);
    case 't':
      return namedLaw('t')!.other!.make([known.location, known.squared, known.df]);
    case 'F':
      return moved(of('F', known.first, known.second), known.scale);
    case 'Poisson':
      return of('Poiss', known.rate);
    case 'binomial':
      return of('Bin', known.trials, known.p);
    case 'negative binomial':
      return of('NB', known.successes, known.p);
  }
}

/** Of X + Y, independent. */
export function sumOf(x: Known, y: Known): Known | null {
  if (x.kind === 'normal' && y.kind === 'normal')
    return { ...x, mean: add(x.mean, y.mean), variance: add(x.variance, y.variance) };
  if (x.kind === 'gamma' && y.kind === 'gamma') {
    const rate = shared(x.rate, y.rate);
    return rate && { ...x, rate, shape: add(x.shape, y.shape) };
  }
  if (x.kind === 'Cauchy' && y.kind === 'Cauchy')
    return { ...x, location: add(x.location, y.location), scale: add(x.scale, y.scale) };
  if (x.kind === 'Poisson' && y.kind === 'Poisson') return { ...x, rate: add(x.rate, y.rate) };
  if (x.kind === 'binomial' && y.kind === 'binomial') {
    const p = shared(x.p, y.p);
    return p && { ...x, p, trials: add(x.trials, y.trials) };
  }
  if (x.kind !== 'negative binomial' || y.kind !== 'negative binomial') return null;
  const p = shared(x.p, y.p);
  return p && { ...x, p, successes: add(x.successes, y.successes) };
}

/** Of X_1 + … + X_n, independent and of this law: they have one rate, even where it is known up to a bound only. */
export function sumOfCopies(x: Known, n: Bounded): Known | null {
  const times = (a: Bounded): Bounded => multiply(n, a);
  if (x.kind === 'normal') return { ...x, mean: times(x.mean), variance: times(x.variance) };
  if (x.kind === 'gamma') return { ...x, shape: times(x.shape) };
  if (x.kind === 'Cauchy') return { ...x, location: times(x.location), scale: times(x.scale) };
  if (x.kind === 'Poisson') return { ...x, rate: times(x.rate) };
  if (x.kind === 'binomial') return { ...x, trials: times(x.trials) };
  return x.kind === 'negative binomial' ? { ...x, successes: times(x.successes) } : null;
}

/** Of the least of independent variables. */
export const leastOf = (x: Known, y: Known): Known | null =>
  x.kind === 'gamma' && y.kind === 'gamma' && is(x.shape, ONE) && is(y.shape, ONE)
    ? { ...x, rate: add(x.rate, y.rate) }
    : null;

/** Of c X. */
export function multipleOf(x: Known, c: Bounded): Known | null {
  const far = (a: Bounded): Bounded => multiply(c, a);
  const size = c.value < 0 ? negate(c) : c;
  if (!isPositive(size)) return null;
  switch (x.kind) {
    case 'normal':
      return { ...x, mean: far(x.mean), variance: multiply(square(c), x.variance) };
    case 'Cauchy':
      return { ...x, location: far(x.location), scale: multiply(size, x.scale) };
    case 'Laplace':
      return { ...x, mean: far(x.mean), scale: multiply(size, x.scale) };
    case 't':
      return { ...x, location: far(x.location), squared: multiply(square(c), x.squared) };
  }
  if (c.value < 0) return null;
  if (x.kind === 'gamma') return { ...x, rate: divide(x.rate, c) };
  if (x.kind === 'inverse gamma') return { ...x, rate: multiply(c, x.rate) };
  if (x.kind === 'log-normal') return { ...x, mean: add(x.mean, log(c)) };
  return x.kind === 'F' ? { ...x, scale: multiply(c, x.scale) } : null;
}

/** Of X + c. */
export function shiftOf(x: Known, c: Bounded): Known | null {
  if (x.kind === 'normal' || x.kind === 'Laplace') return { ...x, mean: add(x.mean, c) };
  return x.kind === 'Cauchy' || x.kind === 't' ? { ...x, location: add(x.location, c) } : null;
}

/** Of 1 - X. */
export const restOf = (x: Known): Known | null => (x.kind === 'beta' ? { ...x, a: x.b, b: x.a } : null);

/** Of X^2. */
export function squareOf(x: Known): Known | null {
  if (x.kind === 'normal') {
    const off = offCentre(x);
    if (off === null) return null;
    // the non-central density is e^{-off^2/2} cosh(off z) times that of the gamma law, which its rate covers
    const rate = divide(HALF, x.variance);
    return { kind: 'gamma', shape: HALF, rate: off === 0 ? rate : widened(rate, 4 * off * off * rate.value) };
  }
  if (x.kind === 't' && is(x.location, ZERO)) return { kind: 'F', first: ONE, second: x.df, scale: x.squared };
  if (x.kind === 'log-normal') return { ...x, mean: multiply(TWO, x.mean), variance: multiply(exact(4), x.variance) };
  return null;
}

/** Of 1/X. */
export function inverseOf(x: Known): Known | null {
  if (x.kind === 'gamma') return { ...x, kind: 'inverse gamma' };
  if (x.kind === 'inverse gamma') return { ...x, kind: 'gamma' };
  if (x.kind === 'F') return { ...x, first: x.second, second: x.first, scale: divide(ONE, x.scale) };
  return x.kind === 'log-normal' ? { ...x, mean: negate(x.mean) } : null;
}

/** Of e^X, of \log X. */
export const exponentialOf = (x: Known): Known | null => (x.kind === 'normal' ? { ...x, kind: 'log-normal' } : null);
export function logarithmOf(x: Known): Known | null {
  return x.kind === 'log-normal' ? { ...x, kind: 'normal' } : null;
}

/** Of -\log X. */
export const surpriseOf = (x: Known): Known | null =>
  x.kind === 'beta' && is(x.b, ONE) ? { kind: 'gamma', shape: ONE, rate: x.a } : null;

/** Of X Y, independent. */
export const productOf = (x: Known, y: Known): Known | null =>
  x.kind === 'log-normal' && y.kind === 'log-normal'
    ? { ...x, mean: add(x.mean, y.mean), variance: add(x.variance, y.variance) }
    : null;

/** Of X/Y, independent. */
export function quotientOf(x: Known, y: Known): Known | null {
  if (x.kind === 'gamma' && y.kind === 'gamma') {
    const scale = divide(multiply(x.shape, y.rate), multiply(y.shape, x.rate));
    return { kind: 'F', first: multiply(TWO, x.shape), second: multiply(TWO, y.shape), scale };
  }
  // a mean that is 0 up to rounding moves a quotient of normal variables by no bound that is known here
  if (x.kind === 'normal' && y.kind === 'normal' && is(x.mean, ZERO) && is(y.mean, ZERO))
    return { kind: 'Cauchy', location: ZERO, scale: sqrt(divide(x.variance, y.variance)) };
  const inverse = inverseOf(y);
  return inverse && productOf(x, inverse);
}

/**
 * A mean of off moves the distribution function at t scales by Gamma(v/2)/Gamma((v+1)/2) sqrt((v + t^2)/2) times what a
 * location of off does: by less than this for v >= 1 and |t| <= 2^13.
 */
const MOVED = 2 ** 14;

/** Of X/\sqrt{Y}, independent. */
export function quotientByRoot(x: Known, y: Known): Known | null {
  const off = x.kind === 'normal' ? offCentre(x) : null;
  if (x.kind !== 'normal' || y.kind !== 'gamma' || off === null) return null;
  const squared = divide(multiply(x.variance, y.rate), y.shape);
  const location = off === 0 ? ZERO : widened(ZERO, off * MOVED * Math.sqrt(squared.value));
  return { kind: 't', location, squared, df: multiply(TWO, y.shape) };
}

/** Of X/(X + Y), independent. */
export const shareOf = (x: Known, y: Known): Known | null =>
  x.kind === 'gamma' && y.kind === 'gamma' && is(x.rate, y.rate) ? { kind: 'beta', a: x.shape, b: y.shape } : null;

/** Of X - Y, independent. */
export function differenceOf(x: Known, y: Known): Known | null {
  if (x.kind === 'gamma' && y.kind === 'gamma' && is(x.rate, y.rate) && is(x.shape, ONE) && is(y.shape, ONE))
    return { kind: 'Laplace', mean: ZERO, scale: divide(ONE, x.rate) };
  const other = multipleOf(y, exact(-1));
  return other && sumOf(x, other);
}

/** Of the sum of the squares of X_i - \bar{X} for n copies of a normal variable (Cochran). */
export const scatterOf = (x: Known, n: Bounded): Known | null =>
  x.kind === 'normal' && n.value > 1
    ? { kind: 'gamma', shape: half(subtract(n, ONE)), rate: divide(HALF, x.variance) }
    : null;
