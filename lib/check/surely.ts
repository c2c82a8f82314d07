/**
 * `X \le Y \implies \mathrm{E}(X) \le \mathrm{E}(Y)`: what is said of random variables beside what is said of their laws is
 * meant with probability 1. Of two statements about variables alone, such as Y = g(X) and X = g^{-1}(Y), each outcome counts.
 */
import { namesIn } from '../meaning/random-names.ts';
import type { Scope } from '../meaning/scope.ts';
import { tree, type Tree } from '../tex/tree.ts';

const isOfVariables = (t: Tree, scope: Scope): boolean =>
  [...namesIn([t], scope).values()].some((declared) => declared.role === 'random' && !declared.vector);

/** `\Pr(A) = 1` for each statement A of the side. */
function certain(t: Tree): Tree {
  if (t.op !== 'chain') return { ...t, args: t.args.map(certain) };
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, t.span);
  const chance = node('call', [node('symbol', [], '\\Pr'), node('list', [t])]);
  return node('chain', [chance, node('relation', [], '='), node('number', [], '1')]);
}

/** The two sides of a statement that joins others, as they are meant. */
export function meantSurely(left: Tree, right: Tree, scope: Scope): readonly [Tree, Tree] {
  const [a, b] = [isOfVariables(left, scope), isOfVariables(right, scope)];
  if (a === b) return [left, right];
  return a ? [certain(left), right] : [left, certain(right)];
}
