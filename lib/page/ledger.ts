/** The ledger: the records of all pages and their sums, in the shape that `--json` prints. */
import type { EquationRecord, RelationRecord, Verdict } from '../check/record.ts';
import type { CheckOptions, PageRecord } from './check.ts';

export type Totals = Readonly<Record<'equations' | 'relations' | Verdict | 'problems', number>>;

export interface Ledger extends CheckOptions {
  readonly pages: readonly PageRecord[];
  readonly totals: Totals;
}

export function totals(pages: readonly PageRecord[]): Totals {
  const sums = { equations: 0, relations: 0 };
  const verdicts = { holds: 0, refuted: 0, undecided: 0, vacuous: 0, unread: 0, defines: 0 };
  let problems = 0;
  for (const page of pages) {
    problems += page.problems.length;
    sums.equations += page.equations.length;
    for (const { relations } of page.equations) {
      sums.relations += relations.length;
      for (const { verdict } of relations) verdicts[verdict]++;
    }
  }
  return { ...sums, ...verdicts, problems };
}

/** True if every relation holds or defines, and no page has a mistake of its own. */
export function allHold(t: Totals): boolean {
  return t.relations === t.holds + t.defines && t.problems === 0;
}

export function ledger(pages: readonly PageRecord[], { worlds, seed }: CheckOptions): Ledger {
  return { worlds, seed, pages: pages.map(inOrder), totals: totals(pages) };
}

/** The documented keys first and in the documented order, whatever order a checker made them in. */
function inOrder({ path, equations, problems, ...more }: PageRecord): PageRecord {
  return { path, equations: equations.map(equationInOrder), problems, ...more };
}

function equationInOrder({ label, display, line, column, tex, relations, ...more }: EquationRecord): EquationRecord {
  return { label, display, line, column, tex, relations: relations.map(relationInOrder), ...more };
}

function relationInOrder(record: RelationRecord): RelationRecord {
  const { line, column, relation, left, right, verdict, evidence, worlds, residual, bound, reason, ...rest } = record;
  const { counterexample, ...more } = rest;
  return {
    ...{ line, column, relation, left, right, verdict, evidence, worlds, residual, bound, reason },
    ...{ counterexample, ...more },
  };
}
