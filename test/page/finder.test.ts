/** What stands on a page is found again under the very same text, path and library, and under nothing else. */
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findIn, keptFinder } from '../../lib/page/finder.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'holds-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const TEXT =
  '---\ntitle: A page\n---\n\n# One\n\n```given\na : real\n```\n\n$$\na = a \\label{one}\n$$\n\n[](#one) {1\n';

/** What is found, and whether it was looked for. */
function find(text: string, path = 'p.mdx', version = 'one') {
  let looked = false;
  const { find: kept, finish } = keptFinder(folder, version, (...args) => {
    looked = true;
    return findIn(...args);
  });
  const found = kept(text, path);
  finish();
  return { found, looked };
}

test('the same text, path and version', () => {
  const first = find(TEXT);
  expect(first).toEqual({ found: findIn(TEXT, 'p.mdx'), looked: true });
  expect(first.found.problems).toHaveLength(1);
  expect(find(TEXT)).toEqual({ ...first, looked: false });
});

test.each([
  ['another text', TEXT.replace('a = a', 'a + a = 2 a'), 'p.mdx', 'one'],
  ['another path', TEXT, 'q.mdx', 'one'],
  ['another format', TEXT, 'p.md', 'one'],
  ['another library', TEXT, 'p.mdx', 'two'],
])('%s', (_, ...other) => {
  find(TEXT);
  expect(find(...other)).toEqual({ found: findIn(other[0], other[1]), looked: true });
  expect(find(...other).looked).toBe(false);
});

test('a damaged file says nothing', () => {
  find(TEXT);
  const [file] = readdirSync(folder);
  writeFileSync(join(folder, file!), readFileSync(join(folder, file!), 'utf8').slice(0, -5));
  expect(find(TEXT).looked).toBe(true);
});

test('every page of the site is the same after it was kept', () => {
  const paths = globSync('content/**/*.mdx');
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) find(readFileSync(path, 'utf8'), path);
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    expect(find(text, path)).toEqual({ found: findIn(text, path), looked: false });
  }
});
