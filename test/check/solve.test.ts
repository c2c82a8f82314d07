/** Statements that come true at single places, which no random world hits, are looked at there. */
import { describe, expect, test } from 'vitest';
import { relations } from './page.ts';

const r = String.raw;
const real = ['a, b : real'];
const positive = ['a, b : positive'];
const laws = ['P, Q : positive pmf'];
const X = ['X : random variable'];

describe('is refuted at a root', () => {
  test.each([
    [real, r`a^3 = 2 a \iff a = 0`],
    [real, r`e^a = 3 \implies a = 1`],
    [real, r`a^2 = 2 \implies a = \sqrt{2}`],
    [real, r`a^2 = 2 \iff a = \sqrt{2}`],
    [real, r`a > 0, a^2 = 2 \implies a = \frac{7}{5}`],
    [real, r`a b = 1 \implies a + b \ge 2`],
    [['p : probability'], r`-p \log p - (1 - p) \log(1 - p) = \frac12 \iff p = \frac12`],
    [laws, r`D_{\mathrm{KL}}(P \| Q) = \mathrm{TV}(P, Q) \iff P = Q`],
    [['P : positive pmf'], r`H(P) = \frac12 \implies \max_x P(x) = \frac12`],
    [X, r`\mathbb{E}[X^2] = 2 \mathbb{E}[X]^2 \iff \mathrm{Var}(X) = 2 \mathbb{E}[X]^2`],
    [['p(x, z) : joint pmf'], r`I(x; z) = \frac{1}{10} \implies \sum_x p(x)^2 = 1`],
  ])('%j: %s', (given, tex) => {
    const found = relations(given, tex.replace('I(x; z)', r`\sum_{x, z} p(x, z) \log \frac{p(x, z)}{p(x) p(z)}`));
    expect(found).toMatchObject([{ verdict: 'refuted' }]);
  });

  test('the world is shown, and which statement is true', () => {
    const [found] = relations(real, r`e^a = 3 \implies a = 1`);
    expect(found).toMatchObject({
      reason: 'next to this world, nearer than can be told, one statement comes true and the other does not',
      values: { left: 'true', right: 'false' },
    });
    expect(Math.abs(Number(found!.counterexample!.a) - Math.log(3))).toBeLessThan(2 ** -16);
  });
});

describe('holds, and is seen to be true somewhere', () => {
  test.each([
    [real, r`a^3 + 2 a = 0 \iff a = 0`],
    [real, r`e^a = 3 \iff a = \log 3`],
    [real, r`a = \sqrt{2} \implies a^2 = 2`],
    [real, r`a = \sqrt{2} \implies (a - \sqrt{2})^2 = 0`],
    [real, r`a^3 = 2 \implies |a^3 - 2| \le 0`],
    [real, r`a^2 = 2 \implies a < 2`],
    [real, r`a > 0, a^2 = 2 \implies a = \sqrt{2}`],
    [positive, r`a b = 1 \implies a + b \ge 2`],
    [laws, r`D_{\mathrm{KL}}(P \| Q) = 0 \iff P = Q`],
    [X, r`\mathbb{E}[X^2] = 2 \mathbb{E}[X]^2 \iff \mathrm{Var}(X) = \mathbb{E}[X]^2`],
  ])('%j: %s', (given, tex) => expect(relations(given, tex)).toMatchObject([{ verdict: 'holds' }]));
});

test.each([r`\frac{1}{a} = 0 \implies a = 5`, r`\lfloor a \rfloor = \frac12 \implies a = 5`])(
  '%s jumps over 0 and has no root',
  (tex) => expect(relations(real, tex)).toMatchObject([{ verdict: 'vacuous' }]),
);
