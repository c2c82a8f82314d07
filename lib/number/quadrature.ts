import { type Bounded, U } from './arithmetic.ts';
import { outsetOfBell } from './bell.ts';
import { DEAD, type Tail, beyond } from './beyond.ts';
import { leeway } from './precision.ts';
import { type Kind, LEVELS, RATE, type Rule, STEP, table } from './rules.ts';
import { type Domain, type Integrand, outset, refine, sampler } from './sample.ts';
import { type Point, settle } from './trapezoid.ts';

export type { Domain, Integrand };

const UNRESOLVED: Bounded = { value: 0, error: Infinity };

/**
 * Integral of f over the domain with an estimate of everything that is lost: the difference of the last two
 * levels (that of the coarser one, so generous for the finer), the bounds of the values of f, all rounding
 * (f is moved from doubles to nodes, so that a peak of width 1e-3 at 1000 loses nothing), and the tails. Error Infinity
 * for an integrand that has no value somewhere; that does not fall towards an end so surely that the integral must
 * exist; or that seems to have a pole which `breaks` does not name. A kink or jump that it does not name gives a wide
 * bound. Smooth integrands need 60 to 250 evaluations a piece, half of that where some `leeway` is left; a bell 60 to 110 in all. What happens within a width far below the scale, away
 * from centre, breaks and ends, is not seen.
 */
export function integrate(f: Integrand, domain: Domain): Bounded {
  const { lower, upper, centre, scale } = domain;
  if (!(lower < upper)) return lower === upper ? { value: 0, error: 0 } : { value: NaN, error: Infinity };
  // one rule for the whole line, without ends at which it would have to be dense
  const found = domain.bell ? piece(f, domain, lower, upper, 'bell') : UNRESOLVED;
  if (found.error < Infinity) return { value: found.value, error: found.error * (1 + 2 ** -40) };
  const cuts = new Set((domain.breaks ?? []).filter((b) => b > lower && b < upper));
  // A narrow peak inside a piece is found for sure at the end of one: the rules are dense there.
  const near = Math.min(...[lower, upper, ...cuts].map((end) => Math.abs(centre - end)));
  if (centre > lower && centre < upper && near > 4 * scale && near < Infinity) cuts.add(centre);
  const ends = [lower, ...[...cuts].sort((a, b) => a - b), upper];
  let value = 0;
  let error = 0;
  let size = 0;
  for (let i = 0; i + 1 < ends.length; i++) {
    const part = piece(f, domain, ends[i]!, ends[i + 1]!);
    if (!(part.error < Infinity)) return part;
    value += part.value;
    error += part.error;
    size += Math.abs(part.value);
  }
  return { value, error: (error + ends.length * U * size) * (1 + 2 ** -40) };
}

const kindOf = (a: number, b: number): Kind =>
  a > -Infinity ? (b < Infinity ? 'segment' : 'ray') : b < Infinity ? 'ray' : 'line';

/** The integral over the piece from a to b. */
function piece(f: Integrand, domain: Domain, a: number, b: number, kind: Rule = kindOf(a, b)): Bounded {
  const at = sampler(f, domain, kind, a, b);
  const start = kind === 'bell' ? outsetOfBell(domain, at) : outset(kind, at);
  if (!start) return UNRESOLVED;
  const { dead, open } = start;
  let points: Point[] = start.points;
  let tails: (Tail | null)[] = [];
  let before = open[0] || open[1] ? NaN : settle(points, STEP).value;
  let moved = NaN;
  let earlier = NaN;
  let largest = 0;
  const changes: number[] = [];
  const peaks: number[] = [];
  for (let level = 1; level <= (kind === 'bell' ? FINEST : LEVELS); level++) {
    const finer = refine(points, table(kind, level), at);
    if (!finer) return UNRESOLVED;
    points = finer;
    // Two dead nodes at an end are one too many; nor can a tail be told from values that are hardly known.
    const spare = (p: Point, q: Point, k: number): boolean =>
      (dead(p) && dead(q)) || (level === 1 && !!open[k] && p.loss > Math.abs(p.term) / 64);
    while (points.length > 8 && spare(points[0]!, points[1]!, 0)) points.shift();
    while (points.length > 8 && spare(points.at(-1)!, points.at(-2)!, 1)) points.pop();
    if (level === 1)
      // a bell is open on no side
      tails = [points.slice(0, 4), points.slice(-4).reverse()].map((last, k) =>
        open[k] ? beyond(kind as Kind, last) : DEAD,
      );
    const [left, right] = tails;
    if (!left || !right) return UNRESOLVED;
    const h = STEP / 2 ** level;
    const sum = settle(points, h);
    const [low, high] = [left(h, points[0]!), right(h, points.at(-1)!)];
    const value = sum.value + low.value + high.value;
    const noise = (sum.error + low.error + high.error) * (1 + 2 ** -40);
    const change = Math.abs(value - before);
    const falls = steep(change, moved, sum.size) && steep(moved, earlier, sum.size);
    const doubt = change + moved * HIDDEN;
    before = value;
    earlier = moved;
    moved = change;
    if (level < 3) continue;
    // So far out that f may be cut off by under- or overflow.
    const far = kind !== 'bell' && RATE[kind] * Math.sinh(Math.max(-points[0]!.t, points.at(-1)!.t)) > 100;
    if (far && noise > sum.size) break;
    // Nothing but zeros, and none that is uncertain: a peak may lie between the nodes.
    const blank = sum.size === 0 && noise < 2 ** -900 && level < 4;
    const enough = noise + 16 * U * sum.size;
    const last = changes.at(-1) ?? 0;
    if (change <= enough && !blank) {
      // Where it is not smooth, errors fall like a power of h and their sign depends on where the kink lies between
      // nodes: then one small change may be luck. The largest, carried over the levels, is not.
      const luck = last > changes.at(-2)! / 256 && last < 1024 * enough;
      return { value, error: change + noise + (luck ? largest / 2 : 0) };
    }
    if (falls && doubt <= leeway() * sum.size) return { value, error: doubt + noise };
    largest = Math.max(largest / 16, change);
    changes.push(change);
    peaks.push(second(points));
    if (level < LEVELS - 1 || (level < LEVELS && change < changes.at(-3)! / 32)) continue;
    if (!far && tails.every((tail) => tail === DEAD) && peaks.at(-1)! < 1.25 * peaks.at(-3)!)
      return { value, error: 8 * largest + noise };
    break;
  }
  return UNRESOLVED;
}

/** Levels after which what is no bell is integrated piece by piece. */
const FINEST = 6;

/** What the last change but one may have hidden: a weak kink shows only when all else has settled, and then by luck but little. */
const HIDDEN = 2 ** -11;

/** Errors of a smooth integrand nearly double their digits from level to level; those at a kink, however weak, do not. */
const steep = (change: number, before: number, size: number): boolean => change ** 2 * size <= before ** 3;

/** The second largest size of a term: near a pole it doubles from level to level, wherever the nodes lie. */
function second(points: readonly Point[]): number {
  let most = 0;
  let next = 0;
  for (const { term } of points) {
    const size = Math.abs(term);
    next = Math.max(next, Math.min(most, size));
    most = Math.max(most, size);
  }
  return next;
}
