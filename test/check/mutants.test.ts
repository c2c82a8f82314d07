/** Mutants that provably say the same are none: they are counted beside the others and need no review. */
import { expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { sources } from './page.ts';

const givens = ['P, Q : pmf', 'x : outcome of P', 'f : function on the alphabet'];
const survivors = (tex: string, given = givens) => {
  const checker = createChecker({ page: 'p.md', worlds: 300, seed: 1, mutants: true });
  return checker.check(sources(given, [tex])[0]!).relations[0]!.mutants!.survived.map(({ tex: t }) => t);
};

test.each([
  '\\mathrm{TV}(P, Q) = \\frac12 \\sum_x |P(x) - Q(x)|',
  '\\sum_x \\max(P(x), Q(x)) = 1 + \\mathrm{TV}(P, Q)',
  'H^2(P, Q) = \\frac12 \\sum_x \\left(\\sqrt{P(x)} - \\sqrt{Q(x)}\\right)^2',
])('the order of what has none: %s', (tex) => expect(survivors(tex)).toEqual([]));

test('the order of what has one', () => {
  expect(survivors('\\sum_x (P(x) - Q(x)) f(x) = \\sum_x P(x) f(x) - \\sum_x Q(x) f(x)')).toEqual([]);
});

test('a channel that shows nearly all tells the two directions apart', () => {
  const channel = [
    'w(x, y) : joint pmf',
    'x : outcome of w(x)',
    'y : outcome of w(y)',
    'P, Q : positive pmf',
    'A(y) := \\sum_x w(y \\mid x) P(x)',
    'B(y) := \\sum_x w(y \\mid x) Q(x)',
  ];
  const found = survivors('\\sum_y A(y) \\log \\frac{A(y)}{B(y)} \\le D_{\\mathrm{KL}}(P \\parallel Q)', channel);
  expect(found).toEqual([]);
});
