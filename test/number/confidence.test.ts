/** The empirical Bernstein sequence: it misses the mean no more often than it says, and closes in on it. */
import { describe, expect, test } from 'vitest';
import { empiricalBernstein } from '../../lib/number/confidence.ts';
import { stream } from '../../lib/number/stream.ts';

/** Draws in [0, 1], and their mean. */
const draws: readonly (readonly [string, number, (u: number) => number])[] = [
  ['uniform', 1 / 2, (u) => u],
  ['rare', 1 / 64, (u) => (u < 1 / 64 ? 1 : 0)],
  ['fair', 1 / 2, (u) => (u < 1 / 2 ? 1 : 0)],
  ['cubes', 1 / 4, (u) => u ** 3],
];

describe.each(draws)('%s', (_, mean, of) => {
  test('at no number of draws is the mean outside, but in as many runs as were allowed for', () => {
    const [runs, failure] = [400, 0.05];
    let missed = 0;
    for (let seed = 0; seed < runs; seed++) {
      const source = stream(seed);
      const sequence = empiricalBernstein(failure);
      for (let i = 0; i < 256; i++) sequence.take(of(source.uniform()));
      const { value, error } = sequence.interval();
      // what was excluded once stays excluded: the last interval tells of all
      if (!(Math.abs(value - mean) <= error)) missed++;
    }
    // three standard deviations of a binomial count with the stated probability
    expect(missed).toBeLessThanOrEqual(runs * failure + 3 * Math.sqrt(runs * failure * (1 - failure)));
  });

  test('it closes in, faster than the range alone allows where the draws vary little', () => {
    const widths = [2 ** 8, 2 ** 12, 2 ** 16].map((n) => {
      const [source, sequence] = [stream(1), empiricalBernstein(1e-9)];
      for (let i = 0; i < n; i++) sequence.take(of(source.uniform()));
      return sequence.interval().error;
    });
    expect(widths[1]).toBeLessThan(widths[0]! / 2);
    expect(widths[2]).toBeLessThan(widths[1]! / 2);
  });
});

test('draws and probabilities outside of their ranges are refused', () => {
  expect(() => empiricalBernstein(1)).toThrow('confidence: failure must be in (0, 1), got 1');
  expect(() => empiricalBernstein(0.1).take(1.5)).toThrow('confidence: a draw must be in [0, 1], got 1.5');
});

test('without draws nothing is known', () =>
  expect(empiricalBernstein(1e-9).interval().error).toBeGreaterThanOrEqual(0.5));
