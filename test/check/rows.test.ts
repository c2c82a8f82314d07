/** No row of a formula vanishes, and no definition is taken for another. */
import { expect, test } from 'vitest';
import { relations } from './page.ts';

const verdicts = (givens: string[], tex: string) =>
  relations(givens, tex).map((r) => [r.relation, r.verdict, r.reason]);

test('a broken row under \\overset is unread, and so is what goes on from it', () => {
  const tex = '\\begin{split} a &= a \\\\ &\\overset{\\eqref{x}}{=} a + \\\\ &= a \\end{split}';
  expect(verdicts(['a : real'], tex)).toEqual([
    ['=', 'holds', null],
    ['=', 'unread', 'expected an operand, found the end'],
    ['=', 'unread', 'expected an operand, found the end'],
  ]);
});

test('what is written as it was defined means that', () => {
  const givens = ['x, y : real', 'p(x) := x', 'p(y) := 2 y'];
  expect(verdicts(givens, 'p(x) = x')).toEqual([['=', 'holds', null]]);
  expect(verdicts(givens, 'p(y) = 2 y')).toEqual([['=', 'holds', null]]);
  expect(verdicts(['a, c : positive', 'q(m_1 \\mid y) := a', 'q(m_2 \\mid y) := c'], 'q(m_1 \\mid y) = a')).toEqual([
    ['=', 'holds', null],
  ]);
});

test('of two functions told apart by their arguments a third argument is neither', () => {
  const [found] = relations(['x, y, z : real', 'p(x) := x', 'p(y) := 2 y'], 'p(z) = z');
  expect([found!.verdict, found!.reason]).toEqual(['unread', 'nothing given says what “p” is']);
});

test('a later definition of the same function replaces the earlier one', () => {
  expect(verdicts(['x : real', 'f(x) := x', 'f(x) := 3 x'], 'f(2) = 6')).toEqual([['=', 'holds', null]]);
});
