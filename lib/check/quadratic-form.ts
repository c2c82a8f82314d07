/**
 * `(X - \mu)^\top \Sigma^{-1} (X - \mu) \sim \chi^2(n)`: what is of degree 2 in a normal vector x = \mu + L z is
 * c + g^\top z + z^\top M z of a standard normal z. It has a gamma law of mean m and variance v if and only if c = 0, g = 0,
 * M^2 = a M and \operatorname{tr} M = m for a = v / (2 m): its moment generating function has no other poles than those of
 * the eigenvalues of M. (Cochran 1934.)
 */
import { compileLaw, sampleLaw } from '../meaning/law.ts';
import { collapsed, combineMatrices, map, matrix, matrixPower, trace, unstacked } from '../meaning/matrix.ts';
import { quadratic } from '../meaning/quadratic.ts';
import { Refusal } from '../meaning/refusal.ts';
import { kept, type Declaration, type Env, type Scope } from '../meaning/scope.ts';
import {
  isLaw,
  isNumber,
  kindOf,
  type Law,
  type ListValue,
  type MatrixValue,
  type Value,
  type VectorLaw,
} from '../meaning/value.ts';
import { product } from '../meaning/vector-law.ts';
import { print } from '../notation/index.ts';
import { add, divide, exact, multiply, sqrt, sum, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import type { DensityLaw } from '../distribution/density.ts';
import type { Claim } from './claim.ts';
import { compileSide, valueOf, type Runnable } from './side.ts';
import { weigh, worst } from './weigh.ts';

const [ZERO, HALF, TWO] = [exact(0), exact(0.5), exact(2)];

interface Form {
  readonly constant: Bounded;
  readonly slope: readonly Bounded[];
  readonly m: MatrixValue;
}

/** With both moments. */
const isGamma = (v: Value): v is DensityLaw & { mean: Bounded; variance: Bounded } =>
  isLaw(v) && v.kind === 'density' && /^(gamma|exponential)/.test(v.name) && Boolean(v.mean && v.variance);

/** A standard normal vector of so many entries, and where the random name is for a value of it. */
interface Standard {
  readonly size: number;
  readonly at: (z: readonly Bounded[]) => Value;
}

/** Of a normal vector or matrix, or of a sample from a normal law; null for others. */
function standardOf(declared: Declaration, at: Tree, scope: Scope): (env: Env) => Standard | null {
  if (declared.role === 'sample') {
    const { law } = sampleLaw(declared, at, scope);
    return (env) => {
      const l = law(env);
      if (l.kind !== 'density' || !l.name.startsWith('normal') || !l.mean || !l.variance) return null;
      const [mean, root] = [l.mean, sqrt(l.variance)];
      const size = (env[declared.slot] as ListValue).items.length;
      return { size, at: (z) => ({ kind: 'list', items: z.map((x) => add(mean, multiply(root, x))) }) };
    };
  }
  return (env) => {
    const law = env[declared.lawSlot!] as VectorLaw | Law;
    if (law.kind !== 'vector law' || !/normal$/.test(law.name)) return null;
    const [root, rows] = [law.factor().rows, law.mean.rows.length];
    const step = (z: readonly Bounded[]): MatrixValue => unstacked(product(root, z.map((x) => [x])).flat(), rows); // prettier-ignore
    return {
      size: root.length,
      at: (z) => collapsed((combineMatrices('add', '', law.mean, step(z)) as MatrixValue).rows),
    };
  };
}

/** Of what is of degree 2 in one random vector or sample; where that is not normal it is left to `otherwise`, or refused. */
export function ofQuadraticForm(claim: Claim, declared: Declaration, scope: Scope, otherwise: Omit<Runnable, 'existential'> | null): Omit<Runnable, 'existential'> {
  const { span } = claim.left;
  const left = compileSide(scope, () => scope.compile(claim.left), true);
  const right = compileSide(scope, () => compileLaw(claim.right, scope).law);
  const { slot } = declared;
  const standard = standardOf(declared, claim.left, scope);
  const formIn = (env: Env): Form | null => {
    const found = standard(env);
    if (otherwise && (!found || !isGamma(valueOf(right, scope, env)))) return null;
    if (!found)
      throw new Refusal(`what is of degree 2 in a vector is read of normal ones, and “${declared.name}” has another law`, span);
    const before = kept(env, slot)!;
    const { constant, slope, curvature } = quadratic((z) => {
      env[slot] = found.at(z.rows.flat());
      const v = valueOf(left, scope, env);
      if (isNumber(v)) return v;
      throw new Refusal(`“${print(claim.left)}” is ${kindOf(v)} where a number is due`, span);
    }, found.size, 1);
    env[slot] = before;
    return { constant, slope, m: map(matrix(curvature), (x) => multiply(HALF, x)) };
  };
  const gammaIn = (env: Env): { law: Law; mean: Bounded; scale: Bounded } => {
    const law = valueOf(right, scope, env);
    if (!isGamma(law))
      throw new Refusal(`“${print(claim.left)}” is of degree 2 in a normal vector, whose law is compared with a chi-squared or gamma law only`, span); // prettier-ignore
    return { law, mean: law.mean, scale: divide(law.variance, multiply(TWO, law.mean)) };
  };
  const moments = ({ constant, slope, m }: Form): Value => {
    const squares = sum(slope.map((x) => multiply(x, x)));
    const variance = add(multiply(TWO, trace(matrixPower(m, 2))), squares);
    return { kind: 'list', items: [add(constant, trace(m)), variance] };
  };
  return {
    sign: '\\sim',
    used: new Set([...left.used, ...right.used]),
    evidence: () => otherwise?.evidence() ?? 'exact',
    sides: (env) => {
      const form = formIn(env);
      return form ? [moments(form), gammaIn(env).law] : otherwise!.sides(env);
    },
    run: (env) => {
      const form = formIn(env);
      if (!form) return otherwise!.run(env);
      const { constant, slope, m } = form;
      const { mean, scale } = gammaIn(env);
      const square = matrixPower(m, 2).rows.flat();
      return worst([
        weigh('=', trace(m), mean, false),
        ...m.rows.flat().map((x, i) => weigh('=', square[i]!, multiply(scale, x), false)),
        ...[constant, ...slope].map((x) => weigh('=', x, ZERO, false)),
      ]);
    },
  };
} // prettier-ignore
