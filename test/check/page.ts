import { createChecker } from '../../lib/check/index.ts';
import type { EquationRecord, EquationSource, Given, Problem } from '../../lib/check/record.ts';

const place = (line: number) => ({ path: 'p.md', line, column: 1 });

/** Givens stand from line 1, the formulas from line 11, each on its own lines. */
export function sources(lines: readonly string[], formulas: readonly string[]): EquationSource[] {
  const givens = givenLines(lines);
  let line = 11;
  return formulas.map((tex) => {
    const first = line;
    line += tex.split('\n').length;
    const locate = (offset: number) => {
      const before = tex.slice(0, offset).split('\n');
      return { line: first + before.length - 1, column: before.at(-1)!.length + 1 };
    };
    return { tex, display: true, place: place(first), givens, locate };
  });
}

const givenLines = (lines: readonly string[]): Given[] => lines.map((text, i) => ({ text, place: place(i + 1) }));

const checker = (seed = 1) => createChecker({ page: 'p.md', worlds: 300, seed });

export function check(lines: readonly string[], ...formulas: string[]): EquationRecord[] {
  const one = checker();
  return sources(lines, formulas).map((source) => one.check(source));
}

/** The relations of one formula. */
export const relations = (lines: readonly string[], tex: string) => check(lines, tex)[0]!.relations;

export const problems = (...lines: string[]): Problem[] => checker().problems(givenLines(lines));
