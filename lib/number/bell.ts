import { U } from './arithmetic.ts';
import { UNIT, table } from './rules.ts';
import type { Domain, Outset, Sampler } from './sample.ts';
import type { Point } from './trapezoid.ts';

/** So many units from the centre the nodes are less than twice as far apart as there. */
const NEAR = 1.5;
/** So many scales out a normal density has underflowed. */
const FAR = 45;

/**
 * As `outset`, for what dies out like a normal density: on either side only to where the terms have died out beyond the
 * last break, and one node far out. Null where they have not, or live again; where nodes would be far apart at a break, or
 * doubles far from nodes.
 */
export function outsetOfBell({ centre, scale, bell = scale, breaks = [] }: Domain, at: Sampler): Outset | null {
  const base = table('bell', 0);
  const middle = (base.length - 1) / 2;
  const unit = bell * UNIT.bell;
  const reach = (step: number): number => breaks.reduce((far, b) => Math.max(far, step * (b - centre)), 0) / unit;
  if (!(Math.max(reach(-1), reach(1)) < NEAR && Math.abs(centre) < 2 ** 16 * bell)) return null;
  let top = 0;
  const dead = (p: Point): boolean => Math.abs(p.term) <= (U / 256) * top;
  const points: Point[] = [];
  for (const step of [-1, 1]) {
    let i = middle + Math.min(step, 0);
    for (let ends = false; ; i += step) {
      const p = base[i] && at(base[i]!);
      if (!p || p === 'end') return null;
      top = Math.max(top, Math.abs(p.term));
      const before = ends;
      ends = dead(p) && step * base[i]!.place > reach(step);
      if (before && ends) break;
      points.push(p);
    }
    if (step < 0) points.reverse();
    while (base[i] && Math.abs(base[i]!.place) * unit < FAR * scale) i += step;
    const far = base[i] && at(base[i]!);
    if (!far || (far !== 'end' && !dead(far))) return null;
  }
  if (top === 0) return null;
  return { points, dead, open: [false, false] };
}
