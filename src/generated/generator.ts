/** What a part of a page that the build computes is made from, and made of. */
import { readFileSync } from 'node:fs';
import type { Node } from 'unist';
import type { Checks } from '../../lib/page/check.ts';
import { bookOf, readPage } from '../../lib/page/index.ts';
import type { Child, Element } from '../plugins/nodes.ts';
import { element, text } from '../plugins/nodes.ts';
import { Numbers } from '../plugins/numbers.ts';
import type { Words } from '../plugins/words.ts';

export interface Context {
  /** Of the page, as it is shown. */
  readonly path: string;
  readonly words: Words;
  /** The library's checks, with what was found before. */
  readonly checks: Checks;
}

export type Generator = (context: Context) => readonly Node[] | Promise<readonly Node[]>;

/** A heading that the table of contents of the page sees too. */
export const heading = (depth: number, id: string, words: string): Node =>
  ({ type: 'heading', depth, data: { hProperties: { id } }, children: [text(words)] }) as Node;

export const code = (words: string): Element => element('code', { dir: 'ltr' }, words);

/** A paragraph of the page, and not of what is drawn in it. */
export const paragraph = (words: string): Element => element('p', null, words);

/** A name as part of an address. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export type Cell = readonly Child[];

/** In a box of its own, which scrolls where it is too wide; `name` is that of the box, for those who hear it. */
export const table = (name: string, head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  element(
    'div',
    { className: ['table-box', 'not-content'], tabIndex: 0, role: 'region', ariaLabel: name },
    element(
      'table',
      null,
      element('thead', null, element('tr', null, ...head.map((h) => element('th', { scope: 'col' }, h)))),
      element(
        'tbody',
        null,
        ...rows.map((cells) => element('tr', null, ...cells.map((cell) => element('td', null, ...cell)))),
      ),
    ),
  );

/** The book that a page belongs to, its numbers as that page shows them, and what only other languages have. */
export function bookAround(path: string) {
  const page = readPage(readFileSync(path, 'utf8'), path);
  const book = bookOf(page, process.cwd());
  const elsewhere = (label: string): boolean =>
    book.translations.some(({ labels }) => labels.some(({ name }) => name === label));
  return { book, numbers: new Numbers(page, book.pages), elsewhere };
}
