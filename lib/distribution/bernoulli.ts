import { add, bounded, exact, multiply, negate, subtract, xlogy } from '../number/bounded.ts';
import { demand } from './density.ts';
import type { FiniteLaw } from './finite.ts';

/** P(X = 1) = p, P(X = 0) = 1 - p, p in [0, 1]. */
export function bernoulli(p: number): FiniteLaw {
  demand(p >= 0 && p <= 1, 'bernoulli', 'p', 'in [0, 1]', p);
  const one = exact(p);
  const zero = subtract(exact(1), one);
  // (1 - p) log(1 - p) by log1p: 1 - p alone loses a p below 2^-53.
  const l = p === 1 ? 0 : Math.log1p(-p);
  const rest = p === 1 ? exact(0) : multiply(zero, bounded(l, 2 * Number.EPSILON * Math.abs(l) + Number.MIN_VALUE));
  return {
    kind: 'finite',
    name: 'bernoulli',
    parameters: { p },
    outcomes: [0, 1],
    probabilities: [zero, one],
    mean: one,
    variance: multiply(one, zero),
    entropy: negate(add(xlogy(one, one), rest)),
  };
}
