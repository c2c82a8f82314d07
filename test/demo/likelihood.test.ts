import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { contour, surface } from '../../src/demos/kit/contour.ts';
import { model } from '../../src/demos/likelihood/model.ts';
import { valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

describe('the likelihood explorer', () => {
  test('nothing lies above the peak, neither on the curve nor on the way', () =>
    fc.assert(
      fc.property(valuesOf(model.parameters), (values) => {
        const { peak, curve, surface, path } = model.compute(values);
        expect(path).toHaveLength(values.step + 1);
        if (!peak) return;
        const top = peak.value.value + peak.value.error + 1e-9;
        for (const h of [...curve.map((p) => p[1]), ...(surface?.rows.flat() ?? [])])
          expect(h).toBeLessThanOrEqual(top);
        for (const { value } of path) expect(value.value - value.error).toBeLessThanOrEqual(top);
      }),
      { seed: 1, numRuns: 60 },
    ));

  test('seven heads of ten make 0.7 the estimate, and there is none for heads alone', () => {
    const coin = { ...first, family: 'bernoulli' } as const;
    const { peak } = model.compute(coin);
    expect(peak!.theta[0]!.value).toBe(0.7);
    // n / (p (1 - p))
    expect(peak!.information[0]!.value).toBeCloseTo(10 / 0.21, 10);
    expect(peak!.value.value).toBeCloseTo(7 * Math.log(0.7) + 3 * Math.log(0.3), 12);
    expect(model.compute({ ...coin, coins: [1, 1, 1] }).peak).toBeNull();
    expect(model.compute({ ...first, x: [2, 2] }).peak).toBeNull();
    expect(model.compute({ ...first, family: 'poisson', counts: [0, 0] }).peak).toBeNull();
  });

  test('the steps of both methods end at the estimates', () => {
    for (const [method, off] of [
      ['ascent', 0.1],
      ['scoring', 1e-9],
    ] as const) {
      const { path, peak } = model.compute({ ...first, method, step: 30 });
      peak!.theta.forEach((b, k) => expect(Math.abs(path.at(-1)!.theta[k]! - b.value)).toBeLessThan(off));
    }
  });

  test('with the Fisher information a coin is estimated in one step', () => {
    const { path } = model.compute({ ...first, family: 'bernoulli', method: 'scoring', step: 1, p: 0.2 });
    expect(path[1]!.theta[0]).toBeCloseTo(0.7, 12);
  });

  test('the parabola has the height and, twice differentiated, the information at the peak', () => {
    const { parabola, peak } = model.compute({ ...first, family: 'poisson' });
    const [a, b, c] = parabola.slice(40, 43) as [readonly [number, number], readonly [number, number], readonly [number, number]]; // prettier-ignore
    const step = b[0] - a[0];
    expect((2 * b[1] - a[1] - c[1]) / step ** 2).toBeCloseTo(peak!.information[0]!.value, 6);
    expect(Math.max(...parabola.map((p) => p[1]))).toBeLessThanOrEqual(peak!.value.value);
  });
});

test('lines of equal height lie at that height', () => {
  const bowl = surface([-1, 1], [-1, 1], 20, 20, (x, y) => x * x + y * y);
  const pieces = contour(bowl, 0.5);
  expect(pieces.length).toBeGreaterThan(20);
  // between grid lines x^2 is taken for its chord, which is off by at most (step/2)^2
  for (const [x, y] of pieces.flat()) expect(Math.abs(x * x + y * y - 0.5)).toBeLessThanOrEqual(0.05 ** 2 + 1e-12);
  expect(
    contour(
      surface([0, 1], [0, 1], 2, 2, (x) => (x > 0.6 ? -Infinity : x)),
      0.25,
    ),
  ).toHaveLength(2);
});
