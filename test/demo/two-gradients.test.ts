import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal } from '../../lib/distribution/normal.ts';
import { expectation } from '../../lib/distribution/expectation.ts';
import { exact } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { estimate, methods, model } from '../../src/demos/two-gradients/model.ts';
import { valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

test('both estimates have the same mean, and those of the demo have the moments that are shown', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (v) => {
      const r = model.compute({ ...v, step: 0 });
      const apart = Math.abs(r.score.mean.value - r.reparameterisation.mean.value);
      expect(apart).toBeLessThanOrEqual(r.score.mean.error + r.reparameterisation.mean.error);
      const q = normal(v.mu, v.sigma);
      for (const m of methods) {
        const at = (x: number): number => estimate(v, m, q, v.mu, v.sigma, x);
        const mean = expectation(q, (x) => exact(at(x)));
        const square = expectation(q, (x) => exact((at(x) - mean.value) ** 2));
        // the estimates are doubles: some roundings of the largest term at the nodes
        expect(Math.abs(mean.value - r[m].mean.value)).toBeLessThanOrEqual(1e-10 * (1 + Math.sqrt(square.value)));
        expect(Math.abs(square.value - r[m].variance.value)).toBeLessThanOrEqual(1e-10 * (1 + square.value));
      }
    }),
    { seed: 1, numRuns: 40 },
  ));

test('paths begin where the reader put them and stay in range', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (v) => {
      const r = model.compute(v);
      const { min, max } = model.parameters[v.parameter];
      for (const m of methods) {
        expect(r[m].path).toHaveLength(v.step + 1);
        expect(r[m].path[0]).toBe(v[v.parameter]);
        for (const x of r[m].path) expect(x >= min && x <= max).toBe(true);
      }
    }),
    { seed: 2, numRuns: 40 },
  ));

test('a straight line has a slope that reparameterisation knows exactly', () => {
  const r = model.compute({ ...first, f: 'slope' });
  expect(r.reparameterisation.variance.value).toBeLessThanOrEqual(r.reparameterisation.variance.error);
  expect(r.ratio).toBeNull();
  expect(r.score.mean.value).toBeCloseTo(2, 12);
});

test('a good baseline makes the score estimate quieter', () => {
  // E f = -(mu - 1)^2 - sigma^2 = -5 at the first setting
  expect(model.compute({ ...first, baseline: -5 }).score.variance.value).toBeLessThan(
    model.compute(first).score.variance.value,
  );
});
