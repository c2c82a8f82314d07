/** Checks what was read of a page. The checker is an argument, so that this can be tested without one. */
import type { EquationRecord, EquationSource, Given, Problem, RelationRecord } from '../check/record.ts';
import type { Need, Page } from './read.ts';

export interface CheckOptions {
  readonly worlds: number;
  readonly seed: number;
  readonly mutants?: boolean;
}

export interface PageRecord {
  readonly path: string;
  /** Every display equation, and each inline formula that states a relation, in document order. */
  readonly equations: readonly EquationRecord[];
  readonly problems: readonly Problem[];
  /** Assumptions that the page says are needed, each with the relation that fails without it. */
  readonly needs?: readonly NeedRecord[];
}

export interface NeedRecord {
  readonly label: string;
  readonly line: number;
  readonly without: readonly string[];
  readonly broken: RelationRecord;
}

/** What this floor needs of lib/check. */
export interface Checks {
  createChecker(
    options: CheckOptions & {
      readonly page: string;
      readonly found?: (statement: string) => readonly RelationRecord[] | 'later' | undefined;
    },
  ): {
    problems(givens: readonly Given[]): readonly Problem[];
    check(source: EquationSource): EquationRecord;
    /** Called when the page is done. */
    finish?(): void;
  };
  hasRelation(tex: string): boolean;
}

export function checkRead(page: Page, { worlds, seed, mutants = false }: CheckOptions, checks: Checks): PageRecord {
  const checker = checks.createChecker({ page: page.path, worlds, seed, mutants });
  const problems: Problem[] = [...page.problems];
  const equations: EquationRecord[] = [];
  const guard = (place: Problem['place'], work: () => void) => {
    try {
      work();
    } catch (error) {
      // A fault of the checker must neither pass for success nor take the other results with it.
      const message = `the checker failed: ${error instanceof Error ? error.message : String(error)}`;
      problems.push({ place, message, hint: 'This is a fault of `holds` and not of the page. Please report it.' });
    }
  };
  guard({ path: page.path, line: 1, column: 1 }, () => problems.push(...checker.problems(page.givens)));
  for (const source of page.equations) {
    if (!source.display && !checks.hasRelation(source.tex)) continue;
    guard(source.place, () => equations.push(checker.check(source)));
  }
  const needs: NeedRecord[] = [];
  for (const need of page.needs)
    guard(need.place, () => {
      const { relations } = checker.check({ ...need.source, givens: [...need.source.givens, ...need.givens] });
      const broken = relations.find((r) => r.verdict === 'refuted');
      const without = need.givens.map(({ text }) => text);
      if (broken) needs.push({ label: need.label, line: need.place.line, without, broken });
      else problems.push(needless(need, relations));
    });
  guard({ path: page.path, line: 1, column: 1 }, () => checker.finish?.());
  return { path: page.path, equations, problems, ...(needs.length > 0 ? { needs } : {}) };
}

/** An assumption that is said to be needed, and is not, or not so that the worlds would show it. */
function needless({ label, place, givens }: Need, relations: readonly RelationRecord[]): Problem {
  const said = givens.map(({ text }) => `“${text}”`).join(', ');
  const found = relations.map((r) => (r.reason ? `${r.verdict} (${r.reason})` : r.verdict)).join(', ');
  return {
    place,
    message: `without its assumption, with ${said} instead, “${label}” is not refuted: ${found}`,
    hint: 'A counterexample was expected: give something under which the equation is false, or drop the block.',
  };
}
