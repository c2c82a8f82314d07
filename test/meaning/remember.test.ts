/** What does not move under an expectation is worked out once a world, and never kept where it does. */
import { expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'p(x, y) : joint pmf',
  'X, Y : random variables with joint pmf p(x, y)',
  'n : sample size',
  'S : random variable',
  'S_1, \\dots, S_n : independent copies of S',
  '\\bar{S} := \\frac{1}{n} \\sum_{i=1}^n S_i',
  '\\lambda : positive',
  'T : random variable with law \\mathrm{Exp}(1)',
  'q(z) : pmf',
];

test.each([
  // each inner value moves with what stands around it
  '\\sum_{k=0}^3 \\mathrm{E}(k X) = 6 \\mathrm{E}(X)',
  '\\sum_x p(x) \\mathrm{E}(Y \\mid X = x) = \\mathrm{E}(Y)',
  '\\mathrm{E}(X \\, \\mathrm{E}(Y \\mid X)) = \\mathrm{E}(X Y)',
  '\\mathrm{E}(\\mathrm{E}(Y \\mid X + Y)) = \\mathrm{E}(Y)',
  '\\mathrm{E}(\\mathbb{E}_{q(z)}[z X]) = \\mathbb{E}_{q(z)}[z] \\mathrm{E}(X)',
  '\\mathrm{E}_{X}(X \\, \\mathrm{E}_{Y}(Y)) = \\mathrm{E}(X) \\mathrm{E}(Y)',
  '\\frac{d}{d \\lambda} \\mathrm{E}(e^{-\\lambda T}) = -\\frac{1}{(1 + \\lambda)^2}',
])('%s', (tex) => expect(relations(givens, tex)[0]).toMatchObject({ verdict: 'holds' }));

test('an expectation inside the probability of a sample is the same as outside', () => {
  const tex = '\\Pr(|\\bar{S} - \\mathrm{E}(\\bar{S})| \\ge \\lambda) \\le \\frac{\\mathrm{Var}(\\bar{S})}{\\lambda^2}';
  expect(relations(givens, tex)[0]).toMatchObject({ verdict: 'holds' });
});
