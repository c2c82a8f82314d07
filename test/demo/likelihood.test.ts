import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logLikelihood } from '../../lib/distribution/likelihood.ts';
import { add, compare, divide, exact, log, log1p, multiply, negate, subtract } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { contours, surface } from '../../src/demos/kit/contour.ts';
import { families, model } from '../../src/demos/likelihood/model.ts';
import { ulp, valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

describe('the likelihood explorer', () => {
  test('nothing lies above the peak, neither on the curve nor on the way', () =>
    fc.assert(
      fc.property(valuesOf(model.parameters), (values) => {
        const { sample, peak, curve, surface, path } = model.compute(values);
        expect(path).toHaveLength(values.step + 1);
        if (!peak) return;
        const { law } = families[values.family];
        // what is drawn is the value of a bounded number: its bound is asked for again
        const under = (h: number, ...theta: number[]): void => {
          const known = logLikelihood(law(theta), sample);
          expect(h).toBe(known.value);
          expect(compare(known, peak.value)).not.toBe('greater');
        };
        for (const [x, h] of curve) under(h, x);
        const [i, j] = [7, 11];
        if (surface) {
          const { x, y, rows } = surface;
          const place = ([low, high]: readonly [number, number], k: number, count: number) =>
            low + ((high - low) * k) / count;
          under(rows[j]![i]!, place(x, i, rows[0]!.length - 1), place(y, j, rows.length - 1));
          expect(Math.max(...rows.flat())).toBeLessThanOrEqual(peak.value.value + peak.value.error);
        }
        for (const { value } of path) expect(compare(value, peak.value)).not.toBe('greater');
      }),
      { seed: 1, numRuns: 60 },
    ));

  test('seven heads of ten make 0.7 the estimate, and there is none for heads alone', () => {
    const coin = { ...first, family: 'bernoulli' } as const;
    const { peak } = model.compute(coin);
    expect(peak!.theta[0]!.value).toBe(0.7);
    // n / (p (1 - p))
    const [p, ten] = [exact(0.7), exact(10)];
    expect(compare(peak!.information[0]!, divide(ten, multiply(p, subtract(exact(1), p))))).toBe('overlap');
    const most = add(multiply(exact(7), log(p)), multiply(exact(3), log1p(negate(p))));
    expect(compare(peak!.value, most)).toBe('overlap');
    expect(model.compute({ ...coin, coins: [1, 1, 1] }).peak).toBeNull();
    expect(model.compute({ ...first, x: [2, 2] }).peak).toBeNull();
    expect(model.compute({ ...first, family: 'poisson', counts: [0, 0] }).peak).toBeNull();
  });

  test('the steps of both methods end at the estimates', () => {
    for (const method of ['ascent', 'scoring'] as const) {
      const { path, peak } = model.compute({ ...first, method, step: 30 });
      peak!.theta.forEach((b, k) => {
        const off = Math.abs(path.at(-1)!.theta[k]! - b.value);
        // scoring squares what is missing: only roundings of the scores of five draws are left; ascent takes a share of it
        if (method === 'scoring') expect(off).toBeLessThanOrEqual(b.error + 5 * 4 * ulp(b.value));
        else expect(off).toBeLessThan(Math.abs(path[0]!.theta[k]! - b.value) / 20);
      });
    }
  });

  test('with the Fisher information a coin is estimated in one step', () => {
    const { path } = model.compute({ ...first, family: 'bernoulli', method: 'scoring', step: 1, p: 0.2 });
    // ten scores of a size of 1 / p, their sum, and the information: a rounding of each
    expect(Math.abs(path[1]!.theta[0]! - 0.7)).toBeLessThanOrEqual(10 * ulp(1 / 0.2));
  });

  test('the parabola has the height and, twice differentiated, the information at the peak', () => {
    const { parabola, peak } = model.compute({ ...first, family: 'poisson' });
    const [a, b, c] = parabola.slice(40, 43) as [readonly [number, number], readonly [number, number], readonly [number, number]]; // prettier-ignore
    const step = b[0] - a[0];
    // four roundings of the heights, magnified
    const off = Math.abs((2 * b[1] - a[1] - c[1]) / step ** 2 - peak!.information[0]!.value);
    expect(off).toBeLessThanOrEqual((4 * ulp(a[1])) / step ** 2);
    expect(Math.max(...parabola.map((p) => p[1]))).toBeLessThanOrEqual(peak!.value.value);
  });
});

test('lines of equal height lie at that height', () => {
  const bowl = surface([-1, 1], [-1, 1], 20, 20, (x, y) => x * x + y * y);
  const pieces = contours(bowl, [0.5]);
  expect(pieces.length).toBeGreaterThan(20);
  // between grid lines x^2 is taken for its chord, which is off by at most (step/2)^2
  for (const [x, y] of pieces.flat()) expect(Math.abs(x * x + y * y - 0.5)).toBeLessThanOrEqual(0.05 ** 2 + 4 * ulp(1));
  expect(
    contours(
      surface([0, 1], [0, 1], 2, 2, (x) => (x > 0.6 ? -Infinity : x)),
      [0.25],
    ),
  ).toHaveLength(2);
});
