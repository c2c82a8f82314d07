/**
 * `\forall x \in A : …`, `\forall x > 0, …`, and `…, \forall x \in A` after what it speaks of. Worlds are universal as they
 * are; a range says in which of them the statement is meant.
 */
import type { Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { condition, demandBeginning, readItems, wordsBetween } from './condition.ts';
import type { Notation } from './notation.ts';

const isStatement = (t: Tree): boolean => ['chain', 'iff', 'implies', 'exists', 'forall'].includes(t.op);

const read: Prefix = (p, token) => {
  demandBeginning(p, token);
  const start = p.peek().start;
  const items = readItems(p);
  if (p.accept(':')) return p.node('forall', [tree('list', items, '', p.span(start)), p.expression(power.any)], '', token.start);
  const body = items.at(-1)!;
  // \forall x \in A, f(x) > 0: what stands last is stated; \forall x \in A alone belongs to what stands before it
  const states = items.length > 1 && isStatement(body) && (items.at(-2)!.op === 'chain' || body.op !== 'chain' || body.args[1]!.text !== '\\in');
  if (!states) return p.node('forall', [tree('list', items, '', p.span(start))], '', token.start);
  return p.node('forall', [tree('list', items.slice(0, -1), '', p.span(start)), body], '', token.start);
}; // prettier-ignore

export const quantifiers: Notation = {
  name: { en: 'for all', zh: '任意' },
  meaning: {
    en: 'The relation is claimed for every value of the names, in the range that is written or given.',
    zh: '关系对名称的一切取值成立，取值范围由所写内容或已知条件规定。',
  },
  prefix: { '\\forall': read },
  infix: { '\\forall': condition('after'), ...wordsBetween },
  ops: {
    forall: {
      binds: 1,
      print: (t, print) => {
        const [names, body] = t.args;
        const all = `\\forall ${print(names!)}`;
        if (!body) return all;
        if (!t.text) return `${all} : ${print(body)}`;
        const word = t.text === 'after' ? '\\forall' : `\\text{${t.text}}`;
        return `${print(body, power.list)} \\quad ${word} ${print(names!)}`;
      },
    },
  },
  examples: [
    { tex: '\\forall x \\in A : x \\ge 0', tree: '(forall (list (chain x (relation "\\\\in") A)) (chain x (relation "\\\\ge") 0))' },
    { tex: '\\forall x > 0, \\log x < x', tree: '(forall (list (chain x (relation ">") 0)) (chain (apply "\\\\log" x) (relation "<") x))' },
    { tex: 'p(x) \\ge 0 \\quad \\forall x', tree: '(forall "after" (list x) (chain (call p (list x)) (relation "\\\\ge") 0))' },
  ],
}; // prettier-ignore
