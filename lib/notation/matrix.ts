/** `\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, `\left[ \begin{matrix} a \\ b \end{matrix} \right]`, `\operatorname{tr}(A)`, `\det A`, `\|x\|`, `\|x\|_1`, `\|A\|_F`. */
import { abs, type Bounded } from '../number/bounded.ts';
import { asColumn, collapsed, determinant, entries, height, isSquare, norms, trace, width } from '../meaning/matrix.ts';
import { Misshapen, Refusal } from '../meaning/refusal.ts';
import type { Scope } from '../meaning/scope.ts';
import { isMatrix, isNumber, kindOf, type MatrixValue, type Value } from '../meaning/value.ts';
import { type Parser, type Prefix, power } from '../tex/parser.ts';
import { tree, type Tree } from '../tex/tree.ts';
import type { Notation, Op } from './notation.ts';
import { compileDotted, hasDots } from './dotted-matrix.ts';
import { words } from './set.ts';

const environments = ['pmatrix', 'bmatrix', 'vmatrix'];

/** Entries without brackets of their own are a matrix between brackets that hold nothing else. */
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|', '\\lvert': '\\rvert' };

const bare = (name: 'matrix' | 'array'): Prefix => (p, token) => {
  const before = p.peek(-2);
  if (name === 'array') {
    p.expect('{', 'after \\begin{array}', 'write \\begin{array}{cc}');
    while (!p.is('}') && p.peek().kind !== 'end') p.take();
    p.expect('}', 'after the columns');
  }
  const found = literal(name)(p, token);
  if (before === token || !closing[before.text] || !p.is(closing[before.text]!))
    throw p.error('entries in rows without brackets around them', token, 'write \\begin{pmatrix} … \\end{pmatrix}');
  const text = before.text === '(' ? 'pmatrix' : before.text === '[' ? 'bmatrix' : 'matrix';
  return { ...found, text };
}; // prettier-ignore

/** An entry that is nothing but dots. */
const dots = (p: Parser): Tree | null =>
  p.attempt(() => {
    const sign = p.accept('\\dots', '\\vdots', '\\ddots');
    if (!sign || !(p.is('&', '\\\\') || p.peek().text.startsWith('\\end{'))) return null;
    return p.node('dots', [], sign.text === '\\dots' ? '' : sign.text, sign.start);
  });

const literal = (name: string): Prefix => (p, token) => {
  const end = `\\end{${name}}`;
  const rows: Tree[] = [];
  do {
    if (p.is(end)) break;
    const start = p.peek().start;
    const cells: Tree[] = [];
    do cells.push(dots(p) ?? p.free(() => p.expression(power.any)));
    while (p.accept('&'));
    rows.push(tree('row', cells, '', p.span(start)));
  } while (p.accept('\\\\'));
  p.expect(end, 'after the last row');
  const odd = rows.find((row) => row.args.length !== rows[0]!.args.length);
  if (odd) throw p.error(`this row has ${odd.args.length} entries, the first has ${rows[0]!.args.length}`, odd.span);
  if (!rows.length) throw p.error('this matrix has no entries', token);
  return p.node('matrix', rows, name, token.start);
}; // prettier-ignore

const compileLiteral: Op['compile'] = (t, scope) => {
  const cells = t.args.map((row) => row.args);
  if (hasDots(cells)) {
    const dotted = compileDotted(cells, t, scope);
    if (t.text !== 'vmatrix') return dotted;
    return (env) => {
      const v = dotted(env);
      return isMatrix(v) ? determinantOf(v, t) : v;
    };
  }
  const rows = t.args.map((row) => row.args.map((cell) => scope.compile(cell)));
  return (env) => {
    const values = blocks(rows.map((row) => row.map((cell) => inBlock(cell(env)))), t, scope);
    return t.text === 'vmatrix' ? determinantOf({ kind: 'matrix', rows: values }, t) : collapsed(values);
  };
}; // prettier-ignore

/** A list of numbers, such as a sample, is a column among blocks. */
const inBlock = (v: Value): Value => (isNumber(v) ? v : (asColumn(v) ?? v));

/** Entries that are vectors or matrices stand side by side as blocks; among them 0 is as large as its row and column ask. */
function blocks(cells: readonly (readonly Value[])[], t: Tree, scope: Scope): MatrixValue['rows'] {
  if (cells.every((row) => row.every(isNumber))) return cells as MatrixValue['rows'];
  const sizeOf = (cell: Value, of: (a: MatrixValue) => number): number => (isMatrix(cell) ? of(cell) : isNumber(cell) && !isZero(cell) ? 1 : 0);
  const heights = cells.map((row) => Math.max(1, ...row.map((cell) => sizeOf(cell, height))));
  const widths = cells[0]!.map((_, j) => Math.max(1, ...cells.map((row) => sizeOf(row[j]!, width))));
  const block = (cell: Value, i: number, j: number): MatrixValue['rows'] => {
    const [h, w] = [heights[i]!, widths[j]!];
    if (isMatrix(cell) && height(cell) === h && width(cell) === w) return cell.rows;
    if (isNumber(cell) && (isZero(cell) || (h === 1 && w === 1))) return Array.from({ length: h }, () => Array.from({ length: w }, () => cell));
    const entry = t.args[i]!.args[j]!;
    throw new Misshapen(`“${scope.shared.print(entry)}” is ${kindOf(cell)} where a block of ${h} × ${w} is due`, entry.span);
  };
  return cells.flatMap((row, i) => {
    const parts = row.map((cell, j) => block(cell, i, j));
    return Array.from({ length: heights[i]! }, (_, k) => parts.flatMap((part) => part[k]!));
  });
} // prettier-ignore

const isZero = (v: Bounded): boolean => v.value === 0 && v.error === 0;

export function determinantOf(a: MatrixValue, t: Tree): Bounded {
  if (!isSquare(a)) throw new Misshapen(`${kindOf(a)} has no determinant`, t.span);
  return determinant(a.rows);
}

/** A function of a square matrix; that of a number is the number. */
const ofMatrix = (f: (a: MatrixValue, t: Tree) => Bounded): Op => ({
  binds: 95,
  print: (t, print) => `${t.text}\\left(${print(t.args[0]!)}\\right)`,
  compile: (t, scope) => {
    const inner = scope.compile(t.args[0]!);
    return (env) => {
      const v = inner(env);
      if (isNumber(v)) return v;
      if (isMatrix(v) && isSquare(v)) return f(v, t);
      throw new (isMatrix(v) ? Misshapen : Refusal)(
        `“${scope.shared.print(t.args[0]!)}” is ${kindOf(v)}, not a square matrix`,
        t.args[0]!.span,
      );
    };
  },
});

/** They take one factor, as \log does. */
export const named = (op: string, name: string): Prefix => (p, token) => {
  if (token.kind === 'letter' || p.names.declared(token.text)) return words.prefix!['word']!(p, token);
  if (!p.startsOperand()) throw p.error(`${name} needs an argument`, token, `write ${name}(A)`);
  const open = p.accept('(', '[');
  if (!open) return p.node(op, [p.expression(power.factor)], name, token.start);
  const inner = p.free(() => p.expression(power.any));
  p.close(open.text === '(' ? ')' : ']', open);
  return p.node(op, [inner], name, token.start);
}; // prettier-ignore

const norm = (end: string): Prefix => {
  const closes = (q: Parser) => q.is(end);
  return (p, token) => {
    const inner = p.free(() => p.until(closes, power.any), end === token.text);
    p.close(end, token);
    const index = p.accept('_') ? [p.group('_')] : [];
    return p.node('norm', [inner, ...index], '', token.start);
  };
};

/** The numbers of which a norm is taken; null where the value has none. */
function numbersIn(v: Value): readonly Bounded[] | null {
  if (isMatrix(v)) return entries(v);
  if (isNumber(v)) return null;
  if (v.kind === 'list') return v.items.every(isNumber) ? v.items : null;
  return v.kind === 'finite' ? v.probabilities : null;
}

const compileNorm: Op['compile'] = (t, scope: Scope) => {
  const [body, index] = t.args as [Tree, Tree?];
  const written = scope.shared.print(t);
  const inner = scope.compile(body);
  const which = index?.text ?? '2';
  if (which !== 'F' && !norms[which])
    throw new Refusal(`“${written}” is not read: norms have 1, 2, \\infty or F below them`, index!.span);
  return (env) => {
    const v = inner(env);
    if (isNumber(v)) return abs(v);
    const list = numbersIn(v);
    if (!list) throw new Refusal(`“${scope.shared.print(body)}” is ${kindOf(v)}, which has no norm`, body.span);
    const flat = !isMatrix(v) || width(v) === 1 || height(v) === 1;
    if (flat === (which === 'F'))
      throw new Refusal(
        flat ? `“${written}” is for matrices: write \\|x\\|` : `“${written}” may be one of several norms of a matrix: write \\|A\\|_F`,
        t.span,
      );
    return norms[flat ? which : '2']!(list);
  };
}; // prettier-ignore

export const matrices: Notation = {
  name: { en: 'vectors and matrices', zh: '向量与矩阵' },
  meaning: {
    en: 'Matrices, their products, transposes, inverses, traces and determinants, and norms of vectors.',
    zh: '矩阵及其乘积、转置、逆、迹与行列式，以及向量的范数。',
  },
  prefix: {
    ...Object.fromEntries(environments.map((name) => [`\\begin{${name}}`, literal(name)])),
    '\\begin{matrix}': bare('matrix'),
    '\\begin{array}': bare('array'),
    '\\det': named('determinant', '\\det'),
    det: named('determinant', '\\det'),
    tr: named('trace', '\\operatorname{tr}'),
    Tr: named('trace', '\\operatorname{Tr}'),
    '‖': norm('‖'),
    '\\lVert': norm('\\rVert'),
  },
  ops: {
    matrix: {
      binds: 100,
      print: (t, print) => `\\begin{${t.text}} ${t.args.map((row) => print(row)).join(' \\\\ ')} \\end{${t.text}}`,
      compile: compileLiteral,
    },
    row: { binds: 100, print: (t, print) => t.args.map((cell) => print(cell)).join(' & ') },
    determinant: ofMatrix(determinantOf),
    trace: ofMatrix(trace),
    norm: {
      binds: 100,
      print: (t, print) => `\\left\\|${print(t.args[0]!)}\\right\\|${t.args[1] ? `_{${print(t.args[1])}}` : ''}`,
      compile: compileNorm,
    },
  },
  examples: [
    { tex: '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} x', tree: '(multiply (matrix "pmatrix" (row a b) (row c d)) x)' },
    { tex: '\\left[ \\begin{matrix} a \\\\ b \\end{matrix} \\right]', tree: '(matrix "bmatrix" (row a) (row b))' },
    { tex: '\\begin{pmatrix} x_1 \\\\ \\vdots \\\\ x_n \\end{pmatrix}', tree: '(matrix "pmatrix" (row (index x 1)) (row (dots "\\\\vdots")) (row (index x n)))' },
    { tex: '\\operatorname{tr}(A B) + 1', tree: '(add (trace "\\\\operatorname{tr}" (multiply A B)) 1)' },
    { tex: '\\det A \\det B', tree: '(multiply (determinant "\\\\det" A) (determinant "\\\\det" B))' },
    { tex: '\\frac12 \\|x - y\\|^2', tree: '(multiply (divide 1 2) (power (norm (subtract x y)) 2))' },
    { tex: '\\lVert x \\rVert_1 \\|y\\|_\\infty', tree: '(multiply (norm x 1) (norm y \\infty))' },
    { tex: 'x^\\top A^{-1} y', tree: '(multiply (multiply (power x \\top) (power A (negate 1))) y)' },
  ],
}; // prettier-ignore
