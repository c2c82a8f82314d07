/** Would a slip on a page be seen? Every mutant of every relation dies, or is true for a reason that is written down. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesAt } from '../../lib/page/files.ts';
import { checkPages } from '../../lib/page/pages.ts';
import { readReviewed, surveyMutants } from '../../lib/page/mutants.ts';

const cwd = process.cwd();
const reviewed = readReviewed('content/mutants', cwd);
// what was found under the very same content is not looked for again: a page that is written costs its own mutants alone
const options = { cwd, worlds: 1000, seed: 1, mutants: true, cache: '.cache/holds', threads: availableParallelism() };
const pages = pagesAt('content/en', cwd).map(({ path }) => path);

test.each(pages)('mutants of %s', { timeout: 900_000 }, async (path) => {
  const { ledger } = await checkPages([path], options);
  const survey = surveyMutants(ledger, reviewed);
  expect(survey.faults).toEqual([]);
  // few enough that each can be looked at again; a page of small equations may have two
  expect(survey.reviewed).toBeLessThanOrEqual(Math.max(2, 0.05 * survey.killed));
});

test('reviews are of pages that there are', () => {
  const names = new Set(pages.map((path) => path.replace(/^.*\/|\.mdx?$/g, '')));
  expect(reviewed.filter(({ page }) => !names.has(page))).toEqual([]);
});

describe('reviews', () => {
  let folder = '';
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'reviews-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (name: string, text: string) => {
    rmSync(join(folder, 'mutants'), { recursive: true, force: true });
    mkdirSync(join(folder, 'mutants'));
    writeFileSync(join(folder, 'mutants', name), text);
    return () => readReviewed('mutants', folder);
  };
  const review = { mutant: 'a = b', why: 'True.' };

  test('are of the page that names the file', () => {
    expect(written('entropy.json', JSON.stringify([review]))()).toEqual([{ page: 'entropy', ...review }]);
    expect(readReviewed('content/mutants', cwd).filter(({ page }) => page === 'entropy')).toEqual(
      (JSON.parse(readFileSync('content/mutants/entropy.json', 'utf8')) as object[]).map((r) => ({ page: 'entropy', ...r })),
    ); // prettier-ignore
  });
  test('are none where there is no folder', () => expect(readReviewed('no-such-folder', folder)).toEqual([]));

  const form = 'a file NAME.json with a list of {"mutant", "why"} was expected';
  test.each([
    ['no list', 'a.json', '{}', `mutants/a.json: ${form}`],
    ['without a reason', 'a.json', '[{"mutant": "a = b"}]', `mutants/a.json: ${form}`],
    ['with an empty reason', 'a.json', '[{"mutant": "a = b", "why": ""}]', `mutants/a.json: ${form}`],
    ['with a key that nobody reads', 'a.json', '[{"mutant": "a", "why": "b", "page": "c"}]', `mutants/a.json: ${form}`],
    ['in another file', 'a.txt', '[]', `mutants/a.txt: ${form}`],
    ['not JSON', 'a.json', '[', /^mutants\/a\.json: .*JSON/],
  ])('%s are refused', (_, name, text, message) => {
    expect(written(name, text)).toThrow(message);
  });
});
