/** What names may be given as, and the laws that have names of their own, from their registries. */
import { namedLaws } from '../../lib/meaning/named.ts';
import { sorts } from '../../lib/meaning/sort/index.ts';
import { givenList } from '../plugins/given.ts';
import { inlineMath } from '../plugins/nodes.ts';
import { code, table } from './generator.ts';
import type { Generator } from './generator.ts';
import { lawWords } from './law-words.ts';

const said = {
  en: { typed: 'Typed', read: 'Shown to the reader as', law: 'Law', names: 'Names', parameters: 'Parameters' },
  zh: { typed: '写法', read: '读者所见', law: '分布', names: '名称', parameters: '参数' },
} as const;

export const sortList: Generator = ({ words }) => {
  const { typed, read } = said[words.locale];
  const rows = sorts.flatMap(({ examples }) => examples.map((line) => [[code(line)], [givenList([line], words)]]));
  return [table(typed, [typed, read], rows)];
};

export const lawList: Generator = ({ words }) => {
  const { law, names, parameters } = said[words.locale];
  const rows = namedLaws.map(({ heads, name, parameters: list }) => [
    [words.locale === 'en' ? name : chinese(name)],
    heads.flatMap((head, i) => [...(i > 0 ? [words.comma] : []), inlineMath(drawnHead(head))]),
    [list.map((p) => (words.locale === 'en' ? p : chinese(p))).join(words.comma)],
  ]);
  return [table(law, [law, names, parameters], rows)];
};

/** Names of several letters are upright; a single letter is as it is typed. */
const drawnHead = (head: string): string => (/^[A-Za-z]{2,}$/.test(head) ? `\\mathrm{${head}}` : head);

function chinese(words: string): string {
  const found = lawWords[words];
  if (found === undefined) throw new Error(`src/generated/law-words.ts has no Chinese for “${words}”`);
  return found;
}
