import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, exact, log, multiply } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { model } from '../../src/demos/underflow/model.ts';
import { ulp, valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

test('while the product is a normal number, its logarithm is the sum', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { sum, product64, product32, death64, death32 } = model.compute(values);
      // n roundings of a half unit in the last place, seen through the logarithm, and some of the logarithms themselves
      const check = (points: typeof sum, worn: number | null, unit: number): void =>
        points.slice(0, (worn ?? Infinity) - 1).forEach(([n, y], i) => {
          expect(n).toBe(i + 1);
          expect(Math.abs(y - sum[i]![1])).toBeLessThanOrEqual(n * unit + 8 * ulp(y));
        });
      check(product64, death64.worn, 2 ** -53);
      check(product32, death32.worn, 2 ** -23);
      const { log10 } = model.compute(values);
      expect(Math.abs(sum.at(-1)![1] - log10.value)).toBeLessThanOrEqual(log10.error + 8 * ulp(log10.value));
    }),
    { seed: 1, numRuns: 30 },
  ));

test('a fair coin dies after 1074 tosses in 64 bits and after 149 in 32', () => {
  const { death64, death32, last64, last32, logLikelihood } = model.compute(first);
  expect(death64).toEqual({ worn: 1023, zero: 1075 });
  expect(death32).toEqual({ worn: 127, zero: 150 });
  expect([last64, last32]).toEqual([0, 0]);
  expect(compare(logLikelihood, multiply(exact(-1500), log(exact(2))))).toBe('overlap');
});

test('once dead, the product says the same of every parameter, and the sum does not', () => {
  const { shares, curve } = model.compute({ ...first, n: 3000 });
  expect(new Set(shares.map((p) => p[1]))).toEqual(new Set([0]));
  expect(new Set(curve.map((p) => p[1])).size).toBeGreaterThan(50);
});
