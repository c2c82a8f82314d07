/** What a check says, as data: the ledger, the terminal, the badges and the tests all read these records. */
export type Verdict = 'holds' | 'refuted' | 'undecided' | 'vacuous' | 'unread' | 'defines';

/** How a verdict was reached. `definition` is no evidence: the relation introduces a symbol. */
export type Evidence =
  | 'exact'
  | 'quadrature'
  | 'search'
  | 'derivative'
  | 'limit'
  | 'tail'
  | 'simulation'
  | 'declared'
  | 'definition'
  | 'none';

export interface Place {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** One line of a `given` block, such as `P, Q : pmf` or `M := \frac12(P + Q)`. */
export interface Given {
  readonly text: string;
  readonly place: Place;
}

/** An equation as found on a page. */
export interface EquationSource {
  readonly tex: string;
  readonly display: boolean;
  /** Place of the opening `$` or `$$`. */
  readonly place: Place;
  /** The givens in scope, outermost first; a later line about the same name replaces an earlier one. */
  readonly givens: readonly Given[];
  /** Place on the page of an offset in `tex`. */
  readonly locate: (offset: number) => { line: number; column: number };
}

/** What the worlds said of one relation. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  /** Worlds in which the relation was decided. */
  readonly worlds: number;
  /** Largest |left - right| seen, and the bound that stood against it in that world; null if not numeric. */
  readonly residual: number | null;
  readonly bound: number | null;
  /** Of an inequality: whether some world makes both sides equal, and the least distance found, as a share of the larger. */
  readonly attained?: boolean;
  readonly slack?: number | null;
  /** Why it is undecided, vacuous or unread, or what a refutation may mean. */
  readonly reason: string | null;
  /** The world that refutes it, or the witness: the names on which the two sides depend, and no other. */
  readonly counterexample: Readonly<Record<string, string>> | null;
  /** The two sides in the counterexample, as text. */
  readonly values: { readonly left: string; readonly right: string } | null;
}

/** What became of the slips of the pen that were tried on a relation (see mutant.ts). */
export interface Mutants {
  readonly killed: number;
  /** Mutants that provably say the same; not counted among the others. */
  readonly equivalent: number;
  readonly survived: readonly { readonly rule: string; readonly tex: string }[];
}

export interface RelationRecord extends Outcome {
  /** Offset in `tex` of what line and column point at. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** The LaTeX of the relation sign, such as `=` or `\le`. */
  readonly relation: string;
  readonly left: string;
  readonly right: string;
  /** Offsets in `tex`: the left side, the sign and the right side, for underlining. */
  readonly span: { readonly start: number; readonly end: number };
  /** The reason the author gives for the step, if any: `\text{...}` after the relation, or `\eqref` above it. */
  readonly because: string | null;
  /** The label of the row, if it has one. */
  readonly label: string | null;
  /** Theorems of mathlib that the author names for it, `\lean{…}`: shown, and never counted as our own check. */
  readonly lean?: readonly string[];
  /** Only where mutants were asked for, and the relation holds. */
  readonly mutants?: Mutants;
}

export interface EquationRecord {
  readonly label: string | null;
  readonly display: boolean;
  readonly line: number;
  readonly column: number;
  readonly tex: string;
  readonly relations: readonly RelationRecord[];
  /** Seed of this equation's own random stream. */
  readonly seed: number;
  /** Every `\label` and `\eqref`/`\ref` in it, with offsets in `tex`. */
  readonly labels: readonly { readonly name: string; readonly offset: number }[];
  readonly references: readonly { readonly name: string; readonly offset: number }[];
}

/** A mistake of the page itself rather than of an equation. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
  readonly hint: string | null;
}
