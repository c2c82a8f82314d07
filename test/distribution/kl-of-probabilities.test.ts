import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categorical } from '../../lib/distribution/categorical.ts';
import { kl } from '../../lib/distribution/divergence.ts';
import { klOfProbabilities } from '../../lib/distribution/kl-of-probabilities.ts';
import { type Bounded, compare, exact } from '../../lib/number/bounded.ts';
import { stream } from '../../lib/number/stream.ts';
import { type Rational, encloses, fromNumber, plus, rational, times } from '../number/rational.ts';
import { logarithm } from '../number/real.ts';

const U = 2 ** -53;
const ZERO = rational(0n);

function exactly(p: readonly number[], q: readonly number[]): Rational {
  let s = ZERO;
  p.forEach((x, i) => {
    const [a, b] = [fromNumber(x), fromNumber(q[i]!)];
    if (x > 0) s = plus(s, times(a, logarithm(rational(a.n * b.d, a.d * b.n))));
  });
  return s;
}

/** The same for both kinds of arrays. */
function divergence(p: readonly number[], q: readonly number[]): Bounded {
  const got = klOfProbabilities(p, q);
  expect(klOfProbabilities(Float64Array.from(p), q)).toEqual(got);
  expect(klOfProbabilities(Float64Array.from(p), Float64Array.from(q))).toEqual(got);
  return got;
}

/** k probabilities that are integers over 2^40, with sum 1 to the letter. */
function dyadic(k: number, draw: () => number): number[] {
  const weights = Array.from({ length: k }, () => draw() + 1e-9);
  const total = weights.reduce((s, w) => s + w, 0);
  const list = weights.map((w) => Math.floor((w / total) * 2 ** 40));
  list[0]! += 2 ** 40 - list.reduce((s, w) => s + w, 0);
  return list.map((w) => w / 2 ** 40);
}

describe('klOfProbabilities', () => {
  const { uniform, integer } = stream(1);
  const sparse = (): number => (uniform() < 0.3 ? 0 : uniform());
  const laws: readonly (readonly [string, number[], number[]])[] = [
    ['two outcomes', [0.25, 0.75], [0.5, 0.5]],
    ...[1, 2, 10, 100, 1025].map((k) => [`${k} drawn`, dyadic(k, uniform), dyadic(k, uniform)] as const),
    ['zeros in p', dyadic(50, sparse), dyadic(50, uniform)],
    ['very different sizes', dyadic(60, () => uniform() ** 30), dyadic(60, () => uniform() ** 30 + 1e-10)],
  ];
  it.each(laws)('%s: within a few U of the result', (_, p, q) => {
    const got = divergence(p, q);
    expect(encloses(got, exactly(p, q))).toBe(true);
    expect(got.error).toBeLessThanOrEqual(48 * U * got.value + 1e-300);
  });
  it.each([2 ** -10, 2 ** -20, 2 ** -30, 2 ** -38])('laws that differ by %s: no cancellation', (delta) => {
    const p = dyadic(64, uniform);
    const q = p.map((x, i) => x + (i % 2 === 0 ? 1 : -1) * Math.min(2 ** -40, p[i - (i % 2) + 1]!) * Math.ceil(delta * 2 ** 38)); // prettier-ignore
    const got = divergence(p, q);
    expect(got.value).toBeGreaterThan(0);
    expect(got.value).toBeLessThan(delta);
    expect(encloses(got, exactly(p, q))).toBe(true);
    expect(got.error).toBeLessThanOrEqual(12 * U * got.value);
  });
  it('ratios at every place between and around two powers of two', () => {
    for (let i = 1; i < 2000; i++) {
      const p = [1 - i / 2048, i / 2048];
      const q = [1 - 1 / 3, 1 / 3];
      expect(encloses(divergence(p, q), exactly(p, q))).toBe(true);
    }
  });
  it('numbers of any size, and lists whose totals differ', () => {
    const size = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true }),
      fc.tuple(fc.double({ min: 1, max: 2, noNaN: true }), fc.integer({ min: -1074, max: 0 })).map(([m, e]) => m * 2 ** e || 5e-324), // prettier-ignore
      fc.constantFrom(5e-324, 2 ** -900, 2 ** -901, 2 ** -1022, 1, 0.5, 0.75, 1 / 3),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(size, size), { minLength: 1, maxLength: 8 }), (pairs) => {
        const p = pairs.map(([x]) => x);
        const q = pairs.map(([, y]) => y);
        const got = divergence(p, q);
        return encloses(got, exactly(p, q)) && got.error < 1e-9;
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
  it('agrees with the divergence of two categorical laws', () => {
    for (let i = 0; i < 20; i++) {
      const p = dyadic(integer(1, 30), uniform);
      const q = dyadic(p.length, uniform);
      expect(compare(divergence(p, q), kl(categorical(p), categorical(q)))).toBe('overlap');
    }
  });
  it('is exactly 0 for p = q, and for nothing', () => {
    expect(divergence([0.1, 0.2, 0, 0.7], [0.1, 0.2, 0, 0.7])).toEqual(exact(0));
    expect(divergence([], [])).toEqual(exact(0));
  });
  it('is infinite where q has a zero that p has not, and has no value outside', () => {
    expect(divergence([0.5, 0.5], [1, 0])).toEqual(exact(Infinity));
    expect(divergence([0, 1], [0, 1])).toEqual(exact(0));
    const none = { value: NaN, error: Infinity };
    for (const bad of [-0.5, NaN, Infinity, -Infinity]) {
      expect(divergence([0.5, bad], [0.5, 0.5])).toEqual(none);
      expect(divergence([0.5, 0.5], [0.5, bad])).toEqual(none);
    }
    expect(divergence([0.5, -0.5], [0, 0.5])).toEqual(none);
  });
  it('throws for lists of two lengths', () => {
    expect(() => klOfProbabilities([1], [0.5, 0.5])).toThrow(
      new RangeError('kl: q must be a list of 1 numbers, got 2'),
    );
  });
});
