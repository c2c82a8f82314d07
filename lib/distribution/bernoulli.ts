import { type Bounded, add, bounded, divide, exact, multiply, negate, subtract, xlogy } from '../number/bounded.ts';
import { type Parameters, demand } from './contract.ts';
import { deviance } from './deviance.ts';
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
    klTo: (q) => bernoulliKl({ p }, q),
    score: (x) => [divide(subtract(exact(x), one), multiply(one, zero))],
    information: () => [[divide(exact(1), multiply(one, zero))]],
    sampler: (stream) => () => (stream.uniform() < p ? 1 : 0),
  };
}

/** The two deviances, of p and of 1 - p, with p - q known once for both. */
export function bernoulliKl(p: Parameters, q: Parameters): Bounded {
  const [a, b, one] = [exact(p.p!), exact(q.p!), exact(1)];
  const d = subtract(a, b);
  return add(deviance(a, b, d), deviance(subtract(one, a), subtract(one, b), negate(d)));
}
