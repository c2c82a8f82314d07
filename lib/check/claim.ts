/** What a formula states: its trees taken apart into single relations, with what stands beside them. */
import { limitOf } from '../notation/limit.ts';
import type { Reading, RowNote } from '../notation/statement.ts';
import type { Tree } from '../tex/tree.ts';

export interface Claim {
  readonly left: Tree;
  readonly sign: Tree;
  readonly right: Tree;
  /** Names that go to infinity beside the statement: `…, \quad n \to \infty`. */
  readonly limits: readonly string[];
  /** Names under \exists. */
  readonly exists: readonly Tree[];
  readonly note: RowNote | null;
  /** One of several relations under one \exists, which would each find a witness of their own. */
  readonly conjunct?: boolean;
}

export function claimsOf(reading: Reading): Claim[] {
  return reading.statements.flatMap((t) => claims(t, [], [], reading.rows));
}

function claims(t: Tree, limits: readonly string[], exists: readonly Tree[], rows: readonly RowNote[]): Claim[] {
  switch (t.op) {
    case 'list': {
      const going = t.args.flatMap((item) => limitOf(item) ?? []);
      const rest = t.args.filter((item) => !limitOf(item));
      return regroup(rest).flatMap((item) => claims(item, [...limits, ...going], exists, rows));
    }
    case 'exists': {
      const inside = claims(t.args[1]!, limits, [...exists, ...t.args[0]!.args], rows);
      return inside.map((claim) => ({ ...claim, conjunct: inside.length > 1 }));
    }
    case 'iff':
    case 'implies': {
      const [left, sign, right] = t.args as [Tree, Tree, Tree];
      return [{ left, sign, right, limits, exists, note: noteAt(sign, rows) }];
    }
    case 'chain': {
      if (limitOf(t)) return [];
      const result: Claim[] = [];
      for (let i = 1; i + 1 < t.args.length; i += 2) {
        const [left, sign, right] = [t.args[i - 1]!, t.args[i]!, t.args[i + 1]!];
        result.push({ left, sign, right, limits, exists, note: noteAt(sign, rows) });
      }
      return result;
    }
    default:
      return [];
  }
}

/** `a, b \in A` reads as a list whose last item is the chain: the bare items before it are its subjects too. */
function regroup(items: readonly Tree[]): readonly Tree[] {
  return items.filter((item, i) => item.op !== 'symbol' || i === items.length - 1 || items.length === 1);
}

const noteAt = (sign: Tree, rows: readonly RowNote[]): RowNote | null =>
  rows.find((row) => sign.span.start >= row.start && sign.span.start < row.end) ?? null;
