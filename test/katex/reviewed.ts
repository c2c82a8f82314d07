/** Where our reader and KaTeX disagree, and why that is right. An entry that agrees again fails. */
import data from './reviewed.json' with { type: 'json' };

export interface Disagreement {
  readonly tex: string;
  readonly why: string;
}

export const reviewed: readonly Disagreement[] = data;

/** Operators without a backslash, which TeX draws as letters in a row: we read what their authors mean. */
export const letters = /(?<!\\[A-Za-z]*)(log|exp|max|min|arg)/;
