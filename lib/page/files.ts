/** The files that the command reads: pages, their side files, and text that must be UTF-8. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../check/record.ts';
import { Lines } from './lines.ts';
import type { SideFile } from './side.ts';

/** What the user must be told: wrong usage, or a path that cannot be read. */
export class UsageError extends Error {}

export interface PageFile {
  /** As it is shown, and as it seeds the equations: relative to the working directory, with `/`. */
  readonly path: string;
  readonly file: string;
  /** The path below the folder that was asked for. */
  readonly below: string;
}

/** The pages at a path: a page itself, or every `*.md` and `*.mdx` in a folder and its folders, sorted. */
export function pagesAt(path: string, cwd: string): PageFile[] {
  const full = resolve(cwd, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`there is no file or folder "${path}"`);
  const page = (file: string, below: string) => ({ path: shownPath(file, cwd), file, below });
  if (!stat.isDirectory()) {
    if (!isPage(full)) throw new UsageError(`"${path}" is no page: a page ends in .md or .mdx`);
    return [page(full, basename(full))];
  }
  const pages = readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isPage(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/(?:^|[\\/])(?:node_modules|\.[^\\/]+)[\\/]/.test(relative(full, file)))
    .map((file) => page(file, relative(full, file)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (pages.length === 0) throw new UsageError(`"${path}" holds no page (*.md or *.mdx)`);
  return pages;
}

const isPage = (name: string) => /\.mdx?$/.test(name);

export const shownPath = (file: string, cwd: string): string => relative(cwd, file).split(sep).join('/');

/** Finds the side file of each page: in what `--given` names, else beside the page. */
export function sideFinder(given: string | undefined, pages: readonly PageFile[], cwd: string) {
  const besides = (page: PageFile) => existing(givenName(page.file));
  if (given === undefined) return besides;
  const full = resolve(cwd, given);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`--given: there is no file or folder "${given}"`);
  if (stat.isDirectory()) {
    return (page: PageFile) =>
      existing(givenName(join(full, page.below))) ??
      existing(givenName(join(full, basename(page.file)))) ??
      besides(page);
  }
  if (pages.length === 1) return () => full;
  const mine = (page: PageFile) => basename(givenName(page.file)) === basename(full);
  if (!pages.some(mine)) {
    throw new UsageError(`--given: "${given}" has the name of none of the ${pages.length} pages; name its page alone`);
  }
  return (page: PageFile) => (mine(page) ? full : besides(page));
}

const givenName = (page: string) => join(dirname(page), basename(page).replace(/\.mdx?$/, '.given'));

const existing = (file: string) => (existsSync(file) ? file : undefined);

export function readSideFile(file: string, cwd: string): SideFile | Problem {
  const path = shownPath(file, cwd);
  const text = readText(file, path);
  return typeof text === 'string' ? { text, path } : text;
}

/** The text of a file, or why it is none. */
export function readText(file: string, path: string): string | Problem {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const message = `the file cannot be read: ${(error as Error).message}`;
    return { place: { path, line: 1, column: 1 }, message, hint: null };
  }
  return decodeText(bytes, path);
}

/** UTF-8 to text; bytes that are not UTF-8 are named with their place. */
export function decodeText(bytes: Uint8Array, path: string): string | Problem {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The longest beginning that can still become UTF-8, by bisection.
    const begins = (length: number): string | null => {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      } catch {
        return null;
      }
    };
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins(middle) === null) high = middle - 1;
      else low = middle;
    }
    const before = begins(low)!;
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const bad = bytes[mark + new TextEncoder().encode(before).length]!;
    const what = low === bytes.length ? 'ends in the middle of a character' : `has the byte 0x${hex(bad)}`;
    return {
      place: { path, ...new Lines(before).at(before.length) },
      message: `the file is not UTF-8: it ${what} here`,
      hint: 'Save the file in the encoding UTF-8.',
    };
  }
}

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0');
