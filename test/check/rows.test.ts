/** No row of a formula vanishes, and no definition is taken for another. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { relations, sources } from './page.ts';

const verdicts = (givens: string[], tex: string) =>
  relations(givens, tex).map((r) => [r.relation, r.verdict, r.reason]);

test('a broken row under \\overset is unread, and so is what goes on from it', () => {
  const tex = '\\begin{split} a &= a \\\\ &\\overset{\\eqref{x}}{=} a + \\\\ &= a \\end{split}';
  expect(verdicts(['a : real'], tex)).toEqual([
    ['=', 'holds', null],
    ['=', 'unread', 'expected an operand, found the end'],
    ['=', 'unread', 'expected an operand, found the end'],
  ]);
});

test('what is written as it was defined means that', () => {
  const givens = ['x, y : real', 'p(x) := x', 'p(y) := 2 y'];
  expect(verdicts(givens, 'p(x) = x')).toEqual([['=', 'holds', null]]);
  expect(verdicts(givens, 'p(y) = 2 y')).toEqual([['=', 'holds', null]]);
  expect(verdicts(['a, c : positive', 'q(m_1 \\mid y) := a', 'q(m_2 \\mid y) := c'], 'q(m_1 \\mid y) = a')).toEqual([
    ['=', 'holds', null],
  ]);
});

test('a row names the theorems of mathlib that prove it, and is checked as if it did not', () => {
  const tex = String.raw`\begin{aligned} a &\le a \lean{le_refl} \\ &= a \label{x} \lean{Eq.refl} \lean{eq_self_iff_true} \\ &= a \end{aligned}`;
  const found = relations(['a : real'], tex);
  expect(found.map((r) => [r.verdict, r.worlds > 0, r.lean])).toEqual([
    ['holds', true, ['le_refl']],
    ['holds', true, ['Eq.refl', 'eq_self_iff_true']],
    ['holds', true, undefined],
  ]);
  expect(relations(['a : real'], 'a = 2 a \\lean{two_mul}')).toMatchObject([{ verdict: 'refuted', lean: ['two_mul'] }]);
});

test('of two functions told apart by their arguments a third argument is neither', () => {
  const [found] = relations(['x, y, z : real', 'p(x) := x', 'p(y) := 2 y'], 'p(z) = z');
  expect([found!.verdict, found!.reason]).toEqual(['unread', 'nothing given says what “p” is']);
});

test('a later definition of the same function replaces the earlier one', () => {
  expect(verdicts(['x : real', 'f(x) := x', 'f(x) := 3 x'], 'f(2) = 6')).toEqual([['=', 'holds', null]]);
});

describe('a function of a law', () => {
  const givens = [
    'p(x, z) : joint pmf',
    'x : outcome of p(x)',
    'q(z), r : positive pmf',
    'F(q) := \\sum_z q(z) \\log q(z)',
  ];
  test.each([
    ['F(p(\\cdot \\mid x)) = \\sum_z p(z \\mid x) \\log p(z \\mid x)', 'holds'],
    ['F(p(z \\mid x)) = -H(p(\\cdot \\mid x))', 'holds'],
    ['F(p(\\cdot \\mid x)) = F(p(z))', 'refuted'],
    ['F(r) = -H(r)', 'holds'],
    ['F(\\mathrm{Bern}(\\frac14)) = \\frac14 \\log \\frac14 + \\frac34 \\log \\frac34', 'holds'],
  ])('%s: %s', (tex, verdict) => expect(verdicts(givens, tex)[0]![1]).toBe(verdict));

  test('is taken at a named law', () => {
    const named = ['a : positive', 'q : density', 'G(q) := \\int_0^\\infty q(x) x \\, dx'];
    expect(verdicts(named, 'G(\\mathrm{Exp}(a)) = \\frac1a')).toEqual([['=', 'holds', null]]);
  });
});

describe('a law by a formula', () => {
  const givens = [
    'P, Q : positive pmf',
    'f : function on the alphabet',
    'Z := \\sum_z P(z) e^{f(z)}',
    'P^*(z) := \\frac{P(z) e^{f(z)}}{Z}',
    'M(z) := \\frac12 P(z) + \\frac12 Q(z)',
    'T(z) := 2 P(z)',
  ];
  const divergence = '\\sum_x Q(x) \\log \\frac{Q(x)}{P^*(x)}';
  test.each([
    ['D_{KL}(Q \\| P^*)', divergence, 'holds'],
    ['D_{KL}(Q(x) \\| P^*(x))', divergence, 'holds'],
    ['D_{KL}(Q \\| P)', divergence, 'refuted'],
    ['D_{KL}(P \\| M) + D_{KL}(Q \\| M)', '2 \\mathrm{JSD}(P \\| Q)', 'holds'],
    ['H(Q, P^*)', '-\\sum_x Q(x) \\log P^*(x)', 'holds'],
  ])('%s', (left, right, verdict) => expect(verdicts(givens, `${left} = ${right}`)[0]![1]).toBe(verdict));

  test('beside a law of which several outcomes are given', () =>
    expect(verdicts([...givens, 'x, y : outcome of Q'], `D_{KL}(Q \\| P^*) = ${divergence}`)[0]![1]).toBe('holds'));
  test('beside a law of other variables is refused', () =>
    expect(verdicts([...givens, 'p(x, y) : joint pmf'], 'D_{KL}(p(x, y) \\| P^*) = 0')[0]!.slice(1)).toEqual([
      'unread',
      '“P^*(z)” is no law of the variables of the law beside it',
    ]));
  test('that adds up to something else is refused', () =>
    expect(verdicts(givens, 'D_{KL}(P \\| T) = 0')[0]!.slice(1)).toEqual([
      'unread',
      '“T(z)” is no law of z: it adds up to 2',
    ]));
});

test('an integral over a rate goes as far as doubles do', () => {
  const tex =
    '\\int_0^\\infty \\mathrm{Exp}(\\lambda \\mid a) \\, \\mathrm{Poiss}(2 \\mid \\lambda) \\, d\\lambda = \\frac{a}{(a + 1)^3}';
  expect(verdicts(['a : positive'], tex)).toEqual([['=', 'holds', null]]);
});

test('a given further down ends what the page defined under that name', () => {
  const checker = createChecker({ page: 'p.md', worlds: 300, seed: 1 });
  const [first, second] = sources(['x : real'], ['f(x) := 2 x', 'f(x) = 2 x']);
  const further = (text: string) => [...first!.givens, { text, place: { path: 'p.md', line: 20, column: 1 } }];
  const verdict = (tex: string, text?: string) =>
    checker.check({ ...second!, tex, ...(text ? { givens: further(text) } : {}) }).relations.map((r) => r.verdict);
  expect(checker.check(first!).relations[0]!.verdict).toBe('defines');
  expect(verdict('f(x) = 2 x')).toEqual(['holds']);
  expect(verdict('f(x) = 2 x', 'f : smooth function')).toEqual(['refuted']);
  expect(verdict('f(x) - f(x) = 0', 'f : smooth function')).toEqual(['holds']);
  expect(verdict('f(x) = f x', 'f : real')).toEqual(['holds']);
});

describe('the largest of a sample', () => {
  const givens = ['w : positive', 'n : sample size', 'z_1, \\dots, z_n : sample from \\mathcal{U}(0, w)', 'i : integer from 1 to 4']; // prettier-ignore
  test.each([
    ['\\max(z_1, \\dots, z_n) \\le w', 'holds'],
    ['\\min(z_1, \\dots, z_n) \\le z_1', 'holds'],
    ['\\max(z_1, \\dots, z_n) = z_1', 'refuted'],
    ['\\sum_{i=1}^n z_i \\le n \\max(z_1, \\dots, z_n)', 'holds'],
    ['\\max(z_2, \\dots, z_n) \\le w', 'unread'],
    ['\\max(y_1, \\dots, y_n) \\le w', 'unread'],
  ])('%s: %s', (tex, verdict) => expect(verdicts(givens, tex)[0]![1]).toBe(verdict));
});
