/** What a formula states: its trees taken apart into single relations, with what stands beside them. */
import { joinRanges } from '../notation/condition.ts';
import { withoutDots } from '../notation/dots.ts';
import { withNames } from '../notation/ends.ts';
import { limitOf } from '../notation/limit.ts';
import type { Reading, RowNote } from '../notation/statement.ts';
import { tree, walk, type Tree } from '../tex/tree.ts';

export interface Claim {
  readonly left: Tree;
  readonly sign: Tree;
  readonly right: Tree;
  /** Names that go to infinity beside the statement: `…, \quad n \to \infty`. */
  readonly limits: readonly string[];
  /** Names under \exists. */
  readonly exists: readonly Tree[];
  /** What stands under \forall: names, and the ranges in which they are meant. */
  readonly forall: readonly Tree[];
  readonly note: RowNote | null;
  /** All relations under one \exists, of which this is the one at `place`: one witness must do for all. */
  readonly together?: { readonly claims: readonly Claim[]; readonly place: number };
}

type Beside = Pick<Claim, 'limits' | 'exists' | 'forall'>;

/** `known`: whether a word is the name of something, so that a brace with it states an equation. */
export function claimsOf(reading: Reading, known: (t: Tree) => boolean = () => false): Claim[] {
  const nothing: Beside = { limits: [], exists: [], forall: [] };
  const statements = withNames(reading.statements);
  return statements.flatMap((t) => [...claims(t, nothing, reading.rows), ...braces(t, known, reading.rows)]);
}

function claims(t: Tree, beside: Beside, rows: readonly RowNote[]): Claim[] {
  const state = (left: Tree, sign: Tree, right: Tree): Claim => ({
    left: bare(left),
    sign,
    right: bare(right),
    ...beside,
    note: noteAt(sign, rows),
  });
  switch (t.op) {
    case 'list': {
      const items = joinRanges(t.args);
      const going = items.flatMap((item) => limitOf(item) ?? []);
      const isBare = (item: Tree): boolean => item.op === 'range' || (item.op === 'forall' && item.args.length === 1);
      const ranges = items.filter(isBare).flatMap((item) => (item.op === 'range' ? [item] : item.args[0]!.args));
      const rest = items.filter((item) => !limitOf(item) && !isBare(item));
      const around = { ...beside, limits: [...beside.limits, ...going], forall: [...beside.forall, ...ranges] };
      return regroup(rest).flatMap((item) => claims(item, around, rows));
    }
    case 'exists': {
      const inside = claims(t.args[1]!, { ...beside, exists: [...beside.exists, ...t.args[0]!.args] }, rows);
      return inside.length > 1 ? inside.map((claim, place) => ({ ...claim, together: { claims: inside, place } })) : inside;
    }
    case 'forall': {
      const [{ args: items }, body] = t.args as [Tree, Tree?];
      const limits = [...beside.limits, ...items.flatMap((item) => limitOf(item) ?? [])];
      const forall = [...beside.forall, ...items.filter((item) => !limitOf(item))];
      return body ? claims(body, { ...beside, limits, forall }, rows) : [];
    }
    case 'iff':
    case 'implies': {
      const [left, sign, right] = t.args as [Tree, Tree, Tree];
      // X \sim L \implies A supposes what the givens have to say: both are stated
      if (t.op === 'implies' && isDrawn(left)) return [...partsOf(left), right].flatMap((part) => claims(part, beside, rows));
      return [state(left, sign, right)];
    }
    case 'chain': {
      if (limitOf(t)) return [];
      const result: Claim[] = [];
      for (let i = 1; i + 1 < t.args.length; i += 2) result.push(state(t.args[i - 1]!, t.args[i]!, t.args[i + 1]!));
      return result;
    }
    default:
      return [];
  }
} // prettier-ignore

/** What stands side by side, joined by commas or words. */
const partsOf = (t: Tree): readonly Tree[] => (t.op === 'list' || t.op === 'together' ? t.args.flatMap(partsOf) : [t]);

/** `X \sim L`, and several of them. */
const isDrawn = (t: Tree): boolean =>
  partsOf(t).every(({ op, args }) => op === 'chain' && args.every((sign, i) => i % 2 === 0 || sign.text === '\\sim'));

const stripped = new WeakMap<Tree, Tree>();

/** Without the braces that name its parts and the dots between them; the same tree for the same tree, so that neighbours in a chain still share it. */
function bare(t: Tree): Tree {
  const known = stripped.get(t);
  if (known) return known;
  const result = withoutDots(withoutBraces(t));
  stripped.set(t, result);
  return result;
}

function withoutBraces(t: Tree): Tree {
  if (t.op === 'brace') return withoutBraces(t.args[0]!);
  const args = t.args.map(withoutBraces);
  return args.every((arg, i) => arg === t.args[i]) ? t : { ...t, args };
}

/** `\underbrace{a}_{b}` states a = b unless b is a mere word, `\underbrace{a}_{\ge 0}` states a \ge 0. */
function braces(t: Tree, known: (t: Tree) => boolean, rows: readonly RowNote[]): Claim[] {
  return [...walk(t)].flatMap((node): Claim[] => {
    const [inside, label] = node.op === 'brace' ? node.args : [];
    if (!inside || !label || (label.op === 'word' && !known(label))) return [];
    const [sign, right] = label.op === 'says' ? (label.args as [Tree, Tree]) : [tree('relation', [], '=', label.span), label];
    return [{ left: bare(inside), sign, right: bare(right), limits: [], exists: [], forall: [], note: noteAt(sign, rows) }];
  });
} // prettier-ignore

/** `a, b \in A` reads as a list whose last item is the chain: the bare items before it are its subjects too. */
function regroup(items: readonly Tree[]): readonly Tree[] {
  return items.filter((item, i) => item.op !== 'symbol' || i === items.length - 1 || items.length === 1);
}

const noteAt = (sign: Tree, rows: readonly RowNote[]): RowNote | null =>
  rows.find((row) => sign.span.start >= row.start && sign.span.start < row.end) ?? null;
