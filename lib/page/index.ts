/** Pages: text -> equations -> records. What the command, the site and the tests call. */
import { createChecker, hasRelation } from '../check/index.ts';
import { checkRead } from './check.ts';
import type { CheckOptions, Checks, PageRecord } from './check.ts';
import { readPage } from './read.ts';
import type { SideFile } from './side.ts';

export type { CheckOptions, PageRecord } from './check.ts';
export { allHold, totals } from './ledger.ts';
export type { Ledger, Totals } from './ledger.ts';
export { checkPages } from './pages.ts';
export type { Checked, PathOptions } from './pages.ts';
export { readPage } from './read.ts';
export type { Page } from './read.ts';
export { reportPage, reportProblem, reportTotals } from './report.ts';

export function checkPage(
  text: string,
  path: string,
  options: CheckOptions & { readonly sideGivens?: SideFile },
  checks: Checks = { createChecker, hasRelation },
): PageRecord {
  return checkRead(readPage(text, path, options.sideGivens), options, checks);
}
