/**
 * `g(X) \sim L`: the distribution function of g(X) is that of L at places all over L. Change of variables by the inverse
 * of g was rejected: it would speak of smooth increasing g alone.
 */
import { cdf } from '../distribution/cumulative.ts';
import { degreeIn } from '../meaning/degree.ts';
import { derivedLaw } from '../meaning/derived-law.ts';
import { compileLaw } from '../meaning/law.ts';
import { averageOfVector } from '../meaning/random.ts';
import { randomNames } from '../meaning/random-names.ts';
import { Refusal } from '../meaning/refusal.ts';
import { isOwnSample, letterOf, type Declaration, type Env, type Scope } from '../meaning/scope.ts';
import { entries, height, map, matrix, stacked, unstacked, width } from '../meaning/matrix.ts';
import { vectorT } from '../meaning/matrix-law.ts';
import { covarianceMatrix } from '../meaning/shape.ts';
import { vectorNormal, type VectorLaw } from '../meaning/vector-law.ts';
import { isLaw, isNumber, kindOf, type Law, type MatrixValue, type Value } from '../meaning/value.ts';
import { print } from '../notation/index.ts';
import { divide, exact, multiply, subtract, type Bounded } from '../number/bounded.ts';
import { tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import { ofQuadraticForm } from './quadratic-form.ts';
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

/**
 * `A X + b \sim \mathcal{N}(A \mu + b, A \Sigma A^\top)`: what is linear in normal vectors or matrices is normal, by its
 * mean and covariance; what is linear in one t vector is a t vector, and the factor of its scale moves as places do.
 */
function ofVector(claim: Claim, random: readonly Declaration[], scope: Scope): Omit<Runnable, 'existential'> {
  const refuse = (why: string): never => {
    throw new Refusal(`“${print(claim.left)}” ${why}`, claim.left.span);
  };
  const degrees = random.map((d) => (d.vector ? degreeIn(claim.left, d.name, scope) : null));
  if (degrees.length === 1 && degrees[0] === 2) return ofQuadraticForm(claim, random[0]!, scope, null);
  if (degrees.some((degree) => degree !== 1))
    return refuse('is not linear in random vectors, so that its law is not known');
  const left = compileSide(scope, () => {
    const { span } = claim.left;
    const body = tree('vec', [claim.left], '\\mathrm{vec}', span);
    const shape = scope.compile(claim.left);
    const mean = averageOfVector(body, scope, body)!;
    const covariance = covarianceMatrix(body, body, scope, body)!;
    return (env) => {
      const laws = random.map((d) => env[d.lawSlot!]!);
      const other = laws.find((law) => 'name' in law && !/normal/.test(law.name) && law.name !== 't');
      if (other && 'name' in other) return refuse(`is linear in a vector with ${kindOf(other)} of the name ${other.name}, which is not read: normal and t laws are`);
      const at = shape(env);
      const rows = isNumber(at) ? 1 : height(at as MatrixValue);
      const t = laws.find((law) => 'name' in law && law.name === 't') as VectorLaw | undefined;
      if (t && laws.length > 1) return refuse('is a sum of t vectors, whose law is not known');
      if (t) return tOf(mean(env), covariance(env), t.told[0]!);
      return normalOf(mean(env), covariance(env), rows);
    };
  });
  const right = compileSide(scope, () => {
    const { law } = compileLaw(claim.right, scope);
    return (env) => {
      const l = law(env);
      if (l.kind === 'vector law' && l.name === 'matrix normal') return normalOf(stacked(l.mean), l.covariance, height(l.mean));
      if (l.kind === 'density' && l.mean && l.variance && l.name.startsWith('normal')) return normalOf(l.mean, l.variance, 1);
      return l;
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

const asMatrix = (v: Value): MatrixValue => (isNumber(v) ? matrix([[v]]) : (v as MatrixValue));

/** The law of a matrix of so many rows from that of its entries, column below column. */
function normalOf(mean: Value, covariance: Value, rows: number): VectorLaw {
  const law = vectorNormal(asMatrix(mean), asMatrix(covariance));
  const shaped = unstacked(entries(law.mean), rows);
  return width(shaped) === 1 ? law : { ...law, mean: shaped };
}

/** Of the t law with the covariance of df degrees of freedom. */
function tOf(mean: Value, covariance: Value, df: Bounded): VectorLaw {
  const ratio = divide(subtract(df, exact(2)), df);
  return vectorT(
    asMatrix(mean),
    map(asMatrix(covariance), (x) => multiply(ratio, x)),
    matrix([[df]]),
  );
}

/** Null where the left side is a name with a law of its own, or nothing random. */
export function transformation(claim: Claim, scope: Scope): Omit<Runnable, 'existential'> | null {
  const subject = scope.expand(claim.left)?.body ?? claim.left;
  const random = [...randomNames(claim.left, scope).values()];
  // an entry of a random vector has no law of its own among the givens
  const isEntry = subject.op === 'index' && random.some((d) => d.vector);
  const own = !isEntry && ['symbol', 'index', 'set', 'list', 'under'].includes(subject.op);
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
  const plain: Omit<Runnable, 'existential'> = {
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
  const [only, ...more] = random;
  const isForm = more.length === 0 && isOwnSample(only!) && degreeIn(claim.left, letterOf(only!), scope) === 2;
  return isForm ? ofQuadraticForm(claim, only!, scope, plain) : plain;
}
