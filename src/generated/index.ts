/** What the build can make, under the names that pages ask for it: one line each. */
import { articles, corrections, slips } from './errata.ts';
import type { Generator } from './generator.ts';
import { lawList, sortList } from './givens.ts';
import { notationList } from './notations.ts';

export const generators: ReadonlyMap<string, Generator> = new Map([
  ['notations', notationList],
  ['givens', sortList],
  ['laws', lawList],
  ['errata-articles', articles],
  ['errata-slips', slips],
  ['errata-corrections', corrections],
]);
