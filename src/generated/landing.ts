/**
 * The landing page: its equation beside slips of the pen in it, each with the smallest world that refutes it; what the
 * whole book amounts to; and its chapters in their order.
 */
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { slipsOf } from '../../lib/check/slips.ts';
import type { RelationRecord } from '../../lib/check/record.ts';
import { bookOf, checkPages } from '../../lib/page/index.ts';
import { readPage } from '../../lib/page/read.ts';
import type { Page } from '../../lib/page/index.ts';
import { readText } from '../../lib/page/files.ts';
import { rowAt, splitRows } from '../../lib/tex/rows.ts';
import { chapterOf, chapters, nameOf } from '../book.ts';
import { howMany } from '../errata/found.ts';
import { say } from '../errata/say.ts';
import { element, inlineMath } from '../plugins/nodes.ts';
import type { Child, Element } from '../plugins/nodes.ts';
import { drawn, hrefOf } from '../plugins/numbers.ts';
import { mark } from '../plugins/mark.ts';
import { count, summary } from '../plugins/verdict.ts';
import { brokenWorld } from '../plugins/world.ts';
import type { Context, Generator } from './generator.ts';

const said = {
  en: {
    choose: 'One of these is the equation. The others are slips of the pen, made by the same rules that attack every equation of the book. Choose one.',
    form: 'Form',
    refuted: 'refuted',
    broken: 'The smallest world that shows it:',
    totals: ['relations', 'worlds', 'slips tried on them and caught', 'errors found in print'],
  },
  zh: {
    choose: '以下只有一个是原式，其余是按同一套规则造出的笔误，书中每个公式都经受它们的考验。请任选其一。',
    form: '写法',
    refuted: '不成立',
    broken: '使它不成立的最小世界：',
    totals: ['个关系', '个世界', '处人为笔误全被识破', '处已刊错误'],
  },
} as const; // prettier-ignore

/** How many slips are shown, each of another kind. */
const SHOWN = 5;

const pageAt = (path: string) => {
  const text = readText(path, path);
  if (typeof text !== 'string') throw new Error(text.message);
  return readPage(text, path);
};

export const choice: Generator = ({ path, words, checks }) => {
  const equation = pageAt(path).equations.find(({ display }) => display);
  if (!equation) throw new Error('the page has no equation to make slips of');
  const given = equation.givens.map(({ text }) => text);
  const tex = drawn(equation.tex, { find: () => undefined }).trim();
  const kinds = new Set<string>();
  const slips = slipsOf(equation.tex, equation.givens).flatMap((slip) => {
    if (kinds.size === SHOWN || kinds.has(slip.rule)) return [];
    const slipped = asWritten(slip.tex);
    const [found] = say(`${path}/${slipped}`, given, slipped, 1000, checks).relations;
    if (found?.verdict !== 'refuted' || !found.counterexample) return [];
    kinds.add(slip.rule);
    return [{ tex: slipped, found }];
  });
  const own = say(path, given, tex, 1000, checks).relations;
  const record = { relations: own } as Parameters<typeof summary>[0];
  const good = element('p', { className: ['choice-verdict', 'good'] }, mark('holds'), ` ${summary(record, words)}`);
  return [
    element(
      'fieldset',
      { className: ['choices', 'not-content', 'wide'] },
      element('legend', null, said[words.locale].choose),
      ...[
        option(0, tex, words, false, good),
        // A slip is chosen first: what the page is about shows at once, and the equation itself stands above.
        ...slips.map((slip, i) => option(i + 1, slip.tex, words, i === 0, ...broken(slip.found, words))),
      ],
    ),
  ];
};

/** Without the brackets that the printer sets and nobody writes, by which the equation would stand out. */
const asWritten = (tex: string): string =>
  tex.replace(/\\log\\left\((\\frac\{[^{}]*\}\{[^{}]*\})\\right\)/g, '\\log $1');

function broken(found: RelationRecord, words: Context['words']): Child[] {
  const { refuted, broken: world } = said[words.locale];
  return [
    element('p', { className: ['choice-verdict', 'bad'] }, mark('refuted'), ` ${refuted}`),
    element('p', null, world),
    brokenWorld(found, words),
  ];
}

/** A radio button, which needs no script, the form that it stands for, and what is said of that. */
function option(i: number, tex: string, words: Context['words'], checked: boolean, ...panel: Child[]): Element {
  const id = `choice-${i}`;
  // a formula is no name that every reader program can say
  const name = element('span', { className: ['sr-only'] }, `${said[words.locale].form} ${i + 1}: `);
  return element(
    'div',
    { className: ['choice'] },
    element('input', { type: 'radio', name: 'choice', id, checked, ariaDescribedBy: [`${id}-said`] }),
    element('label', { htmlFor: id }, name, inlineMath(`\\displaystyle ${tex}`)),
    element('div', { className: ['choice-panel'], id: `${id}-said` }, ...panel),
  );
}

/** The book in English with its mutants: both languages wait for one computation, which is kept while it runs. */
const running = new Map<string, ReturnType<typeof checkPages>>();

function attacked(folder: string): ReturnType<typeof checkPages> {
  const begun = running.get(folder);
  if (begun) return begun;
  const options = {
    cwd: process.cwd(),
    worlds: 1000,
    seed: 1,
    mutants: true,
    cache: '.cache/holds',
    threads: availableParallelism(),
  };
  const book = checkPages([folder], options).finally(() => running.delete(folder));
  running.set(folder, book);
  return book;
}

/** Sums over the pages of one language, which are the same in each. */
export const totals: Generator = async ({ path, words }) => {
  const { ledger } = await attacked(`${dirname(dirname(path))}/en`);
  const relations = ledger.pages.flatMap(({ equations }) => equations.flatMap((equation) => equation.relations));
  const sum = (value: (relation: RelationRecord) => number) =>
    relations.reduce((n, relation) => n + value(relation), 0);
  const numbers = [relations.length, sum(({ worlds }) => worlds), sum(({ mutants }) => mutants?.killed ?? 0), howMany];
  return [
    element(
      'ul',
      { className: ['totals', 'not-content', 'wide'] },
      ...numbers.map((n, i) =>
        element('li', null, element('strong', null, count(n, words)), ` ${said[words.locale].totals[i]}`),
      ),
    ),
  ];
};

/** What each chapter comes to: the label of an equation, which is read from its page. */
const heart: Readonly<Record<string, string>> = {
  likelihood: 'lik',
  entropy: 'cross-entropy-larger',
  divergence: 'kl-zero',
  'large-numbers': 'lln-weak',
  'mle-is-kl': 'nll-limit',
  evidence: 'elbo-identity',
  variational: 'mf-update',
};

/** The row with a label, without its reasons: they are said where it stands. */
function rowOf(page: Page, label: string): string {
  const equation = page.equations.find(({ tex }) => tex.includes(`\\label{${label}}`));
  if (!equation) throw new Error(`${page.path} has no equation with the label "${label}", which the landing page shows`);
  const { tex } = equation;
  const rows = splitRows(tex);
  const cells = rows[rowAt(rows, tex.indexOf(`\\label{${label}}`))]!.cells.slice(0, 2).map(({ start, end }) => tex.slice(start, end));
  // A row that goes on has its left side in the first.
  if (cells.length > 1 && cells[0]!.trim() === '') cells[0] = tex.slice(rows[0]!.cells[0]!.start, rows[0]!.cells[0]!.end);
  const sides = cells.join(' ');
  return drawn(sides.replace(/\\(?:begin|end)\{aligned\}/g, ''), { find: () => undefined })
    .replace(/\\overset\{[^{}]*\{[^{}]*\}[^{}]*\}\{([^{}]*)\}/g, '$1')
    .trim();
} // prettier-ignore

/** The chapters in their order, and below them what is about the book. */
export const chain: Generator = ({ path, words: { locale } }) => {
  const page = pageAt(path);
  const book = new Map(bookOf(page, process.cwd()).pages.map((other) => [other.slug, other]));
  const pages = new Map([...book].map(([slug, { title }]) => [slug, title]));
  const link = (slug: string): Child => {
    const name = nameOf(slug, locale) ?? pages.get(slug) ?? slug;
    return pages.has(slug) ? element('a', { href: hrefOf(page.slug, slug, null) }, name) : name;
  };
  const around = [...pages.keys()].filter(
    (slug) => slug !== page.slug && chapterOf(slug) === null && nameOf(slug, locale),
  );
  return [
    element(
      'ol',
      { className: ['chain', 'not-content', 'wide'] },
      ...Object.keys(chapters).map((slug) =>
        element(
          'li',
          null,
          link(slug),
          element('span', { className: ['chain-title'] }, pages.get(slug) ?? ''),
          ...(book.has(slug)
            ? [
                element(
                  'span',
                  // where it is wider than the page, the keyboard scrolls it
                  { className: ['chain-heart'], tabIndex: 0, role: 'group', ariaLabel: pages.get(slug) ?? slug },
                  inlineMath(`\\displaystyle ${rowOf(book.get(slug)!, heart[slug]!)}`),
                ),
              ]
            : []),
        ),
      ),
    ),
    element('ul', { className: ['around', 'not-content'] }, ...around.map((slug) => element('li', null, link(slug)))),
  ];
};
