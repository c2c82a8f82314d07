import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, exact, log1p, multiply, negate, square } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { type Em, type Field, model } from '../../src/demos/em/model.ts';
import { valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

test('EM: the log-likelihood is the bound and the gap, and no step lowers it', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const n = Math.min(values.n, 60);
      const { trace } = model.compute({ ...values, what: 'em', n }) as Em;
      trace.forEach(({ bound, gap, logLikelihood }, k) => {
        expect(compare(add(bound, gap), logLikelihood)).toBe('overlap');
        expect(compare(bound, logLikelihood)).not.toBe('greater');
        // q is rounded: for one observation it is a rounding off the posterior, at most twice that as a divergence
        const rounding = exact(k === 0 ? 0 : 4 * n * Number.EPSILON);
        if (k > 0) expect(compare(add(bound, rounding), trace[k - 1]!.logLikelihood)).not.toBe('less');
        else expect(gap.value).toBeLessThanOrEqual(gap.error + 4 * n * Number.EPSILON);
      });
    }),
    { seed: 1, numRuns: 30 },
  ));

/** -log(1 - rho^2) / 2: what mean field leaves for ever. */
const price = (rho: number) => multiply(exact(-0.5), log1p(negate(square(exact(rho)))));

test('mean field: the divergence falls to -log(1 - rho^2)/2, and the variance is too small for ever', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { divergences, rho, variance } = model.compute({ ...values, what: 'field' }) as Field;
      divergences.forEach((d, k) => {
        if (k > 0) expect(compare(d, divergences[k - 1]!)).not.toBe('greater');
      });
      expect(compare(divergences.at(-1)!, price(rho))).not.toBe('less');
      expect(variance).toBe(1 - rho * rho);
    }),
    { seed: 2, numRuns: 60 },
  ));

test('mean field comes to its best', () => {
  const { divergences, path, rho } = model.compute({ ...first, what: 'field', step: 30, rho: 0.5 }) as Field;
  const [a, b] = path.at(-1)!;
  const d = divergences.at(-1)!;
  // what the means still lack: half of m' S^-1 m, at most |m|^2 / (2 (1 - |rho|)); each update halves one of them
  const rest = (a * a + b * b) / (2 * (1 - rho));
  expect(rest).toBeLessThan(2 ** -50);
  expect(compare(d, add(price(rho), { value: rest / 2, error: rest / 2 }))).toBe('overlap');
});
