import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, exact, multiply, sqrt, square, subtract } from '../../lib/number/bounded.ts';
import { model } from '../../src/demos/two-laws/model.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { ulp, valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;
const near = (a: { value: number; error: number }, b: { value: number; error: number }): void => {
  if (a.value !== b.value) expect(Math.abs(a.value - b.value)).toBeLessThanOrEqual(a.error + b.error);
};

describe('two laws', () => {
  test('the cross-entropy is the entropy and the divergence', () =>
    fc.assert(
      fc.property(valuesOf(model.parameters), (values) => {
        const { klPq, klQp, cross, entropy } = model.compute(values);
        const d = values.direction === 'pq' ? klPq : klQp;
        if (d.value < Infinity) near(subtract(cross, entropy), d);
        else expect(cross.value).toBe(Infinity);
      }),
      { seed: 1, numRuns: 100 },
    ));

  test('the distances keep their bounds', () =>
    fc.assert(
      fc.property(valuesOf(model.parameters), (values) => {
        const { klPq, klQp, js, tv, pinsker, hellinger } = model.compute(values);
        for (const d of [klPq, klQp, js, tv, hellinger]) expect(d.value).toBeGreaterThanOrEqual(0);
        expect(js.value).toBeLessThanOrEqual(Math.LN2 + js.error);
        expect(tv.value).toBeLessThanOrEqual(1 + tv.error);
        expect(tv.value - tv.error).toBeLessThanOrEqual(pinsker.value + pinsker.error);
        // Hellinger squared below the total variation below sqrt 2 times Hellinger (Le Cam)
        expect(compare(square(hellinger), tv)).not.toBe('greater');
        expect(compare(tv, multiply(sqrt(exact(2)), hellinger))).not.toBe('greater');
      }),
      { seed: 2, numRuns: 100 },
    ));

  test('exchanged, they have the same numbers the other way round', () => {
    const { p, pCentre, pWidth, pGap, q, qCentre, qWidth, qGap } = first;
    const turned = { ...first, p: q, pCentre: qCentre, pWidth: qWidth, pGap: qGap, q: p, qCentre: pCentre, qWidth: pWidth, qGap: pGap }; // prettier-ignore
    const [a, b] = [model.compute(first), model.compute(turned)];
    near(a.klPq, b.klQp);
    near(a.js, b.js);
    near(a.tv, b.tv);
  });

  test('says why a divergence is infinite', () => {
    const wide = { ...first, p: 'normal', q: 'uniform' } as const;
    expect(model.compute(wide).infinite).toBe('support');
    expect(model.compute({ ...wide, p: 'cauchy', q: 'normal' }).infinite).toBe('tails');
    expect(model.compute({ ...wide, direction: 'qp' }).infinite).toBeNull();
  });

  test('the drawn area is the divergence', () => {
    const { integrand, klPq } = model.compute(first);
    const step = integrand[1]![0] - integrand[0]![0];
    const area = integrand.reduce((sum, [, y]) => sum + y * step, 0);
    // The trapezoidal rule on a smooth integrand that has died out at both ends is off by roundings only. Each place has
    // some of the two logarithms, which are at most 8^2 / (2 0.8^2) here.
    const rounding = integrand.length * step * 4 * ulp(50);
    expect(Math.abs(area - klPq.value)).toBeLessThanOrEqual(klPq.error + rounding);
  });
});
