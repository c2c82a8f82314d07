/**
 * What is costly and does not move is worked out once: an expectation inside another one, such as \mathrm{E}(X) in
 * \mathrm{Var}(X), has the same value for each outcome of the outer one. To ask which enclosing notations move what was
 * rejected: a notation that forgot to say so would leave a stale value.
 */
import type { Tree } from '../tex/tree.ts';
import { kept, type Declaration, type Env, type Scope } from './scope.ts';
import type { Value } from './value.ts';
import { leeway } from '../number/precision.ts';

interface Search {
  readonly slots: Set<number>;
  readonly seen: Set<string>;
  /** Names that the value moves itself. */
  readonly moved: ReadonlySet<string>;
}

/** Takes down the slots from which the value of `t` is made. */
function search(t: Tree, scope: Scope, found: Search): void {
  const expanded = scope.expand(t);
  if (expanded) return search(expanded.body, expanded.scope, found);
  for (const name of namesAt(t, scope)) {
    const declared = scope.declarations.get(name);
    if (declared) searchName(declared, scope, found);
    const position = scope.positions.get(name);
    if (position !== undefined) found.slots.add(position);
  }
  for (const arg of t.args) search(arg, scope, found);
}

function namesAt(t: Tree, scope: Scope): readonly string[] {
  if (t.op === 'symbol' || t.op === 'word') return [t.text, `${t.text}_\\cdot`];
  return t.op === 'index' ? [scope.shared.print(t)] : [];
}

function searchName(declared: Declaration, scope: Scope, found: Search): void {
  if (found.seen.has(declared.name)) return;
  found.seen.add(declared.name);
  if (!found.moved.has(declared.name)) found.slots.add(declared.slot);
  for (const slot of [declared.lawSlot, declared.joint?.slot]) if (slot !== undefined) found.slots.add(slot);
  if (declared.moved) search(declared.given!.law, scope, found);
  const size = declared.size === undefined ? undefined : scope.declarations.get(declared.size);
  if (size) found.slots.add(size.slot);
  if (declared.of) search(declared.of, scope, found);
}

/** Whether the value of `t` is made from what a slot holds, by its own names or by the laws that those are given to have. */
export function isMadeFrom(t: Tree, slot: number, scope: Scope): boolean {
  const found: Search = { slots: new Set(), seen: new Set(), moved: new Set() };
  search(t, scope, found);
  return found.slots.has(slot);
}

/** `value` of the trees, worked out again only where a slot holds another value than last time, or it has to come nearer. */
export function remembered<T extends Value>(
  value: (env: Env) => T,
  trees: readonly Tree[],
  scope: Scope,
  moved: readonly string[] = [],
): (env: Env) => T {
  const found: Search = { slots: new Set(), seen: new Set(), moved: new Set(moved) };
  for (const t of trees) search(t, scope, found);
  const watched = [...found.slots];
  let last: Env | null = null;
  let held: readonly (Value | undefined)[] = [];
  let open = 0;
  let result: T;
  return (env) => {
    const asked = leeway();
    if (env === last && open <= asked && watched.every((slot, i) => kept(env, slot) === held[i])) return result;
    result = value(env);
    last = env;
    open = asked;
    held = watched.map((slot) => kept(env, slot));
    return result;
  };
}
