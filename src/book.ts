/** The order of the book: its chapters, which have numbers, and what stands around them. */
import { readdirSync } from 'node:fs';

export const chapters = [
  'likelihood',
  'entropy',
  'divergence',
  'large-numbers',
  'mle-is-kl',
  'evidence',
  'variational',
] as const;

const order: readonly string[] = [
  ...chapters,
  'errata',
  'how-it-holds',
  'graph',
  'notation',
  'glossary',
  'write-a-page',
];

/** The number of a chapter, from 1; null for a page that is none. */
export function chapterOf(slug: string): number | null {
  const at = (chapters as readonly string[]).indexOf(slug);
  return at < 0 ? null : at + 1;
}

/** The slugs of the pages in a folder of one language, the landing page apart; those not named above come last. */
export function sidebar(folder: string): { slug: string }[] {
  const rank = (slug: string) => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return readdirSync(folder)
    .filter((name) => /^[^_.].*\.mdx$/.test(name) && name !== 'index.mdx')
    .map((name) => name.replace(/\.mdx$/, ''))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((slug) => ({ slug }));
}
