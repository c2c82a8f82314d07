/** The page of the graph: for each chapter what rests on what, drawn, and told in words. */
import type { Node } from 'unist';
import { chapterOf, chapters, nameOf } from '../book.ts';
import { element } from '../plugins/nodes.ts';
import type { Child, Element } from '../plugins/nodes.ts';
import type { Numbers } from '../plugins/numbers.ts';
import type { Words } from '../plugins/words.ts';
import { dependencies, wholeNumber } from './dependencies.ts';
import type { Dependencies, Statement } from './dependencies.ts';
import { drawing } from './drawing.ts';
import { bookAround, heading, paragraph } from './generator.ts';
import type { Context, Generator } from './generator.ts';

const said = {
  en: {
    counts: (n: number, own: number, other: number) =>
      `${n} labelled equations. Their reasons cite ${own} of this chapter and ${other} of others.`,
    words: 'The same in words',
    rests: 'rests on',
    used: 'used by',
    alone: 'Neither cites nor is cited:',
    drawing: (title: string) => `What rests on what in “${title}”`,
    legend: 'Evidence',
    elsewhere: 'in another chapter',
    stop: '.',
  },
  zh: {
    counts: (n: number, own: number, other: number) =>
      `共 ${n} 个带标签的公式。其理由引用本章公式 ${own} 次，引用其他各章 ${other} 次。`,
    words: '以文字说明',
    rests: '依据',
    used: '用于',
    alone: '既不引用也未被引用：',
    drawing: (title: string) => `《${title}》中的依赖关系`,
    legend: '证据',
    elsewhere: '其他章的公式',
    stop: '。',
  },
} as const;

export const graph: Generator = ({ path, words, checks }: Context) => {
  const cwd = process.cwd();
  const { book, numbers } = bookAround(path);
  const pages = Object.keys(chapters).flatMap((slug) => book.pages.find((page) => page.slug === slug) ?? []);
  const all = dependencies(book, pages, cwd, checks);
  return [legend(all, words), ...pages.flatMap((page) => chapter(page.slug, nameOf(page.slug, words.locale)!, all, numbers, words))];
}; // prettier-ignore

function legend({ statements }: Dependencies, words: Words): Element {
  const s = said[words.locale];
  const kinds = [...new Set(statements.map(({ evidence }) => evidence))];
  const item = (kind: string, name: string) =>
    element('li', null, element('span', { className: ['graph-swatch', `evidence-${kind}`], ariaHidden: 'true' }), name);
  return element(
    'ul',
    { className: ['graph-legend', 'not-content'], ariaLabel: s.legend },
    ...kinds.map((kind) => item(kind, words.evidence[kind])),
    item('elsewhere', s.elsewhere),
  );
}

function chapter(slug: string, title: string, all: Dependencies, numbers: Numbers, words: Words): Node[] {
  const s = said[words.locale];
  const own = all.statements.filter(({ page }) => page.slug === slug);
  const ids = new Set(own.map(({ id }) => id));
  const edges = all.edges.filter(({ to }) => ids.has(to));
  const outside = edges.filter(({ from }) => !ids.has(from));
  const linked = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...all.edges.map(({ from }) => from)]);
  const foreign = new Set(outside.map(({ from }) => from));
  const shown = [
    ...all.statements.filter(({ id }) => foreign.has(id)),
    ...own.filter(({ id }) => edges.some(({ from, to }) => from === id || to === id)),
  ];
  const alone = own.filter(({ id }) => !linked.has(id));
  const inWords = new Telling(all, numbers, words);
  return [
    heading(2, `graph-${slug}`, `${chapterOf(slug)} ${title}`),
    paragraph(s.counts(own.length, edges.length - outside.length, outside.length)),
    ...(shown.length === 0 ? [] : [drawing({ shown, edges, foreign, numbers, title: s.drawing(title), tell: (x) => inWords.tell(x) })]),
    element(
      'details',
      { className: ['graph-words', 'not-content'] },
      element('summary', null, s.words),
      element('ul', null, ...own.filter(({ id }) => linked.has(id)).map((x) => element('li', null, ...inWords.item(x)))),
      ...(alone.length === 0 ? [] : [element('p', null, `${s.alone} `, ...inWords.links(alone), s.stop)]),
    ),
  ];
} // prettier-ignore

/** Each statement in words: its number and label, its evidence, what it rests on and what rests on it. */
class Telling {
  readonly #all: Dependencies;
  readonly #byId: ReadonlyMap<string, Statement>;
  readonly #numbers: Numbers;
  readonly #words: Words;

  constructor(all: Dependencies, numbers: Numbers, words: Words) {
    this.#all = all;
    this.#byId = new Map(all.statements.map((statement) => [statement.id, statement]));
    this.#numbers = numbers;
    this.#words = words;
  }

  #near(id: string, by: 'from' | 'to', other: 'from' | 'to'): Statement[] {
    return this.#all.edges.filter((edge) => edge[by] === id).map((edge) => this.#byId.get(edge[other])!);
  }

  #number({ label }: Statement): string {
    return wholeNumber(this.#numbers.find(label)!.number);
  }

  links(list: readonly Statement[]): Child[] {
    return list.flatMap((statement, i) => [
      ...(i > 0 ? [this.#words.comma] : []),
      element('a', { href: this.#numbers.find(statement.label)!.href }, this.#number(statement)),
    ]);
  }

  item(statement: Statement): Child[] {
    const { rests, used, stop } = said[this.#words.locale];
    const [above, below] = [this.#near(statement.id, 'to', 'from'), this.#near(statement.id, 'from', 'to')];
    const { semicolon } = this.#words;
    return [
      ...this.links([statement]),
      ` ${statement.label}${semicolon}${this.#words.evidence[statement.evidence]}`,
      ...(above.length > 0 ? [`${semicolon}${rests} `, ...this.links(above)] : []),
      ...(below.length > 0 ? [`${semicolon}${used} `, ...this.links(below)] : []),
      stop,
    ];
  }

  /** In one line of text, for those who hear the drawing. */
  tell(statement: Statement): string {
    const above = this.#near(statement.id, 'to', 'from').map((x) => this.#number(x));
    const { rests } = said[this.#words.locale];
    const evidence = this.#words.evidence[statement.evidence];
    const needs = above.length > 0 ? `${this.#words.semicolon}${rests} ${above.join(this.#words.comma)}` : '';
    return `${this.#number(statement)} ${statement.label}${this.#words.semicolon}${evidence}${needs}`;
  }
}
