/**
 * Random damage to every formula of the site, the articles and the corpora: refused with a place, or read whole, as
 * KaTeX reads it.
 */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { print } from '../../lib/notation/index.ts';
import { type Reading, read } from '../../lib/notation/statement.ts';
import { TexError } from '../../lib/tex/error.ts';
import { bracketed } from '../katex/bracketed.ts';
import { oursOf } from '../katex/compare.ts';
import { type Formula, formulas } from '../katex/formulas.ts';
import { letters, reviewed } from '../katex/reviewed.ts';
import { reasons } from '../katex/rows.ts';
import { damagesOf } from './damage.ts';
import { renders } from './leaves.ts';

const isReviewed = (tex: string): boolean => reviewed.some((one) => one.tex === tex);
const unique = [...new Map(formulas.map((formula) => [formula.tex, formula])).values()];
/** KaTeX's formulas within words are no formulas of ours. */
const sound = unique.filter(({ tex }) => !letters.test(tex) && !isReviewed(tex) && !tex.includes('$'));

/** What is not drawn, KaTeX cannot see: spaces and braces between the letters below a name, which we take for a word. */
const undrawn = /[_{]\s*\{?\s*[A-Za-z]+\s+[A-Za-z]|\{\s*\{\s*[A-Za-z]{2,}\s*\}/;

/** What is wrong with a formula that is accepted; null where nothing is. */
function fault({ tex, names }: Formula, { statements, rows }: Reading): string | null {
  const printed = statements.map((t) => print(t));
  const again = printed.map((one) => read(one, names));
  const wrong = again.flatMap(({ errors }) => errors)[0];
  if (wrong) return `its print is refused: ${wrong.message}: ${printed.join(' , ')}`;
  const twice = again.flatMap((one) => one.statements.map((t) => print(t)));
  if (twice.join('\n') !== printed.join('\n')) return `its print reads otherwise: ${printed.join(' , ')}`;
  const drawn = [tex, ...printed].map(renders).find((message) => message !== null);
  if (drawn) return `KaTeX refuses it: ${drawn}`;
  const ours = oursOf(statements, names);
  const katex = bracketed(tex, names);
  if (ours !== katex) return `read as ${ours}, KaTeX has ${katex}`;
  const said = rows.map(({ because }) => (because ?? '').replace(/\\(eq)?ref\{[^{}]*\}/g, '')).join('');
  const [read1, drawn1] = [said, reasons(tex, names.declared)].map((text) => text.replace(/[^\p{L}\p{N}]/gu, ''));
  return read1 === drawn1 ? null : `its reason is “${said}”, drawn is “${reasons(tex, names.declared)}”`;
}

const EACH = 70;
const CHUNKS = 10;
let all = 0;

describe('damages', () => {
  test.each(Array.from({ length: CHUNKS }, (_, i) => i))(
    'are refused with a place, or read as they are drawn: part %i',
    { timeout: 120_000 },
    (chunk) => {
      const faults: string[] = [];
      let accepted = 0;
      for (const formula of sound.filter((_, i) => i % CHUNKS === chunk))
        for (const tex of damagesOf(formula.tex, EACH)) {
          all++;
          const reading = read(tex, formula.names);
          for (const error of reading.errors) {
            const { start, end } = error.span;
            if (!(error instanceof TexError) || start < 0 || start > tex.length || end < start)
              faults.push(`${tex}\n  an error without a place: ${error.message}`);
          }
          const drawn = !letters.test(tex) && !undrawn.test(tex) && !isReviewed(tex);
          if (reading.errors.length > 0 || reading.statements.length === 0 || !drawn) continue;
          accepted++;
          const found = fault({ ...formula, tex }, reading);
          if (found) faults.push(`${tex}\n  ${found}`);
        }
      expect(faults).toEqual([]);
      expect(accepted).toBeGreaterThan(500);
    },
  );

  test('are 100,000', () => expect(all).toBeGreaterThan(100_000));
});

test('checking never throws', { timeout: 60_000 }, () => {
  const place = { path: 'damage.md', line: 1, column: 1 };
  const givens = ['P, Q : pmf', 'p(x \\mid \\theta) : family', 'x : outcome of P', 'n : sample size', 'x_1, \\dots, x_n : sample from P']; // prettier-ignore
  const checker = createChecker({ page: 'damage.md', worlds: 3, seed: 1 });
  for (const formula of unique)
    for (const tex of damagesOf(formula.tex, 1)) {
      const { relations } = checker.check({
        tex,
        display: true,
        place,
        givens: givens.map((text) => ({ text, place })),
        locate: (offset) => ({ line: 1, column: offset + 1 }),
      });
      for (const { verdict, reason } of relations) if (verdict === 'unread') expect(reason).toMatch(/./);
    }
});
