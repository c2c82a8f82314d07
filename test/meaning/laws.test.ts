/** Laws by formula, the normal-gamma law, laws by their probabilities, all outcomes in order: as they stand on a page. */
import { expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'm : real',
  'v, a, b, c, d, s : positive',
  'k : integer from 1 to 6',
  'x : positive',
  'p : pmf on 1 to n',
  'X : random variable with pmf p',
  'q(y, u) : joint pmf',
  'y : outcome of q(y)',
  'u_1, \\dots, u_K : the outcomes of q(u)',
  'i : integer from 1 to 4',
  'P := \\mathrm{NG}(m, v, a, b)',
  'Q := \\mathrm{NG}(m, v, c, d)',
];
const only = (tex: string) => relations(givens, tex)[0]!;

test.each([
  ['\\chi^2(x \\mid k) = \\mathrm{Gam}(x; \\frac{k}{2}, \\frac12)', 'exact'],
  ['\\mathbb{E}_{z \\sim \\chi^2(k)}[z] = k', 'quadrature'],
  ['\\int_0^\\infty \\mathrm{InvGam}(z; a, b) \\, dz = 1', 'quadrature'],
  ['\\mathrm{InvGam}(x; a, b) = \\frac{1}{x^2} \\mathrm{Gam}(\\frac1x; a, b)', 'exact'],
  ['\\int_0^\\infty \\mathrm{Wald}(z; a, b) \\, dz = 1', 'quadrature'],
  ['\\mathbb{E}_{z \\sim \\mathrm{Wald}(a, b)}[z] = \\frac{b}{a}', 'quadrature'],
  ['\\mathrm{t}(x; m, s^2, k) = \\frac1s \\mathrm{t}(\\frac{x - m}{s}; k)', 'exact'],
  ['\\mathrm{KL}[P \\,||\\, Q] = \\mathrm{KL}[\\mathrm{Gam}(a, b) \\,||\\, \\mathrm{Gam}(c, d)]', 'quadrature'],
  ['P: \\; Z, Y \\sim \\mathrm{NG}(m, v, a, b)', 'declared'],
  ['\\sum_{j=1}^n p_j = 1', 'exact'],
  ['X \\sim \\mathrm{Cat}(p)', 'declared'],
  ['\\mathrm{H}(X) = -\\sum_{j=1}^n p_j \\log p_j', 'exact'],
  ['\\sum_{j=1}^K q(u_j \\mid y) = 1', 'exact'],
  ['q(u_i \\mid y) = \\frac{q(y \\mid u_i) q(u_i)}{\\sum_{j=1}^K q(y \\mid u_j) q(u_j)}', 'exact'],
])('%s holds', (tex, evidence) => expect(only(tex)).toMatchObject({ verdict: 'holds', evidence }));

test.each([
  'P: \\; Z, Y \\sim \\mathrm{NG}(m, v, b, a)',
  '\\mathrm{KL}[P \\,||\\, Q] = 0',
  '\\chi^2(x \\mid k) = \\mathrm{Gam}(x; \\frac{k}{2}, 2)',
  '\\mathrm{InvGam}(x; a, b) = \\mathrm{Gam}(\\frac1x; a, b)',
  'X \\sim \\mathrm{Cat}(\\frac12, \\frac12)',
])('%s is refuted', (tex) => expect(only(tex).verdict).toBe('refuted'));

test.each([
  ['\\mathrm{NG}(x; m, v, a, b) = 1', 'the density of the normal-gamma law is not read: write it as a product of densities'],
  ['\\mathrm{t}(x; m, v) = 1', 'the t law has 1 parameter (degrees of freedom), “\\text{t}(x; m, v)” has 2'],
])('%s is refused', (tex, reason) => expect(only(tex)).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore
