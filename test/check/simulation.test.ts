/** Averages of which nothing exact is known: simulated with a bound, refused where nothing proves that they are bounded. */
import { describe, expect, test } from 'vitest';
import { relations } from './page.ts';

const givens = [
  'n : sample size',
  'U_1, \\dots, U_n : sample from \\mathcal{U}(0, 1)',
  'Z_1, \\dots, Z_n : sample from \\mathrm{Lap}(0, 1)',
  'A, B : independent random variables with law \\mathcal{U}(0, 1)',
  '\\epsilon : real in (0, 1)',
  '\\bar{U} := \\frac{1}{n} \\sum_{i=1}^n U_i',
  '\\bar{Z} := \\frac{1}{n} \\sum_{i=1}^n Z_i',
];
const only = (tex: string) => relations(givens, tex)[0]!;

describe('inequalities of samples from densities', () => {
  test.each([
    '\\Pr(\\bar{U} - \\frac12 \\ge \\epsilon) \\le e^{-2 n \\epsilon^2}',
    '\\Pr(|\\bar{U} - \\frac12| \\ge \\epsilon) \\le \\frac{1}{12 n \\epsilon^2}',
    '\\mathbb{E}[\\cos(\\bar{Z})] \\ge \\frac14',
  ])('%s holds', (tex) => expect(only(tex)).toMatchObject({ verdict: 'holds', evidence: 'simulation', reason: null }));

  test.each([
    '\\Pr(\\bar{U} - \\frac12 \\ge \\epsilon) \\le e^{-32 n \\epsilon^2}',
    '\\Pr(|\\bar{U} - \\frac12| \\ge \\epsilon) \\le \\frac{1}{48 n \\epsilon^2}',
    '\\Pr(A^2 + B^2 \\le 1) = \\frac12',
  ])('%s is refuted', (tex) => expect(only(tex)).toMatchObject({ verdict: 'refuted', evidence: 'simulation' }));
});

test('an equation is not decided by an interval that other values lie in too', () =>
  expect(only('\\Pr(A^2 + B^2 \\le 1) = \\frac{\\pi}{4}')).toMatchObject({
    verdict: 'undecided',
    evidence: 'simulation',
    reason: 'the bound is too wide to tell in 32 of 32 worlds',
  }));

test('what nothing bounds is refused', () =>
  expect(only('\\mathbb{E}[\\bar{Z}^4] \\le 9')).toMatchObject({
    verdict: 'unread',
    reason:
      '“\\mathbb{E}\\left[\\bar{Z}^{4}\\right]” has no exact value that is known, and could be simulated only if what is averaged were bounded: nothing proves that it is',
  }));

test('the same page says the same again', () => {
  const tex = '\\Pr(\\bar{U} - \\frac12 \\ge \\epsilon) \\le e^{-2 n \\epsilon^2}';
  expect(only(tex)).toEqual(only(tex));
});
