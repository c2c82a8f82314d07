/** Threads change how soon the ledger is there, and nothing in it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChecker, hasRelation } from '../../lib/check/index.ts';
import { lookAhead } from '../../lib/page/ahead.ts';
import type { Checks } from '../../lib/page/check.ts';
import { checkPages } from '../../lib/page/pages.ts';
import { readPage } from '../../lib/page/read.ts';
import { type Memory, recalling } from '../../lib/page/recall.ts';

let cwd = '';
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), 'holds-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const block = (tex: string): string => `$$\n${tex}\n$$\n\n`;
/** A definition, what stands on it, a false relation, one that is refuted by a definition, and one that is not read. */
const TEXT = [
  '```given\na, c : real\nP : pmf\n```\n',
  block('b := 2 a'),
  block('b - a = a \\label{half}'),
  block('a + c = c + a'),
  block('a c = c \\label{wrong}'),
  block('b = 3 a'),
  block('\\sum_x P(x) = 1'),
  block('H(P) \\ge 0'),
  block('a + = c'),
].join('\n');

function write(name: string, text: string): void {
  const file = join(cwd, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

const options = () => ({ cwd, worlds: 100, seed: 1 });

describe('on several threads', () => {
  test.each([false, true])('the ledger is the same, byte for byte (mutants: %s)', { timeout: 60_000 }, async (mutants) => {
    write('p.md', TEXT);
    write('q.md', TEXT.replace('b := 2 a', 'b := 4 a'));
    const one = await checkPages(['.'], { ...options(), mutants });
    const seen: [string, number, number][] = [];
    const progress = (...args: [string, number, number]) => void seen.push(args);
    const many = await checkPages(['.'], { ...options(), mutants, threads: 3, progress });
    expect(JSON.stringify(many)).toBe(JSON.stringify(one));
    expect(one.ledger.totals).toMatchObject({ refuted: 5, unread: 2, defines: 2 });
    // eight equations a page, and two pages put together
    expect(seen.map(([, done, count]) => [done, count])).toEqual([
      ...Array.from({ length: 16 }, (_, i) => [i, 16]),
      [0, 2],
      [1, 2],
    ]);
  }); // prettier-ignore
  test('the same is kept as on one', { timeout: 60_000 }, async () => {
    write('content/en/p.mdx', TEXT);
    write('content/zh/p.mdx', TEXT);
    const kept = (folder: string): string[] =>
      readdirSync(join(cwd, folder)).sort().map((name) => readFileSync(join(cwd, folder, name), 'utf8')); // prettier-ignore
    await checkPages(['.'], { ...options(), cache: 'one' });
    await checkPages(['.'], { ...options(), cache: 'many', threads: 2 });
    expect(kept('many')).toEqual(kept('one'));
    // two pages, and what stands on them
    expect(kept('many')).toHaveLength(3);
  });
  test('what is known is sent to no thread', async () => {
    const memory: Memory = new Map();
    const checks: Checks = { createChecker, hasRelation };
    const seen: number[] = [];
    const ahead = (around: (checks: Checks) => Checks) =>
      lookAhead([readPage(TEXT, 'p.md')], { ...options(), threads: 2 }, around, checks, memory, (_, done) => seen.push(done)); // prettier-ignore
    await ahead((inner) => inner);
    expect(seen).toHaveLength(8);
    // a refutation that names a place of its page is kept for no other
    expect(memory.size).toBe(7);
    await ahead((inner) => recalling(inner, memory));
    expect(seen).toHaveLength(8);
  });
});

test('a statement of another language is looked at once in a run, without a folder to keep it in', async () => {
  write('content/en/p.mdx', TEXT);
  write('content/zh/p.mdx', `中文。\n\n${TEXT}`);
  const looked: string[] = [];
  const checks: Checks = {
    hasRelation,
    createChecker: ({ found, ...more }) =>
      createChecker({
        ...more,
        found: (statement) => {
          const known = found!(statement);
          if (!known) looked.push(statement);
          return known;
        },
      }),
  };
  const { ledger } = await checkPages(['.'], options(), () => checks);
  const [en, zh] = ledger.pages.map((page) => page.equations.map(({ relations }) => relations.map((r) => r.verdict)));
  expect(zh).toEqual(en);
  // all but the one whose refutation names a place
  expect(looked).toHaveLength(8 + 1);
  expect(new Set(looked).size).toBe(8);
});
