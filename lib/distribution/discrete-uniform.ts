import { type Bounded, add, divide, exact, log, log1p, multiply, negate } from '../number/bounded.ts';
import { twoProduct } from '../number/double.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { FiniteLaw } from './finite.ts';
import { LISTED, listed } from './lattice.ts';
import { cumulativeOf } from './place.ts';

/**
 * Equal probabilities on the integers lower, …, upper, both below 2^53 in size and less than 2^52 apart, so that their
 * number is exact. Listed when they are first read; RangeError for more than 2^21.
 */
export function discreteUniform(lower: number, upper: number): FiniteLaw {
  const name = 'discrete uniform';
  demand(Number.isSafeInteger(lower), name, 'lower', 'an integer in (-2^53, 2^53)', lower);
  const inside = Number.isSafeInteger(upper) && upper >= lower && upper - lower < 2 ** 52;
  demand(inside, name, 'upper', `an integer in [${lower}, ${lower} + 2^52)`, upper);
  const size = upper - lower + 1;
  const list = () => {
    demand(size <= 2 ** 21, name, 'upper', `less than ${lower} + 2^21 to list the outcomes`, upper);
    const outcomes = Array.from({ length: size }, (_, i) => lower + i);
    return { outcomes, probabilities: outcomes.map(() => divide(exact(1), exact(size))) };
  };
  const entropy = log(exact(size));
  return listed(
    {
      __proto__: LISTED,
      kind: 'finite',
      name,
      parameters: { lower, upper },
      logProbability: (x) => (Number.isInteger(x) && x >= lower && x <= upper ? negate(entropy) : exact(-Infinity)),
      mean: multiply(exact(0.5), add(exact(lower), exact(upper))),
      variance: divide(multiply(exact(size - 1), exact(size + 1)), exact(12)),
      entropy,
      // log of the ratio of the sizes; Infinity unless the second holds the first
      klTo: (q) =>
        lower >= q.lower! && upper <= q.upper!
          ? log1p(divide(exact(q.upper! - q.lower! - (upper - lower)), exact(size)))
          : exact(Infinity),
      sampler: (stream) => () => stream.integer(lower, upper),
    },
    list,
  );
}

/** Maximum likelihood: the least and the largest observation. */
export function fitDiscreteUniform(sample: Sample): Fit<FiniteLaw> {
  demandSample('discrete uniform', sample, 'an integer in (-2^53, 2^53)', Number.isSafeInteger);
  let [lower, upper] = [sample[0]!, sample[0]!];
  for (const x of sample) [lower, upper] = [Math.min(lower, x), Math.max(upper, x)];
  return { law: discreteUniform(lower, upper), estimates: { lower: exact(lower), upper: exact(upper) } };
}

/** Exact shares of the size; the quantile is lower - 1 + (p size rounded up), without rounding before. */
export function discreteUniformCumulative({ lower, upper }: Parameters): Cumulative {
  const size = upper! - lower! + 1;
  const place = { support: [lower!, upper!], centre: lower!, scale: size, whole: true } as const;
  const share = (count: number): Bounded => divide(exact(count), exact(size));
  return cumulativeOf(
    place,
    (k) => [share(k - lower! + 1), share(upper! - k)],
    (p) => {
      const { hi, lo } = twoProduct(p, size);
      const count = Math.ceil(hi);
      return exact(lower! - 1 + count + (count === hi && lo > 0 ? 1 : 0));
    },
  );
}
