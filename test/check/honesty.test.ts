/**
 * The evaluator reads all of a tree. Whatever part of a relation is put out for a name that nothing declares, and
 * whatever is added to a node, the relation is refused, or says something else in some world: a part that could be
 * anything would be a part that nobody reads.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Claim, claimsOf } from '../../lib/check/claim.ts';
import { type Context, makeContext } from '../../lib/check/context.ts';
import { runnable } from '../../lib/check/relation.ts';
import { Refusal } from '../../lib/meaning/refusal.ts';
import { needed, realise, worldsOf } from '../../lib/meaning/world.ts';
import { arity } from '../../lib/notation/arity.ts';
import { notations } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { readPage } from '../../lib/page/read.ts';
import { type Tree, tree } from '../../lib/tex/tree.ts';
import { relations } from './page.ts';

const WORLDS = 12;

/** What a relation says in each world; null where it has no meaning at all. */
function says(claim: Claim, context: Context): string | null {
  try {
    const relation = runnable(claim, context);
    const world = worldsOf(needed(context.generators, new Set(context.generators.map((g) => g.name))), 1);
    return Array.from({ length: WORLDS }, (_, i) => {
      try {
        const env = realise(context.generators, world(i), context.shared.slots);
        const { says: said, residual } = relation.run(env);
        const sides = relation.sides(env).map((v) => ('value' in v ? v.value : JSON.stringify(v)));
        return [said, residual, ...sides].join(' ');
      } catch (error) {
        if (error instanceof Refusal) return 'refused';
        throw error;
      }
    }).join('\n');
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const stranger = (t: Tree): Tree => tree('symbol', [], '\\zeta_{?}', t.span);

/** Parts that only hold others: no reader puts a name in their place. */
const holders = ['list', 'range', 'over', 'domain', 'by', 'row', 'relation', 'when'];

/** Every tree with one node put out for a stranger, and every tree with a stranger added to one node. */
function* damaged(t: Tree, top = true): Generator<readonly [kind: string, node: Tree, damaged: Tree]> {
  if (!top && !holders.includes(t.op)) yield ['instead of', t, stranger(t)];
  // what stands above a sign is its reason
  if (t.op !== 'relation') yield ['added to', t, { ...t, args: [...t.args, stranger(t)] }];
  for (let i = 0; i < t.args.length; i++)
    for (const [kind, node, changed] of damaged(t.args[i]!, false))
      yield [kind, node, { ...t, args: t.args.map((arg, k) => (k === i ? changed : arg)) }];
}

const silent = new Set<string>();
let tried = 0;
for (const path of globSync('test/notation/pages/*.mdx').sort()) {
  const page = readPage(readFileSync(path, 'utf8'), path);
  for (const source of page.equations) {
    const context = makeContext(source.givens);
    const reading = read(source.tex, context.names, context.words);
    for (const claim of claimsOf(reading)) {
      const before = says(claim, context);
      if (before === null || !/^(true|false)/m.test(before)) continue;
      for (const side of ['left', 'right'] as const)
        for (const [kind, node, changed] of damaged(claim[side])) {
          tried++;
          if (says({ ...claim, [side]: changed }, context) === before) silent.add(`${kind} ${node.op}`);
        }
    }
  }
}

test('no part of a tree is read by nobody', () => {
  expect(tried).toBeGreaterThan(1500);
  expect([...silent].sort()).toEqual([]);
});

test('the number of parts is known of every op', () => {
  const ops = notations.flatMap((notation) => Object.keys(notation.ops));
  expect(ops.filter((op) => !(op in arity))).toEqual([]);
});

test.each([
  [['f : smooth function', 'a, b : real'], 'f(a, b) = f(a)', '“f” is a function of one argument, here it has 2'],
  [['f : smooth function', 'a, b : real'], 'f(a; b) = f(a)', '“f” is a function of one argument, here it has 2'],
  [
    ['p(x \\mid \\theta) : family'],
    '\\mathbb{E}_{p(x, a \\mid \\theta)}[1] = 1',
    '“p” is a law of one argument, here it has 2',
  ],
])('an argument too many is refused: %s %s', (given, tex, reason) => {
  expect(relations(given, tex)[0]).toMatchObject({ verdict: 'unread', reason });
});

test('a part too many is refused with its place', () => {
  const context = makeContext([{ text: 'a : real', place: { path: 'p.md', line: 1, column: 1 } }]);
  const [claim] = claimsOf(read('a + 1 = 1 + a', context.names));
  const more = { ...claim!, left: { ...claim!.left, args: [...claim!.left.args, stranger(claim!.left)] } };
  const message = 'a node “add” has 2 parts, this one 3: one of them would be read by nobody';
  expect(() => runnable(more, context)).toThrow(new Refusal(message, claim!.left.span));
});
