/** Trees in which one variable, with a law found by rules, stands in place of an expression in several. */
import { sameTree, tree, type Tree } from '../tex/tree.ts';
import { derivedLaw } from './derived-law.ts';
import type { ReadLaw } from './law-code.ts';
import { randomNames } from './random-names.ts';
import type { Declaration, Env, Scope } from './scope.ts';

/** A name that no page can write. */
const PLACE = '\\derived variable';

export interface Instead {
  readonly trees: readonly Tree[];
  readonly scope: Scope;
  readonly declared: Declaration;
  /** Puts the law into its slot; false in a world where none is known. */
  readonly put: (env: Env) => boolean;
}

/**
 * The trees with one variable in place of an expression in which all that is random in them stands: each way to choose
 * that, the largest expression first.
 */
export function insteadOf(trees: readonly Tree[], scope: Scope, read: ReadLaw): readonly Instead[] {
  const found: Tree[] = [];
  for (const t of trees) collect(t, scope, read, found);
  return found.filter((part) => trees.every((t) => isCovered(t, part, scope))).map((part) => swapped(trees, part, scope, read));
} // prettier-ignore

function swapped(trees: readonly Tree[], part: Tree, scope: Scope, read: ReadLaw): Instead {
  const law = derivedLaw(part, scope, read)!;
  const [slot, lawSlot] = [scope.slot(), scope.slot()];
  const declared: Declaration = { name: PLACE, role: 'random', slot, lawSlot, arguments: [], apart: true };
  const put = (t: Tree): Tree =>
    sameTree(t, part) ? tree('symbol', [], PLACE, t.span) : { ...t, args: t.args.map(put) };
  return {
    trees: trees.map(put),
    scope: scope.declare(declared),
    declared,
    put: (env) => {
      const own = law(env);
      if (own) env[lawSlot] = own;
      return own !== null;
    },
  };
}

/** The parts of `t` with laws by rules, each once. */
function collect(t: Tree, scope: Scope, read: ReadLaw, found: Tree[]): void {
  if (randomNames(t, scope).size === 0) return;
  if (!found.some((part) => sameTree(part, t)) && derivedLaw(t, scope, read)) found.push(t);
  if (!scope.expand(t) && !binders.has(t.op)) for (const arg of t.args) collect(arg, scope, read, found);
}

/** What stands below these may have other values than the name outside. */
const binders = new Set(['sum', 'product', 'expectation', 'integral', 'limit']);

/** Nothing random stands outside of the part. */
function isCovered(t: Tree, part: Tree, scope: Scope): boolean {
  if (sameTree(t, part) || randomNames(t, scope).size === 0) return true;
  if (scope.expand(t) || t.args.length === 0 || binders.has(t.op)) return false;
  return t.args.every((arg) => isCovered(arg, part, scope));
}
