import { describe, expect, it } from 'vitest';
import { type Law, expectation, laws } from '../../lib/distribution/index.ts';
import { type Bounded, compare, exact, multiply } from '../../lib/number/bounded.ts';

const shown = (law: Law): string => `${law.name} ${JSON.stringify(law.parameters)}`;

/** Equal within their bounds, and the bounds say something at the size of the quantities involved. */
function same(a: Bounded, b: Bounded, size: number): void {
  expect({ a, b, order: compare(a, b) }).toEqual({ a, b, order: 'overlap' });
  expect({ a, b, width: a.error + b.error < 2 ** -26 * size }).toEqual({ a, b, width: true });
}

describe('score and Fisher information', () => {
  const members = laws.flatMap(({ examples }) => examples.map((make) => make()));
  for (const law of members.filter((l) => l.score && l.information)) {
    // a certain outcome has no information or an infinite one; squares of the score of the narrowest law overflow
    const diagonal = law.information!().map((row, i) => row[i]!.value);
    if (diagonal.some((d) => !(d > 0 && d < 2 ** 500))) continue;
    // that of a t law in df falls like df^-4, and is lost in double-double at 1e10: an honest bound, and nothing to see
    if (law.information!().some((row, i) => row[i]!.error > 2 ** -30 * row[i]!.value)) continue;
    it(`the score of ${shown(law)} has mean 0 and the information as its covariance`, () => {
      const matrix = law.information!();
      for (let i = 0; i < matrix.length; i++) {
        const root = Math.sqrt(matrix[i]![i]!.value);
        same(expectation(law, (x) => law.score!(x)[i]!), exact(0), root); // prettier-ignore
        for (let j = 0; j <= i; j++) {
          const product = expectation(law, (x) => multiply(law.score!(x)[i]!, law.score!(x)[j]!));
          same(product, matrix[i]![j]!, root * Math.sqrt(matrix[j]![j]!.value));
          expect(matrix[j]![i]).toEqual(matrix[i]![j]);
        }
      }
    });
  }
  it('is left out only where the support moves with a parameter, or for a mixture of laws', () => {
    const without = laws.filter(({ examples }) => !examples[0]!().score).map((l) => l.name);
    expect(without).toEqual(['discrete uniform', 'uniform']);
  });
});
