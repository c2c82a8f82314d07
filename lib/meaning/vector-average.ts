/**
 * Expectations of polynomials in random vectors, exactly: for degree 2 every law with the same mean and covariance has the
 * same average; a normal law of dimension n is averaged over the 3^n places of the Gauss-Hermite rule of 3 nodes (degree 5
 * in each coordinate), and a finite one over its places. Quadrature in n dimensions was rejected: it has no bound that is
 * worth its time.
 */
import { add, divide, exact, exp, multiply, sqrt, subtract, sum, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { degreeIn, logDegreeIn } from './degree.ts';
import { logOf } from './logarithm.ts';
import { collapsed, entries, height, map, matrix, sameShape, transpose, unstacked, vector, width } from './matrix.ts';
import { logGaussianIntegral } from './quadratic.ts';
import { Refusal } from './refusal.ts';
import { kept, type Code, type Declaration, type Env, type Scope } from './scope.ts';
import { isMatrix, isNumber, kindOf, type MatrixValue, type Value } from './value.ts';
import { vectorNormal, type VectorLaw } from './vector-law.ts';

/** The law of the vector in this world; of one coordinate it is a law of a number. */
function lawIn(declared: Declaration, env: Env, at: Tree): VectorLaw {
  const law = env[declared.lawSlot!]!;
  if ('kind' in law && law.kind === 'vector law') return law;
  if ('kind' in law && law.kind === 'density' && law.mean && law.variance && law.name.startsWith('normal'))
    return vectorNormal(vector([law.mean]), matrix([[law.variance]]));
  throw new Refusal(`“${declared.name}” is given as a random vector, and its law is ${kindOf(law)}`, at.span);
}

const ROOT = sqrt(exact(3));
const NODES = [
  { z: multiply(exact(-1), ROOT), weight: divide(exact(1), exact(6)) },
  { z: exact(0), weight: divide(exact(2), exact(3)) },
  { z: ROOT, weight: divide(exact(1), exact(6)) },
];

type Places = readonly (readonly [MatrixValue, Bounded])[];

const SYMMETRIC: readonly string[] = ['normal', 'matrix normal'];

/**
 * Places and weights under which polynomials of the degree have their average: all places of a finite law; the mean; two
 * places on each axis, which have the covariance and, of a symmetric law, its third moments; three along each coordinate.
 */
function rule(law: VectorLaw, degree: number): Places | null {
  if (law.atoms) return law.atoms;
  if (degree <= 1) return [[law.mean, exact(1)]];
  if (degree === 2 || (degree === 3 && SYMMETRIC.includes(law.name))) return axes(law);
  return law.name === 'normal' && degree <= 5 ? grid(law) : null;
}

/** The mean, and from it \sqrt{k} times each of the k columns of the factor to both sides. */
function axes(law: VectorLaw): Places {
  const columns = transpose(law.factor()).rows;
  const [root, weight] = [sqrt(exact(columns.length)), divide(exact(1), exact(2 * columns.length))];
  const rows = height(law.mean);
  return columns.flatMap((column) => {
    const step = unstacked(column.map((x) => multiply(root, x)), rows);
    return [add, subtract].map((f) => [map(law.mean, (x, i, j) => f(x, step.rows[i]![j]!)), weight] as const);
  });
} // prettier-ignore

function grid(law: VectorLaw): Places {
  const l = law.factor().rows;
  const m = entries(law.mean);
  let all: (readonly [readonly Bounded[], Bounded])[] = [[[], exact(1)]];
  for (let i = 0; i < law.dimension; i++) all = all.flatMap(([z, w]) => NODES.map((node) => [[...z, node.z], multiply(w, node.weight)] as const)); // prettier-ignore
  return all.map(([z, w]) => [vector(m.map((x, i) => add(x, sum(z.map((c, k) => multiply(c, l[i]![k]!)))))), w]);
}

/** Random vectors that have a law together, or one alone. */
const together = (names: readonly Declaration[]): readonly (readonly Declaration[])[] => [
  ...Map.groupBy(names, (d) => d.joint?.slot ?? d.lawSlot).values(),
];

const notRead = (at: Tree, name: string, print: (t: Tree) => string): Refusal =>
  new Refusal(
    `“${print(at)}” is no polynomial in “${name}” of degree 5 at most: others have no exact average`,
    at.span,
  );

/** Refuses vectors of which nothing says how they depend on each other: their product would be a guess. */
function demandTogether(names: readonly Declaration[], written: string, at: Tree): void {
  const open = together(names.filter((d) => !d.apart)).map(([first]) => first!.name);
  if (open.length > 1)
    throw new Refusal(`“${written}” averages over ${open.join(', ')}, and nothing given says how they depend on each other: give them on one line (any law together), or as independent`, at.span);
} // prettier-ignore

/** What the slots of a group hold at each of its places, and the weight of the place. */
type Held = readonly (readonly [values: readonly Value[], weight: Bounded])[];

function placesOf(group: readonly Declaration[], degrees: readonly (number | null)[], at: Tree, print: (t: Tree) => string) {
  return (env: Env): Held => {
    const rules = group.map((d, i) => {
      const law = lawIn(d, env, at);
      const degree = degrees[i]!;
      const found = degree === null && !law.atoms ? null : rule(law, degree ?? 0);
      if (found) return found;
      if (degree === null) throw notRead(at, d.name, print);
      const most = law.name === 'normal' ? 5 : SYMMETRIC.includes(law.name) ? 3 : 2;
      throw new Refusal(`“${print(at)}” is of degree ${degree} under a ${law.name} law: ${most} at most is read`, at.span);
    });
    return rules[0]!.map(([, weight], k) => [rules.map((places) => collapsed(places[k]![0].rows)), weight]);
  };
} // prettier-ignore

/**
 * E of e^{f(X)} with f of degree 2, of a normal X: by the integral of what is again the exponential of such an f; null for
 * others.
 */
function averageOfExponent(body: Tree, declared: Declaration, code: Code, scope: Scope, at: Tree): Code | null {
  const { name } = declared;
  const degree = degreeIn(body, name, scope) === null ? logDegreeIn(body, name, scope) : null;
  if (degree === null || degree > 2) return null;
  const { slot } = scope.lookup(name)!;
  const inLog = logOf(code);
  const log = (env: Env): Bounded => {
    const law = lawIn(declared, env, at);
    if (!SYMMETRIC.includes(law.name)) throw notRead(at, name, scope.shared.print);
    const before = kept(env, slot)!;
    const logarithm = logGaussianIntegral(
      (x) => {
        env[slot] = collapsed(x.rows);
        return add(inLog(env), law.logDensity(x));
      },
      height(law.mean),
      width(law.mean),
    );
    env[slot] = before;
    return logarithm;
  };
  return Object.assign((env: Env) => exp(log(env)), { log });
}

/** E of a number, a vector or a matrix; null where no random vector stands in it. */
export function vectorAverage(body: Tree, names: readonly Declaration[], scope: Scope, at: Tree): Code | null {
  if (!names.some((d) => d.vector)) return null;
  const written = scope.shared.print(at);
  const moved = names.find((d) => d.moved);
  if (moved) throw new Refusal(`the law of “${moved.name}” moves here: write its mean and covariance instead`, at.span);
  if (!names.every((d) => d.vector))
    throw new Refusal(`“${written}” averages over several variables, of which one is a vector: vectors alone are read`, at.span); // prettier-ignore
  demandTogether(names, written, at);
  const groups = together(names).map((group) => {
    const degrees = group.map((d) => degreeIn(body, d.name, scope));
    return { slots: group.map((d) => scope.lookup(d.name)!.slot), places: placesOf(group, degrees, at, scope.shared.print) }; // prettier-ignore
  });
  const slots = groups.flatMap((group) => group.slots);
  const code = scope.compile(body);
  const ofExponent = names.length === 1 ? averageOfExponent(body, names[0]!, code, scope, at) : null;
  if (ofExponent) return ofExponent;
  return (env) => {
    const before = slots.map((slot) => kept(env, slot)!);
    const terms: (readonly [Value, Bounded])[] = [];
    const visit = (i: number, weight: Bounded): void => {
      const group = groups[i];
      if (!group) return void terms.push([code(env), weight]);
      for (const [values, own] of group.places(env)) {
        group.slots.forEach((slot, k) => (env[slot] = values[k]!));
        visit(i + 1, i === 0 ? own : multiply(weight, own));
      }
    };
    visit(0, exact(1));
    slots.forEach((slot, k) => (env[slot] = before[k]!));
    return total(terms, body, scope);
  };
}

function total(terms: readonly (readonly [Value, Bounded])[], body: Tree, scope: Scope): Value {
  const numbers = terms.flatMap(([v, w]) => (isNumber(v) ? [multiply(w, v)] : []));
  if (numbers.length === terms.length) return sum(numbers);
  const [[first]] = terms as [readonly [Value, Bounded]];
  const all = terms.flatMap(([v, w]) =>
    isMatrix(v) && isMatrix(first) && sameShape(v, first) ? [[v, w] as const] : [],
  );
  if (!isMatrix(first) || all.length < terms.length)
    throw new Refusal(`“${scope.shared.print(body)}” is ${kindOf(first)}, which has no average`, body.span);
  return matrix(first.rows.map((row, i) => row.map((_, j) => sum(all.map(([v, w]) => multiply(w, v.rows[i]![j]!))))));
}
