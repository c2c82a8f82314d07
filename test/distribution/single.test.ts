/** A single Poisson probability, which is had without the list, is what the list has. */
import { expect, test } from 'vitest';
import { pmf } from '../../lib/distribution/finite.ts';
import { poisson } from '../../lib/distribution/poisson.ts';
import { U } from '../../lib/number/bounded.ts';

test.each([2 ** -60, 1e-3, 0.5, 1, 3.7, 17, 63.9, 64])('of rate %s', (lambda) => {
  const law = poisson(lambda);
  const singles = law.outcomes.map((k) => law.single!(k));
  // every outcome with a factorial that is a double
  expect(singles.filter(Boolean)).toHaveLength(Math.min(23, law.outcomes.length));
  law.outcomes.forEach((k, i) => {
    const [listed, single] = [law.probabilities[i]!, pmf(law, k)];
    expect(Math.abs(listed.value - single.value)).toBeLessThanOrEqual(listed.error + single.error);
    // the rounding of e^-lambda, of a power, of a quotient and of a product
    if (singles[i] && single.value > 2 ** -1000) expect(single.error).toBeLessThanOrEqual(20 * U * single.value);
  });
  expect([pmf(law, 0.5), pmf(law, -1)]).toEqual([{ value: 0, error: 0 }, { value: 0, error: 0 }]); // prettier-ignore
});

test('above rate 64 and beyond 22 the list is asked', () => {
  expect([poisson(65).single!(3), poisson(2).single!(23)]).toEqual([null, null]);
});
