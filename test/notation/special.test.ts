/** Special functions: against mpmath, how they read, and what is refused, to the letter. */
import { describe, expect, test } from 'vitest';
import * as special from '../../lib/meaning/special.ts';
import { type Bounded, bounded, exact } from '../../lib/number/bounded.ts';
import { erf, erfc } from '../../lib/number/special.ts';
import { read } from '../../lib/notation/statement.ts';
import { sexpr } from '../../lib/tex/tree.ts';
import { relations } from '../check/page.ts';
import { names } from '../tex/names.ts';

const U = 2 ** -53;

/** Places that are doubles; values by mpmath at 40 digits, rounded to the nearest double when they are read. */
describe('holds the value of mpmath', () => {
  test.each<[string, (x: Bounded) => Bounded, number, string]>([
    ['Gamma at 0.125', special.gamma, 0.125, '7.533941598797611904699229841215134'],
    ['Gamma at 0.5', special.gamma, 0.5, '1.772453850905516027298167483341145'],
    ['Gamma at 7.875', special.gamma, 7.875, '3921.588652226146291474894792309281'],
    ['Gamma at 64.5', special.gamma, 64.5, '1.582991881531276840006794903389502e88'],
    ['Gamma at -0.5', special.gamma, -0.5, '-3.54490770181103205459633496668229'],
    ['Gamma at -2.25', special.gamma, -2.25, '-1.742814865728252650850273142560555'],
    ['psi at 0.125', special.digamma, 0.125, '-8.388492663295854867802742923086343'],
    ['psi at 1.5', special.digamma, 1.5, '0.03648997397857652055902366700124443'],
    ['psi at 64.5', special.digamma, 64.5, '4.158893255451152248144435240441197'],
    ['psi at -0.5', special.digamma, -0.5, '0.03648997397857652055902366700124443'],
    ["psi'", special.trigamma, 0.125, '65.38813344498803447314299933439596'],
    ["psi'", special.trigamma, 64.5, '0.01562468213571953036241266000082817'],
    ["psi'", special.trigamma, -0.5, '8.934802200544679309417245499938076'],
    ['Phi at -8', special.normalCdf, -8, '6.220960574271784123515995172588188e-16'],
    ['Phi at 0.25', special.normalCdf, 0.25, '0.5987063256829237242408537915810337'],
    ['Phi at 3', special.normalCdf, 3, '0.998650101968369905473348185232405'],
    ['erf at -1.5', erf, -1.5, '-0.9661051464753107270669762616459479'],
    ['erfc at 8', erfc, 8, '1.122429717298292707996788844317028e-29'],
    ['25!', special.factorial, 25, '15511210043330985984000000'],
    ['0.5 over 5', (n) => special.binomial(n, exact(5)), 0.5, '0.02734375'],
    ['60 over 30', (n) => special.binomial(n, exact(30)), 60, '118264581564861424'],
    ['B(0.125, 7.5)', (a) => special.beta(a, exact(7.5)), 0.125, '5.900080748534108351320291329747775'],
    ['B(64.5, 3)', (a) => special.beta(a, exact(3)), 64.5, '0.000007118808916486138121800151007734141'],
  ])('%s', (_, f, x, digits) => {
    const want = Number(digits);
    const { value, error } = f(exact(x));
    expect(Math.abs(value - want)).toBeLessThanOrEqual(error + U * Math.abs(want));
    expect(error).toBeLessThan(256 * U * Math.abs(want));
  });
});

test('what is whole is exact', () => {
  expect(special.gamma(exact(23))).toEqual(exact(1124000727777607680000));
  expect(special.factorial(exact(20))).toEqual(exact(2432902008176640000));
  expect(special.binomial(exact(50), exact(25))).toEqual(exact(126410606437752));
  expect(special.binomial(exact(3), exact(5))).toEqual(exact(0));
  expect(special.binomial(exact(-2), exact(3))).toEqual(exact(-4));
});

test('no value at a pole, no factorial of a fraction; a bound that reaches one says nothing', () => {
  const none = { value: NaN, error: Infinity };
  for (const x of [0, -1, -7]) {
    expect(special.gamma(exact(x))).toEqual(none);
    expect(special.digamma(exact(x))).toEqual(none);
    expect(special.trigamma(exact(x))).toEqual(none);
  }
  for (const x of [-1, 0.5]) expect(special.factorial(exact(x))).toEqual(none);
  expect(special.gamma(bounded(0, 1e-9)).error).toBe(Infinity);
  expect(special.gamma(bounded(-1, 1e-9)).error).toBe(Infinity);
  expect(special.beta(exact(-1), exact(1))).toEqual(none);
});

test('the bound of an argument is carried', () => {
  const e = 1e-6;
  for (const f of [special.gamma, special.digamma, special.trigamma, special.normalCdf, special.logGamma])
    for (const x of [0.25, 1.5, 30]) {
      const wide = f(bounded(x, e));
      for (const y of [x - e, x + e]) {
        const there = f(exact(y));
        expect(Math.abs(there.value - wide.value)).toBeLessThanOrEqual(wide.error + there.error);
      }
    }
});

test('steps: sure, or anything between', () => {
  expect(special.sign(exact(0))).toEqual(exact(0));
  expect(special.sign(bounded(1, 2))).toEqual(bounded(0, 1));
  expect(special.floor(bounded(2.5, 0.25))).toEqual(exact(2));
  expect(special.floor(bounded(2, 0.25))).toEqual(bounded(1.5, 0.5));
  expect(special.ceil(exact(2))).toEqual(exact(2));
});

describe('is read', () => {
  test.each([
    ['\\psi', '\\psi'],
    ['\\Gamma x', '(multiply \\Gamma x)'],
    ['\\psi_1(x)', '(multiply (index \\psi 1) x)'],
    ["\\psi''(x)", '(prime "\'\'" (special "\\\\psi" x))'],
    ['\\mathrm{B}_n', '(index (word "B") n)'],
    ['B(a)', '(multiply B a)'],
    ['\\mathrm{sgn}(x)', '(special "\\\\operatorname{sgn}" x)'],
    ['\\operatorname{erf}[x]', '(special "\\\\operatorname{erf}" x)'],
    ['x_i! y', '(multiply (factorial (index x i)) y)'],
    ['(2^n)!', '(factorial (power 2 n))'],
    ['(n!)!', '(factorial (factorial n))'],
    ['-n!', '(negate (factorial n))'],
    ['\\binom nk^2', '(power (binomial n k) 2)'],
    ['2 {n + 1 \\choose k}', '(multiply 2 (binomial "\\\\choose" (add n 1) k))'],
    ['\\left\\lfloor x \\right\\rfloor & = 1', null],
  ])('%s', (tex, tree) => {
    const { statements, errors } = read(tree === null ? `\\begin{aligned} ${tex} \\end{aligned}` : tex, names);
    expect(errors.map(String)).toEqual([]);
    if (tree) expect(statements.map(sexpr)).toEqual([tree]);
  });
});

test.each([
  ['\\Gamma(a, b, c)', 6, '\\Gamma takes one argument or two arguments, it has 3'],
  ['\\mathrm{B}(a)', 10, '\\mathrm{B} takes two arguments, it has 1'],
  ['\\log(n)!', 7, 'this ! may be of the last part or of the whole'],
  ['2^n!', 3, 'this ! may be of the last part or of the whole'],
  ['n!!', 2, 'a double factorial is not read'],
  ['(n \\choose k)', 3, '\\choose takes apart all that stands in its braces'],
  ['\\frac{a + (n \\choose k)}{2}', 13, '\\choose takes apart all that stands in its braces'],
  ['n \\choose k', 2, '\\choose takes apart all that stands in its braces'],
  ['\\lfloor x', 9, 'expected \\rfloor to close the \\lfloor, found the end'],
  ['\\binom{n}\\frac{k}2', 9, '\\binom takes one sign or braces, found \\frac'],
  ['\\binom{n}', 9, '\\binom needs an argument, found the end'],
])('cannot be read: %s', (tex, at, message) => {
  expect(read(tex, names).errors.map((e) => [e.span.start, e.message])).toEqual([[at, message]]);
});

describe('names that the givens declare are theirs', () => {
  test.each([
    ['\\psi(x) := x^2', '\\psi(x) = x^2'],
    ['\\psi(x) := x^2', "\\psi'(x) = 2 x"],
    ['\\Phi : pmf', '\\sum_u \\Phi(u) = 1'],
    ['\\Gamma : positive', '\\Gamma(x + 1) = \\Gamma x + \\Gamma'],
  ])('%s', (given, tex) => expect(relations(['x : real', given], tex)).toMatchObject([{ verdict: 'holds' }]));

  test('what the library knows is checked where a page defines it', () => {
    const said = (tex: string) => relations(['a : positive'], tex).map((r) => r.verdict);
    expect(said('\\Gamma(a + 1) := a \\Gamma(a)')).toEqual(['holds']);
    expect(said('\\psi(a + 1) := \\psi(a)')).toEqual(['refuted']);
  });
});
