/** One claim made into code that can be run in worlds, or a reason why it cannot. */
import { compileLaw } from '../meaning/law.ts';
import { attempt, Misshapen, Refusal, Undefined } from '../meaning/refusal.ts';
import { comparable, relations } from '../meaning/relate.ts';
import { Scope, type Env } from '../meaning/scope.ts';
import { isMatrix, isNumber, kindOf, type Value } from '../meaning/value.ts';
import { exact } from '../number/bounded.ts';
import { demandArity } from '../notation/arity.ts';
import { print } from '../notation/index.ts';
import type { Tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import type { Context } from './context.ts';
import { converging, isArrow } from './converge.ts';
import { isArithmetic } from './far.ts';
import { frameOf, jointly, type Frame } from './frame.ts';
import { proportional } from './proportion.ts';
import type { Evidence } from './record.ts';
import { compileSide, isStatistical, sideOf, valueOf, type Runnable, type Side, type Sides } from './side.ts';
import { partsOf } from './solve.ts';
import { meantSurely } from './surely.ts';
import { transformation } from './transformation.ts';
import { weigh, type Weighed } from './weigh.ts';

export type { Runnable, Sides };

/** Throws Refusal where the claim has no meaning under the givens. */
export function runnable(claim: Claim, context: Context, sides: Sides = new Map()): Runnable {
  const { together, ...alone } = claim;
  if (together) {
    const others = together.claims.filter((_, place) => place !== together.place);
    return jointly(runnable(alone, context, sides), others.map((c) => runnable(c, context)));
  }
  for (const part of [claim.left, claim.sign, claim.right]) demandArity(part);
  const frame = frameOf(claim, scopeOf(claim, context));
  const relation = related(claim, frame, sides);
  const used = new Set([...relation.used, ...frame.used]);
  const existential = claim.exists.length > 0 || [...context.some].some((name) => used.has(name));
  return { ...relation, used, existential, run: frame.around(relation.run) };
} // prettier-ignore

/** The relation without what stands around it. */
function related(claim: Claim, frame: Frame, sides: Sides): Omit<Runnable, 'existential'> {
  const { scope } = frame;
  const sign = signOf(claim);
  if (isArrow(claim.sign)) return converging(claim, scope);
  if (sign === '\\propto') return proportional(claim, scope);
  const transformed = sign === '\\sim' ? transformation(claim, scope) : null;
  if (transformed) return transformed;
  if (!(sign in relations) && sign !== '\\implies')
    throw new Refusal(`“${claim.sign.text}” is not understood as a statement here`, claim.sign.span);
  const joins = ['\\iff', '\\implies'].includes(claim.sign.text);
  const meant = joins ? meantSurely(claim.left, claim.right, scope) : [claim.left, claim.right];
  const [left, right] =
    claim.sign.text === '\\sim'
      ? drawn(claim, scope)
      : (meant.map((side) => sideOf(side, scope, sides, frame.moves)) as [Side, Side]);
  const both = (env: Env) => [valueOf(left, scope, env), valueOf(right, scope, env)] as const;
  const each = (env: Env) => [left, right].map((side) => attempt(() => valueOf(side, scope, env)));
  return {
    sign,
    joins,
    arithmetic: isArithmetic(claim.left, scope) && isArithmetic(claim.right, scope),
    halves: joins ? halvesOf(claim, scope) : null,
    sides: (env) => each(env).map((v) => (v instanceof Refusal ? exact(NaN) : v)) as [Value, Value],
    used: new Set([...left.used, ...right.used]),
    evidence: () => kindOfEvidence([left, right], claim),
    run: (env) => {
      let a: Value, b: Value;
      try {
        [a, b] = both(env);
      } catch (error) {
        if (error instanceof Undefined) return withoutValue(each(env), error);
        throw error;
      }
      if (!comparable(sign, a, b))
        throw new (isMatrix(a) || isMatrix(b) ? Misshapen : Refusal)(
          `${kindOf(a)} ${claim.sign.text} ${kindOf(b)}: the two sides cannot be compared`,
          claim.sign.span,
        );
      const weighed = weigh(sign, a, b, isStatistical(left) || isStatistical(right));
      return joins ? { ...weighed, truths: truthsOf(a, b) } : weighed;
    },
  };
}

function halvesOf(claim: Claim, scope: Scope): Runnable['halves'] {
  const [left, right] = [partsOf(claim.left, scope), partsOf(claim.right, scope)];
  return left && right && [left, right];
}

/** One side has no single value in this world, as it is written: the relation is false if the other has one. */
function withoutValue(sides: readonly (Value | Refusal)[], error: Undefined): Weighed {
  const has = (v: Value | Refusal): boolean => !(v instanceof Refusal) && !(isNumber(v) && Number.isNaN(v.value));
  if (!sides.some(has)) throw error;
  return { says: 'false', residual: null, bound: null, slack: null, why: error.message };
}

/** Whether two statements are both true or both false. */
function truthsOf(a: Value, b: Value): 'both' | 'neither' | 'other' {
  const [x, y] = [a, b].map((v) => ('kind' in v && v.kind === 'truth' ? v.truth : null));
  return x === null || x !== y ? 'other' : x ? 'both' : 'neither';
}

const signOf = (claim: Claim): string =>
  claim.sign.text === '\\iff' || claim.sign.text === ':=' ? '=' : claim.sign.text;

function scopeOf(claim: Claim, context: Context): Scope {
  const { shared, declarations, definitions } = context;
  for (const t of claim.exists)
    if (!declarations.has(print(t))) throw new Refusal(`nothing given says what “${print(t)}” is`, t.span);
  const base = new Scope(shared, declarations, definitions);
  const approximate = claim.sign.text === '\\approx' || claim.sign.text === '\\simeq' || isArrow(claim.sign);
  const sizes = [...declarations.values()].filter((d) => d.role === 'size').map((d) => d.name);
  for (const name of claim.limits)
    if (!sizes.includes(name))
      throw new Refusal(`“${name}” goes to infinity, but nothing given says that it is a sample size`, claim.sign.span);
  return base.inLimit(...claim.limits, ...(approximate ? sizes : []));
}

/** `X = \{x_1, …\} \sim p`: what was given to be drawn from which law, against the law that is written. */
function drawn(claim: Claim, scope: Scope): [Side, Side] {
  const of = (t: Tree): Side => {
    const made = compileSide(scope, () => compileLaw(t, scope).law, true);
    made.evidence.add('declared');
    return made;
  };
  for (const t of [claim.left, claim.right]) if (t.op === 'error') throw new Refusal(t.text, t.span);
  // the variable under a law is any that has it
  if (claim.left.op === 'under') return [of(claim.left.args[0]!), of(claim.right)];
  const expanded = scope.expand(claim.left);
  const subject = expanded?.body ?? claim.left;
  const first = subject.op === 'set' || subject.op === 'list' ? subject.args[0]! : subject;
  const base = first.op === 'index' ? `${first.args[0]!.text}_\\cdot` : first.text;
  const declared = scope.lookup(base);
  if (!declared?.of && declared?.role !== 'random')
    throw new Refusal(`nothing given says from which law “${print(claim.left)}” is drawn`, claim.left.span);
  return [of(declared.of ?? first), of(claim.right)];
}

const KINDS: readonly Evidence[] = ['simulation', 'tail', 'limit', 'search', 'derivative', 'quadrature', 'declared'];

function kindOfEvidence(sides: readonly Side[], claim: Claim): Evidence {
  if (claim.sign.text === '\\implies') return 'exact';
  return KINDS.find((kind) => sides.some(({ evidence }) => evidence.has(kind))) ?? 'exact';
}
