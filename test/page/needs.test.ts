/** Assumptions that a page says are needed: without them the equation must fail, or the page does. */
import { describe, expect, test } from 'vitest';
import { checkPage } from '../../lib/page/index.ts';

const page = (...blocks: string[]): string =>
  ['```given', 'P, Q : positive pmf', '```', '', '$$', 'D_{\\mathrm{KL}}(P \\,\\|\\, Q) < \\infty \\label{finite}', '$$', '', ...blocks, ''].join('\n'); // prettier-ignore
const check = (...blocks: string[]) => checkPage(page(...blocks), 'p.mdx', { worlds: 300, seed: 1 });

describe('```without', () => {
  test('shows what breaks the equation when an assumption is dropped', () => {
    const { problems, needs, equations } = check('```without finite', 'P, Q : pmf', '```');
    expect(problems).toEqual([]);
    expect(equations[0]!.relations.map((r) => r.verdict)).toEqual(['holds']);
    expect(needs).toMatchObject([
      {
        label: 'finite',
        line: 9,
        without: ['P, Q : pmf'],
        broken: { verdict: 'refuted', values: { left: 'Infinity', right: 'Infinity' } },
      },
    ]);
    expect(Object.keys(needs![0]!.broken.counterexample!)).toEqual(['P', 'Q']);
  });
  test.each([
    [
      'an assumption that is not needed',
      ['```without finite', 'P, Q : positive pmf', '```'],
      'without its assumption, with “P, Q : positive pmf” instead, “finite” is not refuted: holds',
    ],
    [
      'a label that is not there',
      ['```without finit', 'P, Q : pmf', '```'],
      'in a block “without”: no equation of this page has the label "finit"',
    ],
    ['nothing instead', ['```without finite', '```'], 'in a block “without”: nothing is given instead'],
  ])('%s is a problem of the page', (_, block, message) => {
    expect(check(...block).problems.map((p) => [p.place.line, p.message])).toEqual([[9, message]]);
  });
});

/** A page of one equation under its givens, and what is given instead. */
const needed = (given: readonly string[], tex: string, without: readonly string[]): string =>
  ['```given', ...given, '```', '', '$$', `${tex} \\label{it}`, '$$', '', '```without it', ...without, '```', ''].join(
    '\n',
  );

describe('what fails without its assumption', () => {
  const sample = [
    'n : sample size',
    '\\mu : real',
    'c : positive',
    'X : random variable with law \\mathcal{N}(\\mu, c^2)',
    'X_1, \\dots, X_n : independent copies of X',
    '\\bar X_n := \\frac1n \\sum_{i=1}^n X_i',
  ];
  // of a normal mean with the precision of the sample, up to what does not depend on it
  const logLikelihood = [
    '\\tau : positive',
    'a : integer from 0 to 2',
    '\\ell(\\theta) := -\\frac{\\tau}{2} (\\theta - a)^2',
  ];
  const joint = (how: string) => [`p(x, y) : joint pmf${how}`, 'x : outcome of p(x)', 'y : outcome of p(y)'];

  test.each([
    {
      name: 'Cauchy breaks the law of large numbers',
      given: sample,
      tex: '\\bar X_n \\xrightarrow{p} \\mu',
      without: ['X : random variable with law \\mathrm{Cauchy}(\\mu, c)'],
      says: /^the mean of the law does not exist/,
    },
    {
      name: 'dependence breaks the factorisation',
      given: joint(' with x, y independent'),
      tex: 'p(x, y) = p(x) p(y)',
      without: ['p(x, y) : joint pmf'],
      says: /^the sides differ/,
    },
    {
      name: 'a flat log-likelihood has no unique maximiser',
      given: logLikelihood,
      tex: '\\arg\\max_{\\theta \\in \\{0, 1, 2\\}} \\ell(\\theta) = \\{a\\}',
      without: ['\\tau : nonnegative'],
      says: /^the sides differ/,
    },
    {
      name: 'without absolute continuity the divergence is infinite',
      given: ['P, Q : positive pmf'],
      tex: 'D_{\\mathrm{KL}}(P \\,\\|\\, Q) < \\infty',
      without: ['P, Q : pmf'],
      says: /^the two sides are equal/,
    },
  ])('$name', ({ given, tex, without, says }) => {
    const found = checkPage(needed(given, tex, without), 'p.mdx', { worlds: 300, seed: 1 });
    expect(found.problems).toEqual([]);
    expect(found.equations[0]!.relations.map((r) => r.verdict)).toEqual(['holds']);
    const broken = found.needs![0]!.broken;
    expect(broken).toMatchObject({ verdict: 'refuted' });
    expect(broken.reason).toMatch(says);
    expect(broken.counterexample).not.toBe(null);
  });
});
