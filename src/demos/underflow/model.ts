/** A likelihood as a product, in floats of 32 and of 64 bits, beside the sum of logarithms that stands for it. */
import { bernoulli } from '../../../lib/distribution/bernoulli.ts';
import { logLikelihood } from '../../../lib/distribution/likelihood.ts';
import { sample } from '../../../lib/distribution/sampling.ts';
import { type Bounded, divide, exact, log, product } from '../../../lib/number/bounded.ts';
import type { Model } from '../kit/demo.ts';
import { type Values, seed, slider } from '../kit/parameter.ts';
import { type Point, along } from '../kit/plot.ts';

export const parameters = {
  p: slider({ min: 0.05, max: 0.95, step: 0.05, initial: 0.5 }),
  theta: slider({ min: 0.05, max: 0.95, step: 0.05, initial: 0.5 }),
  n: slider({ min: 20, max: 3000, step: 1, initial: 1500, log: true }),
  seed: seed(1),
};

/** Where a product first is 0, and where it first has lost digits (below the smallest normal number). */
export interface Death {
  readonly zero: number | null;
  readonly worn: number | null;
}

export interface Result {
  /** log10 of the likelihood after 1, …, n tosses: by the sum, and of both products while they are not 0. */
  readonly sum: readonly Point[];
  readonly product64: readonly Point[];
  readonly product32: readonly Point[];
  readonly death64: Death;
  readonly death32: Death;
  readonly logLikelihood: Bounded;
  readonly log10: Bounded;
  /** The likelihood in 64 bits with its bound: 0 and the smallest number that there is, once it has died. */
  readonly product: Bounded;
  readonly last64: number;
  readonly last32: number;
  /** log-likelihood of all tosses as a function of the parameter. */
  readonly curve: readonly Point[];
  /** The product of all tosses there, as a share of the largest of them; 0 everywhere once all have died. */
  readonly shares: readonly Point[];
}

/** The running product in a format: what is done here is what is shown, so it is done by hand. */
function run(factors: readonly number[], round: (x: number) => number, normal: number) {
  let product = 1;
  let [zero, worn]: (number | null)[] = [null, null];
  const points: Point[] = [];
  factors.forEach((factor, i) => {
    product = round(product * round(factor));
    if (product < normal) worn ??= i + 1;
    if (product === 0) zero ??= i + 1;
    if (product > 0) points.push([i + 1, Math.log10(product)]);
  });
  return { points, death: { zero: zero!, worn: worn! }, last: product };
}

function compute({ p, theta, n, seed }: Values<typeof parameters>): Result {
  const tosses = sample(bernoulli(p), n, seed);
  const law = bernoulli(theta);
  const factors = [...tosses].map((x) => law.probabilities[x]!.value);
  const [wide, narrow] = [run(factors, (x) => x, 2 ** -1022), run(factors, Math.fround, 2 ** -126)];
  const total = logLikelihood(law, tosses);
  const heads = tosses.reduce((a, b) => a + b, 0);
  /** Log-likelihood of some heads and tails: by their counts, where a sum over all tosses at each place would be slow. */
  const at = (t: number, ones: number, zeros: number): number => {
    const { logProbability } = bernoulli(t);
    return ones * logProbability!(1).value + zeros * logProbability!(0).value;
  };
  let ones = 0;
  const sum = [...tosses].map((x, i): Point => [i + 1, at(theta, (ones += x), i + 1 - ones) / Math.LN10]);
  const productAt = (t: number): number => {
    let p = 1;
    for (const x of tosses) p *= x === 1 ? t : 1 - t;
    return p;
  };
  const products = along(productAt, [0.01, 0.99], 98);
  const most = Math.max(...products.map(([, y]) => y), productAt(heads / n));
  return {
    sum,
    product64: wide.points,
    product32: narrow.points,
    death64: wide.death,
    death32: narrow.death,
    logLikelihood: total,
    log10: divide(total, log(exact(10))),
    product: product([...tosses].map((x) => law.probabilities[x]!)),
    last64: wide.last,
    last32: narrow.last,
    curve: along((t) => at(t, heads, n - heads), [0.01, 0.99], 98),
    shares: products.map(([t, y]) => [t, most > 0 ? y / most : 0]),
  };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute };
