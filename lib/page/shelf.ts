/**
 * The book that a page belongs to, from its place among the files: the `.mdx` pages of its folder are one language, and
 * folders beside it that are named like a language (`en`, `zh`, `pt-BR`) hold the others. Markdown of others belongs to no book.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { alone } from './book.ts';
import type { Book } from './book.ts';
import { readText, shownPath } from './files.ts';
import { readPage } from './read.ts';
import type { Page } from './read.ts';

const language = /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/;
/** What Astro leaves out. */
const isPage = (name: string): boolean => /^[^_.].*\.mdx$/.test(name);

/** Pages as they were read last, by file: a book is asked for once for each of its pages. */
const read = new Map<string, { readonly text: string; readonly page: Page }>();

/** The book around a page that was read, possibly with other text than its file has. */
export function bookOf(page: Page, cwd: string): Book {
  const file = resolve(cwd, page.path);
  const folder = dirname(file);
  if (!isPage(basename(file)) || !existsSync(file)) return alone(page);
  const own = bookAt(folder, cwd);
  const pages = own.pages.map((other) => (other.path === page.path ? page : other));
  return { ...own, pages };
}

/** The same book in the other languages that stand beside it. */
export function translationsOf(page: Page, cwd: string): Book[] {
  const folder = dirname(resolve(cwd, page.path));
  if (!isPage(basename(page.path)) || !language.test(basename(folder))) return [];
  return readdirSync(dirname(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== basename(folder) && language.test(entry.name))
    .map(({ name }) => bookAt(join(dirname(folder), name), cwd))
    .filter((other) => other.pages.length > 0);
}

function bookAt(folder: string, cwd: string): Book {
  const pages = readdirSync(folder)
    .filter(isPage)
    .sort()
    .flatMap((name) => pageAt(join(folder, name), cwd) ?? []);
  return { folder: shownPath(folder, cwd), pages, translations: [] };
}

/** What cannot be read says so where it is checked itself. */
function pageAt(file: string, cwd: string): Page | undefined {
  const path = shownPath(file, cwd);
  const text = readText(file, path);
  if (typeof text !== 'string') return undefined;
  const known = read.get(`${cwd} ${file}`);
  if (known?.text === text) return known.page;
  const page = readPage(text, path);
  read.set(`${cwd} ${file}`, { text, page });
  return page;
}
