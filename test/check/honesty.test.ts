/**
 * The evaluator reads all of a tree. Whatever part of a relation is put out for a name that nothing declares, and
 * whatever is added to a node, the relation is refused, or says something else in some world: a part that could be
 * anything would be a part that nobody reads.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claimsOf } from '../../lib/check/claim.ts';
import { makeContext } from '../../lib/check/context.ts';
import { runnable } from '../../lib/check/relation.ts';
import { Refusal } from '../../lib/meaning/refusal.ts';
import { arity } from '../../lib/notation/arity.ts';
import { notations } from '../../lib/notation/index.ts';
import { read } from '../../lib/notation/statement.ts';
import { readPage } from '../../lib/page/read.ts';
import { relations } from './page.ts';
import { estrange, type Found, stranger } from './strangers.ts';

const found: Found = { tried: 0, unnoticed: new Set() };
for (const path of globSync('test/notation/pages/*.mdx').sort()) {
  const page = readPage(readFileSync(path, 'utf8'), path);
  for (const source of page.equations) {
    const context = makeContext(source.givens);
    for (const claim of claimsOf(read(source.tex, context.names, context.words))) estrange(claim, context, found);
  }
}

test('no part of a tree is read by nobody', () => {
  expect(found.tried).toBeGreaterThan(1500);
  expect([...found.unnoticed].sort()).toEqual([]);
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

test('a part that is not of its kind is refused', () => {
  const context = makeContext([{ text: 'P : pmf', place: { path: 'p.md', line: 1, column: 1 } }]);
  const [claim] = claimsOf(read('\\mathbb{E}_{x \\sim P}[x] = 1', context.names));
  const more = { ...claim!, left: { ...claim!.left, args: [...claim!.left.args, stranger(claim!.left)] } };
  expect(() => runnable(more, context)).toThrow('a part of this node “expectation” is none that it reads');
});

test('a part too many is refused with its place', () => {
  const context = makeContext([{ text: 'a : real', place: { path: 'p.md', line: 1, column: 1 } }]);
  const [claim] = claimsOf(read('a + 1 = 1 + a', context.names));
  const more = { ...claim!, left: { ...claim!.left, args: [...claim!.left.args, stranger(claim!.left)] } };
  const message = 'a node “add” has 2 parts, this one 3: one of them would be read by nobody';
  expect(() => runnable(more, context)).toThrow(new Refusal(message, claim!.left.span));
});
