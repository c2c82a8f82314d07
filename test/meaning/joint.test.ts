/** Joint laws of any number of arguments, what they were given under, and conditional laws of several arguments. */
import { expect, test } from 'vitest';
import { relations } from '../check/page.ts';

const givens = [
  'p(y, \\theta \\mid m) : joint pmf',
  'g(x, y, z) : joint density',
  'c(x, y, z) : joint density with x, y independent given z',
  't(x, y, z) : joint pmf',
  's(y_1, y_2, z) : joint pmf with y_1, y_2 independent given z',
  'y : outcome of p(y \\mid m)',
  '\\theta : outcome of p(\\theta \\mid m)',
  'x, z, y_1, y_2 : outcome of t(x)',
  'r_\\phi(x) : pmf',
  'q(x) : pmf',
];
const dense = [...givens, 'x : outcome of g(x)', 'y : outcome of g(y)', 'z : outcome of g(z)'];
const only = (tex: string, lines = givens) => relations(lines, tex)[0]!;

test.each([
  'p(y, \\theta \\mid m) = p(y \\mid \\theta, m) p(\\theta \\mid m)',
  'p(y \\mid m) = p(y)',
  'p(\\theta \\mid y, m) = \\frac{p(y, \\theta)}{p(y \\mid m)}',
  '\\mathrm{KL}[p(\\theta \\mid y, m) \\,||\\, p(\\theta \\mid y)] = 0',
  's(y_1, y_2 \\mid z) = s(y_1 \\mid z) s(y_2 \\mid z)',
  't(x, y \\mid z) = \\frac{t(x, y, z)}{t(z)}',
  '\\mathrm{KL}[t(x, y \\mid z) \\,||\\, t(x \\mid y, z) t(y \\mid z)] = 0',
  'r_\\phi(x) = r(x)',
])('%s holds', (tex) => {
  expect(only(tex)).toMatchObject({ verdict: 'holds', reason: null });
});

test.each([
  'g(x, y, z) = g(x \\mid y, z) g(y \\mid z) g(z)',
  'g(x, z) = g(z \\mid x) g(x)',
  'g(x, y \\mid z) = g(y \\mid x, z) g(x \\mid z)',
  'c(x, y \\mid z) = c(x \\mid z) c(y \\mid z)',
  'g(x \\mid z) = \\int g(x \\mid y, z) g(y \\mid z) \\, dy',
  '\\mathbb{E}_{g(x \\mid z)}[x] = \\mathbb{E}_{g(x, y \\mid z)}[x]',
])('%s holds of densities', (tex) => {
  expect(only(tex, dense)).toMatchObject({ verdict: 'holds', reason: null });
});

test.each([
  ['t(x, y \\mid z) = t(x \\mid z) t(y \\mid z)', givens],
  ['s(y_1, y_2) = s(y_1) s(y_2)', givens],
  ['g(x \\mid y, z) = g(x \\mid z)', dense],
  ['c(x, y) = c(x) c(y)', dense],
] as const)('%s is refuted', (tex, lines) => {
  expect(only(tex, lines).verdict).toBe('refuted');
});

test.each([
  ['q_2(x) = q(x)', 'nothing given says what “q_2” is'],
  ['q(x \\mid m) = q(x)', '“q” was given without the condition “m”'],
  ['r_\\psi(x) = r(x)', 'nothing given says what “r_{\\psi}” is'],
  ['p(y \\mid n) = p(y)', '“n” names no argument of “p” (y, \\theta)'],
  ['g(x \\mid x) = 1', '“g(x \\mid x)” has “x” twice'],
])('%s is refused: %s', (tex, reason) => {
  expect(only(tex)).toMatchObject({ verdict: 'unread', reason });
});
