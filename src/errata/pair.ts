/** A slip of the pen and what was meant, as data: the errata page and the tests of the checker read the same. */
import type { InLanguages } from '../../lib/notation/notation.ts';

export interface Pair {
  readonly id: string;
  /** What went wrong, in words. */
  readonly slip: InLanguages;
  readonly source: Source;
  readonly given: readonly string[];
  readonly wrong: string;
  readonly right: string;
  /** More than 1000 where few worlds break the wrong form. */
  readonly worlds?: number;
  /** For a wrong form that has no meaning: what the reason must name. Otherwise it is refuted. */
  readonly meaningless?: RegExp;
  /** The first reason why a form is not read yet, word for word: the test fails when it changes. */
  readonly waits?: string;
}

/** `told`: how it is known. A `kind` is a slip that is often made, and no text is named for it. */
export type Source = Published | { readonly kind: InLanguages };

export interface Published {
  readonly title: string;
  /** Null where the copy that was read names nobody. */
  readonly by: string | null;
  readonly told: InLanguages;
}
