/**
 * What may stand below `\sum` and `\prod`: one range or several, such as `x \in A, y \in B` and `1 \le i < j \le n`, and
 * conditions on what runs over them, such as `t \in A, t \le x`, also one below the other by `\overset`.
 * Conditions stand in the tree with the terms that they choose from, where the names that they speak of are bound.
 */
import { compileEvent, type Verdict } from '../meaning/event.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Env, Scope } from '../meaning/scope.ts';
import type { Parser } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import { itemsOf, tree, type Tree } from '../tex/tree.ts';
import type { Op, Print } from './notation.ts';
import { boundedName, printRange, readRange } from './range.ts';

export interface Ranges {
  readonly ranges: readonly Tree[];
  readonly conditions: readonly Tree[];
}

/** What stands in the braces below the sign, both rows of it in one list. */
function readBelow(p: Parser): readonly Tree[] | null {
  return p.attempt(() => {
    if (!p.accept('_')) return null;
    const open = p.accept('{');
    const above = p.accept('\\overset');
    if (!open && !above) return null;
    const items = above
      ? [p.group('\\overset'), p.group('\\overset')].flatMap(itemsOf)
      : itemsOf(p.free(() => p.expression(power.any)));
    if (open && !p.accept('}')) return null;
    return items.some((item) => item.op === 'chain') ? items : null;
  });
}

const isName = (t: Tree | undefined): t is Tree => t?.op === 'symbol';

/** `1 \le i < j \le n`: both between the ends, and one before the other. */
function pair(chain: Tree): Ranges | null {
  const [low, first, i, between, j, last, high] = chain.args;
  const signs = [first, between, last].map((sign) => sign?.text);
  if (chain.args.length !== 7 || !isName(i) || !isName(j) || !signs.every((sign) => sign === '<' || sign === '\\le')) return null;
  const over = (name: Tree): Tree => tree('over', [name, tree('chain', [low!, first!, name, last!, high!], '', chain.span)], '', chain.span);
  return { ranges: [over(i), over(j)], conditions: [tree('chain', [i, between!, j], '', chain.span)] };
} // prettier-ignore

/** The ranges below a sign in the order in which they are written, and what restricts them. */
export function readRanges(p: Parser, what: string): Ranges {
  const ranges: Tree[] = [];
  const conditions: Tree[] = [];
  const names = new Set<string>();
  const found = p.attempt(() => {
    const items = readBelow(p);
    const isOne = items?.length === 1 && (items[0]!.args.length < 7 || p.is('^'));
    if (!items || (isOne && items[0]!.args[1]?.text !== '\\ne')) return null;
    const upper = p.accept('^') ? p.group('^') : null;
    const add = (range: Tree): void => {
      ranges.push(range);
      names.add(range.args[0]!.text);
    };
    for (const [place, item] of items.entries()) {
      const [name, sign, bound] = item.args;
      const two = place === 0 && !upper ? pair(item) : null;
      const isNew = isName(name) && !names.has(name.text) && item.args.length === 3;
      if (two) {
        two.ranges.forEach(add);
        conditions.push(...two.conditions);
      } else if (upper && place === 0 && isNew && sign!.text === '=') add(tree('range', [name, bound!, upper], '', item.span));
      else if (item.op === 'symbol' && !upper) add(tree('over', [item], '', item.span));
      else if (isNew && !upper && sign!.text === '\\in') add(tree('over', [name, bound!], '', item.span));
      else if (isNew && !upper && place === 0 && sign!.text === '\\ne') {
        add(tree('over', [name], '', item.span));
        conditions.push(item);
      } else if (!upper && place === 0 && boundedName(item)) add(tree('over', [boundedName(item)!, item], '', item.span));
      else if (place > 0 && item.op === 'chain') conditions.push(item);
      else return null;
    }
    return ranges;
  });
  return found ? { ranges, conditions } : { ranges: [readRange(p, what, true)], conditions: [] };
} // prettier-ignore

/** The sum of sums that the ranges mean. */
export function nested(p: Parser, op: string, { ranges, conditions }: Ranges, body: Tree, start: number): Tree {
  const chosen = conditions.length > 0 ? tree('restricted', [tree('list', conditions, '', conditions[0]!.span), body], '', body.span) : body; // prettier-ignore
  return ranges.reduceRight((inner, range) => p.node(op, [range, inner], '', start), chosen);
}

/** The conditions of a body, and what they choose from. */
export const partsOf = (body: Tree): { readonly conditions: readonly Tree[]; readonly terms: Tree } =>
  body.op === 'restricted' ? { conditions: body.args[0]!.args, terms: body.args[1]! } : { conditions: [], terms: body };

/** Below a sign, behind its range. */
export function printRanges(range: Tree, conditions: readonly Tree[], print: Print): string {
  if (conditions.length === 0) return printRange(range, print);
  const written = conditions.map((condition) => print(condition, power.list + 1)).join(', ');
  const [name, low, high] = range.args as [Tree, Tree, Tree?];
  // j \ne i says of what it speaks
  if (range.op === 'over' && !low && conditions[0]!.args[1]!.text === '\\ne') return `_{${written}}`;
  if (range.op === 'range') return `_{${print(name)} = ${print(low)}, ${written}}^{${print(high!)}}`;
  return printRange(range, print).replace(/\}$/, `, ${written}}`);
}

/** Whether a term is chosen; null where the bounds leave it open. */
export function chosenBy(conditions: readonly Tree[], scope: Scope): (env: Env) => Verdict {
  const events = conditions.map((condition) => compileEvent(condition, scope));
  return (env) => {
    const said = events.map((event) => event(env));
    return said.includes(false) ? false : said.includes(null) ? null : true;
  };
}

/** Of a law with infinitely many outcomes the rest is bounded by the last terms: what they are must go on. */
export function demandMonotone(conditions: readonly Tree[], scope: Scope): void {
  const odd = conditions.find((c) => !c.args.every((sign, i) => i % 2 === 0 || ['<', '>', '\\le', '\\ge'].includes(sign.text)));
  if (odd) throw new Refusal(`of infinitely many terms “${scope.shared.print(odd)}” does not choose all beyond a place, or none`, odd.span);
} // prettier-ignore

export const restrictedOp: Op = {
  binds: power.sum,
  print: (t, print) => print(t.args[1]!, power.sum + 1),
};
