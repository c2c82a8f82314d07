/** Random damage: refused with a place, or read whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { TexError } from '../../lib/tex/error.ts';
import { damaged } from './damage.ts';
import { leaves, renders } from './leaves.ts';
import { names, words } from './names.ts';

const seeded = (numRuns: number) => ({ seed: 2, numRuns });

test('damage is refused by TexErrors that stand in the formula', () => {
  fc.assert(
    fc.property(damaged, (tex) => {
      for (const error of read(tex, names, words).errors) {
        expect(error).toBeInstanceOf(TexError);
        expect(error.span.start).toBeGreaterThanOrEqual(0);
        expect(error.span.start).toBeLessThanOrEqual(tex.length);
        expect(error.span.end).toBeGreaterThanOrEqual(error.span.start);
      }
    }),
    seeded(5000),
  );
});

/** What is accepted: its source, and its print with the reasons beside it. */
const accepted = damaged
  .map((tex) => ({ tex, reading: read(tex, names, words) }))
  .filter(({ reading }) => reading.errors.length === 0 && reading.statements.length > 0)
  .map(({ tex, reading }) => ({ tex, reading, printed: reading.statements.map((t) => print(t)) }));

test('what is accepted renders', () => {
  fc.assert(
    fc.property(accepted, ({ tex, printed }) => {
      expect(renders(tex)).toBe(null);
      for (const one of printed) expect(renders(one)).toBe(null);
    }),
    seeded(3000),
  );
});

test('what is accepted is printed so that it reads the same', () => {
  fc.assert(
    fc.property(accepted, ({ printed }) => {
      for (const one of printed) {
        const again = read(one, names, words);
        expect(again.errors.map(String)).toEqual([]);
        expect(again.statements.map((t) => print(t))).toEqual([one]);
      }
    }),
    seeded(3000),
  );
});

test('nothing that is drawn vanishes', () => {
  fc.assert(
    fc.property(accepted, ({ tex, reading, printed }) => {
      const reasons = reading.rows.map((row) => `\\text{${row.because ?? ''}}`);
      const kept = [...printed, ...reasons].flatMap(leaves);
      // what ends a sentence says nothing
      const drawn = leaves(tex).filter((leaf) => leaf !== ';' && leaf !== ':');
      const lost = drawn.filter((leaf) => {
        const at = kept.indexOf(leaf);
        if (at >= 0) kept.splice(at, 1);
        return at < 0;
      });
      expect(lost).toEqual([]);
    }),
    seeded(3000),
  );
});

const place = { path: 'damage.md', line: 1, column: 1 };
const givens = [
  'P, Q : pmf',
  'p(x \\mid \\theta) : family',
  'x : outcome of P',
  'n : sample size',
  'x_1, \\dots, x_n : sample from P',
];

test('checking never throws', () => {
  const checker = createChecker({ page: 'damage.md', worlds: 3, seed: 1 });
  fc.assert(
    fc.property(damaged, (tex) => {
      const { relations } = checker.check({
        tex,
        display: true,
        place,
        givens: givens.map((text) => ({ text, place })),
        locate: (offset) => ({ line: 1, column: offset + 1 }),
      });
      for (const { verdict, reason } of relations) if (verdict === 'unread') expect(reason).toMatch(/./);
    }),
    seeded(1500),
  );
});
