/** Densities and probabilities at a place that is known up to a bound only. */
import { bounded, exact, U, type Bounded } from '../number/bounded.ts';
import type { Cumulative } from '../distribution/contract.ts';
import { logProbability, probability } from '../distribution/likelihood.ts';
import type { Law } from './value.ts';

/**
 * A density over an interval of a few roundings runs from one end to the other, or over one peak: the values at both ends
 * show how far it moves, counted twice for what a peak between them adds.
 */
export function around(f: (x: number) => Bounded, x: Bounded): Bounded {
  const middle = f(x.value);
  if (x.error === 0) return middle;
  const reach = x.error + 2 * U * Math.abs(x.value);
  const moved = [f(x.value - reach), f(x.value + reach)].map((y) => {
    if (!Number.isFinite(y.value) || !Number.isFinite(middle.value)) return y.value === middle.value ? 0 : Infinity;
    return Math.abs(y.value - middle.value) + y.error;
  });
  return bounded(middle.value, middle.error + 2 * Math.max(...moved));
}

/** Near an outcome, a place that is not known exactly may be the outcome or not. */
export function massAt(law: Law, x: Bounded): Bounded {
  if (law.kind === 'density') return around((y) => probability(law, y), x);
  if (x.error === 0) return probability(law, x.value);
  const near = law.outcomes.filter((y) => Math.abs(y - x.value) <= x.error);
  return bounded(0, Math.max(0, ...near.map((y) => probability(law, y).value + probability(law, y).error)));
}

export function logMassAt(law: Law, x: Bounded): Bounded {
  if (law.kind === 'density') return around((y) => logProbability(law, y), x);
  return x.error === 0 ? logProbability(law, x.value) : bounded(0, Infinity);
}

/** The quantile at a share that is known up to a bound; it rises, so that those at the ends enclose it. */
export function quantileAt({ quantile }: Cumulative, p: Bounded): Bounded {
  if (!quantile || !(p.value >= 0 && p.value <= 1)) return exact(NaN);
  if (p.error === 0) return quantile(p.value);
  // a bound below the distance to the next double would leave the share where it is
  const reached = p.error + 2 * U * p.value;
  const [low, middle, high] = [Math.max(0, p.value - reached), p.value, Math.min(1, p.value + reached)].map(quantile);
  const reach = Math.max(high!.value + high!.error - middle!.value, middle!.value - low!.value + low!.error);
  return bounded(middle!.value, reach * (1 + 4 * U));
}
