import type { Result, Step } from './optimise.ts';

type Vector = readonly number[];

/** A value with its gradient; `error` bounds the rounding of the value, 4 ulp of it unless given. */
export interface Slope {
  readonly value: number;
  readonly gradient: Vector;
  readonly error?: number;
}

interface Place {
  readonly x: Vector;
  readonly value: number;
  readonly gradient: Vector;
  readonly error: number;
  readonly norm: number;
}

const EPS = Number.EPSILON;
/** Share of the first slope by which the value must fall, and to which the slope must come (Nocedal and Wright). */
const FALL = 1e-4;
const SLOPE = 0.9;
/** Halvings or doublings of one line search: more than a step from 1 to an ulp of it needs. */
const TRIALS = 100;

const dot = (a: Vector, b: Vector): number => a.reduce((s, p, i) => s + p * b[i]!, 0);
/** a + t b */
const along = (a: Vector, t: number, b: Vector): Vector => a.map((p, i) => p + t * b[i]!);

/**
 * A local minimum of f by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (J. Nocedal 1980;
 * Nocedal and Wright, Numerical Optimization, 2nd ed., alg. 7.4) with a line search for the weak Wolfe conditions by
 * halving and doubling (Lewis and Overton 2013). f may be Infinity away from the start. A value counts as lower only
 * beyond its rounding; where it cannot fall any more, the gradient leads, until it too stops falling for as many steps
 * as the memory holds: the place of the smallest gradient is returned.
 */
export function lbfgs(
  f: (x: Vector) => Slope,
  start: Vector,
  options: { readonly memory?: number; readonly iterations?: number } = {},
): Result<Vector> {
  const { memory = 8, iterations = 1000 } = options;
  const at = (x: Vector): Place => {
    const { value, gradient, error = 4 * EPS * Math.abs(value) } = f(x);
    if (value !== value) throw new RangeError(`lbfgs: f must be a number, got NaN at [${x.join(', ')}]`);
    if (Math.abs(value) < Infinity && !(gradient.length === x.length && gradient.every(Number.isFinite)))
      throw new RangeError(
        `lbfgs: the gradient must be ${x.length} finite numbers, got [${gradient.join(', ')}] at [${x.join(', ')}]`,
      );
    return { x, value, gradient, error, norm: Math.max(0, ...gradient.map(Math.abs)) };
  };
  let here = at(start);
  if (!Number.isFinite(here.value))
    throw new RangeError(`lbfgs: f must be finite at the start, got ${here.value} at [${start.join(', ')}]`);
  let best = here;
  let pairs: { s: Vector; y: Vector; sy: number }[] = [];
  let idle = 0;
  const trace: Step<Vector>[] = [{ point: here.x, value: here.value, norm: here.norm }];
  const finish = (converged: boolean, reason: string): Result<Vector> => {
    const { x, value, gradient } = best;
    return { x, value, gradient, iterations: trace.length - 1, converged, reason, trace };
  };

  for (;;) {
    if (here.norm === 0) return finish(true, 'the gradient is 0');
    if (idle > memory) return finish(true, 'neither the value nor the gradient falls beyond rounding');
    if (trace.length > iterations) return finish(false, `no end after ${iterations} steps`);
    const d = direction(here.gradient, pairs);
    const expected = -dot(here.gradient, d) / 2;
    const next = expected > 0 ? lineSearch(at, here, d, pairs.length > 0 ? 1 : Math.min(1, 1 / here.norm)) : null;
    if (next?.value === -Infinity) {
      best = next;
      return finish(false, 'f is -Infinity here');
    }
    if (!next) {
      if (pairs.length > 0 && (expected <= here.error || along(here.x, 1, d).every((p, i) => p === here.x[i])))
        return finish(true, 'the next step lies below rounding');
      if (pairs.length === 0)
        return finish(false, 'no step down the gradient serves: it does not fit f, or f has a kink or no minimum');
      pairs = [];
      continue;
    }
    const s = along(next.x, -1, here.x);
    const y = along(next.gradient, -1, here.gradient);
    const sy = dot(s, y);
    if (sy > EPS * Math.sqrt(dot(s, s) * dot(y, y))) pairs = [...pairs, { s, y, sy }].slice(-memory);
    const lower = next.value < best.value - best.error;
    const flatter = next.value <= best.value + best.error && next.norm < best.norm;
    idle = lower || flatter ? 0 : idle + 1;
    if (lower || flatter) best = next;
    here = next;
    trace.push({ point: here.x, value: here.value, norm: here.norm });
  }
}

/** -H g by the two loops, from H = (s y / y y) times the identity. */
function direction(gradient: Vector, pairs: readonly { s: Vector; y: Vector; sy: number }[]): Vector {
  let q = along(gradient, -2, gradient);
  const shares: number[] = [];
  for (const { s, y, sy } of pairs.toReversed()) {
    const share = dot(s, q) / sy;
    shares.push(share);
    q = along(q, -share, y);
  }
  const last = pairs.at(-1);
  if (last) q = q.map((p) => (p * last.sy) / dot(last.y, last.y));
  for (const { s, y, sy } of pairs) q = along(q, shares.pop()! - dot(y, q) / sy, s);
  return q;
}

/** A place down d where the value has fallen and the slope has risen, or null. */
function lineSearch(at: (x: Vector) => Place, here: Place, d: Vector, first: number): Place | null {
  const slope = dot(here.gradient, d);
  let [low, high, t] = [0, Infinity, first];
  for (let i = 0; i < TRIALS; i++) {
    const x = along(here.x, t, d);
    if (!x.every(Number.isFinite) || x.every((p, j) => p === here.x[j])) return null;
    const place = at(x);
    if (place.value === -Infinity) return place;
    if (!(place.value <= here.value + FALL * t * slope + here.error)) high = t;
    else if (dot(place.gradient, d) < SLOPE * slope) low = t;
    else return place;
    t = high < Infinity ? (low + high) / 2 : 2 * t;
  }
  return null;
}
