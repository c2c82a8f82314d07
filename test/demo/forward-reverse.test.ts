import { expect, test } from 'vitest';
import fc from 'fast-check';
import { kl } from '../../lib/distribution/divergence.ts';
import { normal } from '../../lib/distribution/normal.ts';
import { compare } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { mixtureOf, model, objectives } from '../../src/demos/forward-reverse/model.ts';
import { ulp, valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

test('both divergences are those that the library computes otherwise', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { forward, reverse } = model.compute({ ...values, step: 0 });
      const [p, q] = [mixtureOf(values), normal(values.m, values.s)];
      for (const [d, shown] of [
        [kl(p, q), forward.divergence],
        [kl(q, p), reverse.divergence],
      ] as const)
        if (d.error < Infinity) expect(compare(d, shown)).toBe('overlap');
    }),
    { seed: 1, numRuns: 12 },
  ));

test('what the lines and the search see are these divergences, and their slopes', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { forward, reverse } = model.compute({ ...values, step: 0 });
      const found = objectives(values);
      const { m, s } = values;
      const p = mixtureOf(values);
      // E log p, and -1/2 log(2 pi e), are left out of the one and of the other
      const [mean, variance] = [p.mean!.value, p.variance!.value];
      const constant = {
        forward: forward.divergence.value - found.forward.value(m, s),
        reverse: -Math.log(2 * Math.PI * Math.E) / 2,
      };
      const other = model.compute({ ...values, m: mean, s: Math.sqrt(variance), step: 0 }).forward.divergence.value;
      // the lowest line stands 0.02 above the least height, each next one twice as high: a tenth of that cannot be seen
      const off = (height: number): number => 0.1 * Math.max(0.02, height);
      expect(Math.abs(other - constant.forward - found.forward.value(mean, Math.sqrt(variance)))).toBeLessThan(
        off(other),
      );
      const drawn = found.reverse.value(m, s) + constant.reverse;
      expect(Math.abs(drawn - reverse.divergence.value)).toBeLessThan(off(reverse.divergence.value));
      for (const { value, slopes } of Object.values(found)) {
        const h = 2 ** -16;
        const by = (f: (t: number) => number): number => (f(h) - f(-h)) / (2 * h);
        const steep = [by((t) => value(m + t, s)), by((t) => value(m, s * Math.exp(t)))];
        // rounding of values that are apart by 2 h, and the third derivative, at most (1 + reach / width)^3 / s^3 here
        const third = (1 + (Math.abs(m) + values.gap + s) / Math.min(s, values.width)) ** 4;
        slopes(m, s).forEach((slope, i) =>
          expect(Math.abs(slope - steep[i]!)).toBeLessThan((100 * ulp(value(m, s))) / h + h * h * third),
        );
      }
    }),
    { seed: 2, numRuns: 60 },
  ));

test('forward ends at the moments of p, reverse on one of its peaks', () => {
  const { parts, reverse } = model.compute(first);
  const start = model.compute({ ...first, step: 0 });
  // a search by gradients gains digits with each step: after 20 nothing is left of the right angle's second side
  expect(parts.apart.value).toBeLessThan(start.parts.apart.value * 2 ** -40);
  const [at, width] = reverse.path.at(-1)!;
  // nearer to a peak than to the middle between them, and as narrow as a peak and not as the whole
  expect(Math.abs(Math.abs(at) - first.gap / 2)).toBeLessThan(first.gap / 4);
  expect(width).toBeLessThan((first.width + Math.sqrt(mixtureOf(first).variance!.value)) / 2);
});

test('no step rises', () => {
  for (const step of [0, 1, 5]) {
    const [before, after] = [model.compute({ ...first, step }), model.compute({ ...first, step: step + 1 })];
    expect(compare(after.forward.divergence, before.forward.divergence)).not.toBe('greater');
    expect(compare(after.reverse.divergence, before.reverse.divergence)).not.toBe('greater');
  }
});
