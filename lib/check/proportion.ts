/** `f(\theta) \propto g(\theta)`: the two sides as functions of a name, equal up to a factor that does not depend on it. */
import { exact, multiply, type Bounded } from '../number/bounded.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Declaration, Env, Scope } from '../meaning/scope.ts';
import { isNumber, type Law, type Value } from '../meaning/value.ts';
import { print } from '../notation/index.ts';
import { alphabet, lawsIn } from '../notation/range.ts';
import type { Tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import { compileSide, isStatistical, sideOf, type Runnable } from './side.ts';
import { weigh, worst, type Weighed } from './weigh.ts';

const MOST = 128;

/** The names in which the sides are proportional: below the sign, or the arguments of the left side. */
export function namesOf(claim: Claim): readonly Tree[] {
  const [below] = claim.sign.args;
  if (below?.op === 'list') return below.args;
  if (below && below.op !== 'reason') return [below];
  const { left } = claim;
  return left.op === 'call' ? left.args[1]!.args.filter((arg) => arg.op === 'symbol') : [];
}

/** Where a function of the name is looked at. */
function placesOf(name: Tree, claim: Claim, scope: Scope): (env: Env) => readonly number[] {
  const declared = scope.lookup(name.text);
  const laws = declared?.role === 'parameter' ? [] : lawsIn(name, claim.left, scope);
  if (laws.length > 0)
    return (env) => {
      const law = laws[0]!(env);
      if (law.kind === 'finite') return law.outcomes;
      if (law.kind === 'density') return spread(law);
      throw new Refusal(`“${print(name)}” is one of several arguments of a law`, name.span);
    };
  if (declared?.role === 'value') return () => numbers(declared);
  return alphabet(name, undefined, claim.left, scope);
}

const spread = (law: Law & { kind: 'density' }): readonly number[] => {
  const all = Array.from({ length: 13 }, (_, i) => law.centre + ((i - 6) / 2) * law.scale);
  return all.filter((x) => x > law.support[0] && x < law.support[1]);
};

function numbers({ ends = [-Infinity, Infinity], whole }: Declaration): readonly number[] {
  const all = whole ? [0, 1, 2, 3, 4, 5, -1, -2] : [-3, -1.5, -1, -0.5, 0.125, 0.25, 0.5, 0.75, 0.875, 1, 2, 5];
  return all.filter((x) => x >= ends[0] && x <= ends[1]);
}

const isZero = (a: Bounded): boolean => a.value === 0 && a.error === 0;
const apart = (a: Bounded): boolean => Number.isFinite(a.value) && Math.abs(a.value) > a.error;

export function proportional(claim: Claim, outer: Scope): Omit<Runnable, 'existential'> {
  const names = namesOf(claim);
  if (names.length === 0 || names.some((t) => t.op !== 'symbol'))
    throw new Refusal(
      'nothing says in which name the sides are proportional: write \\propto_{\\theta}',
      claim.sign.span,
    );
  const slots = names.map(() => outer.slot());
  const grids = compileSide(outer, () => {
    const places = names.map((name) => placesOf(name, claim, outer));
    return (env) => ({ kind: 'list', items: places.map((p) => ({ kind: 'list', items: p(env).map(exact) })) });
  });
  const scope = names.reduce((s, name, i) => s.bind(name.text, slots[i]!, 'outcome'), outer);
  const [left, right] = [sideOf(claim.left, scope, new Map(), true), sideOf(claim.right, scope, new Map(), true)];
  const statistical = isStatistical(left) || isStatistical(right);
  const values = (env: Env): [Bounded[], Bounded[]] => {
    const found: [Bounded[], Bounded[]] = [[], []];
    const grid = itemsOf(grids.code(env)).map(itemsOf);
    if (grid.reduce((n, points) => n * points.length, 1) > MOST)
      throw new Refusal(`the sides are functions of ${names.length} names: name fewer below the sign`, claim.sign.span);
    const visit = (i: number): void => {
      for (const x of grid[i] ?? []) {
        env[slots[i]!] = x;
        if (i + 1 < grid.length) visit(i + 1);
        else [left, right].forEach((side, k) => found[k]!.push(numberOf(side.code(env), claim)));
      }
    };
    visit(0);
    return found;
  };
  return {
    sign: '\\propto',
    used: new Set([...left.used, ...right.used, ...grids.used]),
    evidence: () => (['simulation', 'tail', 'limit', 'search', 'derivative', 'quadrature'] as const).find((kind) => left.evidence.has(kind) || right.evidence.has(kind)) ?? 'exact', // prettier-ignore
    sides: (env) => values(env).map((items): Value => ({ kind: 'list', items })) as [Value, Value],
    run: (env) => compare(...values(env), statistical),
  };
}

const itemsOf = (v: Value): readonly Value[] => ('kind' in v && v.kind === 'list' ? v.items : []);

function numberOf(v: Value, claim: Claim): Bounded {
  if (isNumber(v)) return v;
  throw new Refusal('only numbers are proportional', claim.sign.span);
}

/** l_i r_k = l_k r_i at every place i, with k the place of the largest sides. */
function compare(left: readonly Bounded[], right: readonly Bounded[], statistical: boolean): Weighed {
  const nothing: Weighed = { says: 'nothing', residual: null, bound: null, slack: null };
  if (left.length < 2 || [...left, ...right].some((x) => !Number.isFinite(x.value))) return nothing;
  if (left.every(isZero) && right.every(isZero)) return nothing;
  if (left.every(isZero) || right.every(isZero)) return { ...nothing, says: 'false' };
  const size = (i: number): number => (apart(left[i]!) && apart(right[i]!) ? Math.abs(left[i]!.value * right[i]!.value) : 0); // prettier-ignore
  const k = left.reduce((best, _, i) => (size(i) > size(best) ? i : best), 0);
  if (size(k) === 0) {
    const clash = left.some((l, i) => (apart(l) && isZero(right[i]!)) || (isZero(l) && apart(right[i]!)));
    return { ...nothing, says: clash ? 'false' : 'wide' };
  }
  return worst(left.map((l, i) => weigh('=', multiply(l, right[k]!), multiply(left[k]!, right[i]!), statistical)));
}
