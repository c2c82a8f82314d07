/**
 * Three packages of @stdlib that are wrong and must not be used as they are. Each test shows the fault, so that
 * the day a new version mends it shows too: then the test, and the way around, can go.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammainc from '@stdlib/math-base-special-gammainc';
import randomBinomial from '@stdlib/random-base-binomial';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { randomBinomial as d3RandomBinomial } from 'd3-random';
import { describe, expect, it } from 'vitest';
import { binomial } from '../../lib/distribution/binomial.ts';
import { poisson } from '../../lib/distribution/poisson.ts';
import { type Bounded, sum } from '../../lib/number/bounded.ts';
import { stream } from '../../lib/number/stream.ts';
import { importsOf } from '../structure/graph.ts';
import { encloses, fromDecimal } from './rational.ts';

describe('gammainc 0.3.1 for x > 1000: use sums of Poisson probabilities, or quadrature of the density', () => {
  /** P(a, x) by mpmath with 50 digits, and the least relative error of the package. */
  const places = [
    [1001, 1050, '0.063501236619305265251060979358113884189887311776053', 0.7],
    [1001, 1031, '0.17537789792608593001941954314544627344922914308598', 0.18],
    [1001, 1001, '0.50420314311055575230870938746418913942583718988648', 0.024],
    [1100, 1149, '0.072590448894078984034392813846264346597259467310613', 0.6],
    [10000, 10049, '0.31338642338551059349297813385015435494900460599464', 0.02],
  ] as const;
  it.each(places)('at x = %i, a = %i', (x, a, truth, off) => {
    expect(Math.abs(gammainc(x, a) / Number(truth) - 1)).toBeGreaterThan(off);
    // P(a, x) = P(X >= a) for X of the Poisson law of mean x and an integer a
    const { outcomes, probabilities, tail } = poisson(x);
    const terms: Bounded[] = probabilities.filter((_, i) => outcomes[i]! >= a);
    const instead = sum([...terms, { value: 0, error: tail!.omitted }]);
    expect(encloses(instead, fromDecimal(truth))).toBe(true);
    expect(instead.error).toBeLessThan(1e-14 * instead.value);
  });
  it('is right elsewhere: at x = 1000, and at a = x + 50', () => {
    // Q(1051, 1001) and P(1000, 1000), mpmath
    expect(gammainc(1001, 1051)).toBeCloseTo(0.05971918117204611, 14);
    expect(gammainc(1000, 1000)).toBeCloseTo(0.5042052441802155, 13);
  });
});

describe('random-base-binomial 0.2.2 for n p >= 10: use randomBinomial of d3-random', () => {
  const DRAWS = 100_000;
  /** Pearson's statistic of the counts against the exact law, in classes of at least 10 expected draws. */
  function pearson(n: number, p: number, draw: () => number): { statistic: number; freedom: number } {
    const counts = new Array<number>(n + 1).fill(0);
    for (let i = 0; i < DRAWS; i++) counts[draw()]!++;
    const classes = [{ seen: 0, expected: 0 }];
    binomial(n, p).probabilities.forEach(({ value }, k) => {
      if (classes[0]!.expected >= 10) classes.unshift({ seen: 0, expected: 0 });
      classes[0]!.seen += counts[k]!;
      classes[0]!.expected += DRAWS * value;
    });
    const [last, next] = classes;
    if (last!.expected < 10 && next) {
      next.seen += last!.seen;
      next.expected += last!.expected;
      classes.shift();
    }
    const statistic = classes.reduce((s, c) => s + (c.seen - c.expected) ** 2 / c.expected, 0);
    return { statistic, freedom: classes.length - 1 };
  }
  /** Exceeded with a probability of at most e^-14 < 1e-6 (Laurent and Massart 2000, lemma 1). */
  const limit = (freedom: number): number => freedom + 2 * Math.sqrt(14 * freedom) + 28;
  it.each([
    [20, 0.5],
    [40, 0.25],
    [100, 0.1],
    [100, 0.5],
  ])('of %i trials with probability %f', (n, p) => {
    for (const seed of [1, 2, 3]) {
      const wrong = pearson(n, p, randomBinomial.factory(n, p, { seed }));
      expect(wrong.statistic).toBeGreaterThan(5 * limit(wrong.freedom));
      const instead = pearson(n, p, d3RandomBinomial.source(stream(seed).uniform)(n, p));
      expect(instead.statistic).toBeLessThan(limit(instead.freedom));
    }
  });
});

describe('stats-base-dists-normal-quantile 0.3.1 below 5e-17: use -sqrt(2) erfcinv(2 p)', () => {
  /** mpmath with 50 digits, of the doubles nearest to p. */
  it.each([
    [1e-17, -8.493793224109599],
    [1e-20, -9.262340089798407],
    [1e-100, -21.273453560965326],
    [1e-300, -37.0470962993612],
  ])('at p = %s', (p, truth) => {
    expect(normalQuantile(p, 0, 1)).toBe(-Infinity);
    expect(Math.abs((-Math.SQRT2 * erfcinv(2 * p)) / truth - 1)).toBeLessThan(1e-12);
  });
  it('has lost three digits at 1e-16 already', () => {
    expect(Math.abs(normalQuantile(1e-16, 0, 1) / -8.222082216130435 - 1)).toBeGreaterThan(1e-3);
  });
});

describe('lib and src', () => {
  const root = resolve(import.meta.dirname, '../..');
  const sources = ['lib', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs|astro)$/.test(name))
      .map((name) => join(folder, name)),
  );
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  // What is here to be measured against, the three among it, is a devDependency.
  const numerics = Object.keys(devDependencies).filter((name) => /^(@stdlib\/|jstat$|simple-statistics$)/.test(name));
  it('import none of them, nor any other library that is here to be measured against', () => {
    expect(numerics).toContain('@stdlib/math-base-special-gammainc');
    expect(numerics).toContain('@stdlib/random-base-binomial');
    expect(numerics).toContain('@stdlib/stats-base-dists-normal-quantile');
    const found = sources.flatMap((path) =>
      importsOf(readFileSync(join(root, path), 'utf8'))
        .filter((name) => numerics.includes(name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
