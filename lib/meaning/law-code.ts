/** An expression read as a law, and who reads it so. */
import type { JointDensity } from '../distribution/joint-normal.ts';
import type { JointLaw } from '../distribution/joint.ts';
import type { Tree } from '../tex/tree.ts';
import type { Env, Scope } from './scope.ts';
import type { Law } from './value.ts';
import type { VectorLaw } from './vector-law.ts';

export interface LawCode {
  readonly law: (env: Env) => Law | JointLaw | JointDensity | VectorLaw;
  /** The names of its arguments, as far as the expression or the givens say them. */
  readonly names: readonly string[];
}

export type ReadLaw = (t: Tree, scope: Scope) => LawCode;
