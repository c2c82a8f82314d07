/**
 * Side files: givens for a text that cannot be edited. The syntax of a `given` block, under lines `@12` or `@label`
 * that say from which line, or from which equation, the lines below them count (to the end of the page).
 */
import type { Given, Problem } from '../check/record.ts';
import { withoutComment } from './found.ts';
import { Lines } from './lines.ts';

export interface SideFile {
  readonly text: string;
  readonly path: string;
}

export interface SideBlock {
  /** The line of the page from which the givens count. */
  readonly from: number;
  readonly givens: readonly Given[];
}

export interface Side {
  readonly blocks: readonly SideBlock[];
  readonly problems: readonly Problem[];
}

/** `labels`: the line of each labelled equation; `count`: how many lines the page has. */
export function readSide(side: SideFile, page: string, labels: ReadonlyMap<string, number>, count: number): Side {
  const lines = new Lines(side.text);
  const problems: Problem[] = [];
  const blocks: { from: number; givens: Given[] }[] = [{ from: 1, givens: [] }];
  for (let line = 1; line <= lines.count; line++) {
    const raw = lines.line(line);
    const text = withoutComment(raw);
    if (!text) continue;
    const place = { path: side.path, line, column: raw.search(/\S/) + 1 };
    if (!text.startsWith('@')) {
      blocks.at(-1)!.givens.push({ text, place });
      continue;
    }
    const mark = text.slice(1).trim();
    const from = /^\d+$/.test(mark) ? Number(mark) : labels.get(mark);
    if (from === undefined) {
      const message = `no equation of ${page} has the label "${mark}"`;
      problems.push({ place, message, hint: 'Write `@` and a label of the page, or the number of one of its lines.' });
    } else if (from < 1 || from > count) {
      problems.push({ place, message: `${page} has no line ${from}: it has ${count}`, hint: null });
    }
    blocks.push({ from: from ?? 1, givens: [] });
  }
  return { blocks, problems };
}
