/** An event in which something has no value is none: its probability would leave out where that is so. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const r = String.raw;
const normal = ['c : real', r`X : random variable with law \mathcal{N}(0, 1)`];
const exponential = ['c : real', r`T : random variable with law \mathrm{Exp}(1)`];

test.each([
  [r`\Pr(\ln X \le c) = \Pr(0 < X \le e^c)`, '0.5'],
  [r`\Pr(\sqrt{X} \le 1) = \Pr(X \le 1)`, '0.5'],
  [r`\Pr(X \le 1, \ln X \le c) = \Pr(0 < X \le 1, X \le e^c)`, '0.5'],
])('%s is refused', (tex, share) => {
  expect(relations(normal, tex)).toMatchObject([
    {
      verdict: 'unread',
      reason: `a logarithm or a square root in an event has no value with probability ${share}: say where it has one, as in \\Pr(X > 0, \\ln X \\le c)`,
    },
  ]);
});

describe('where it has a value, or need have none', () => {
  test.each([
    [normal, r`\Pr(X > 0, \ln X \le c) = \Pr(0 < X \le e^c)`],
    [normal, r`\Pr(\ln X \le c \mid X > 0) = 2 \Pr(0 < X \le e^c)`],
    [normal, r`\Pr(\sqrt{X^2} \le 1) = \Pr(|X| \le 1)`],
    [exponential, r`\Pr(\ln T \le c) = \Pr(T \le e^c)`],
    [exponential, r`\Pr(\sqrt{T} > 2) = e^{-4}`],
  ])('%j: %s holds', (given, tex) => {
    expect(relations(given, tex)).toMatchObject([{ verdict: 'holds' }]);
  });
  test('and the false one is refuted', () => {
    expect(relations(exponential, r`\Pr(\sqrt{T} > 2) = e^{-2}`)).toMatchObject([{ verdict: 'refuted' }]);
  });
});
