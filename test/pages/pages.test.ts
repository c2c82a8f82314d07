/** Every relation of every page is a test: it holds, or it defines. */
import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { checkPages } from '../../lib/page/index.ts';

// what was found under the very same content is not looked for again (see cache.ts)
const options = { cwd: process.cwd(), worlds: 1000, seed: 1, cache: '.cache/holds', threads: availableParallelism() };
const { ledger, errors } = await checkPages(['content'], options);

test('every page is read', () => expect(errors).toEqual([]));

describe.each(ledger.pages)('$path', ({ path, equations, problems }) => {
  test('has no problems', () => expect(problems).toEqual([]));

  for (const { label, relations } of equations) {
    relations.forEach((r, i) => {
      const name = r.label ?? label;
      const place = `${path}:${r.line}:${r.column}${name ? ` ${name}` : ''} ${relations.length > 1 ? `(${i + 1}) ` : ''}`;
      test(`${place}${r.left} ${r.relation} ${r.right}`, () => {
        const { verdict, reason, counterexample, values } = r;
        if (verdict === 'holds' || verdict === 'defines') return;
        expect.fail(`${verdict}: ${reason ?? ''} ${JSON.stringify({ counterexample, values })}`);
      });
    });
  }
});

test('all relations hold or define, and few define', () => {
  const { relations, holds, defines, ...sums } = ledger.totals;
  expect(relations).toBeGreaterThanOrEqual(60);
  expect(holds + defines).toBe(relations);
  expect(defines).toBeLessThanOrEqual(0.15 * relations);
  expect(sums).toMatchObject({ refuted: 0, undecided: 0, vacuous: 0, unread: 0 });
});
