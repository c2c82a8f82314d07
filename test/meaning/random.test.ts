/** Expectations, variances, entropies and probabilities, given conditions, under laws that are finite and laws that are not. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const only = (givens: readonly string[], tex: string) => relations(givens, tex)[0]!;

const finite = [
  'p(x, y) : joint pmf',
  'q(x, y) : joint pmf',
  'X, Y : random variables with joint pmf p(x, y)',
  'x : outcome of p(x)',
  'y : outcome of p(y)',
  'Z, W : independent random variables',
  'a, b : real',
  'c : positive',
  'f : pmf',
];
const lines = [
  'p(x, z) : joint density',
  'X, Z : random variables with joint density p(x, z)',
  '\\mu : real',
  '\\sigma, \\lambda, s, t, \\epsilon : positive',
  'N : independent random variable with law \\mathcal{N}(\\mu, \\sigma^2)',
  'M : independent random variable with law \\mathcal{N}(0, 1)',
  'T : independent random variable with law \\mathrm{Exp}(\\lambda)',
  'C : independent random variable with law \\mathrm{Cauchy}(0, 1)',
  'U : independent random variable with law \\mathcal{U}(0, 1)',
  'K : independent random variable with law \\mathrm{Poiss}(\\lambda)',
  'B : independent random variable with law \\mathrm{Bern}(\\frac13)',
];

describe('hold', () => {
  test.each([
    '\\mathbb{E}[Y \\mid X = x] = \\sum_y y p(y \\mid x)',
    '\\mathbb{E}[\\mathbb{E}[Y \\mid X]] = \\mathbb{E}[Y]',
    '\\mathrm{E}(\\mathrm{E}(Y \\mid X)) = \\mathrm{E}(Y)',
    '\\mathbb{E}[X Y \\mid X] = X \\mathbb{E}[Y \\mid X]',
    '\\mathbb{E}[Z \\mid W] = \\mathbb{E}[Z]',
    '\\operatorname{Var}(Y) = \\mathbb{E}[\\operatorname{Var}(Y \\mid X)] + \\operatorname{Var}(\\mathbb{E}[Y \\mid X])',
    '\\mathrm{Cov}(X, Y) = \\mathbb{E}[X Y] - \\mathbb{E}[X] \\mathbb{E}[Y]',
    '\\mathrm{Cov}(Z, W) = 0',
    '\\mathrm{Cov}(X, Y \\mid Y = y) = 0',
    '\\mathrm{Var}(aX + bY) = a^2 \\mathrm{Var}(X) + b^2 \\mathrm{Var}(Y) + 2 a b \\, \\mathrm{Cov}(X, Y)',
    '\\mathrm{H}(X, Y) = \\mathrm{H}(X) + \\mathrm{H}(Y \\mid X)',
    '\\mathrm{H}(X, Y) \\le \\mathrm{H}(X) + \\mathrm{H}(Y)',
    '\\mathrm{H}(Z, W) = \\mathrm{H}(Z) + \\mathrm{H}(W)',
    '\\mathrm{H}(X, X) = \\mathrm{H}(X)',
    '\\mathrm{H}(Y \\mid X) = \\sum_x p(x) \\mathrm{H}(Y \\mid X = x)',
    '\\mathrm{H}(X, Y) = \\mathrm{H}(p(x, y))',
    '\\mathrm{I}(X; Y) = \\mathrm{H}(X) - \\mathrm{H}(X \\mid Y)',
    '\\mathrm{I}(X, Y) = \\sum_x \\sum_y p(x, y) \\log \\frac{p(x, y)}{p(x) p(y)}',
    '\\mathrm{MI}(X, Y) = \\mathrm{KL}[p(x, y) \\,||\\, p(x) p(y)]',
    'I(X; Y \\mid Z) = I(X; Y)',
    'I(X, Z; Y) = I(X; Y)',
    'H(X + c) = H(X)',
    'H(X Y) \\le H(X, Y)',
    '\\mathrm{KL}[p(x, y) || p(y \\mid x) p(x)] = 0',
    '\\mathrm{KL}[p(x, y) || q(y, x)] = \\mathrm{KL}[p(y) || q(y)] + \\sum_y p(y) \\mathrm{KL}[p(x \\mid y) || q(x \\mid y)]',
    '\\mathbb{E}_X[X Y] = Y \\mathbb{E}[X]',
    '\\mathrm{E}_{Z}(Z W) = W \\mathrm{E}(Z)',
    '\\mathbb{E}[\\log p(x)] = -\\mathrm{H}(X)',
    '\\left\\langle \\log p(x) \\right\\rangle_{p(x)} = -\\mathrm{H}(X)',
    '\\left\\langle X \\right\\rangle = \\mathrm{E}(X)',
    '\\mathbb{E}[X \\mid X + Y] + \\mathbb{E}[Y \\mid X + Y] = X + Y',
    '\\mathbb{E}[Y \\mid X > 0] = \\frac{\\sum_y y \\Pr(Y = y, X > 0)}{\\Pr(X > 0)}',
    '\\Pr(Y = y, X = x) = p(x, y)',
    '\\Pr(X = x \\mid Y = y) = \\frac{\\Pr(Y = y \\mid X = x) \\Pr(X = x)}{\\Pr(Y = y)}',
    '\\operatorname{Var}_{x \\sim f}[x] = \\mathbb{E}_{x \\sim f}[x^2] - \\mathbb{E}_{x \\sim f}[x]^2',
    '\\operatorname{Var}_{f(x)}(x) = \\sum_x f(x) x^2 - \\left(\\sum_x f(x) x\\right)^2',
    '\\mathbb{V}[X] = \\mathrm{Var}(X)',
    '\\mathrm{sd}(X)^2 = \\mathrm{Var}(X)',
    'H^2(p(x), q(x)) = \\frac12 \\sum_x (\\sqrt{p(x)} - \\sqrt{q(x)})^2',
    '\\chi^2(p(x) \\| q(x)) = \\sum_x \\frac{p(x)^2}{q(x)} - 1',
  ])('%s', (tex) => expect(only(finite, tex)).toMatchObject({ verdict: 'holds', evidence: 'exact' }));

  test.each([
    ['\\mathbb{E}[N] = \\mu', 'exact'],
    ['\\operatorname{Var}(N + M + K) = \\sigma^2 + 1 + \\lambda', 'exact'],
    ['\\mathbb{E}[(N - \\mu)^4] = 3 \\sigma^4', 'exact'],
    ['\\mathbb{E}[|N - \\mu|] = \\sigma \\sqrt{\\frac{2}{\\pi}}', 'quadrature'],
    ['\\mathbb{E}[\\log U] = -1', 'quadrature'],
    // what jumps or bends is split there
    ['\\mathbb{E}[\\mathbf{1}[N > \\epsilon]] = \\Pr(N > \\epsilon)', 'quadrature'],
    ['\\mathbb{E}[\\mathbf{1}[M^2 > s]] = \\Pr(|M| > \\sqrt{s})', 'quadrature'],
    ['\\mathbb{E}_{z \\sim \\mathcal{N}(\\mu, \\sigma^2)}[\\mathbf{1}[z > 0] \\frac{z - \\mu}{\\sigma^2}] = \\mathcal{N}(0 \\mid \\mu, \\sigma^2)', 'quadrature'],
    ['\\mathbb{E}_{z \\sim \\mathcal{N}(0, 1)}[\\mathbf{1}_{[-1, s]}(z)] = \\Phi(s) - \\Phi(-1)', 'quadrature'],
    ['\\mathbb{E}[\\max(N, \\mu)] = \\mu + \\frac{\\sigma}{\\sqrt{2 \\pi}}', 'quadrature'],
    ['\\int_{-\\infty}^{\\infty} \\begin{cases} \\mathcal{N}(x; 0, 1) & x < s \\\\ 0 & \\text{otherwise} \\end{cases} \\, dx = \\Phi(s)', 'quadrature'],
    ['\\mathbb{E}[N B] = \\frac{\\mu}{3}', 'exact'],
    ['\\Pr(N \\ge \\mu) = \\frac12', 'exact'],
    ['\\Pr(|N - \\mu| \\ge \\epsilon) \\le \\frac{\\sigma^2}{\\epsilon^2}', 'exact'],
    ['\\Pr((N - \\mu)^2 < \\epsilon^2) = 1 - \\Pr(|N - \\mu| \\ge \\epsilon)', 'exact'],
    ['\\Pr(\\mu < N \\le \\mu + \\sigma) = \\Pr(0 < M \\le 1)', 'exact'],
    ['\\Pr(3 - 2 M > 0) = \\Pr(M < \\frac32)', 'exact'],
    ['\\Pr(N = \\mu) = 0', 'exact'],
    ['\\Pr(T > s + t \\mid T > s) = \\Pr(T > t)', 'exact'],
    ['\\Pr(T > t) = e^{-\\lambda t}', 'exact'],
    ['\\Pr(K = 0) = e^{-\\lambda}', 'exact'],
    ['\\Pr(U + B > 1) = \\frac13', 'exact'],
    ['h(N) = \\frac12 \\log (2 \\pi e \\sigma^2)', 'exact'],
    ['h(2 N + \\mu) = h(N) + \\log 2', 'exact'],
    ['h(X, Z) = h(Z) + h(X \\mid Z)', 'exact'],
    ['I(X; Z) = \\frac12 \\log \\frac{\\operatorname{Var}(X)}{\\operatorname{Var}(X \\mid Z)}', 'exact'],
    ['\\mathbb{E}[\\mathbb{E}[X \\mid Z]] = \\mathbb{E}[X]', 'quadrature'],
    ['\\mathrm{Cov}(X, Z)^2 = \\operatorname{Var}(Z) (\\operatorname{Var}(X) - \\operatorname{Var}(X \\mid Z))', 'quadrature'],
  ])('%s', (tex, evidence) => expect(only(lines, tex)).toMatchObject({ verdict: 'holds', evidence })); // prettier-ignore
});

describe('refuted', () => {
  test.each([
    '\\mathbb{E}[Y \\mid X] = \\mathbb{E}[Y]',
    '\\operatorname{Var}(Y) = \\mathbb{E}[\\operatorname{Var}(Y \\mid X)]',
    '\\mathrm{Cov}(X, Y) = 0',
    '\\mathrm{Var}(X + Y) = \\mathrm{Var}(X) + \\mathrm{Var}(Y)',
    '\\mathrm{H}(X, Y) = \\mathrm{H}(X) + \\mathrm{H}(Y)',
    '\\mathrm{H}(Y \\mid X) = \\mathrm{H}(Y \\mid X = x)',
    'I(X; Y) = 0',
    '\\mathrm{KL}[p(x, y) || q(y, x)] = 0',
    '\\Pr(X = x, Y = y) = \\Pr(X = x) \\Pr(Y = y)',
    '\\Pr(X = x \\mid Y = y) = \\Pr(X = x)',
    'H(X^2, Y) < H(X, Y)',
  ])('%s', (tex) => expect(only(finite, tex)).toMatchObject({ verdict: 'refuted' }));

  test.each([
    '\\Pr(N \\ge 0) = \\frac12',
    '\\Pr(|N| \\ge \\epsilon) \\le \\frac{\\sigma^2}{\\epsilon^2}',
    '\\Pr(T > \\lambda t) = e^{-\\lambda t}',
    '\\Pr(T > s + t \\mid T > s) = \\Pr(T > s)',
    'h(2 N) = h(N)',
    'I(X; Z) = 0',
  ])('%s', (tex) => expect(only(lines, tex)).toMatchObject({ verdict: 'refuted' }));
});

describe('not decided', () => {
  test('the mean of a Cauchy law', () =>
    expect(only(lines, '\\mathbb{E}[C] = 0')).toMatchObject({ verdict: 'undecided' }));
});

test.each([
  [finite, 'H(f, X) = 1', '“H(f, X)” mixes laws and random variables: it is neither a cross-entropy nor a joint entropy'],
  [finite, '\\mathbb{E}[x y] = 1', '“\\mathbb{E}\\left[x y\\right]” does not say which law x, y have together'],
  [finite, '\\mathbb{E}[a] = a', '“\\mathbb{E}\\left[a\\right]” says no law, and nothing random stands in it'],
  [finite, '\\mathbb{E}[X \\mid a] = a', 'nothing in the condition “a” is random'],
  [finite, '\\mathbb{E}_{f(x)}[x \\mid X] = a', 'an expectation has its law below the E or conditions after a bar, not both'],
  [finite, 'I(X) = 0', '“I(X)” should have two sides, as in I(X; Y)'],
  [finite, 'I(X, Y, Z) = 0', '“I(X, Y, Z)” should have two sides, as in I(X; Y)'],
  [finite, '\\mathrm{Var}(X, Y) = 0', '“\\mathrm{Var}(X, Y)” takes one random quantity'],
  [finite, '\\mathrm{Cov}(X) = 0', '“\\mathrm{Cov}(X)” takes two random quantities'],
  [finite, '\\mathrm{KL}[p(x, y) || p(x \\mid y) p(x \\mid y)] = 0', /^“p\(x \\mid y\) p\(x \\mid y\)” is no law of x, y: it adds up to \d/],
  [finite, '\\mathrm{KL}[p(x, y) || p(x)] = 0', '“\\mathrm{KL}(p(x, y) \\| p(x))” has a joint law beside a law of one argument'],
  [finite, '\\mathrm{KL}[p(x) p(y) || q(x) q(y)] = 0', 'one of the two laws in “\\mathrm{KL}(p(x) p(y) \\| q(x) q(y))” should be given, and no formula'],
  [finite, '\\left\\langle X, Y \\right\\rangle = 0', /^an inner product is not read; write/],
  [lines, '\\Pr(X > Z) = \\frac12', /^“\\Pr\(X > Z\)” is no event of one variable with a density that can be measured/],
  [lines, '\\mathbb{E}[N \\mid N > 0] = 1', 'a condition on a variable with a density should be of the form X = x'],
  [lines, 'h(N^2) = 0', 'of variables with a density only the entropy of a X + b is read'],
])('refused: %j %s', (givens, tex, reason) =>
  expect(only(givens, tex)).toMatchObject({
    verdict: 'unread',
    reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
  }),
); // prettier-ignore

describe('what depends on what is said, never granted', () => {
  const together = ['X, Y : random variables'];
  const apart = ['X, Y : independent random variables'];
  const unsaid = ['X : random variable', 'Y : random variable'];
  test.each([
    [together, '\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]', 'refuted'],
    [together, '\\operatorname{Var}(X + Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y)', 'refuted'],
    [
      together,
      '\\operatorname{Var}(X + Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y) + 2 \\mathrm{Cov}(X, Y)',
      'holds',
    ],
    [together, '\\mathrm{Cov}(X, Y)^2 \\le \\operatorname{Var}(X) \\operatorname{Var}(Y)', 'holds'],
    [together, 'H(X, Y) = H(X) + H(Y)', 'refuted'],
    [together, '\\mathbb{E}[X + Y] = \\mathbb{E}[X] + \\mathbb{E}[Y]', 'holds'],
    [['X, Y, Z : nonnegative random variables'], '\\mathbb{E}[X Y Z] \\ge 0', 'holds'],
    [['X, Y, Z : random variables'], '\\mathbb{E}[X Y Z] = \\mathbb{E}[X Y] \\mathbb{E}[Z]', 'refuted'],
    [apart, '\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]', 'holds'],
    [apart, '\\mathbb{E}[X Y] = \\mathbb{E}[X]^2', 'refuted'],
    [unsaid, '\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]', 'unread'],
    [
      ['X : random variable', 'Y : independent random variable'],
      '\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]',
      'holds',
    ],
  ] as const)('%j: %s %s', (givens, tex, verdict) => expect(only(givens, tex)).toMatchObject({ verdict }));

  test('in words', () => {
    expect(only(unsaid, '\\operatorname{Var}(X - Y) \\ge 0').reason).toBe(
      '“\\mathrm{Var}(X - Y)” averages over X, Y, and nothing given says how they depend on each other: give them on one line (any law together), or as independent',
    );
    const { counterexample } = only(together, '\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]');
    expect(counterexample!.X).toMatch(/^joint law of X, Y with probabilities \(.*\)( on \{.*\} × \{.*\})?$/);
  });
});
