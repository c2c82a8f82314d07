import { describe, expect, it } from 'vitest';
import {
  type FiniteLaw,
  bernoulli,
  chebyshev,
  chernoff,
  exactTail,
  finiteFromWeights,
  hoeffding,
  kl,
  sumLaw,
  sumTail,
  variance,
} from '../../lib/distribution/index.ts';
import { type Bounded, compare, exact, exp, multiply, negate, sum } from '../../lib/number/bounded.ts';
import { type Rational, encloses, fromNumber, rational, times } from '../number/rational.ts';
import { expectHeld } from '../number/truth.ts';

const dice = finiteFromWeights([1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6]);
const lopsided = finiteFromWeights([1, 2, 1], [-1, 0, 2]);

/** P(S <= low or S >= high) by exact integer convolution of the weights. */
function truth(law: FiniteLaw, n: number, low: number, high: number): Rational {
  let sums = new Map([[0, 1n]]);
  const total = BigInt(law.weights!.reduce((a, b) => a + b, 0));
  for (let i = 0; i < n; i++) {
    const next = new Map<number, bigint>();
    for (const [s, w] of sums)
      law.outcomes.forEach((x, k) => next.set(s + x, (next.get(s + x) ?? 0n) + w * BigInt(law.weights![k]!)));
    sums = next;
  }
  let part = 0n;
  for (const [s, w] of sums) if (s <= low || s >= high) part += w;
  return rational(part, total ** BigInt(n));
}

describe('exact tails', () => {
  it.each([
    ['dice, both sides', dice, 100, 300, 400],
    ['dice, far out', dice, 100, 110, Infinity],
    ['dice, the last sum alone, about 1e-156', dice, 200, 200, Infinity],
    ['three points', lopsided, 200, 0, 100],
    ['three points, one side', lopsided, 150, -Infinity, 290],
  ] as const)('%s', (_, law, n, low, high) => {
    const got = sumTail(law, n, low, high);
    expect(encloses(got, truth(law, n, low, high))).toBe(true);
    expect(got.error / got.value).toBeLessThan(1e-12);
  });
  it('1e-160 and below, by the power itself: 0.3^310 and 0.7^310', () => {
    const power = (x: number, n: number): Rational => Array.from({ length: n }, () => fromNumber(x)).reduce(times, rational(1n)); // prettier-ignore
    const got = sumTail(bernoulli(0.3), 310, -Infinity, 310);
    expect(got.value).toBeLessThan(1e-160);
    expect(encloses(got, power(0.3, 310))).toBe(true);
    expect(got.error / got.value).toBeLessThan(1e-12);
  });
  it('probabilities of a sum add up to 1', () => {
    const total = sum(sumLaw(lopsided, 64).probabilities);
    expect(encloses(total, rational(1n))).toBe(true);
    expect(total.error).toBeLessThan(1e-14);
  });
});

describe('bounds hold, and none is the tail itself', () => {
  const cases: readonly (readonly [string, FiniteLaw, number, number])[] = [
    ['a coin, 100 throws', bernoulli(0.5), 100, 0.125],
    ['a rare event', bernoulli(0.0625), 400, 0.03125],
    ['dice', dice, 60, 0.5],
    ['three points', lopsided, 80, 0.25],
  ];
  it.each(cases)('%s', (_, law, n, epsilon) => {
    const both = exactTail(law, n, epsilon);
    const [low, high] = [Math.min(...law.outcomes), Math.max(...law.outcomes)];
    const centre = law.outcomes.reduce((s, x, i) => s + x * law.probabilities[i]!.value, 0);
    const upper = sumTail(law, n, -Infinity, n * (centre + epsilon));
    const one = chernoff(law, n, centre + epsilon);
    for (const [tail, bound] of [
      [both, chebyshev(variance(law), n, exact(epsilon))],
      [both, hoeffding(low, high, n, exact(epsilon))],
      [upper, one],
    ] as const) {
      expect(compare(tail, bound)).toBe('less');
      expect(bound.error).toBeLessThan(1e-12);
    }
    // Chernoff's is the best of the exponential bounds: never above half of Hoeffding's two sides
    expect(one.value).toBeLessThanOrEqual(hoeffding(low, high, n, exact(epsilon)).value / 2 + one.error);
  });
  it('for a coin Chernoff is e^(-n KL)', () => {
    const relative: Bounded = exp(negate(multiply(exact(200), kl(bernoulli(0.5), bernoulli(0.25)))));
    const found = chernoff(bernoulli(0.25), 200, 0.5);
    // near its optimum the exponent is flat: a t within 2^-30 moves it by about 2^-60 of itself
    expect(Math.abs(found.value / relative.value - 1)).toBeLessThan(2 ** -40);
  });
  it('at the end of the support it is the power of the last probability', () => {
    expectHeld(chernoff(dice, 10, 6), 6 ** -10);
    expectHeld(chernoff(dice, 10, 1), 6 ** -10);
    expect(chernoff(dice, 10, 3.5)).toEqual(exact(1));
  });
  it('refuses what is no number of draws', () => {
    expect(() => chernoff(dice, 0.5, 4)).toThrow(new RangeError('n must be an integer >= 1, got 0.5'));
  });
});
