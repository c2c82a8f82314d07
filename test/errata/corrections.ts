/**
 * Real corrections of The Book of Statistical Proofs: whole equations before and after. corrections.json holds the
 * formulas and where they stood (CC BY-SA 4.0, by Joram Soch and the other contributors), and for each the givens that
 * its page says in words; those are ours.
 */
import { readFileSync } from 'node:fs';
import { holds, refuted, type Said, say } from './read.ts';

export interface Correction {
  readonly id: string;
  readonly title: string;
  readonly setting: string;
  /** Of the old form; `doubtful` where it may be said to be true. */
  readonly status: 'false' | 'meaningless' | 'true' | 'doubtful';
  readonly given: readonly string[];
  readonly old: string;
  readonly new: string;
  /** What the reason must name where the old form is refused: one without meaning, or one that is drawn otherwise than typed. */
  readonly names?: string;
  /** Fewer than 1000 where they cost seconds. */
  readonly worlds?: number;
  /** What is not as it should be yet, word for word. */
  readonly waits?: string;
  /** Why it is not, where nothing more is to be done. */
  readonly cause?: string;
}

const file = new URL('corrections.json', import.meta.url);
export const { corrections } = JSON.parse(readFileSync(file, 'utf8')) as { corrections: Correction[] };

const caught = (said: Said, { status, names }: Correction): boolean => {
  if (status === 'true' || status === 'doubtful') return holds(said);
  if (refuted(said)) return true;
  return names !== undefined && new RegExp(names).test(said.unread.join('\n'));
};

const verdicts = ({ relations }: Said): string => relations.map((r) => r.verdict).join(', ');

/** Null if both forms are judged as they should be, else what is not. */
export function fault(c: Correction, worlds: number): string | null {
  const after = say(c.given, c.new, worlds);
  if (!holds(after)) return `new: ${after.unread[0] ?? verdicts(after)}`;
  const before = say(c.given, c.old, worlds);
  return caught(before, c) ? null : `old: ${before.unread[0] ?? verdicts(before)}`;
}
