/** The shapes of sums over a sample: which have terms of one law, and which are of the mean of all its members. */
import { sameTree, tree, type Tree } from '../tex/tree.ts';
import { randomNames } from './random-names.ts';
import type { Scope } from './scope.ts';

/** The name of the sample, of a source such as `X[i]`. */
export const nameOf = (source: string): string => source.replace(/\[.*\]$/, '');

/** Whether the sums run over all members of the sample. */
export const isWholeSample = (source: string, high: Tree, scope: Scope): boolean =>
  scope.declarations.get(nameOf(source))?.size === scope.shared.print(high);

/** Whether `t` is a multiple of the member `X_i`, or that less a number. */
export function isLine(t: Tree, variable: Tree, scope: Scope): boolean {
  if (randomNames(t, scope).size === 0) return true;
  if (t.op === 'index') return sameTree(t.args[1]!, variable);
  const [a, b] = t.args as [Tree, Tree?];
  if (t.op === 'add' || t.op === 'subtract') return isLine(a, variable, scope) && isLine(b!, variable, scope);
  if (t.op === 'multiply' || t.op === 'divide') return t.args.filter((arg) => randomNames(arg, scope).size > 0).length === 1 && randomNames(t.op === 'divide' ? b! : tree('list', [], '', t.span), scope).size === 0 && t.args.every((arg) => isLine(arg, variable, scope));
  return false;
} // prettier-ignore

/** X_i, where `t` is \frac{1}{n} \sum_{i=1}^n X_i. */
export function meanOver(t: Tree, n: Tree): Tree | null {
  const [a, b] = t.args as [Tree, Tree];
  const share = t.op === 'multiply' && a.op === 'divide' && a.args[0]!.text === '1' ? a.args[1]! : b;
  const sum = t.op === 'multiply' ? b : a;
  if (!['multiply', 'divide'].includes(t.op) || !sameTree(share, n) || sum.op !== 'sum') return null;
  const [range, body] = sum.args as [Tree, Tree];
  const whole = range.op === 'range' && range.args[1]!.text === '1' && sameTree(range.args[2]!, n);
  return whole && body.op === 'index' && sameTree(body.args[1]!, range.args[0]!) ? body : null;
}

/** Whether `t` has the index below samples only, so that all terms have one law. */
export function isAlike(t: Tree, variable: Tree, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return isAlike(expanded.body, variable, expanded.scope);
  if (t.op === 'index' && sameTree(t.args[1]!, variable)) return scope.declarations.has(`${t.args[0]!.text}_\\cdot`) && scope.declarations.get(`${t.args[0]!.text}_\\cdot`)!.role === 'sample'; // prettier-ignore
  return !sameTree(t, variable) && t.args.every((arg) => isAlike(arg, variable, scope));
}
