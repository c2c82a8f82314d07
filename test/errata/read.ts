/** What the checker says of one formula under its givens. */
import { createChecker } from '../../lib/check/index.ts';
import type { RelationRecord } from '../../lib/check/record.ts';
import { sources } from '../check/page.ts';

export interface Said {
  readonly relations: readonly RelationRecord[];
  /** Mistakes of the givens, then what is not read, in the order of the formula; the first is what a form waits for. */
  readonly unread: readonly string[];
}

export function say(given: readonly string[], tex: string, worlds = 1000): Said {
  const checker = createChecker({ page: 'errata.md', worlds, seed: 1 });
  const [source] = sources(given, [tex]);
  const problems = checker.problems(source!.givens);
  const { relations } = checker.check(source!);
  const unread = relations.filter((r) => r.verdict === 'unread').map((r) => r.reason ?? '');
  return { relations, unread: [...problems.map((p) => p.message), ...unread] };
}

export const holds = ({ relations, unread }: Said): boolean =>
  relations.length > 0 &&
  unread.length === 0 &&
  relations.every((r) => r.verdict === 'holds' || r.verdict === 'defines');

/** Refuted by a world that is shown, or by two meanings of one symbol. */
export const refuted = ({ relations }: Said): boolean =>
  relations.some((r) => r.verdict === 'refuted' && (r.counterexample !== null || r.values !== null));
