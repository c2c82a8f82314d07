import { expect, it } from 'vitest';
import { seedOf, stream } from '../../lib/number/stream.ts';

it('the same seed gives the same stream', () => {
  const take = (seed: number) => {
    const s = stream(seed);
    return Array.from({ length: 100 }, () => [s.uniform(), s.integer(-3, 7)]);
  };
  expect(take(5)).toEqual(take(5));
  expect(take(5)).not.toEqual(take(6));
  for (const [u = NaN, k = NaN] of take(1)) {
    expect(u >= 0 && u < 1).toBe(true);
    expect(Number.isInteger(k) && k >= -3 && k <= 7).toBe(true);
  }
});

it('seeds are 32-bit, stable, and differ by text and by number', () => {
  expect(seedOf('', 0)).toBe(seedOf('', 0));
  const seeds = ['a', 'b', 'ab', 'ba', '离散'].flatMap((text) => [0, 1, 2 ** 31].map((seed) => seedOf(text, seed)));
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seeds.every((s) => s === (s | 0))).toBe(true);
  expect(seedOf('content/en/mle-is-kl.mdx#mle-def', 1)).toBe(SEED);
});

const SEED = 1042396956;
