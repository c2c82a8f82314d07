/**
 * Slips that stood in published texts, each with what was meant. The formulas are ours: the slip as it was reported,
 * in the plainest notation that shows it. Every one of these texts is worth reading, and every slip here is of a kind
 * that we have made ourselves; the sources are named with thanks to those who wrote, found and mended them.
 */
import type { Pair } from '../pair.ts';
import { largeNumbers } from './large-numbers.ts';
import { divergence } from './divergence.ts';
import { evidence } from './evidence.ts';
import { normal } from './normal.ts';
import { score } from './score.ts';
import { densities } from './densities.ts';
import { moments } from './moments.ts';
import { bayes } from './bayes.ts';
import { information } from './information.ts';
import { slopes } from './slopes.ts';
import { regression } from './regression.ts';

const r = String.raw;

export const pairs: readonly Pair[] = [
  ...largeNumbers,
  ...densities,
  ...moments,
  ...bayes,
  ...information,
  ...divergence,
  ...evidence,
  ...normal,
  ...score,
  ...slopes,
  ...regression,
];

/** A change of writing that is no slip: both forms hold. */
export const control: { given: string[]; before: string; after: string; waits?: string } = {
  given: ['V : symmetric positive definite matrix 2x2'],
  before: r`-\log |V| = -\log |V|`,
  after: r`-\log |V| = \log |V^{-1}|`,
};
