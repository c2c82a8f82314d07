/** What stands for the arguments of a definition: all at once, and nothing that is bound. */
import { describe, expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'a, b : real',
  'P : pmf',
  'x : outcome of P',
  'n : sample size',
  'f(a, b) := a - b',
  'g(a) := \\sum_x P(x) a x',
  'k(x) := \\mathbb{E}_{x \\sim P}[x] + x',
  'h(a, b) := \\frac{d}{d a} a^2 b',
  's(n) := \\sum_{i=1}^n i',
  'F(t) := \\int_0^t 2 u \\, du',
  'G(t) := \\int_0^1 2 t u \\, du',
  'm(a) := \\left. a u^2 \\right|_{u = a}',
];

describe('definitions', () => {
  test.each([
    ['f(b, a) = b - a', 'holds'],
    ['f(b, a) = 0', 'refuted'],
    ['g(b) = b g(1)', 'holds'],
    ['k(2) = \\sum_x P(x) x + 2', 'holds'],
    ['k(2) = 4', 'refuted'],
    ['h(b, a) = 2 a b', 'holds'],
    ['h(b, a) = 3 b^2', 'refuted'],
    ['h(a, a) = 2 a^2', 'holds'],
    ['s(n + 1) = s(n) + n + 1', 'holds'],
    ['F(a^2) = a^4', 'holds'],
    ['G(a) = a', 'holds'],
    ['m(b) = b^3', 'holds'],
  ])('%s: %s', (tex, verdict) => expect(relations(givens, tex)[0]).toMatchObject({ verdict }));

  test.each([
    ['g(x) = x g(1)', 'x'],
    ['G(u) = u', 'u'],
  ])('%s: a bound name would take the argument for itself', (tex, name) =>
    expect(relations([...givens, 'u : positive'], tex)[0]).toMatchObject({
      verdict: 'unread',
      reason: `“${name}” is bound where it would stand for an argument: name one of the two otherwise`,
    }),
  );
});
