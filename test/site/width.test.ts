/** How wide formulas are drawn is only estimated; here against what Chromium measured with KaTeX 0.16.47. */
import { expect, test } from 'vitest';
import { rowsOf } from '../../src/plugins/rows.ts';
import { widthOf } from '../../src/plugins/width.ts';
import { wordsFor } from '../../src/plugins/words.ts';

test.each([
  [6.1, '\\iff P \\ll Q'],
  [8.4, '\\overset{\\href{#min-kl}{\\text{(5.38)}}}{=} \\theta_{\\mathrm{KL}}, \\quad n \\to \\infty'],
  [10.7, '\\overset{\\href{#div-gap}{\\text{(3.8)}}}{=} \\int p(x) \\, g\\left(\\frac{q(x)}{p(x)}\\right) dx'],
  [9.4, '= \\frac{t^{a + k - 1} (1 - t)^{b + m - 1}}{\\mathrm{B}(a, b)}'],
  [9.8, ':= \\sum_{i=1}^n \\log \\mathrm{Poiss}(c_i \\mid \\lambda)'],
  [7.5, '\\mathbb{E}_{z \\sim p(z \\mid x)}[\\log w(z)]'],
  [14.1, '\\left.\\frac{\\partial^2}{\\partial s^2} D_{\\mathrm{KL}}(\\mathrm{Poiss}(r) \\parallel \\mathrm{Poiss}(s)) \\right|_{s = r}'],
])('%d em: %s', (measured, tex) => expect(Math.abs(widthOf(tex) / measured - 1)).toBeLessThan(0.25)); // prettier-ignore

test('what is cut off in the middle has a width too', () => {
  for (const tex of ['', '{', '\\frac', '\\frac{a', 'x^', '\\left', '\\href', '\\sum_'])
    expect(widthOf(tex)).toBeGreaterThanOrEqual(0);
});

test('a reason stands below its row where there is no room beside it', () => {
  const none = { find: () => undefined };
  const rows = (tex: string) => rowsOf(`\\begin{aligned} ${tex} \\end{aligned}`, [], none as never, wordsFor('content/en/p.mdx')); // prettier-ignore
  const classes = (tex: string) => (rows(tex)!.data!.hProperties as { className: string[] }).className;
  const long = Array.from({ length: 16 }, () => 'a').join(' + ');
  expect(classes('a &= b && \\text{why}')).not.toContain('below');
  expect(classes(`a &= ${long} && \\text{because of what stands above}`)).toContain('below');
  // without a reason there is nothing to set below
  expect(classes(`a &= ${long} \\\\ &= b`)).not.toContain('below');
  // on a phone a left side goes above a right one that would not fit beside it
  expect(classes('a &= b && \\text{why}')).not.toContain('stacked');
  expect(classes(`a &= ${long} \\\\ &= b`)).toContain('stacked');
  expect(classes(`& a \\\\ &= ${long}`)).not.toContain('stacked');
});
