/** What a part of a page that the build computes is made from, and made of. */
import type { Node } from 'unist';
import type { Checks } from '../../lib/page/check.ts';
import type { Element } from '../plugins/nodes.ts';
import { element, text } from '../plugins/nodes.ts';
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
