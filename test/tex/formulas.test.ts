/** The formulas of the five articles and 35 harder ones: each is read or refused at a place, and binds as it should. */
import { describe, expect, test } from 'vitest';
import { print } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { sexpr } from '../../lib/tex/tree.ts';
import { leaves, renders } from './leaves.ts';
import { declared, different, formulas, refused } from './formulas.ts';
import { names, words } from './names.ts';
import { prototype } from './prototype.ts';

test('there are 145 formulas', () => expect(formulas).toHaveLength(145));

describe('refused, with the place', () => {
  test.each(Object.entries(refused))('%s', (place, errors) => {
    const { tex } = formulas.find((f) => f.place === place)!;
    const said = read(tex, names, words).errors.map(({ message, span }) => [tex.slice(span.start, span.end), message]);
    expect(said).toEqual(errors);
  });
});

describe('macro definitions state nothing', () => {
  test.each(declared)('%s', (place) => {
    const { statements, errors } = read(formulas.find((f) => f.place === place)!.tex, names);
    expect([statements, errors]).toEqual([[], []]);
  });
});

const accepted = formulas.filter(({ place }) => !(place in refused) && !declared.includes(place));

describe.each(accepted)('$place $tex', ({ place, tex, tree }) => {
  const { statements, errors } = read(tex, names, words);
  const [t] = statements;

  test('is read as one statement', () => {
    expect(errors.map(String)).toEqual([]);
    expect(statements).toHaveLength(1);
  });

  test('binds as the prototype did', () => expect(prototype(t!)).toBe(different[place] ?? tree));

  test('is printed so that it reads the same', () => {
    const again = read(print(t!), names, words);
    expect(again.errors.map(String)).toEqual([]);
    expect(again.statements.map(sexpr)).toEqual([sexpr(t!)]);
  });

  test('renders, and so does its print', () => {
    expect(renders(tex)).toBe(null);
    expect(renders(print(t!))).toBe(null);
  });

  test('keeps every leaf that KaTeX draws', () => expect(leaves(print(t!)).join(' ')).toBe(leaves(tex).join(' ')));
});
