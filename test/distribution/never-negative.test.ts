/** Divergences of laws at every size of their parameters, with and without a name. */
import { describe, expect, it } from 'vitest';
import {
  type Law,
  bernoulli,
  categorical,
  exponential,
  geometric,
  kl,
  normal,
  poisson,
} from '../../lib/distribution/index.ts';

describe('divergences are never negative', () => {
  const LAWS = 1000;
  const words = new Uint32Array(2);
  const double = new Float64Array(words.buffer);
  let state = 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const ODD = [
    Number.MIN_VALUE,
    2 ** -1022,
    1e-310,
    1e-300,
    1e-20,
    2 ** -54,
    2 ** -53,
    0.5,
    1 - 2 ** -53,
    1 - 2 ** -52,
  ];
  /** Any positive bit pattern below 1. */
  const pattern = (): number => {
    words[0] = next();
    words[1] = next() % 0x3ff00000;
    return double[0]! || 0.5;
  };
  const unit = (): number => {
    const kind = next() & 7;
    return kind === 0 ? ODD[next() % ODD.length]! : kind === 1 ? pattern() : kind === 2 ? 1 - pattern() ** 0.05 || 0.5 : (next() + 0.5) / 2 ** 32;
  }; // prettier-ignore
  /** The same, or its neighbour by a few bits, for half of the pairs. */
  const near = (x: number, other: () => number, most: number): number => {
    if ((next() & 1) === 0) return other();
    const y = x * (1 + (next() % 9 - 4) * 2 ** -(next() % 53)); // prettier-ignore
    return y > 0 && y <= most ? y : x;
  };
  const rate = (most: number) => (): number => ((next() & 1) === 0 ? pattern() : Math.min(unit() / unit(), most));
  const sign = (): number => ((next() & 1) === 0 ? 1 : -1);
  const rates = rate(2 ** 53 - 1);
  const sizes = rate(1e308);
  type Case = [name: string, make: () => Law, other: (p: Law) => Record<string, number>];
  const cases: Case[] = [
    ['bernoulli', () => bernoulli(unit()), (p) => ({ p: near(p.parameters!.p!, unit, 1) })],
    ['geometric', () => geometric(unit()), (p) => ({ p: near(p.parameters!.p!, unit, 1) })],
    ['poisson', () => poisson(rates()), (p) => ({ lambda: near(p.parameters!.lambda!, rates, 2 ** 53 - 1) })],
    ['exponential', () => exponential(sizes()), (p) => ({ rate: near(p.parameters!.rate!, sizes, 1e308) })],
    [
      'normal',
      () => normal(sign() * sizes(), sizes()),
      ({ parameters: { mu, sigma } = {} }) => ({
        mu: sign() * near(Math.abs(mu!), sizes, 1e308),
        sigma: near(sigma!, sizes, 1e308),
      }),
    ],
  ];
  it.each(cases)('%s, 4 10^5 pairs', (_, make, other) => {
    let [negative, sharp] = [0, 0];
    for (let i = 0; i < LAWS; i++) {
      const p = make();
      for (let j = 0; j < 4e5 / LAWS; j++) {
        const q = other(p);
        const d = p.klTo!(q);
        // nor exactly 0 for two laws
        const same = Object.entries(q).every(([name, v]) => p.parameters![name] === v);
        if (!(d.value >= 0 && d.error >= 0 && (same || d.value + d.error > 0))) negative++;
        if (d.error < 1e-9 * d.value) sharp++;
      }
    }
    expect(negative).toBe(0);
    expect(sharp).toBeGreaterThan(1.6e5);
  });
  it('categorical laws of three outcomes', () => {
    const all = Array.from({ length: 300 }, () => {
      const a = unit();
      const b = (1 - a) * unit();
      return categorical([a, b, Math.max(0, 1 - a - b)]);
    });
    let wrong = 0;
    for (const p of all)
      for (const q of all) {
        const d = kl(p, q);
        // the lists add up to 1 within 2^-52 each, and are taken as they are: so far below 0 the sum may be
        if (!(d.value >= -(2 ** -51) - d.error)) wrong++;
      }
    expect(wrong).toBe(0);
  });
});
