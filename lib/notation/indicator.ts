/** `\mathbb{1}[x = a]`, `\mathbf{1}\{x > 0\}`, `\mathbb{1}_{x > 0}`, `\mathbb{1}_A(x)`: 1 where the statement is true, else 0. */
import { compileEvent, indicator as toNumber, indicatorHeads } from '../meaning/event.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { tree, type Tree } from '../tex/tree.ts';
import type { Functional } from './of-laws.ts';

/** The statements between the brackets, in braces or not, which all have to be true. */
const statements = (t: Tree): readonly Tree[] => (t.op === 'list' || t.op === 'set' ? t.args.flatMap(statements) : [t]);

function of(events: readonly Tree[], scope: Scope, at: Tree): Code {
  const all = events.flatMap(statements);
  const other = all.find((t) => t.op !== 'chain' && !scope.expand(t));
  if (other)
    throw new Refusal(`“${scope.shared.print(at)}” should hold a statement, “${scope.shared.print(other)}” is none`, at.span);
  const happens = compileEvent(tree('list', all, '', at.span), scope);
  return (env) => toNumber(happens(env));
} // prettier-ignore

/** `\mathbb{1}_{x > 0}`; null for other names. */
export function compileBelow(t: Tree, scope: Scope): Code | null {
  const [base, below] = t.args as [Tree, Tree];
  if (base.op !== 'symbol' || !indicatorHeads.includes(base.text) || scope.declarations.has(base.text)) return null;
  return of([below], scope, t);
}

export const indicators: readonly Functional[] = [
  {
    heads: indicatorHeads,
    separators: '',
    below: true,
    compile: (t, scope) => {
      const [head, inside] = t.args as [Tree, Tree];
      if (head.op !== 'index') return of(inside.args, scope, t);
      if (head.args[1]!.op === 'list')
        throw new Refusal(`“${scope.shared.print(head)}” should name one set`, head.span);
      const member = (x: Tree): Tree => tree('chain', [x, tree('relation', [], '\\in', t.span), head.args[1]!], '', x.span);
      return of(inside.args.map(member), scope, t);
    },
  },
]; // prettier-ignore
