/** What rests on what: the graph of the rows of a book, by the labels that their reasons cite. */
import { rowKey } from './cite.ts';
import type { Label, Reference, RowId } from './cite.ts';
import type { Page } from './read.ts';

interface Pages {
  readonly pages: readonly Page[];
}

/** A citation: the row whose reason it is, and the label that it names. */
export interface Citation {
  readonly from: Page;
  readonly row: RowId;
  readonly to: Page;
  readonly label: Label;
}

/** Every reason of the book that cites an equation of the book. */
export function citations({ pages }: Pages): Citation[] {
  const home = new Map(pages.flatMap((to) => to.labels.map((label) => [label.name, { to, label }] as const)));
  return pages.flatMap((from) => {
    const own = new Map(from.labels.map((label) => [label.name, { to: from, label }] as const));
    return from.references.flatMap(({ reason: row, label: name }) => {
      const target = row && name !== null ? (own.get(name) ?? home.get(name)) : undefined;
      return row && target ? [{ from, row, ...target }] : [];
    });
  });
}

const key = ({ path }: Page, row: RowId) => `${path} ${rowKey(row)}`;

/** Citations by the row whose reason they are. */
export const byRow = (book: Pages): ReadonlyMap<string, readonly Citation[]> =>
  Map.groupBy(citations(book), ({ from, row }) => key(from, row));

/**
 * The labels by which the row that a reason cites rests, step by step, on the row of that reason; null if it does not.
 * A row also rests on the row that it goes on with.
 */
export function circleOf(
  reference: Reference,
  page: Page,
  cites: ReadonlyMap<string, readonly Citation[]>,
): Label[] | null {
  const goal = key(page, reference.reason!);
  const first = (cites.get(goal) ?? []).find(({ label }) => label.name === reference.label);
  const seen = new Set<string>();
  const search = (at: Page, row: RowId, way: readonly Label[]): Label[] | null => {
    const here = key(at, row);
    if (here === goal) return [...way];
    if (seen.has(here)) return null;
    seen.add(here);
    for (const { to, label } of cites.get(here) ?? []) {
      const found = search(to, label.row, key(to, label.row) === goal ? way : [...way, label]);
      if (found) return found;
    }
    const above = { formula: row.formula, row: row.row - 1 };
    return at.continued.has(rowKey(row)) ? search(at, above, way) : null;
  };
  return first ? search(first.to, first.label.row, [first.label]) : null;
}
