/** Point 9 of the first issue: what is wrong in five articles is flagged where it stands, and nothing that is right. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPage, readPage } from '../../lib/page/index.ts';
import { articleSlips } from '../../src/errata/articles.ts';
import { formulasOf, givensOf, pageOf } from './page.ts';

const worlds = 1000;
const seed = 1;
const slow = 120_000;

type Flag = readonly [place: string, verdict: 'refuted' | 'undecided' | 'unread', says: RegExp];

/** What is flagged, by the place of the relation sign; `says` is matched against the reason, the sides and the world. */
const flags: Record<string, readonly Flag[]> = {
  '000': [
    // the log is lost: the row neither follows from the one above nor leads to the one below
    ['81:2', 'refuted', /the sides differ.* p_\{data\} = /],
    ['82:2', 'refuted', /the sides differ.* p_\{data\} = /],
    ['93:51', 'unread', /“\\theta_i” has no meaning here/],
  ],
  '001': [
    ['30:62', 'refuted', /the sides differ.* n = /],
    ['44:32', 'refuted', /“\\mathcal\{L\}\(\\theta \\mid x_1, \\dots, x_n\)” was defined at 001\.md:30 as “f\(/],
    ['48:27', 'undecided', /the bound is too wide to tell in/],
    // an average at finite n, and then the expectation against an average
    ['80:45', 'refuted', /the sides differ.* n = /],
    ['81:1', 'refuted', /the sides differ.* n = /],
  ],
  '002': [
    ['60:13', 'refuted', /“not in general equal” needs \\exists.* P = (.+) Q = \1$/],
    ['70:17', 'refuted', /the sides differ.* P = .* Q = /],
    ['157:42', 'refuted', /the sides stand the other way round.* X = .* k = /],
    ['174:256', 'refuted', /the sides differ.* x = /],
  ],
  '003': [['19:19', 'unread', /“âˆ«” looks like a sign that was saved in the wrong encoding/]],
  '004': [
    ['28:31', 'refuted', /“not in general equal” needs \\exists.* p = (.+) q = \1$/],
    // brackets that do not match: the row that has them, and the step from it to the next row
    ['39:134', 'unread', /expected \\right\] to close the \\left\[, found \]/],
    ['40:6', 'unread', /expected \\right\] to close the \\left\[, found \]/],
    // one formula of two steps, the second with brackets that do not match
    ['92:292', 'unread', /expected \\right\] to close the \\left\[, found \]/],
  ],
}; // prettier-ignore

describe.each(Object.keys(flags))('article %s', (article) => {
  const text = pageOf(formulasOf(article));
  const path = `${article}.md`;

  test(
    'what is wrong is flagged, and all else holds or defines',
    () => {
      const { equations, problems } = checkPage(text, path, { worlds, seed, sideGivens: givensOf(article) });
      expect(problems).toEqual([]);
      const relations = equations.flatMap((e) => e.relations);
      const flagged = relations.filter((r) => !['holds', 'defines'].includes(r.verdict));
      expect(flagged.map((r) => `${r.line}:${r.column} ${r.verdict}`)).toEqual(
        flags[article]!.map(([place, verdict]) => `${place} ${verdict}`),
      );
      flagged.forEach((r, i) => {
        const world = Object.entries(r.counterexample ?? {}).map(([name, value]) => `${name} = ${value}`);
        expect([r.reason, ...world].join(' ')).toMatch(flags[article]![i]![2]);
      });
    },
    slow,
  );

  const file = new URL(`../../../shared/articles/${path}`, import.meta.url);
  test.skipIf(!existsSync(file))('its formulas are those of the article itself', () => {
    const formulas = (source: string) =>
      readPage(source, path).equations.map(({ tex, display, place, locate }) => {
        return { tex, display, place, places: Array.from(tex, (_, i) => locate(i)) };
      });
    expect(formulas(text)).toEqual(formulas(readFileSync(file, 'utf8')));
  });
});

test('each flag is told on the page of errata, with the formula as it is printed', () => {
  const told = articleSlips.flatMap(({ article, at }) => at.map((place) => `${article} ${place}`));
  const flagged = Object.entries(flags).flatMap(([article, list]) => list.map(([place]) => `${article} ${place}`));
  expect(told.sort()).toEqual(flagged.sort());
  // Two rows of a derivation are told as one formula.
  const bare = (tex: string) => tex.replace(/\\\\|[&\s]/g, '');
  const unprinted = articleSlips.filter(
    ({ article, wrong }) => !formulasOf(article).some(({ tex }) => bare(tex).includes(bare(wrong))),
  );
  expect(unprinted.map(({ id }) => id)).toEqual([]);
});
