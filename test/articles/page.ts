/**
 * Five articles by others, kept as their formulas only, each with its place. `pageOf` puts the formulas back where
 * they stood, with dots for the prose, so that what is said of them has the line and column of the article.
 */
import { readFileSync } from 'node:fs';

export interface Formula {
  /** Place of the opening sign. */
  readonly line: number;
  readonly column: number;
  readonly open: '$' | '$$';
  /** Place where the LaTeX begins. */
  readonly from: { readonly line: number; readonly column: number };
  readonly display: boolean;
  readonly tex: string;
}

const here = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

export const formulasOf = (article: string): Formula[] => JSON.parse(here(`${article}.json`)) as Formula[];

export const givensOf = (article: string) => ({
  text: here(`${article}.given`),
  path: `test/articles/${article}.given`,
});

export function pageOf(formulas: readonly Formula[]): string {
  const rows: string[] = [];
  const write = (line: number, column: number, text: string, fill: string) => {
    while (rows.length < line) rows.push('');
    rows[line - 1] = rows[line - 1]!.padEnd(column - 1, fill) + text;
  };
  for (const { line, column, open, from, display, tex } of formulas) {
    write(line, column, open, display ? ' ' : '·');
    const [first, ...others] = `${tex}${open}`.split('\n');
    write(from.line, from.column, first!, ' ');
    others.forEach((text, i) => write(from.line + 1 + i, 1, text, ' '));
    if (!display) rows[rows.length - 1] += '·';
  }
  return `${rows.join('\n')}\n`;
}
