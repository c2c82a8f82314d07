/** What a page can be referred to by, and what it refers to: labels, headings, and references in formulas and prose. */
import type { Place } from '../check/record.ts';
import { rowAt, splitRows } from '../tex/rows.ts';
import { toText } from './found.ts';
import type { Formula, Found, Link } from './found.ts';

export interface Label {
  readonly name: string;
  readonly place: Place;
  readonly row: RowId;
}

/** A row of an equation: counted from 0, the formulas in document order. */
export interface RowId {
  readonly formula: number;
  readonly row: number;
}

export interface Reference {
  /** The page that it names, by its slug; null for a label alone. */
  readonly page: string | null;
  /** A label or the address of a heading; null for a page as a whole. */
  readonly label: string | null;
  readonly place: Place;
  /** The row whose reason cites the label; null in prose. */
  readonly reason: RowId | null;
  /** True if a number stands in its place; a link with words of its own may lead to a heading too. */
  readonly number: boolean;
}

export interface Cited {
  readonly labels: readonly Label[];
  readonly references: readonly Reference[];
  /** Rows that go on with the row before them. */
  readonly continued: ReadonlySet<string>;
}

export const rowKey = ({ formula, row }: RowId): string => `${formula}.${row}`;

export function citesOf(found: Found, at: (offset: number) => Place): Cited {
  const labels: Label[] = [];
  const references: Reference[] = found.links.map((link) => ofLink(link, at));
  const continued = new Set<string>();
  found.formulas.forEach((formula, index) => {
    const rows = splitRows(formula.tex);
    const each = (pattern: RegExp) =>
      [...formula.tex.matchAll(pattern)].map((match) => ({
        name: match[1]!.trim(),
        place: at(toText(formula.pieces, match.index)),
        row: { formula: index, row: rowAt(rows, match.index) },
      }));
    labels.push(...each(/\\label\s*\{([^{}]*)\}/g));
    for (const { name, place, row } of each(/\\(?:eq)?ref\s*\{([^{}]*)\}/g)) {
      // A number in a line of text is a word of that text, and gives no reason.
      const reason = formula.display ? row : null;
      references.push({ page: null, label: name, place, reason, number: true });
    }
    rows.forEach(({ cells }, row) => {
      const [first] = cells;
      const empty = cells.length > 1 && formula.tex.slice(first!.start, first!.end).trim() === '';
      if (row > 0 && empty) continued.add(rowKey({ formula: index, row }));
    });
  });
  return { labels, references, continued };
}

function ofLink({ start, page, label, empty }: Link, at: (offset: number) => Place): Reference {
  return { page, label, place: at(start), reason: null, number: empty && label !== null };
}

export const labelsOf = ({ tex }: Pick<Formula, 'tex'>): string[] =>
  [...tex.matchAll(/\\label\s*\{([^{}]*)\}/g)].map((match) => match[1]!.trim());
