import { type Bounded, divide, exact, log, multiply, subtract, sum } from '../number/bounded.ts';
import { addDouble, divideDouble, double, multiplyDouble, twoSum } from '../number/double.ts';
import { logGamma } from '../number/gamma.ts';
import { incompleteBeta } from '../number/incomplete.ts';
import { less, narrow, plus, wide } from '../number/wide.ts';
import { logFailure } from './bernoulli.ts';
import { type Cumulative, type Parameters, demand } from './contract.ts';
import type { FiniteLaw } from './finite.ts';
import { fromRatios, LISTED, listed } from './lattice.ts';
import { cumulativeOf } from './place.ts';

/** Exponent of the mass left out of the list. */
const NATS = 70;
const isCount = (k: number): boolean => Number.isInteger(k) && k >= 0;

/**
 * The negative binomial law: number of failures, 0, 1, …, before the r-th success of trials of probability p in (0, 1);
 * r in (0, inf) need not be whole: Gamma(k + r)/(Gamma(r) k!) p^r (1 - p)^k. A countable law, listed up to where less than
 * e^-70 is left; RangeError where that is beyond 2^22 outcomes.
 */
export function negativeBinomial(r: number, p: number): FiniteLaw {
  const name = 'negative binomial';
  demand(r > 0 && r < 2 ** 40, name, 'r', 'in (0, 2^40)', r);
  demand(p > 0 && p < 1, name, 'p', 'in (0, 1)', p);
  const [size, one] = [exact(r), exact(p)];
  const rest = subtract(exact(1), one);
  const mean = divide(multiply(size, rest), one);
  const log1 = log(one);
  return listed(
    {
      __proto__: LISTED,
      kind: 'finite',
      name,
      parameters: { r, p },
      logProbability: (k): Bounded => {
        if (!isCount(k)) return exact(-Infinity);
        const choose = less(logGamma(plus(wide(k), wide(r))), plus(logGamma(wide(r)), logGamma(wide(k + 1))));
        return sum([narrow(choose), multiply(size, log1), k === 0 ? exact(0) : multiply(exact(k), logFailure(p))]);
      },
      mean,
      variance: divide(mean, one),
    },
    () => list(r, p),
  );
}

function list(r: number, p: number) {
  const q = twoSum(1, -p);
  // neighbours stand in the ratio q (k + r - 1)/k, which goes to q
  const mode = r > 1 ? Math.max(0, Math.floor(((r - 1) * q.hi) / p)) : 0;
  let [upper, log] = [mode, 0];
  for (;;) {
    const ratio = (q.hi * (upper + r)) / (upper + 1);
    const most = Math.max(ratio, q.hi);
    if (most < 1 && log + Math.log(most / (1 - most)) < -NATS) break;
    log += Math.log(ratio);
    demand(++upper < 2 ** 22, 'negative binomial', 'p', 'so that at most 2^22 outcomes matter', p);
  }
  const omitted = Math.exp(-NATS);
  const ratio = (k: number) => divideDouble(multiplyDouble(q, addDouble(double(k - 1), double(r))), double(k));
  return {
    outcomes: Array.from({ length: upper + 1 }, (_, i) => i),
    probabilities: fromRatios(0, upper, mode, ratio, 2 * omitted),
    tail: { omitted, below: false, above: true },
  };
}

/** P(X <= k) = I_p(r, k + 1), the regularised incomplete beta function. */
export function negativeBinomialCumulative({ r, p }: Parameters): Cumulative {
  const mean = (r! * (1 - p!)) / p!;
  const place = { support: [0, Infinity], centre: mean, scale: Math.sqrt(mean / p!) || 1, whole: true } as const;
  return cumulativeOf(place, (k) => incompleteBeta(r!, k + 1)(wide(p!), less(wide(1), wide(p!))));
}
