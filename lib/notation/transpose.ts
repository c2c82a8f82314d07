/** What stands above a name and is no power: `A^\top`, `A^T`, `A^{-\top}`, `\mathbb{R}^{2 \times 3}`. */
import { divide, exact } from '../number/bounded.ts';
import { asColumn, inverse, isSquare, transpose } from '../meaning/matrix.ts';
import { Misshapen, Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { isMatrix, isNumber, kindOf, type Value } from '../meaning/value.ts';
import type { Tree } from '../tex/tree.ts';

export interface Transposition {
  /** It can mean nothing else. */
  readonly sure: boolean;
  readonly inverse: boolean;
}

/** `\mathbb{R}^{2 \times 3}` is read as a power of 6. */
export const columnsOf = (t: Tree): { columns?: number; dimension?: number } => {
  const [a, b] = t.args;
  const sizes = t.op === 'multiply' && t.text === '\\times' && a!.op === 'number' && b!.op === 'number';
  return sizes ? { dimension: Number(a!.text), columns: Number(b!.text) } : {};
};

/** `\top`, and a T that nothing declares, above a matrix. */
export function transposition(t: Tree, scope: Scope): Transposition | null {
  if (t.op === 'negate') {
    const inner = transposition(t.args[0]!, scope);
    return inner && { ...inner, inverse: true };
  }
  // an upright T is not the matrix T
  const isT = t.text === 'T' && (t.op === 'word' || (t.op === 'symbol' && !scope.declarations.has('T')));
  const top = t.op === 'symbol' && ['\\top', '\\intercal'].includes(t.text);
  return top || isT ? { sure: top || t.op === 'word', inverse: false } : null;
}

export function compileTransposed(t: Tree, mark: Transposition, scope: Scope): Code {
  const inner = scope.compile(t.args[0]!);
  const due = (v: Value, what: string): never => {
    throw new (isMatrix(v) ? Misshapen : Refusal)(
      `“${scope.shared.print(t.args[0]!)}” is ${kindOf(v)}, which has no ${what}`,
      t.args[0]!.span,
    );
  };
  return (env) => {
    const said = inner(env);
    const v = asColumn(said) ?? said;
    if (isMatrix(v)) return mark.inverse ? (isSquare(v) ? transpose(inverse(v)) : due(v, 'inverse')) : transpose(v);
    if (isNumber(v) && !mark.sure) throw new Refusal('nothing given says what “T” is', t.args[1]!.span);
    return isNumber(v) ? (mark.inverse ? divide(exact(1), v) : v) : due(v, 'transpose');
  };
}
