/**
 * `(X - \mu)^\top \Sigma^{-1} (X - \mu) \sim \chi^2(n)`: what is of degree 2 in a normal vector x = \mu + L z is
 * c + g^\top z + z^\top M z of a standard normal z. It has a gamma law of mean m and variance v if and only if c = 0, g = 0,
 * M^2 = a M and \operatorname{tr} M = m for a = v / (2 m): its moment generating function has no other poles than those of
 * the eigenvalues of M. (Cochran 1934.)
 */
import { compileLaw } from '../meaning/law.ts';
import { collapsed, map, matrix, matrixPower, trace, unstacked } from '../meaning/matrix.ts';
import { quadratic } from '../meaning/quadratic.ts';
import { Refusal } from '../meaning/refusal.ts';
import { kept, type Declaration, type Env, type Scope } from '../meaning/scope.ts';
import { isLaw, isNumber, kindOf, type Law, type MatrixValue, type Value, type VectorLaw } from '../meaning/value.ts';
import { product } from '../meaning/vector-law.ts';
import { print } from '../notation/index.ts';
import { add, divide, exact, multiply, sum, type Bounded } from '../number/bounded.ts';
import type { Claim } from './claim.ts';
import { compileSide, valueOf, type Runnable } from './side.ts';
import { weigh, worst } from './weigh.ts';

const [ZERO, HALF, TWO] = [exact(0), exact(0.5), exact(2)];

interface Form {
  readonly constant: Bounded;
  readonly slope: readonly Bounded[];
  readonly m: MatrixValue;
}

/** Of what is of degree 2 in one random vector; throws Refusal where that is not normal. */
export function ofQuadraticForm(claim: Claim, declared: Declaration, scope: Scope): Omit<Runnable, 'existential'> {
  const { span } = claim.left;
  const left = compileSide(scope, () => scope.compile(claim.left), true);
  const right = compileSide(scope, () => compileLaw(claim.right, scope).law);
  const { slot, lawSlot } = declared;
  const formIn = (env: Env): Form => {
    const law = env[lawSlot!] as VectorLaw | Law;
    if (law.kind !== 'vector law' || !/normal$/.test(law.name))
      throw new Refusal(`what is of degree 2 in a vector is read of normal ones, and “${declared.name}” has ${kindOf(law)}`, span); // prettier-ignore
    const [root, rows] = [law.factor().rows, law.mean.rows.length];
    const before = kept(env, slot)!;
    const { constant, slope, curvature } = quadratic(
      (z) => {
        const step = unstacked(product(root, z.rows).flat(), rows);
        env[slot] = collapsed(map(law.mean, (x, i, j) => add(x, step.rows[i]![j]!)).rows);
        const v = valueOf(left, scope, env);
        if (isNumber(v)) return v;
        throw new Refusal(`“${print(claim.left)}” is ${kindOf(v)} where a number is due`, span);
      },
      root.length,
      1,
    );
    env[slot] = before;
    return { constant, slope, m: map(matrix(curvature), (x) => multiply(HALF, x)) };
  };
  const gammaIn = (env: Env): { law: Law; mean: Bounded; scale: Bounded } => {
    const law = valueOf(right, scope, env);
    if (!isLaw(law) || law.kind !== 'density' || !/^(gamma|exponential)/.test(law.name) || !law.mean || !law.variance)
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
    evidence: () => 'exact',
    sides: (env) => [moments(formIn(env)), gammaIn(env).law],
    run: (env) => {
      const [{ constant, slope, m }, { mean, scale }] = [formIn(env), gammaIn(env)];
      const square = matrixPower(m, 2).rows.flat();
      return worst([
        weigh('=', trace(m), mean, false),
        ...m.rows.flat().map((x, i) => weigh('=', square[i]!, multiply(scale, x), false)),
        ...[constant, ...slope].map((x) => weigh('=', x, ZERO, false)),
      ]);
    },
  };
}
