/** Every relation of every page is a test: it holds, or it defines. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPage, totals } from '../../lib/page/index.ts';

const paths = globSync('content/**/*.{md,mdx}')
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const pages = paths.map((path) => checkPage(readFileSync(path, 'utf8'), path, { worlds: 1000, seed: 1, cwd: '.' }));

describe.each(pages)('$path', ({ path, equations, problems }) => {
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
  const { relations, holds, defines, ...sums } = totals(pages);
  expect(relations).toBeGreaterThanOrEqual(60);
  expect(holds + defines).toBe(relations);
  expect(defines).toBeLessThanOrEqual(0.15 * relations);
  expect(sums).toMatchObject({ refuted: 0, undecided: 0, vacuous: 0, unread: 0 });
});
