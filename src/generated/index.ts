/** What the build can make, under the names that pages ask for it: one line each. */
import { articles, corrections, slips } from './errata.ts';
import type { Generator } from './generator.ts';
import { glossary } from './glossary.ts';
import { graph } from './graph.ts';
import { lawList, sortList } from './givens.ts';
import { chain, choice, totals } from './landing.ts';
import { notationList } from './notations.ts';

export const generators: ReadonlyMap<string, Generator> = new Map([
  ['landing-choice', choice],
  ['landing-totals', totals],
  ['landing-chain', chain],
  ['notations', notationList],
  ['givens', sortList],
  ['laws', lawList],
  ['graph', graph],
  ['glossary', glossary],
  ['errata-articles', articles],
  ['errata-slips', slips],
  ['errata-corrections', corrections],
]);
