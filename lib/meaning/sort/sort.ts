/** One kind of thing a name can be declared as: what it draws, what it means, and how it is said to the reader. */
import type fc from 'fast-check';
import { baseOf, type Tree } from '../../tex/tree.ts';
import type { Declaration, Env, Role, Scope } from '../scope.ts';
import type { Law } from '../value.ts';
import type { NumberKind, Shape } from '../world.ts';

export interface Sort {
  readonly name: string;
  /** The whole text after the colon. */
  readonly pattern: RegExp;
  readonly declare: (names: readonly Tree[], match: RegExpExecArray, context: Context) => void;
  /** A sentence for the reader; `$` stands for the names, `{one|many}` for words that follow their number. */
  readonly sentence: { readonly en: string; readonly zh: string };
  readonly examples: readonly string[];
}

/** What a sort may do while a line is being declared. */
export interface Context {
  readonly print: (t: Tree) => string;
  readonly slot: () => number;
  readonly add: (d: Omit<Declaration, 'arguments'> & { arguments?: readonly string[] }) => void;
  readonly generate: <T>(g: {
    name: string;
    needs?: readonly string[];
    arbitrary: fc.Arbitrary<T>;
    number?: NumberKind;
    between?: (a: T, b: T, t: number) => T;
    realise: (raw: T, env: Env, shape: Shape) => void;
  }) => void;
  /** LaTeX inside a sort, such as the law in `outcome of p(x)`, with the names that it needs. */
  readonly tex: (source: string) => Tree;
  readonly namesIn: (t: Tree) => readonly string[];
  /** The law that a tree means, compiled when the first world is made (all givens are known then). */
  readonly law: (t: Tree) => (env: Env) => Law;
  readonly scope: () => Scope;
  /** The slot of a name, once all givens are known: a later line may say anew what it is. */
  readonly slotOf: (name: string) => () => number;
  /** Slots of the names declared earlier with the role, for corners such as P = Q. */
  readonly earlier: (role: Role) => readonly number[];
  readonly fail: (message: string) => never;
}

/** Name and arguments of a declared law: `p(x \mid \theta)` is p with argument x and parameter \theta. */
export interface Head {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly parameter?: string;
  /** All that stands after its bar or below it. */
  readonly conditions?: readonly string[];
}

export function headOf(t: Tree, context: Context): Head {
  if (t.op === 'symbol' || t.op === 'word') return { name: t.text, arguments: [] };
  if (t.op === 'index') {
    const parameter = context.print(t.args[1]!);
    return { name: t.args[0]!.text, arguments: [], parameter, conditions: [parameter] };
  }
  if (t.op !== 'call') return context.fail(`“${context.print(t)}” cannot be declared as a name`);
  const [head, first, condition] = t.args as [Tree, Tree, Tree?];
  const below = head.op === 'index' ? head.args[1] : undefined;
  const parameter = condition?.args[0] ?? below;
  const conditions = [...(condition?.args ?? []), ...(below ? [below] : [])];
  return {
    name: baseOf(head).text,
    arguments: first.args.map(context.print),
    ...(parameter ? { parameter: context.print(parameter), conditions: conditions.map(context.print) } : {}),
  };
}
