import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { type Em, type Field, model } from '../../src/demos/em/model.ts';
import { valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

test('EM: the bound lies between the log-likelihoods of this step and of the one before', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { trace } = model.compute({ ...values, what: 'em', n: Math.min(values.n, 60) }) as Em;
      trace.forEach(({ bound, logLikelihood }, k) => {
        const slack = bound.error + logLikelihood.error;
        // responsibilities are doubles, and the parameters that they lead to are rounded
        const rounding = 1e-9 * (1 + Math.abs(logLikelihood.value));
        expect(bound.value).toBeLessThanOrEqual(logLikelihood.value + slack + rounding);
        if (k > 0) expect(bound.value).toBeGreaterThanOrEqual(trace[k - 1]!.logLikelihood.value - slack - rounding);
        else expect(Math.abs(bound.value - logLikelihood.value)).toBeLessThanOrEqual(slack + rounding);
      });
    }),
    { seed: 1, numRuns: 30 },
  ));

test('mean field: the divergence falls to -log(1 - rho^2)/2, and the variance is too small for ever', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { divergences, rho, variance } = model.compute({ ...values, what: 'field' }) as Field;
      divergences.forEach((d, k) => {
        if (k > 0) expect(d.value - d.error).toBeLessThanOrEqual(divergences[k - 1]!.value + 1e-12 * (1 + d.value));
      });
      const least = -Math.log1p(-rho * rho) / 2;
      expect(divergences.at(-1)!.value).toBeGreaterThanOrEqual(least - 1e-12 * (1 + least));
      expect(variance).toBe(1 - rho * rho);
    }),
    { seed: 2, numRuns: 60 },
  ));

test('mean field comes to its best', () => {
  const { divergences } = model.compute({ ...first, what: 'field', step: 30, rho: 0.5 }) as Field;
  expect(divergences.at(-1)!.value).toBeCloseTo(-Math.log(0.75) / 2, 9);
});
