/** What the checker says of a correction of The Book of Statistical Proofs, and whether that is right. */
import type { Correction } from '../../src/errata/corrections.ts';
import { holds, refuted, type Said, say } from '../../src/errata/say.ts';

const caught = (said: Said, { status, names }: Correction): boolean => {
  if (status === 'true' || status === 'doubtful') return holds(said);
  if (refuted(said)) return true;
  return names !== undefined && new RegExp(names).test(said.unread.join('\n'));
};

const verdicts = ({ relations }: Said): string => relations.map((r) => r.verdict).join(', ');

/** Null if both forms are judged as they should be, else what is not. */
export function fault(c: Correction, worlds: number): string | null {
  const after = say(`${c.id}/meant`, c.given, c.new, worlds);
  if (!holds(after)) return `new: ${after.unread[0] ?? verdicts(after)}`;
  const before = say(c.id, c.given, c.old, worlds);
  return caught(before, c) ? null : `old: ${before.unread[0] ?? verdicts(before)}`;
}
