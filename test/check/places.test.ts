/** Limits at a place, laws of functions of a variable, sequences of numbers, indices of two parts, samples as columns. */
import { describe, expect, test } from 'vitest';
import { limitAt } from '../../lib/meaning/approach.ts';
import { exact } from '../../lib/number/bounded.ts';
import { relations } from './page.ts';

const givens = [
  '\\mu, x : real',
  '\\sigma, \\lambda : positive',
  'X : random variable with law \\mathcal{N}(\\mu, \\sigma^2)',
  'Z : random variable with law \\mathrm{Exp}(\\lambda)',
  'f_X := \\mathrm{Exp}(\\lambda)',
  'n : sample size',
  'm : integer from 1 to 4',
  'a_1, \\dots, a_n : positives',
  '\\alpha_{01}, \\dots, \\alpha_{0n} : positives',
  '\\alpha_{nj} := \\alpha_{0j} + a_j',
  'y_1, \\dots, y_n : sample from \\mathcal{N}(0, 1)',
  's^2_{xy} := \\mu^2',
];
const only = (tex: string) => relations(givens, tex)[0]!;

describe('limits', () => {
  test.each([
    ['\\lim_{x \\to 0^+} x \\log x = 0', 'holds'],
    ['\\lim_{x \\to 0^{+}} \\log x = -\\infty', 'holds'],
    ['\\lim_{x \\to 0} \\frac{\\log(1 + x)}{x} = 1', 'holds'],
    ['\\lim_{x \\to \\mu} x^2 = \\mu^2', 'holds'],
    ['\\lim_{x \\to \\mu} x^2 = \\mu', 'refuted'],
    ['\\lim_{x \\to \\infty} e^{-\\lambda x} = 0', 'holds'],
    ['\\lim_{\\lambda \\to 0} \\lambda \\log \\lambda = 0', 'holds'],
    ['\\lim_{x \\to 0^+} f_X(x) = \\lambda', 'holds'],
    ['\\lim_{x \\to 0^-} f_X(x) = 0', 'holds'],
    ['\\lim_{x \\to 0} f_X(x) = \\infty', 'refuted'],
    ['\\lim_{x \\to 0^+} \\frac{1}{x} = \\infty', 'holds'],
    ['\\lim_{x \\to 0} \\frac{1}{x} = \\infty', 'refuted'],
  ])('%s: %s', (tex, verdict) => expect(only(tex)).toMatchObject({ verdict, evidence: 'limit' }));

  test('two sides that differ are named', () =>
    expect(only('\\lim_{x \\to 0} f_X(x) = \\infty').reason).toMatch(/^the limits from the two sides differ: 0 and /));

  test.each([
    ['\\lim_{m \\to 0} m = 0', '“m” goes to “0”, but takes whole numbers only'],
    ['\\lim_{X \\to 0} X = 0', '“X” goes to “0”, but it is no number'],
    ['\\lim_{x = 0} x = 0', 'a limit should say where its variable goes; write \\lim_{n \\to \\infty}'],
  ])('%s is refused', (tex, reason) => expect(only(tex)).toMatchObject({ verdict: 'unread', reason }));

  test('what neither settles nor runs away has none', () => {
    for (const f of [Math.sin, (x: number) => 1 / Math.log(x), (x: number) => (Math.log2(x) % 24 ? 1 : -1)])
      expect(limitAt((x) => exact(f(x)), Infinity, '')).toMatchObject({ value: NaN });
  });
});

describe('the law of a function of a variable', () => {
  test.each([
    ['\\frac{X - \\mu}{\\sigma} \\sim \\mathcal{N}(0, 1)', 'holds'],
    ['\\frac{X - \\mu}{\\sqrt{\\sigma}} \\sim \\mathcal{N}(0, 1)', 'refuted'],
    ['2 X + 1 \\sim \\mathcal{N}(2 \\mu + 1, 4 \\sigma^2)', 'holds'],
    ['2 X + 1 \\sim \\mathcal{N}(2 \\mu + 1, 2 \\sigma^2)', 'refuted'],
    ['2 \\lambda Z \\sim \\mathrm{Exp}(\\frac12)', 'holds'],
    ['2 \\lambda Z \\sim \\mathrm{Exp}(1)', 'refuted'],
  ])('%s: %s', (tex, verdict) => expect(only(tex)).toMatchObject({ verdict }));
});

describe('sequences', () => {
  test.each([
    ['\\sum_{i=1}^n a_i > 0', 'holds'],
    ['\\sum_{i=1}^n a_i \\ge 1', 'refuted'],
    ['a_i > 0, \\quad i = 1, \\dots, n', 'holds'],
    ['\\sum_{j=1}^n \\alpha_{nj} = \\sum_{j=1}^n \\alpha_{0j} + \\sum_{j=1}^n a_j', 'holds'],
    ['\\sum_{j=1}^n \\alpha_{nj} = \\sum_{j=1}^n \\alpha_{0j}', 'refuted'],
    ['\\alpha_{01} > 0', 'holds'],
    ['y^\\mathrm{T} y = \\sum_{i=1}^n y_i^2', 'holds'],
    ['y^\\mathrm{T} y = \\left(\\sum_{i=1}^n y_i\\right)^2', 'refuted'],
    ['s^2_{xy} = \\mu^2', 'holds'],
    ['s^2_{xy} = \\mu^3', 'refuted'],
    ['a^2_1 = a_1 a_1', 'holds'],
  ])('%s: %s', (tex, verdict) => expect(only(tex)).toMatchObject({ verdict }));

  test('nothing says how a list of numbers goes on', () =>
    expect(only('\\lim_{n \\to \\infty} \\frac1n \\sum_{i=1}^n a_i = 1')).toMatchObject({
      verdict: 'unread',
      reason: '“a” is a list of numbers and no sample from a law, so nothing says how it goes on',
    }));
});

test('a number that a function does not take decides nothing in its world', () =>
  expect(relations(['k : integer from -2 to 9'], '\\binom{k}{k} = 1')[0]!.verdict).not.toBe('unread'));
