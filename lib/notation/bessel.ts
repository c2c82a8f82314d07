/** `I_0(x)`, `I_1(x)`: modified Bessel functions of the first kind, unless the givens say what I is. */
import { logBesselI } from '../number/bessel.ts';
import { exp } from '../number/bounded.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Tree } from '../tex/tree.ts';

/** Null: another call. */
export function compileBessel(t: Tree, scope: Scope): Code | null {
  const [head, first, ...more] = t.args as [Tree, Tree, ...Tree[]];
  if (head.op !== 'index' || head.args[0]!.text !== 'I' || scope.declarations.has('I')) return null;
  const order = head.args[1]!;
  if (order.op !== 'number') return null;
  if (!['0', '1'].includes(order.text) || first.args.length !== 1 || more.length > 0)
    throw new Refusal(`“${scope.shared.print(t)}” is read as a Bessel function of order 0 or 1 of one argument only`, t.span);
  const n = order.text === '0' ? 0 : 1;
  const argument = scope.number(first.args[0]!);
  const log: NonNullable<Code['log']> = (env) => logBesselI(n, argument(env));
  return Object.assign(((env) => exp(log(env))) as Code, { log });
} // prettier-ignore
