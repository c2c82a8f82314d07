/** Laws and random variables as they are given: what is drawn, and what is refused. */
import { describe, expect, test } from 'vitest';
import { namedSorts } from '../../lib/meaning/sort/named.ts';
import { sorts } from '../../lib/meaning/sort/index.ts';
import { problems, relations } from '../check/page.ts';

const only = (givens: readonly string[], tex: string) => relations(givens, tex)[0]!;

test('a given fits one sort only', () => {
  for (const sort of namedSorts)
    for (const example of sort.examples) {
      const text = example.replace(/^.*? : /, '');
      expect(sorts.filter((s) => s.pattern.test(text)).map((s) => s.name)).toEqual([sort.name]);
    }
});

describe.each(namedSorts)('$name', ({ name }) => {
  const countable = ['Bernoulli', 'binomial', 'Poisson', 'geometric', 'discrete uniform'].some((word) => name.startsWith(word)); // prettier-ignore
  test('its probabilities add up to 1', () => {
    const whole = countable ? '\\sum_x P(x) = 1' : '\\int P(x) \\, dx = 1';
    expect(only([`P : ${name}`], whole).verdict).toBe('holds');
  });
  test('two of them differ, and may be the same', () => {
    const givens = [`P, Q : ${name}`];
    expect(only(givens, 'P = Q').verdict).toBe('refuted');
    expect(only(givens, '\\exists P, Q : P = Q').verdict).toBe('holds');
    expect(only(givens, '\\mathrm{KL}[P \\,||\\, Q] \\ge 0').verdict).toBe('holds');
  });
});

test('a law is no other one because both are given to be equal', () => {
  const normal = ['P : density', 'Q : normal law', '\\mu : real', '\\sigma : positive'];
  expect(only(normal, 'H(Q) \\ge \\frac12 \\log (2 \\pi e \\cdot 0.015625)').verdict).toBe('holds');
  expect(only(['P : pmf', 'Q : positive pmf', 'x : outcome of Q'], '\\sum_x 1[Q(x) > 0] = 1').verdict).toBe('unread');
  expect(only(['P : pmf', 'Q : positive pmf', 'R : positive pmf'], '\\mathrm{KL}[R \\,||\\, Q] < 1000').verdict).toBe('holds'); // prettier-ignore
});

describe('random variables with a law', () => {
  test.each([
    ['X : random variable with law \\mathrm{Bin}(n, p)', 'X \\sim \\mathrm{Bin}(n, p)', 'holds'],
    ['X : random variable with law \\mathrm{Bin}(n, p)', 'X \\sim \\mathrm{Bin}(n, 1 - p)', 'refuted'],
    ['X : random variable with law \\mathrm{Bin}(n, p)', '\\mathbb{E}[X] = n p', 'holds'],
    ['X : random variable with law \\mathrm{Bin}(n, p)', '\\operatorname{Var}(X) = n p (1 - p)', 'holds'],
    ['X : random variable from \\mathcal{N}(\\mu, \\sigma^2)', 'X \\sim \\mathcal{N}(\\mu, \\sigma^2)', 'holds'],
    ['X : random variable from \\mathcal{N}(\\mu, \\sigma^2)', 'X \\sim \\mathcal{N}(\\mu, \\sigma)', 'refuted'],
    ['X : random variable with density \\mathrm{Exp}(\\sigma)', 'X > 0', 'holds'],
    ['X : random variable with density \\mathrm{Beta}(\\sigma, 2)', 'X < 1', 'holds'],
    ['X : random variable with pmf f_X', 'X \\sim f_X', 'holds'],
    ['X : random variable with pmf f_X', '\\sum_x f_X(x) = 1', 'holds'],
    ['P := \\mathrm{Bin}(n, p)', 'P(n) = p^n', 'holds'],
    ['P := f_X', '\\sum_x P(x) = 1', 'holds'],
  ])('%s: %s %s', (given, tex, verdict) => {
    const givens = ['n : integer from 1 to 4', 'p : probability', '\\mu : real', '\\sigma : positive', 'f_X : pmf', given]; // prettier-ignore
    expect(only(givens, tex)).toMatchObject({ verdict });
  });

  test('that cannot be', () => {
    const said = problems(
      'p(x, y) : joint pmf',
      'X, Y : random variables with joint pmf p(x)',
      'Z : random variable with law',
    );
    expect(said.map((p) => p.message)).toEqual([
      '“p(x)” should be a joint law of 2 arguments, such as p(x, y), one for each variable',
      'unknown sort “random variable with law”',
    ]);
    const one = only(['p(x, y) : joint pmf', 'X : random variable with law p(x, y)'], 'X = X');
    expect(one).toMatchObject({ verdict: 'unread', reason: 'a random variable has the law of x, y together: name one for each' }); // prettier-ignore
  });
});

describe('numbers in a range', () => {
  test.each([
    ['j : integer', '2 j \\ne 1', 'holds'],
    ['j : integer', 'j \\ge -7', 'refuted'],
    ['j : positive integer', '\\sum_{i=1}^j i = \\frac{j (j + 1)}{2}', 'holds'],
    ['j : positive integer', 'j \\ge 2', 'refuted'],
    ['j : nonnegative integer', 'j \\ge 0', 'holds'],
    ['j : nonnegative integer', 'j > 0', 'refuted'],
    ['j : integer between 2 and 3', '(j - 2)(j - 3) = 0', 'holds'],
    ['j : integer in 2..4', '(j - 2)(j - 3) = 0', 'refuted'],
    ['j : real in (-1, 1)', 'j^2 < 1', 'holds'],
    ['j : in [-1, 1]', 'j^2 < 1', 'refuted'],
    ['j : real in [0, 1)', 'j < 1', 'holds'],
    ['j : real in [0, 1)', 'j > 0', 'refuted'],
    ['j : nonzero real', '\\frac{j}{j} = 1', 'holds'],
    ['j : nonzero real', 'j > 0', 'refuted'],
    ['j : nonnegative', '\\sqrt{j}^2 = j', 'holds'],
    ['j : nonnegative real', 'j > 0', 'refuted'],
  ])('%s: %s %s', (given, tex, verdict) => expect(only([given], tex)).toMatchObject({ verdict }));

  test('that is empty', () => {
    const said = problems('j : integer from 3 to 2', 'j : real in (1, 1)').map((p) => p.message);
    expect(said).toEqual(['the range from 3 to 2 is empty', 'the range from 1 to 1 is empty']);
  });
});

describe('a family of joint laws', () => {
  const givens = ['p(x, z \\mid \\theta) : joint family', "\\theta' : parameter of p", 'x : outcome of p(x \\mid \\theta)', 'z : outcome of p(z \\mid \\theta)']; // prettier-ignore
  test.each([
    ['\\sum_{x, z} p(x, z \\mid \\theta) = 1', 'holds'],
    ['p(x \\mid \\theta) = \\sum_z p(x, z \\mid \\theta)', 'holds'],
    ['p(x, z \\mid \\theta) = p(x \\mid \\theta) p(z \\mid x, \\theta)', 'holds'],
    ['p(x, z \\mid \\theta) = p(x \\mid \\theta) p(z \\mid \\theta, x)', 'holds'],
    ["p(x, z \\mid \\theta) = p(x, z \\mid \\theta')", 'refuted'],
    ["D_{KL}(p(z \\mid x, \\theta') \\| p(\\cdot \\mid x, \\theta)) \\ge 0", 'holds'],
    ["\\max_\\theta p(x \\mid \\theta) \\ge p(x \\mid \\theta')", 'holds'],
    ["\\theta' \\in \\arg\\min_\\theta D_{KL}(p(z \\mid \\theta') \\| p(z \\mid \\theta))", 'holds'],
    ['\\frac{d}{d\\theta} p(x \\mid \\theta) = 0', 'unread'],
  ])('%s: %s', (tex, verdict) => expect(only(givens, tex)).toMatchObject({ verdict }));

  test('may show its parameter below', () => {
    const below = ['p_\\theta(x, z) : joint family', 'x : outcome of p_\\theta(x)'];
    expect(only(below, 'p_\\theta(x) = \\sum_z p_\\theta(x, z)')).toMatchObject({ verdict: 'holds' });
    expect(only(below, '\\sum_z p_\\theta(z \\mid x) = 1')).toMatchObject({ verdict: 'holds' });
    expect(only(below, 'p_9(x) = 1')).toMatchObject({ verdict: 'unread', reason: '“9” is no parameter of “p”: 9 is not in {1, 2, 3}' }); // prettier-ignore
  });

  test.each([
    ['p(x, z) = 1', '“p(x, z)” should have one parameter (\\theta), it has 0'],
    [
      "p(x \\mid \\theta, \\theta') = 1",
      "“p(x \\mid \\theta, \\theta')” should have one parameter (\\theta), it has 2",
    ],
  ])('%s is refused', (tex, reason) => expect(only(givens, tex)).toMatchObject({ verdict: 'unread', reason }));

  test('that cannot be', () =>
    expect(problems('p(x \\mid \\theta) : joint family', 'q(x, z) : joint family').map((p) => p.message)).toEqual([
      '“p(x \\mid \\theta)” should name two or three arguments, such as p(x, z \\mid \\theta)',
      '“q(x, z)” should show its parameter, such as p(x \\mid \\theta) or p_\\theta(x)',
    ]));
});
