/**
 * What checking found in published texts: the formula as it was printed, the smallest world that breaks it, and what
 * was meant, which holds. A formula that is not caught, or a correction that does not hold, stops the build: the page
 * says of nobody's work what the checker does not see.
 */
import katex from 'katex';
import type { Node } from 'unist';
import { corrections as all } from '../errata/corrections.ts';
import type { Correction } from '../errata/corrections.ts';
import type { Pair, Published } from '../errata/pair.ts';
import { found } from '../errata/found.ts';
import { holds, refuted, say } from '../errata/say.ts';
import { givenList } from '../plugins/given.ts';
import { displayMath, element } from '../plugins/nodes.ts';
import type { Child, Element } from '../plugins/nodes.ts';
import { count } from '../plugins/verdict.ts';
import { brokenWorld } from '../plugins/world.ts';
import { code, heading, paragraph } from './generator.ts';
import type { Context, Generator } from './generator.ts';

const said = {
  en: {
    printed: 'As printed',
    meant: 'What was meant',
    broken: 'The smallest world that breaks it:',
    meaningless: 'It cannot be read:',
    unnamed: 'the copy that was read names no author',
    often: 'A slip that is often made',
    totals: (n: number, broken: number) =>
      `${n} slips: ${broken} are refuted by a world, ${n - broken} have no meaning that could be evaluated.`,
    none: 'It has no meaning:',
    waiting: (n: number) => (n === 1 ? 'One more correction is not judged yet:' : `${n} more corrections are not judged yet:`), // prettier-ignore
    controls: (n: number) => `Beside them ${n} corrections that changed the writing and not the meaning: both forms hold.`,
  },
  zh: {
    printed: '原文',
    meant: '本意',
    broken: '使它不成立的最小例子：',
    meaningless: '无法读出含义：',
    unnamed: '所读的版本未署名',
    often: '常见的笔误',
    totals: (n: number, broken: number) => `共 ${n} 处笔误：${broken} 处被某个世界驳倒，${n - broken} 处没有可供求值的含义。`,
    none: '没有含义：',
    waiting: (n: number) => `另有 ${n} 处更正尚不能判定：`,
    controls: (n: number) => `此外有 ${n} 处更正只改变了写法而未改变含义：前后两种形式都成立。`,
  },
} as const; // prettier-ignore

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly source: readonly Child[];
  readonly given: readonly string[];
  readonly wrong: string;
  readonly right: string;
  readonly worlds?: number;
}

export const articles: Generator = (context) =>
  list(
    found.articles.map((slip) => entryOf(slip, context)),
    context,
  );

export const slips: Generator = (context) =>
  list(
    found.others.map((pair) => entryOf(pair, context)),
    context,
  );

export const corrections: Generator = (context) => {
  const { locale } = context.words;
  const wrong = all.filter(({ status }) => status === 'false' || status === 'meaningless');
  const waiting = wrong.filter(({ waits }) => waits !== undefined);
  const controls = all.filter(({ status, waits }) => status === 'true' && waits === undefined);
  const entries = found.book.map((c): Entry => ({ ...c, source: [bookLink(c)], wrong: c.old, right: c.new }));
  return [
    ...list(entries, context),
    paragraph(said[locale].controls(controls.length)),
    ...(waiting.length === 0
      ? []
      : [
          paragraph(said[locale].waiting(waiting.length)),
          element('ul', null, ...waiting.map((c) => element('li', null, c.title, ' (', bookLink(c), ')'))),
        ]),
  ];
};

function entryOf(pair: Pair, { words: { locale } }: Context): Entry {
  const source = 'kind' in pair.source ? [said[locale].often] : published(pair.source, locale);
  return { ...pair, title: capital(pair.slip[locale]), source };
}

const published = ({ title, by, told }: Published, locale: 'en' | 'zh'): Child[] => [
  element('cite', null, title),
  `${locale === 'en' ? ', ' : '，'}${by ?? said[locale].unnamed}${locale === 'en' ? '; ' : '；'}${told[locale]}`,
];

const bookLink = ({ id }: Correction): Element => {
  const page = id.replace(/^\w+-/, '').replace(/-\d+$/, '');
  return element('a', { href: `https://statproofbook.github.io/${page}` }, page);
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function list(entries: readonly Entry[], context: Context): Node[] {
  const cards = entries.map((entry) => card(entry, context));
  const broken = cards.filter((c) => c.refuted).length;
  return [paragraph(said[context.words.locale].totals(cards.length, broken)), ...cards.flatMap(({ nodes }) => nodes)];
}

function card(entry: Entry, { words, checks }: Context): { nodes: Node[]; refuted: boolean } {
  const s = said[words.locale];
  const { id, given, worlds } = entry;
  // Each under a name of its own: what is kept of one would else replace what is kept of the other.
  const printed = say(id, given, entry.wrong, worlds, checks);
  const meant = say(`${id}/meant`, given, entry.right, worlds, checks);
  if (!holds(meant)) throw new Error(`${id}: what was meant does not hold`);
  const isRefuted = refuted(printed);
  const broken = printed.relations.find((r) => r.verdict === 'refuted' && (r.counterexample ?? r.values));
  if (!isRefuted && printed.unread.length === 0) throw new Error(`${id}: the slip is not caught`);
  const why = broken
    ? [element('p', null, s.broken), brokenWorld(broken, words)]
    : [element('p', null, s.meaningless, ' ', element('span', { lang: 'en' }, printed.unread[0]!))];
  const tried = meant.relations.map((r) => r.worlds).filter((n) => n > 0);
  const verdict = `${words.holds(1)}${tried.length > 0 ? `${words.held}${words.onWorlds(count(Math.min(...tried), words), false)}` : ''}`; // prettier-ignore
  const part = (kind: string, title: string, tex: string, ...more: Child[]) =>
    element('div', { className: ['slip-form', kind] }, element('p', { className: ['slip-title'] }, title), formula(tex, title), ...more); // prettier-ignore
  return {
    refuted: isRefuted,
    nodes: [
      heading(3, `slip-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`, entry.title),
      element(
        'div',
        { className: ['slip', 'not-content', 'wide'] },
        element('p', { className: ['slip-source'] }, ...entry.source),
        part('printed', s.printed, entry.wrong, ...why),
        part('meant', s.meant, entry.right, element('p', null, verdict)),
        element('details', { className: ['slip-given'] }, element('summary', null, words.given), givenList(given, words)),
      ),
    ],
  }; // prettier-ignore
}

/**
 * Drawn as it is printed, without the labels of its page; a formula that KaTeX refuses is shown as it was typed. Of a bar
 * that is typed as a sign of Unicode KaTeX has the metrics under its command alone.
 */
function formula(tex: string, name: string): Element {
  const bare = tex
    .replace(/[∥‖]/g, '\\parallel ')
    .replace(/\s*\\label\s*\{[^{}]*\}\s*/g, '')
    .replace(/\\overset\s*\{\s*\\eqref\{[^{}]*\}\s*\}\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\overset\s*\{\s*\\eqref\{[^{}]*\}\s*\}\s*(\\?\w+|=)/g, '$1');
  const box = { className: ['slip-math'], tabIndex: 0, role: 'group', ariaLabel: name };
  try {
    katex.renderToString(bare, { displayMode: true, strict: 'error', trust: false });
    return element('div', box, displayMath(bare));
  } catch {
    return element('div', box, element('pre', null, code(tex)));
  }
}
