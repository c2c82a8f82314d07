/**
 * All formulas that there are: of the site, the articles, the corpus of foreign pages and the corrections, the issue's
 * own list and the examples of the notations. Each with what its page gives, which says what is called and what is a name.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { definedHead, makeContext } from '../../lib/check/context.ts';
import type { Given } from '../../lib/check/record.ts';
import { notations } from '../../lib/notation/index.ts';
import { readPage } from '../../lib/page/read.ts';
import type { Names } from '../../lib/tex/parser.ts';
import { type Formula as Kept, formulasOf, givensOf, pageOf } from '../articles/page.ts';
import { articleSlips } from '../../src/errata/articles.ts';
import { pairs as others } from '../../src/errata/pairs/index.ts';
import { formulas as listed } from '../tex/formulas.ts';
import { names as knownNames, words as knownWords } from '../tex/names.ts';

export interface Formula {
  /** Where it stands: group, page, line and column. */
  readonly place: string;
  readonly group: string;
  readonly tex: string;
  readonly names: Names;
  readonly words: readonly string[];
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly side?: { readonly text: string; readonly path: string } | undefined;
}

/** The formulas of a page, read with what is given and defined above each. */
function ofPage(group: string, { path, text, side }: Source): Formula[] {
  const contexts = new Map<readonly Given[], ReturnType<typeof makeContext>>();
  const made = new Set<string>();
  return readPage(text, path, side).equations.map(({ tex, givens, place }) => {
    const known = [...contexts].find(([others]) => same(others, givens))?.[1];
    const context = known ?? makeContext(givens);
    if (!known) contexts.set(givens, context);
    const head = definedHead(tex, context.words);
    if (head) made.add(head);
    const above = new Set(made);
    const callable = (name: string): boolean => above.has(name) || context.names.callable(name);
    const names = { callable, declared: context.names.declared };
    return { place: `${path}:${place.line}:${place.column}`, group, tex, names, words: context.words };
  });
}

/** Formulas by themselves under what is given beside them. */
function ofEquations(group: string, id: string, given: readonly string[], texs: readonly string[]): Formula[] {
  const givens = given.map((line) => ({ text: line, place: { path: id, line: 1, column: 1 } }));
  return texs.map((tex, i) => {
    const { names, words } = makeContext(givens);
    const head = definedHead(tex, words);
    const callable = (name: string): boolean => name === head || names.callable(name);
    return { place: `${id}:${i}`, group, tex, names: { ...names, callable }, words };
  });
}

const same = (a: readonly Given[], b: readonly Given[]): boolean =>
  a.length === b.length && a.every((given, i) => given === b[i]);

const text = (path: string | URL): string => readFileSync(path, 'utf8');

const site = globSync('content/**/*.{md,mdx}').map((path) => path.replaceAll('\\', '/')).sort(); // prettier-ignore
const articles = globSync('test/articles/*.json').map((path) => /\d+/.exec(path)![0]).sort(); // prettier-ignore

const json = (path: string): unknown => JSON.parse(text(path));
const { corrections } = json('src/errata/corrections.json') as {
  corrections: readonly (Record<'id' | 'old' | 'new', string> & { readonly given: readonly string[] })[];
};
const { pages } = json('test/corpus/pages.json') as { pages: readonly { path: string; formulas: readonly Kept[] }[] };

/** The givens of a page of the corpus, where some are kept. */
function sideOf(path: string) {
  const file = `test/corpus/${path.replace(/^.*\//, '')}.given`;
  return existsSync(file) ? { text: text(file), path: file } : undefined;
}

/** What lies beside this repository, or else the copy that is kept of its formulas. */
const besides = (path: string, kept: readonly Kept[]): string => (existsSync(path) ? text(path) : pageOf(kept));

const known = (group: string, place: string, tex: string): Formula => ({
  place,
  group,
  tex,
  names: knownNames,
  words: knownWords,
});

export const formulas: readonly Formula[] = [
  ...site.flatMap((path) => ofPage('site', { path, text: text(path) })),
  ...articles.flatMap((name) => {
    const kept = besides(`../shared/articles/${name}.md`, formulasOf(name));
    return ofPage('articles', { path: `${name}.md`, text: kept, side: givensOf(name) });
  }),
  ...pages.flatMap(({ path, formulas: own }) => {
    const kept = besides(`../shared/corpus/statproofbook/${path}.md`, own);
    return ofPage('corpus', { path: `${path}.md`, text: kept, side: sideOf(path) });
  }),
  ...corrections.flatMap((c) => ofEquations('corrections', c.id, c.given, [c.old, c.new])),
  ...[...articleSlips, ...others].flatMap((pair) =>
    ofEquations('errata', pair.id, pair.given, [pair.wrong, pair.right]),
  ),
  ...listed.map(({ place, tex }) => known('list', place, tex)),
  ...notations.flatMap(({ name, examples }) =>
    examples.map(({ tex }) => known('notations', `${name.en}: ${tex}`, tex)),
  ),
];
