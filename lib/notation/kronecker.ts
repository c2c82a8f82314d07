/** `A \otimes B`, `\mathrm{vec}(A)`, `\mathrm{diag}(x)`: matrices made of the entries of others. */
import { exact, type Bounded } from '../number/bounded.ts';
import { asColumn, collapsed, entries, height, isSquare, isVector, kroneckerOf, matrix, stacked } from '../meaning/matrix.ts'; // prettier-ignore
import { Misshapen, Refusal } from '../meaning/refusal.ts';
import type { Scope } from '../meaning/scope.ts';
import { isNumber, kindOf, type MatrixValue, type Value } from '../meaning/value.ts';
import { type Infix, power } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import { named } from './matrix.ts';
import type { Notation, Op } from './notation.ts';

/** A C \otimes B D is (A C) \otimes (B D), as the rule of mixed products is written. */
const TIMES = power.sum + 5;

const times: Infix = {
  power: TIMES,
  parse: (p, left) => p.node('kronecker', [left, p.expression(TIMES)], '', left.span.start),
};

/** As a matrix; a number is one of a single entry. */
const asMatrix = (v: Value): MatrixValue | null => (isNumber(v) ? matrix([[v]]) : asColumn(v));

function matrixIn(t: Tree, scope: Scope): (env: Parameters<ReturnType<Scope['compile']>>[0]) => MatrixValue {
  const code = scope.compile(t);
  return (env) => {
    const v = code(env);
    const found = asMatrix(v);
    if (found) return found;
    throw new Refusal(`“${scope.shared.print(t)}” is ${kindOf(v)} where a vector or a matrix is due`, t.span);
  };
}

/** A matrix with the entries on its diagonal, or the diagonal of a matrix as a matrix. */
function diagonalOf(a: MatrixValue): MatrixValue {
  const list = isVector(a) || height(a) === 1 ? entries(a) : a.rows.map((row, i) => row[i]!);
  const zero: Bounded = exact(0);
  return matrix(list.map((x, i) => list.map((_, j) => (i === j ? x : zero))));
}

const ofMatrix = (name: string, f: (a: MatrixValue, t: Tree, scope: Scope) => Value): Op => ({
  binds: 95,
  print: (t, print) => `\\mathrm{${name}}\\left(${print(t.args[0]!)}\\right)`,
  compile: (t, scope) => {
    const inner = matrixIn(t.args[0]!, scope);
    return (env) => f(inner(env), t, scope);
  },
});

export const kronecker: Notation = {
  name: { en: 'products of Kronecker, vec and diag', zh: '克罗内克积、向量化与对角矩阵' },
  meaning: {
    en: 'Each entry of the first matrix times the whole of the second; the columns of a matrix below each other; a matrix with entries on its diagonal only.',
    zh: '第一个矩阵的每个元素乘以整个第二个矩阵；将矩阵的各列依次叠成一列；只有对角线上有元素的矩阵。',
  },
  prefix: { vec: named('vec', '\\mathrm{vec}'), diag: named('diagonal', '\\mathrm{diag}') },
  infix: { '\\otimes': times },
  ops: {
    kronecker: {
      binds: TIMES,
      print: (t, print) => `${print(t.args[0]!, TIMES)} \\otimes ${print(t.args[1]!, TIMES + 1)}`,
      compile: (t, scope) => {
        const [a, b] = [matrixIn(t.args[0]!, scope), matrixIn(t.args[1]!, scope)];
        return (env) => collapsed(kroneckerOf(a(env), b(env)).rows);
      },
    },
    vec: ofMatrix('vec', (a) => collapsed(stacked(a).rows)),
    diagonal: ofMatrix('diag', (a, t, scope) => {
      if (isSquare(a) || isVector(a) || height(a) === 1) return collapsed(diagonalOf(a).rows);
      throw new Misshapen(`“${scope.shared.print(t.args[0]!)}” is ${kindOf(a)}, which has no diagonal`, t.args[0]!.span);
    }),
  },
  examples: [
    { tex: 'A C \\otimes B D', tree: '(kronecker (multiply A C) (multiply B D))' },
    { tex: '\\mathrm{vec}(A)', tree: '(vec "\\\\mathrm{vec}" A)' },
    { tex: '\\sigma^2 \\, \\mathrm{diag}(x)', tree: '(multiply (power \\sigma 2) (diagonal "\\\\mathrm{diag}" x))' },
  ],
}; // prettier-ignore
