import { exact } from '../number/bounded.ts';
import { demand } from './contract.ts';
import type { FiniteLaw } from './finite.ts';

/**
 * The law on 0, …, k - 1 (or on `outcomes`) with the given probabilities, taken as they are, not renormalised.
 * They must be in [0, 1] with a sum within their own rounding of 1, (k + 1) 2^-52.
 */
export function categorical(
  probabilities: readonly number[],
  outcomes: readonly number[] = probabilities.map((_, i) => i),
): FiniteLaw {
  const k = probabilities.length;
  demand(k > 0, 'categorical', 'probabilities', 'a non-empty list', '[]');
  demand(outcomes.length === k, 'categorical', 'outcomes', `a list of ${k} numbers`, outcomes.length);
  demand(new Set(outcomes).size === k, 'categorical', 'outcomes', 'distinct', `[${outcomes.join(', ')}]`);
  for (const p of probabilities) demand(p >= 0 && p <= 1, 'categorical', 'probabilities', 'in [0, 1]', p);
  const total = probabilities.reduce((s, p) => s + p, 0);
  const slack = (k + 1) * Number.EPSILON;
  demand(Math.abs(total - 1) <= slack, 'categorical', 'probabilities', 'numbers with sum 1', `sum ${total}`);
  return { kind: 'finite', name: 'categorical', outcomes, probabilities: probabilities.map(exact) };
}
