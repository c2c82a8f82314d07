import { type Bounded, add, divide, exact, log, log1p, multiply, negate, subtract } from '../number/bounded.ts'; // prettier-ignore
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import { deviance } from './deviance.ts';
import type { FiniteLaw } from './finite.ts';
import { LISTED, listed, total } from './lattice.ts';
import { cumulativeOf } from './place.ts';

/** P(X = 1) = p, P(X = 0) = 1 - p, p in [0, 1]. */
export function bernoulli(p: number): FiniteLaw {
  demand(p >= 0 && p <= 1, 'bernoulli', 'p', 'in [0, 1]', p);
  const one = exact(p);
  const zero = subtract(exact(1), one);
  return listed(
    {
      __proto__: LISTED,
      kind: 'finite',
      name: 'bernoulli',
      parameters: { p },
      logProbability: (x) => (x === 1 ? log(one) : x === 0 ? logFailure(p) : exact(-Infinity)),
      mean: one,
      variance: multiply(one, zero),
      klTo: (q) => bernoulliKl({ p }, q),
      score: (x) => [divide(subtract(exact(x), one), multiply(one, zero))],
      information: () => [[divide(exact(1), multiply(one, zero))]],
      sampler: (stream) => () => (stream.uniform() < p ? 1 : 0),
    },
    () => ({ outcomes: [0, 1], probabilities: [zero, one] }),
  );
}

/** log(1 - p), p in [0, 1]: 1 - p alone would lose a p below 2^-53. */
export const logFailure = (p: number): Bounded => log1p(exact(0 - p));

/** The two deviances, of p and of 1 - p, with p - q known once for both. */
export function bernoulliKl(p: Parameters, q: Parameters): Bounded {
  const [a, b, one] = [exact(p.p!), exact(q.p!), exact(1)];
  const d = subtract(a, b);
  return add(deviance(a, b, d), deviance(subtract(one, a), subtract(one, b), negate(d)));
}

/** Maximum likelihood: the share of ones. */
export function fitBernoulli(sample: Sample): Fit<FiniteLaw> {
  demandSample('bernoulli', sample, '0 or 1', (x) => x === 0 || x === 1);
  const p = divide(total(sample), exact(sample.length));
  return { law: bernoulli(p.value), estimates: { p } };
}

export const bernoulliCumulative = ({ p }: Parameters): Cumulative =>
  cumulativeOf({ support: [p === 1 ? 1 : 0, p === 0 ? 0 : 1], centre: p!, scale: 1, whole: true }, () => [
    subtract(exact(1), exact(p!)),
    exact(p!),
  ]);
