/**
 * Searches in plain doubles: a place is found by comparing values, and its own error is no bound of the value there.
 * Each returns its trace, so that a demo can draw what happened. They stop where rounding hides any further gain.
 */
export interface Step<P> {
  readonly point: P;
  readonly value: number;
  /** Of a bracketed search: where a place of f, as it is computed, was known to lie after this step. */
  readonly bracket?: readonly [number, number];
  /** Of a descent: the largest part of the gradient. */
  readonly norm?: number;
}

export interface Result<P> {
  readonly x: P;
  readonly value: number;
  readonly gradient?: readonly number[];
  readonly bracket?: readonly [number, number];
  /** Steps after the start; a line search within a step is not counted. */
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason: string;
  readonly trace: readonly Step<P>[];
}

const EPS = Number.EPSILON;
/** Part of the larger side that a golden-section step takes: (3 - sqrt 5)/2. */
const GOLDEN = (3 - Math.sqrt(5)) / 2;
const LIMIT = 1000;

/** Throws for ends that are not finite and in order. */
export function demandBracket(name: string, lower: number, upper: number): void {
  if (!Number.isFinite(lower)) throw new RangeError(`${name}: lower must be finite, got ${lower}`);
  if (!(upper > lower && upper - lower < Infinity))
    throw new RangeError(`${name}: upper must be finite and above lower = ${lower}, got ${upper}`);
}

/**
 * The smallest value of a function on [lower, upper] that falls and then rises, by R. P. Brent's method of parabolas
 * and golden sections (Algorithms for Minimization without Derivatives, 1973, ch. 5). The ends count; f may be
 * Infinity. It stops when the bracket is as narrow as two places must be apart to differ in value beyond rounding:
 * sqrt(U |f| / c), c half the second derivative of the last parabola, or an ulp of x (2^-104 of the first width where 0
 * itself is the place), and on a floor of three equal values.
 */
export function minimise(f: (x: number) => number, lower: number, upper: number): Result<number> {
  demandBracket('minimise', lower, upper);
  const trace: Step<number>[] = [];
  const at = (x: number): number => {
    const y = f(x);
    if (y !== y) throw new RangeError(`minimise: f must be a number, got NaN at ${x}`);
    return y;
  };
  const width = upper - lower;
  let [a, b] = [lower, upper];
  const fa = at(a);
  const fb = at(b);
  let x = a + GOLDEN * width;
  let fx = at(x);
  let [w, fw, v, fv] = [x, fx, x, fx];
  let [step, before] = [0, 0];
  trace.push({ point: x, value: fx, bracket: [a, b] });
  const finish = (converged: boolean, reason: string): Result<number> => {
    const [p, y] = fa < fx && fa <= fb ? [lower, fa] : fb < fx ? [upper, fb] : [x, fx];
    const why = p === x ? reason : 'the smallest value lies at an end';
    return { x: p, value: y, bracket: [a, b], iterations: trace.length - 1, converged, reason: why, trace };
  };

  while (trace.length <= LIMIT) {
    if (Math.min(fa, fb, fx) === -Infinity) return finish(true, 'f is -Infinity here');
    const middle = a + (b - a) / 2;
    // The parabola through the three best points has its vertex at x + p / q.
    let r = (x - w) * (fx - fv);
    let q = (x - v) * (fx - fw);
    let p = (x - v) * q - (x - w) * r;
    q = 2 * (q - r);
    if (q > 0) p = -p;
    q = Math.abs(q);
    const curvature = ((fv - fx) / (v - x) - (fw - fx) / (w - x)) / (v - w);
    const blur = curvature > 0 ? Math.sqrt((EPS / 2) * Math.abs(fx / curvature)) : 0;
    let tolerance = Math.max(EPS * Math.abs(x), EPS * EPS * width, Math.abs(p) <= q * blur ? blur : 0);
    // An end that is lower than all within need not be approached closer than its own ulp.
    const end = (a === lower && fa < fx) || (b === upper && fb < fx);
    if (end) tolerance = Math.max(tolerance, EPS * width);
    const flat = fx === fw && fx === fv && w !== x && v !== x && v !== w && !end;
    if (flat || Math.abs(x - middle) <= 2 * tolerance - (b - a) / 2)
      return finish(true, 'no places of the bracket differ in value by more than rounding');

    // To the vertex, if it lies inside and steps shrink; else a golden section of the larger side.
    r = before;
    before = step;
    if (Math.abs(r) > tolerance && Math.abs(p) < Math.abs((q * r) / 2) && p > q * (a - x) && p < q * (b - x)) {
      step = p / q;
      if (x + step - a < 2 * tolerance || b - x - step < 2 * tolerance) step = x < middle ? tolerance : -tolerance;
    } else {
      before = x < middle ? b - x : a - x;
      step = GOLDEN * before;
    }
    const u = x + (Math.abs(step) >= tolerance ? step : step > 0 ? tolerance : -tolerance);
    const fu = at(u);
    // Between equal values it goes on towards the lower end.
    if (fu < fx || (fu === fx && u < x === fa < fb)) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
    trace.push({ point: u, value: fu, bracket: [a, b] });
  }
  return finish(false, `no end after ${LIMIT} steps`);
}
