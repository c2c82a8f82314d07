/** What worlds have said of a relation, counted; and what follows from it. */
import { Misshapen, Refusal } from '../meaning/refusal.ts';
import type { Verdict } from './record.ts';
import type { Runnable } from './side.ts';
import type { Weighed } from './weigh.ts';

export interface Tally {
  yes: number;
  no: number;
  wide: number;
  nothing: number;
  /** Of those that say nothing: where one side alone has a value. */
  alone: number;
  /** Worlds in which the relation has no meaning, and why in the first of them. */
  refused: number;
  refusal: Refusal | null;
  /** Of those: the first in which shapes do not fit. */
  misshapen: Refusal | null;
  residual: number;
  bound: number;
  worst: number;
  /** Some world makes both sides equal, within bounds that say something. */
  met: boolean;
  /** Worlds in which both of two joined statements are true, and false. */
  both: number;
  neither: number;
  why: string | null;
}

export const emptyTally = (): Tally => ({
  yes: 0,
  no: 0,
  wide: 0,
  nothing: 0,
  alone: 0,
  refused: 0,
  refusal: null,
  misshapen: null,
  residual: 0,
  bound: 0,
  worst: -1,
  met: false,
  both: 0,
  neither: 0,
  why: null,
});

export function count(tally: Tally, weighed: Weighed | Refusal): void {
  if (weighed instanceof Refusal) {
    tally.refused++;
    tally.refusal ??= weighed;
    if (weighed instanceof Misshapen) tally.misshapen ??= weighed;
    return;
  }
  const { says, residual, bound, truths, alone, why } = weighed;
  if (says === 'nothing' && alone) tally.alone++;
  if (truths === 'both') tally.both++;
  if (truths === 'neither') tally.neither++;
  tally.why ??= why ?? null;
  if (says === 'true') tally.yes++;
  else if (says === 'false') tally.no++;
  else tally[says]++;
  if (residual === null || bound === null || says === 'nothing') return;
  if (residual <= bound && says !== 'wide') tally.met = true;
  const ratio = bound > 0 ? residual / bound : residual > 0 ? Infinity : 0;
  if (ratio < tally.worst) return;
  Object.assign(tally, { worst: ratio, residual, bound });
}

/** So many worlds in a row, each without meaning, are by chance no more likely than 2^-60 where half of all have one. */
const ENOUGH = 60;

/** Whether the worlds so far show that the relation has no meaning in most. */
export const isHopeless = (t: Tally): boolean => t.refused >= ENOUGH && t.yes + t.no + t.wide + t.nothing === 0;

/** Whether the worlds so far show that the relation is not decided in most, so that it cannot hold. */
export const isUndecided = (t: Tally): boolean => t.wide >= ENOUGH && t.yes === 0;

/**
 * Where one side has no value by division by 0 nothing is compared, as in x/x = 1 at 0, which is read as true where both
 * sides are something. What is so almost everywhere (this many worlds for each that is true) is no identity.
 */
const ALONE = 8;

/** Two statements that are never true, or never false, together show nothing by agreeing. */
function oneSided(t: Tally): string | null {
  if (t.both === 0) return 'in no world that was tried are both statements true';
  return t.neither === 0 ? 'in no world that was tried are both statements false' : null;
}

/**
 * A world in which the relation has no meaning decides nothing, as long as it has one in most; a counterexample stands in
 * any case. Shapes that do not fit are another matter: vectors and matrices of one entry are numbers, of which anything can be
 * written. To call the whole relation unread for one such world was rejected: a sample of one has no sample variance.
 */
export function conclusion(
  t: Tally,
  { existential, joins }: Pick<Runnable, 'existential' | 'joins'>,
): { verdict: Verdict; reason: string | null } {
  const tried = t.yes + t.no + t.wide + t.nothing;
  if (existential && t.yes > 0) return { verdict: 'holds', reason: 'shown by a witness' };
  if (!existential && t.no > 0) return { verdict: 'refuted', reason: t.why };
  if (t.misshapen) return { verdict: 'unread', reason: t.misshapen.message };
  if (t.refusal && t.refused > tried) return { verdict: 'unread', reason: t.refusal.message };
  if (existential) return { verdict: 'undecided', reason: `no witness among ${t.no + t.wide + t.nothing} worlds` };
  const never = joins ? oneSided(t) : null;
  if (never) return { verdict: 'vacuous', reason: never };
  if (t.yes === 0 && t.wide === 0)
    return { verdict: 'vacuous', reason: 'in no world that was tried do both sides have a value' };
  if (t.alone > ALONE * t.yes)
    return {
      verdict: 'undecided',
      reason: `in ${t.alone} of ${tried} worlds one side has a value and the other has none`,
    };
  if (t.wide <= t.yes) return { verdict: 'holds', reason: null };
  const share = `${t.wide} of ${t.wide + t.yes} worlds`;
  return { verdict: 'undecided', reason: t.why ?? `the bound is too wide to tell in ${share}` };
}
