/**
 * 57 pages of The Book of Statistical Proofs, kept as their formulas (CC BY-SA 4.0, see pages.json) with the place of
 * each, and side files of givens that are ours. What is said of them is counted for display equations and for all.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { RelationRecord } from '../../lib/check/record.ts';
import { checkPage } from '../../lib/page/index.ts';
import { type Formula, pageOf } from '../articles/page.ts';

export interface CorpusPage {
  readonly path: string;
  readonly title: string;
  readonly author: string;
  readonly formulas: readonly Formula[];
}

const here = (name: string) => new URL(name, import.meta.url);
const parse = (name: string): unknown => JSON.parse(readFileSync(here(name), 'utf8'));

export const pages = (parse('pages.json') as { pages: CorpusPage[] }).pages;

export interface Known {
  /** How many relations at least are decided and hold, and the share of all that are decided, of display equations and of all. */
  readonly ratchet: Record<
    'display' | 'all',
    { readonly decided: number; readonly holds: number; readonly share: number }
  >;
  /** Worlds for pages that cost seconds; 200 for the others. */
  readonly worlds: Readonly<Record<string, number>>;
  /** Givens that are not understood yet, by page: the list may only shrink. */
  readonly waits: Readonly<Record<string, readonly string[]>>;
  /** Every refutation, by page and place: whose fault it is, and why. */
  readonly refuted: readonly { readonly at: readonly string[]; readonly fault: string; readonly why: string }[];
}
export const known = parse('known.json') as Known;

export interface Found extends RelationRecord {
  /** Page, and line and column of the sign. */
  readonly at: string;
  readonly display: boolean;
}

const nameOf = (page: CorpusPage): string => page.path.replace(/^.*\//, '');

export function givensOf(page: CorpusPage) {
  const file = `${nameOf(page)}.given`;
  return existsSync(here(file)) ? { text: readFileSync(here(file), 'utf8'), path: `test/corpus/${file}` } : undefined;
}

/** The page as its author has it, where that lies beside this repository. */
export function original(page: CorpusPage): string | null {
  const file = here(`../../../shared/corpus/statproofbook/${page.path}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

export function checkCorpusPage(page: CorpusPage, worlds = known.worlds[page.path] ?? 200) {
  const side = givensOf(page);
  const { equations, problems } = checkPage(pageOf(page.formulas), `${page.path}.md`, {
    worlds,
    seed: 1,
    ...(side ? { sideGivens: side } : {}),
  });
  const found: Found[] = equations.flatMap((e) =>
    e.relations.map((r) => ({ ...r, at: `${page.path}:${r.line}:${r.column}`, display: e.display })),
  );
  return { found, problems: problems.filter((p) => p.place.path === side?.path).map((p) => p.message) };
}
