/** Which law is meant by its only argument: p(y) of a law p(x) is another marginal, of which nothing is known. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const r = String.raw;
const kl = (a: string, b: string): string => r`D_{\mathrm{KL}}(${a} \| ${b}) \ge 0`;
const two = (a: string, b: string, law: string, of: string): string =>
  `“D_{KL}(${a} \\| ${b})” has a law of “x” beside a law of “y”, and nothing given says that “${law}” is a law of “${of}”: write one name in both, or give ${law}(${of})`;
const family = [r`p(x \mid \theta) : family`, r`\theta : parameter of p(x \mid \theta)`];

describe('is refused where the names say two variables', () => {
  test.each([
    [['p : pmf'], kl('p(x)', 'p(y)'), two('p(x)', 'p(y)', 'p', 'x')],
    [['p : density'], kl('p(x)', 'p(y)'), two('p(x)', 'p(y)', 'p', 'x')],
    [['p, q : pmf', 'x, y : outcomes of p'], kl('p(x)', 'q(y)'), two('p(x)', 'q(y)', 'q', 'y')],
    [['p(x) : pmf'], kl('p(x)', 'p(y)'), '“y” names no argument of “p” (x)'],
    [['p(x) : pmf'], 'H(p(y)) = H(p(x))', '“y” names no argument of “p” (x)'],
    [family, kl(r`p(x \mid \theta)`, r`p(y \mid \theta)`), '“y” names no argument of “p” (x)'],
  ])('%j: %s', (given, tex, reason) => expect(relations(given, tex)).toMatchObject([{ verdict: 'unread', reason }]));
});

describe('is read where the givens say of which variable it is', () => {
  test.each([
    [['p, q : pmf'], kl('p(x)', 'q(x)')],
    [['p(x) : pmf', 'q(z) : pmf'], kl('p(x)', 'q(z)')],
    [['p(x, y) : joint pmf'], kl('p(x)', 'p(y)')],
    [['p(x) : pmf', 'y : outcome of p(x)'], 'H(p(y)) = H(p(x))'],
    [['p(x, z) : joint pmf', 'q(z) : pmf', 'x : outcome of p(x)'], kl('q(z)', r`p(z \mid x)`)],
  ])('%j: %s', (given, tex) => expect(relations(given, tex)).toMatchObject([{ verdict: 'holds' }]));
  test('two marginals differ', () => {
    const found = relations(['p(x, y) : joint pmf'], r`D_{\mathrm{KL}}(p(x) \| p(y)) = 0`);
    expect(found).toMatchObject([{ verdict: 'refuted' }]);
  });
});
