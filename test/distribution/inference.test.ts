import { describe, expect, it } from 'vitest';
import {
  type Law,
  expectation,
  fisherInformation,
  gamma,
  logLikelihood,
  sample,
  uniform,
} from '../../lib/distribution/index.ts';
import { type Bounded, compare, exact, multiply } from '../../lib/number/bounded.ts';
import { laws } from './registry.ts';

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
        same(expectation(law, (...x) => law.score!(...x)[i]!), exact(0), root); // prettier-ignore
        for (let j = 0; j <= i; j++) {
          const product = expectation(law, (...x) => multiply(law.score!(...x)[i]!, law.score!(...x)[j]!));
          same(product, matrix[i]![j]!, root * Math.sqrt(matrix[j]![j]!.value));
          expect(matrix[j]![i]).toEqual(matrix[i]![j]);
        }
      }
    });
  }
  it('of a mixture has mean 0, and its second moments are the information: raising a weight moves all shares', () => {
    for (const make of laws.find(({ name }) => name === 'normal mixture')!.examples) {
      const law = make();
      const matrix = fisherInformation(law);
      const weights = Object.values(law.parameters!).filter((_, i) => i % 3 === 0);
      for (let i = 0; i < matrix.length; i++) same(expectation(law, (...x) => law.score!(...x)[i]!), exact(0), 1 + Math.sqrt(matrix[i]![i]!.value)); // prettier-ignore
      // all weights times a constant is the same law: no information in that direction
      for (const row of matrix) {
        const along = weights.reduce((s, w, k) => s + w * row[3 * k]!.value, 0);
        const bound = weights.reduce((s, w, k) => s + w * row[3 * k]!.error, 0);
        expect(Math.abs(along)).toBeLessThanOrEqual(bound);
      }
    }
    expect(fisherInformation(gamma(2, 3))).toEqual(gamma(2, 3).information!());
    expect(() => fisherInformation(uniform(0, 1))).toThrow(
      new RangeError('uniform: there is no Fisher information, the support moves with the parameters'),
    );
  });
  it('is left out only where the support moves with a parameter, or for a mixture of laws', () => {
    const without = laws.filter(({ examples }) => !examples[0]!().score).map((l) => l.name);
    expect(without).toEqual(['discrete uniform', 'uniform']);
  });
});

/** Laws that a fit is tried on: with an inner maximum, and not so wide that its sample overflows. */
const tried = laws.flatMap(({ make, fit, examples }) =>
  make && fit
    ? examples.map((e) => e()).filter((law) => law.name !== 'binomial' || law.parameters!.n! > 0).map((law) => ({ make, fit, law })) // prettier-ignore
    : [],
);

describe('maximum likelihood', () => {
  it.each(tried.map((t) => [shown(t.law), t] as const))('of a sample of %s: no neighbour is likelier', (_, t) => {
    const data = sample(t.law, 60, 5);
    const found = (() => {
      try {
        return t.fit(data, t.law);
      } catch (error) {
        // some samples have no maximum inside the domain: all observations equal, or zero
        expect(error).toBeInstanceOf(RangeError);
        expect(new Set(data).size).toBeLessThanOrEqual(2);
        return null;
      }
    })();
    if (!found) return;
    const at = Object.values(found.law.parameters!);
    const top = logLikelihood(found.law, data);
    expect(top.error).toBeLessThan(2 ** -30 * Math.max(1, Math.abs(top.value)));
    const names = Object.keys(found.law.parameters!);
    for (const [name, estimate] of Object.entries(found.estimates)) {
      const i = names.indexOf(name);
      expect(estimate.value).toBe(at[i]);
      expect(estimate.error).toBeLessThanOrEqual(2 ** -40 * Math.max(Math.abs(estimate.value), t.law.kind === 'density' ? t.law.scale : 1)); // prettier-ignore
      for (const factor of [-1, 1]) {
        const step = Math.max(Math.abs(at[i]!), 2 ** -10) * 2 ** -10 * factor;
        const moved = at.map((v, k) => (k === i ? (t.law.name === 'discrete uniform' ? v + factor : v + step) : v));
        let neighbour: Law;
        try {
          neighbour = t.make(...moved);
        } catch {
          continue; // outside the domain
        }
        expect({ name, factor, order: compare(logLikelihood(neighbour, data), top) }).not.toMatchObject({ order: 'greater' }); // prettier-ignore
      }
    }
  });
  it('a fit comes back from its own law', () => {
    // consistency: with n observations the estimate is within 6 standard errors of the truth
    const n = 20_000;
    for (const { make, fit, examples } of laws) {
      if (!make || !fit) continue;
      const ordinary = (l: Law): boolean =>
        l.information!().every((row, i) => row[i]!.value > 0.01 && row[i]!.value < 100);
      const law = examples
        .map((e) => e())
        .find((l) => l.score && l.information && l.name !== 'student t' && ordinary(l));
      if (!law) continue;
      const found = fit(sample(law, n, 11), law);
      const names = Object.keys(law.parameters!);
      const matrix = law.information!();
      for (const [name, estimate] of Object.entries(found.estimates)) {
        const i = names.indexOf(name);
        if (matrix.length !== names.length) continue;
        // 1/I_ii is below the variance of the estimate: for two parameters the inverse's entry is used
        const other = matrix.length === 2 ? matrix[1 - i]![1 - i]!.value : 1;
        const determinant = matrix.length === 2 ? matrix[0]![0]!.value * matrix[1]![1]!.value - matrix[0]![1]!.value ** 2 : matrix[0]![0]!.value; // prettier-ignore
        const error = Math.sqrt(other / determinant / n);
        expect({ law: shown(law), name, off: Math.abs(estimate.value - law.parameters![name]!) < 6 * error }).toEqual({ law: shown(law), name, off: true }); // prettier-ignore
      }
    }
  });
});
