/** From paths to the ledger: what the command runs, and what tests and the site may call. */
import { resolve } from 'node:path';
import { lookAhead } from './ahead.ts';
import { withBook } from './book.ts';
import { cached, libVersion } from './cache.ts';
import { checkRead } from './check.ts';
import type { CheckOptions, Checks, PageRecord } from './check.ts';
import type { Problem } from '../check/record.ts';
import { pagesAt, readSideFile, readText, sideFinder, UsageError } from './files.ts';
import type { PageFile } from './files.ts';
import { keptFinder } from './finder.ts';
import type { Finder } from './finder.ts';
import { ledger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { readPage } from './read.ts';
import type { Page } from './read.ts';
import { recalling } from './recall.ts';
import type { Memory } from './recall.ts';
import { reportPage, reportProblem } from './report.ts';
import { bookOf, pageOf } from './shelf.ts';
import type { Books } from './shelf.ts';

export interface PathOptions extends CheckOptions {
  readonly cwd: string;
  /** A side file, or a folder of such; by default those beside the pages. */
  readonly given?: string | undefined;
  /** Where evidence is kept from run to run (see cache.ts); by default nowhere. */
  readonly cache?: string | undefined;
  /** On how many threads worlds are looked at, with the library's own checks; by default on this one alone. */
  readonly threads?: number;
  /** Called after each statement that another thread has looked at, and before each page. */
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
  load?: () => Checks | Promise<Checks>,
): Promise<Checked> {
  const errors: string[] = [];
  const { pages, sideOf } = find(paths, options, errors);
  const records: PageRecord[] = [];
  const reports: string[] = [];
  let unreadable = errors.length > 0;
  const folder = options.cache && resolve(options.cwd, options.cache);
  const version = folder ? libVersion() : null;
  const finder = folder && version ? keptFinder(folder, version) : null;
  const books: Books = new Map();
  const found = pages.map((page) => readFile(page, sideOf(page), options.cwd, books, finder?.find));
  finder?.finish();
  const memory: Memory = new Map();
  const around = (checks: Checks): Checks => (folder ? cached(checks, folder, version) : checks);
  const loaded = pages.length > 0 ? await (load?.() ?? import('../check/index.ts')) : undefined;
  const { threads = 1, progress } = options;
  if (loaded && !load && threads > 1) {
    const read = found.flatMap(({ page }) => page ?? []);
    await lookAhead(read, { ...options, threads }, around, loaded, memory, progress);
  }
  const checks = loaded && around(recalling(loaded, memory));
  for (const [i, file] of found.entries()) {
    progress?.(pages[i]!.path, i, pages.length);
    const done = checkFile(file, options, checks!);
    records.push(done.record);
    if (done.report) reports.push(done.report);
    unreadable ||= !file.page || file.problems.length > 0;
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

/** A page as it stands in its file, if that can be read, and what cannot be. */
interface FoundPage {
  readonly path: string;
  readonly page: Page | null;
  readonly problems: readonly Problem[];
}

function readFile(
  { file, path }: PageFile,
  side: string | undefined,
  cwd: string,
  books: Books,
  find?: Finder,
): FoundPage {
  const text = readText(file, path);
  if (typeof text !== 'string') return { path, page: null, problems: [text] };
  const given = side === undefined ? undefined : readSideFile(side, cwd);
  const isText = given === undefined || 'text' in given;
  const read = given && isText ? readPage(text, path, given, find) : pageOf(text, file, cwd, find);
  return { path, page: withBook(read, bookOf(read, cwd, find, books)), problems: isText ? [] : [given] };
}

function checkFile({ path, page, problems }: FoundPage, options: PathOptions, checks: Checks) {
  if (!page) {
    const record: PageRecord = { path, equations: [], problems };
    return { record, report: problems.map((problem) => `${reportProblem(problem, null)}\n`).join('') };
  }
  const checked = checkRead(page, options, checks);
  const record = { ...checked, problems: [...checked.problems, ...problems] };
  return { record, report: reportPage(record, page) };
}
