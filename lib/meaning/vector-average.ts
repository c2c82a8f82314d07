/**
 * Expectations of polynomials in one random vector, exactly: a normal law of dimension n is averaged over the 3^n places of
 * the Gauss-Hermite rule of 3 nodes (degree 5 in each coordinate), and for degree 2 every law with the same mean and
 * covariance has the same average. Quadrature in n dimensions was rejected: it has no bound that is worth its time.
 */
import { add, divide, exact, multiply, sqrt, sum, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { dependsOn } from './line.ts';
import { collapsed, entries, matrix, sameShape, vector } from './matrix.ts';
import { Refusal } from './refusal.ts';
import { kept, type Code, type Declaration, type Env, type Scope } from './scope.ts';
import { isMatrix, isNumber, kindOf, type MatrixValue, type Value } from './value.ts';
import { cholesky, vectorNormal, type VectorLaw } from './vector-law.ts';

/** Of the polynomial that `t` is in the name; null where it is none. */
export function degreeIn(t: Tree, name: string, scope: Scope): number | null {
  const expanded = scope.expand(t);
  if (expanded) return degreeIn(expanded.body, name, expanded.scope);
  if (!dependsOn(t, name, scope)) return 0;
  const of = (i: number): number | null => degreeIn(t.args[i]!, name, scope);
  const most = (): number | null => {
    const all = t.args.map((_, i) => of(i));
    return all.includes(null) ? null : Math.max(...(all as number[]));
  };
  switch (t.op) {
    case 'symbol':
      return 1;
    case 'plus':
    case 'negate':
    case 'add':
    case 'subtract':
    case 'trace':
    case 'matrix':
    case 'row':
      return most();
    case 'index':
      return dependsOn(t.args[1]!, name, scope) ? null : of(0);
    case 'multiply': {
      const [a, b] = [of(0), of(1)];
      return a === null || b === null ? null : a + b;
    }
    case 'divide':
      return dependsOn(t.args[1]!, name, scope) ? null : of(0);
    case 'power': {
      const [base, exponent] = t.args as [Tree, Tree];
      const a =
        base.op === 'norm' && (base.args[1]?.text ?? '2') === '2' ? degreeIn(base.args[0]!, name, scope) : of(0);
      if (a === null) return null;
      if (['T', '\\top', '\\intercal'].includes(exponent.text)) return base.op === 'norm' ? null : a;
      const n = exponent.op === 'number' ? Number(exponent.text) : NaN;
      return Number.isInteger(n) && n >= 1 && (base.op !== 'norm' || n % 2 === 0) ? a * n : null;
    }
    default:
      return null;
  }
}

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

/** Places and weights: three along each coordinate of the normal law with its mean and covariance. */
function rule(law: VectorLaw): readonly (readonly [MatrixValue, Bounded])[] {
  // a Dirichlet law lives on a plane, and its covariance has no inverse: pairs of places around the mean do
  const isNormal = law.name === 'normal';
  if (!isNormal) return pairs(law);
  const l = cholesky(law.covariance.rows);
  const m = entries(law.mean);
  let all: (readonly [readonly Bounded[], Bounded])[] = [[[], exact(1)]];
  for (let i = 0; i < law.dimension; i++) all = all.flatMap(([z, w]) => NODES.map((node) => [[...z, node.z], multiply(w, node.weight)] as const)); // prettier-ignore
  return all.map(([z, w]) => [vector(m.map((x, i) => add(x, sum(z.map((c, k) => multiply(c, l[i]![k]!)))))), w]);
}

/** For degree 2: the covariance of coordinates that add up to a constant, from all but the last of them. */
function pairs(law: VectorLaw): readonly (readonly [MatrixValue, Bounded])[] {
  const n = law.dimension - 1;
  const block = law.covariance.rows.slice(0, n).map((row) => row.slice(0, n));
  const inner = rule(vectorNormal(vector(entries(law.mean).slice(0, n)), matrix(block)));
  const total = sum(entries(law.mean));
  return inner.map(([x, w]) => {
    const first = entries(x);
    return [vector([...first, add(total, multiply(exact(-1), sum([...first])))]), w] as const;
  });
}

/** E of a number, a vector or a matrix; null where no random vector stands in it. */
export function vectorAverage(body: Tree, names: readonly Declaration[], scope: Scope, at: Tree): Code | null {
  const [declared, ...more] = names;
  if (!names.some((d) => d.vector)) return null;
  const written = scope.shared.print(at);
  const moved = names.find((d) => d.moved);
  if (moved) throw new Refusal(`the law of “${moved.name}” moves here: write its mean and covariance instead`, at.span);
  if (!declared?.vector || more.length > 0)
    throw new Refusal(`“${written}” averages over several variables, of which one is a vector: one vector alone is read`, at.span); // prettier-ignore
  const degree = degreeIn(body, declared.name, scope);
  if (degree === null || degree > 5)
    throw new Refusal(`“${written}” is no polynomial in “${declared.name}” of degree 5 at most: others have no exact average`, at.span); // prettier-ignore
  const { slot } = scope.lookup(declared.name)!;
  const code = scope.compile(body);
  return (env) => {
    const law = lawIn(declared, env, at);
    if (law.name !== 'normal' && degree > 2)
      throw new Refusal(`“${written}” is of degree ${degree} under a ${law.name} law: 2 at most is read`, at.span);
    const before = kept(env, slot)!;
    const terms = rule(law).map(([x, w]) => {
      env[slot] = collapsed(x.rows);
      return [code(env), w] as const;
    });
    env[slot] = before;
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
