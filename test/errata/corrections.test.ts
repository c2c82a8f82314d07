/** Point 6 of issue 4: what stood in a book and was corrected. False forms are refuted, meaningless ones refused. */
import { expect, test } from 'vitest';
import { corrections } from '../../src/errata/corrections.ts';
import { fault } from './corrections.ts';

const slow = 120_000;

/** `waits` may only shrink: as soon as a correction is judged rightly, its line must go. */
test.each(corrections)(
  '$id: $title',
  (correction) => {
    const { waits, cause, worlds = 1000 } = correction;
    expect(fault(correction, waits === undefined ? worlds : 50)).toBe(waits ?? null);
    if (cause !== undefined) expect(waits).toBeDefined();
  },
  slow,
);

test('33 corrections and 9 controls', () => {
  expect(corrections.length).toBe(42);
  expect(corrections.filter((c) => c.status === 'true').length).toBe(9);
});

test('as many are judged rightly as ever', () => {
  expect(corrections.filter((c) => c.waits === undefined).length).toBeGreaterThanOrEqual(42);
});
