/** The reference values, by the same code as `npm run -s golden -- FILE`: near the truth, and the bound honest. */
import { describe, expect, it } from 'vitest';
import { type Case, compute } from '../../scripts/golden/compute.ts';
import { atMost, encloses, fromDecimal, fromNumber, minus, size, times } from '../number/rational.ts';
import more from './more.json' with { type: 'json' };
import visible from './visible.json' with { type: 'json' };

describe('reference values', () => {
  for (const c of visible.cases as unknown as Required<Case>[])
    it(c.id, () => {
      const got = compute(c);
      if ('unsupported' in got) throw new Error(got.unsupported);
      if (c.value === 'Infinity') return expect(got).toEqual({ value: Infinity, error: 0 });
      const truth = fromDecimal(c.value);
      const kappa = Math.max(1, c.kappa ?? 1);
      const off = size(minus(truth, fromNumber(got.value)));
      const allowed = times(fromNumber(8 * Number.EPSILON * kappa), size(truth));
      const place = { ...got, truth: c.value };
      expect({ ...place, close: atMost(off, allowed) }).toEqual({ ...place, close: true });
      expect({ ...place, honest: encloses(got, truth) }).toEqual({ ...place, honest: true });
      // A bound that says nothing would be honest too.
      expect(got.error).toBeLessThan(1e-11 * Math.abs(got.value) * kappa);
    });
});

describe('more kinds, by references of our own (more.py)', () => {
  for (const c of more.cases as unknown as Required<Case>[])
    it(c.id, () => {
      const got = compute(c);
      if ('unsupported' in got) throw new Error(got.unsupported);
      const truth = fromDecimal(c.value);
      const place = { ...got, truth: c.value };
      expect({ ...place, honest: encloses(got, truth) }).toEqual({ ...place, honest: true });
      expect(got.error).toBeLessThan(2 ** -40 * Math.max(Math.abs(got.value), 2 ** -10));
    });
});

describe('what is not known is said', () => {
  const one = (kind: string, inputs: object) => compute({ id: 'x', kind, inputs: inputs as Case['inputs'] });
  it.each([
    ['kurtosis', {}, 'kind kurtosis'],
    ['kl', { p: { family: 'zeta' }, q: { family: 'normal' } }, 'family zeta'],
    ['kl', { p: { family: 'normal', mu: 0 } }, 'no input sigma or sd or scale'],
    ['kl', { p: { family: 'normal', mu: 0, sigma: 0 } }, 'normal: sigma must be in (0, inf), got 0'],
    ['mle', { family: 'normal', data: [1, 2], param: 'df' }, 'parameter df; there are mu, sigma'],
    ['elbo', { model: 'x ~ f', q: {} }, 'model "x ~ f"'],
    ['gradient_variance', { q: { family: 'normal', mu: 0, sigma: 1 }, estimator: 'score', f: 'sin(x)' }, 'f = sin(x)'],
  ] as const)('%s', (kind, inputs, text) => expect(one(kind, inputs)).toEqual({ unsupported: text }));
});
