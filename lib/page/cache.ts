/**
 * Evidence that was found before. A record is found again only under the very same content: the equation, its givens,
 * the definitions before it, the page's name without its folder (which seeds its worlds), worlds and seed, and every file
 * of lib together with the lock file. Nothing else is asked, no time and no file date, so that a stale record cannot be served. Records
 * that speak of other places of the page are not kept.
 *
 * A page in another language says the same in other words: what was found of a statement there is found here too, by
 * the trees of the formula, which hold no words.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EquationRecord, EquationSource, Given, Place, RelationRecord } from '../check/record.ts';
import type { CheckOptions, Checks } from './check.ts';
import { digest } from './digest.ts';
import { isKept } from './recall.ts';

/** What all evidence depends on: the content of every file below the folders, and of single files. */
export function versionOf(paths: readonly string[]): string {
  const contents = paths.flatMap((path) => {
    if (!existsSync(path)) return [path, 'missing'];
    const names = readdirSyncOrFile(path).sort();
    return names.flatMap((name) => [name, readFileSync(join(path, name), 'utf8')]);
  });
  return digest(...contents);
}

function readdirSyncOrFile(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
  } catch {
    return [''];
  }
}

/** The version of this library itself, or null where its files are not to be seen (in a bundle). */
export function libVersion(): string | null {
  const lib = join(import.meta.dirname ?? '', '..');
  const lock = join(lib, '..', 'package-lock.json');
  return import.meta.dirname && existsSync(join(lib, 'cli.ts')) && existsSync(lock) ? versionOf([lib, lock]) : null;
}

/** `before`: how many definitions of the page stand above a given, which takes their names back. */
const equationKey = (source: EquationSource, before: (given: Given) => number): string =>
  digest(source.tex, String(source.display), ...source.givens.map((given) => `${before(given)} ${given.text}`));

/** The same checks, which look into `folder` first and write there what they find. */
export function cached(checks: Checks, folder: string, version: string | null): Checks {
  if (version === null) return checks;
  const shelves: Shelves = new Map();
  return {
    hasRelation: checks.hasRelation,
    createChecker: (options) => new CachedChecker(checks, options, folder, version, shelves),
  };
}

type Checker = ReturnType<Checks['createChecker']>;

/** A record, and what was stated: its content beside words and places. */
interface Kept {
  readonly statement: string;
  readonly record: EquationRecord;
}
type Records = Record<string, Kept>;

/** What stands in a file. */
interface Shelf {
  readonly records: Records;
  /** The givens of the page, if nothing is wrong with them. */
  readonly sound: string | null;
}

/** What stands in the files of the folder, each read once: the pages of one run are checked one after another. */
type Shelves = Map<string, Shelf>;

class CachedChecker implements Checker {
  private readonly inner: Checker;
  private readonly file: string;
  private readonly base: string;
  private readonly version: string;
  private readonly shelves: Shelves;
  private readonly known: Shelf;
  private sound: string | null = null;
  private readonly used: Records = {};
  /** What was found of statements on this page, in any language. */
  private readonly found = new Map<string, readonly RelationRecord[]>();
  /** The statement that the checker has asked for. */
  private asked = '';
  /** Definitions so far, by content; and those that were found again, which the checker itself has not seen. */
  private history = '';
  private readonly defined: Place[] = [];
  private unseen: EquationSource[] = [];

  constructor(
    checks: Checks,
    options: CheckOptions & { readonly page: string },
    folder: string,
    version: string,
    shelves: Shelves,
  ) {
    const { page, worlds, seed, mutants = false } = options;
    // the same in every language
    const slug = page.replace(/^.*\//, '');
    const baseOf = (attacked: boolean) => digest(version, slug, String(worlds), String(seed), String(attacked));
    const groupOf = (attacked: boolean) => digest(slug, String(attacked)).slice(0, 16);
    this.base = baseOf(mutants);
    this.version = version;
    this.shelves = shelves;
    const name = `${groupOf(mutants)}-${digest(page).slice(0, 16)}.json`;
    this.file = join(folder, name);
    this.known = read(this.file, shelves);
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    const take = (group: string) => {
      for (const other of files.filter((file) => file.startsWith(group)))
        for (const { statement, record } of Object.values(read(join(folder, other), shelves).records))
          this.found.set(statement, record.relations);
    };
    take(groupOf(mutants));
    // what was attacked was looked at before
    if (!mutants) take(groupOf(true));
    const found = (statement: string) => {
      this.asked = digest(this.base, statement);
      const known = this.found.get(this.asked);
      if (known || mutants) return known;
      return this.found.get(digest(baseOf(true), statement))?.map(({ mutants: _, ...relation }) => relation);
    };
    this.inner = checks.createChecker({ ...options, found });
  }

  problems(givens: readonly Given[]) {
    const key = digest(this.version, ...givens.map(({ text }) => text));
    const problems = key === this.known.sound ? [] : this.inner.problems(givens);
    if (problems.length === 0) this.sound = key;
    return problems;
  }

  check(source: EquationSource): EquationRecord {
    const above = (given: Given) =>
      this.defined.filter(({ path, line }) => path === given.place.path && line < given.place.line).length;
    const content = equationKey(source, above);
    const key = digest(this.base, this.history, content);
    const kept = this.known.records[key];
    let record: EquationRecord;
    if (kept) {
      record = moved(kept.record, source);
      this.used[key] = kept;
    } else {
      for (const earlier of this.unseen) this.inner.check(earlier);
      this.unseen = [];
      this.asked = '';
      record = this.inner.check(source);
      if (isKept(record)) this.used[key] = { statement: this.asked, record };
    }
    if (record.relations.some((r) => r.verdict === 'defines')) {
      this.history = digest(this.history, content);
      this.defined.push(source.place);
      if (kept) this.unseen.push(source);
    }
    return record;
  }

  /** Writes what this page needed, and nothing that it needs no more. */
  finish(): void {
    const shelf: Shelf = { records: this.used, sound: this.sound };
    this.shelves.set(this.file, shelf);
    const text = JSON.stringify(shelf);
    if (text === JSON.stringify(this.known)) return;
    mkdirSync(join(this.file, '..'), { recursive: true });
    writeFileSync(this.file, text);
  }
}

/** A file that is not what was written there is no evidence. */
function read(file: string, shelves: Shelves): Shelf {
  const shelf = shelves.get(file) ?? readShelf(file);
  shelves.set(file, shelf);
  return shelf;
}

function readShelf(file: string): Shelf {
  try {
    const { records, sound } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Shelf>;
    return records && typeof records === 'object' ? { records, sound: sound ?? null } : NOTHING;
  } catch {
    return NOTHING;
  }
}
const NOTHING: Shelf = { records: {}, sound: null };

/** The record of the same equation at another place of its page. */
function moved(record: EquationRecord, source: EquationSource): EquationRecord {
  const { line, column } = source.place;
  const relations = record.relations.map((r) => ({ ...r, ...source.locate(r.offset) }));
  return { ...record, line, column, relations };
}
