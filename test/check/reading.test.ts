/** What is wrong with the givens and with the LaTeX, where, and what it leaves untouched. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/check/index.ts';
import { sorts } from '../../lib/meaning/sort/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { check, problems, relations, sources } from './page.ts';

const numbers = ['a, b : reals'];
const known = `known sorts: ${sorts.map((s) => s.name).join(', ')}`;

describe('givens', () => {
  test('each wrong line is a problem at its place', () => {
    const found = problems('a : complex', 'b', 'c : real', 'p(x) : family', 'j : integer from 3 to 1', '\\frac : real');
    expect(found.map(({ place, message }) => [place.line, message])).toEqual([
      [1, 'unknown sort “complex”'],
      [2, '“b” is neither “names : sort” nor “name := formula”'],
      [4, '“p(x)” should show its parameter, such as p(x \\mid \\theta) or p_\\theta(x)'],
      [5, 'the range from 3 to 1 is empty'],
      [6, '“\\frac” cannot be read: \\frac needs an argument, found the end'],
    ]);
    expect(found[0]!.hint).toBe(known);
    expect(found[1]!.hint).toBe('such as “\\theta : real” or “g(x) := x^2”');
  });

  test.each([
    ['f : function', 'write it as in “f, g : smooth function”, “f : convex function”, “g : concave function”, “g : increasing function”, '],
    ['X : normal variable', 'write it as in “p : normal law”, “X : random variable”, “p(x \\mid \\theta) : normal family”, '],
  ])('%s: the lines that come nearest are shown', (given, hint) => {
    const [found] = problems(given);
    expect(found!.hint!.slice(0, hint.length)).toBe(hint);
    expect(found!.hint!.endsWith(`; ${known}`)).toBe(true);
  }); // prettier-ignore

  test('a sample needs its size first', () => {
    expect(problems('P : pmf', 'x_1, \\dots, x_n : sample from P').map((p) => p.message)).toEqual([
      'declare “n” before it, as a sample size',
    ]);
  });

  test('what was wrongly given is not known', () => {
    expect(relations(['a : complex'], 'a = a')).toMatchObject([{ verdict: 'unread' }]);
  });
});

describe('bad LaTeX', () => {
  const names = { callable: () => false, declared: () => false };
  test.each([
    ['a = {b', 6, 'expected } to close the {, found the end'],
    ['a = b}', 5, '} does not belong here'],
    ['a = (b', 6, 'expected ) to close the (, found the end'],
    ['a = \\frac{a}', 12, '\\frac needs an argument, found the end'],
    ['a = b +', 7, 'expected an operand, found the end'],
    ['a = \\foo b', 4, 'expected an operand, found \\foo'],
    ['a == b', 3, 'expected an operand, found ='],
    ['a = \\left( b )', 13, 'expected \\right) to close the \\left(, found )'],
    ['= 3', 0, 'expected an operand, found ='],
    ['a = b^2^2', 7, 'a second superscript'],
    ['a = b_1_2', 7, 'a second subscript'],
    ['a = b^-1', 6, '^ takes one sign or braces, found -'],
    ['a & = b', 2, '& stands outside an environment'],
    ['\\begin{aligned} a = b', 0, '\\begin{aligned} is never ended'],
    ['a = b \\end{aligned}', 6, '\\end{aligned} ends nothing'],
    ['\\begin{align} a = b \\end{aligned}', 20, '\\end{aligned} does not end \\begin{align}'],
    ['\\begin{aligned} a &= b & c &= d \\end{aligned}', 25, 'a third column should be a reason'],
    ['a = b \\', 6, 'the formula ends in a backslash'],
    ['a = \\text', 4, '\\text has no argument'],
    ['a = \\text{b', 9, 'this { is never closed'],
    ['a = \\int b', 4, 'this \\int has no differential'],
    ['a = \\sum b', 9, '\\sum does not say its variable'],
    ['a = b, .', 6, 'expected an operand, found the end'],
    ['a = \\mathrm{b_1 + c}', 4, '\\mathrm should hold words only'],
    ['a = \\text{b & c}', 4, '\\text should hold words only'],
    ['a = \\mathrm{ }', 4, '\\mathrm holds no word'],
    ['a = \\big b', 4, '\\big should stand before a bracket'],
    ['a = b\\limits', 5, '\\limits should follow an operator'],
    ['a = b^\\, 2', 5, '^ has no argument'],
    ['a = \\right( b \\left)', 4, '\\right( is the wrong way round'],
    ['\\begin{aligned} a = {b & c} \\end{aligned}', 23, '& stands inside braces'],
    ['a = 似', 4, '“似” is not mathematics that can be read'],
  ])('%s', (tex, at, message) => {
    const { errors } = read(tex, names);
    expect(errors.map((e) => [e.span.start, e.message])).toEqual([[at, message]]);
    const records = relations(numbers, tex);
    expect(records.length).toBeGreaterThan(0);
    for (const { verdict, reason } of records) {
      expect(verdict).toBe('unread');
      expect(reason).toContain(message);
    }
  });
});

describe('rows', () => {
  const rows = (...lines: string[]) =>
    relations(numbers, `\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}`).map((r) => [r.line, r.verdict]);

  test('a chain is a relation for each sign', () => {
    expect(relations(['a : real'], 'a \\le a + 1 \\le a + 2 \\le a').map((r) => [r.column, r.verdict])).toEqual([
      [3, 'holds'],
      [13, 'holds'],
      [23, 'refuted'],
    ]);
  });

  test('a row that starts with a relation goes on', () => {
    expect(rows('(a + b)^2 &= a^2 + 2 a b + b^2', '&= b^2 + 2 a b + a^2', '&\\ge 0')).toEqual([
      [12, 'holds'],
      [13, 'holds'],
      [14, 'holds'],
    ]);
  });

  test('a malformed row spoils the relations that touch it, and no others', () => {
    expect(rows('a &= a', '&= a + )', '&= a', 'b &= b', '&= b')).toEqual([
      [12, 'holds'],
      [13, 'unread'],
      [14, 'unread'],
      [15, 'holds'],
      [16, 'holds'],
    ]);
  });

  test('each row has its reason and its label', () => {
    const tex =
      '\\begin{aligned} a &= a && \\text{by care} \\\\ &= a \\label{two} \\\\ & \\overset{\\eqref{two}}{=} a \\end{aligned}';
    const [equation] = check(numbers, tex);
    expect(equation!.relations.map((r) => [r.because, r.label, r.verdict])).toEqual([
      ['by care', null, 'holds'],
      [null, 'two', 'holds'],
      ['\\eqref{two}', null, 'holds'],
    ]);
    expect(equation!.references.map((r) => r.name)).toEqual(['two']);
  });

  test('a formula without a relation states nothing', () => {
    expect(relations(numbers, 'a + b')).toEqual([]);
    expect(relations(numbers, '')).toEqual([]);
  });
});

describe('seeds', () => {
  const givens = ['a, b : reals', 'P, Q : pmf'];
  const formulas = ['a = b', '(a + b)^2 = a^2 + b^2', 'D_{\\mathrm{KL}}(P \\| Q) \\ge 0 \\label{kl}', 'P = Q'];
  const alone = (index: number, seed = 1) => {
    const one = createChecker({ page: 'p.md', worlds: 200, seed });
    return one.check(sources(givens, formulas)[index]!);
  };

  test('an equation says the same whatever stands around it', () => {
    const forwards = createChecker({ page: 'p.md', worlds: 200, seed: 1 });
    const all = sources(givens, formulas);
    const first = all.map((source) => forwards.check(source));
    const backwards = createChecker({ page: 'p.md', worlds: 200, seed: 1 });
    const second = all.toReversed().map((source) => backwards.check(source));
    expect(second.toReversed()).toEqual(first);
    formulas.forEach((_, i) => expect(alone(i)).toEqual(first[i]));
  });

  test('each equation has its own stream, and each seed another', () => {
    const seeds = formulas.map((_, i) => alone(i).seed);
    expect(new Set(seeds).size).toBe(formulas.length);
    expect(alone(0, 2).seed).not.toBe(seeds[0]);
  });

  test('a labelled equation keeps its stream when it is rewritten', () => {
    const [one, two] = check(givens, 'a = b \\label{same}', 'b = a \\label{same}');
    expect(one!.seed).toBe(two!.seed);
  });
});
