/** Statements that are not true, each of which was once found to hold: none does, and what is true beside it does. */
import { describe, expect, test } from 'vitest';
import { relations } from './page.ts';

const r = String.raw;
type Row = readonly [tex: string, verdict: string, reason?: string];

const bound = (name: string): string =>
  `“${name}” is bound where it would stand for an argument: name one of the two otherwise`;

function rows(givens: readonly string[], list: readonly Row[]): void {
  const cases = list.map(([tex, verdict, reason]) => ({ tex, verdict, reason }));
  test.each(cases)('$tex: $verdict', ({ tex, verdict, reason }) => {
    const [found] = relations(givens, tex);
    expect(found).toMatchObject({ verdict, ...(reason === undefined ? {} : { reason }) });
  });
}

describe('what is left of a number that underflowed decides nothing', () =>
  rows(
    ['x : positive', r`X : random variable with law \mathcal{N}(0, 1)`],
    [
      [r`e^{-(x + 1) 10^4} = 0`, 'vacuous'],
      [r`e^{-(x + 1) 10^4} = 2 e^{-(x + 1) 10^4}`, 'vacuous'],
      [r`e^{-(x + 1) 10^4} \le 0`, 'vacuous'],
      [r`\mathcal{N}(1000 + x; 0, 1) = \mathcal{N}(2000 + x; 0, 1)`, 'vacuous'],
      [r`\Pr(X > 50 + x) = \Pr(X > 100 + x)`, 'vacuous'],
      [r`e^{-x} e^{-1000} = e^{-x - 1000}`, 'vacuous'],
      [r`e^{-10 x} = e^{-x} e^{-9 x}`, 'holds'],
    ],
  ));

describe('limits over whole numbers', () =>
  rows(
    ['n : sample size', 'm : positive integer', 'a : real', 'x : real'],
    [
      [r`\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = 1`, 'refuted'],
      [r`\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e`, 'holds'],
      [r`\lim_{m \to \infty} \left(1 + \frac{a}{m}\right)^m = e^a`, 'holds'],
      [r`\lim_{x \to \infty} \left(1 + \frac{1}{x}\right)^x = 2.7`, 'refuted'],
      [r`\lim_{m \to \infty} (-1)^m = 1`, 'refuted', 'the limits for whole numbers of two remainders differ: 1 and -1'],
      [r`\lim_{n \to \infty} \cos(2 \pi n a) = 1`, 'refuted'],
      [r`\lim_{n \to \infty} \sin(\pi n) = 1`, 'refuted'],
      [r`\lim_{n \to \infty} \frac{1}{\log n} = 1`, 'vacuous'],
      [r`\lim_{m \to \infty} 2^{-m} = 0`, 'holds'],
      [r`\lim_{m \to \infty} \log m = \infty`, 'holds'],
    ],
  ));

describe('no average and no place catches a name of an argument', () => {
  rows(
    [
      'q(z) : positive pmf',
      'z, w : outcome of q',
      r`y, x : real`,
      r`g(y) := \mathbb{E}_q[y z]`,
      r`h(y) := \left. \frac{d}{dx} (y x^2) \right|_{x = 1}`,
    ],
    [
      [r`g(z) = \mathbb{E}_q[z^2]`, 'unread', bound('z')],
      [r`g(w) = w \mathbb{E}_q[z]`, 'holds'],
      [r`h(x) = 2`, 'unread', bound('x')],
      [r`h(3) = 6`, 'holds'],
    ],
  );
  rows(
    [
      'X : random variable',
      'y : real',
      r`g(y) := \Pr(X > y)`,
      r`k(y) := \mathbb{E}[X y]`,
      r`\rho(y) := \mathbb{E}[(X - y)^2]`,
    ],
    [
      [r`g(X) = 0`, 'unread', bound('X')],
      [r`k(X) = \mathbb{E}[X^2]`, 'unread', bound('X')],
      [r`k(2) = 2 \mathbb{E}[X]`, 'holds'],
      [r`\rho(\mathbb{E}[X]) = \operatorname{Var}(X)`, 'holds'],
    ],
  );
});

describe('functions in their own arguments', () =>
  rows(
    ['x, y : real', 'f(x, y) := x - 2 y', 'g(x) := g(x - 1) + 1'],
    [
      ['f(f(x, y), y) = x - 4 y', 'holds'],
      ['f(f(x, y), y) = x - 3 y', 'refuted'],
      ['g(x) = x', 'unread', '“g(x)” is defined by itself'],
    ],
  ));

describe('names of joint laws', () =>
  rows(
    ['p(x, z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)'],
    [
      ['p(x, x) = p(x)', 'unread', '“p(x, x)” has “x” twice'],
      [r`p(x \mid x) = 1`, 'unread', r`“p(x \mid x)” has “x” twice`],
      [r`\sum_{x'} p(x', z) = p(z)`, 'holds'],
      [r`p(x \mid z) = \frac{p(x, z)}{\sum_{x'} p(x', z)}`, 'holds'],
      [r`\sum_{x'} p(x', z) = p(x)`, 'refuted'],
      [r`\mathbb{E}_{x, z \sim p(x, z)}[x z] = \sum_x \sum_z p(x, z) x z`, 'holds'],
      [r`\mathbb{E}_{x', z' \sim p(x, z)}[x'] = \mathbb{E}_{p(x)}[x]`, 'holds'],
      [r`\mathbb{E}_{a, b \sim p(x, z)}[b] = \mathbb{E}_{p(x)}[x]`, 'refuted'],
      [r`\mathbb{E}_{a, x \sim p(x, z)}[a] = 1`, 'unread', r`“a, x \sim p(x, z)” should name the arguments x, z`],
      [r`\mathbb{E}_{a, b \sim p(x)}[a] = 1`, 'unread', r`“a, b \sim p(x)” draws 2 names from a law of one variable`],
    ],
  ));

describe('a law of which the givens name two outcomes', () =>
  rows(
    ['p : positive pmf', 'x, y : outcome of p', 'f : function on the alphabet'],
    [
      [r`\mathbb{E}_p[f(y)] = \sum_x p(x) f(x)`, 'holds'],
      [r`\mathbb{E}_p[f(y)] = \mathbb{E}_{x \sim p}[f(y)]`, 'refuted'],
      [
        r`\mathbb{E}_p[f(x) f(y)] = 1`,
        'unread',
        r`“\mathbb{E}_{p}\left[f(x) f(y)\right]” does not say which name is averaged over: write x \sim p`,
      ],
    ],
  ));
