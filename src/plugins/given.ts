/** Givens as the reader sees them: the hypotheses, each with its symbols drawn. */
import type { Node } from 'unist';
import { element, inlineMath, text } from './nodes.ts';
import type { Element } from './nodes.ts';
import type { Words } from './words.ts';

export function givenBlock(lines: readonly string[], words: Words): Element {
  return element(
    'div',
    { className: ['given', 'not-content'], role: 'group', ariaLabel: words.given },
    element('p', { className: ['given-title'] }, words.given),
    givenList(lines),
  );
}

export const givenList = (lines: readonly string[]): Element =>
  element('ul', null, ...lines.map((line) => element('li', null, ...givenLine(line))));

/** `P, Q : pmf` -> the names as a formula, the sort in words; anything else (`M := …`) is a formula. */
function givenLine(line: string): Node[] {
  const parts = /^(.*?\S)\s*:(?![=])\s*(.*)$/s.exec(line);
  if (!parts) return [inlineMath(line)];
  return [inlineMath(parts[1]!), text(': '), ...sort(parts[2]!)];
}

/** In `outcome of P` the words are words and P is a symbol: what is one letter, or has LaTeX in it, is drawn. */
function sort(words: string): Node[] {
  return words.split(/(\s+)/).map((word) => (/^[B-Zb-z]$|[\\_^{}|]/.test(word) ? inlineMath(word) : text(word)));
}

/** The lines of a fence, without blank ones and `%` comments, as the library reads them. */
export const givenLines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.replace(/^((?:[^%\\]|\\.)*)%.*$/, '$1').trim())
    .filter((line) => line !== '');
