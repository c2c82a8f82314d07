import { randomGeometric } from 'd3-random';
import { type Bounded, add, divide, exact, log, multiply, negate, product, subtract } from '../number/bounded.ts';
import { twoSum } from '../number/double.ts';
import { decay, swap } from '../number/share.ts';
import { ln1p, minus, wide } from '../number/wide.ts';
import { bernoulliKl, logFailure } from './bernoulli.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { FiniteLaw } from './finite.ts';
import { fromRatios, LISTED, listed, total } from './lattice.ts';
import { cumulativeOf } from './place.ts';

/** Exponent of the mass left out of the list. */
const NATS = 70;
const isTrial = (k: number): boolean => Number.isInteger(k) && k >= 1;

/**
 * The geometric law: number of the trial, 1, 2, …, that is the first success, each of probability p in (0, 1]. A countable
 * law, listed up to the first k with P(X > k) = (1 - p)^k <= e^-70 when that is first read; RangeError for p below 2^-15.
 */
export function geometric(p: number): FiniteLaw {
  demand(p > 0 && p <= 1, 'geometric', 'p', 'in (0, 1]', p);
  const one = exact(p);
  const rest = subtract(exact(1), one);
  const mean = divide(exact(1), one);
  return listed(
    {
      __proto__: LISTED,
      kind: 'finite',
      name: 'geometric',
      parameters: { p },
      // two terms of one sign
      logProbability: (k): Bounded => {
        if (!isTrial(k) || (p === 1 && k > 1)) return exact(-Infinity);
        return k === 1 ? log(one) : add(log(one), multiply(exact(k - 1), logFailure(p)));
      },
      mean,
      variance: divide(divide(rest, one), one),
      // -log p - (1 - p) log(1 - p)/p, again two terms of one sign
      entropy: p === 1 ? exact(0) : negate(add(log(one), multiply(rest, divide(logFailure(p), one)))),
      // the divergence of one trial times the mean number of trials
      klTo: (q) => divide(bernoulliKl({ p }, q), one),
      score: (k) => [divide(subtract(exact(1), multiply(one, exact(k))), multiply(one, rest))],
      information: () => [[divide(divide(mean, one), rest)]],
      sampler: (stream) => randomGeometric.source(stream.uniform)(p),
    },
    () => list(p),
  );
}

function list(p: number) {
  demand(p >= 2 ** -15, 'geometric', 'p', 'at least 2^-15 to list the outcomes', p);
  if (p === 1) return { outcomes: [1], probabilities: [exact(1)], tail: undefined };
  const last = Math.ceil((NATS + 1) / -Math.log1p(-p)); // the one more is for the rounding
  const omitted = Math.exp(-NATS);
  const ratio = twoSum(1, -p);
  return {
    outcomes: Array.from({ length: last }, (_, i) => i + 1),
    probabilities: fromRatios(1, last, 1, () => ratio, 2 * omitted),
    tail: { omitted, below: false, above: true },
  };
}

/** Maximum likelihood: one over the mean. */
export function fitGeometric(sample: Sample): Fit<FiniteLaw> {
  demandSample('geometric', sample, 'an integer >= 1', isTrial);
  const p = divide(exact(sample.length), total(sample));
  return { law: geometric(p.value), estimates: { p } };
}

/** P(X > k) = (1 - p)^k: by logarithms, except for a short product that is exact, by which quantiles are sure. */
export function geometricCumulative({ p }: Parameters): Cumulative {
  const [rate, failure] = [minus(ln1p(wide(-p!))), subtract(exact(1), exact(p!))];
  const place = { support: [1, p === 1 ? 1 : Infinity], centre: 1 / p!, scale: 1 / p!, whole: true } as const;
  return cumulativeOf(place, (k) => {
    if (k === 1) return [exact(p!), failure];
    const all = product(new Array<Bounded>(Math.min(k, 64)).fill(failure));
    return k <= 64 && all.error === 0 ? [subtract(exact(1), all), all] : swap(decay(rate, k));
  });
}
