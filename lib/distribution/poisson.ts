import { randomPoisson } from 'd3-random';
import { type Bounded, divide, exact, exp, integerPower, multiply, negate, subtract, sum } from '../number/bounded.ts';
import { divideDouble, double } from '../number/double.ts';
import { incompleteGamma } from '../number/incomplete.ts';
import { swap } from '../number/share.ts';
import { wide } from '../number/wide.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import { deviance } from './deviance.ts';
import type { FiniteLaw } from './finite.ts';
import { factorialRest, fromRatios, LISTED, listed, total } from './lattice.ts';
import { cumulativeOf } from './place.ts';

/** Exponent of the mass left out on a side; the rounding of `deviation` (below 1e-6 for lambda <= 1e9) is far less. */
const NATS = 70;
/** Above this rate one probability is not worth a list: an integral over the rate goes up to 2^50 and beyond. */
const DIRECT = 2 ** 12;
const isCount = (k: number): boolean => Number.isInteger(k) && k >= 0;

/**
 * The Poisson law with rate lambda in (0, inf), a countable law. It is listed where it matters: from `lower` to
 * `upper`, chosen by the Chernoff bound P(X >= a) <= e^(-(a log(a/lambda) - a + lambda)) (and the same below) so
 * that at most e^-70 < 4e-31 is left on each side. `tail.omitted` states both; `sumOver` adds what the
 * missing terms of a sum can contribute. The list is made when it is first read; RangeError above 2^30, where single
 * probabilities can still be had.
 */
export function poisson(lambda: number): FiniteLaw {
  demand(lambda > 0 && lambda < Infinity, 'poisson', 'lambda', 'in (0, inf)', lambda);
  const rate = exact(lambda);
  return listed(
    {
      __proto__: LISTED,
      kind: 'finite',
      name: 'poisson',
      parameters: { lambda },
      direct: lambda > DIRECT,
      single: (k) => single(lambda, k),
      // In saddle-point form (Loader 2000): what Stirling's formula leaves of k!, and a deviance
      logProbability: (k): Bounded => {
        if (!isCount(k)) return exact(-Infinity);
        return negate(k === 0 ? rate : sum([deviance(exact(k), rate), factorialRest(k)]));
      },
      mean: rate,
      variance: rate,
      // a log(a/b) + b - a
      klTo: (q) => deviance(rate, exact(q.lambda!)),
      score: (x) => [divide(subtract(exact(x), rate), rate)],
      information: () => [[divide(exact(1), rate)]],
      sampler: (stream) => randomPoisson.source(stream.uniform)(lambda),
    },
    () => list(lambda),
  );
}

/** Above these the parts of lambda^k e^-lambda / k! may over- or underflow; 1/k! is then rounded once. */
const SMALL = 2 ** 6;
const MOST = 22;
const factorials = Array.from({ length: MOST + 1 }, (_, k) => exact(Array.from({ length: k }, (_, i) => i + 1).reduce((a, b) => a * b, 1))); // prettier-ignore

function single(lambda: number, k: number): Bounded | null {
  if (!isCount(k)) return exact(0);
  if (lambda > SMALL || k > MOST) return null;
  const rate = exact(lambda);
  return multiply(exp(negate(rate)), divide(integerPower(rate, k), factorials[k]!));
}

function list(lambda: number) {
  demand(lambda <= 2 ** 30, 'poisson', 'lambda', 'at most 2^30 to list the outcomes', lambda);
  const deviation = (a: number): number => (a === 0 ? lambda : a * Math.log(a / lambda) - a + lambda);
  const root = Math.sqrt(lambda);
  let upper = Math.ceil(lambda + 12 * root) + 1;
  while (deviation(upper) < NATS) upper += Math.ceil(root / 4);
  let lower = Math.max(0, Math.floor(lambda - 12 * root) - 1);
  while (lower > 0 && deviation(lower) < NATS) lower = Math.max(0, lower - Math.ceil(root / 4));
  const rate = double(lambda);
  const omitted = (lower > 0 ? 2 : 1) * Math.exp(-NATS);
  return {
    outcomes: Array.from({ length: upper - lower + 1 }, (_, i) => lower + i),
    probabilities: fromRatios(lower, upper, Math.floor(lambda), (k) => divideDouble(rate, double(k)), 2 * omitted),
    tail: { omitted, below: lower > 0, above: true },
  };
}

/** Maximum likelihood: the mean. All zeros have none: the likelihood e^(-n lambda) rises towards 0. */
export function fitPoisson(sample: Sample): Fit<FiniteLaw> {
  demandSample('poisson', sample, 'an integer >= 0', isCount);
  const lambda = divide(total(sample), exact(sample.length));
  demand(lambda.value > 0, 'poisson', 'sample', 'of a positive observation at least', sample[0]);
  return { law: poisson(lambda.value), estimates: { lambda } };
}

/** P(X <= k) = Q(k + 1, lambda), the complement of the regularised incomplete gamma function. */
export const poissonCumulative = ({ lambda }: Parameters): Cumulative =>
  cumulativeOf({ support: [0, Infinity], centre: lambda!, scale: Math.sqrt(lambda!), whole: true }, (k) =>
    swap(incompleteGamma(k + 1)(wide(lambda!), wide(1))),
  );
