/** The rows and cells of an equation, as slices of its LaTeX. */
import { expect, test } from 'vitest';
import { rowAt, splitRows } from '../../lib/tex/rows.ts';

const cells = (tex: string) =>
  splitRows(tex).map((row) => row.cells.map(({ start, end }) => tex.slice(start, end).trim()));

test.each([
  ['a = b', [['a = b']]],
  [String.raw`\begin{aligned} a &= b && \text{why \& how} \\[1em] &= c \end{aligned}`, [['a', '= b', '', String.raw`\text{why \& how}`], ['', '= c']]],
  [String.raw`\begin{split} a \\ b \\ \end{split} \label{x}`, [['a'], ['b'], ['']]],
  [
    String.raw`\begin{aligned} a &= \begin{cases} 1 & x \\ 0 & y \end{cases} \\ &= \begin{pmatrix} 1 \\ 2 \end{pmatrix} \end{aligned}`,
    [['a', String.raw`= \begin{cases} 1 & x \\ 0 & y \end{cases}`], ['', String.raw`= \begin{pmatrix} 1 \\ 2 \end{pmatrix}`]],
  ],
  [String.raw`f(x) = \begin{cases} 1 \\ 0 \end{cases}`, [[String.raw`f(x) = \begin{cases} 1 \\ 0 \end{cases}`]]],
  [String.raw`\begin{aligned} a = {`, [[String.raw`\begin{aligned} a = {`]]],
  [String.raw`a = \mathrm12`, [[String.raw`a = \mathrm12`]]],
])('%s', (tex, expected) => expect(cells(tex)).toEqual(expected)); // prettier-ignore

test('every offset stands in a row', () => {
  const tex = String.raw`\label{a} \begin{aligned} a &= b \label{b} \\ &= c \label{c} \end{aligned} \label{d}`;
  const at = ['a', 'b', 'c', 'd'].map((name) => rowAt(splitRows(tex), tex.indexOf(`\\label{${name}}`)));
  expect(at).toEqual([0, 0, 1, 1]);
  expect(rowAt(splitRows(tex), tex.length)).toBe(1);
});
