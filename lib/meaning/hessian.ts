/** The matrix of second derivatives of a number by several variables. */
import { exact } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { differentiate, type Variable } from './differentiate.ts';
import { collapsed } from './matrix.ts';
import { Refusal } from './refusal.ts';
import type { Code, Env, Scope } from './scope.ts';
import { isNumber, kindOf, type Value } from './value.ts';

/** Throws Refusal where the body is no number: its second derivatives would not lie in a plane. */
export function hessianOf(code: Code, all: readonly Variable[], env: Env, body: Tree, scope: Scope): Value {
  const number = (v: Value) => {
    if (isNumber(v)) return v;
    throw new Refusal(`“${scope.shared.print(body)}” is ${kindOf(v)}; second derivatives are of a number`, body.span);
  };
  const rows = all.map(() => all.map(() => exact(NaN)));
  all.forEach((a, i) => {
    rows[i]![i] = number(differentiate(code, a, 2, env, body));
    all.slice(0, i).forEach((b, j) => {
      const slope: Code = (inner) => differentiate(code, b, 1, inner, body);
      rows[i]![j] = rows[j]![i] = number(differentiate(slope, a, 1, env, body));
    });
  });
  return collapsed(rows);
}
