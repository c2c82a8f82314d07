/** Functions that a random variable names, typical values, dots, series and brackets with ends: true ones hold, false ones not. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  '\\lambda, a, b, t : positive',
  '\\mu, x : real',
  '\\sigma : positive',
  'p : probability',
  'n : integer from 1 to 5',
  'X : random variable with law \\mathrm{Exp}(\\lambda)',
  'Y : random variable with law \\mathcal{N}(\\mu, \\sigma^2)',
  'B : random variable with law \\mathrm{Bin}(n, p)',
  'G : random variable with law \\mathrm{Gam}(a, b)',
  'V : random variable with law \\mathrm{NB}(n, p)',
  'U : random variable with law \\mathcal{U}(0, 1)',
  'x_1, \\dots, x_n : reals',
];
const only = (tex: string) => relations(givens, tex)[0]!;

const pairs: readonly (readonly [right: string, wrong: string])[] = [
  ['F_X(t) = 1 - e^{-\\lambda t}', 'F_X(t) = e^{-\\lambda t}'],
  ['F_Y(x) = \\Phi\\left(\\frac{x - \\mu}{\\sigma}\\right)', 'F_Y(x) = \\Phi\\left(\\frac{x - \\mu}{\\sigma^2}\\right)'],
  ['Q_X(p) = -\\frac{\\ln(1-p)}{\\lambda}', 'Q_X(p) = -\\frac{\\ln(p)}{\\lambda}'],
  ['F_X(Q_X(p)) = p', 'F_X(Q_X(p)) = 1 - p'],
  ['M_X(-t) = \\frac{\\lambda}{\\lambda + t}', 'M_X(-t) = \\frac{\\lambda}{\\lambda - t}'],
  ["M_Y'(0) = \\mu", "M_Y''(0) = \\sigma^2"],
  ['M_B(x) = (1 - p + p e^x)^n', 'M_B(x) = (p + (1 - p) e^x)^n'],
  ['f_X(t) = \\lambda e^{-\\lambda t}', 'f_X(t) = e^{-\\lambda t}'],
  ['-\\ln U \\sim \\mathrm{Exp}(1)', '-\\ln U \\sim \\mathrm{Exp}(2)'],
  ['F_Y(Y) \\sim \\mathcal{U}(0, 1)', 'F_Y(Y) \\sim \\mathcal{U}(0, 2)'],
  ['\\mathrm{Pr}(Y^3 \\le 8) = F_Y(2)', '\\mathrm{Pr}(Y^3 \\le 8) = F_Y(8)'],
  ['\\mathrm{median}(X) = \\frac{\\ln 2}{\\lambda}', '\\mathrm{median}(X) = \\frac{1}{\\lambda}'],
  ['\\mathrm{mode}(G) = \\frac{a - 1}{b} \\text{ if } a > 1', '\\mathrm{mode}(G) = \\frac{a}{b} \\text{ if } a > 1'],
  ['\\mathrm{Skew}(X) = 2', '\\mathrm{Skew}(X) = 3'],
  ['\\mathrm{Kurt}(Y) = 3', '\\mathrm{Kurt}(Y) = 0'],
  ['\\mathrm{E}(V) = \\frac{n (1 - p)}{p}', '\\mathrm{E}(V) = \\frac{n}{p}'],
  ['F_G(t) = \\frac{\\gamma(a, b t)}{\\Gamma(a)}', 'F_G(t) = \\frac{\\Gamma(a, b t)}{\\Gamma(a)}'],
  ['\\Phi(\\Phi^{-1}(p)) = p', '\\Phi^{-1}(p) = \\Phi^{-1}(1 - p)'],
  ['\\psi(\\psi^{-1}(x)) = x', '\\psi^{-1}(x) = e^x'],
  ['\\sum_{k=0}^{\\infty} \\frac{\\lambda^k}{k!} = e^\\lambda', '\\sum_{k=1}^{\\infty} \\frac{\\lambda^k}{k!} = e^\\lambda'],
  ['\\sum_{k=0}^{\\infty} p^k = \\frac{1}{1-p}', '\\sum_{k=1}^{\\infty} p^k = \\frac{1}{1-p}'],
  ['\\sum_{i=1}^n x_i = x_1 + x_2 + \\dots + x_n', '\\sum_{i=1}^n x_i^2 = x_1 + \\dots + x_n'],
  ['n! = 1 \\cdot 2 \\cdots n', 'n! = 2 \\cdot 4 \\cdots n'],
  ['n! = n (n - 1) \\cdots 1', '2^n = n (n - 1) \\cdots 1'],
  ['1 + p + p^2 + \\dots + p^n = \\frac{1 - p^{n+1}}{1 - p}', '1 + p + p^2 + \\dots + p^n = \\frac{1 - p^n}{1 - p}'],
  ['\\int_0^t x \\, dx = \\left[ \\frac{x^2}{2} \\right]_0^t', '\\int_0^t x \\, dx = \\left[ x^2 \\right]_0^t'],
  ['\\int_0^\\infty e^{-\\lambda x} \\, dx = \\left[ -\\frac{1}{\\lambda} e^{-\\lambda x} \\right]_0^\\infty', '\\int_0^\\infty e^{-\\lambda x} \\, dx = \\left[ \\frac{1}{\\lambda} e^{-\\lambda x} \\right]_0^\\infty'],
  ['\\sqrt[3]{t^3} = t', '\\sqrt[3]{t^2} = t'],
  ['\\tanh x = \\frac{\\sinh x}{\\cosh x}', '\\tanh x = \\frac{\\cosh x}{\\sinh x}'],
]; // prettier-ignore

describe.each(pairs)('%s', (right, wrong) => {
  test('holds', () => expect(only(right)).toMatchObject({ verdict: 'holds', reason: null }));
  test(`${wrong} does not`, () => expect(['refuted', 'unread', 'undecided']).toContain(only(wrong).verdict));
});

test('most of the false ones are refuted', () => {
  const verdicts = pairs.map(([, wrong]) => only(wrong).verdict);
  expect(verdicts.filter((v) => v === 'refuted').length).toBeGreaterThanOrEqual(pairs.length - 3);
});

test.each([
  ['x_1 + x_3 + \\dots + x_n = 0', 'nothing gives “\\dots” a value'],
  ['\\left[ x \\right]_0^1 = \\lambda + t', '“\\left[x\\right]_{0}^{1}” does not say which name runs from one end to the other: no integral of the same ends stands beside it'],
  ['\\mathrm{mode}(U) = 0', '“\\mathrm{mode}(U)” has no single value there: uniform: nothing says that its density has one peak'],
  ['F_X(x, t) = 0', '“F_X(x, t)” is a function of one argument'],
])('%s is unread', (tex, reason) => expect(only(tex)).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore

test('what is no law has no divergence', () => {
  const [bad] = relations(['p, q : density'], 'D_{KL}(p \\| p + q) \\ge 0');
  expect(bad).toMatchObject({ verdict: 'unread', reason: '“p + q” is no law: its mass is not 1' });
});
