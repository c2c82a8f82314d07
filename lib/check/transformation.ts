/**
 * `g(X) \sim L`: the distribution function of g(X) is that of L at places all over L. Change of variables by the inverse
 * of g was rejected: it would speak of smooth increasing g alone.
 */
import { cdf } from '../distribution/cumulative.ts';
import { compileLaw } from '../meaning/law.ts';
import { randomNames } from '../meaning/random-names.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Env, Scope } from '../meaning/scope.ts';
import { isLaw, type Law, type Value } from '../meaning/value.ts';
import { print } from '../notation/index.ts';
import { exact, type Bounded } from '../number/bounded.ts';
import { tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import { compileSide, type Runnable } from './side.ts';
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

/** Null where the left side is a name with a law of its own, or nothing random. */
export function transformation(claim: Claim, scope: Scope): Omit<Runnable, 'existential'> | null {
  const subject = scope.expand(claim.left)?.body ?? claim.left;
  const own = ['symbol', 'index', 'set', 'list', 'under'].includes(subject.op);
  if (own || randomNames(claim.left, scope).size === 0) return null;
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
  return {
    sign: '\\sim',
    used: new Set([...left.used, ...right.used]),
    evidence: () => 'quadrature',
    sides: (env) => {
      const law = lawOf(env);
      const items = places(law).map((x): Value => ({ kind: 'list', items: [exact(x), below(env, x)] }));
      return [{ kind: 'list', items }, law];
    },
    run: (env) => {
      const law = lawOf(env);
      return worst(places(law).map((x) => weigh('=', below(env, x), cdf(law, x), false)));
    },
  };
}
