/** Vectors and matrices: arithmetic with its bounds, how they read, and what is refused, to the letter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combineMatrices,
  determinant,
  inverse,
  matrix,
  matrixPower,
  transpose,
  vector,
} from '../../lib/meaning/matrix.ts';
import { kindOf, type MatrixValue, show } from '../../lib/meaning/value.ts';
import { type Bounded, exact, rounded } from '../../lib/number/bounded.ts';
import { read } from '../../lib/notation/statement.ts';
import { sexpr } from '../../lib/tex/tree.ts';
import { problems, relations } from '../check/page.ts';
import { names } from '../tex/names.ts';

const of = (rows: readonly (readonly number[])[]): MatrixValue => matrix(rows.map((row) => row.map(exact)));
const square = (n: number) =>
  fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n });

/** The determinant by permutations, in whole numbers. */
function leibniz(a: readonly (readonly number[])[]): number {
  const go = (row: number, free: readonly number[], sign: number): number =>
    row === a.length
      ? sign
      : free.reduce((sum, j, k) => sum + go(row + 1, free.filter((other) => other !== j), sign * (k % 2 ? -1 : 1) * a[row]![j]!), 0); // prettier-ignore
  return go(0, a.map((_, i) => i), 1); // prettier-ignore
}

describe('arithmetic', () => {
  test.each([1, 2, 3, 4])('determinants of %d rows are exact for whole numbers', (n) => {
    const same = (raw: number[][]) => {
      const { value, error } = determinant(of(raw).rows);
      expect([value + 0, error]).toEqual([leibniz(raw) + 0, 0]);
    };
    fc.assert(fc.property(square(n), same), { seed: 1, numRuns: 100 });
  });

  test('an inverse is held by its bounds', () => {
    fc.assert(
      fc.property(square(3), (raw) => {
        const a = of(raw);
        const d = leibniz(raw);
        const made = combineMatrices('multiply', '', a, inverse(a)) as MatrixValue;
        made.rows.forEach((row, i) =>
          row.forEach(({ value, error }, j) => {
            if (d === 0) expect(value).toBeNaN();
            else expect(Math.abs(value - (i === j ? 1 : 0))).toBeLessThanOrEqual(error);
            if (d !== 0) expect(error).toBeLessThan(1e-12);
          }),
        );
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test('bounds are carried', () => {
    const third = rounded(1 / 3);
    const a = matrix([[third, exact(1)], [exact(1), third]]); // prettier-ignore
    const { value, error } = determinant(a.rows) as Bounded;
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(value + 8 / 9)).toBeLessThanOrEqual(error + 2 ** -53);
  });

  test('powers and transposes', () => {
    const a = of([[1, 1], [0, 1]]); // prettier-ignore
    expect(matrixPower(a, 5)).toEqual(of([[1, 5], [0, 1]])); // prettier-ignore
    expect(matrixPower(a, -2)).toEqual(of([[1, -2], [0, 1]])); // prettier-ignore
    expect(transpose(of([[1, 2, 3]]))).toEqual(vector([1, 2, 3].map(exact)));
  });

  test('in words', () => {
    const all = [of([[1], [2]]), of([[1, 2]]), of([[1, 2], [0.5, 4]])]; // prettier-ignore
    expect(all.map(kindOf)).toEqual(['a vector of 2', 'a row of 2', 'a 2 × 2 matrix']);
    expect(all.map(show)).toEqual(['(1, 2)', '((1, 2))', '((1, 2), (1/2, 4))']);
  });
});

describe('is read', () => {
  test.each([
    ['\\begin{bmatrix} 1 & a + b \\\\ c \\\\ \\end{bmatrix}', null],
    ['\\begin{bmatrix} 1 \\\\ c \\\\ \\end{bmatrix}', '(matrix "bmatrix" (row 1) (row c))'],
    ['a \\begin{vmatrix} 1 & 2 \\\\ 3 & 4 \\end{vmatrix}', '(multiply a (matrix "vmatrix" (row 1 2) (row 3 4)))'],
    ['\\operatorname{tr} A B', '(multiply (trace "\\\\operatorname{tr}" A) B)'],
    ['\\mathrm{Tr}[A]^2', '(power (trace "\\\\operatorname{Tr}" A) 2)'],
    ['\\det A^{-1}', '(determinant "\\\\det" (power A (negate 1)))'],
    ['2 \\|x\\| \\|y\\|', '(multiply (multiply 2 (norm x)) (norm y))'],
    ['\\left\\| \\frac{x}{2} \\right\\|_\\infty', '(norm (divide x 2) \\infty)'],
    ['||x||_2^2', '(power (norm x 2) 2)'],
    ['D(P \\| \\frac{\\|x\\|}{2})', '(call "‖" D (list P) (list (divide (norm x) 2)))'],
    ['D(P \\| Q)', '(call "‖" D (list P) (list Q))'],
    ['|A||B| |C|', '(multiply (multiply (absolute A) (absolute B)) (absolute C))'],
    ['(x - y)^\\mathrm{T} z', '(multiply (power (subtract x y) (word "T")) z)'],
    ['A^{-\\top}', '(power A (negate \\top))'],
  ])('%s', (tex, tree) => {
    const { statements, errors } = read(tex, names);
    if (tree) expect(errors.map(String)).toEqual([]);
    else expect(errors.map((e) => e.message)).toEqual(['this row has 1 entries, the first has 2']);
    if (tree) expect(statements.map(sexpr)).toEqual([tree]);
  });

  test.each([
    ['\\begin{pmatrix} \\end{pmatrix}', 'this matrix has no entries'],
    ['\\begin{pmatrix} 1 & \\end{pmatrix}', 'expected an operand, found \\end{pmatrix}'],
    ['\\begin{pmatrix} 1 ) \\end{pmatrix}', 'expected \\end{pmatrix} after the last row, found )'],
    ['\\begin{pmatrix} 1 \\end{bmatrix}', '\\end{bmatrix} does not end \\begin{pmatrix}'],
    ['\\|x', 'expected ‖ to close the ‖, found the end'],
    ['\\lVert x \\|', 'expected an operand, found the end'],
    ['\\left\\| x \\rVert', 'expected \\right\\rVert to close the \\left\\lVert, found \\rVert'],
    ['\\operatorname{tr}', '\\operatorname{tr} needs an argument'],
    ['f(2 \\|x\\|)', 'expected an operand, found )'],
    ['P \\| Q', 'expected ‖ to close the ‖, found the end'],
  ])('not %s', (tex, message) => expect(read(tex, names).errors.map((e) => e.message)).toEqual([message]));
});

const givens = [
  'x, y : vector in R^2',
  'z : vector in \\mathbb{R}^3',
  'A, B : matrix 2x2',
  'M : matrix 2x3',
  'I : identity matrix 2x2',
  'a : real',
  'p : positive',
  'P, Q : pmf',
  'g : density',
];

test.each([
  ['x + A = x', 'a vector of 2 and a 2 × 2 matrix cannot be combined in “x + A”'],
  ['x + a = x', 'a vector of 2 and a number cannot be combined in “x + a”'],
  ['x + z = x', 'a vector of 2 and a vector of 3 cannot be combined in “x + z”'],
  ['x y = a', 'a vector of 2 and a vector of 2 cannot be combined in “x y”'],
  ['x \\times y = a', 'a vector of 2 and a vector of 2 cannot be combined in “x \\times y”'],
  ['M M = M', 'a 2 × 3 matrix and a 2 × 3 matrix cannot be combined in “M M”'],
  ['A x = x^\\top A', 'a vector of 2 = a row of 2: the two sides cannot be compared'],
  ['A x = a', 'a vector of 2 = a number: the two sides cannot be compared'],
  ['x \\le y', 'a vector of 2 \\le a vector of 2: the two sides cannot be compared'],
  ['1 / A = A^{-1}', 'a number and a 2 × 2 matrix cannot be combined in “1 / A”'],
  ['x^2 = a', '“x” is a vector of 2; only numbers have powers, and square matrices whole ones'],
  ['A^{1/2} = A', '“A” is a 2 × 2 matrix; only numbers have powers, and square matrices whole ones'],
  ['M^{-1} = M', '“M” is a 2 × 3 matrix; only numbers have powers, and square matrices whole ones'],
  ['M^{-\\top} = M', '“M” is a 2 × 3 matrix, which has no inverse'],
  ['a^T = a', 'nothing given says what “T” is'],
  ['P^\\top = P', '“P” is a finite law, which has no transpose'],
  ['|x| = 1', '“x” is a vector of 2, not a number or a square matrix: write \\|x\\| for the norm'],
  ['\\det M = 1', '“M” is a 2 × 3 matrix, not a square matrix'],
  ['\\operatorname{tr}(x) = 1', '“x” is a vector of 2, not a square matrix'],
  ['\\begin{vmatrix} 1 & a \\end{vmatrix} = 1', 'a row of 2 has no determinant'],
  ['\\|A\\| = 1', '“\\left\\|A\\right\\|” may be one of several norms of a matrix: write \\|A\\|_F'],
  ['\\|x\\|_F = 1', '“\\left\\|x\\right\\|_{F}” is for matrices: write \\|x\\|'],
  ['\\|x\\|_3 = 1', '“\\left\\|x\\right\\|_{3}” is not read: norms have 1, 2, \\infty or F below them'],
  ['\\|g\\|_1 = 1', '“g” is a density, which has no norm'],
  ['A_1 = 1', '“A_1” should be an entry of a 2 × 2 matrix, such as A_{12}'],
  ['x_{123} = 1', '“x_{123}” should be an entry of a vector of 2, such as A_{12}'],
  ['\\log x = x', '“x” is a vector of 2 where a number is due'],
  [
    '\\frac{\\partial}{\\partial x} A x = A',
    '“A x” is a vector of 2: by “x” only the first and second derivatives of a number are read',
  ],
  [
    '\\frac{\\partial}{\\partial x} x^\\top x = 2 x^\\top',
    'a vector of 2 = a row of 2: the two sides cannot be compared',
  ],
  ['\\nabla_x A x = A', '“A x” is a vector of 2; \\nabla takes a number'],
  ['\\frac{d}{dx_3} x_3 = 1', '“x_3” is no entry of a vector'],
])('refused: %s', (tex, reason) => {
  expect(relations(givens, tex)).toMatchObject([{ verdict: 'unread', reason }]);
});

describe('holds', () => {
  test.each([
    ['\\|x + y\\|^2 + \\|x - y\\|^2 = 2 \\|x\\|^2 + 2 \\|y\\|^2', 'exact'],
    ['\\frac{x}{2} - x = -\\frac12 x', 'exact'],
    ['a (x + y) = a x + y a', 'exact'],
    ['x = (x_1, x_2)', 'exact'],
    ['A - A = 0', 'exact'],
    ['A^0 = I', 'exact'],
    ['a^\\top = a', 'exact'],
    ['\\operatorname{tr}(a) = a', 'exact'],
    ['A x \\in \\mathbb{R}^2', 'exact'],
    ['M \\in \\mathbb{R}^{2 \\times 3}', 'exact'],
    ['\\|z\\|_\\infty \\le \\|z\\|_2', 'exact'],
    ['\\|P - Q\\|_1 = \\sum_u |P(u) - Q(u)|', 'exact'],
    ['\\|P - Q\\|_1 \\le 2', 'exact'],
    ['A_{2,1} = A_{21}', 'exact'],
    ['\\nabla_x \\|x - y\\|^2 = 2 (x - y)', 'derivative'],
    ['\\nabla_A \\log |A| = A^{-\\top}', 'derivative'],
    ['\\frac{d}{da} (x + a y) = y', 'derivative'],
  ])('%s', (tex, evidence) => expect(relations(givens, tex)).toMatchObject([{ verdict: 'holds', evidence }]));

  test('definitions of vectors have entries', () => {
    expect(relations([...givens, 'v := A x'], 'v_1 = A_{11} x_1 + A_{12} x_2')).toMatchObject([{ verdict: 'holds' }]);
  });
});

test('worlds shrink to small numbers', () => {
  const [found] = relations(givens, 'A B = B A');
  expect(found).toMatchObject({
    verdict: 'refuted',
    counterexample: { A: '((0, 0), (-1, 0))', B: '((0, 0), (0, -1))' },
    values: { left: '((0, 0), (0, 0))', right: '((0, 0), (1, 0))' },
  });
});

test('sorts', () => {
  expect(problems('A : matrix 2x9', 'x : vector in R^0', 'S : symmetric matrix 2x3').map((p) => p.message)).toEqual([
    'vectors and matrices have 1 to 4 rows and columns, not 9',
    'vectors and matrices have 1 to 4 rows and columns, not 0',
    'a matrix that is symmetric has as many columns as rows',
  ]);
  const holds = (given: string, tex: string) => expect(relations([given], tex)).toMatchObject([{ verdict: 'holds' }]);
  holds('A : symmetric positive definite matrix 3x3', '|A| > 0');
  holds('A : symmetric positive definite matrix 3×3', 'A = A^\\top');
  holds('A : symmetric matrix 2 \\times 2', 'A = A^\\top');
  holds('A : diagonal matrix 2x2', 'A_{12} = A_{21}');
  holds('A : invertible matrix 3x3', '|A|^2 > 0');
  holds('\\alpha : positive vector in R^3', '\\alpha_2 > 0');
});
