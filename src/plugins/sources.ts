/** What stands at the end of a page: the sources that it names, and how it is cited itself. */
import type { Page } from '../../lib/page/index.ts';
import type { Source, Sources } from '../../lib/page/sources.ts';
import { book, chapterOf } from '../book.ts';
import { element } from './nodes.ts';
import type { Element } from './nodes.ts';
import type { Words } from './words.ts';

/** Null for a page that names no source and is no chapter. */
export function endOfPage(page: Page, sources: Sources, words: Words): Element | null {
  const chapter = chapterOf(page.slug);
  if (page.sources.length === 0 && chapter === null) return null;
  const title = (text: string) => element('p', { className: ['end-title'], role: 'heading', ariaLevel: '2' }, text);
  return element(
    'section',
    { className: ['page-end', 'not-content'], dataPagefindIgnore: '' },
    ...(page.sources.length === 0
      ? []
      : [
          title(words.sources),
          element('ul', null, ...page.sources.map(({ key, where }) => entry(sources[key]!, where, words))),
        ]),
    element(
      'details',
      { className: ['cite'] },
      element('summary', null, words.cite),
      element('pre', { tabIndex: 0, ariaLabel: 'BibTeX' }, element('code', null, bibtex(page, words.locale))),
    ),
  );
}

function entry({ authors, title, in: where, year }: Source, part: string, words: Words): Element {
  const last = authors.at(-1)!;
  const names = authors.length > 1 ? `${authors.slice(0, -1).join(', ')}${words.and}${last}` : last;
  const behind = `, ${where}, ${year}${part ? `${words.semicolon}${part}` : ''}.`;
  return element('li', null, `${names}, `, element('cite', null, title), behind);
}

/** A page as an entry of a bibliography. */
export function bibtex({ slug, title }: Pick<Page, 'slug' | 'title'>, language: 'en' | 'zh'): string {
  const chapter = chapterOf(slug);
  const fields = [
    ['author', `{${book.authors}}`],
    ['title', escaped(title ?? slug)],
    ['booktitle', book.title],
    ...(chapter === null ? [] : [['chapter', `${chapter}`]]),
    ['year', `${book.year}`],
    ['language', language === 'zh' ? 'chinese' : 'english'],
  ];
  return `@incollection{itholds-${slug}${language === 'zh' ? '-zh' : ''},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** Signs that mean something to TeX, and dashes, which BibTeX of old does not read. */
const escaped = (text: string): string =>
  text
    .replace(/[\\{}$&#%_^~]/g, (sign) =>
      sign === '\\' ? '\\textbackslash{}' : '^~'.includes(sign) ? `\\${sign}{}` : `\\${sign}`,
    )
    .replaceAll('–', '--')
    .replaceAll('—', '---');
