/** Cases, indicators, sets of numbers, dots for arguments, boxes and colours: what they are worth, and what is refused. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'p(x, z) : joint pmf',
  'x : outcome of p(x)',
  'q(z) : pmf',
  'P : pmf',
  'a, b : real',
  'c : positive',
  't : probability',
  'X : random variable',
  'm(y \\mid \\theta) : family',
  'k : integer from 0 to 3',
];
const only = (tex: string) => {
  const found = relations(givens, tex);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('hold', () => {
  test.each([
    '\\mathbb{E}[\\mathbb{1}_{X \\ge a}] = \\Pr(X \\ge a)',
    '\\sum_x p(x) \\mathbb{1}[x > 0] + \\sum_x p(x) \\mathbb{1}[x = 0] = 1',
    '\\mathbf{1}\\{a > b\\} + \\mathbf{1}\\{a \\le b\\} = 1',
    '\\mathbb{I}(a > 0) = \\mathbb{1}_{a > 0}',
    '\\mathbb{1}_{\\{a > 0, b > 0\\}} = \\mathbb{1}[a > 0] \\mathbb{1}[b > 0]',
    '\\mathbb{1}_{[0, 1]}(a) = \\mathbb{1}[0 \\le a \\le 1]',
    '\\mathbb{1}[\\frac{a}{3} > 0] = \\mathbb{1}[a > 0]',
    '|a| = \\begin{cases} a & \\text{if } a \\ge 0 \\\\ -a & \\text{otherwise} \\end{cases}',
    '|a| = \\begin{cases} a, & a \\ge 0, \\\\ -a, & a \\le 0. \\end{cases}',
    '|a| = \\left\\{ \\begin{array}{rl} a \\; , & \\text{if} \\; a \\ge 0 \\\\ -a \\; , & \\text{if} \\; a < 0 \\end{array} \\right.',
    'D_{KL}(q(\\cdot) \\| p(\\cdot \\mid x)) = \\sum_z q(z) \\log \\frac{q(z)}{p(z \\mid x)}',
    'H(m(\\cdot \\mid \\theta)) = -\\sum_y m(y \\mid \\theta) \\log m(y \\mid \\theta)',
    'H(P(\\cdot)) = H(P)',
    'H(\\mathcal{N}(\\cdot; a, c)) = \\frac12 \\log (2 \\pi e c)',
    't \\in [0, 1]',
    'a \\in (-\\infty, \\infty)',
    'c \\in \\mathbb{R}_{>0}',
    'c \\in \\mathbb{R}^+',
    'k \\in \\mathbb{N}_0',
    'k + 1 \\in \\mathbb{N}',
    'k - 7 \\in \\mathbb{Z}',
    'k + \\frac12 \\notin \\mathbb{Z}',
    't \\not\\in (1, 2]',
    '\\underbrace{a^2}_{\\text{square}} + \\overbrace{b}^{\\text{b}} = a^2 + b',
    '\\boxed{a + b = b + a}',
    'a \\color{blue} + \\textcolor{red}{b} = b + a',
  ])('%s', (tex) => expect(only(tex)).toMatchObject({ verdict: 'holds', evidence: 'exact' }));
});

describe('refuted', () => {
  test.each([
    '\\mathbb{E}[\\mathbb{1}_{X > a}] = \\Pr(X \\ge a)',
    '|a| = \\begin{cases} a & a \\ge 0 \\\\ a & \\text{otherwise} \\end{cases}',
    'D_{KL}(p(\\cdot \\mid x) \\| q(\\cdot)) = D_{KL}(q(\\cdot) \\| p(\\cdot \\mid x))',
    't \\in (0, \\frac12)',
    'a \\in \\mathbb{R}_{>0}',
    'a \\in \\mathbb{Z}',
    'a \\notin [b, b + c]',
    'k \\in \\mathbb{N}_{>0}',
  ])('%s', (tex) => expect(only(tex)).toMatchObject({ verdict: 'refuted' }));
});

test('whether 0 is in N nobody can tell, so such worlds do not count', () => {
  expect(only('k \\in \\mathbb{N}').worlds).toBeLessThan(300);
});

test.each([
  ['|a| = \\begin{cases} a & a \\ge 0 \\\\ -a & a \\le 1 \\end{cases}', /^two cases apply at once: “a \\ge 0” and “a \\le 1”$/],
  ['a = \\begin{cases} a & a > 0 \\end{cases}', /^no case applies where a = 0$/],
])('refuted, since a side without a value is not the other: %s', (tex, reason) => {
  const [found] = relations(givens, tex);
  expect(found).toMatchObject({ verdict: 'refuted', values: { right: 'NaN' } });
  expect(found!.reason).toMatch(reason);
}); // prettier-ignore

test.each([
  ['\\mathbb{1}[a] = 1', '“\\mathbb{1}(a)” should hold a statement, “a” is none'],
  ['a = \\begin{cases} a \\\\ b \\end{cases}', 'expected & between the value of a case and its condition, found \\\\; write a & x > 0 \\\\'],
  ['a = \\begin{cases} a & \\text{otherwise} \\\\ b & a > 0 \\end{cases}', 'otherwise should be the last case'],
  ['a = \\begin{cases} a & b \\end{cases}', 'a case should say when it applies; write a relation, or \\text{otherwise}'],
  ['a = \\begin{cases} \\end{cases}', 'there are no cases; write a & x > 0'],
  ['H(p(\\cdot)) = 0', 'the dot in “p(\\cdot)” may stand for x or z'],
  ['H(a(\\cdot)) = 0', 'a · in brackets stands for the argument of a law, and none is called here; say in the givens what is called'],
  ['a \\cdot \\cdot b = a', 'expected an operand, found \\cdot'],
  ['t \\in [1, 0]', '“[1, 0]” is empty: its ends are 1 and 0'],
  ['a \\textcolor{red}{- b} = a - b', 'braces are not drawn, so what they hold runs on; write \\left( … \\right)'],
  ['a + \\cancel{b} - b = a', '\\cancel strikes out a term; write the next line without it, with the reason after &&'],
  ['\\phantom{a} = a', '\\phantom hides what it holds; remove it, or show it'],
])('refused: %s', (tex, reason) => expect(only(tex)).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore
