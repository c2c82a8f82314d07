/** Means of indicators: of finite laws exact, of densities split where they jump. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const only = (givens: readonly string[], tex: string) => relations(givens, tex)[0]!;

const finite = ['Y : random variable', 'a : real', 'P : pmf', 'x : outcome of P', 'f : function on the alphabet'];
const dense = ['\\sigma, c : positive', '\\mu : real', 'p := \\mathcal{N}(\\mu, \\sigma^2)', 'N : random variable with law \\mathcal{N}(\\mu, \\sigma^2)']; // prettier-ignore

describe('the mean of an indicator is a probability', () => {
  test.each([
    '\\mathbb{E}[\\mathbf{1}[Y \\ge a]] = \\mathbb{P}(Y \\ge a)',
    '\\mathbb{E}[\\mathbb{1}\\{Y = 1\\}] = \\mathbb{P}(Y = 1)',
    '\\operatorname{Var}(\\mathbf{1}[Y \\ge a]) = \\mathbb{P}(Y \\ge a) \\mathbb{P}(Y < a)',
    '\\mathbb{E}_{x \\sim P}[\\mathbf{1}[f(x) > 0]] = \\sum_x P(x) \\mathbf{1}[f(x) > 0]',
  ])('%s', (tex) => expect(only(finite, tex)).toMatchObject({ verdict: 'holds', evidence: 'exact' }));

  test.each([
    '\\mathbb{E}[\\mathbf{1}[N \\ge \\mu]] = \\frac12',
    '\\mathbb{E}[\\mathbf{1}[|N - \\mu| \\ge c]] = \\mathbb{P}(|N - \\mu| \\ge c)',
    '\\mathbb{E}_{x \\sim p}[\\mathbf{1}[x \\ge c]] = \\mathbb{P}(N \\ge c)',
    '\\mathbb{E}_{x \\sim p}[|x - c| + \\begin{cases} 1 & x < c \\\\ 0 & x \\ge c \\end{cases}] = \\mathbb{E}[|N - c|] + \\mathbb{P}(N < c)', // prettier-ignore
  ])('%s', (tex) => expect(only(dense, tex)).toMatchObject({ verdict: 'holds', evidence: 'quadrature' }));

  test.each([
    [finite, '\\mathbb{E}[\\mathbf{1}[Y \\ge a]] = \\mathbb{P}(Y > a)'],
    [dense, '\\mathbb{E}[\\mathbf{1}[N \\ge c]] = \\frac12'],
  ])('but not of another event: %j %s', (givens, tex) => expect(only(givens, tex)).toMatchObject({ verdict: 'refuted' })); // prettier-ignore
});
