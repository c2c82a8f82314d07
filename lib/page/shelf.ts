/**
 * The book that a page belongs to, from its place among the files: the `.mdx` pages of its folder are one language, and
 * the folders beside it of the other languages hold its translations. Markdown of others belongs to no book.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { alone } from './book.ts';
import type { Book } from './book.ts';
import type { Finder } from './finder.ts';
import { readText, shownPath, UsageError } from './files.ts';
import { languageOf, languages, translated } from './languages.ts';
import { readPage } from './read.ts';
import type { Page } from './read.ts';
import { readSources } from './sources.ts';

/** What Astro leaves out. */
const isPage = (name: string): boolean => /^[^_.].*\.mdx$/.test(name);

/** Pages as they were read last, by file: a book is asked for once for each of its pages. */
const read = new Map<string, { readonly text: string; readonly page: Page; readonly find: Finder | undefined }>();

/** Books by their folders, for one run: in the next one their files may have changed. */
export type Books = Map<string, Book>;

/** The book around a page that was read, possibly with other text than its file has. */
export function bookOf(page: Page, cwd: string, find?: Finder, books: Books = new Map()): Book {
  const file = resolve(cwd, page.path);
  const folder = dirname(file);
  if (!isPage(basename(file)) || !existsSync(file)) return alone(page);
  const own = bookAt(folder, cwd, find, books);
  const pages = own.pages.map((other) => (other.path === page.path ? page : other));
  return { ...own, pages, translations: translationsOf(page, cwd, find, books) };
}

/** The pages of the same book in the other languages, which stand in folders beside its own. */
function translationsOf(page: Page, cwd: string, find: Finder | undefined, books: Books): Page[] {
  const own = languageOf(page.path);
  const beside = own ? languages.filter((language) => language !== own) : [];
  return beside
    .map((language) => dirname(resolve(cwd, translated(page.path, language))))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => bookAt(folder, cwd, find, books).pages);
}

function bookAt(folder: string, cwd: string, find: Finder | undefined, books: Books): Book {
  const known = books.get(folder);
  if (known) return known;
  const pages = readdirSync(folder)
    .filter(isPage)
    .sort()
    .flatMap((name) => pageAt(join(folder, name), cwd, find) ?? []);
  const list = join(dirname(folder), 'sources.json');
  const sources = existsSync(list) ? readSources(readFileSync(list, 'utf8')) : null;
  const untranslated = listAt(join(dirname(folder), 'untranslated.json'));
  const book = { folder: shownPath(folder, cwd), pages, translations: [], untranslated, sources };
  books.set(folder, book);
  return book;
}

/** What cannot be read says so where it is checked itself. */
function pageAt(file: string, cwd: string, find?: Finder): Page | undefined {
  const path = shownPath(file, cwd);
  const text = readText(file, path);
  return typeof text === 'string' ? pageOf(text, file, cwd, find) : undefined;
}

/** A page without a side file, read anew only where its text is another than it was. */
export function pageOf(text: string, file: string, cwd: string, find?: Finder): Page {
  const path = shownPath(file, cwd);
  const known = read.get(`${cwd} ${file}`);
  if (known?.text === text && known.find === find) return known.page;
  const page = readPage(text, path, undefined, find);
  read.set(`${cwd} ${file}`, { text, page, find });
  return page;
}

/** The strings of a list in a file; none if there is no such file, and none of anything else. */
function listAt(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const list = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
  throw new UsageError(`${file}: a list of names of pages was expected`);
}
