/** Words and signs that say when a statement is meant, and what goes on with it. */
import { describe, expect, test } from 'vitest';
import { print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { relations } from './page.ts';

const givens = [
  'a, b : real',
  'c, x : positive',
  'n : sample size',
  'X_1, \\dots, X_n : sample from \\mathcal{N}(0, 1)',
  'P, Q : pmf',
];
const found = (tex: string) => relations(givens, tex).map(({ verdict }) => verdict);

describe('a condition', () => {
  test.each([
    ['0 < e^{-c x} < 1 \\quad \\text{for any} \\quad x > 0', ['holds', 'holds']],
    ['|a| = a \\text{ if } a \\ge 0', ['holds']],
    ['|a| = a, \\quad \\text{if } a > -1', ['refuted']],
    ['|a| = a \\text{ if } a \\ge 0, \\quad |a| = -a \\text{ if } a \\le 0', ['holds', 'holds']],
    ['|a| = a, \\quad b = b + 1 \\quad \\text{for all } a > 0', ['holds', 'refuted']],
    ['a b > 0 \\quad \\text{whenever } a > 0, b > 0', ['holds']],
    ['|a| = a \\text{ 若 } a > 0', ['holds']],
    ['X_i^2 \\ge 0, \\quad i = 1, \\ldots, n', ['holds']],
    ['X_i \\ge 0, \\quad i = 1, \\ldots, n', ['refuted']],
    ['i^2 > i, \\quad i = 2, 3, \\dots, n', ['holds']],
    ['i^2 > i \\quad \\text{for } i = 1, \\dots, n', ['refuted']],
    ['X_i^2 \\ge 0 \\quad \\text{for all } i \\in \\{1, \\dots, n\\}', ['holds']],
    ['\\frac{1}{n} > 0 \\quad \\text{for } a^2 < 0', ['vacuous']],
  ])('%s: %j', (tex, verdicts) => expect(found(tex)).toEqual(verdicts));
});

describe('what goes on', () => {
  test.each([
    ['a^2 = a a \\text{ and } b = b + 1', ['holds', 'refuted']],
    ['a^2 = a a \\quad \\text{where} \\quad a = b', ['holds', 'refuted']],
    ['a > 0, b > 0 \\implies a b > 0', ['holds']],
    ['a > 0, b > 0 \\implies a b > 1', ['refuted']],
    ['a > 0, \\quad b > 0 \\implies b + 1 > 1', ['refuted', 'holds']],
    ['a > b \\implies a > b - 1 \\implies a > b - 2', ['holds', 'holds']],
    ['a > b \\implies a > b - 1 \\implies a > b', ['holds', 'refuted']],
    ['P = Q \\iff D_{KL}(P \\| Q) = 0', ['holds']],
  ])('%s: %j', (tex, verdicts) => expect(found(tex)).toEqual(verdicts));
});

test.each([
  ['a = b \\text{ whatever } a', 'the text “whatever” stands inside a formula; end the formula before it, or give it as a reason after &&'],
  ['e^{-lambda x} < 0', '“lambda” is drawn as 6 letters in a row; write \\lambda'],
])('%s is refused', (tex, reason) =>
  expect(relations(givens, tex)[0]).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore

test.each([
  'a = b \\quad \\text{for all } x > 0, c > 0',
  'a = b \\text{ if } x > 0, \\quad c = b \\text{ if } x < 0',
  'a > 0, b > 0 \\implies a b > 0',
  '\\left(a > 0 \\implies b > 0\\right) \\implies c > 0',
  'a > 0 \\implies b > 0 \\implies c > 0',
  'a > 0 \\iff b > 0 \\iff c > 0',
  'a > 0, x > 0 \\implies b > 0, c > 0 \\implies a > 0',
])('%s prints as it reads', (tex) => {
  const names = { callable: () => false, declared: () => false };
  const [one] = read(tex, names).statements;
  const [again] = read(print(one!), names).statements;
  expect(print(again!)).toBe(print(one!));
});
