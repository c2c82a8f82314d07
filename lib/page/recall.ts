/**
 * What a run has found of a statement already, it does not look for again: on a page in another language, or ahead of the
 * page on another thread (see ahead.ts). One run has one library, number of worlds and seed, so that a statement, which
 * holds its givens, definitions and seed, says all that its record depends on.
 */
import type { EquationRecord, RelationRecord } from '../check/record.ts';
import type { Checks } from './check.ts';

export type Memory = Map<string, readonly RelationRecord[]>;

/** Records that name other places of their page hold for that page alone, and are kept nowhere. */
export const isKept = ({ relations }: EquationRecord): boolean =>
  !relations.some((r) => r.reason?.includes('was defined at'));

/** The same checks, which look into `memory` first and put there what they find. */
export function recalling(checks: Checks, memory: Memory): Checks {
  return {
    hasRelation: checks.hasRelation,
    createChecker: (options) => {
      let asked: string | null = null;
      const found = (statement: string) => {
        const known = options.found?.(statement);
        if (known) return known;
        asked = statement;
        return memory.get(statement);
      };
      const checker = checks.createChecker({ ...options, found });
      return {
        problems: (givens) => checker.problems(givens),
        check: (source) => {
          asked = null;
          const record = checker.check(source);
          if (asked !== null && isKept(record)) memory.set(asked, record.relations);
          return record;
        },
        finish: () => checker.finish?.(),
      };
    },
  };
}
