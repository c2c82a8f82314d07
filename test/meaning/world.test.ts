/** Worlds are those of fast-check, so that what it shrinks is what was tried. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeContext } from '../../lib/check/context.ts';
import { drawing, needed, rawWorlds, realise, worldsOf, type Generator, type Raw } from '../../lib/meaning/world.ts';
import { sorts } from '../../lib/meaning/sort/index.ts';

const contextOf = (...lines: string[]) =>
  makeContext(lines.map((text, i) => ({ text, place: { path: 'p.md', line: i + 1, column: 1 } })));

function expectSame(generators: readonly Generator[], count: number): void {
  const plain = (raw: Raw): unknown => JSON.parse(JSON.stringify(raw));
  const found = Array.from({ length: count }, drawing(generators, 3)).map(plain);
  expect(found).toEqual(fc.sample(rawWorlds(generators), { numRuns: count, seed: 3 }).map(plain));
}

/** What the examples of some sorts speak of. */
const spoken = ['P, Q : pmf', 'p(x) : pmf', 'p_{data} : pmf', 'n : sample size', 'X : random variable'];

describe('drawing', () => {
  test.each(sorts.map(({ name, examples }) => [name, examples[0]!] as const))('%s', (_, line) => {
    const { generators } = contextOf(...spoken, line);
    expect(generators.length).toBeGreaterThan(0);
    expectSame(generators, 120);
  });

  // fast-check counts the digits of the run
  test('thousands', () => expectSame(contextOf('a, b : reals', 'P : pmf').generators, 2000));

  test('a seed beyond 32 bits', () => {
    const { generators } = contextOf('a : real');
    const seed = 2 ** 32 + 5;
    const draw = drawing(generators, seed);
    expect(Array.from({ length: 9 }, () => draw().parts)).toEqual(
      fc.sample(rawWorlds(generators), { numRuns: 9, seed }).map(({ parts }) => ({ ...parts })),
    );
  });

  test('other seeds, other worlds; the same by their numbers', () => {
    const { generators } = contextOf('P, Q : pmf');
    const [one, two] = [worldsOf(generators, 1), worldsOf(generators, 2)];
    expect(one(7)).not.toEqual(two(7));
    const draw = drawing(generators, 1);
    const all = Array.from({ length: 8 }, draw);
    expect(one(7)).toEqual(all[7]);
    expect(one(2)).toBe(one(2));
    expect(one(2)).toEqual(all[2]);
  });
});

test('what is needed stands before what needs it, and nothing else is drawn', () => {
  const { generators, shared } = contextOf('a : real', 'P : pmf', 'x : outcome of P', 'Q : pmf');
  const chosen = needed(generators, new Set(['x']));
  expect(chosen.map((g) => g.name)).toEqual(['P', 'x']);
  const env = realise(chosen, drawing(chosen, 1)(), shared.slots);
  expect(env.filter((v) => v !== undefined)).toHaveLength(2);
});
