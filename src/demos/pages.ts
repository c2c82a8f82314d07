/** The names of each demo in both languages: only the build needs them. */
import type { Page } from './kit/demo.ts';
import twoLaws from './two-laws/page.ts';

export const pages: Readonly<Record<string, Page>> = {
  'two-laws': twoLaws,
};
