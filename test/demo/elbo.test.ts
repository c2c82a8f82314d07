import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { model } from '../../src/demos/elbo/model.ts';
import { valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;
const cheap = valuesOf(model.parameters).map((v) => ({ ...v, k: Math.min(v.k, 4), step: Math.min(v.step, 6) }));

test('the evidence is the bound and the gap, whatever q is', () =>
  fc.assert(
    fc.property(cheap, (values) => {
      const { logEvidence, elbo, kl } = model.compute(values);
      const parts = add(elbo, kl);
      expect(Math.abs(parts.value - logEvidence.value)).toBeLessThanOrEqual(parts.error + logEvidence.error);
      expect(kl.value).toBeGreaterThanOrEqual(-kl.error);
    }),
    { seed: 1, numRuns: 40 },
  ));

test.each(['normal', 'coins'] as const)(
  'the ascent never falls, and ends near the best q, for the model of %s',
  (model_) => {
    const { path, kl } = model.compute({ ...first, model: model_, step: 20, k: 1 });
    path.forEach(({ elbo }, i) => {
      if (i > 0) expect(compare(elbo, path[i - 1]!.elbo)).not.toBe('less');
    });
    // Each step halves what is missing of the mean and of log s, and the divergence is a square of these: where the posterior
    // is a normal law, nothing else is left after 20, and a few of them are cut short. The other is near to a normal law.
    const start = model.compute({ ...first, model: model_, step: 0, k: 1 }).kl;
    expect(kl.value).toBeLessThan(start.value * (model_ === 'normal' ? 4 ** -15 : 1 / 20));
  },
);

test('more draws bring the weighted bound nearer, and never above but for its standard errors', () => {
  const { weighted, logEvidence, elbo } = model.compute({ ...first, k: 64 });
  for (const { bound } of weighted) expect(bound.value - bound.error).toBeLessThanOrEqual(logEvidence.value);
  const [one, many] = [weighted[0]!, weighted.at(-1)!];
  expect(Math.abs(one.bound.value - elbo.value)).toBeLessThanOrEqual(one.bound.error + elbo.error);
  expect(many.bound.value).toBeGreaterThan(one.bound.value);
  expect(weighted.map(({ k }) => k)).toEqual([1, 2, 4, 8, 16, 32, 64]);
});
