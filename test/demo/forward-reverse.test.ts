import { expect, test } from 'vitest';
import fc from 'fast-check';
import { kl } from '../../lib/distribution/divergence.ts';
import { normal } from '../../lib/distribution/normal.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { mixtureOf, model } from '../../src/demos/forward-reverse/model.ts';
import { valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

test('both surfaces are the divergences that the library computes otherwise', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { forward, reverse } = model.compute({ ...values, step: 0 });
      const [p, q] = [mixtureOf(values), normal(values.m, values.s)];
      for (const [d, shown] of [
        [kl(p, q), forward.divergence],
        [kl(q, p), reverse.divergence],
      ] as const)
        // the moments of p are rounded once
        expect(Math.abs(d.value - shown.value)).toBeLessThanOrEqual(d.error + shown.error + 1e-13 * (1 + d.value));
    }),
    { seed: 1, numRuns: 4 },
  ));

test('forward ends at the moments of p, reverse on one of its peaks', () => {
  const { forward, reverse } = model.compute(first);
  const p = mixtureOf(first);
  const [m, s] = forward.path.at(-1)!;
  expect(m).toBeCloseTo(p.mean!.value, 4);
  expect(s).toBeCloseTo(Math.sqrt(p.variance!.value), 4);
  const [at, width] = reverse.path.at(-1)!;
  expect(Math.abs(Math.abs(at) - first.gap / 2)).toBeLessThan(0.3);
  expect(Math.abs(width - first.width)).toBeLessThan(0.2);
});

test('no step rises', () => {
  for (const step of [0, 1, 5]) {
    const [before, after] = [model.compute({ ...first, step }), model.compute({ ...first, step: step + 1 })];
    expect(after.forward.divergence.value).toBeLessThanOrEqual(before.forward.divergence.value + 1e-12);
    expect(after.reverse.divergence.value).toBeLessThanOrEqual(before.reverse.divergence.value + 1e-12);
  }
});
