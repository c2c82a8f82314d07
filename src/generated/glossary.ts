/** The symbols of the book, with their names in both languages and the equation that says what they are. */
import { inlineMath, element } from '../plugins/nodes.ts';
import type { Child } from '../plugins/nodes.ts';
import { bookAround, heading, slug, table } from './generator.ts';
import type { Generator } from './generator.ts';
import { glossaryGroups } from './symbols.ts';

const said = {
  en: ['Symbol', 'English', 'Chinese', 'Where'],
  zh: ['符号', '中文', '英文', '出处'],
} as const;

export const glossary: Generator = ({ path, words: { locale } }) => {
  const { numbers, elsewhere } = bookAround(path);
  const where = (label: string): Child => {
    const found = numbers.find(label);
    // A page that waits for its translation is named where it is checked.
    if (!found && elsewhere(label)) return null;
    if (!found) throw new Error(`src/generated/symbols.ts names the label “${label}”, which no page has`);
    return element('a', { href: found.href }, found.number);
  };
  return glossaryGroups.flatMap(({ name, symbols }) => [
    heading(2, `symbols-${slug(name.en)}`, name[locale]),
    table(
      name[locale],
      said[locale],
      symbols.map(({ tex, en, zh, at }) => {
        const names = [element('span', { lang: 'en' }, en), element('span', { lang: 'zh-CN' }, zh)];
        // the language of the page first
        const [own, other] = locale === 'en' ? names : names.reverse();
        return [[inlineMath(tex)], [own!], [other!], [at ? where(at) : null]];
      }),
    ),
  ]);
};
