/** A page as text -> its equations in document order, each with the givens in scope, and its own mistakes. */
import type { EquationSource, Given, Place, Problem } from '../check/record.ts';
import { toText } from './found.ts';
import type { Fence, Formula, Heading, Link } from './found.ts';
import { Lines } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import { readMdx } from './mdx.ts';
import { readSide } from './side.ts';
import type { SideFile } from './side.ts';

export interface Page {
  readonly path: string;
  readonly lines: Lines;
  readonly equations: readonly EquationSource[];
  /** Every given of the page and of its side file, whether an equation stands in its scope or not. */
  readonly givens: readonly Given[];
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

export function readPage(text: string, path: string, side?: SideFile): Page {
  const found = path.endsWith('.mdx') ? readMdx(text, path) : readMarkdown(text, path);
  const lines = new Lines(text);
  const at = (offset: number): Place => ({ path, ...lines.at(offset) });
  const problems: Problem[] = [...found.problems];
  if (found.empty) {
    const hint = 'Write something below the frontmatter, or delete the file.';
    problems.push({ place: { path, line: 1, column: 1 }, message: 'the page is empty', hint });
  }

  const labels = new Map<string, Place>();
  const lineOf = new Map<string, number>();
  for (const { name, start, formula } of named(found.formulas, /\\label\s*\{([^{}]*)\}/g)) {
    const first = labels.get(name);
    if (!first) {
      labels.set(name, at(start));
      lineOf.set(name, lines.at(formula.start).line);
      continue;
    }
    const message = `the label "${name}" is used twice: it stands at ${showPlace(first)} already`;
    problems.push({ place: at(start), message, hint: 'Give one of the two equations another label.' });
  }
  const references: Pick<Link, 'start' | 'label'>[] = [
    ...found.links,
    ...named(found.formulas, /\\(?:eq)?ref\s*\{([^{}]*)\}/g).map(({ name, start }) => ({ label: name, start })),
  ];
  for (const { label, start } of references) {
    if (labels.has(label)) continue;
    const message = `no equation of this page has the label "${label}"`;
    problems.push({ place: at(start), message, hint: referenceHint(label, [...labels.keys()]) });
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
      : referenceHint(label, [...labels.keys()]);
    problems.push({ place, message: `in a block “without”: ${message}`, hint });
    return [];
  });
  const givens = scopes.flatMap((s) => s.givens);
  return { path, lines, equations, givens, problems: sortByPlace(problems, path), needs };
}

export const showPlace = ({ path, line, column }: Place): string => `${path}:${line}:${column}`;

/** The problems of the page itself in the order of the page; those of its side file after them. */
function sortByPlace(problems: readonly Problem[], path: string): Problem[] {
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

const labelsOf = (formula: Formula): string[] => named([formula], /\\label\s*\{([^{}]*)\}/g).map(({ name }) => name);

/** The names in the formulas that a command gives, with their offsets in the text. */
function named(formulas: readonly Formula[], pattern: RegExp) {
  return formulas.flatMap((formula) =>
    [...formula.tex.matchAll(pattern)].map((match) => ({
      name: match[1]!.trim(),
      start: toText(formula.pieces, match.index),
      formula,
    })),
  );
}

function referenceHint(label: string, labels: readonly string[]): string {
  const near = labels.map((name) => ({ name, far: distance(name, label) })).sort((a, b) => a.far - b.far)[0];
  if (near && near.far <= Math.max(1, label.length / 3)) return `Did you mean "${near.name}"?`;
  return `Write \`\\label{${label}}\` in the equation that is meant.`;
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
