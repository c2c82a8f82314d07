/**
 * A derivation as lines: each row of `aligned` is set by itself, its sides in shared columns, its reason beside it as
 * text. KaTeX draws all rows in one box, in which a reason can be no link and cannot go under its row on a phone.
 */
import { rowAt, splitRows } from '../../lib/tex/rows.ts';
import type { Row } from '../../lib/tex/rows.ts';
import { element, inlineMath, text } from './nodes.ts';
import type { Child, Element } from './nodes.ts';
import { drawn, letter } from './numbers.ts';
import type { Numbers } from './numbers.ts';
import { widthOf } from './width.ts';
import type { Words } from './words.ts';

interface Mark {
  readonly name: string;
  readonly offset: number;
}

/** Null for an equation of one row without a reason, which KaTeX sets as a whole. */
export function rowsOf(tex: string, labels: readonly Mark[], numbers: Numbers, words: Words): Element | null {
  const rows = splitRows(tex).filter((row) => tex.slice(row.start, row.end).trim() !== '' || row.cells.length > 1);
  const sides = Math.max(...rows.map(({ cells }) => Math.min(cells.length, 2)));
  const reasoned = rows.some(({ cells }) => cells.length > 2) || /\\lean\s*\{/.test(tex);
  if (rows.length === 1 && !reasoned) return null;
  const labelled = [...new Set(labels.map(({ offset }) => rowAt(rows, offset)))].sort((a, b) => a - b);
  return element(
    'div',
    { className: ['equation-rows', `sides-${sides}`, ...layout(tex, rows, sides)] },
    ...rows.map((row, i) => {
      const here = labels.filter(({ offset }) => rowAt(rows, offset) === i);
      // The first label of the equation is the address of the whole.
      const id = here.find(({ name }) => name !== labels[0]?.name)?.name;
      const mark = labelled.length > 1 && here.length > 0 ? letter(labelled.indexOf(i)) : '';
      return drawnRow(tex, row, sides, { id, mark, numbers, words });
    }),
  );
}

/** The room for the sides and a reason, in em of a formula: measure and rail as page.css has them, less the gaps. */
const ROOM = 30;
/** What a phone of 375 px has. */
const PHONE = 17.5;
/** The letters of a reason are smaller; it breaks where it is longer than the last. */
const [LATIN, HAN, REASON] = [0.38, 0.8, 11];

/** `below`: no room beside the rows for their reasons; `stacked`: on a phone none beside the left sides either. */
function layout(tex: string, rows: readonly Row[], sides: number): string[] {
  const widest = (width: (row: Row) => number) => Math.max(...rows.map(width));
  const cell = (i: number) => widest(({ cells }) => (cells[i] ? widthOf(bare(tex.slice(cells[i].start, cells[i].end))) : 0));
  const reasons = widest(({ cells, start, end }) =>
    /\\lean\b/.test(tex.slice(start, end)) ? REASON : cells.slice(2).reduce((sum, cell) => sum + said(tex.slice(cell.start, cell.end)), 0));
  const left = sides === 2 ? cell(0) : 0;
  const formulas = left + cell(sides - 1);
  return [
    ...(reasons > 0 && formulas + Math.min(reasons, REASON) > ROOM ? ['below'] : []),
    ...(left > 0 && formulas > PHONE ? ['stacked'] : []),
  ];
} // prettier-ignore

const bare = (tex: string): string => tex.replace(/\\(?:label|lean)\s*\{[^{}]*\}|\\(?:begin|end)\{\w+\*?\}/g, '');

function said(tex: string): number {
  const shown = bare(tex).replace(/\\(?:eq)?ref\s*\{[^{}]*\}/g, '(1.11a)').replace(/\\text|[\\{}$]/g, '').trim(); // prettier-ignore
  return [...shown].reduce((sum, char) => sum + (char > '\u2e80' ? HAN : LATIN), 0);
}

interface Beside {
  readonly id: string | undefined;
  readonly mark: string;
  readonly numbers: Numbers;
  readonly words: Words;
}

function drawnRow(
  tex: string,
  { start, end, cells }: Row,
  sides: number,
  { id, mark, numbers, words }: Beside,
): Element {
  // A full stop behind the environment stands behind its last formula.
  const behind = tex.slice(cells.at(-1)!.end, end).replace(/^\\(?:end\{\w+\*?\}|\\)/, '');
  const last = Math.min(cells.length, sides) - 1;
  const source = (i: number): string =>
    cells[i] ? tex.slice(cells[i].start, cells[i].end) + (i === last ? behind : '') : '';
  const side = (i: number): Element => {
    const shown = drawn(source(i), numbers).trim();
    // As in `aligned`: the empty group keeps the space before a relation that begins a cell.
    const math = shown === '' ? null : inlineMath(`\\displaystyle ${i > 0 ? '{}' : ''}${shown}`);
    return element('span', { className: ['row-side', ...(i === 0 ? ['row-first'] : [])] }, math);
  };
  const because = cells.slice(2).flatMap((_, i) => reason(source(i + 2), numbers));
  const theorems = [...tex.slice(start, end).matchAll(/\\lean\s*\{([^{}]*)\}/g)].map(([, name]) =>
    theorem(name!.trim()),
  );
  if (theorems.length > 0)
    because.push(...(because.length > 0 ? [text(words.semicolon)] : []), text(`${words.lean} `), ...theorems);
  return element(
    'div',
    { className: ['equation-row'], ...(id ? { id } : {}) },
    ...Array.from({ length: sides - 1 }, (_, i) => side(i)),
    // where a row leaves no room for its reason, the two share a box in which the reason goes on to a line of its own
    element(
      'span',
      { className: ['row-rest'] },
      side(sides - 1),
      element('span', { className: ['row-reason'] }, ...because),
    ),
    mark === '' ? null : element('span', { className: ['row-letter'], ariaHidden: 'true' }, mark),
  );
}

/** `\text{by \eqref{gibbs} and $x > 0$}, \eqref{jensen}` -> words, links and formulas. */
export function reason(tex: string, numbers: Pick<Numbers, 'find'>): Child[] {
  const bare = tex.replace(/[ \t]*\\(?:label|lean)\s*\{[^{}]*\}/g, '').trim();
  const pieces = bare.split(/\\text(?:rm|normal)?\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g);
  return pieces.flatMap((piece, i) => (i % 2 === 1 ? words(piece, numbers) : outside(piece, numbers)));
}

/** Between texts: references and the stops around them. */
const outside = (tex: string, numbers: Pick<Numbers, 'find'>): Child[] =>
  words(tex.replace(/~|\\[,;: ]/g, ' '), numbers);

function words(said: string, numbers: Pick<Numbers, 'find'>): Child[] {
  return said.split(/(\$[^$]*\$|\\(?:eq)?ref\s*\{[^{}]*\})/g).flatMap((part): Child[] => {
    if (part === '') return [];
    if (part.startsWith('$')) return [inlineMath(drawn(part.slice(1, -1), numbers))];
    const reference = /^\\(eq)?ref\s*\{([^{}]*)\}$/.exec(part);
    if (!reference)
      return [
        text(
          part
            .replace(/\\([%&#_$ ])/g, '$1')
            .replace(/\\[,;:!]/g, ' ')
            .replaceAll("'", '’'),
        ),
      ];
    const target = numbers.find(reference[2]!.trim());
    if (!target) return [text('(?)')];
    return [element('a', { href: target.href }, reference[1] ? target.number : target.number.slice(1, -1))];
  });
}

const mathlib = 'https://leanprover-community.github.io/mathlib4_docs/find/?pattern=';

/** What others have proved by machine: named, with the way to it, and no part of our own evidence. */
export const theorem = (name: string): Element =>
  element('a', { href: `${mathlib}${encodeURIComponent(name)}#doc` }, element('code', null, name));
