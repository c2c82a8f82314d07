import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomial } from '../../lib/distribution/binomial.ts';
import { compare, sum } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import { model } from '../../src/demos/large-numbers/model.ts';
import { ulp, valuesOf } from './arbitrary.ts';

const first = initial(model.parameters);
const quick = valuesOf(model.parameters).map((v) => ({ ...v, n: Math.min(v.n, 60), paths: Math.min(v.paths, 5) }));

test('each bound lies above the exact probability, and the Chernoff bound under that of Hoeffding', () =>
  fc.assert(
    fc.property(quick, (values) => {
      for (const { exact, chebyshev, hoeffding, chernoff } of model.compute(values).tails) {
        expect(exact.value).toBeLessThanOrEqual(1 + exact.error);
        for (const b of [chebyshev, hoeffding, chernoff])
          if (b) expect(exact.value - exact.error).toBeLessThanOrEqual(b.value + b.error);
        if (chernoff) expect(chernoff.value - chernoff.error).toBeLessThanOrEqual(hoeffding!.value + hoeffding!.error);
      }
    }),
    { seed: 1, numRuns: 60 },
  ));

test('a path ends at the mean of its draws, and begins at the first of them', () => {
  const { paths } = model.compute({ ...first, law: 'die', n: 40, paths: 3 });
  for (const path of paths) {
    expect(path[0]![0]).toBe(1);
    expect(path[0]![1]).toBe(Math.round(path[0]![1]));
    expect(path.at(-1)![0]).toBe(40);
    // a quotient and a product are rounded
    const total = path.at(-1)![1] * 40;
    expect(Math.abs(total - Math.round(total))).toBeLessThanOrEqual(ulp(total));
  }
});

test('the mean of Cauchy draws is no nearer after many than after one', () => {
  const { tails } = model.compute({ ...first, law: 'cauchy', n: 500 });
  expect(new Set(tails.map((t) => t.exact.value)).size).toBe(1);
  // P(|X| >= 0.1) = 1 - 2 atan(0.1) / pi
  const { value, error } = tails[0]!.exact;
  expect(Math.abs(value - (1 - (2 * Math.atan(0.1)) / Math.PI))).toBeLessThanOrEqual(error + 4 * ulp(1));
});

test('ten tosses are off by 0.3 or more as often as the binomial law says', () => {
  const { tails } = model.compute({ ...first, n: 10, epsilon: 0.3 });
  // 2 (1 + 10 + 45) of 1024, and 0.3 is a little less than three tenths
  expect(tails.at(-1)!.exact.value).toBe(112 / 1024);
});

test('frequencies of far paths agree with the exact probability', () => {
  let outside = 0;
  for (let seed = 1; seed <= 100; seed++) outside += model.compute({ ...first, n: 50, paths: 40, seed }).outside;
  const p = model.compute({ ...first, n: 50 }).tails.at(-1)!.exact.value;
  // six standard deviations of a binomial count
  expect(Math.abs(outside - 4000 * p)).toBeLessThan(6 * Math.sqrt(4000 * p * (1 - p)));
});

test('progress goes from nothing towards all', () => {
  const heard: number[] = [];
  model.compute(first, (share) => heard.push(share));
  expect(heard[0]).toBe(0);
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
  expect(heard.at(-1)).toBeLessThan(1);
});

test('a mean that is off by ε itself counts as off, whatever its roundings are', () => {
  for (const [p, n, epsilon] of [
    [0.3, 100, 0.1],
    [0.05, 10, 0.05],
    [0.4, 50, 0.2],
    [0.15, 20, 0.05],
  ] as const) {
    // prettier-ignore
    const { exact } = model.compute({ ...first, p, n, epsilon }).tails.at(-1)!;
    // in whole numbers: 20 |k - n p| >= 20 n epsilon
    const off = (k: number): boolean => Math.abs(20 * k - Math.round(20 * p) * n) >= Math.round(20 * epsilon) * n;
    const { outcomes, probabilities } = binomial(n, p);
    const counted = sum(outcomes.flatMap((k, i) => (off(k) ? [probabilities[i]!] : [])));
    expect(compare(exact, counted)).toBe('overlap');
    expect(exact.error).toBeLessThan(exact.value * 2 ** -30);
  }
});
