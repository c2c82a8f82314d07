import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal } from '../../lib/distribution/normal.ts';
import { expectation } from '../../lib/distribution/expectation.ts';
import { bounded, compare, exact, square, subtract } from '../../lib/number/bounded.ts';
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
        const mean = expectation(q, (x) => estimate(v, m, q, x));
        const variance = expectation(q, (x) => square(subtract(estimate(v, m, q, x), exact(r[m].mean.value))));
        expect(compare(mean, r[m].mean)).toBe('overlap');
        // about a mean that is off by its bound, the square is larger by that of the bound
        const off = r[m].mean.error ** 2;
        expect(compare(bounded(variance.value, variance.error + off), r[m].variance)).toBe('overlap');
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
  expect(compare(r.score.mean, exact(2))).toBe('overlap');
});

test('a good baseline makes the score estimate quieter', () => {
  // E f = -(mu - 1)^2 - sigma^2 = -5 at the first setting
  expect(model.compute({ ...first, baseline: -5 }).score.variance.value).toBeLessThan(
    model.compute(first).score.variance.value,
  );
});
