import { randomBinomial } from 'd3-random';
import {
  type Bounded,
  bounded,
  divide,
  exact,
  log,
  minimum,
  multiply,
  negate,
  subtract,
  sum,
} from '../number/bounded.ts';
import { divideDouble, double, multiplyDouble, twoProduct, twoSum } from '../number/double.ts';
import { incompleteBeta } from '../number/incomplete.ts';
import { swap } from '../number/share.ts';
import { wide } from '../number/wide.ts';
import { bernoulliKl, logFailure } from './bernoulli.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import { deviance } from './deviance.ts';
import type { FiniteLaw } from './finite.ts';
import { factorialRest, fromRatios, LISTED, listed, total } from './lattice.ts';
import { cumulativeOf, difference } from './place.ts';

const MOST = 1e6;
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/**
 * Number of successes in n trials (an integer in [0, 2^53)) of probability p in [0, 1]. The outcomes are listed when
 * they are first read; RangeError for n above 10^6.
 */
export function binomial(n: number, p: number): FiniteLaw {
  demand(isCount(n), 'binomial', 'n', 'an integer in [0, 2^53)', n);
  demand(p >= 0 && p <= 1, 'binomial', 'p', 'in [0, 1]', p);
  const one = exact(p);
  const rest = subtract(exact(1), one);
  const mean = multiply(exact(n), one);
  return listed(
    {
      __proto__: LISTED,
      kind: 'finite',
      name: 'binomial',
      parameters: { n, p },
      logProbability: (x) => logProbability(n, p, x),
      mean,
      variance: multiply(mean, rest),
      // n times the Bernoulli divergence where n is the same; Infinity where the second cannot reach n
      klTo: (q) =>
        q.n === n
          ? multiply(exact(n), bernoulliKl({ p }, q))
          : n > q.n! && p > 0
            ? exact(Infinity)
            : bounded(0, Infinity),
      // n is known, not a parameter to be fitted: both are those of p alone
      score: (x) => [divide(subtract(exact(x), mean), multiply(one, rest))],
      information: () => [[divide(exact(n), multiply(one, rest))]],
      sampler: (stream) => randomBinomial.source(stream.uniform)(n, p),
    },
    () => list(n, p),
  );
}

function list(n: number, p: number) {
  demand(n <= MOST, 'binomial', 'n', `at most ${MOST} to list the outcomes`, n);
  const outcomes = Array.from({ length: n + 1 }, (_, k) => k);
  if (p === 0 || p === 1) return { outcomes, probabilities: outcomes.map((k) => exact(k === n * p ? 1 : 0)) };
  const odds = divideDouble(double(p), twoSum(1, -p));
  const ratio = (k: number) => divideDouble(multiplyDouble(odds, double(n - k + 1)), double(k));
  return { outcomes, probabilities: fromRatios(0, n, Math.min(n, Math.floor((n + 1) * p)), ratio, 0) };
}

/**
 * In saddle-point form (Loader 2000): minus the deviances of k from n p and of n - k from n (1 - p), whose differences
 * are one number, known without rounding of n p, and what Stirling's formula leaves of the factorials.
 */
function logProbability(n: number, p: number, k: number): Bounded {
  if (!(isCount(k) && k <= n)) return exact(-Infinity);
  if (p === 0 || p === 1) return exact(k === n * p ? 0 : -Infinity);
  if (k === 0) return multiply(exact(n), logFailure(p));
  if (k === n) return multiply(exact(n), log(exact(p)));
  const { hi, lo } = twoProduct(n, p);
  const { value, error } = sum([exact(k), exact(-hi), exact(-lo)]);
  const d = bounded(value, error + 4 * Number.MIN_VALUE); // parts of a product that underflow
  const [all, failure] = [exact(n), subtract(exact(1), exact(p))];
  return sum([
    negate(deviance(exact(k), multiply(all, exact(p)), d)),
    negate(deviance(exact(n - k), multiply(all, failure), negate(d))),
    factorialRest(n),
    negate(factorialRest(k)),
    negate(factorialRest(n - k)),
  ]);
}

/** Maximum likelihood of p for a known n in [1, 2^53): the share of successes among all trials. */
export function fitBinomial(sample: Sample, n: number): Fit<FiniteLaw> {
  demand(isCount(n) && n > 0, 'binomial', 'n', 'an integer in [1, 2^53) for a fit', n);
  demandSample('binomial', sample, `an integer in [0, ${n}]`, (x) => isCount(x) && x <= n);
  // the sums may be rounded above 2^53
  const p = minimum([exact(1), divide(total(sample), multiply(exact(sample.length), exact(n)))]);
  return { law: binomial(n, p.value), estimates: { p } };
}

/** P(X > k) = I_p(k + 1, n - k). */
export function binomialCumulative({ n, p }: Parameters): Cumulative {
  const [x, y] = [wide(p!), difference(1, p!)];
  const support = [p === 1 ? n! : 0, p === 0 ? 0 : n!] as const;
  const place = { support, centre: n! * p!, scale: Math.sqrt(n! * p! * y.hi), whole: true };
  return cumulativeOf(place, (k) => swap(incompleteBeta(k + 1, n! - k)(x, y)));
}
