import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossEntropy } from '../../lib/distribution/divergence.ts';
import { subtract } from '../../lib/number/bounded.ts';
import { initial } from '../../src/demos/kit/parameter.ts';
import type { Values } from '../../src/demos/kit/parameter.ts';
import { crossing, families, model, truths } from '../../src/demos/nll/model.ts';
import { sample } from '../../lib/distribution/sampling.ts';
import { normal } from '../../lib/distribution/normal.ts';
import { ulp, valuesOf } from './arbitrary.ts';

const first = initial(model.parameters) as Values<typeof model.parameters>;

test('the least cross-entropy is the entropy and what the family cannot remove', () =>
  fc.assert(
    fc.property(valuesOf(model.parameters), (values) => {
      const { entropy, f, g } = model.compute(values);
      for (const r of [f, g]) {
        const d = subtract(r.least, entropy);
        expect(Math.abs(d.value - r.kl.value)).toBeLessThanOrEqual(d.error + r.kl.error);
        expect(r.kl.value).toBeGreaterThanOrEqual(0);
        // the search ends where values differ by no more than their own rounding (lib/number/optimise.ts)
        for (const [, h] of r.curve) expect(h).toBeGreaterThanOrEqual(r.least.value - r.least.error - 4 * ulp(h));
        for (const [, h] of r.average) expect(h).toBeGreaterThanOrEqual(r.found.value - r.found.error - 4 * ulp(h));
      }
    }),
    { seed: 1, numRuns: 40 },
  ));

test.each(Object.keys(truths) as (keyof typeof truths)[])('the curve is the cross-entropy: %s', (truth) => {
  for (const name of ['f', 'g'] as const)
    for (let theta = -2; theta <= 3; theta += 0.25) {
      const { value, error } = crossEntropy(truths[truth], families[name](theta));
      expect(Math.abs(crossing(truth, name)(theta) - value)).toBeLessThanOrEqual(error + 8 * ulp(4));
    }
});

test('the right family leaves nothing, the wrong one something', () => {
  const { f, g } = model.compute(first);
  // (theta - 0.5)^2 / 2 is the divergence, and the cross-entropy shows it down to its own rounding
  const hidden = f.least.error + 4 * ulp(f.least.value);
  expect(f.kl.value).toBeLessThanOrEqual(f.kl.error + hidden);
  expect(g.kl.value).toBeGreaterThan(0.01);
  expect(Math.abs(f.theta - 0.5)).toBeLessThanOrEqual(Math.sqrt(2 * hidden));
});

test('the estimates are the mean and a median of the sample', () => {
  const values = { ...first, n: 11, seed: 5 };
  const data = sample(normal(0.5, 1), 11, 5);
  const { f, g } = model.compute(values);
  const [mean, median] = [data.reduce((a, b) => a + b, 0) / 11, [...data].sort((a, b) => a - b)[5]!];
  // the average rises from its least by (theta - mean)^2 / 2 in f, in g by at least 1/11 for each unit
  const hidden = (r: typeof f): number => r.found.error + 4 * ulp(r.found.value);
  expect(Math.abs(f.estimate - mean)).toBeLessThanOrEqual(Math.sqrt(2 * hidden(f)) + 11 * ulp(mean));
  expect(Math.abs(g.estimate - median)).toBeLessThanOrEqual(11 * hidden(g));
  expect(families.g(1).centre).toBe(1);
});

test('the average comes near to the cross-entropy as the sample grows', () => {
  const apart = (n: number): number => {
    const { f } = model.compute({ ...first, truth: 'laplace', n });
    return Math.max(...f.curve.map(([, h], i) => Math.abs(h - f.average[i]![1])));
  };
  // (theta - x)^2 / 2 over [-2, 3] has a standard deviation below 6; five of those of the mean of 1000
  expect(apart(1000)).toBeLessThan((5 * 6) / Math.sqrt(1000));
  expect(apart(1000)).toBeLessThan(apart(5));
});
