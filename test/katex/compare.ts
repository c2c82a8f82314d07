/** What our reader makes of a formula, beside what the second reader makes of KaTeX's parse of it. */
import { read } from '../../lib/notation/statement.ts';
import { type Names, power } from '../../lib/tex/parser.ts';
import { isBracketed, type Tree } from '../../lib/tex/tree.ts';
import { bracketed } from './bracketed.ts';
import { explicit } from './explicit.ts';

export interface Comparison {
  readonly ours: string;
  readonly katex: string;
}

/** Our statements with every operand in brackets. */
export const oursOf = (statements: readonly Tree[], names: Names): string =>
  bracketed(
    statements
      .map((t) => explicit(t, statements.length > 1 && t.op === 'list' && isBracketed(t) ? power.list + 1 : 0))
      .join(' , '),
    names,
  );

/** Null where our reader refuses the formula. Throws where KaTeX refuses it, or what we print of it. */
export function compare(tex: string, names: Names, words: readonly string[]): Comparison | null {
  const { statements, errors } = read(tex, names, words);
  if (errors.length > 0 || statements.length === 0) return null;
  return { ours: oursOf(statements, names), katex: bracketed(tex, names) };
}
