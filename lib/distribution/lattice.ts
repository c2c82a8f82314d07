import { type Bounded, U, bounded, exact, log, multiply, negate, sum } from '../number/bounded.ts';
import { DOUBLE_UNIT, type Double, addDouble, divideDouble, double, multiplyDouble } from '../number/double.ts'; // prettier-ignore
import { HALF_LOG_TAU } from '../number/kernels.ts';
import { stirlingRemainder } from '../number/gamma.ts';
import { narrow, wide } from '../number/wide.ts';
import { type Sample, once } from './contract.ts';
import { type FiniteLaw, sumOver } from './finite.ts';

/**
 * Probabilities on the integers lower, …, upper from the ratio p(k) / p(k - 1): weights are built outward from the
 * mode in double-double and divided by their sum, so that each is correct to about one rounding whatever the
 * parameters, and they add up to 1 whatever the error of a normalising constant would have been.
 * `omitted`: relative mass outside [lower, upper], added to each bound. Away from the mode the ratios are at most 1, so
 * that what the parts of a product lose by underflow, less than 8 times the smallest number at a step, only adds up.
 */
export function fromRatios(
  lower: number,
  upper: number,
  mode: number,
  ratio: (k: number) => Double,
  omitted: number,
): Bounded[] {
  const n = upper - lower + 1;
  const weights: Double[] = new Array(n).fill(double(0));
  weights[mode - lower] = double(1);
  for (let k = mode + 1, w = double(1); k <= upper && w.hi > 0; k++)
    weights[k - lower] = w = multiplyDouble(w, ratio(k));
  for (let k = mode - 1, w = double(1); k >= lower && w.hi > 0; k--)
    weights[k - lower] = w = divideDouble(w, ratio(k + 1));
  // From the ends inward: small terms first.
  let total = double(0);
  for (const w of weights) total = addDouble(total, w);
  const relative = (2 * U + 8 * n * DOUBLE_UNIT + omitted) * (1 + 8 * U);
  return weights.map((w) => {
    const p = divideDouble(w, total).hi;
    return { value: p, error: p * relative + 8 * n * Number.MIN_VALUE };
  });
}

const HALF = exact(0.5);
const remainders: Bounded[] = [];

/**
 * Stirling's remainder log k! - (k + 1/2) log k + k - log(2 pi)/2 of an integer k >= 1: a table below 24, else
 * five terms of the series (DLMF 5.11.1), of which less than the sixth is missing, 3.3 U of the first, with roundings
 * of less than 4 U.
 */
function remainder(k: number): Bounded {
  if (k < 24) return (remainders[k] ??= narrow(stirlingRemainder(wide(k))));
  const w = 1 / k / k;
  const v = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / k;
  return bounded(v, 8 * U * v + Number.MIN_VALUE);
}

/** log k! less its main part k log k - k, for an integer k >= 1. */
export const factorialRest = (k: number): Bounded => sum([remainder(k), multiply(HALF, log(exact(k))), HALF_LOG_TAU]);

type List = Pick<FiniteLaw, 'outcomes' | 'probabilities' | 'tail'> & { entropy?: Bounded };
interface Unlisted extends Omit<FiniteLaw, 'outcomes' | 'probabilities' | 'tail'> {
  readonly __proto__: object;
  list?: () => List;
}

/**
 * What all laws whose outcomes are listed when they are first read have together: accessors of its own, or a copy, would
 * cost a law more than all else, and integrals make one at each place. The entropy is from the list if there is no other.
 */
export const LISTED = {
  get outcomes() {
    return listOf(this).outcomes;
  },
  get probabilities() {
    return listOf(this).probabilities;
  },
  get tail() {
    return listOf(this).tail;
  },
  get entropy(): Bounded {
    return (listOf(this).entropy ??= listedEntropy(this as unknown as FiniteLaw));
  },
};
const listOf = (law: Partial<Unlisted>): List => law.list!();

/** `law` with the prototype `LISTED` as a whole law. */
export function listed(law: Unlisted, make: () => List): FiniteLaw {
  law.list = once(make);
  return law as unknown as FiniteLaw;
}

/** -sum p log p over the list, with log p from the law itself: nearly sure outcomes keep their digits too. */
function listedEntropy(law: FiniteLaw): Bounded {
  const terms = law.probabilities.map((p, i) => {
    if (p.value > p.error) return multiply(p, law.logProbability!(law.outcomes[i]!));
    const most = p.value + p.error; // t log t rises in size up to 1/e
    return bounded(0, most > 0 ? -2 * most * Math.log(most) : 0);
  });
  return negate(sumOver(law, terms));
}

/** Sum of counts >= 0: exact up to 2^53. */
export function total(sample: Sample): Bounded {
  let s = 0;
  for (const x of sample) s += x;
  return bounded(s, s <= 2 ** 53 ? 0 : 2 * U * sample.length * s);
}
