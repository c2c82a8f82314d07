/** What rests on what in the book of a language: its labelled equations, the reasons that cite them, and their evidence. */
import type { EquationRecord, Evidence } from '../../lib/check/record.ts';
import type { Checks } from '../../lib/page/check.ts';
import { citations } from '../../lib/page/circle.ts';
import { checkPage } from '../../lib/page/index.ts';
import type { Book, Page } from '../../lib/page/index.ts';
import type { Edge } from './layers.ts';

export interface Statement {
  readonly id: string;
  /** The first label of the equation, by which it is found. */
  readonly label: string;
  readonly page: Page;
  readonly evidence: Evidence;
}

export interface Dependencies {
  /** In the order of the book. */
  readonly statements: readonly Statement[];
  readonly edges: readonly Edge[];
}

/** The least of what the relations of an equation rest on; `definition` only where it does nothing else. */
const strength: readonly Evidence[] = [
  'none',
  'declared',
  'simulation',
  'tail',
  'limit',
  'search',
  'derivative',
  'quadrature',
  'exact',
  'definition',
];

export function weakest({ relations }: Pick<EquationRecord, 'relations'>): Evidence {
  return relations.reduce<Evidence>(
    (least, { evidence }) => (strength.indexOf(evidence) < strength.indexOf(least) ? evidence : least),
    'definition',
  );
}

const idOf = (page: Page, formula: number): string => `${page.slug}.${formula}`;

/** `pages` in the order of the book. */
export function dependencies(book: Book, pages: readonly Page[], cwd: string, checks: Checks): Dependencies {
  const statements = pages.flatMap((page) => {
    const { equations } = checkPage(page.lines.text, page.path, { worlds: 1000, seed: 1, cwd }, checks);
    const records = new Map(equations.map((record) => [`${record.line}:${record.column}`, record]));
    return page.equations.flatMap(({ display, place }, formula): Statement[] => {
      const label = page.labels.find(({ row }) => row.formula === formula);
      const record = records.get(`${place.line}:${place.column}`);
      if (!display || !label || !record) return [];
      return [{ id: idOf(page, formula), label: label.name, page, evidence: weakest(record) }];
    });
  });
  const known = new Set(statements.map(({ id }) => id));
  const edges = new Map<string, Edge>();
  for (const { from, row, to, label } of citations(book)) {
    const edge = { from: idOf(to, label.row.formula), to: idOf(from, row.formula) };
    // Rows of one equation that rest on each other are one statement here.
    if (edge.from !== edge.to && known.has(edge.from) && known.has(edge.to)) edges.set(`${edge.from} ${edge.to}`, edge);
  }
  return { statements, edges: [...edges.values()] };
}

/** "(3.12)" of "(3.12b)": of the equation, and not of its row. */
export const wholeNumber = (number: string): string => number.replace(/[a-z]+(?=\)$)/, '');
