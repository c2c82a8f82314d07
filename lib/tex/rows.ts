/**
 * The rows and cells of a display equation as they are drawn: `aligned` and its kin, split at their own `\\` and `&`
 * and at none of a matrix or of `cases` inside. Offsets only, so that labels and reasons can be told to their rows.
 */
import { TexError } from './error.ts';
import { lex } from './lexer.ts';
import type { Token } from './token.ts';

export interface Part {
  readonly start: number;
  readonly end: number;
}

export interface Row extends Part {
  readonly cells: readonly Part[];
}

const wrapper = /^\\(begin|end)\{(aligned|align|alignat|alignedat|gather|gathered|equation|split)\}$/;

/** At least one row; a formula without an environment of rows, or that cannot be read, is one row of one cell. */
export function splitRows(tex: string): Row[] {
  const whole = { start: 0, end: tex.length };
  const one = [{ ...whole, cells: [whole] }];
  try {
    return split(lex(tex).tokens, tex.length) ?? one;
  } catch (error) {
    if (error instanceof TexError) return one;
    throw error;
  }
}

function split(tokens: readonly Token[], length: number): Row[] | null {
  const rows: Row[] = [];
  let cells: Part[] = [];
  let depth = 0;
  let from = -1;
  let row = 0;
  const close = (end: number) => cells.push({ start: from, end });
  const endRow = (end: number) => {
    close(end);
    rows.push({ start: row, end, cells });
    cells = [];
  };
  for (const { kind, text, start, end } of tokens) {
    const command = kind === 'command' || kind === 'sign';
    if (command && wrapper.test(text) && depth === 0) {
      if (text.startsWith('\\begin')) [from, row] = [end, rows.length > 0 ? end : 0];
      else endRow(start);
      continue;
    }
    if (command && text.startsWith('\\begin{')) depth++;
    if (command && text.startsWith('\\end{')) depth--;
    if (kind !== 'sign' || depth > 0 || from < 0) continue;
    if (text === '&') {
      close(start);
      from = end;
    } else if (text === '\\\\') {
      endRow(start);
      from = row = end;
    }
  }
  const last = rows.at(-1);
  // What follows the environment, such as a label, belongs to its last row; `\\` may end that too.
  return last ? [...rows.slice(0, -1), { ...last, end: length }] : null;
}

/** The index of the row in which an offset stands. */
export const rowAt = (rows: readonly Row[], offset: number): number => {
  const found = rows.findIndex(({ end }) => offset < end);
  return found < 0 ? rows.length - 1 : found;
};
