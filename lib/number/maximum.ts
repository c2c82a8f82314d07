/**
 * The largest value of a function on an interval and where it lies, by comparing bounded values: a net of places, each
 * of its peaks by Brent's method, and the best one enclosed. The bounds are sure for a function with one peak between
 * neighbouring places of the net; a peak that no place of the net and none between them shows is not seen, as a spike
 * between its nodes is not seen by quadrature. Branch and bound on interval arithmetic would see it, and was rejected:
 * most expressions have no interval extension here.
 */
import { type Bounded, U, bounded, exact } from './arithmetic.ts';
import { enclose } from './enclose.ts';
import { minimise } from './optimise.ts';
import { root } from './root.ts';

export interface Stretch {
  readonly lower: number;
  readonly upper: number;
  /** Whether the ends count. Where f has a value at an open one, that value bounds it and is not taken. */
  readonly closed: readonly [boolean, boolean];
  /** Where something is to be expected, and how wide; 0 and 1 where nothing is known. */
  readonly centre?: number;
  readonly scale?: number;
  /** Places where f may bend or jump. */
  readonly breaks?: readonly number[];
}

export interface Maximum {
  /** Of the supremum; NaN where f rises without end, or towards an end that has no value. */
  readonly value: Bounded;
  /** Where f is largest: of two that tie one with a bound that holds both, NaN where f is flat, infinite where f still rises there. */
  readonly place: Bounded;
  /** Whether some place has the value; an open end has not. */
  readonly attained: boolean;
}

interface Point {
  readonly x: number;
  readonly y: Bounded;
}

const UNKNOWN = exact(NaN);
/** Peaks that are followed; more, and f is flat or waves. */
const PEAKS = 12;
/** Steps away from a centre or an end: powers of 2 from 2^-20 to 2^30. */
const FAR = 30;
const STEPS = Array.from({ length: FAR + 20 + 1 }, (_, k) => 2 ** (k - 20));
const EVEN = 32;
/** Places before an infinite end by which it is told whether f rises there. */
const LAST = 6;

/** The net: even in the middle, and ever closer to the ends. */
function places({ lower, upper, centre = 0, scale = 1, breaks = [] }: Stretch): number[] {
  const width = upper - lower;
  const all: number[] = [...breaks, centre, lower, upper];
  for (const d of STEPS) {
    if (width < Infinity) all.push(lower + width * d, upper - width * d);
    else if (lower > -Infinity) all.push(lower + scale * d);
    else if (upper < Infinity) all.push(upper - scale * d);
    else all.push(centre - scale * d, centre + scale * d);
  }
  const [from, step] = width < Infinity ? [lower, width / EVEN] : [centre - 8 * scale, scale / 2];
  for (let k = 0; k <= EVEN; k++) all.push(from + k * step);
  const inside = all.filter((x) => Number.isFinite(x) && x >= lower && x <= upper);
  return [...new Set(inside)].sort((a, b) => a - b);
}

/** The least and the largest that a number may be. */
export const low = ({ value, error }: Bounded): number => (Number.isFinite(value) ? value - error : value);
export const high = ({ value, error }: Bounded): number => (Number.isFinite(value) ? value + error : value);
const isKnown = ({ value, error }: Bounded): boolean =>
  value === value && (error < Infinity || !Number.isFinite(value));

/**
 * The run of known values around the best of them. Beyond it f may have no value, or none that doubles hold (0 times
 * infinity), which is no matter where it has fallen before; null where it has not, or is higher beyond a gap.
 */
function knownRun(points: readonly Point[], { lower, upper }: Stretch): readonly Point[] | null {
  const known = points.filter(({ y }) => isKnown(y));
  if (!known.length) return null;
  const best = known.reduce((b, p) => (p.y.value > b.y.value ? p : b));
  const at = points.indexOf(best);
  let [a, b] = [at, at];
  while (a > 0 && isKnown(points[a - 1]!.y)) a--;
  while (b + 1 < points.length && isKnown(points[b + 1]!.y)) b++;
  const isLess = (p: Point): boolean => high(p.y) < low(best.y);
  const [left, right] = [points.slice(0, a), points.slice(b + 1)];
  // an end of the stretch where f has no value does not count, and f may rise towards it
  const isEnd = (p: Point): boolean => p.x === lower || p.x === upper;
  const isOut = (side: readonly Point[], edge: Point): boolean =>
    side.every(isEnd) || (isLess(edge) && side.every((p) => !isKnown(p.y) || isLess(p)));
  return isOut(left, points[a]!) && isOut(right, points[b]!) ? points.slice(a, b + 1) : null;
}

/** The places that are as high as their neighbours, the highest first: of equal ones in a row the last. */
function peaksOf(run: readonly Point[]): number[] {
  const at = (i: number): number => run[i]?.y.value ?? -Infinity;
  const peaks = run.flatMap((_, i) => (at(i) >= at(i - 1) && at(i) > at(i + 1) ? [i] : []));
  return peaks.sort((i, j) => at(j) - at(i)).slice(0, PEAKS);
}

/** The highest place between two neighbours of a peak of the net. */
function climb(f: (x: number) => Bounded, run: readonly Point[], i: number): Point {
  const [from, to] = [run[Math.max(0, i - 1)]!.x, run[Math.min(run.length - 1, i + 1)]!.x];
  if (run[i]!.y.value === Infinity || from === to) return run[i]!;
  const { x } = minimise((u) => {
    const { value } = f(u);
    return value === value ? -value : Infinity;
  }, from, to);
  const y = f(x);
  return isKnown(y) && y.value > run[i]!.y.value ? { x, y } : run[i]!;
} // prettier-ignore

/** The nearest place on one side, up to `most`, that is surely lower. Nearer to 0 than U^2 of the way is not looked. */
function lower(f: (x: number) => Bounded, top: Point, side: 1 | -1, most: number): Point | null {
  const reach = Math.abs(most - top.x);
  if (reach === 0) return top;
  for (let d = Math.max(2 * U * Math.abs(top.x), U * U * reach); d < reach; d *= 2) {
    const x = top.x + side * d;
    const y = f(x);
    if (isKnown(y) && high(y) < low(top.y)) return { x, y };
  }
  const y = f(most);
  return isKnown(y) && high(y) < low(top.y) ? { x: most, y } : null;
}

/**
 * How much higher f may be between a and b than at the top, if it is concave there: a chord goes on above it. Where the
 * top is the end itself, a place in the middle of the other side stands for the missing one.
 */
function rise(f: (x: number) => Bounded, a: Point, top: Point, b: Point): number {
  if (a.x === b.x) return 0;
  const chord = (p: Point, q: Point): number =>
    p.x === top.x ? 0 : ((high(top.y) - low(p.y)) / Math.abs(top.x - p.x)) * Math.abs(q.x - top.x);
  if (a.x < top.x && b.x > top.x) return Math.max(chord(a, b), chord(b, a));
  const middle = f((a.x + b.x) / 2);
  return 2 * Math.max(0, high(middle) - low(top.y)) + top.y.error;
}

/** By the sign of the slope, which tells the place to the last digits where values tell half of them. */
function bySlope(slope: (x: number) => Bounded, a: number, b: number): Bounded | null {
  const [left, right] = [slope(a), slope(b)];
  if (!(low(left) > 0 && high(right) < 0)) return null;
  const { x } = root((u) => ({ value: slope(u).value, slope: NaN }), a, b);
  const place = enclose(slope, x, [a, b]);
  // what underflows near 0 decides nothing
  return place.error < Infinity ? bounded(place.value, place.error + U * U * (b - a)) : null;
}

/** `slope` is the derivative of f, where it is known. */
export function maximumOf(f: (x: number) => Bounded, stretch: Stretch, slope?: (x: number) => Bounded): Maximum {
  const nothing: Maximum = { value: UNKNOWN, place: UNKNOWN, attained: false };
  let net = places(stretch).map((x) => ({ x, y: f(x) }));
  for (let round = 0; ; round++) {
    const run = knownRun(net, stretch);
    if (!run) return nothing;
    const tops = peaksOf(run).map((i) => climb(f, run, i));
    const best = tops.reduce((b, p) => (low(p.y) > low(b.y) ? p : b));
    // a place between those of the net that is higher than all that was climbed: the net was too wide
    const between = run.slice(1).map((p, i): Point => {
      const x = run[i]!.x / 2 + p.x / 2;
      return { x, y: f(x) };
    });
    if (between.some(({ y }) => !isKnown(y))) return nothing;
    if (round < 3 && between.some(({ y }) => low(y) > high(best.y))) {
      net = [...run, ...between].sort((p, q) => p.x - q.x);
      continue;
    }
    return enclosed(f, stretch, run, tops, best, slope);
  }
}

function enclosed(
  f: (x: number) => Bounded,
  { lower: from, upper: to, closed }: Stretch,
  run: readonly Point[],
  tops: readonly Point[],
  best: Point,
  slope?: (x: number) => Bounded,
): Maximum {
  const [first, last] = [run[0]!, run.at(-1)!];
  const edge = best.x === first.x ? -1 : best.x === last.x ? 1 : 0;
  const end = edge < 0 ? from : to;
  if (edge !== 0 && best.x !== end) {
    // towards infinity, or towards an end that has no value, it still rises, if it does
    const all = edge < 0 ? [...run].reverse() : run;
    const steps = all.slice(-LAST).flatMap(({ y }, k, last) => (k > 0 ? [low(y) - high(last[k - 1]!.y)] : []));
    const rises = steps.length > 1 && steps.every((step) => step > 0);
    const endless = rises && !Number.isFinite(end) && steps.every((step, k) => k === 0 || step >= steps[k - 1]!);
    return { value: endless ? exact(Infinity) : UNKNOWN, place: rises ? exact(end) : UNKNOWN, attained: false };
  }
  if (best.y.value === Infinity) return { value: best.y, place: exact(best.x), attained: true };
  const i = run.findIndex(({ x }) => x >= best.x);
  const isLess = ({ y }: Point): boolean => high(y) < low(best.y);
  // nearer places of the net may be as high within the bounds
  const limits = [run.slice(0, i).findLast(isLess) ?? first, run.slice(i).find(isLess) ?? last].map(({ x }) => x) as [
    number,
    number,
  ];
  const [a, b] = [lower(f, best, -1, limits[0]), lower(f, best, 1, limits[1])];
  const attained = edge === 0 || closed[edge < 0 ? 0 : 1];
  if (!a || !b) {
    // flat around the top: what it is worth shows, and where it lies does not
    const spread = run.slice(Math.max(0, i - 2), i + 3).reduce((most, { y }) => Math.max(most, high(y)), high(best.y));
    return { value: bounded(best.y.value, best.y.error + 2 * (spread - best.y.value)), place: UNKNOWN, attained };
  }
  const fall = Math.min(...run.flatMap(({ y }) => (low(best.y) > high(y) ? [best.y.value - y.value] : [])));
  const value = bounded(best.y.value, best.y.error + rise(f, a, best, b) + (fall < Infinity ? U * U * fall : 0));
  // another peak that may be as high: the place is in one of them, or between
  const rivals = tops.filter((p) => (p.x < limits[0] || p.x > limits[1]) && high(p.y) + value.error >= low(best.y));
  if (rivals.length) {
    const after = (x: number): number => run.find((p) => p.x > x)?.x ?? last.x;
    const before = (x: number): number => run.findLast((p) => p.x < x)?.x ?? first.x;
    const half = Math.max(...rivals.map(({ x }) => Math.max(after(x) - best.x, best.x - before(x))));
    return { value, place: bounded(best.x, half * (1 + 2 * U)), attained };
  }
  const half = Math.max(b.x - best.x, best.x - a.x);
  const byValues = bounded(best.x, half * (1 + 2 * U));
  const sharper = slope && a.x < best.x && b.x > best.x ? bySlope(slope, a.x, b.x) : null;
  return { value, place: sharper && sharper.error < byValues.error ? sharper : byValues, attained };
}
