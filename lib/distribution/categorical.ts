import { add, divide, exact, negate } from '../number/bounded.ts';
import { type Fit, type Sample, demand, demandSample } from './contract.ts';
import { type FiniteLaw, position } from './finite.ts';
import { byInversion } from './sampling.ts';

/**
 * The law on 0, …, k - 1 (or on `outcomes`) with the given probabilities, taken as they are, not renormalised.
 * They must be in [0, 1] with a sum within their own rounding of 1, (k + 1) 2^-52. Score and information are those of the
 * k - 1 free parameters p_1, …, p_(k-1), in the order of the outcomes; the last probability is the rest.
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
  const free = Array.from({ length: k - 1 }, (_, i) => i);
  const inverse = (i: number) => divide(exact(1), exact(probabilities[i]!));
  const law: FiniteLaw = {
    kind: 'finite',
    name: 'categorical',
    outcomes,
    probabilities: probabilities.map(exact),
    score: (x) => {
      const at = position(law, x);
      if (at === k - 1) return free.map(() => negate(inverse(at)));
      return free.map((i) => (at < 0 ? exact(NaN) : i === at ? inverse(at) : exact(0)));
    },
    information: () => free.map((i) => free.map((j) => (i === j ? add(inverse(i), inverse(k - 1)) : inverse(k - 1)))),
    sampler: (stream) => byInversion(law, stream),
  };
  return law;
}

/** Maximum likelihood: the frequencies p1, …, pk of the outcomes, which are those that occur, in rising order, unless given. */
export function fitCategorical(
  sample: Sample,
  outcomes: readonly number[] = [...new Set(sample)].sort((a, b) => a - b),
): Fit<FiniteLaw> {
  const places = new Map(outcomes.map((x, i) => [x, i]));
  demandSample('categorical', sample, `one of [${outcomes.join(', ')}]`, (x) => places.has(x));
  const counts = outcomes.map(() => 0);
  for (const x of sample) counts[places.get(x)!]!++;
  const shares = counts.map((c) => divide(exact(c), exact(sample.length)));
  const law = categorical(shares.map((p) => p.value), outcomes); // prettier-ignore
  return { law, estimates: Object.fromEntries(shares.map((p, i) => [`p${i + 1}`, p])) };
}
