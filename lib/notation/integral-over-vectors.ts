/** `\int f(\beta) \, d\beta` over all vectors or matrices, where f is the exponential of a polynomial of degree 2. */
import { exp, type Bounded } from '../number/bounded.ts';
import { logDegreeIn } from '../meaning/degree.ts';
import { isSpaceOf } from '../meaning/domain.ts';
import { logOf } from '../meaning/logarithm.ts';
import { collapsed, matrix } from '../meaning/matrix.ts';
import { logGaussianIntegral } from '../meaning/quadratic.ts';
import { Refusal } from '../meaning/refusal.ts';
import { remembered } from '../meaning/remember.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import { isMatrix } from '../meaning/value.ts';
import type { Tree } from '../tex/tree.ts';

/** Over all vectors or matrices of the shape that a name has: of what is the exponential of a polynomial of degree 2. */
export function integralOverVectors(t: Tree, scope: Scope): Code {
  const [{ args: [variable, set] }, body] = t.args as [{ args: [Tree, Tree?] }, Tree];
  const name = variable.text;
  const given = scope.lookup(name)!;
  const written = scope.shared.print(t);
  const slot = scope.slot();
  const inner = scope.bind(name, slot, 'matrix');
  const degree = logDegreeIn(body, name, inner);
  if (degree === null || degree > 2)
    throw new Refusal(`“${written}” is over all “${name}”, and what stands under it is no exponential of a polynomial of degree 2 in “${name}”`, t.span);
  if (t.args[0]!.args.length > 2) throw new Refusal(`“${name}” is a vector or a matrix, which runs between no two bounds`, variable.span);
  const space = set && !isSpaceOf(set, name) ? scope.compile(set) : null;
  const inLog = logOf(inner.compile(body));
  const log = (env: Env): Bounded => {
    const held = env[given.slot]!;
    const { rows } = isMatrix(held) ? held : matrix([[held as Bounded]]);
    const whole = space?.(env);
    if (whole && !('kind' in whole && whole.kind === 'reals' && whole.dimension === rows.length && (whole.columns ?? 1) === rows[0]!.length))
      throw new Refusal(`“${scope.shared.print(set!)}” is not the space of all “${name}”`, set!.span);
    return logGaussianIntegral((x) => {
      env[slot] = collapsed(x.rows);
      return inLog(env);
    }, rows.length, rows[0]!.length);
  };
  return Object.assign(remembered((env) => exp(log(env)), [t], scope), { log: remembered(log, [t], scope) });
} // prettier-ignore
