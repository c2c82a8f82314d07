/**
 * The worlds of many pages looked at on several threads, before the pages are put together one after another. Which
 * thread looks at a statement is left to chance; what it finds is not, as every statement has its own seed. What a
 * thread does not answer is looked at later, where it is needed: no error can hide here.
 *
 * Statements and not pages are shared out: the largest page is a fifth of the book. The threads get equations that are
 * read already, because to read pages takes a third of what they would need to start.
 */
import { Worker } from 'node:worker_threads';
import type { EquationSource, RelationRecord } from '../check/record.ts';
import { checkRead } from './check.ts';
import type { CheckOptions, Checks } from './check.ts';
import type { Page } from './read.ts';
import type { Memory } from './recall.ts';

/** An equation without functions. */
export interface Sent extends Omit<EquationSource, 'locate'> {
  /** Line and column of each offset, one after the other. */
  readonly places: Int32Array;
}

/** The equations that a checker of a page is asked for, in order, and the statements of them that are not known. */
export interface Errand {
  readonly page: string;
  readonly sources: Sent[];
  readonly open: string[];
}

export interface Task {
  readonly options: CheckOptions;
  readonly errands: readonly Errand[];
  /** One number for each open statement, in order: 1 once a thread has taken it. */
  readonly taken: Int32Array;
}

/** What a thread has found of a statement; null if that may not be used elsewhere. */
export interface Answer {
  readonly page: string;
  readonly statement: string;
  readonly relations: readonly RelationRecord[] | null;
}

/** So few statements are looked at sooner than a thread has started. */
const FEW = 3;
/** MB of young objects: most live no longer than one world, and need not be moved before they die. */
const YOUNG = 192;

/** `around`: the checks as they will be used, around those that are given. */
export async function lookAhead(
  pages: readonly Page[],
  options: CheckOptions & { readonly threads: number },
  around: (checks: Checks) => Checks,
  checks: Checks,
  memory: Memory,
  progress: (page: string, done: number, count: number) => void = () => {},
): Promise<void> {
  const errands = openIn(pages, options, around, checks);
  const count = errands.reduce((n, { open }) => n + open.length, 0);
  if (count <= FEW) return;
  const { worlds, seed, mutants = false } = options;
  const taken = new Int32Array(new SharedArrayBuffer(4 * count));
  const workerData: Task = { options: { worlds, seed, mutants }, errands, taken };
  let done = 0;
  const take = ({ page, statement, relations }: Answer) => {
    if (relations) memory.set(statement, relations);
    progress(page, done++, count);
  };
  const threads = Array.from({ length: Math.min(options.threads, count) }, () => run(workerData, take));
  await Promise.all(threads);
}

function run(workerData: Task, take: (answer: Answer) => void): Promise<void> {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, resourceLimits });
  return new Promise((done) => {
    worker.on('message', take);
    // what it leaves undone is done by the pages themselves, which say what went wrong
    worker.on('error', () => done());
    worker.on('exit', () => done());
  });
}

/** What the checkers of the pages would have to look at: they are asked for all, and nothing is looked at or kept. */
function openIn(
  pages: readonly Page[],
  options: CheckOptions,
  around: (checks: Checks) => Checks,
  { createChecker, hasRelation }: Checks,
): Errand[] {
  const errands: Errand[] = [];
  const known = new Set<string>();
  const noting = around({
    hasRelation,
    createChecker: (own) => {
      const errand: Errand = { page: own.page, sources: [], open: [] };
      errands.push(errand);
      const found = (statement: string) => {
        const before = own.found?.(statement);
        if (before) return before;
        if (!known.has(statement)) errand.open.push(statement);
        known.add(statement);
        return 'later' as const;
      };
      const checker = createChecker({ ...own, found });
      return {
        problems: () => [],
        check: (source) => {
          errand.sources.push(sent(source));
          return checker.check(source);
        },
      };
    },
  });
  const unkept: Checks = {
    hasRelation,
    createChecker: (own) => {
      const checker = noting.createChecker(own);
      return { problems: () => [], check: (source) => checker.check(source) };
    },
  };
  for (const page of pages) checkRead(page, options, unkept);
  return errands.filter(({ open }) => open.length > 0);
}

function sent({ locate, ...rest }: EquationSource): Sent {
  const places = new Int32Array(2 * (rest.tex.length + 1));
  for (let i = 0; i <= rest.tex.length; i++) {
    const { line, column } = locate(i);
    places[2 * i] = line;
    places[2 * i + 1] = column;
  }
  return { ...rest, places };
}
