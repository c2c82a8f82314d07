import { divide, exact, subtract } from '../number/bounded.ts';
import { divideDouble, double } from '../number/double.ts';
import { randomPoisson } from 'd3-random';
import { demand } from './contract.ts';
import { deviance } from './deviance.ts';
import type { FiniteLaw } from './finite.ts';
import { fromRatios } from './lattice.ts';

/**
 * The Poisson law with rate lambda in (0, 2^53), a countable law. It is listed where it matters: from `lower` to
 * `upper`, chosen by the Chernoff bound P(X >= a) <= e^(-(a log(a/lambda) - a + lambda)) (and the same below) so
 * that at most e^-70 < 4e-31 is left on each side. `tail.omitted` states both; `sumOver` adds what the
 * missing terms of a sum can contribute. The list is made when it is first read; RangeError above 2^30.
 */
export function poisson(lambda: number): FiniteLaw {
  demand(lambda > 0 && lambda < 2 ** 53, 'poisson', 'lambda', 'in (0, 2^53)', lambda);
  let made: ReturnType<typeof list> | undefined;
  const listed = () => (made ??= list(lambda));
  return {
    kind: 'finite',
    name: 'poisson',
    parameters: { lambda },
    get outcomes() {
      return listed().outcomes;
    },
    get probabilities() {
      return listed().probabilities;
    },
    get tail() {
      return listed().tail;
    },
    mean: exact(lambda),
    variance: exact(lambda),
    // a log(a/b) + b - a
    klTo: (q) => deviance(exact(lambda), exact(q.lambda!)),
    score: (x) => [divide(subtract(exact(x), exact(lambda)), exact(lambda))],
    information: () => [[divide(exact(1), exact(lambda))]],
    sampler: (stream) => randomPoisson.source(stream.uniform)(lambda),
  };
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

/** Exponent of the mass left out on a side; the rounding of `deviation` (below 1e-6 for lambda <= 1e9) is far less. */
const NATS = 70;
