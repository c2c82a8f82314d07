/** Point 9 of issue 4: foreign pages are read and decided, their share never falls, each refutation is accounted for. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/page/index.ts';
import { pageOf } from '../articles/page.ts';
import { checkCorpusPage, type Found, known, original, pages } from './corpus.ts';

const all: Found[] = [];

describe.each(pages)('$path: $title', (page) => {
  test('is checked, and all its givens are understood', () => {
    const { found, problems } = checkCorpusPage(page);
    all.push(...found);
    expect(problems).toEqual(known.waits[page.path] ?? []);
    const accounted = known.refuted.flatMap(({ at }) => at).filter((at) => at.startsWith(`${page.path}:`));
    expect(
      found
        .filter((r) => r.verdict === 'refuted')
        .map((r) => r.at)
        .sort(),
    ).toEqual([...accounted].sort());
  }, 60_000);

  const text = original(page);
  test.skipIf(text === null)('its formulas are those of the page itself', () => {
    const formulas = (source: string) =>
      readPage(source, page.path).equations.map(({ tex, display, place, locate }) => ({
        tex,
        display,
        place,
        places: Array.from(tex, (_, i) => locate(i)),
      }));
    const kept = formulas(pageOf(page.formulas));
    const kinds = new Set(kept.map((f) => JSON.stringify(f)));
    expect(formulas(text!).filter((f) => f.display || kinds.has(JSON.stringify(f)))).toEqual(kept);
  });
});

test.each(['display', 'all'] as const)('the shares of %s equations do not fall', (which) => {
  const counted = which === 'all' ? all : all.filter((r) => r.display);
  const count = (...verdicts: string[]) => counted.filter((r) => verdicts.includes(r.verdict)).length;
  const { decided, holds, share } = known.ratchet[which];
  const now = count('holds', 'defines', 'refuted');
  expect(now).toBeGreaterThanOrEqual(decided);
  expect(now / counted.length).toBeGreaterThanOrEqual(share);
  expect(count('holds')).toBeGreaterThanOrEqual(holds);
});

test('each refutation says whose fault it is and why', () => {
  for (const { at, fault, why } of known.refuted) {
    expect(at.length).toBeGreaterThan(0);
    expect(['source', 'condition', 'ours']).toContain(fault);
    expect(why).toMatch(/\S \S/);
  }
});
