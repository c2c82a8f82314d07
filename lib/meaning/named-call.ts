/** `\mathcal{N}(\mu, \sigma^2)` is a law, `\mathcal{N}(x; \mu, \sigma^2)` its density at x: parameters stand last. */
import type { Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { namedAny, namedVector, type NamedJoint, type NamedLaw, type NamedVector } from './named.ts';
import { Misshapen, Refusal, WrongShape } from './refusal.ts';
import { asColumn, isVector, matrix } from './matrix.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';
import type { Code, Env, Scope } from './scope.ts';
import { isMatrix, isNumber, kindOf, type Law } from './value.ts';
import type { VectorLaw } from './vector-law.ts';

export interface NamedCall {
  readonly law: (env: Env) => Law | JointDensity | VectorLaw;
  /** What stands before the bar or semicolon: the place where the density is taken, or the name of the argument. */
  readonly at: Tree | null;
}

/** The law that the head of a call names, unless the givens say that the head is something else. */
type Named = NamedLaw | NamedJoint | NamedVector;

export function namedHead(t: Tree, scope: Scope): Named | undefined {
  if (t.op !== 'call') return undefined;
  const head = t.args[0]!;
  if (head.op !== 'symbol' && head.op !== 'word') return undefined;
  const declared = scope.declarations.get(head.text);
  // an upright letter is not the variable of the same letter, and a number has no parameters: in T \sim t(\nu) it is the law
  if (declared && !['random', 'value', 'outcome'].includes(declared.role)) return undefined;
  return namedAny(head.text);
}

export function compileNamed(t: Tree, first: Named, scope: Scope): NamedCall {
  const groups = t.args.slice(1);
  const written = scope.shared.print(t);
  const named = 'other' in first && first.other?.parameters.length === groups.at(-1)!.args.length ? first.other : first;
  const { name, parameters } = named;
  if (t.text.length > 1 || t.text === '‖')
    throw new Refusal(`“${written}” should have the parameters of the ${name} after one bar or semicolon`, t.span);
  const theta = groups.at(-1)!.args;
  const any = parameters.length === 1 && parameters[0]!.endsWith('…');
  if (!any && theta.length !== parameters.length) {
    const due = parameters.length === 1 ? '1 parameter' : `${parameters.length} parameters`;
    throw new Refusal(`the ${name} has ${due} (${parameters.join(', ')}), “${written}” has ${theta.length}`, t.span);
  }
  const points = groups.length > 1 ? groups[0]!.args : [];
  if ('makeJoint' in named && points.length > 0)
    throw new Refusal(`the density of the ${name} is not read: write it as a product of densities`, t.span);
  if (points.length > 1)
    throw new Refusal(`the ${name} has one argument, “${written}” has ${points.length}`, groups[0]!.span);
  const whole = any && theta.length === 1 ? scope.compile(theta[0]!) : null;
  if (whole) return { law: ofProbabilities(whole, t, named, written), at: points[0] ?? null };
  const vectors = namedVector(t.args[0]!.text);
  if (vectors && vectors.parameters.length === theta.length)
    return { law: ofVectors(theta, named, vectors, t, scope), at: points[0] ?? null };
  const codes = theta.map((p) => scope.number(p));
  const made = make(named as NamedLaw | NamedJoint, t, written);
  const law = remembered(made);
  return { law: (env) => law(codes.map((code) => code(env))), at: points[0] ?? null };
}

/** `\mathcal{N}(\mu, \Sigma)`: a law of numbers, or of vectors where its parameters are vectors and matrices. */
function ofVectors(
  theta: readonly Tree[],
  named: Named,
  vectors: NamedVector,
  t: Tree,
  scope: Scope,
): (env: Env) => Law | JointDensity | VectorLaw {
  const written = scope.shared.print(t);
  const codes = theta.map((p) => scope.compile(p));
  const ofNumbers = 'make' in named ? remembered(make(named, t, written)) : null;
  return (env) => {
    const all = codes.map((code) => code(env));
    if (ofNumbers && all.every(isNumber)) return ofNumbers(all);
    const columns = all.map((v, i) => {
      const column = isNumber(v) ? matrix([[v]]) : asColumn(v);
      if (column) return column;
      throw new Refusal(`“${scope.shared.print(theta[i]!)}” is ${kindOf(v)} where a vector or a matrix is due`, theta[i]!.span); // prettier-ignore
    });
    return orRefused(() => vectors.makeVector(columns), t, written);
  };
}

/** `\\mathrm{Cat}(p)` of a law, or of a vector of probabilities. */
function ofProbabilities(whole: Code, t: Tree, named: Named, written: string): (env: Env) => Law | JointDensity {
  const made = make(named as NamedLaw, t, written);
  return (env) => {
    const v = whole(env);
    if ('kind' in v && v.kind === 'finite') return v;
    if (isMatrix(v) && isVector(v)) return made(v.rows.map(([p]) => p!));
    if (isNumber(v)) return made([v]);
    throw new Refusal(`“${written}” should have probabilities, it has ${kindOf(v)}`, t.span);
  };
}

function make(
  named: NamedLaw | NamedJoint,
  t: Tree,
  written: string,
): (theta: readonly Bounded[]) => Law | JointDensity {
  return (theta) => orRefused(() => ('make' in named ? named.make(theta) : named.makeJoint(theta)), t, written);
}

function orRefused<T>(made: () => T, t: Tree, written: string): T {
  try {
    return made();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new (error instanceof WrongShape ? Misshapen : Refusal)(
      `“${written}” is no law there: ${error.message}`,
      t.span,
    );
  }
}

/** Laws that are kept, by parameters: a derivative moves them over the same places again for each term of a sum. */
const KEPT = 256;

/** The same parameters make the same law: under an integral it would be made anew at every place. */
function remembered(
  make: (theta: readonly Bounded[]) => Law | JointDensity,
): (theta: readonly Bounded[]) => Law | JointDensity {
  const kept = new Map<number, Kept>();
  let last: Kept | undefined;
  return (theta) => {
    if (last && isSame(last.theta, theta)) return last.law;
    let key = 0;
    for (const { value } of theta) key = 3 * key + value;
    const known = kept.get(key);
    if (known && isSame(known.theta, theta)) return (last = known).law;
    last = { theta, law: make(theta) };
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, last);
    return last.law;
  };
}

interface Kept {
  readonly theta: readonly Bounded[];
  readonly law: Law | JointDensity;
}

function isSame(a: readonly Bounded[], b: readonly Bounded[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i]!.value !== b[i]!.value || a[i]!.error !== b[i]!.error) return false;
  return true;
}
