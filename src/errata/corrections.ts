/**
 * Real corrections of The Book of Statistical Proofs: whole equations before and after. corrections.json holds the
 * formulas and where they stood (CC BY-SA 4.0, by Joram Soch and the other contributors), and for each the givens that
 * its page says in words; those are ours.
 */
import file from './corrections.json' with { type: 'json' };

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

export const { corrections }: { corrections: readonly Correction[] } = file as { corrections: Correction[] };
