/** The notations that are understood, from their registry: the examples there are their documentation and their tests. */
import { notations } from '../../lib/notation/index.ts';
import type { Example } from '../../lib/notation/notation.ts';
import { element, inlineMath } from '../plugins/nodes.ts';
import { code, heading, paragraph, slug } from './generator.ts';
import type { Generator } from './generator.ts';

const said = {
  en: { typed: 'typed', read: 'read as' },
  zh: { typed: '写法', read: '读作' },
} as const;

export const notationList: Generator = ({ words: { locale } }) =>
  notations.flatMap(({ name, meaning, examples }) => [
    heading(3, `notation-${slug(name.en)}`, capital(name[locale])),
    paragraph(meaning[locale]),
    element('ul', { className: ['examples', 'not-content'] }, ...examples.map((e) => example(e, said[locale]))),
  ]);

const example = ({ tex, tree }: Example, { typed, read }: { typed: string; read: string }) =>
  element(
    'li',
    null,
    element('span', { className: ['example-drawn'], tabIndex: 0 }, inlineMath(tex)),
    element('span', { className: ['example-part'] }, element('span', { className: ['example-name'] }, typed), code(tex)),
    element('span', { className: ['example-part'] }, element('span', { className: ['example-name'] }, read), code(tree)),
  ); // prettier-ignore

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
