/** Integrals between bounds, over sets, over what the laws in them reach; differentials of expressions; formulas as densities. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'p, q : density',
  'f_X(x) := p(x)',
  'c : real',
  's, t, m : positive',
  'L : exponential law',
  'B : beta law',
  'G : pmf',
  'w : probability',
  'n := 1',
  '\\mathcal{Y} : alphabet of L',
  '\\mathcal{A} : alphabet of G',
  'f_Y(y) := \\frac{1}{m} p\\left(\\frac{y - c}{m}\\right)',
  'X : random variable with density p',
  'Y : random variable with density f_Y',
  'f_Z(z) := 2 p(z)',
  'Z : random variable with density f_Z',
  'P := \\mathrm{Exp}(s)',
];
const only = (tex: string) => relations(givens, tex)[0]!;

test.each([
  '\\int_{\\mathcal{X}} f_X(x) \\, dx = 1',
  '\\int_{\\mathcal{Z}} f_X(z - c) \\, \\mathrm{d}z = 1',
  '\\int_{\\mathcal{Y}} L(y) \\, dy = 1',
  '\\int_{\\mathbb{R}^n} p(x) \\log \\frac{p(x)}{q(x)} \\, dx = \\mathrm{KL}[p \\,||\\, q]',
  '\\int_{[0,1]} x^2 \\, dx = \\frac13',
  '\\int_{x \\in [0, 1]} x^2 \\, dx = \\frac13',
  '\\int_1^0 x \\, dx = -\\frac12',
  '\\int w^2 \\, dw = \\frac13',
  '\\int_{-\\infty}^{\\infty} e^{-(x-c)^2} \\, dx = \\sqrt{\\pi}',
  '\\int_s^\\infty t e^{-t x} \\, dx = e^{-s t}',
  '\\int_0^{1/3} 3 x \\, dx = \\frac16',
  // off the support of a factor there is nothing, though the other is log 0/0
  '\\int_{-\\infty}^{\\infty} L(x) \\log\\frac{L(x)}{P(x)} \\, dx = \\mathrm{KL}[L \\,||\\, P]',
  // over a set the change of the variable counts by its size, between bounds with its sign
  '\\int_{\\mathcal{X}} p(x) \\, \\mathrm{d}(-2 x) = 2',
  '\\int_{-\\infty}^\\infty p(x) \\, \\mathrm{d}(-2 x) = -2',
  '\\int_0^1 x \\, d\\left(s x + c\\right) = \\frac{s}{2}',
  '\\mathrm{h}(Y) = \\mathrm{h}(X) + \\log m',
  '\\mathrm{KL}[f_Y \\,||\\, p] \\ge 0',
  '\\ln \\left( \\frac{1}{\\sqrt{2 \\pi}} \\exp\\left[ -s \\cdot 2^{12} \\right] \\right) = -\\frac12 \\ln (2 \\pi) - 2^{12} s',
  '\\mathbb{E}_{\\mathcal{N}(0, 1)}[x^2] = 1',
  '\\mathrm{E}\\left[ x \\right]_{\\mathrm{Exp}(s)} = \\frac1s',
  'P: \\; X \\sim \\mathrm{Exp}(s)',
])('%s holds', (tex) => expect(only(tex)).toMatchObject({ verdict: 'holds', reason: null }));

test.each([
  '\\int_{\\mathcal{Y}} p(y) \\, dy = 1',
  '\\int_0^{1/3} x \\, dx = \\frac16',
  '\\int_{\\mathcal{X}} p(x) \\, \\mathrm{d}(-2 x) = -2',
  'P: \\; X \\sim \\mathrm{Exp}(t)',
  '\\mathrm{E}\\left[ x \\right]_{\\mathrm{Exp}(s)} = s',
])('%s is refuted', (tex) => expect(only(tex).verdict).toBe('refuted'));

test.each([
  ['\\int_{\\mathcal{Z}} p(x) \\, dx = 1', 'nothing given says what “\\mathcal{Z}” is'],
  ['\\int_{y \\in \\mathcal{X}} p(x) \\, dx = 1', 'below the \\int stands “y \\in \\mathcal{X}”, which does not say where x runs'],
  ['\\int_{\\mathcal{V}} v^2 \\, dv = 1', 'nothing given says what “\\mathcal{V}” is, and nothing in the integrand is a law of “v”'],
  ['\\int x^2 \\, dx = 1', 'nothing in the integrand is a law of “x”, so its range is unknown'],
  ['\\int_{\\mathcal{A}} x \\, dx = 1', '“x” runs over a finite alphabet, which has a sum, not an integral'],
  ['\\int_{\\mathbb{R}^2} p(x) \\, dx = 1', '“\\mathbb{R}^{2}” is of dimension 2: an integral over x runs over an interval'],
  ['\\int_0^1 p(x) \\, d(s t) = 1', '“ds t” does not say over which name the integral runs: nothing in it is free'],
  ['p(c) \\, \\mathrm{d}x = 1', 'a differential stands without its integral; write \\int … \\, \\mathrm{d}x, or \\frac{\\mathrm{d}y}{\\mathrm{d}x}'],
  ['\\int^1 x \\, dx = 1', 'this \\int has an upper bound only; write both, as in \\int_a^b'],
  ['\\mathrm{E}(Z) = 1', '“f_Z(z)” is no density of z: its integral is 2'],
  ['\\mathrm{E}\\left[ x y \\right]_{\\mathrm{Exp}(s)} = s', '“\\mathbb{E}_{\\mathrm{Exp}(s)}\\left[x y\\right]” does not say which name is averaged over: write x \\sim \\mathrm{Exp}(s)'],
  ['1 : X \\sim \\mathrm{Exp}(s)', 'before the colon should stand the name of a law; write P: X \\sim …'],
])('%s is refused: %s', (tex, reason) => expect(only(tex)).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore

describe('a differential of given names runs over the one that stands in copies of it alone', () => {
  const r = String.raw;
  const given = [r`\mu, z, t : real`, r`\sigma : positive`, 'f : density'];
  const squared = r`\left(\frac{(\sigma z + \mu) - \mu}{\sigma}\right)^2`;
  const normal = r`\int_{-\infty}^t \frac{1}{\sqrt{2 \pi} \sigma} e^{-\frac12 ${squared}} \, \mathrm{d}(\sigma z + \mu)`;
  test.each([
    [r`${normal} = \Phi(t)`, 'holds'],
    [r`${normal} = \Phi(t - \mu)`, 'refuted'],
    [r`\int_{-\infty}^\infty \sigma f(\sigma z) \, \mathrm{d}(\sigma z) = \sigma`, 'holds'],
    // \sigma might move as well as z
    [r`\int_{-\infty}^\infty f(\sigma z) \, \mathrm{d}(\sigma z) = 1`, 'unread'],
  ])('%s: %s', (tex, verdict) => expect(relations(given, tex)).toMatchObject([{ verdict }]));
});
