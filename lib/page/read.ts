/** A page as text -> its equations in document order, each with the givens in scope, and its own mistakes. */
import type { EquationSource, Given, Place, Problem } from '../check/record.ts';
import { citesOf, labelsOf } from './cite.ts';
import type { Cited } from './cite.ts';
import { findIn } from './finder.ts';
import type { Finder } from './finder.ts';
import { toText } from './found.ts';
import type { Fence, Heading } from './found.ts';
import { Lines } from './lines.ts';
import { readSide } from './side.ts';
import type { SideFile } from './side.ts';
import type { Cited as Source } from './sources.ts';

export interface Page extends Cited {
  readonly path: string;
  /** Its name in links: that of the file, without its ending. */
  readonly slug: string;
  readonly title: string | null;
  /** What it is drawn from. */
  readonly sources: readonly Source[];
  /** The addresses of its headings. */
  readonly headings: readonly string[];
  readonly lines: Lines;
  readonly equations: readonly EquationSource[];
  /** Every given of the page and of its side file, whether an equation stands in its scope or not. */
  readonly givens: readonly Given[];
  /** Its own mistakes; those among the pages of a book are found by book.ts. */
  readonly problems: readonly Problem[];
  readonly needs: readonly Need[];
}

/** An assumption that the page says is needed: with `givens` in its place the equation of that label must fail. */
export interface Need {
  readonly label: string;
  readonly place: Place;
  readonly givens: readonly Given[];
  readonly source: EquationSource;
}

export function readPage(text: string, path: string, side?: SideFile, find: Finder = findIn): Page {
  const found = find(text, path);
  const lines = new Lines(text);
  const at = (offset: number): Place => ({ path, ...lines.at(offset) });
  const problems: Problem[] = [...found.problems];
  if (found.empty) {
    const hint = 'Write something below the frontmatter, or delete the file.';
    problems.push({ place: { path, line: 1, column: 1 }, message: 'the page is empty', hint });
  }

  const cited = citesOf(found, at);
  const labels = new Map<string, Place>();
  const lineOf = new Map<string, number>();
  for (const { name, place, row } of cited.labels) {
    const first = labels.get(name);
    if (!first) {
      labels.set(name, place);
      lineOf.set(name, lines.at(found.formulas[row.formula]!.start).line);
      continue;
    }
    const message = `the label "${name}" is used twice: it stands at ${showPlace(first)} already`;
    problems.push({ place, message, hint: 'Give one of the two equations another label.' });
  }

  const sideRead = side ? readSide(side, path, lineOf, lines.count) : { blocks: [], problems: [] };
  problems.push(...sideRead.problems);
  const scopes = [
    ...found.fences
      .filter((fence) => fence.without === undefined)
      .map((fence) => ({
        from: fence.end,
        to: scopeEnd(fence, found.headings, text.length),
        givens: fence.givens,
      })),
    ...sideRead.blocks.map(({ from, givens }) => ({ from: lines.start(from), to: text.length, givens })),
  ].sort((a, b) => a.from - b.from);

  const equations = found.formulas.map((formula): EquationSource => ({
    tex: formula.tex,
    display: formula.display,
    place: at(formula.start),
    givens: scopes.filter((s) => s.from <= formula.start && formula.start < s.to).flatMap((s) => s.givens),
    locate: (offset) => lines.at(toText(formula.pieces, offset)),
  }));
  const needs = found.fences.flatMap((fence): Need[] => {
    if (fence.without === undefined) return [];
    const { without: label, givens } = fence;
    const place = at(fence.start);
    const source = equations[found.formulas.findIndex((f) => labelsOf(f).includes(label))];
    if (source && givens.length > 0) return [{ label, place, givens, source }];
    const message = source ? 'nothing is given instead' : `no equation of this page has the label "${label}"`;
    const hint = source
      ? 'Write the givens that replace those of the equation, one a line.'
      : labelHint(label, [...labels.keys()]);
    problems.push({ place, message: `in a block “without”: ${message}`, hint });
    return [];
  });
  const givens = scopes.flatMap((s) => s.givens);
  const slug = slugOf(path);
  const headings = found.headings.map((heading) => heading.slug);
  const own = { path, slug, title: found.title, sources: found.sources, lines, headings };
  return { ...own, ...cited, equations, givens, problems: sortByPlace(problems, path), needs };
}

/** A page's name in links. */
export const slugOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.mdx?$/, '');

export const showPlace = ({ path, line, column }: Place): string => `${path}:${line}:${column}`;

/** The problems of the page itself in the order of the page; those of its side file after them. */
export function sortByPlace(problems: readonly Problem[], path: string): Problem[] {
  const key = ({ place }: Problem) => (place.path === path ? 0 : 1);
  return [...problems].sort(
    (a, b) => key(a) - key(b) || a.place.line - b.place.line || a.place.column - b.place.column,
  );
}

/** Givens count until the next heading that is not below the one they stand under. */
function scopeEnd(fence: Fence, headings: readonly Heading[], end: number): number {
  const level = headings.findLast((h) => h.start < fence.start)?.level ?? 0;
  return headings.find((h) => h.start > fence.start && h.level <= level)?.start ?? end;
}

export function labelHint(label: string, labels: readonly string[]): string {
  return nearest(label, labels) ?? `Write \`\\label{${label}}\` in the equation that is meant.`;
}

/** The name that may have been meant, if one is near. */
export function nearest(name: string, names: readonly string[]): string | null {
  const near = names.map((other) => ({ other, far: distance(other, name) })).sort((a, b) => a.far - b.far)[0];
  return near && near.far <= Math.max(1, name.length / 3) ? `Did you mean "${near.other}"?` : null;
}

/** How many letters must be changed, put in or left out to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
