/** Would a slip on a page be seen? Every mutant of every relation dies, or is true for a reason that is written down. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPages } from '../../lib/page/pages.ts';
import { readReviewed, surveyMutants } from '../../lib/page/mutants.ts';

test('mutants of all pages', { timeout: 900_000 }, async () => {
  const { ledger } = await checkPages(['content/en'], { cwd: process.cwd(), worlds: 1000, seed: 1, mutants: true });
  const survey = surveyMutants(ledger, readReviewed('content/mutants.json', process.cwd()));
  expect(survey.faults).toEqual([]);
  expect(survey.killed).toBeGreaterThan(1000);
  // few enough that each can be looked at again
  expect(survey.reviewed).toBeLessThan(0.04 * survey.killed);
});

test('the list of reviews is read as it stands, or refused', () => {
  const list = JSON.parse(readFileSync('content/mutants.json', 'utf8')) as unknown[];
  expect(readReviewed('content/mutants.json', process.cwd())).toEqual(list);
  expect(readReviewed('content/no-such-file.json', process.cwd())).toEqual([]);
  expect(() => readReviewed('package.json', process.cwd())).toThrow(
    'package.json: a list of {"page", "mutant", "why"} was expected',
  );
});
