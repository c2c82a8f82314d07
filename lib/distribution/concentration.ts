import {
  type Bounded,
  U,
  add,
  bounded,
  divide,
  exact,
  exp,
  log,
  minimum,
  multiply,
  negate,
  square,
  subtract,
} from '../number/bounded.ts';
import { logSumExp } from '../number/log-sum-exp.ts';
import { bernoulli } from './bernoulli.ts';
import { kl } from './divergence.ts';
import { mean } from './expectation.ts';
import type { FiniteLaw } from './finite.ts';

/**
 * For each outcome k an interval p_k ± r_k such that with probability at least 1 - delta the frequencies of
 * all outcomes in n independent draws lie inside together. Each side has delta / (2 m) (m outcomes with 0 < p < 1),
 * by Chernoff's bound P(frequency >= p + r) <= e^(-n KL(p + r || p)); r_k is the larger side, found by
 * bisection and taken from the outer end. Outcomes of probability 0 and 1 are exact. n >= 1, 0 < delta < 1.
 */
export function typicalFrequencies(law: FiniteLaw, n: number, delta: number): Bounded[] {
  if (!(n >= 1)) throw new RangeError(`n must be at least 1, got ${n}`);
  if (!(delta > 0 && delta < 1)) throw new RangeError(`delta must be in (0, 1), got ${delta}`);
  const open = law.probabilities.filter((p) => !(p.error === 0 && (p.value === 0 || p.value === 1))).length;
  const need = (Math.log((2 * open) / delta) / n) * (1 + 8 * Number.EPSILON);
  return law.probabilities.map((p) => {
    if (p.error === 0 && (p.value === 0 || p.value === 1)) return p;
    // The bound's own error in p moves the centre; twice it covers p and its divergence.
    return bounded(p.value, Math.max(side(p.value, need, 1), side(p.value, need, -1)) * (1 + 4 * U) + 2 * p.error);
  });
}

/**
 * About the least r, from above, with KL(p ± r || p) >= need; the whole way to the end of [0, 1] if there is none.
 * Any r with the inequality is a valid radius, so one within 2^-8 of the least will do.
 */
function side(p: number, need: number, direction: 1 | -1): number {
  const end = direction > 0 ? 1 - p : p;
  const reaches = (r: number): boolean => {
    const d = kl(bernoulli(p + direction * r), bernoulli(p));
    return d.value - d.error >= need;
  };
  let inside = 0;
  let outside = end;
  // near p the divergence is r^2 / (2 p (1 - p)): start around the radius that this gives
  const guess = Math.sqrt(2 * p * (1 - p) * need);
  if (2 * guess < end && reaches(2 * guess)) outside = 2 * guess;
  while (outside - inside > outside / 256) {
    const r = (inside + outside) / 2;
    if (!(r > inside && r < outside)) break;
    if (reaches(r)) outside = r;
    else inside = r;
  }
  return outside;
}

/** Chebyshev: P(|mean of n draws - mu| >= epsilon) <= min(1, variance / (n epsilon^2)). */
export const chebyshev = (variance: Bounded, n: number, epsilon: Bounded): Bounded =>
  minimum([exact(1), divide(variance, multiply(exact(n), square(epsilon)))]);

/** Hoeffding 1963: P(|mean of n draws in [low, high] - mu| >= epsilon) <= min(1, 2 e^(-2 n epsilon^2 / (high - low)^2)). */
export function hoeffding(low: number, high: number, n: number, epsilon: Bounded): Bounded {
  const ratio = square(divide(epsilon, subtract(exact(high), exact(low))));
  return minimum([exact(1), multiply(exact(2), exp(negate(multiply(exact(2 * n), ratio))))]);
}

/**
 * Chernoff: P(mean of n draws >= a) <= e^(-n sup_t (t a - log E e^(t X))) for a above E X, and the same for <= a below
 * it; 1 at the mean. The supremum is sought by bisection of its derivative a - E_t X (E_t: the law tilted by e^(t x)):
 * the inequality is true for every t of the right sign, so a t that is only near the best gives a valid bound.
 */
export function chernoff(law: FiniteLaw, n: number, a: number): Bounded {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`n must be an integer >= 1, got ${n}`);
  const logs = law.probabilities.map(log);
  const tilted = (t: number): Bounded[] => law.outcomes.map((x, i) => add(logs[i]!, multiply(exact(t), exact(x))));
  const side = Math.sign(a - mean(law).value);
  const beyond = (t: number): boolean => {
    const terms = tilted(t);
    const whole = logSumExp(terms).value;
    const centre = terms.reduce((s, l, i) => s + (law.outcomes[i]! === 0 ? 0 : law.outcomes[i]! * Math.exp(l.value - whole)), 0); // prettier-ignore
    return side * (centre - a) >= 0;
  };
  const width = Math.max(...law.outcomes) - Math.min(...law.outcomes) || 1;
  let low = 0;
  // at e^(-2^10) of the other outcomes the tilted mean has reached the end of the support
  let high = (side * 2 ** 10) / width;
  if (side === 0) return exact(1);
  while (Math.abs(high - low) > 2 ** -30 * Math.abs(high)) {
    const t = (low + high) / 2;
    if (beyond(t)) high = t;
    else low = t;
  }
  const rate = subtract(multiply(exact(high), exact(a)), logSumExp(tilted(high)));
  return minimum([exact(1), exp(negate(multiply(exact(n), rate)))]);
}

export * from './tail.ts';
