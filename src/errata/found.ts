/** What checking found: every slip that is judged, by where it stands. */
import { articleSlips } from './articles.ts';
import { corrections } from './corrections.ts';
import { pairs } from './pairs/index.ts';

export const found = {
  articles: articleSlips,
  others: pairs.filter(({ waits }) => waits === undefined),
  book: corrections.filter(
    ({ status, waits }) => waits === undefined && (status === 'false' || status === 'meaningless'),
  ),
} as const;

export const howMany = Object.values(found).reduce((sum, slips) => sum + slips.length, 0);
