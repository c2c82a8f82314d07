/** What became of the mutants of all pages, beside the survivors that somebody has looked at. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './files.ts';
import type { Ledger } from './ledger.ts';
import { showPlace } from './read.ts';

/** A mutant that may live: a page's file name without its ending (in every language), the mutant, and why it is true. */
export interface Reviewed {
  readonly page: string;
  readonly mutant: string;
  readonly why: string;
}

export interface MutantSurvey {
  readonly killed: number;
  readonly equivalent: number;
  readonly reviewed: number;
  /** What is wrong: survivors that nobody has looked at, relations of which no mutant died, reviews of what is not there. */
  readonly faults: readonly string[];
}

const pageName = (path: string): string => path.replace(/^.*\//, '').replace(/\.mdx?$/, '');

export function surveyMutants(ledger: Ledger, reviewed: readonly Reviewed[]): MutantSurvey {
  const faults: string[] = [];
  const met = new Set<Reviewed>();
  let [killed, equivalent, known] = [0, 0, 0];
  for (const { path, equations } of ledger.pages)
    for (const relation of equations.flatMap((equation) => equation.relations)) {
      const { mutants, line, column } = relation;
      if (!mutants) continue;
      const place = showPlace({ path, line, column });
      killed += mutants.killed;
      equivalent += mutants.equivalent;
      if (mutants.killed === 0) faults.push(`${place} toothless  no mutant of this relation dies`);
      for (const { rule, tex } of mutants.survived) {
        const review = reviewed.find((r) => r.page === pageName(path) && r.mutant === tex);
        if (review) met.add(review);
        if (review) known++;
        else faults.push(`${place} survives  ${tex}  (${rule})`);
      }
    }
  const pages = new Set(ledger.pages.map(({ path }) => pageName(path)));
  for (const r of reviewed)
    if (pages.has(r.page) && !met.has(r))
      faults.push(`${r.page}: reviewed, but does not survive any more: ${r.mutant}`);
  return { killed, equivalent, reviewed: known, faults };
}

/** Throws UsageError for a file that is no list of reviews. */
export function readReviewed(path: string, cwd: string): Reviewed[] {
  try {
    const list = JSON.parse(readFileSync(resolve(cwd, path), 'utf8')) as Reviewed[];
    const good = (r: Reviewed): boolean =>
      [r.page, r.mutant, r.why].every((text) => typeof text === 'string' && text !== '');
    if (Array.isArray(list) && list.every(good)) return list;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
  throw new UsageError(`${path}: a list of {"page", "mutant", "why"} was expected`);
}

/** The last lines of a run with mutants. */
export function reportMutants({ killed, equivalent, reviewed, faults }: MutantSurvey): string {
  const survived = faults.filter((text) => text.includes(' survives  ')).length + reviewed;
  const share = killed + survived === 0 ? '100' : ((100 * killed) / (killed + survived - reviewed || 1)).toFixed(1);
  const counts = `${killed} mutants killed, ${survived} alive (${reviewed} of them reviewed), ${equivalent} provably the same`;
  return `${[...faults, `${counts}: ${share} % of those that could die`].join('\n')}\n`;
}
