/** Vectors and matrices of a named size, and laws of vectors: true relations hold, false ones are refuted. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'n : integer from 1 to 3',
  'x, \\mu, a : vector in R^n',
  '\\Sigma : symmetric positive definite matrix n x n',
  'A : invertible matrix n x n',
  'I_n : identity matrix n x n',
  'X : random vector with law \\mathcal{N}(\\mu, \\Sigma)',
  '\\alpha, \\beta : positive vector in R^3',
  'D : random vector with law \\mathrm{Dir}(\\alpha)',
  'd : outcome of \\mathrm{Dir}(\\alpha)',
  'i : integer from 1 to 3',
];
const only = (tex: string) => relations(givens, tex)[0]!;

const pairs: readonly (readonly [right: string, wrong: string])[] = [
  ['\\mathcal{N}(x; \\mu, \\Sigma) = \\frac{1}{\\sqrt{(2 \\pi)^n |\\Sigma|}} \\exp\\left[ -\\frac{1}{2} (x-\\mu)^\\mathrm{T} \\Sigma^{-1} (x-\\mu) \\right]', '\\mathcal{N}(x; \\mu, \\Sigma) = \\frac{1}{\\sqrt{2 \\pi |\\Sigma|}} \\exp\\left[ -\\frac{1}{2} (x-\\mu)^\\mathrm{T} \\Sigma^{-1} (x-\\mu) \\right]'],
  ['\\mathrm{E}(X) = \\mu', '\\mathrm{E}(X) = 2 \\mu'],
  ['\\mathrm{Cov}(X) = \\Sigma', '\\mathrm{Cov}(X) = \\Sigma^{-1}'],
  ['\\mathrm{Cov}(A X) = A \\Sigma A^\\mathrm{T}', '\\mathrm{Cov}(A X) = A^\\mathrm{T} \\Sigma A'],
  ['\\mathrm{Var}(a^\\mathrm{T} X) = a^\\mathrm{T} \\Sigma a', '\\mathrm{Var}(a^\\mathrm{T} X) = a^\\mathrm{T} a'],
  ['\\mathrm{E}\\left[ X^\\mathrm{T} A X \\right] = \\mu^\\mathrm{T} A \\mu + \\mathrm{tr}(A \\Sigma)', '\\mathrm{E}\\left[ X^\\mathrm{T} A X \\right] = \\mu^\\mathrm{T} A \\mu'],
  ['A X \\sim \\mathcal{N}(A \\mu, A \\Sigma A^\\mathrm{T})', 'A X \\sim \\mathcal{N}(A \\mu, A^\\mathrm{T} \\Sigma A)'],
  ['\\mathrm{h}(X) = \\frac{n}{2} \\ln(2\\pi e) + \\frac{1}{2} \\ln|\\Sigma|', '\\mathrm{h}(X) = \\frac{1}{2} \\ln(2\\pi e) + \\frac{1}{2} \\ln|\\Sigma|'],
  ['\\mathrm{KL}[\\mathcal{N}(\\mu, \\Sigma)\\,||\\,\\mathcal{N}(a, I_n)] = \\frac{1}{2} \\left[ (a-\\mu)^\\mathrm{T} (a-\\mu) + \\mathrm{tr}(\\Sigma) - \\ln |\\Sigma| - n \\right]', '\\mathrm{KL}[\\mathcal{N}(\\mu, \\Sigma)\\,||\\,\\mathcal{N}(a, I_n)] = \\frac{1}{2} \\left[ (a-\\mu)^\\mathrm{T} (a-\\mu) + \\mathrm{tr}(\\Sigma) + \\ln |\\Sigma| - n \\right]'],
  ['\\mathrm{tr}(I_n) = n', '\\mathrm{tr}(I_n) = 1'],
  ['\\|x\\|_1 \\le \\sqrt{n} \\|x\\|_2', '\\|x\\|_1 \\le \\|x\\|_2'],
  ['\\mathrm{Dir}(d; \\alpha) = \\frac{\\Gamma\\left( \\sum_{i=1}^3 \\alpha_i \\right)}{\\prod_{i=1}^3 \\Gamma(\\alpha_i)} \\prod_{i=1}^3 d_i^{\\alpha_i-1}', '\\mathrm{Dir}(d; \\alpha) = \\prod_{i=1}^3 d_i^{\\alpha_i-1}'],
  ['\\mathrm{E}(D_i) = \\frac{\\alpha_i}{\\sum_{j=1}^3 \\alpha_j}', '\\mathrm{E}(D_i) = \\alpha_i'],
  ['\\mathrm{Var}(D_i) = \\frac{\\alpha_i (\\sum_{j=1}^3 \\alpha_j - \\alpha_i)}{(\\sum_{j=1}^3 \\alpha_j)^2 (\\sum_{j=1}^3 \\alpha_j + 1)}', '\\mathrm{Var}(D_i) = \\frac{\\alpha_i (\\sum_{j=1}^3 \\alpha_j - \\alpha_i)}{(\\sum_{j=1}^3 \\alpha_j)^2}'],
  ['\\mathrm{KL}[\\mathrm{Dir}(\\alpha)\\,||\\,\\mathrm{Dir}(\\beta)] \\ge 0', '\\mathrm{KL}[\\mathrm{Dir}(\\alpha)\\,||\\,\\mathrm{Dir}(\\beta)] \\ge 1'],
]; // prettier-ignore

describe.each(pairs)('%s', (right, wrong) => {
  test('holds', () => expect(only(right)).toMatchObject({ verdict: 'holds', reason: null }));
  test(`${wrong} is refuted`, () => expect(only(wrong).verdict).toBe('refuted'));
});

test.each([
  ['\\mathrm{E}\\left[ e^{(a^\\mathrm{T} X)^3} \\right] \\ge 0', 'is no polynomial in “X” of degree 5 at most: others have no exact average'],
  ['\\mathrm{E}\\left[ D_1^3 \\right] \\ge 0', 'is of degree 3 under a Dirichlet law: 2 at most is read'],
])('%s is refused', (tex, reason) => {
  const found = only(tex);
  expect(found.verdict).toBe('unread');
  expect(found.reason).toContain(reason);
}); // prettier-ignore
