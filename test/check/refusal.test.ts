/** A world in which a relation has no meaning decides nothing; where it has none in most, it is unread. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { relations, sources } from './page.ts';

const given = (b: string): string[] => ['a : real', `b : ${b}`];
const interval = 'a \\in [b, 3] \\implies a \\ge b';

describe('an interval that is empty in some worlds', () => {
  test.each([
    ['integer from 0 to 3', interval, 'holds', null],
    ['integer from 0 to 5', interval, 'holds', null],
    ['integer from 0 to 5', `${interval} + 1`, 'refuted', 'one statement is true in this world and the other is not'],
    ['integer from 4 to 9', interval, 'unread', '“[b, 3]” is empty: its ends are 9 and 3'],
    ['integer from 3 to 9', interval, 'unread', '“[b, 3]” is empty: its ends are 9 and 3'],
  ])('b : %s, %s: %s', (b, tex, verdict, reason) => {
    const [found] = relations(given(b), tex);
    expect(found).toMatchObject({ verdict, reason });
  });

  test('shows a world that has a meaning, not one that has none', () => {
    const [found] = relations(given('integer from 0 to 5'), `${interval} + 1`);
    expect(Number(found!.counterexample!['b'])).toBeLessThanOrEqual(3);
  });

  test('is undecided about what exists only where a witness was sought', () => {
    const some = (b: string) => relations(given(`some ${b}`), 'a \\in [b, 3]')[0]!.verdict;
    expect([some('integer from 0 to 5'), some('integer from 4 to 9')]).toEqual(['holds', 'unread']);
  });
});

test('a mutant without meaning in some worlds and true in the others survives', () => {
  const checker = createChecker({ page: 'p.md', worlds: 300, seed: 1, mutants: true });
  const [source] = sources(given('integer from 0 to 5'), ['a \\in [b - 6, 3] \\implies a \\ge b - 6']);
  const { mutants } = checker.check(source!).relations[0]!;
  // [b, 3] is empty for two of six b, and true for the others; [b + 6, 3] is empty for all
  expect(mutants!.survived).toContainEqual({ rule: 'term', tex: 'a \\in [b, 3] \\implies a \\ge b - 6' });
  expect(mutants!.survived.map(({ tex }) => tex)).not.toContain('a \\in [b + 6, 3] \\implies a \\ge b - 6');
});
