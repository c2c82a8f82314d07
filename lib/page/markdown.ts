/**
 * Reads Markdown that others wrote for other tools: `$…$`, `$$…$$` in running text (kramdown) and in HTML, `$$`
 * blocks with or without lines of their own, and ```` ```math ```` blocks. remark-math was tried and loses those in HTML,
 * and takes for text what stands after an opening `$$`; here nothing between the signs is altered.
 */
import type { Problem } from '../check/record.ts';
import { formula, givenLines, labelOf, unclosed } from './found.ts';
import type { Fence, Formula, Found, Heading, Link } from './found.ts';
import { Lines } from './lines.ts';

const HIDDEN = '\0';

export function readMarkdown(text: string, path: string): Found {
  const lines = new Lines(text);
  const formulas: Formula[] = [];
  const fences: Fence[] = [];
  const links: Link[] = [];
  const problems: Problem[] = [];

  const { plain, blocks, frontmatter } = hideBlocks(lines);
  for (const block of blocks) {
    if (!block.closed) {
      problems.push(unclosed(path, { line: block.first, column: block.indent + 1 }, 'code block'));
    }
    const start = lines.start(block.first);
    const end = lines.end(block.last);
    const inside = { first: block.first + 1, last: block.closed ? block.last - 1 : block.last };
    if (block.language === 'given') {
      fences.push({ start, end, givens: givenLines(lines, path, inside.first, inside.last) });
    } else if (block.language === 'math' && inside.first <= inside.last) {
      const [from, to] = [lines.start(inside.first), lines.end(inside.last)];
      formulas.push(formula(lines, { start: start + block.indent, end, from, to }, true));
    }
  }

  for (let i = 0; i < plain.length;) {
    const c = plain[i]!;
    if (c === '\\') i += 2;
    else if (c === '`') i = skipCode(plain, i);
    else if (c === '<') i = skipHtml(plain, i);
    else if (c === '[') {
      const link = /\[\]\(#([^()\s]*)\)/y;
      link.lastIndex = i;
      const match = link.exec(plain);
      if (match) links.push({ start: i, page: null, label: labelOf(match[1]!), empty: true });
      i += match ? match[0].length : 1;
    } else if (c === '$' && plain[i + 1] === '$') {
      const close = closeDouble(plain, i, lines);
      if (close < 0) {
        problems.push(unclosed(path, lines.at(i), 'formula'));
        i += 2;
        continue;
      }
      if (text.slice(i + 2, close).trim()) {
        const span = { start: i, end: close + 2, from: i + 2, to: close };
        formulas.push(formula(lines, span, standsAlone(lines, span.start, span.end)));
      }
      i = close + 2;
    } else if (c === '$') {
      const close = closeSingle(plain, i);
      if (close > 0) formulas.push(formula(lines, { start: i, end: close + 1, from: i + 1, to: close }, false));
      i = close > 0 ? close + 1 : i + 1;
    } else i++;
  }

  formulas.sort((a, b) => a.start - b.start);
  const headings = findHeadings(plain).filter((h) => !formulas.some((f) => f.start <= h.start && h.start < f.end));
  return {
    formulas,
    fences,
    headings,
    links,
    title: null,
    sources: [],
    problems,
    empty: !text.slice(frontmatter).trim(),
  };
}

interface Block {
  readonly language: string;
  readonly first: number;
  readonly last: number;
  readonly closed: boolean;
  readonly indent: number;
}

/** Blanks out the frontmatter and the fenced code, every character by one, so that offsets stay. */
function hideBlocks(lines: Lines): { plain: string; blocks: Block[]; frontmatter: number } {
  const blocks: Block[] = [];
  const out: string[] = [];
  let line = 1;
  const hide = (last: number) => {
    for (; line <= last; line++) out.push(HIDDEN.repeat(lineLength(lines, line)));
  };
  const opening = /^(---|\+\+\+)[ \t]*$/.exec(lines.line(1))?.[1];
  if (opening) {
    for (let k = 2; k <= lines.count; k++) {
      const closing = lines.line(k).trimEnd();
      if (closing === opening || (opening === '---' && closing === '...')) {
        hide(k);
        break;
      }
    }
  }
  const frontmatter = lines.start(line);
  while (line <= lines.count) {
    const fence = /^([ \t]*(?:>[ \t]?|[-*+][ \t]+|\d+[.)][ \t]+)*[ \t]*)(`{3,}|~{3,})[ \t]*([^\s`]*)([^`]*)$/.exec(
      lines.line(line),
    );
    if (!fence) {
      out.push(lines.text.slice(lines.start(line), lines.start(line) + lineLength(lines, line)));
      line++;
      continue;
    }
    const sign = fence[2]!;
    const close = new RegExp(`^[ \\t>]*${sign[0]}{${sign.length},}[ \\t]*$`);
    let last = line + 1;
    while (last <= lines.count && !close.test(lines.line(last))) last++;
    const closed = last <= lines.count;
    last = Math.min(last, lines.count);
    blocks.push({ language: fence[3]!, first: line, last, closed, indent: fence[1]!.length });
    hide(last);
  }
  return { plain: out.join('\n'), blocks, frontmatter };
}

/** Length of a line with its carriage return, if it has one. */
function lineLength(lines: Lines, line: number): number {
  return (line < lines.count ? lines.start(line + 1) - 1 : lines.text.length) - lines.start(line);
}

/** Offset of the next blank line, heading or hidden block: no paragraph goes on beyond it. */
function paragraphEnd(plain: string, from: number): number {
  const end = /\n[ \t>\r]*(?=\n|$)|\n {0,3}#{1,6}[ \t]|\0/g;
  end.lastIndex = from;
  return end.exec(plain)?.index ?? plain.length;
}

/** A block may hold blank lines, but neither a heading nor a code block. */
function blockEnd(plain: string, from: number): number {
  const end = /\n {0,3}#{1,6}[ \t]+\S|\0/g;
  end.lastIndex = from;
  return end.exec(plain)?.index ?? plain.length;
}

function closeDouble(plain: string, open: number, lines: Lines): number {
  const before = plain.slice(lines.start(lines.at(open).line), open);
  const opensLine = /^[\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/.test(before);
  const limit = opensLine ? blockEnd(plain, open) : paragraphEnd(plain, open);
  for (let i = open + 2; i < limit; i++) {
    if (plain[i] === '\\') i++;
    else if (plain[i] === '$' && plain[i + 1] === '$') return i;
  }
  return -1;
}

/** The closing `$`, or -1 if the sign at `open` is a plain dollar, as in "$5 and $10". */
function closeSingle(plain: string, open: number): number {
  const limit = paragraphEnd(plain, open);
  const padded = /[\s]/.test(plain[open + 1] ?? ' ');
  for (let i = open + 1; i < limit; i++) {
    if (plain[i] === '\\') i++;
    else if (plain[i] === '\n' && padded) return -1;
    else if (plain[i] === '$') {
      const blankBefore = /\s/.test(plain[i - 1]!);
      if (plain[i + 1] === '$' || /\d/.test(plain[i + 1] ?? '')) return -1;
      if (padded !== blankBefore && (padded || /\d/.test(plain[open + 1]!))) return -1;
      return plain.slice(open + 1, i).trim() ? i : -1;
    }
  }
  return -1;
}

function skipCode(plain: string, open: number): number {
  const run = /`+/y;
  run.lastIndex = open;
  const sign = run.exec(plain)![0];
  const limit = paragraphEnd(plain, open);
  const next = /`+/g;
  next.lastIndex = open + sign.length;
  for (let m = next.exec(plain); m && m.index < limit; m = next.exec(plain)) {
    if (m[0].length === sign.length) return m.index + sign.length;
  }
  return open + sign.length;
}

/** Skips comments and the elements whose text is code. */
function skipHtml(plain: string, open: number): number {
  const head = /<(?:(!--)|(script|style|pre|code)(?=[\s>]))/iy;
  head.lastIndex = open;
  const match = head.exec(plain);
  if (!match) return open + 1;
  const end = match[1] ? /-->/g : new RegExp(`</${match[2]!}`, 'gi');
  end.lastIndex = open + match[0].length;
  return end.exec(plain) ? end.lastIndex : open + match[0].length;
}

/** True if nothing but list signs, quotes, tags and punctuation shares the lines with the formula. */
function standsAlone(lines: Lines, start: number, end: number): boolean {
  const first = lines.at(start).line;
  const last = lines.at(end - 1).line;
  const before = lines.text.slice(lines.start(first), start).replace(/<[^<>]*>/g, '');
  const after = lines.text.slice(end, lines.end(last)).replace(/<[^<>]*>/g, '');
  return last > first || (/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?$/.test(before) && /^[\s.,;:。，；：]*$/.test(after));
}

function findHeadings(plain: string): Heading[] {
  const headings: Heading[] = [];
  const pattern =
    /^ {0,3}(#{1,6})(?=[ \t]|\r?$)|^(?! {0,3}(?:[-*+>#]|\d+[.)])[ \t])[^\S\n]{0,3}[^\s\0].*\n {0,3}(=+|-+)[ \t\r]*$/gm;
  for (let m = pattern.exec(plain); m; m = pattern.exec(plain)) {
    headings.push({ start: m.index, level: m[1] ? m[1].length : m[2]![0] === '=' ? 1 : 2, slug: '' });
  }
  return headings;
}
