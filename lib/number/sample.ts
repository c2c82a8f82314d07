import { type Bounded, U } from './arithmetic.ts';
import { type Kind, type Node, type Rule, UNIT, table } from './rules.ts';
import type { Point } from './trapezoid.ts';

/**
 * An interval with what is known of the integrand on it: where its mass lies (`centre`, `scale`) and inner places
 * where it is not smooth (`breaks`).
 */
export interface Domain {
  readonly lower: number;
  readonly upper: number;
  readonly centre: number;
  readonly scale: number;
  readonly breaks?: readonly number[];
  /**
   * The width of the narrowest peak, where the integrand is analytic on the whole line and dies out like a normal density;
   * the breaks are then only peaks.
   */
  readonly bell?: number | undefined;
}

/**
 * An integrand at the double x. `below` and `above` are the distances from the ends of the whole domain: x - lower and
 * upper - x (Infinity from an infinite end). Right beside a finite end, where x no longer holds the distance, they are
 * those of the node: a law that is singular at an end other than 0 takes them, and nothing is lost there.
 */
export type Integrand = (x: number, below: number, above: number) => Bounded;

/** f at a node; 'end' if it has no value there as x is rounded to the end of the piece, null if it has none otherwise. */
export type Sample = Point | 'end' | null;
export type Sampler = (n: Node) => Sample;

/** Takes f at the nodes of the piece from a to b of the domain. */
export function sampler(
  f: Integrand,
  { lower, upper, centre, scale, bell = scale }: Domain,
  kind: Rule,
  a: number,
  b: number,
): Sampler {
  // A power of two: products with it are exact. A bell has no digit to lose, as its places are near 0.
  const open = kind === 'bell' ? bell * UNIT.bell : 2 ** Math.round(Math.log2(scale * UNIT[kind]));
  const width = kind === 'segment' ? b - a : open;
  const whole = kind === 'line' || kind === 'bell';
  const back = kind === 'ray' && a === -Infinity ? -1 : 1;
  return (n) => {
    const right = kind === 'segment' ? n.place > 0.5 : back < 0;
    const end = whole ? centre : right ? b : a;
    const d = width * (right ? -(kind === 'segment' ? n.other : n.place) : n.place);
    const away = Math.abs(d);
    const own = end === lower || end === upper;
    const close = own && away < Math.min(2 ** -32 * Math.abs(end), 2 ** -20 * width);
    const take = (at: number): Bounded =>
      f(at, close && end === lower ? d : at - lower, close && end === upper ? -d : upper - at);
    /** Inward to one of the next two doubles. */
    const next = (at: number): number => at + Math.sign(d) * 2 * U * Math.abs(at);
    let x = end + d;
    let y = take(x);
    // At an inner end a finite f may be that of the other side.
    if (x === end && !own && !whole && y.value - y.value === 0) y = take((x = next(x)));
    // The rounding error of a sum is itself a double (Knuth's TwoSum).
    const part = x - end;
    const lost = end - (x - part) + (d - part);
    // Where x does not hold the distance, f cannot be moved to the node: how much does it change with x alone?
    const vague = close || Math.abs(lost) > away / 16;
    const aside = vague ? 2 * Math.abs(take(next(x)).value - y.value) : 0;
    const slope = width * n.slope;
    const term = y.value * slope;
    const loss = (y.error + aside) * slope;
    if (!(term - term === 0 && loss < Infinity && slope > 0)) return x === end ? 'end' : null;
    return { t: n.t, slope, bend: n.bend, term, loss, away, shift: vague ? 0 : back * lost };
  };
}

export interface Outset {
  readonly points: Point[];
  readonly dead: (p: Point) => boolean;
  /** Which sides are still alive at their end. */
  readonly open: readonly boolean[];
}

/**
 * Level 0 from the middle outward, on either side to where f has no value any more or the terms have died out, and
 * which sides are still alive at their end. Null if f has no value in between.
 */
export function outset(kind: Kind, at: Sampler): Outset | null {
  const base = table(kind, 0);
  const middle = (base.length - 1) / 2;
  const stops: Sample[] = [];
  const sides = [-1, 1].map((step, k) => {
    const points: Point[] = [];
    for (let i = middle + Math.min(step, 0); i >= 0 && i < base.length; i += step) {
      const p = at(base[i]!);
      stops[k] = p;
      if (!p || p === 'end') break;
      points.push(p);
    }
    return points;
  }) as [Point[], Point[]];
  const top = Math.max(...sides.flat().map((p) => Math.abs(p.term)));
  const dead = (p: Point): boolean => Math.abs(p.term) <= (U / 256) * top;
  for (const side of sides)
    while (side.length > (top > 0 ? 2 : 5) && dead(side.at(-1)!) && dead(side.at(-2)!)) side.pop();
  const open = sides.map((side) => side.length > 1 && !dead(side.at(-1)!));
  if (sides.some((side, k) => side.length < 2 || (open[k] && stops[k] === null))) return null;
  return { points: [...sides[0].reverse(), ...sides[1]], dead: top > 0 ? dead : () => false, open };
}

/** All points of the next level: its nodes lie halfway between the old ones. Null if f has no value at one of them. */
export function refine(points: readonly Point[], added: readonly Node[], at: Sampler): Point[] | null {
  const out: Point[] = [points[0]!];
  let j = added.findIndex((n) => n.t > points[0]!.t);
  for (let i = 1; i < points.length; i++) {
    const p = at(added[j++]!);
    if (!p || p === 'end') return null;
    out.push(p, points[i]!);
  }
  return out;
}
