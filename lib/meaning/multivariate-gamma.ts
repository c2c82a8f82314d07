/** The gamma function of p × p matrices: \Gamma_p(a) = \pi^{p(p-1)/4} \prod_{j=1}^p \Gamma(a + (1-j)/2) for a > (p-1)/2. */
import { add, exact, multiply, rounded, sum, type Bounded } from '../number/bounded.ts';
import { digamma, logGamma } from './special.ts';

export const LOG_PI = rounded(1.1447298858494002);

const places = (p: number, a: Bounded): Bounded[] =>
  Array.from({ length: p }, (_, j) => (j === 0 ? a : add(a, exact(-j / 2))));

export const logMultivariateGamma = (p: number, a: Bounded): Bounded =>
  add(multiply(exact((p * (p - 1)) / 4), LOG_PI), sum(places(p, a).map(logGamma)));

/** The derivative of its logarithm. */
export const multivariateDigamma = (p: number, a: Bounded): Bounded => sum(places(p, a).map(digamma));
