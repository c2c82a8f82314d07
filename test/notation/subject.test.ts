/**
 * Formulas of the subject as a stranger writes them, with givens: test/notation/subject, a file a topic. Below a title
 * stand givens, then what is true (`= …`), what is false by a slip of the pen (`! …`), and what is refused (`? …`) with
 * the reason (`: …`) on the line after it.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { holds, refuted, say } from '../../src/errata/say.ts';

interface Block {
  readonly title: string;
  readonly given: readonly string[];
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly refused: readonly (readonly [tex: string, reason: string])[];
}

const marks = ['= ', '! ', '? ', ': '];

function blockOf(text: string): Block {
  const [title, ...lines] = text.trim().split('\n');
  const after = (mark: string): string[] => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
  const reasons = after(': ');
  return {
    title: title!,
    given: lines.filter((line) => line !== '' && !marks.some((mark) => line.startsWith(mark))),
    right: after('= '),
    wrong: after('! '),
    refused: after('? ').map((tex, i) => [tex, reasons[i]!] as const),
  };
}

const topics = globSync('test/notation/subject/*.txt').map((path) => ({
  topic: basename(path, '.txt'),
  blocks: readFileSync(path, 'utf8').split(/^# /m).slice(1).map(blockOf),
})); // prettier-ignore

const WORLDS = 60;

describe.each(topics)('$topic', ({ topic, blocks }) => {
  test.each(blocks)(
    '$title',
    ({ title, given, right, wrong, refused }) => {
      const said = (tex: string) => say(`${topic}/${title}`, given, tex, WORLDS);
      for (const tex of right) {
        const of = said(tex);
        expect(holds(of), `${tex}: ${of.unread[0] ?? of.relations.map((r) => r.verdict).join(', ')}`).toBe(true);
      }
      for (const tex of wrong) {
        const of = said(tex);
        expect(refuted(of), `${tex}: ${of.unread[0] ?? of.relations.map((r) => r.verdict).join(', ')}`).toBe(true);
      }
      for (const [tex, reason] of refused) expect(said(tex).unread[0]).toBe(reason);
      expect(right.length > 0 && wrong.length > 0).toBe(true);
    },
    60_000,
  );
});

test('many formulas, each title once in its topic', () => {
  const all = topics.flatMap(({ blocks }) => blocks);
  expect(all.flatMap(({ right, wrong }) => [...right, ...wrong]).length).toBeGreaterThanOrEqual(120);
  for (const { blocks } of topics) expect(new Set(blocks.map(({ title }) => title)).size).toBe(blocks.length);
});
