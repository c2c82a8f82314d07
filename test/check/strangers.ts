/**
 * Is every part of a tree read? A part that could be anything would be one that nobody reads: so each part is put out for
 * a name that nothing declares, and such a name is added to each node.
 */
import type { Claim } from '../../lib/check/claim.ts';
import type { Context } from '../../lib/check/context.ts';
import { runnable, type Runnable } from '../../lib/check/relation.ts';
import { print } from '../../lib/notation/index.ts';
import { Refusal } from '../../lib/meaning/refusal.ts';
import { needed, realise, worldsOf } from '../../lib/meaning/world.ts';
import { sameTree, type Tree, tree, walk } from '../../lib/tex/tree.ts';

const WORLDS = 12;
export const stranger = (t: Tree): Tree => tree('symbol', [], '\\zeta_{?}', t.span);

/** Parts that only hold others: no reader puts a name in their place. */
const holders = ['list', 'range', 'over', 'domain', 'by', 'row', 'relation', 'when'];

/** A variable that what it binds does not mention may have any name: \\sum_{i=1}^n X. */
const isIdle = (t: Tree): boolean => {
  const [range, body] = t.args;
  return (
    Boolean(body) &&
    ['range', 'over'].includes(range!.op) &&
    ![...walk(body!)].some((one) => sameTree(one, range!.args[0]!))
  );
};

/** Every tree with one node put out for a stranger, and every tree with a stranger added to one node. */
function* damaged(t: Tree, top = true): Generator<readonly [kind: string, node: Tree, damaged: Tree]> {
  if (!top && !holders.includes(t.op)) yield ['instead of', t, stranger(t)];
  // what stands above a sign is its reason
  if (t.op !== 'relation') yield ['added to', t, { ...t, args: [...t.args, stranger(t)] }];
  for (let i = 0; i < t.args.length; i++)
    for (const [kind, node, changed] of damaged(t.args[i]!, false))
      if (!(i === 0 && isIdle(t) && node === t.args[0]!.args[0]))
        yield [kind, node, { ...t, args: t.args.map((arg, k) => (k === i ? changed : arg)) }];
}

/** The claim with a stranger in one of its trees: its sides, and the ranges under \forall. */
function* strange(claim: Claim): Generator<readonly [kind: string, node: Tree, claim: Claim]> {
  for (const side of ['left', 'right'] as const)
    for (const [kind, node, changed] of damaged(claim[side])) yield [kind, node, { ...claim, [side]: changed }];
  for (const [i, range] of claim.forall.entries())
    for (const [kind, node, changed] of damaged(range))
      yield [kind, node, { ...claim, forall: claim.forall.map((one, k) => (k === i ? changed : one)) }];
}

/** What a relation says in each world, one by one; null where it has no meaning at all. */
function says(claim: Claim, context: Context): ((world: number) => string) | null {
  let relation: Runnable;
  try {
    relation = runnable(claim, context);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  const world = worldsOf(needed(context.generators, new Set(context.generators.map((g) => g.name))), 1);
  const said: string[] = [];
  const inWorld = (i: number): string => {
    try {
      const env = realise(context.generators, world(i), context.shared.slots);
      const { says: verdict, residual } = relation.run(env);
      const sides = relation.sides(env).map((v) => ('value' in v ? v.value : JSON.stringify(v)));
      return [verdict, residual, ...sides].join(' ');
    } catch (error) {
      if (error instanceof Refusal) return 'refused';
      throw error;
    }
  };
  return (i) => (said[i] ??= inWorld(i));
}

export interface Found {
  /** Strangers that were tried. */
  tried: number;
  /** Where nobody noticed one: how it was put there, and the op of the node. */
  readonly unnoticed: Set<string>;
}

/** Tries strangers in every place of a claim that means something. */
export function estrange(claim: Claim, context: Context, found: Found): void {
  const before = says(claim, context);
  const worlds = Array.from({ length: WORLDS }, (_, i) => i);
  if (!before || !worlds.some((i) => /^(true|false)/.test(before(i)))) return;
  for (const [kind, node, changed] of strange(claim)) {
    found.tried++;
    const after = says(changed, context);
    if (after && worlds.every((i) => after(i) === before(i)))
      found.unnoticed.add(
        `${kind} ${print(node)} in ${[changed.left, changed.sign, changed.right].map((t) => print(t)).join(' ')}`,
      );
  }
}
