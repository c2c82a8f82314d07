/** What the checker says of one formula under its givens. */
import { createChecker, hasRelation } from '../../lib/check/index.ts';
import type { EquationSource, RelationRecord } from '../../lib/check/record.ts';
import type { Checks } from '../../lib/page/check.ts';

export interface Said {
  readonly relations: readonly RelationRecord[];
  /** Mistakes of the givens, then what is not read, in the order of the formula; the first is what a form waits for. */
  readonly unread: readonly string[];
}

/** `page` seeds the worlds, and names what is kept of them. */
export function say(
  page: string,
  given: readonly string[],
  tex: string,
  worlds = 1000,
  checks: Checks = { createChecker, hasRelation },
): Said {
  const checker = checks.createChecker({ page, worlds, seed: 1 });
  const source = sourceOf(page, given, tex);
  const problems = checker.problems(source.givens);
  const { relations } = checker.check(source);
  checker.finish?.();
  const unread = relations.filter((r) => r.verdict === 'unread').map((r) => r.reason ?? '');
  return { relations, unread: [...problems.map((p) => p.message), ...unread] };
}

/** The formula below its givens, one line each. */
function sourceOf(path: string, given: readonly string[], tex: string): EquationSource {
  const first = given.length + 1;
  const locate = (offset: number) => {
    const before = tex.slice(0, offset).split('\n');
    return { line: first + before.length - 1, column: before.at(-1)!.length + 1 };
  };
  const givens = given.map((text, i) => ({ text, place: { path, line: i + 1, column: 1 } }));
  return { tex, display: true, place: { path, line: first, column: 1 }, givens, locate };
}

export const holds = ({ relations, unread }: Said): boolean =>
  relations.length > 0 &&
  unread.length === 0 &&
  relations.every((r) => r.verdict === 'holds' || r.verdict === 'defines');

/** Refuted by a world that is shown, or by two meanings of one symbol. */
export const refuted = ({ relations }: Said): boolean =>
  relations.some((r) => r.verdict === 'refuted' && (r.counterexample !== null || r.values !== null));
