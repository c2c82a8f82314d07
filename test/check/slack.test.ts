/** Inequalities are attacked: a bound that is a little too good falls, one that is met is seen to be met. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { sources } from './page.ts';

const r = String.raw;
const laws = ['P, Q : positive pmf', 'x : outcome of P'];
const numbers = ['a, b, c, t : positive'];

const check = (given: readonly string[], tex: string, seed: number, worlds = 1000) =>
  createChecker({ page: 'p.md', worlds, seed }).check(sources(given, [tex])[0]!).relations[0]!;
const seeds = [1, 2, 3];

describe.each<[string, readonly string[], string, string]>([
  ['the exponent of Pinsker', laws, r`D_{KL}(P \| Q) \ge 2 \mathrm{TV}(P, Q)^2`, r`D_{KL}(P \| Q) \ge 2 \mathrm{TV}(P, Q)^{9/5}`], // prettier-ignore
  ['the constant of Pinsker', laws, r`D_{KL}(P \| Q) \ge 2 \mathrm{TV}(P, Q)^2`, r`D_{KL}(P \| Q) \ge \frac{9}{4} \mathrm{TV}(P, Q)^2`], // prettier-ignore
  ['the bound of Gibbs', laws, r`D_{KL}(P \| Q) \ge 0`, r`D_{KL}(P \| Q) \ge \frac{1}{100}`],
  ['the exponent of Chebyshev', ['P : positive pmf', 'X : random variable with law P', r`\mu := \mathbb{E}[X]`, r`\epsilon : positive`], r`\mathbb{P}(|X - \mu| \ge \epsilon) \le \frac{\operatorname{Var}(X)}{\epsilon^2}`, r`\mathbb{P}(|X - \mu| \ge \epsilon) \le \frac{\operatorname{Var}(X)}{\epsilon^3}`], // prettier-ignore
  ['the tangent of the logarithm', ['a : positive'], r`\log a \le a - 1`, r`\log a \le \frac34 a - \frac34`],
])('%s', (_, given, right, wrong) => {
  test.each(seeds)('holds as it is, from seed %i', (seed) => expect(check(given, right, seed).verdict).toBe('holds'));
  test.each(seeds)('falls when it is tightened, from seed %i', (seed) =>
    expect(check(given, wrong, seed).verdict).toBe('refuted'),
  );
});

describe('cases of equality are attained', () => {
  test.each<[string, readonly string[], string]>([
    ['P = Q', laws, r`D_{KL}(P \| Q) \ge 0`],
    ['a = b', numbers, r`\frac{a + b}{2} \ge \sqrt{a b}`],
    ['a/c = b/t', numbers, r`(a + b) \log \frac{a + b}{c + t} \le a \log \frac{a}{c} + b \log \frac{b}{t}`],
    ['a = 1', ['a : positive'], r`\log a \le a - 1`],
  ])('%s', (_, given, tex) => {
    for (const seed of seeds)
      expect(check(given, tex, seed)).toMatchObject({ verdict: 'holds', attained: true, slack: 0 });
  });
});

describe('a bound that gives way at an irrational place only', () => {
  const given = ['x, y : real', 'a : positive', 'p : probability'];
  test.each([
    [r`(x^2 - 2)^2 \ge 10^{-9}`],
    [r`-p \log p \le 0.36787944`],
    [r`a \log a \ge -0.36787944`],
    [r`a + \frac{2}{a} \ge 2.828427125`],
  ])('is refuted: %s', (tex) => expect(check(given, tex, 1, 300).verdict).toBe('refuted'));

  test.each([
    ['(x^2 - 2)^2 > 0'],
    [r`(x - \sqrt{2})^2 + (y - \sqrt{3})^2 > 0`],
    [r`-p \log p < \frac{1}{e}`],
    [r`\log a < \frac{a}{e}`],
    [r`a + \frac{2}{a} > 2 \sqrt{2}`],
  ])('is not said to be strict: %s', (tex) =>
    expect(check(given, tex, 1, 300)).toMatchObject({
      verdict: 'undecided',
      reason:
        'next to this world the sides come nearer than can be told, and a strict sign is written: write one that lets them be equal, or say in the givens what excludes it',
    }),
  );

  test.each([
    [r`-p \log p \le \frac{1}{e}`],
    [r`-p \log p < 0.3678795`],
    [r`\log a \le \frac{a}{e}`],
    ['(x^2 - 2)^2 + 10^{-9} > 0'],
    [r`a + \frac{2}{a} \ge 2 \sqrt{2}`],
    [r`\frac{1}{1 + x^2} > 0`],
    [r`-p \log p - (1 - p) \log(1 - p) < 1`],
  ])('holds where it does not: %s', (tex) => expect(check(given, tex, 1, 300).verdict).toBe('holds'));
});

test('a bound that is never met is not said to be', () => {
  const found = check(['a : positive'], 'a^2 + 1 > a', 1);
  expect(found).toMatchObject({ verdict: 'holds', attained: false });
  // least of (a^2 - a + 1)/(a^2 + 1) is 1/2, at a = 1
  expect(found.slack).toBeCloseTo(0.5, 10);
});
