/** Pages: text -> equations -> records. What the command, the site and the tests call. */
import { createChecker, hasRelation } from '../check/index.ts';
import { alone, withBook } from './book.ts';
import { checkRead } from './check.ts';
import type { CheckOptions, Checks, PageRecord } from './check.ts';
import { readPage } from './read.ts';
import { bookOf } from './shelf.ts';
import type { SideFile } from './side.ts';

export { resolve } from './book.ts';
export type { Book } from './book.ts';
export type { CheckOptions, PageRecord } from './check.ts';
export { allHold, totals } from './ledger.ts';
export type { Ledger, Totals } from './ledger.ts';
export { checkPages } from './pages.ts';
export type { Checked, PathOptions } from './pages.ts';
export { readPage } from './read.ts';
export type { Page } from './read.ts';
export { bookOf };
export { reportPage, reportProblem, reportTotals } from './report.ts';

/** `cwd`: the folder that `path` is relative to, where the rest of the page's book stands; without it the page is alone. */
export function checkPage(
  text: string,
  path: string,
  options: CheckOptions & { readonly sideGivens?: SideFile; readonly cwd?: string },
  checks: Checks = { createChecker, hasRelation },
): PageRecord {
  const page = readPage(text, path, options.sideGivens);
  const book = options.cwd === undefined ? alone(page) : bookOf(page, options.cwd);
  return checkRead(withBook(page, book), options, checks);
}
