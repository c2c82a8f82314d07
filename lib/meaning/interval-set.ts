/** Sets of reals as intervals that do not overlap; whether an end belongs to one is of no matter under a density. */
import { exact, maximum, minimum, type Bounded } from '../number/bounded.ts';

export interface Interval {
  readonly low: Bounded;
  readonly high: Bounded;
}

export const MINUS = exact(-Infinity);
export const PLUS = exact(Infinity);
export const EVERYTHING: readonly Interval[] = [{ low: MINUS, high: PLUS }];

/** What is in both. */
export const meet = (p: readonly Interval[], q: readonly Interval[]): Interval[] =>
  p
    .flatMap((a) => q.map((b) => ({ low: maximum([a.low, b.low]), high: minimum([a.high, b.high]) })))
    .filter(({ low, high }) => high.value + high.error > low.value - low.error);
