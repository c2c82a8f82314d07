/** `\arg\min_\beta` over all vectors or matrices: of what is of degree 2 in them. A search was rejected: it bounds no place. */
import { negate, type Bounded } from '../number/bounded.ts';
import { degreeIn, logDegreeIn } from '../meaning/degree.ts';
import { logOf } from '../meaning/logarithm.ts';
import { collapsed, matrix } from '../meaning/matrix.ts';
import { highestPlace } from '../meaning/quadratic.ts';
import { Refusal } from '../meaning/refusal.ts';
import { remembered } from '../meaning/remember.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import { isMatrix } from '../meaning/value.ts';
import type { Tree } from '../tex/tree.ts';

/** The one place at which what is of degree 2 in a vector or matrix is highest or lowest; null for other names. */
export function placeOfVector(sign: 1 | -1, range: Tree, body: Tree, t: Tree, scope: Scope): Code | null {
  const [variable, ...set] = range.op === 'over' ? range.args : [];
  const given = variable?.op === 'symbol' ? scope.declarations.get(variable.text) : undefined;
  if (given?.role !== 'matrix' || set.length > 0) return null;
  const written = scope.shared.print(t);
  const held = scope.lookup(given.name)!.slot;
  const slot = scope.slot();
  const inner = scope.bind(given.name, slot, 'matrix');
  const degree = degreeIn(body, given.name, inner);
  // the logarithm of a positive number is highest where that is
  const inLog = degree === null ? logDegreeIn(body, given.name, inner) : null;
  if ((degree ?? inLog) !== 2)
    throw new Refusal(`“${written}” is over all “${given.name}”, and what it compares is neither of degree 2 in “${given.name}” nor the exponential of that`, t.span);
  const value = degree === null ? logOf(inner.compile(body)) : inner.number(body);
  return remembered((env) => {
    const now = env[held]!;
    const { rows } = isMatrix(now) ? now : matrix([[now as Bounded]]);
    const place = highestPlace((x) => {
      env[slot] = collapsed(x.rows);
      return sign > 0 ? value(env) : negate(value(env));
    }, rows.length, rows[0]!.length);
    return collapsed(place.rows);
  }, [t], scope);
} // prettier-ignore
