/** The examples of every notation are its tests: what they read to, what is printed, and that KaTeX draws it. */
import { describe, expect, test } from 'vitest';
import { notations, print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { sexpr, type Tree } from '../../lib/tex/tree.ts';
import { render } from '../tex/leaves.ts';
import { names } from '../tex/names.ts';

function only(tex: string): Tree {
  const { statements, errors } = read(tex, names);
  expect(errors.map(String)).toEqual([]);
  expect(statements).toHaveLength(1);
  return statements[0]!;
}

describe.each(notations)('$name.en', ({ name, meaning, examples, ops }) => {
  test('is named and told in both languages', () => {
    expect(name.en).toMatch(/^[a-z]/);
    expect(meaning.en).toMatch(/^[A-Z].*\.$/);
    for (const text of [name.zh, meaning.zh]) expect(text).toMatch(/\p{Script=Han}/u);
    expect(meaning.zh).toMatch(/。$/);
  });

  test('has examples', () => expect(examples.length).toBeGreaterThan(0));

  test.each(examples)('$tex', ({ tex, tree }) => {
    const t = only(tex);
    expect(sexpr(t)).toBe(tree);
    const printed = print(t);
    expect(sexpr(only(printed))).toBe(tree);
    expect(render(tex)).toContain('katex');
    expect(render(printed)).toContain('katex');
  });

  test('shows no op that no notation prints', () => {
    for (const op of Object.values(ops)) expect(op.binds).toBeGreaterThan(0);
  });
});
