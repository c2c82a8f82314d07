/**
 * Expectations of polynomials of degree 2 in independent samples, from the mean and variance of their laws: every law with
 * the same means and covariances has the same average, so that two places for each member do.
 */
import { expectation } from '../distribution/expectation.ts';
import { add, divide, exact, multiply, sqrt, square, subtract, sum, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { degreeIn } from './degree.ts';
import { sampleLaw } from './law.ts';
import { isOwnSample, kept, letterOf, type Declaration, type Env, type Scope } from './scope.ts';
import { isLaw, type Law, type ListValue } from './value.ts';

type Quantity = (env: Env) => Bounded;

/** Mean and standard deviation; null where a moment is none. */
function momentsOf(law: Law): readonly [Bounded, Bounded] | null {
  if (law.kind === 'density') return law.mean && law.variance ? [law.mean, sqrt(law.variance)] : null;
  if (law.tail) return null;
  const mean = expectation(law, exact);
  return [mean, sqrt(expectation(law, (x) => square(subtract(exact(x), mean))))];
}

/** Null where the names are no samples, or the body is no such polynomial; so is its value where a moment is missing. */
export function bySampleMoments(body: Tree, names: readonly Declaration[], scope: Scope, at: Tree): ((env: Env, f: Quantity) => Bounded | null) | null {
  if (names.length === 0 || !names.every((d) => isOwnSample(d) && !d.moved)) return null;
  const degrees = names.map((d) => degreeIn(body, letterOf(d), scope));
  const total = degrees.reduce((a, b) => (a === null || b === null ? null : a + b), 0);
  if (total === null || total > 2) return null;
  const laws = names.map((d) => sampleLaw(d, at, scope).law);
  return (env, f) => {
    const moments = laws.map((law) => {
      const l = law(env);
      return isLaw(l) ? momentsOf(l) : null;
    });
    const sizes = names.map(({ slot }) => (env[slot] as ListValue).items.length);
    const count = sizes.reduce((a, b) => a + b, 0);
    if (moments.includes(null) || count === 0) return null;
    const centres = sizes.map((size, i) => Array.from({ length: size }, () => moments[i]![0]));
    const before = names.map(({ slot }) => kept(env, slot)!);
    const put = (place: readonly (readonly Bounded[])[]): Bounded => {
      names.forEach(({ slot }, i) => (env[slot] = { kind: 'list', items: place[i]! }));
      return f(env);
    };
    const root = sqrt(exact(count));
    const terms = sizes.flatMap((size, i) =>
      Array.from({ length: size }, (_, k) => {
        const step = multiply(root, moments[i]![1]);
        return [add, subtract].map((by) => put(centres.with(i, centres[i]!.with(k, by(centres[i]![k]!, step)))));
      }).flat());
    names.forEach(({ slot }, i) => (env[slot] = before[i]!));
    return divide(sum(terms), exact(2 * count));
  };
} // prettier-ignore
