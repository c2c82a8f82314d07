/**
 * Dots between terms or factors: `x_1 + \dots + x_n`, `1 \cdot 2 \cdots n`, `a_0 + a_1 x + \dots + a_n x^n`. The first and
 * the last term are one formula with two values of an index; each term that is written besides must be that formula too. They
 * become a sum or a product over the index, or are left, and refused: what the dots leave out is never guessed.
 */
import { sameTree, tree, walk, type Tree } from '../tex/tree.ts';

/** A formula of an index, and the ends of the index. */
export interface Run {
  readonly index: Tree;
  readonly body: Tree;
  readonly low: Tree;
  readonly high: Tree;
}

const number = (value: number, at: Tree): Tree => tree('number', [], String(value), at.span);
const isWhole = (t: Tree): boolean => t.op === 'number' && /^\d+$/.test(t.text);

/** The terms of a sum, the factors of a product. */
const parts = (t: Tree, op: string): readonly Tree[] => (t.op === op ? [...parts(t.args[0]!, op), t.args[1]!] : [t]);

/** What the two have in common, with `index` where they differ; null where they differ in two ways. */
function common(first: Tree, last: Tree, index: Tree, ends: [Tree, Tree] | []): Tree | null {
  if (sameTree(first, last)) return first;
  const alike = first.op === last.op && first.text === last.text && first.args.length === last.args.length && first.args.length > 0; // prettier-ignore
  // n - 1 against n + 1 is an end, and no formula of ends
  if (alike && !isEnd(first)) {
    const args = first.args.map((arg, i) => common(arg, last.args[i]!, index, ends));
    return args.includes(null) ? null : { ...first, args: args as Tree[] };
  }
  if (!isEnd(first) || !isEnd(last)) return null;
  if (ends.length === 0) (ends as Tree[]).push(first, last);
  return sameTree(ends[0]!, first) && sameTree(ends[1]!, last) ? index : null;
}

/** `1`, `n`, `n - 1`: what an index may be. */
const isEnd = (t: Tree): boolean =>
  t.op === 'symbol' || isWhole(t) || (['add', 'subtract'].includes(t.op) && t.args.every(isEnd));

/** x^1 is x, x^0 is 1, and neither is written. */
function tidy(t: Tree): Tree {
  const args = t.args.map(tidy);
  const [a, b] = args;
  if (t.op === 'power' && b!.op === 'number' && b!.text === '1') return a!;
  if (t.op === 'power' && b!.op === 'number' && b!.text === '0') return { ...b!, text: '1' };
  if (t.op === 'multiply' && [a, b].some((f) => f!.op === 'number' && f!.text === '1'))
    return a!.text === '1' && a!.op === 'number' ? b! : a!;
  return { ...t, args };
}

export const put = (t: Tree, index: Tree, value: Tree): Tree =>
  sameTree(t, index) ? value : { ...t, args: t.args.map((arg) => put(arg, index, value)) };

/** The index one further, or one back. */
const shifted = (end: Tree, by: 1 | -1): Tree =>
  isWhole(end) ? number(Number(end.text) + by, end) : tree(by > 0 ? 'add' : 'subtract', [end, number(1, end)], '', end.span); // prettier-ignore

/** A letter that nothing in the formula has. */
function indexFor(t: Tree): Tree {
  const used = new Set([...walk(t)].map((part) => part.text));
  const letter = ['k', 'j', 'i', 'l', 'm', 'r', 's'].find((name) => !used.has(name)) ?? '\\iota';
  return tree('symbol', [], letter, t.span);
}

export function runOf(terms: readonly Tree[], dots: number, whole: Tree): Run | null {
  const [before, after] = [terms.slice(0, dots), terms.slice(dots + 1)];
  const last = after.at(-1);
  if (before.length === 0 || !last || after.some((t) => t.op === 'dots')) return null;
  const index = indexFor(whole);
  // powers are not written where they are 0 or 1: the formula is read from the last of the first terms
  for (const from of new Set([0, before.length - 1])) {
    const ends: [Tree, Tree] | [] = [];
    const body = common(before[from]!, last, index, ends);
    const [first, high] = ends as [Tree?, Tree?];
    if (!body || !first || !high || (body === index && !isWhole(first) && !isWhole(high))) continue;
    const falls =
      before.length > 1 && sameTree(before[from + 1] ?? before[from]!, put(body, index, shifted(first, -1)));
    const step = falls ? -1 : 1;
    let low = first;
    for (let i = 0; i < from; i++) low = shifted(low, step === 1 ? -1 : 1);
    const at = (term: Tree, end: Tree): boolean => sameTree(tidy(put(body, index, end)), tidy(term));
    let end = low;
    const fits = before.every((term) => {
      const ok = at(term, end);
      end = shiftedTwice(end, step);
      return ok;
    });
    let back = high;
    const closes = [...after].reverse().every((term) => {
      const ok = at(term, back);
      back = shiftedTwice(back, falls ? 1 : -1);
      return ok;
    });
    if (fits && closes) return falls ? { index, body, low: high, high: low } : { index, body, low, high };
  }
  return null;
}

/** n - 1 and one back again is n - 2. */
function shiftedTwice(end: Tree, by: 1 | -1): Tree {
  const [base, more] = ['add', 'subtract'].includes(end.op) ? end.args : [];
  if (!base || !more || !isWhole(more)) return shifted(end, by);
  const total = (end.op === 'add' ? 1 : -1) * Number(more.text) + by;
  if (total === 0) return base;
  return tree(total > 0 ? 'add' : 'subtract', [base, number(Math.abs(total), end)], '', end.span);
}

const operators: Readonly<Record<string, string>> = { add: 'sum', multiply: 'product' };

/** The tree with its dots spelt out as sums and products; the same tree where it has none. */
export function withoutDots(t: Tree): Tree {
  if (operators[t.op]) {
    const terms = parts(t, t.op);
    const dots = terms.findIndex((term) => term.op === 'dots');
    if (dots >= 0) {
      const run = runOf(terms, dots, t);
      if (!run) return t;
      const index = indexFor(t);
      return tree(operators[t.op]!, [tree('range', [index, run.low, run.high], '', t.span), withoutDots(run.body)], '', t.span);
    }
  }
  const args = t.args.map(withoutDots);
  return args.every((arg, i) => arg === t.args[i]) ? t : { ...t, args };
} // prettier-ignore
