import { type Bounded, U } from './arithmetic.ts';
import { leeway } from './precision.ts';

/** A node with the integrand f on it. */
export interface Point {
  readonly t: number;
  /** Length of x for a unit of t, and the derivative of its logarithm. */
  readonly slope: number;
  readonly bend: number;
  /** f times the slope, and the bound of f times the slope. */
  readonly term: number;
  readonly loss: number;
  /** Distance from the place that the node is counted from. */
  readonly away: number;
  /** How far the node lies from the double x at which f was taken, in the direction of t. */
  readonly shift: number;
}

/** A trapezoidal sum, bounded but for its step, with the sum of the sizes of its terms. */
export interface Sum extends Bounded {
  readonly size: number;
}

/**
 * h times the sum of the terms, compensated (Neumaier 1974). The bound holds the bounds of f; the roundings of slope,
 * width, term and sum, together at most 6 U of each term; that of the distances `away`, at most 3 U of each; and that
 * of x, which is worked into the value where it is more than a quarter of all the rest.
 */
export function settle(points: readonly Point[], h: number): Sum {
  let s = 0;
  let c = 0;
  let size = 0;
  let given = 0;
  let rough = 0;
  let blur = 0;
  let before = 0;
  for (let i = 0; i < points.length; i++) {
    const { term, slope, loss, bend, away, shift } = points[i]!;
    const t = s + term;
    c += Math.abs(s) >= Math.abs(term) ? s - t + term : term - t + s;
    s = t;
    size += Math.abs(term);
    given += loss;
    // f' times the slope. Terms have died out beyond the ends.
    const after = i + 1 < points.length ? points[i + 1]!.term : 0;
    const change = Math.abs((after - before) / (2 * h) - bend * term) / slope;
    before = term;
    rough += change * away;
    blur += change * Math.abs(shift);
  }
  size *= h;
  blur *= h;
  const value = (s + c) * h;
  const error = 6 * U * size + (given + 3 * U * rough) * h;
  // a small part of what may be left open anyway stays in the bound
  const moved = blur > Math.max(error, leeway() * size) / 4 ? move(points, h) : null;
  return moved && moved.error < blur
    ? { value: value + moved.value, error: error + moved.error, size }
    : { value, error: error + blur, size };
}

/** h times the derivative of equidistant values at i by central differences of order 8, and its distance from order 6. */
function derivative(g: Float64Array, i: number): readonly [number, number] {
  const a = g[i + 1]! - g[i - 1]!;
  const b = g[i + 2]! - g[i - 2]!;
  const c = g[i + 3]! - g[i - 3]!;
  const d = g[i + 4]! - g[i - 4]!;
  const eight = 0.8 * a - 0.2 * b + (4 * c) / 105 - d / 280;
  return [eight, Math.abs(eight - (0.75 * a - 0.15 * b + c / 60))];
}

/**
 * What the sum gains when f is moved from the doubles x to the nodes, to first order: sum of f' shift slope h, with f'
 * from differences of f (smooth in x at the ends) or of the terms (smooth in t, where f is singular at an end),
 * whichever are surer. The bound is what their order makes, and the part of second order.
 */
function move(points: readonly Point[], h: number): Bounded {
  const n = points.length;
  const terms = new Float64Array(n + 8);
  const values = new Float64Array(n + 8);
  for (let i = -4; i < n + 4; i++) {
    const p = points[Math.max(0, Math.min(n - 1, i))]!;
    terms[i + 4] = i >= 0 && i < n ? p.term : 0;
    values[i + 4] = p.term / p.slope;
  }
  let value = 0;
  let error = 0;
  const changes = new Float64Array(n + 2); // f' times the slope squared and h
  for (let i = 0; i < n; i++) {
    const { term, slope, bend, shift } = points[i]!;
    const [a, b] = derivative(terms, i + 4);
    const [c, d] = derivative(values, i + 4);
    const change = b < d * slope ? a - h * bend * term : c * slope;
    changes[i + 1] = change;
    value += (change * shift) / slope;
    error += (Math.min(b, d * slope) * Math.abs(shift)) / slope;
  }
  for (let i = 0; i < n; i++) {
    const { slope, bend, shift } = points[i]!;
    const second = (changes[i + 2]! - changes[i]!) / (2 * h) - 2 * bend * changes[i + 1]!;
    error += Math.abs(second) * (shift / slope) ** 2;
  }
  return { value, error: error + 8 * U * Math.abs(value) };
}
