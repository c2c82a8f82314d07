/** Point 6 of issue 4: slips of published texts are refuted or refused, and what was meant holds. */
import { describe, expect, test } from 'vitest';
import { articleSlips } from '../../src/errata/articles.ts';
import { control, pairs as others } from '../../src/errata/pairs/index.ts';
import { holds, refuted, say } from '../../src/errata/say.ts';

const slow = 60_000;
const pairs = [...articleSlips, ...others];

describe.each(pairs.filter((pair) => pair.waits === undefined))('$id: $slip.en', (pair) => {
  test(
    'the slip is caught',
    () => {
      const said = say(pair.id, pair.given, pair.wrong, pair.worlds);
      if (!pair.meaningless) expect(refuted(said), JSON.stringify(said)).toBe(true);
      else {
        expect(said.unread.join('\n')).toMatch(pair.meaningless);
        expect(said.relations.map((r) => r.verdict)).toContain('unread');
      }
    },
    slow,
  );

  test(
    'what was meant holds',
    () => {
      const said = say(`${pair.id}/meant`, pair.given, pair.right, pair.worlds);
      expect(holds(said), JSON.stringify(said)).toBe(true);
    },
    slow,
  );
});

/** Shrinks only: as soon as a form is read, its line must go. */
test.each(pairs.filter((pair) => pair.waits !== undefined))(
  '$id waits',
  (pair) => {
    expect(say(`${pair.id}/meant`, pair.given, pair.right, 20).unread[0]).toBe(pair.waits);
  },
  slow,
);

test('at least 80 pairs, each with its own name', () => {
  expect(others.length).toBeGreaterThanOrEqual(80);
  expect(new Set(pairs.map((pair) => pair.id)).size).toBe(pairs.length);
});

test(
  'a change of writing that is no slip passes',
  () => {
    const after = say('control', control.given, control.after);
    if (control.waits === undefined)
      expect([say('control', control.given, control.before), after].map(holds)).toEqual([true, true]);
    else expect(after.unread[0]).toBe(control.waits);
  },
  slow,
);
