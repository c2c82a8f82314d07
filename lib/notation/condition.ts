/**
 * Words between statements: `a = b \text{ if } x > 0` says when, `a = b \text{ and } c = d` goes on, as a comma does.
 * English and Chinese, since a page says the same in each of its languages.
 */
import type { Token } from '../tex/token.ts';
import type { Infix, Parser } from '../tex/parser.ts';
import { plain, power } from '../tex/parser.ts';
import { itemsOf, tree, type Tree } from '../tex/tree.ts';

/** What follows says in which worlds the statement is meant. */
export const ifs: readonly string[] = [
  'if', 'for', 'when', 'whenever', 'where', 'provided', 'provided that', 'as long as', 'with',
  '若', '如果', '当', '其中',
]; // prettier-ignore
export const elses: readonly string[] = ['otherwise', 'else', 'elsewhere', '否则', '其他', '其余', '其它'];
const conditions: readonly string[] = [
  'if', 'for', 'for all', 'for any', 'for every', 'for each', 'when', 'whenever', 'provided', 'provided that', 'as long as',
  '若', '如果', '当', '对所有', '对任意', '对任何', '对每个', '对于', '对于所有', '对于任意', '对一切',
]; // prettier-ignore
/** What follows is a statement of its own. */
const joiners: readonly string[] = [
  'and', 'and thus', 'where', 'with', 'as', 'so', 'so that', 'thus', 'hence', 'therefore',
  '且', '并且', '和', '其中', '因此', '所以', '于是', '故',
]; // prettier-ignore

/** `i = 1, \dots, n` arrives as three items of a list: the range of an index. */
export function joinRanges(items: readonly Tree[]): Tree[] {
  const joined: Tree[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const first = isStart(item);
    const dots = first ? items.findIndex((t, k) => k > i && t.op === 'dots') : -1;
    const between = items.slice(i + 1, dots);
    const last = items[dots + 1];
    if (!first || dots < 0 || !last || !between.every((t) => t.op === 'number')) joined.push(item);
    else {
      const [name, , low] = item.args as [Tree, Tree, Tree];
      joined.push(tree('range', [name, low, last], '', { start: item.span.start, end: last.span.end }));
      i = dots + 1;
    }
  }
  return joined;
}

const isStart = (t: Tree): boolean =>
  t.op === 'chain' && t.args.length === 3 && t.args[0]!.op === 'symbol' && t.args[1]!.text === '=';

/** `x`, `x \in A`, `x > 0`, `i = 1, \dots, n`, parted by commas; after a comma and a wide space something else begins. */
export function readItems(p: Parser): Tree[] {
  const items: Tree[] = [];
  do items.push(p.expression(power.list));
  while (p.is(',') && p.peek(1).gap !== 'wide' && p.accept(','));
  return joinRanges(items);
}

/** What binds a whole statement stands where one begins. */
export function demandBeginning(p: Parser, token: Token): void {
  const before = p.peek(-2);
  const begins = before === undefined || before === token || (before.kind === 'text' && (isBetween(before) || before.text in joins)) || [',', ';', ':', '(', '[', '{', '\\{', '&', '\\\\', '\\iff', '\\implies'].includes(before.text); // prettier-ignore
  if (!begins)
    throw p.error(`${token.text} stands inside a formula`, token, 'write it before or behind the whole statement');
}

/** Says of what stands before it when it is meant; what has a condition of its own already is past. */
export const condition = (word: string): Infix => ({
  power: power.list,
  parse: (p, left) => {
    const start = p.peek().start;
    const items = readItems(p);
    const said = itemsOf(left);
    const past = said.slice(0, said.findLastIndex((t) => t.op === 'forall' && t.args.length > 1) + 1);
    const meant = said.slice(past.length);
    if (!meant.length) throw p.error('this condition follows another one', { start, end: p.peek().start }, 'put both behind one word, with a comma between them'); // prettier-ignore
    const body =
      meant.length > 1 ? { ...left, args: meant, span: { ...left.span, start: meant[0]!.span.start } } : meant[0]!;
    const one = p.node('forall', [tree('list', items, '', p.span(start)), body], word, body.span.start);
    return past.length > 0 ? p.node('list', [...past, one], '', left.span.start) : one;
  },
});

const joiner: Infix = {
  power: power.list,
  parse: (p, left) => {
    const items = itemsOf(left);
    return p.node('list', [...items, p.expression(power.list)], '', left.span.start);
  },
};

/** By the words; the parser looks them up before it takes a text for a name. */
export const wordsBetween: Readonly<Record<string, Infix>> = {
  ...Object.fromEntries(joiners.map((word) => [`text:${word}`, joiner])),
  ...Object.fromEntries(conditions.map((word) => [`text:${word}`, condition(word)])),
};

/** Words that say of two statements how they depend on each other. */
export const joins: Readonly<Record<string, 'iff' | 'implies'>> = {
  'if and only if': 'iff', iff: 'iff', 当且仅当: 'iff', implies: 'implies', 蕴含: 'implies',
}; // prettier-ignore

/** Is this one of the words that part statements? */
export const isBetween = ({ kind, text }: Token): boolean => kind === 'text' && `text:${plain(text)}` in wordsBetween;
