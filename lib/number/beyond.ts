import { type Bounded, U } from './arithmetic.ts';
import { type Kind, RATE } from './rules.ts';
import type { Point } from './trapezoid.ts';

/** What the nodes beyond the last one of a side, the point `end`, add to a sum of step h. */
export type Tail = (h: number, end: Point) => Bounded;

/** Terms that have died out fall at least doubly from node to node, and by e in less than a unit of t. */
export const DEAD: Tail = (_, end) => ({ value: 0, error: Math.abs(end.term) });

/**
 * The tail of a side whose terms are still alive where the coordinates end: there f is near a power of the distance
 * from the end of the domain, perhaps times its logarithm. With u the logarithm of the distance, f times the distance is
 * continued as (u + b) e^(-rate u), rate and b from the outermost three of four equidistant points (`last`, from
 * outside inward). By how much they miss the slopes between the others is taken for the doubt of the rate. Null where
 * the rate is not clearly positive: the integral diverges, or nobody can tell.
 */
export function beyond(kind: Kind, last: readonly Point[]): Tail | null {
  const [p] = last;
  if (!p || last.length < 4 || !last.every((r) => r.term * p.term > 0)) return null;
  const place = (t: number): number => RATE[kind] * Math.sinh(Math.abs(t));
  const u = last.map((r) => place(r.t)) as [number, number, number, number];
  const gap = (i: number): number => u[i]! - u[i + 1]!;
  /** Fall of the logarithm of f times the distance from point i + 1 to point i, and rise of log(u + b), by u. */
  const [first, second, third] = [0, 1, 2].map((i) => {
    const [far, near] = [last[i]!, last[i + 1]!];
    return Math.log(((near.term / far.term) * Math.cosh(far.t)) / Math.cosh(near.t)) / gap(i);
  }) as [number, number, number];
  const rise = (i: number, b: number): number => Math.log1p(gap(i) / (u[i + 1]! + b)) / gap(i);
  const rough = (last.reduce((sum, r) => sum + r.loss / Math.abs(r.term), 0) + 8 * U) / gap(0);
  // b is where the bend of the two rises is that of the falls; a bend within rounding is none.
  let low = -u[3] / 2;
  let b = 2 ** 60;
  for (let i = 0; i < 100 && first - second > rough; i++) {
    const middle = Math.min(Math.max(2 * low, low + 1), (low + b) / 2);
    if (rise(1, middle) - rise(0, middle) > first - second) low = middle;
    else b = middle;
  }
  const rate = first + rise(0, b);
  const doubt = Math.abs(rate - rise(1, b) - second) + Math.abs(rate - rise(2, b) - third) + 2 * rough;
  if (!(rate > 16 * doubt)) return null;
  return (h) => {
    let s = 0;
    for (let t = Math.abs(p.t) + h, term = 1; term > U * U; t += h) {
      const v = place(t);
      term = (((Math.exp(rate * (u[0] - v)) * Math.cosh(t)) / Math.cosh(p.t)) * (v + b)) / (u[0] + b);
      s += term;
    }
    const value = p.term * s * h;
    return { value, error: Math.abs(value) * ((2 * doubt) / rate + p.loss / Math.abs(p.term) + 64 * U) };
  };
}
