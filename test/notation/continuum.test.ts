/** Maxima and maximisers over a continuum: what holds, what is refuted, what is not decided, and what is refused. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'a, b : positive',
  'x, t, \\mu : real',
  '\\sigma : positive',
  'p : probability',
  'k : integer from 1 to 4',
  'n : sample size',
  'x_1, \\dots, x_n : reals',
  '\\bar x := \\frac1n \\sum_{i=1}^n x_i',
  'L(\\mu) := \\prod_{i=1}^n \\mathcal{N}(x_i; \\mu, \\sigma^2)',
  'g : density',
];
const verdict = (tex: string): string | undefined => relations(givens, tex)[0]?.verdict;

test.each([
  ['\\max_{x \\in [0, 1]} x (1 - x) = \\frac14', '\\max_{x \\in [0, 1]} x (1 - x) = \\frac12'],
  ['\\arg\\max_{x \\in [0, 1]} x (1 - x) = \\frac12', '\\arg\\max_{x \\in [0, 1]} x (1 - x) = \\frac14'],
  ['\\max_{0 \\le x \\le a} x^2 = a^2', '\\max_{0 \\le x \\le a} x^2 = a'],
  ['\\sup_{0 < x < 1} x^2 = 1', '\\inf_{0 < x < 1} x^2 = 1'],
  ['\\inf_x (x - a)^2 = 0', '\\inf_x (x - a)^2 = a'],
  ['\\sup_x \\left(a x - \\frac{b x^2}{2}\\right) = \\frac{a^2}{2 b}', '\\sup_x \\left(a x - \\frac{b x^2}{2}\\right) = \\frac{a^2}{b}'],
  ['\\sup_x x^2 = \\infty', '\\sup_x x^2 = 1'],
  ['\\min_{t > 0} \\left(a t + \\frac{b}{t}\\right) = 2 \\sqrt{a b}', '\\min_{t > 0} \\left(a t + \\frac{b}{t}\\right) = \\sqrt{a b}'],
  ['\\arg\\min_{t > 0} \\left(a t + \\frac{b}{t}\\right) = \\sqrt{\\frac{b}{a}}', '\\arg\\min_{t > 0} \\left(a t + \\frac{b}{t}\\right) = \\sqrt{\\frac{a}{b}}'],
  ['\\inf_{t > 0} e^{-t a} e^{t^2 b/2} = e^{-\\frac{a^2}{2 b}}', '\\inf_{t > 0} e^{-t a} e^{t^2 b/2} = e^{-\\frac{a^2}{b}}'],
  ['\\arg\\min_t |t - a| = a', '\\arg\\min_t |t + a| = a'],
  ['\\arg\\max_x \\mathcal{N}(x; \\mu, \\sigma^2) = \\mu', '\\arg\\max_x \\mathcal{N}(x; \\mu, \\sigma^2) = -\\mu'],
  ['\\max_x \\mathcal{N}(x; \\mu, \\sigma^2) = \\frac{1}{\\sqrt{2 \\pi} \\sigma}', '\\max_x \\mathcal{N}(x; \\mu, \\sigma^2) = \\frac{1}{\\sqrt{2 \\pi} \\sigma^2}'],
  ['\\max_x g(x) \\ge g(a)', '\\max_x g(x) < g(a)'],
  ['\\arg\\max_\\mu \\sum_{i=1}^n \\log \\mathcal{N}(x_i; \\mu, \\sigma^2) = \\bar x', '\\arg\\max_\\mu \\sum_{i=1}^n \\log \\mathcal{N}(x_i; \\mu, \\sigma^2) = x_1'],
  ['\\arg\\max_\\mu L(\\mu) = \\bar x', '\\arg\\max_\\mu L(\\mu) = n \\bar x'],
  ['\\arg\\max_{\\sigma^2} L(\\bar x) \\le \\sigma^2 + \\frac1n \\sum_{i=1}^n (x_i - \\bar x)^2', '\\arg\\max_{\\sigma^2} L(\\bar x) > \\sigma^2 + \\frac1n \\sum_{i=1}^n (x_i - \\bar x)^2'],
  ['\\arg\\max_p p^k (1 - p)^{5 - k} = \\frac{k}{5}', '\\arg\\max_p p^k (1 - p)^{5 - k} = \\frac{k}{6}'],
  ['\\max_{1 \\le i \\le n} x_i = \\max_i x_i', '\\max_{1 \\le i \\le n} x_i = \\min_{i=1}^n x_i'],
])('%s', (right, wrong) => {
  expect([right, verdict(right)]).toEqual([right, 'holds']);
  expect([wrong, verdict(wrong)]).toEqual([wrong, 'refuted']);
}); // prettier-ignore

test.each([
  ['an open end is no maximiser', '\\arg\\max_{0 < x < 1} x^2 = 1'],
  ['nor has a maximum there', '\\max_{0 < x < 1} x^2 = 1'],
  ['two ends tie', '\\arg\\min_{x \\in [0, 1]} x (1 - x) = 0'],
  ['two tie', '\\arg\\min_{x \\in [-2, 2]} (x^2 - 1)^2 = 1'],
  ['everything ties', '\\arg\\max_x 0 x = a'],
  ['it rises to a level that it never has', '\\sup_{x > 0} -e^{-x} = 0'],
])('not decided: %s', (_, tex) => expect(['vacuous', 'undecided']).toContain(verdict(tex)));

test('the evidence is a search', () =>
  expect(relations(givens, '\\inf_x x^2 = 0')).toMatchObject([{ verdict: 'holds', evidence: 'search' }]));

describe('refused', () => {
  test.each([
    ['\\max_{x, t} (x - t) = 0', 'a maximum over several names, “x, t”, is not read: write one below another \\max'],
    ['\\max_y y = 0', '“y” has no range: say in the givens that it is real, or what it is an outcome of, or write its set, as in \\max_{x \\in [0, 1]}'],
    ['\\max_{x^3} x = 0', '“x^{3}” cannot run over anything: it is no name'],
    ['\\max_{x \\in \\mathbb{Z}} x = 0', '“x” runs over “\\mathbb{Z}”, which is a set of numbers and no interval'],
  ])('%s', (tex, reason) => expect(relations(givens, tex)).toMatchObject([{ verdict: 'unread', reason }])); // prettier-ignore
});
