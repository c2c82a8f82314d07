import { type Bounded, bounded, sum } from '../number/bounded.ts';
import { integrate } from '../number/quadrature.ts';
import { type DensityLaw, type Law, narrowest } from './density.ts';
import { domainOf } from './expectation.ts';
import { type FiniteLaw, pmf } from './finite.ts';

/** A law seen from a place in the domain of an integral. */
export interface View {
  log(): Bounded;
  value(): Bounded;
}

/** An integrand of two laws. */
export type OfTwo = (p: View, q: View) => Bounded;

/** Both finite, or both with a density; RangeError for one of each. */
export function ofOneKind(p: Law, q: Law): { finite: [FiniteLaw, FiniteLaw] } | { density: [DensityLaw, DensityLaw] } {
  if (p.kind === 'finite' && q.kind === 'finite') return { finite: [p, q] };
  if (p.kind === 'density' && q.kind === 'density') return { density: [p, q] };
  throw new RangeError('a divergence needs two laws of one kind: both finite, or both with a density');
}

/** A divergence is not negative, so cutting a value at 0 moves it towards the truth. */
export const atLeastZero = (d: Bounded): Bounded => (d.value < 0 ? bounded(0, d.error) : d);

/** Whether the support of p lies in that of q. */
export const covered = (p: DensityLaw, q: DensityLaw): boolean =>
  p.support[0] >= q.support[0] && p.support[1] <= q.support[1];

/** Distances from the ends are handed on to a law whose own ends these are. */
function both(p: DensityLaw, q: DensityLaw, lower: number, upper: number, f: OfTwo) {
  let [x, below, above] = [0, 0, 0];
  const view = (law: DensityLaw): View => {
    const [low, high] = [law.support[0] === lower, law.support[1] === upper];
    return {
      log: () => law.logDensity(x, low ? below : undefined, high ? above : undefined),
      value: () => law.density(x, low ? below : undefined, high ? above : undefined),
    };
  };
  const [pView, qView] = [view(p), view(q)];
  return (...place: [number, number, number]): Bounded => {
    [x, below, above] = place;
    return f(pView, qView);
  };
}

/** Integral over the support of p. */
export function under(p: DensityLaw, q: DensityLaw, f: OfTwo): Bounded {
  const [lower, upper] = p.support;
  const breaks = [...(p.breaks ?? []), ...(q.breaks ?? [])];
  return integrate(both(p, q, lower, upper, f), { ...domainOf(p), breaks, bell: narrowest([p, q]) });
}

/** Integral over both supports, split at the ends, the centres and the breaks of both. */
export function over(p: DensityLaw, q: DensityLaw, f: OfTwo, breaks: readonly number[] = []): Bounded {
  const ends = [...p.support, ...q.support];
  const inner = [...ends, ...(p.breaks ?? []), ...(q.breaks ?? []), p.centre, q.centre, ...breaks];
  const [lower, upper] = [Math.min(...ends), Math.max(...ends)];
  const scale = Math.max(p.scale, q.scale);
  const bell = breaks.length === 0 ? narrowest([p, q]) : undefined;
  return integrate(both(p, q, lower, upper, f), { lower, upper, centre: p.centre, scale, bell, breaks: inner.filter(Number.isFinite) }); // prettier-ignore
}

/** Sum over the outcomes of either law; masses that are not listed count whole. */
export function termwise(p: FiniteLaw, q: FiniteLaw, f: (a: Bounded, b: Bounded) => Bounded): Bounded {
  const outcomes = new Set([...p.outcomes, ...q.outcomes]);
  const terms = [...outcomes].map((x) => f(pmf(p, x), pmf(q, x)));
  return sum([...terms, bounded(0, (p.tail?.omitted ?? 0) + (q.tail?.omitted ?? 0))]);
}
