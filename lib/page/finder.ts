/**
 * What stands on a page, as data: formulas, givens, headings, links. To take the Markdown of a whole book apart costs half
 * a second, and a page is checked among all pages of its book, in every language.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './digest.ts';
import type { Found } from './found.ts';
import { readMarkdown } from './markdown.ts';
import { readMdx } from './mdx.ts';

export type Finder = (text: string, path: string) => Found;

export const findIn: Finder = (text, path) => (path.endsWith('.mdx') ? readMdx(text, path) : readMarkdown(text, path));

/** By path: what was found, and the key of the text and the library that it was found with. */
type Kept = Record<string, { readonly key: string; readonly found: Found }>;

/** Looks into a folder first, under the very same text, path and version of the library; `finish` writes what is new. */
export function keptFinder(folder: string, version: string, find: Finder = findIn) {
  const file = join(folder, 'pages.json');
  const known = read(file);
  let isNew = false;
  return {
    find: (text: string, path: string): Found => {
      const key = digest(version, path, text);
      const kept = known[path];
      if (kept?.key === key) return kept.found;
      const found = find(text, path);
      known[path] = { key, found };
      isNew = true;
      return found;
    },
    finish: (): void => {
      if (!isNew) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify(known));
    },
  };
}

/** A file that is not what was written there says nothing. */
function read(file: string): Kept {
  try {
    const data = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return data && typeof data === 'object' ? (data as Kept) : {};
  } catch {
    return {};
  }
}
