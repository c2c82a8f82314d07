import type { Given, Problem } from '../check/record.ts';
import type { Lines } from './lines.ts';
import type { Cited } from './sources.ts';

/** A formula as it stands in a text. */
export interface Formula {
  readonly tex: string;
  readonly display: boolean;
  /** Offset of the opening `$` or `$$` in the text, and of what follows the closing one. */
  readonly start: number;
  readonly end: number;
  /** Where each line of `tex` begins: its offset in `tex` and in the text. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly tex: number;
  readonly text: number;
}

export interface Heading {
  readonly start: number;
  readonly level: number;
  /** Its address on the page. */
  readonly slug: string;
}

/** A block of givens, and where it stands. */
export interface Fence {
  readonly start: number;
  readonly end: number;
  readonly givens: readonly Given[];
  /** ```without label: what is given instead, for the equation of that label, which must then fail. */
  readonly without?: string;
}

/** A link within the book: `[](#label)`, `[words](page#label)`, `[words](page)`. */
export interface Link extends Target {
  readonly start: number;
  /** Without words: what it leads to is named in its place. */
  readonly empty: boolean;
}

export interface Target {
  readonly page: string | null;
  readonly label: string | null;
}

/** What a reader of one format finds in a text, each list in document order. */
export interface Found {
  readonly formulas: readonly Formula[];
  readonly fences: readonly Fence[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  /** From the frontmatter: its title, and what the page is drawn from. */
  readonly title: string | null;
  readonly sources: readonly Cited[];
  readonly problems: readonly Problem[];
  /** True if the page says nothing besides its frontmatter. */
  readonly empty: boolean;
}

/**
 * The LaTeX between two offsets of a text. What a blockquote or a list puts before its lines (`>`, indentation)
 * is no part of it; everything else is kept as it stands.
 */
export function formula(
  lines: Lines,
  span: { start: number; end: number; from: number; to: number },
  display: boolean,
) {
  const opening = lines.text.slice(lines.start(lines.at(span.start).line), span.start);
  const quoted = /^(?:[ \t]*>[ \t]?)*/.exec(opening)![0];
  const quotes = quoted.split('>').length - 1;
  const indent = opening.length - quoted.length;

  const rows: { start: number; end: number }[] = [];
  const [first, last] = [lines.at(span.from).line, lines.at(span.to).line];
  for (let line = first; line <= last; line++) {
    const inner = lines.start(line) + prefix(lines.line(line), quotes, indent);
    const start = line === lines.at(span.start).line ? span.from : Math.max(span.from, inner);
    rows.push({ start, end: Math.max(start, Math.min(lines.end(line), span.to)) });
  }
  const read = ({ start, end }: { start: number; end: number }) => lines.text.slice(start, end);
  while (rows.length > 1 && !read(rows[0]!).trim()) rows.shift();
  while (rows.length > 1 && !read(rows.at(-1)!).trim()) rows.pop();
  rows[0]!.start += read(rows[0]!).search(/\S|$/);
  rows.at(-1)!.end -= read(rows.at(-1)!).length - read(rows.at(-1)!).trimEnd().length;

  let tex = '';
  const pieces: Piece[] = [];
  for (const row of rows) {
    if (pieces.length > 0) tex += '\n';
    pieces.push({ tex: tex.length, text: row.start });
    tex += read(row);
  }
  return { tex, display, start: span.start, end: span.end, pieces } satisfies Formula;
}

/** Length of the blockquote signs and of at most `indent` blanks at the start of a line. */
function prefix(line: string, quotes: number, indent: number): number {
  let i = 0;
  for (let q = 0; q < quotes; q++) {
    const sign = /^[ \t]*>[ \t]?/.exec(line.slice(i));
    if (!sign) break;
    i += sign[0].length;
  }
  for (let k = 0; k < indent && (line[i] === ' ' || line[i] === '\t'); k++) i++;
  return i;
}

/** Offset in the text of an offset in the LaTeX of a formula. */
export function toText(pieces: readonly Piece[], offset: number): number {
  let piece = pieces[0]!;
  for (const next of pieces) if (next.tex <= offset) piece = next;
  return piece.text + Math.max(0, offset - piece.tex);
}

/** The given lines between two lines of a text, both counted; blank ones and `%` comments are left out. */
export function givenLines(lines: Lines, path: string, first: number, last: number): Given[] {
  const givens: Given[] = [];
  for (let line = first; line <= last; line++) {
    const raw = lines.line(line);
    const column = /^[ \t]*(?:>[ \t]*)*/.exec(raw)![0].length;
    const text = withoutComment(raw.slice(column));
    if (text) givens.push({ text, place: { path, line, column: column + 1 } });
  }
  return givens;
}

/** A line without its comment: `%` to the end, unless it is written `\%`. */
export function withoutComment(line: string): string {
  return line.replace(/^((?:[^%\\]|\\.)*)%.*$/, '$1').trim();
}

/** Said by both readers: what is never closed hides the rest of the page. */
export const unclosed = (
  path: string,
  place: { line: number; column: number },
  what: 'formula' | 'code block',
): Problem => ({
  place: { path, ...place },
  message: `the ${what} that opens here is never closed`,
  hint:
    what === 'formula'
      ? 'End it with `$$`, on a line of its own if it opened on one.'
      : 'End it with the signs that open it, on a line of their own.',
});

/** What an address leads to within the book; null if it leads out of it, undefined if nobody could say where. */
export function targetOf(url: string): Target | null | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return null;
  const match = /^([^\s#/.]*)(?:#([^\s#]+))?$/.exec(url);
  if (!match || url === '') return undefined;
  return { page: match[1] || null, label: match[2] === undefined ? null : labelOf(match[2]) };
}

/** The label that a link names, which may be percent-encoded. */
export function labelOf(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
