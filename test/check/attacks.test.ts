/** Statements that are not true, each of which was once found to hold: none does, and what is true beside it does. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
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
      [r`\lim_{x \to \infty} x^2 = \infty`, 'holds'],
      [r`\lim_{x \to \infty} \frac{x}{x + 10^{25}} = 1`, 'holds'],
      [r`\lim_{x \to \infty} e^{-10^{-20} x} = -\infty`, 'refuted'],
      [r`\lim_{n \to \infty} \frac{n}{n + 10^{12}} = \infty`, 'refuted'],
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

describe('a peak that is narrow beside the rest is not stepped over', () =>
  rows(
    ['x, m : real', 's : positive', r`\sigma := \frac{s}{1024}`],
    [
      [r`\int \mathcal{N}(z; m, s^2) \mathcal{N}(x; z, \sigma^2) \, dz = \mathcal{N}(x; m, s^2 + \sigma^2)`, 'holds'],
      [r`\int \mathcal{N}(z; m, s^2) \mathcal{N}(x; z, \sigma^2) \, dz = \mathcal{N}(x; m, s^2)`, 'refuted'],
      [r`\mathbb{E}_{z \sim \mathcal{N}(m, s^2)}[\mathcal{N}(x; z, \sigma^2)] = \mathcal{N}(x; m, s^2 + \sigma^2)`, 'holds'],
    ],
  )); // prettier-ignore

describe('what may be read in two ways, or has signs that part nothing, is refused', () =>
  rows(
    ['p(x, y, z) : joint pmf', 'X, Y, Z : random variables with joint pmf p(x, y, z)', 'a : real', 'q : density'],
    [
      [
        'I(X, Y; Z) = H(X, Y; Z)',
        'unread',
        '“H(X, Y; Z)” is not read: the arguments of “H” are parted by commas or one bar',
      ],
      [r`\int_0^1 dx = 1`, 'holds'],
      [r`\int_0^1 dx + a = a`, 'refuted'],
      [
        r`\int_0^1 dx \, a = a`,
        'unread',
        r`what stands after this differential may be meant under the integral; write \int f(x) \, dx, or \cdot between two factors`,
      ],
      [r`\sin^2 a + \cos^2 a = 1`, 'holds'],
      [r`\sin^2 a = \sin a^2`, 'refuted'],
      [
        r`\sin^{-1} a = a`,
        'unread',
        r`a power of \sin should be a whole number from 2; write (\sin x)^k, or the inverse by its name`,
      ],
      ['h(q) \\ge 0', 'refuted'],
    ],
  ));

describe('the law of a variable moves with the names in it', () => {
  rows(
    ['q : probability', r`X : random variable with law \mathrm{Bern}(q)`],
    [
      [r`\frac{d}{dq} (q + \mathbb{E}[X]) = 1`, 'refuted'],
      [r`\frac{d}{dq} (q + \mathbb{E}[X]) = 2`, 'holds'],
      [r`\frac{d}{dq} H(X) = \log \frac{1 - q}{q}`, 'holds'],
      [r`\int_0^1 \mathbb{E}[X] \, dq = q`, 'refuted'],
      [r`\int_0^1 \mathbb{E}[X] \, dq = \frac12`, 'holds'],
      [r`\left. \mathbb{E}[X] \right|_{q = 1/4} = \frac14`, 'holds'],
      [r`\lim_{q \to 0} \mathbb{E}[X] = 0`, 'holds'],
    ],
  );
  rows(
    [
      'p(x, z) : joint pmf',
      'x : outcome of p(x)',
      'X, Z : random variables with joint pmf p(x, z)',
      'q(y) : density',
      't : real',
      'Y : random variable with law q(y)',
    ],
    [
      [r`\sum_x \Pr(X = x) = 1`, 'holds'],
      [r`\frac{d}{dt} \Pr(Y \le t) = q(t)`, 'holds'],
    ],
  );
}); // prettier-ignore

test('a definition of the page ends where a given says anew what its name is', () => {
  const checker = createChecker({ page: 'p.md', worlds: 300, seed: 1 });
  const given = (text: string, line: number) => ({ text, place: { path: 'p.md', line, column: 1 } });
  const say = (tex: string, line: number, more: readonly string[] = []) => {
    const place = { path: 'p.md', line, column: 1 };
    const givens = [given('x : real', 1), ...more.map((text) => given(text, line - 1))];
    return checker.check({ tex, display: true, place, givens, locate: () => place }).relations[0]!.verdict;
  };
  expect(say('f(x) := x^2', 3)).toBe('defines');
  expect(say('f(x) = x^2', 5)).toBe('holds');
  expect(say('f(x) = x^2', 9, ['f(t) := t^3'])).toBe('refuted');
  expect(say('f(x) = x^3', 11, ['f(t) := t^3'])).toBe('holds');
});

describe('sets written in braces have no order', () =>
  rows(
    ['a, b : real'],
    [
      [r`\{1, 2\} = \{2, 1, 1\}`, 'holds'],
      [r`\{a, b\} = \{b, a\}`, 'holds'],
      [r`\{1, 2\} = \{1, 2, 3\}`, 'refuted'],
      [r`\{a, b\} = \{a\}`, 'refuted'],
      ['(1, 2) = (2, 1)', 'refuted'],
    ],
  ));

const excluded = (side: string, of: string): string =>
  `the ${side} side has no meaning in this world, as it has ${of} in it: say in the givens what excludes that`;

describe('what is a number on one side and outside of a domain on the other is not true', () =>
  rows(
    ['x : real', 'k : integer', 'a, b : positive', 'A : matrix 2x2'],
    [
      [r`x = \sqrt{-x^2}`, 'refuted', excluded('right', 'the square root of -0.015625')],
      [r`\log k^2 = 2 \log k`, 'refuted', excluded('right', 'the logarithm of -1')],
      [r`\log k^2 = 2 \log |k|`, 'holds'],
      [r`\log x \le x - 1`, 'refuted', excluded('left', 'the logarithm of -1/8')],
      [r`\log a \le a - 1`, 'holds'],
      [r`x^{1/2} x^{1/2} = x`, 'refuted', excluded('left', 'a fractional power of -1/8')],
      [r`\sin(\arcsin x) = x`, 'refuted', excluded('left', 'the arcsine of -9/8')],
      [r`\arccos(\cos x) = x`, 'refuted'],
      [r`x > 0 \implies \log \frac{1}{x^2} = -2 \log x`, 'vacuous'],
      [r`\forall x > 0 : \log x^2 = 2 \log x`, 'holds'],
      [r`\log \det(A A) = 2 \log \det A`, 'refuted'],
      [r`\log \det(A A) = 2 \log |\det A|`, 'holds'],
      [r`\log(a - b) = \log a - \log b`, 'refuted'],
      [r`\exists x : \log x = 0`, 'holds'],
    ],
  ));

const differ = 'the sides differ by more than their rounding in this world';
const outside = (variable: string, factors: string): string =>
  `${differ}; the \\prod over ${variable} takes “${factors}” too: write it before the \\prod, or brackets around the \\prod, if it stands outside`;

describe('a product takes all factors behind it, and says so where that may not be meant', () =>
  rows(
    ['m : integer from 1 to 4', 'c, s : positive', 'a_1, \\dots, a_m : positives'],
    [
      [r`\prod_{i=1}^m a_i c = c^m \prod_{i=1}^m a_i`, 'holds'],
      [r`\prod_{i=1}^m a_i c = c \prod_{i=1}^m a_i`, 'refuted', outside('i', 'c')],
      [r`c \prod_{i=1}^m a_i = \prod_{i=1}^m a_i c s^m`, 'refuted', outside('i', 'c s^{m}')],
      [r`\left(\prod_{i=1}^m a_i\right) c = c \prod_{i=1}^m a_i`, 'holds'],
      [r`\prod_{i=1}^m (a_i c) = c \prod_{i=1}^m a_i`, 'refuted', differ],
      [r`\prod_{i=1}^m c a_i = c \prod_{i=1}^m a_i`, 'refuted', differ],
      [r`\prod_{i=1}^m c = c`, 'refuted', differ],
      [r`\sum_{i=1}^m a_i c = c \sum_{i=1}^m a_i`, 'holds'],
    ],
  ));

describe('what is divided by 0 is meant where it is not', () =>
  rows(
    [
      'x : real',
      'n : integer from 0 to 5',
      'P, Q : pmf',
      'p(x, z) : joint pmf',
      'x : outcome of p(x)',
      'z : outcome of p(z)',
    ],
    [
      [r`\frac{n}{n} = 1`, 'holds'],
      [r`\frac{n - n}{n} = 1 - \frac{n}{n}`, 'holds'],
      [r`D_{KL}(P \| Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}`, 'holds'],
      [r`p(z \mid x) = \frac{p(x \mid z) p(z)}{p(x)}`, 'holds'],
      [r`n = \frac{n}{0 n}`, 'vacuous'],
    ],
  ));

describe('an expectation that grows without bound is infinite, and one that overflows on its way back is not', () =>
  rows(
    [
      't, \\mu : real',
      '\\sigma, \\lambda : positive',
      r`X : random variable with law \mathcal{N}(\mu, \sigma^2)`,
      r`Y : random variable with law \mathrm{Exp}(\lambda)`,
    ],
    [
      [r`\mathbb{E}[e^{t Y}] = \frac{\lambda}{\lambda - t}`, 'refuted'],
      [r`\log M_Y(t) = \log \lambda - \log(\lambda - t)`, 'refuted'],
      [r`\forall t < \lambda : M_Y(t) = \frac{\lambda}{\lambda - t}`, 'holds'],
      [r`\mathbb{E}[e^{2 \lambda Y}] = \infty`, 'holds'],
      [r`\mathbb{E}[e^{t X}] = e^{\mu t + \sigma^2 t^2 / 2}`, 'holds'],
      [r`\int_{-\infty}^\infty e^{t x} \mathcal{N}(x; \mu, \sigma^2) \, dx = e^{\mu t + \sigma^2 t^2 / 2}`, 'holds'],
      [r`\mathbb{E}[e^{t X^2}] < \infty`, 'refuted'],
    ],
  ));

describe('tails that pull apart leave no value, and tails that pull one way an infinite one', () =>
  rows(
    [
      '\\nu : positive',
      'm : real',
      r`X : random variable with law \mathrm{Cauchy}(m, 1)`,
      r`Z : random variable with law t(\nu)`,
    ],
    [
      [r`\mathbb{E}[X] = m`, 'undecided'],
      [r`\int_{-\infty}^\infty x \, \mathrm{Cauchy}(x; m, 1) \, dx = m`, 'undecided'],
      [r`\mathbb{E}[|X|] = \infty`, 'holds'],
      [r`\mathbb{E}[Z^2] = \frac{\nu}{\nu - 2}`, 'refuted'],
      [r`\mathbb{E}[|Z|] < \infty`, 'refuted'],
    ],
  ));

describe('an integral that grows without bound is infinite, and equal to no number', () =>
  rows(
    ['z, s : positive'],
    [
      [r`\Gamma(z) = \int_0^\infty t^{z - 1} e^{t} \, dt`, 'refuted'],
      [r`\Gamma(z) = \int_0^\infty t^{z - 1} e^{-t} \, dt`, 'holds'],
      [r`\int_1^\infty \frac{1}{x} \, dx = \infty`, 'holds'],
      [r`\int_1^\infty \frac{1}{x^2} \, dx = \infty`, 'refuted'],
      [r`\int_0^1 \frac{1}{x} \, dx = 20`, 'refuted'],
      [r`\int_0^1 \frac{1}{\sqrt{x}} \, dx = 2`, 'holds'],
      [r`\int_{-\infty}^\infty \frac{1}{\sqrt{2 \pi}} e^{x^2 / 2} \, dx = 1`, 'refuted'],
      [r`-\int_0^\infty e^t \, dt = \infty`, 'refuted'],
      [r`\int_{-\infty}^\infty x \, dx = 5`, 'undecided'],
      [r`\int_0^\infty \sin x \, dx = 1`, 'undecided'],
    ],
  ));
