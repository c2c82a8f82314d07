/** Small pages of one kind of notation each: every relation holds or defines, and its mutants die. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPage } from '../../lib/page/index.ts';
import { renders } from '../tex/leaves.ts';

/** Mutants that say the same, each with the reason. */
const same: Readonly<Record<string, string>> = {
  'C C^{-1} = I': 'an inverse is one on both sides',
  '\\det\\left(B A\\right) = \\det\\left(A\\right) \\det\\left(B\\right)': 'the determinants are numbers',
  'x^{\\top} y \\le \\left\\|x\\right\\| \\left\\|y\\right\\|': 'true, though it says less',
  '\\left|y x^{\\top}\\right| \\le \\left\\|x\\right\\| \\left\\|y\\right\\|': 'the determinant of y x^T is 0',
  '\\sum_{j = 1}^{n} j {n \\choose j} q^{j} \\left(1 - q\\right)^{n - j} = n q': 'the term of j = 0 is 0',
  '\\log\\left(n!\\right) = \\sum_{i = 2}^{n} \\log\\left(i\\right)': 'the logarithm of 1 is 0',
};

const paths = globSync('test/notation/pages/*.mdx')
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

describe.each(paths)('%s', (path) => {
  const { equations, problems } = checkPage(readFileSync(path, 'utf8'), path, { worlds: 200, seed: 1, mutants: true });
  const relations = equations.flatMap((e) => e.relations);

  test('has no problems', () => expect(problems).toEqual([]));

  test.each(relations.map((r) => [`${r.line}: ${r.left} ${r.relation} ${r.right}`, r] as const))('%s', (_, r) => {
    const { verdict, reason, counterexample, values } = r;
    if (verdict === 'defines') return;
    expect({ verdict, reason, counterexample, values }).toMatchObject({ verdict: 'holds' });
    expect(r.mutants!.killed).toBeGreaterThan(0);
    expect(r.mutants!.survived.map(({ tex }) => tex).filter((tex) => !(tex in same))).toEqual([]);
  });

  test('is drawn by KaTeX', () => {
    for (const { tex } of equations) expect(renders(tex)).toBe(null);
  });
});
