/** What holds of small numbers only is refuted where they are large, or next to nothing. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { sources } from './page.ts';

const r = String.raw;

const check = (given: readonly string[], tex: string) =>
  createChecker({ page: 'p.md', worlds: 1000, seed: 1 }).check(sources(given, [tex])[0]!).relations[0]!;

describe('is refuted far out', () => {
  test.each([
    ['x < 10', ['x : real'], { x: '16' }],
    ['x > -10', ['x : real'], { x: '-16' }],
    ['|x| < 10^4', ['x : real'], { x: '65536' }],
    [r`a > \frac{1}{10}`, ['a : positive'], { a: '1/16' }],
    ['t^2 < 1000', ['t : nonnegative'], { t: '52' }],
    [r`\log a < 5`, ['a : positive'], { a: '256' }],
    ['x + y < 30', ['x, y : real'], { x: '16', y: '16' }],
    ['x < 10 + a', ['x : real', 'a : positive'], undefined],
    ['n < 40', ['n : positive integer'], { n: '96' }],
    ['j > -40', ['j : integer'], { j: '-96' }],
    [r`n! \le 10^6`, ['n : nonnegative integer'], { n: '16' }],
    [r`n \le 200`, ['n : sample size'], { n: '256' }],
    ['a n < 10^6', ['n : positive integer', 'a : positive'], undefined],
    [r`n \le 10^9`, ['n : positive integer'], { n: '1099511627776' }],
    [r`\frac{1}{n} \ge 10^{-6}`, ['n : sample size'], undefined],
    [r`\log n \le 8`, ['n : nonnegative integer'], undefined],
    [r`x \le 10^{30}`, ['x : real'], undefined],
    [r`a \ge 10^{-20}`, ['a : positive'], undefined],
    [r`a^2 + b \ge b + 10^{-20}`, ['a, b : positive'], undefined],
  ])('%s', (tex, givens, counterexample) => {
    expect(check(givens, tex)).toMatchObject({ verdict: 'refuted', ...(counterexample ? { counterexample } : {}) });
  });
});

describe('holds far out too', () => {
  test.each([
    [r`\log a \le a - 1`, ['a : positive']],
    [r`a + b \ge 2 \sqrt{a b}`, ['a, b : positive']],
    ['(x + y)^2 = x^2 + 2 x y + y^2', ['x, y : real']],
    [r`\log(a b) = \log a + \log b`, ['a, b : positive']],
    [r`\log \Gamma(a + 1) = \log a + \log \Gamma(a)`, ['a : positive']],
    [r`e^{x + y} = e^x e^y`, ['x, y : real']],
    [r`\sum_{k=0}^n \binom{n}{k} = 2^n`, ['n : positive integer']],
    ['n \\ge 1', ['n : sample size']],
    ['2^n \\ge n + 1', ['n : positive integer']],
    [r`\left(1 + \frac1n\right)^n \le e`, ['n : positive integer']],
    [r`n^2 \ge n`, ['n : positive integer']],
    // as near to their limits as doubles tell
    [r`\tanh x < 1`, ['x : real']],
    [r`\frac{1}{1 + e^{-x}} < 1`, ['x : real']],
    [r`e^{-x^2} > 0`, ['x : real']],
    // their sorts have ends, and are not left
    [r`-1 < \rho < 1`, [r`\rho : real in (-1, 1)`]],
    [r`0 < \alpha < 1`, [r`\alpha : probability`]],
    ['j < 6', ['j : integer from 1 to 5']],
  ])('%s', (tex, givens) => expect(check(givens, tex)).toMatchObject({ verdict: 'holds' }));
});
