/** `x_i`, `A_{ij}`, `A_{12}`, `A_{i,j}`: entries of vectors and matrices, counted from 1. */
import { exact, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { height, width } from './matrix.ts';
import { Refusal } from './refusal.ts';
import type { Env, Scope } from './scope.ts';
import { isMatrix, kindOf, type MatrixValue } from './value.ts';

export function entryOf(t: Tree, scope: Scope): (env: Env) => Bounded {
  const print = scope.shared.print;
  const base = scope.compile(t.args[0]!);
  const codes = indices(t.args[1]!).map((index) => scope.number(index));
  return (env) => {
    const held = base(env);
    if (!isMatrix(held)) throw new Refusal(`“${print(t.args[0]!)}” is ${kindOf(held)}, without entries`, t.span);
    const at = codes.map((code) => code(env).value);
    if (at.length === 3 && height(held) === TABLE * TABLE) return cell(held, at, TABLE);
    const [i, j] = width(held) === 1 && at.length === 1 ? [at[0]!, 1] : at;
    if (at.length > 2 || j === undefined)
      throw new Refusal(`“${print(t)}” should be an entry of ${kindOf(held)}, such as A_{12}`, t.span);
    // beyond the last row or column there is no value
    return i! <= height(held) && j <= width(held) ? (held.rows[i! - 1]?.[j - 1] ?? exact(NaN)) : exact(NaN);
  };
}

/** A table of three indices is kept as a matrix: below each other those of the first, each with rows and columns of this many. */
export const TABLE = 3;

const cell = (held: MatrixValue, at: readonly number[], most: number): Bounded =>
  at.every((i) => i >= 1 && i <= most)
    ? (held.rows[(at[0]! - 1) * most + at[1]! - 1]?.[at[2]! - 1] ?? exact(NaN))
    : exact(NaN);

/** `\alpha_{1i}` where `\alpha_1` is a vector: its entry i; null where it is none. */
export function splitIndex(t: Tree, scope: Scope): Tree | null {
  const [base, index] = t.args as [Tree, Tree];
  const [first, rest] =
    index.op === 'multiply' && !index.text && index.args[0]!.op === 'number'
      ? index.args
      : index.op === 'number' && /^\d\d$/.test(index.text)
        ? [...index.text].map((text) => ({ ...index, text }))
        : [];
  if (base.op !== 'symbol' || !first || !rest || !/^\d$/.test(first.text)) return null;
  const name: Tree = { ...base, text: `${base.text}_${first.text}` };
  const isVector = scope.lookup(name.text)?.role === 'matrix' || scope.expand({ ...t, args: [base, first] }) !== null;
  return isVector ? { ...t, args: [scope.declarations.has(name.text) ? name : { ...t, args: [base, first] }, rest] } : null;
} // prettier-ignore

/** One index, or two: by a comma, as a product of names, or as two digits. */
function indices(t: Tree): readonly Tree[] {
  if (t.op === 'list') return t.args;
  if (t.op === 'multiply' && !t.text) return t.args.flatMap(indices);
  if (t.op === 'number' && /^\d\d+$/.test(t.text)) return [...t.text].map((text) => ({ ...t, text }));
  return [t];
}
