import { type Bounded, exact, exp, rounded, sum } from '../number/bounded.ts';
import type { Offers, Parameters } from './contract.ts';

/**
 * A law on finitely many numbers, or a countable law cut to the outcomes that matter (`tail`). Probabilities are
 * in the order of `outcomes`, which are distinct.
 */
export interface FiniteLaw extends Offers {
  readonly kind: 'finite';
  readonly name: string;
  readonly outcomes: readonly number[];
  readonly probabilities: readonly Bounded[];
  /** The integers of which the probabilities are the shares, where the law came from such. */
  readonly weights?: readonly number[];
  /** Parameters of a named law, by which closed forms are found. */
  readonly parameters?: Parameters;
  /** Of a countable law: an upper bound on the mass that is not listed, and the sides it lies on. */
  readonly tail?: { readonly omitted: number; readonly below: boolean; readonly above: boolean };
  /** log P(X = x) in nats, at full accuracy also where the list would underflow; -Infinity off the support. */
  readonly logProbability?: (x: number) => Bounded;
  /** P(X = x) without the list, as near as that has it; null where only the list has it so. */
  readonly single?: (x: number) => Bounded | null;
  /** A single probability is the exponential of its logarithm: to list the outcomes for it would cost far more. */
  readonly direct?: boolean;
  /** Closed forms, where they are better than the sums over the outcomes. */
  readonly mean?: Bounded;
  readonly variance?: Bounded;
  readonly entropy?: Bounded;
}

/** The law with P(outcomes[i]) = weights[i] / (sum of weights), outcomes 0, 1, … unless given. */
export function finiteFromWeights(
  weights: readonly number[],
  outcomes: readonly number[] = weights.map((_, i) => i),
  name = 'finite',
): FiniteLaw {
  if (weights.length === 0) throw new RangeError('weights must not be empty');
  if (outcomes.length !== weights.length)
    throw new RangeError(`outcomes must be as many as weights, got ${outcomes.length} for ${weights.length}`);
  if (new Set(outcomes).size !== outcomes.length) throw new RangeError('outcomes must be distinct');
  return { kind: 'finite', name, outcomes, probabilities: normalised(weights), weights };
}

/** w / W for non-negative integers with a sum W up to 2^53: exact or correctly rounded. */
export function normalised(weights: readonly number[]): Bounded[] {
  let total = 0;
  for (const w of weights) {
    if (!(Number.isSafeInteger(w) && w >= 0)) throw new RangeError(`weights must be integers >= 0, got ${w}`);
    total += w;
  }
  if (!(total > 0 && total <= Number.MAX_SAFE_INTEGER))
    throw new RangeError(`weights must have a sum in [1, 2^53), got ${total}`);
  const list: Bounded[] = [];
  for (const w of weights) list.push(share(w, total));
  return list;
}

/** w / total of integers 0 <= w <= total < 2^53, total > 0: exact, or correctly rounded. */
export function share(w: number, total: number): Bounded {
  if (w === 0 || w === total) return exact(w && 1);
  // A quotient by a power of two is exact: for that, the total has but one bit.
  const dyadic = total < 2 ** 31 ? (total & (total - 1)) === 0 : 2 ** Math.round(Math.log2(total)) === total;
  return dyadic ? exact(w / total) : rounded(w / total);
}

const positions = new WeakMap<FiniteLaw, Map<number, number>>();

/** Place of x among the outcomes, or -1. */
export function position(law: FiniteLaw, x: number): number {
  const i = x - law.outcomes[0]!; // where they are consecutive integers
  if (law.outcomes[i] === x) return i;
  let places = positions.get(law);
  if (!places) positions.set(law, (places = new Map(law.outcomes.map((outcome, i) => [outcome, i]))));
  return places.get(x) ?? -1;
}

/**
 * P(X = x): 0 off the support; beyond the listed outcomes of a countable law from its logarithm if it has that, else at
 * most the omitted mass.
 */
export function pmf(law: FiniteLaw, x: number): Bounded {
  if (law.direct && law.logProbability) return exp(law.logProbability(x));
  const single = law.single?.(x);
  if (single) return single;
  const i = position(law, x);
  if (i >= 0) return law.probabilities[i]!;
  const { tail, outcomes } = law;
  if (!tail || !Number.isInteger(x)) return exact(0);
  if (law.logProbability) return exp(law.logProbability(x));
  const beyond = (tail.below && x >= 0 && x < outcomes[0]!) || (tail.above && x > outcomes[outcomes.length - 1]!);
  return beyond ? { value: 0, error: tail.omitted } : exact(0);
}

/**
 * Sum over all outcomes of a law of terms given for the listed ones, in order. For a countable law the terms not
 * listed are bounded by the geometric series that the last two listed ones begin: sound for terms p(x) f(x) whose
 * ratio falls outward, as it does for the laws here (log-concave p) and every f of at most exponential growth.
 * Terms that do not fall at a cut end give error Infinity.
 */
export function sumOver(law: FiniteLaw, terms: readonly Bounded[]): Bounded {
  const total = sum(terms);
  if (!law.tail || !Number.isFinite(total.value)) return total;
  const n = terms.length;
  let tail = 0;
  if (law.tail.below) tail += restOf(terms[0], terms[1]);
  if (law.tail.above) tail += restOf(terms[n - 1], terms[n - 2]);
  return { value: total.value, error: total.error + tail };
}

/** last r / (1 - r) with r = last / previous, at least the remaining sum if ratios do not grow. */
function restOf(last: Bounded | undefined, previous: Bounded | undefined): number {
  if (!last || !previous) return Infinity;
  const size = Math.abs(last.value) + last.error;
  if (size === 0) return 0;
  const before = Math.abs(previous.value) - previous.error;
  const left = (size * size) / (before - size);
  return before > size ? left * (1 + 8 * Number.EPSILON) + Number.MIN_VALUE : Infinity;
}

/** Total of the listed probabilities minus 1, where they are all taken as exact doubles; else the law is normalised. */
export function defect(law: FiniteLaw): Bounded {
  if (law.tail || law.probabilities.some((p) => p.error > 0)) return exact(0);
  return sum([...law.probabilities, exact(-1)]);
}
