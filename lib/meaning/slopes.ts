/** Derivatives of log p(x) in the parameters of the named laws, in bounded numbers (see uncertain.ts). */
import { add, bounded, divide, exact, log, log1p, multiply, negate, square, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { digamma } from '../number/special.ts';
import type { Slopes } from './uncertain.ts';

const [ONE, TWO] = [exact(1), exact(2)];
export const inverse = (a: Bounded): Bounded => divide(ONE, a);
/** 1 - p */
export const rest = (p: Bounded): Bounded => subtract(ONE, p);
/** Anything between -a and a. */
const within = (a: Bounded): Bounded => bounded(0, Math.abs(a.value) + a.error);

/** (x - n p) / (p (1 - p)) */
const successes = (x: Bounded, n: Bounded, p: Bounded): Bounded =>
  divide(subtract(x, multiply(n, p)), multiply(p, rest(p)));

export const bernoulliSlopes: Slopes = (x, [p]) => [successes(x, ONE, p!)];
/** The number of trials is known. */
export const binomialSlopes: Slopes = (x, [n, p]) => [exact(0), successes(x, n!, p!)];
/** r/p - x/(1 - p): the number of successes is known. */
export const negativeBinomialSlopes: Slopes = (x, [r, p]) => [exact(0), subtract(divide(r!, p!), divide(x, rest(p!)))];
/** (1 - x p) / (p (1 - p)): one success in x trials. */
export const geometricSlopes: Slopes = (x, [p]) => [successes(ONE, x, p!)];
export const poissonSlopes: Slopes = (x, [rate]) => [subtract(divide(x, rate!), ONE)];
export const exponentialSlopes: Slopes = (x, [rate]) => [subtract(inverse(rate!), x)];
export const gammaSlopes: Slopes = (x, [a, b]) => [
  sum([log(b!), negate(digamma(a!)), log(x)]),
  subtract(divide(a!, b!), x),
];

export const betaSlopes: Slopes = (x, [a, b]) => {
  const total = digamma(add(a!, b!));
  return [sum([total, negate(digamma(a!)), log(x)]), sum([total, negate(digamma(b!)), log(rest(x))])];
};

/** z = (x - mu)/scale: sign(z)/scale and (|z| - 1)/scale; the sign may be either. */
export const laplaceSlopes: Slopes = (x, [mu, scale]) => {
  const z = divide(subtract(x, mu!), scale!);
  return [within(inverse(scale!)), within(divide(add(within(z), within(ONE)), scale!))];
};

/** 2 z/(1 + z^2)/scale and (z^2 - 1)/(1 + z^2)/scale, both of size at most 1/scale. */
export const cauchySlopes: Slopes = (_, [, scale]) => [within(inverse(scale!)), within(inverse(scale!))];

/** z = (log x - mu)/sigma: z/sigma and (z^2 - 1)/sigma. */
export const lognormalSlopes: Slopes = (x, [mu, sigma]) => {
  const z = divide(subtract(log(x), mu!), sigma!);
  return [divide(z, sigma!), divide(subtract(square(z), ONE), sigma!)];
};

/** log(u/v) + 1 - psi(u/2) + psi((u+v)/2) + log x - log(1 + u x/v) - (u+v) x/(v + u x), and the like for v, halved. */
export const fSlopes: Slopes = (x, [u, v]) => {
  const n = add(u!, v!);
  const all = digamma(divide(n, TWO));
  const tail = negate(log1p(divide(multiply(u!, x), v!)));
  const pull = divide(multiply(n, x), add(v!, multiply(u!, x)));
  const first = [log(divide(u!, v!)), ONE, negate(digamma(divide(u!, TWO))), all, log(x), tail, negate(pull)];
  const second = [negate(divide(u!, v!)), negate(digamma(divide(v!, TWO))), all, tail, multiply(divide(u!, v!), pull)];
  return [divide(sum(first), TWO), divide(sum(second), TWO)];
};

/** psi((v + 1)/2) - psi(v/2) - 1/v - log(1 + x^2/v) + (v + 1) x^2/(v (v + x^2)), halved. */
export const studentSlopes: Slopes = (x, [v]) => {
  const [half, next, s] = [divide(v!, TWO), divide(add(v!, ONE), TWO), square(x)];
  const tail = divide(multiply(add(v!, ONE), s), multiply(v!, add(v!, s)));
  const parts = [digamma(next), negate(digamma(half)), negate(inverse(v!)), negate(log1p(divide(s, v!))), tail];
  return [divide(sum(parts), TWO)];
};
