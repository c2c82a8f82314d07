/** The order of the pages; those that are not written yet are left out, those not named here come last. */
import { readdirSync } from 'node:fs';

const order = [
  'likelihood',
  'entropy',
  'divergence',
  'large-numbers',
  'mle-is-kl',
  'evidence',
  'variational',
  'errata',
  'how-it-holds',
  'notation',
  'graph',
  'write-a-page',
];

/** The slugs of the pages in a folder of one language, the landing page apart. */
export function sidebar(folder: string): { slug: string }[] {
  const rank = (slug: string) => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return readdirSync(folder)
    .filter((name) => /^[^_.].*\.mdx$/.test(name) && name !== 'index.mdx')
    .map((name) => name.replace(/\.mdx$/, ''))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((slug) => ({ slug }));
}
