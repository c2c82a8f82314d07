/**
 * Why does each step hold? Every row of a display that is no definition says so, half of these reasons at least cite an
 * equation, and nothing rests on a later chapter.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import type { RelationRecord } from '../../lib/check/record.ts';
import { checkPages } from '../../lib/page/pages.ts';
import { citations } from '../../lib/page/circle.ts';
import { readPage } from '../../lib/page/read.ts';
import { chapterOf, chapters } from '../../src/book.ts';

const paths = Object.keys(chapters).map((slug) => `content/en/${slug}.mdx`);
const options = { cwd: process.cwd(), worlds: 1000, seed: 1, cache: '.cache/holds', threads: availableParallelism() };
// Chinese pages have the same rows and cite the same equations, as languages.test.ts says.
const { ledger } = await checkPages(paths, options);

describe.each(ledger.pages)('$path', ({ path, equations }) => {
  // A sentence of the prose is no step of a derivation: steps are displayed.
  const displayed = new Set(readPage(readFileSync(path, 'utf8'), path).equations.flatMap(({ display, place }) => (display ? `${place.line}:${place.column}` : []))); // prettier-ignore
  const steps = new Map<string, RelationRecord[]>();
  for (const { line, column, label, relations } of equations)
    for (const relation of relations)
      if (displayed.has(`${line}:${column}`) && relation.verdict !== 'defines') {
        const row = `${relation.line} ${relation.label ?? label ?? ''}`;
        steps.set(row, [...(steps.get(row) ?? []), relation]);
      }
  // Of a row with several relations one reason may be meant for all.
  const reasons = [...steps].map(([row, relations]) => ({
    row,
    said: relations.flatMap(({ because }) => because ?? []),
  }));

  test('every step has a reason', () => {
    expect(reasons.length).toBeGreaterThan(20);
    expect(reasons.flatMap(({ row, said }) => (said.length === 0 ? row : []))).toEqual([]);
  });

  test('at least half of the reasons cite an equation', () => {
    const citing = reasons.filter(({ said }) => said.some((because) => /\\(?:eq)?ref\b/.test(because)));
    expect(citing.length / reasons.length).toBeGreaterThanOrEqual(0.5);
  });
});

test('no reason rests on a later chapter', () => {
  const pages = paths.map((path) => readPage(readFileSync(path, 'utf8'), path));
  const ahead = citations({ pages }).filter(({ from, to }) => chapterOf(to.slug)! > chapterOf(from.slug)!);
  expect(ahead.map(({ from, label }) => `${from.slug} cites ${label.name}`)).toEqual([]);
});
