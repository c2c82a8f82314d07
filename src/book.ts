/** The order of the book: its chapters, which have numbers, and what stands around them. */
import { readdirSync } from 'node:fs';

/** As it is cited. */
export const book = { title: 'It Holds', authors: 'It Holds authors', year: 2026 } as const;

type Name = Readonly<Record<'en' | 'zh', string>>;

/** Short names, for lists; a page's own title says more. */
export const chapters: Readonly<Record<string, Name>> = {
  likelihood: { en: 'Likelihood', zh: '似然' },
  entropy: { en: 'Entropy', zh: '熵' },
  divergence: { en: 'Divergence', zh: '散度' },
  'large-numbers': { en: 'Large numbers', zh: '大数定律' },
  'mle-is-kl': { en: 'Maximum likelihood', zh: '极大似然' },
  evidence: { en: 'Evidence', zh: '证据' },
  variational: { en: 'Variational inference', zh: '变分推断' },
};

const around: Readonly<Record<string, Name>> = {
  'how-it-holds': { en: 'What “holds” means', zh: '何谓“成立”' },
  errata: { en: 'Errors found', zh: '勘误' },
  graph: { en: 'What rests on what', zh: '依赖图' },
  notation: { en: 'Notation', zh: '记号' },
  glossary: { en: 'Glossary', zh: '术语' },
  'write-a-page': { en: 'Write a page', zh: '写一页' },
};

/** The number of a chapter, from 1; null for a page that is none. */
export function chapterOf(slug: string): number | null {
  const at = Object.keys(chapters).indexOf(slug);
  return at < 0 ? null : at + 1;
}

/** The short name of a page; null if it has none. */
export const nameOf = (slug: string, language: 'en' | 'zh'): string | null =>
  (chapters[slug] ?? around[slug])?.[language] ?? null;

/** The pages in a folder of one language, the landing page apart: the chapters, then all else. */
export function sidebar(folder: string) {
  const slugs = readdirSync(folder)
    .filter((name) => /^[^_.].*\.mdx$/.test(name) && name !== 'index.mdx')
    .map((name) => name.replace(/\.mdx$/, ''));
  const others = slugs.filter((slug) => chapterOf(slug) === null && !(slug in around)).sort();
  const group = (label: Name, order: readonly string[]) => ({
    label: label.en,
    translations: { 'zh-CN': label.zh },
    items: order.filter((slug) => slugs.includes(slug)).map(item),
  });
  return [
    group({ en: 'Chapters', zh: '正文' }, Object.keys(chapters)),
    group({ en: 'About the book', zh: '关于本书' }, [...Object.keys(around), ...others]),
  ].filter(({ items }) => items.length > 0);
}

/** A page without a short name is called by its title. */
function item(slug: string) {
  const [label, zh, chapter] = [nameOf(slug, 'en'), nameOf(slug, 'zh'), chapterOf(slug)];
  return {
    slug,
    ...(label && zh ? { label, translations: { 'zh-CN': zh } } : {}),
    ...(chapter ? { attrs: { 'data-chapter': `${chapter}` } } : {}),
  };
}
