/** From paths to the ledger: what the command runs, and what tests and the site may call. */
import { resolve } from 'node:path';
import { withBook } from './book.ts';
import { cached, libVersion } from './cache.ts';
import { checkRead } from './check.ts';
import type { CheckOptions, Checks, PageRecord } from './check.ts';
import { pagesAt, readSideFile, readText, sideFinder, UsageError } from './files.ts';
import type { PageFile } from './files.ts';
import { ledger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { readPage } from './read.ts';
import { reportPage, reportProblem } from './report.ts';
import { bookOf } from './shelf.ts';

export interface PathOptions extends CheckOptions {
  readonly cwd: string;
  /** A side file, or a folder of such; by default those beside the pages. */
  readonly given?: string | undefined;
  /** Where evidence is kept from run to run (see cache.ts); by default nowhere. */
  readonly cache?: string | undefined;
  /** Called before each page. */
  readonly progress?: (page: string, index: number, count: number) => void;
}

export interface Checked {
  readonly ledger: Ledger;
  /** What a terminal shows of each page that does not pass. */
  readonly reports: readonly string[];
  /** Paths that lead to no page, in sentences. */
  readonly errors: readonly string[];
  /** True if a path leads to nothing, or a file could not be read. */
  readonly unreadable: boolean;
}

/** Checks the pages at all paths, each page once. What cannot be read costs no other result. */
export async function checkPages(
  paths: readonly string[],
  options: PathOptions,
  /** Loaded late, so that wrong usage need not wait for it. */
  load: () => Checks | Promise<Checks> = () => import('../check/index.ts'),
): Promise<Checked> {
  const errors: string[] = [];
  const { pages, sideOf } = find(paths, options, errors);
  const records: PageRecord[] = [];
  const reports: string[] = [];
  let unreadable = errors.length > 0;
  const loaded = pages.length > 0 ? await load() : undefined;
  const checks = loaded && options.cache ? cached(loaded, resolve(options.cwd, options.cache), libVersion()) : loaded;
  for (const [i, page] of pages.entries()) {
    options.progress?.(page.path, i, pages.length);
    const done = checkFile(page, sideOf(page), options, checks!);
    records.push(done.record);
    if (done.report) reports.push(done.report);
    unreadable ||= done.unreadable;
  }
  return { ledger: ledger(records, options), reports, errors, unreadable };
}

/** The pages that were asked for, each once; what cannot be found is said in `errors`. */
function find(paths: readonly string[], { cwd, given }: PathOptions, errors: string[]) {
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      errors.push(error.message);
      return undefined;
    }
  };
  const all = paths.flatMap((path) => attempt(() => pagesAt(path, cwd)) ?? []);
  const pages = [...new Map(all.map((page) => [page.file, page])).values()];
  const sideOf = attempt(() => sideFinder(given, pages, cwd)) ?? sideFinder(undefined, pages, cwd);
  return { pages, sideOf };
}

function checkFile(file: PageFile, side: string | undefined, options: PathOptions, checks: Checks) {
  const text = readText(file.file, file.path);
  if (typeof text !== 'string') {
    const record: PageRecord = { path: file.path, equations: [], problems: [text] };
    return { record, report: `${reportProblem(text, null)}\n`, unreadable: true };
  }
  const given = side === undefined ? undefined : readSideFile(side, options.cwd);
  const isText = given === undefined || 'text' in given;
  const read = readPage(text, file.path, isText ? given : undefined);
  const page = withBook(read, bookOf(read, options.cwd));
  let record = checkRead(page, options, checks);
  if (!isText) record = { ...record, problems: [...record.problems, given] };
  return { record, report: reportPage(record, page), unreadable: !isText };
}
