/**
 * `g(X) \sim L`: the distribution function of g(X) is that of L at places all over L. Change of variables by the inverse
 * of g was rejected: it would speak of smooth increasing g alone.
 */
import { cdf } from '../distribution/cumulative.ts';
import { derivedLaw } from '../meaning/derived-law.ts';
import { compileLaw } from '../meaning/law.ts';
import { averageOfVector } from '../meaning/random.ts';
import { randomNames } from '../meaning/random-names.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Declaration, Env, Scope } from '../meaning/scope.ts';
import { matrix } from '../meaning/matrix.ts';
import { covarianceMatrix } from '../meaning/shape.ts';
import { degreeIn } from '../meaning/vector-average.ts';
import { vectorNormal } from '../meaning/vector-law.ts';
import { isLaw, isNumber, kindOf, type Law, type MatrixValue, type Value } from '../meaning/value.ts';
import { print } from '../notation/index.ts';
import { exact, type Bounded } from '../number/bounded.ts';
import { tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import { compileSide, valueOf, type Runnable } from './side.ts';
import { weigh, worst } from './weigh.ts';

const PLACES = [-2, -1, -0.5, -0.25, 0.25, 0.5, 1, 2];
const OUTCOMES = 12;

/** Where the two distribution functions are compared. */
function places(law: Law): readonly number[] {
  if (law.kind === 'finite') return law.outcomes.slice(0, OUTCOMES);
  const [low, high] = law.support;
  return PLACES.map((z) => law.centre + z * law.scale).filter((x) => x > low && x < high);
}

/** A name that no page can write. */
const PLACE = '\\place of a distribution function';

/** `A X + b \sim \mathcal{N}(A \mu + b, A \Sigma A^\top)`: what is linear in a normal vector is normal, by its mean and covariance. */
function ofVector(claim: Claim, random: readonly Declaration[], scope: Scope): Omit<Runnable, 'existential'> {
  const [declared, ...more] = random;
  if (more.length > 0 || degreeIn(claim.left, declared!.name, scope) !== 1)
    throw new Refusal(`“${print(claim.left)}” is not linear in one random vector, so that its law is not known`, claim.left.span);
  const left = compileSide(scope, () => {
    const mean = averageOfVector(claim.left, scope, claim.left)!;
    const covariance = covarianceMatrix(claim.left, claim.left, scope, claim.left)!;
    return (env) => {
      const law = env[declared!.lawSlot!]!;
      if ('name' in law && !law.name.startsWith('normal'))
        throw new Refusal(`what is linear in a vector is read of normal ones, and “${declared!.name}” has ${kindOf(law)}`, claim.left.span);
      return normalOf(mean(env), covariance(env));
    };
  });
  const right = compileSide(scope, () => {
    const { law } = compileLaw(claim.right, scope);
    return (env) => {
      const l = law(env);
      return l.kind === 'density' && l.mean && l.variance && l.name.startsWith('normal') ? normalOf(l.mean, l.variance) : l;
    };
  });
  const both = (env: Env): [Value, Value] => [valueOf(left, scope, env), valueOf(right, scope, env)];
  return {
    sign: '\\sim',
    used: new Set([...left.used, ...right.used]),
    evidence: () => 'exact',
    sides: both,
    run: (env) => weigh('\\sim', ...both(env), false),
  };
} // prettier-ignore

function normalOf(mean: Value, covariance: Value): Value {
  const column = (v: Value) => (isNumber(v) ? matrix([[v]]) : (v as MatrixValue));
  return vectorNormal(column(mean), column(covariance));
}

/** Null where the left side is a name with a law of its own, or nothing random. */
export function transformation(claim: Claim, scope: Scope): Omit<Runnable, 'existential'> | null {
  const subject = scope.expand(claim.left)?.body ?? claim.left;
  const own = ['symbol', 'index', 'set', 'list', 'under'].includes(subject.op);
  const random = [...randomNames(claim.left, scope).values()];
  if (own || random.length === 0) return null;
  if (random.some((d) => d.vector)) return ofVector(claim, random, scope);
  const right = compileSide(scope, () => compileLaw(claim.right, scope).law, true);
  const slot = scope.slot();
  const inner = scope.bind(PLACE, slot);
  const { span } = claim.left;
  const at = tree('symbol', [], PLACE, span);
  const event = tree('chain', [claim.left, tree('relation', [], '\\le', span), at], '', span);
  const probability = tree('call', [tree('symbol', [], '\\Pr', span), tree('list', [event], '', span)], '', span);
  const left = compileSide(inner, () => inner.compile(probability), true);
  const lawOf = (env: Env): Law => {
    const law = right.code(env);
    if (isLaw(law)) return law;
    throw new Refusal(`“${print(claim.right)}” is no law of one variable`, claim.right.span);
  };
  const below = (env: Env, x: number): Bounded => {
    env[slot] = exact(x);
    scope.shared.evidence = left.evidence;
    return left.code(env) as Bounded;
  };
  const derived = derivedLaw(claim.left, scope, compileLaw);
  // a distribution function at each place by simulation would never tell two laws from each other
  const shares = (env: Env): ((x: number) => Bounded) => {
    const own = derived?.(env);
    return own ? (x) => cdf(own, x) : (x) => below(env, x);
  };
  return {
    sign: '\\sim',
    used: new Set([...left.used, ...right.used]),
    evidence: () => (left.evidence.has('simulation') ? 'simulation' : 'quadrature'),
    sides: (env) => {
      const law = lawOf(env);
      const share = shares(env);
      const items = places(law).map((x): Value => ({ kind: 'list', items: [exact(x), share(x)] }));
      return [{ kind: 'list', items }, law];
    },
    run: (env) => {
      const law = lawOf(env);
      const share = shares(env);
      return worst(places(law).map((x) => weigh('=', share(x), cdf(law, x), false)));
    },
  };
}
