import type { Compile } from '../meaning/scope.ts';
import type { Infix, Prefix } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';

/** What a reader is told, in each language of the site. */
export type InLanguages = Readonly<Record<'en' | 'zh', string>>;

/** Prints a part, in brackets where it binds looser than `power`. */
export type Print = (t: Tree, power?: number) => string;

/** One notation: how it reads, what it means, how it prints, and examples that are its tests. */
export interface Notation {
  readonly name: InLanguages;
  /** For the reader: how it is read and what it means, in a sentence or two. */
  readonly meaning: InLanguages;
  readonly prefix?: Readonly<Record<string, Prefix>>;
  readonly infix?: Readonly<Record<string, Infix>>;
  /** Commands that are one sign, although a bracket after them may hold arguments. */
  readonly signs?: readonly string[];
  /** For each tree op that it makes. */
  readonly ops: Readonly<Record<string, Op>>;
  readonly examples: readonly Example[];
}

export interface Op {
  /** How tightly the printed form binds; 100 for what never needs brackets. */
  readonly binds: number;
  readonly print: (t: Tree, print: Print) => string;
  /** Absent for parts that have no value of their own, such as a range. */
  readonly compile?: Compile;
}

export interface Example {
  readonly tex: string;
  readonly tree: string;
}
