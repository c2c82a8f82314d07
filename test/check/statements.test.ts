/** What stands around relations, and relations between more than two numbers: quantifiers, \iff, \propto, limits in probability, braces. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { relations, sources } from './page.ts';

const givens = [
  'P, Q, R, S : pmf',
  'p(x, z) : joint pmf',
  'x : outcome of p(x)',
  'z : outcome of p(z)',
  'a, b : real',
  'c : positive',
  't : probability',
  'A : alphabet of P',
  'T := a + b',
  'm(y \\mid \\theta) : family',
  'n : sample size',
  'y_1, \\dots, y_n : sample from m(y \\mid \\theta)',
];
const kl = (p: string, q: string) => `D_{KL}(${p} \\| ${q})`;
const verdicts = (tex: string, lines = givens) => relations(lines, tex).map((r) => r.verdict);
const only = (tex: string, lines = givens) => {
  const found = relations(lines, tex);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('one witness for several relations', () => {
  const both = relations(givens, `\\exists R, S : ${kl('R', 'S')} > ${kl('S', 'R')}, H(R) > H(S)`);
  test('is the same for each', () => {
    expect(both.map((r) => [r.verdict, r.reason])).toEqual([
      ['holds', 'shown by a witness'],
      ['holds', 'shown by a witness'],
    ]);
    expect(both[0]!.counterexample).toEqual(both[1]!.counterexample);
  });
  test('is not made of two', () => {
    const pair = [`${kl('R', 'S')} > ${kl('S', 'R')}`, `${kl('R', 'S')} < ${kl('S', 'R')}`];
    for (const one of pair) expect(verdicts(`\\exists R, S : ${one}`)).toEqual(['holds']);
    expect(verdicts(`\\exists R, S : ${pair.join(', ')}`)).toEqual(['undecided', 'undecided']);
  });
  test('stands for a chain as well', () =>
    expect(verdicts('\\exists R, S : H(R) = H(S) \\ne H(R, S)')).toEqual(['holds', 'holds']));
});

describe('for all', () => {
  test.each([
    [`\\forall P, Q : ${kl('P', 'Q')} \\ge 0`, 'holds'],
    ['\\forall a > 0 : |a| = a', 'holds'],
    ['\\forall a > 0, |a| = a', 'holds'],
    ['|a| = a \\quad \\forall a \\in [0, \\infty)', 'holds'],
    ['|a| = a, \\quad \\forall a > 0', 'holds'],
    ['|a| = a \\quad \\forall a', 'refuted'],
    ['|a| = a \\quad \\forall a > -1', 'refuted'],
    ['\\forall u \\in A : P(u) \\ge 0', 'holds'],
    ['\\forall u \\in A : P(u) > 0', 'refuted'],
    ['u^2 \\ge u \\quad \\forall u \\in \\{1, 2\\}', 'holds'],
    ['u^2 > u \\quad \\forall u \\in \\{1, 2\\}', 'refuted'],
    ['\\forall a^2 < 0 : a = b', 'vacuous'],
  ])('%s %s', (tex, verdict) => expect(verdicts(tex)).toEqual([verdict]));

  test('shows the member for which it fails', () =>
    expect(only('u^2 > u \\quad \\forall u \\in \\{1, 2\\}').values).toEqual({ left: '1', right: '1' }));

  test.each([
    ['\\forall w : w = w', 'nothing given says what “w” is'],
    ['\\forall u \\in [0, 1] : u \\ge 0', '“u” runs over infinitely many values: say in the givens what it is, such as u : real'],
  ])('%s', (tex, reason) => expect(only(tex)).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore
});

describe('statements joined', () => {
  test.each([
    ['a = b \\iff a - b = 0', 'holds', null],
    ['a > b \\iff b < a', 'holds', null],
    ['P = Q \\implies H(P) = H(Q)', 'holds', null],
    ['a \\ge b \\implies a > b', 'refuted', 'one statement is true in this world and the other is not'],
    ['a^2 \\ge 0 \\iff b^2 \\ge 0', 'vacuous', 'in no world that was tried are both statements false'],
    ['a > b \\implies a^2 \\ge 0', 'vacuous', 'in no world that was tried are both statements false'],
    ['a^2 < 0 \\implies a > 1', 'vacuous', 'in no world that was tried are both statements true'],
    ['a^2 < 0 \\iff b^2 < 0', 'vacuous', 'in no world that was tried are both statements true'],
  ])('%s %s', (tex, verdict, reason) => expect(only(tex)).toMatchObject({ verdict, reason }));
});

describe('up to a factor', () => {
  const ratio = 'the ratio of the two sides is not the same everywhere in this world';
  test.each([
    ['p(z \\mid x) \\propto p(x, z)', 'holds', null],
    ['p(z \\mid x) \\propto p(x \\mid z) p(z)', 'holds', null],
    ['p(z \\mid x) \\propto_z p(x, z)', 'holds', null],
    ['\\mathcal{N}(a; 0, c) \\propto e^{-a^2/(2c)}', 'holds', null],
    ['\\mathcal{N}(a; 0, c) \\propto_{c} \\frac{1}{\\sqrt{c}} e^{-a^2/(2c)}', 'holds', null],
    ['\\mathrm{Beta}(t; 2, 3) \\propto t (1 - t)^2', 'holds', null],
    ['\\prod_{i=1}^n m(y_i \\mid \\theta) \\propto_{\\theta} \\prod_{i=1}^n 2 m(y_i \\mid \\theta)', 'holds', null],
    ['p(z \\mid x) \\propto p(x \\mid z)', 'refuted', ratio],
    ['p(z \\mid x) \\propto_{x} p(x, z)', 'refuted', ratio],
    ['\\mathcal{N}(a; 0, c) \\propto e^{-a^2/c}', 'refuted', ratio],
    ['a \\propto b', 'unread', 'nothing says in which name the sides are proportional: write \\propto_{\\theta}'],
    ['H(P) \\propto_{a} P', 'unread', 'only numbers are proportional'],
  ])('%s %s', (tex, verdict, reason) => expect(only(tex)).toMatchObject({ verdict, reason }));

  test('a factor that is free of the name is no mutant', () => {
    const checker = createChecker({ page: 'p.md', worlds: 100, seed: 1, mutants: true });
    const [source] = sources(givens, ['p(z \\mid x) \\propto \\frac{p(x, z)}{2 p(x)}']);
    const { mutants } = checker.check(source!).relations[0]!;
    expect(mutants!.survived).toEqual([]);
    expect(mutants!.equivalent).toBeGreaterThanOrEqual(3);
    expect(mutants!.killed).toBeGreaterThanOrEqual(4);
  });
});

describe('in probability and almost surely', () => {
  const sample = (law: string) => [
    'n : sample size',
    'c : positive',
    '\\mu : real',
    law,
    'X_1, \\dots, X_n : independent copies of X',
    '\\bar X_n := \\frac1n \\sum_{i=1}^n X_i',
  ];
  const finite = sample('X : random variable');
  const named = (law: string) => sample(`X : random variable with law ${law}`);
  test.each([
    '\\bar X_n \\xrightarrow{p} \\mathbb{E}[X]',
    '\\bar X_n \\xrightarrow{a.s.} \\mathbb{E}[X]',
    '\\bar X_n \\stackrel{P}{\\longrightarrow} \\mathbb{E}[X], \\quad n \\to \\infty',
    '\\bar X_n \\xrightarrow[n \\to \\infty]{p} \\mathbb{E}[X]',
    '\\frac1n \\sum_{i=1}^n X_i^2 \\overset{p}{\\to} \\mathbb{E}[X^2]',
    '\\frac1n \\sum_{i=1}^n \\mathbf{1}\\{X_i \\ge c\\} \\xrightarrow{p} \\Pr(X \\ge c)',
    '\\bar X_n^2 \\xrightarrow{p} \\mathbb{E}[X]^2',
  ])('%s', (tex) => expect(only(tex, finite)).toMatchObject({ verdict: 'holds', evidence: 'tail' }));

  test.each([
    ['\\bar X_n \\xrightarrow{p} \\mathbb{E}[X] + 1', 'refuted'],
    ['\\frac1n \\sum_{i=1}^n X_i^2 \\xrightarrow{p} \\mathbb{E}[X]^2', 'refuted'],
    ['\\sum_{i=1}^n X_i \\xrightarrow{p} \\mathbb{E}[X]', 'refuted'],
  ])('%s %s', (tex, verdict) => expect(only(tex, finite)).toMatchObject({ verdict }));

  test.each([
    ['\\mathcal{N}(\\mu, c^2)', '\\mu', 'holds', null],
    ['\\mathrm{Poiss}(c)', 'c', 'holds', null],
    ['\\mathcal{N}(\\mu, c^2)', '2 \\mu', 'refuted', expect.anything()],
    ['\\mathrm{Cauchy}(\\mu, c)', '\\mu', 'refuted', 'the mean of the law does not exist: an average of n draws from a Cauchy law has that very law, for every n'],
    ['\\mathrm{t}(2)', '0', 'undecided', 'the variance of what is averaged is not known to be finite'],
  ])('the mean of %s goes to %s: %s', (law, to, verdict, reason) =>
    expect(only(`\\bar X_n \\xrightarrow{p} ${to}`, named(law))).toMatchObject({ verdict, reason })); // prettier-ignore

  test.each([
    ['\\bar X_n \\xrightarrow{d} \\mu', 'convergence “d” is not understood: write \\xrightarrow{p} or \\xrightarrow{a.s.}'],
    ['X \\xrightarrow{p} \\mu', 'nothing random in “X” grows with a sample size'],
  ])('%s', (tex, reason) => expect(only(tex, finite)).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore
});

describe('beside a brace', () => {
  test.each([
    ['\\underbrace{a}_{\\text{name}} = a', ['holds']],
    ['\\underbrace{a + b}_{T} = T', ['holds', 'holds']],
    ['\\underbrace{a + b}_{\\text{T}} = T', ['holds']],
    ['\\underbrace{a - b}_{T} = a - b', ['holds', 'refuted']],
    ['\\overbrace{a^2}^{\\ge 0} + b = b + a^2', ['holds', 'holds']],
    ['\\overbrace{a}^{\\ge 0} + b = b + a', ['holds', 'refuted']],
    ['\\underbrace{a}_{Z} = a', ['holds', 'unread']],
  ])('%s %j', (tex, expected) => expect(verdicts(tex)).toEqual(expected));

  test('a word is an equation where the page defines it', () => {
    const lines = [...givens, '\\text{both} := a + b'];
    expect(verdicts('\\underbrace{a + b}_{\\text{both}} = T', lines)).toEqual(['holds', 'holds']);
    expect(verdicts('\\underbrace{a - b}_{\\text{both}} = a - b', lines)).toEqual(['holds', 'refuted']);
  });
});
