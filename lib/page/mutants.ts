/** What became of the mutants of all pages, beside the survivors that somebody has looked at. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
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

/**
 * The reviews below a folder, one file for each page: `NAME.json` is a list of {"mutant", "why"} about NAME.mdx. None
 * where there is no such folder. Throws UsageError for a file that is no list of reviews.
 */
export function readReviewed(folder: string, cwd: string): Reviewed[] {
  if (!statSync(resolve(cwd, folder), { throwIfNoEntry: false })) return [];
  const files = readdirSync(resolve(cwd, folder)).sort();
  return files.flatMap((name) => readReviews(join(folder, name), cwd));
}

function readReviews(path: string, cwd: string): Reviewed[] {
  const form = `a file NAME.json with a list of {"mutant", "why"} was expected`;
  if (!path.endsWith('.json')) throw new UsageError(`${path}: ${form}`);
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(resolve(cwd, path), 'utf8'));
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
  if (!Array.isArray(list) || !list.every(isReview)) throw new UsageError(`${path}: ${form}`);
  return list.map((review) => ({ page: basename(path, '.json'), ...review }));
}

/** Another key would be a slip that is read by nobody. */
function isReview(r: unknown): r is Omit<Reviewed, 'page'> {
  if (!r || typeof r !== 'object' || Object.keys(r).sort().join() !== 'mutant,why') return false;
  return Object.values(r).every((text) => typeof text === 'string' && text !== '');
}

/** The last lines of a run with mutants. */
export function reportMutants({ killed, equivalent, reviewed, faults }: MutantSurvey): string {
  const survived = faults.filter((text) => text.includes(' survives  ')).length + reviewed;
  const share = killed + survived === 0 ? '100' : ((100 * killed) / (killed + survived - reviewed || 1)).toFixed(1);
  const counts = `${killed} mutants killed, ${survived} alive (${reviewed} of them reviewed), ${equivalent} provably the same`;
  return `${[...faults, `${counts}: ${share} % of those that could die`].join('\n')}\n`;
}
