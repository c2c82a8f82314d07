/** Derivatives: how they read, what they are worth, and what is refused, to the letter. */
import { describe, expect, test } from 'vitest';
import { read } from '../../lib/notation/statement.ts';
import { print } from '../../lib/notation/index.ts';
import { sexpr } from '../../lib/tex/tree.ts';
import { relations } from '../check/page.ts';
import { renders } from '../tex/leaves.ts';
import { names } from '../tex/names.ts';

const tree = (tex: string): string => {
  const { statements, errors } = read(tex, names);
  expect(errors.map(String)).toEqual([]);
  const [one] = statements.map(sexpr);
  expect(read(print(statements[0]!), names).statements.map(sexpr)).toEqual([one]);
  expect([renders(tex), renders(print(statements[0]!))]).toEqual([null, null]);
  return one!;
};

describe('is read', () => {
  test.each([
    ['\\frac{\\mathrm{d}}{\\mathrm{d}x} x', '(derivative "d" (by x) x)'],
    ['\\frac d{dx} x', '(derivative "d" (by x) x)'],
    ['\\dfrac{d^2 f(x)}{dx^2}', '(derivative "d/" (by x x) (call f (list x)))'],
    ['\\frac{\\partial^3}{\\partial x^2 \\partial y} x^2 y', '(derivative "\\\\partial" (by x x y) (multiply (power x 2) y))'],
    ['\\frac{\\partial \\ell}{\\partial \\sigma^2}', '(derivative "\\\\partial/" (by (power \\sigma 2)) \\ell)'],
    ['\\frac{\\partial^2 \\ell}{\\partial \\sigma^2}', '(derivative "\\\\partial/" (by \\sigma \\sigma) \\ell)'],
    ['\\frac{\\partial^2 \\ell}{\\partial \\mu \\, \\partial \\sigma^2}', '(derivative "\\\\partial/" (by \\mu (power \\sigma 2)) \\ell)'],
    ['\\frac{\\partial^2 \\ell}{\\partial (\\sigma^2)^2}', '(derivative "\\\\partial/" (by (power \\sigma 2) (power \\sigma 2)) \\ell)'],
    ['\\frac{d}{dx} a x + b', '(add (derivative "d" (by x) (multiply a x)) b)'],
    ['c \\frac{d}{dx} a x', '(multiply c (derivative "d" (by x) (multiply a x)))'],
    ['\\frac{d}{dx} f(x) g(x)', '(derivative "d" (by x) (multiply (call f (list x)) (call g (list x))))'],
    ['\\partial_x^2 f(x)', '(derivative "\\\\partial_" (by x x) (call f (list x)))'],
    ['\\partial_{x y} x^2 y', '(derivative "\\\\partial_" (by x y) (multiply (power x 2) y))'],
    ['\\partial_x f(x) g(x)', '(multiply (derivative "\\\\partial_" (by x) (call f (list x))) (call g (list x)))'],
    ['\\nabla_x x^2 y', '(gradient (by x) (multiply (power x 2) y))'],
    ['\\nabla_x (x y) z', '(multiply (gradient (by x) (multiply x y)) z)'],
    ['\\nabla f(x, y)', '(gradient (by) (call f (list x y)))'],
    ["f'(x) f''(x)", '(multiply (prime "\'" (call f (list x))) (prime "\'\'" (call f (list x))))'],
    ["x' (y)", "(multiply x' y)"],
    ['a + x^2 \\big|_{x = 1}', '(add a (at (power x 2) (chain x (relation "=") 1)))'],
    ['\\frac{d n}{{d} k}', '(divide (multiply d n) (multiply d k))'],
    ['\\frac{d n}{2}', '(divide (multiply d n) 2)'],
    ['\\frac{d}{2 x}', '(divide d (multiply 2 x))'],
  ])('%s', (tex, said) => expect(tree(tex)).toBe(said)); // prettier-ignore
});

describe('cannot be read', () => {
  test.each([
    ['\\frac{d}{dx} = 1', 0, 'this derivative has nothing to differentiate'],
    ['\\frac{d}{dx} \\log x f(x)', 0, 'this derivative may take the first factor or the whole product'],
    ['\\frac{d}{dx} (x + 1) x', 0, 'this derivative may take the first factor or the whole product'],
    ['\\frac{d}{dx} [x] / x', 0, 'this derivative may take the first factor or the whole product'],
    ['\\frac{d^2}{dx} x', 10, 'the order 2 above is not that below'],
    ['\\frac{d}{dx^2 dy} x', 8, 'the order 1 above is not that below'],
    ['\\frac{d^5}{dx^5} x', 8, 'the order of a derivative should be a number from 1 to 4'],
    ['\\frac{d^n}{dx^n} x', 8, 'the order of a derivative should be a number from 1 to 4'],
    ['\\partial f', 0, '\\partial does not say by what'],
    ['\\partial_{x y}^2 f', 0, 'an order stands above several variables'],
    ['\\nabla_x', 8, '\\nabla has nothing to differentiate'],
    ['\\nabla^3_x f', 6, 'only \\nabla and \\nabla^2 are read'],
    ['\\nabla \\cdot f', 7, '\\nabla \\cdot is not read'],
    ['\\left. x \\right)', 9, 'expected \\right| to close the \\left.'],
    ['\\left. x \\right| + 1', 17, 'expected _ after the bar'],
    ['x \\big|_{1, 2}', 8, 'below the bar should stand which name has which value'],
    ['x \\big|_{x \\le 1}', 8, 'below the bar should stand which name has which value'],
    ['x \\big|_a^b', 9, 'an evaluation between two places is not read'],
    ['x^\\frac{d}{dx} y', 2, '^ takes one sign or braces'],
    ["\\frac{d}{dx' ^2} x", 13, 'a second superscript'],
  ])('%s', (tex, at, message) => {
    const { errors } = read(tex, names);
    expect(errors).toHaveLength(1);
    expect([errors[0]!.span.start, errors[0]!.message]).toEqual([at, expect.stringContaining(message)]);
  });

  test('d that is given as a name', () => {
    const [found] = relations(['d, x : reals'], '\\frac{d}{dx} x = 1');
    expect(found!.reason).toBe(
      'd is given as a name, so that this may be a quotient or a derivative; write \\mathrm{d} for the derivative',
    );
    expect(relations(['d, x : reals'], '\\frac{\\mathrm{d}}{\\mathrm{d}x} d x = d')).toMatchObject([{ verdict: 'holds' }]);
    expect(relations(['d, x : reals'], '\\frac{d}{x} = d / x')).toMatchObject([{ verdict: 'holds', evidence: 'exact' }]);
  }); // prettier-ignore
});

const givens = [
  'x, y : reals',
  'a : positive',
  'q : probability',
  'k : integer from 1 to 4',
  'n : sample size',
  'P : pmf',
  'u : outcome of P',
  'X : random variable',
  'p(z \\mid \\theta) : family',
  'g(v \\mid \\mu) : normal family',
  'v : outcome of g(v \\mid \\mu)',
  'w : function on the alphabet',
  'h(x) := x^2',
  'm(x, y) := x^2 y',
  's := x^3',
];

test.each([
  ['\\frac{d}{dk} k^2 = 2 k', 'nothing can be differentiated by “k”: it takes whole numbers only'],
  ['\\frac{d}{dn} n^2 = 2 n', 'nothing can be differentiated by “n”: it is a sample size, not a number'],
  ['\\frac{d}{dP} a = 0', 'nothing can be differentiated by “P”: it is a law, not a number'],
  ['\\frac{d}{dX} X = 1', 'nothing can be differentiated by “X”: it is a random variable, not a number'],
  ['\\frac{d}{du} u = 1', 'nothing can be differentiated by “u”: it takes the values of a finite list only'],
  ['\\frac{d}{d\\theta} p(u \\mid \\theta) = 0', 'nothing can be differentiated by “\\theta”: it takes the values of a finite list only'],
  ['\\frac{d}{dr} r = 1', 'nothing can be differentiated by “r”: nothing given says what it is'],
  ['\\frac{d}{ds} s = 1', 'nothing can be differentiated by “s”: it is defined by other names; differentiate by one of those'],
  ['\\frac{d}{d(x y)} x y = 1', 'nothing can be differentiated by “x y”: it is not a name'],
  ['\\frac{d}{dx_1} x_1 = 1', 'nothing can be differentiated by “x_1”: “x” is neither a vector nor a matrix'],
  ['\\frac{d}{dx} y = 0', '“y” does not depend on “x”'],
  ['\\frac{d}{da} h(y) = 0', '“h(y)” does not depend on “a”'],
  ['\\frac{d}{dx} P = 0', '“P” does not depend on “x”'],
  ['\\frac{dm}{da} = 0', '“m” does not depend on “a”'],
  ["m'(x, y) = 0", "“m'(x, y)” does not say by which argument it is differentiated: write \\frac{\\partial}{\\partial x}"],
  ['\\nabla x^2 = 2 x', '“\\nabla x^{2}” does not say by what: write \\nabla_x'],
  ['x^2 \\big|_3 = 9', '“\\left.x^{2}\\right|_{3}” does not say which name has the value below the bar'],
  ['P(u) \\big|_{P = 1} = 1', '“P” is not a number, so it cannot be set to “1”'],
  ["w'(u) = 0", '“w” is a function on a finite list, which has no derivative'],
  ['x \\big|_{x = P} = 1', '“x” cannot be “P”, which is a finite law'],
])('refused: %s', (tex, reason) => {
  expect(relations(givens, tex)).toMatchObject([{ verdict: 'unread', reason }]);
}); // prettier-ignore

describe('holds, by derivatives', () => {
  test.each([
    '\\frac{d}{da} \\log a = \\frac1a',
    '\\frac{d}{dq} (q \\log q + (1 - q) \\log(1 - q)) = \\log \\frac{q}{1 - q}',
    '\\frac{\\partial^2}{\\partial x \\partial y} x^2 y^3 = 6 x y^2',
    '\\frac{d^3}{dx^3} x^4 = 24 x',
    '\\frac{d^4}{dx^4} x^4 = 24',
    '\\frac{d}{d\\mu} \\log g(v \\mid \\mu) = \\frac{v - \\mu}{2.25}',
    '\\frac{d}{dv} \\log g(v \\mid \\mu) = \\frac{\\mu - v}{2.25}',
    '\\frac{\\partial \\log a}{\\partial a^2} = \\frac{1}{2 a^2}',
    '\\frac{\\partial^2 a^4}{\\partial (a^2)^2} = 2',
    "h'(x + 1) = 2 x + 2",
    "h''(a) = 2",
    '\\frac{dh}{dx} = 2 x',
    '\\frac{dh(a)}{dx} = 2 a',
    '\\frac{\\partial m(a, q)}{\\partial x} = 2 a q',
    '\\frac{d^2 h(y)}{dx^2} = 2',
    '\\frac{dh}{dy} = 2 y',
    '\\frac{ds}{dx} = 3 x^2',
    '\\frac{\\partial m}{\\partial x} = 2 x y',
    '\\partial_{x, y} m = 2 x',
    '\\nabla_x h(x) = 2 x',
    '\\nabla m(x, y) = \\nabla_{x, y} m',
    '\\nabla_x^2 x^3 = 6 x',
    '\\left. \\frac{d}{dt} h(x + t y) \\right|_{t = 0} = 2 x y',
    '\\left. \\frac{d}{dx} h(x) \\right|_{y} = 2 y',
    '\\frac{d}{dx} x^2 \\bigg|_{x = 1/3} = \\frac23',
    'x^2 y \\big|_{x = y, y = x} = x y^2',
    '\\frac{d}{dx} \\int_0^1 x^2 t \\, dt = x',
  ])('%s', (tex) => {
    const [found] = relations(givens, tex);
    expect(found).toMatchObject({ verdict: 'holds', reason: null });
    expect(found!.evidence).toBe(tex.startsWith('x^2 y') ? 'exact' : 'derivative');
  });
});

describe('refuted', () => {
  test.each([
    ['\\frac{d}{dx} x^2 = x', { x: '1/8' }],
    ['\\frac{d}{dx} |x| = 1', { x: '-1/8' }],
    ["h'(x) = 2 y", { x: '0', y: '1/8' }],
    ['\\left. \\frac{d}{dx} x^2 \\right|_{x = y} = 2 x', { x: '-1/8', y: '0' }],
  ])('%s', (tex, counterexample) => {
    expect(relations(givens, tex)).toMatchObject([{ verdict: 'refuted', evidence: 'derivative', counterexample }]);
  });

  test('at an end of its domain a maximum need not be stationary', () => {
    const coins = ['b(x \\mid \\theta) : Bernoulli family', 'n : sample size', 'x_1, \\dots, x_n : sample from b(x \\mid \\theta)']; // prettier-ignore
    const score = '\\frac{d}{d\\theta} \\sum_{i=1}^n \\log b(x_i \\mid \\theta)';
    const [found] = relations(coins, `\\left. ${score} \\right|_{\\theta = \\frac1n \\sum_{i=1}^n x_i} = 0`);
    expect(found).toMatchObject({ verdict: 'refuted', counterexample: { n: '1', x: '(0)' }, values: { right: '0' } });
    expect(Number(found!.values!.left)).toBeCloseTo(-1, 12);
  });
});

test('nothing is claimed of what has no derivative', () => {
  const [found] = relations(['x : real'], '\\left. \\frac{d}{dx} \\sqrt{|x|} \\right|_{x = 0} = 0');
  expect(found).toMatchObject({ verdict: 'undecided', worlds: 0 });
});
