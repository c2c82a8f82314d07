import { type Bounded, U, add, bounded, divide, exact, subtract } from './bounded.ts';

/** The first step is a share of the scale that no round period divides: sin(2 pi x) must not look constant. */
const SHARE = 0.3819660112501051;
/** Rows of the scheme: at least, so that no two lucky differences decide, and at most. */
const LEAST = 6;
const MOST = 40;

/** A function around a place: its value there, and the interval that it may be asked on. */
interface Around {
  readonly f: (x: number) => Bounded;
  readonly x: number;
  readonly here: Bounded;
  readonly ends: readonly [number, number];
  readonly quotients: Quotients;
}

/**
 * f'(x) for a function that is smooth around x at about `scale`, by C. J. F. Ridders' extrapolation of differences
 * over halved steps (Advances in Engineering Software 4, 1982). The error holds the bounds of f divided by the steps,
 * carried through every operation, and twice what the extrapolate moved from both that it was made of, an estimate of
 * what the rest of the series adds. Differences are central; that of the two one-sided slopes is extrapolated likewise,
 * and half of what is left of it is error too, so that a kink at x is seen. Where `ends` leave no room for the first
 * step, differences on the wider side are tried as well. Places where f is not finite are stepped over; no value where
 * f has none at x, error Infinity where nothing settles. Mostly 15 to 25 evaluations; up to 81 (twice that near an end)
 * where finer steps still gain.
 */
export const derivative = (
  f: (x: number) => Bounded,
  x: number,
  scale: number,
  ends?: readonly [number, number],
): Bounded => settle('derivative', slopes, f, x, scale, ends);

/** What differences say at one step: the derivative, and by how much its two one-sided forms differ. */
interface Quotient {
  readonly slope: Bounded;
  readonly bend: Bounded;
}

/**
 * Quotients over halved steps, from f at the places below and above x (x itself on the side that is left out); null
 * where they need the places of the step before as well.
 */
export type Quotients = (
  x: number,
  here: Bounded,
  side: -1 | 0 | 1,
) => (low: number, fl: Bounded, high: number, fh: Bounded) => Quotient | null;

const slopes: Quotients = (x, here, side) => (low, fl, high, fh) => ({
  slope: difference(low, fl, high, fh),
  bend: side === 0 ? subtract(difference(x, here, high, fh), difference(low, fl, x, here)) : ZERO,
});

/** The limit of the quotients for steps to 0. */
export function settle(
  name: string,
  quotients: Quotients,
  f: (x: number) => Bounded,
  x: number,
  scale: number,
  ends: readonly [number, number] = [-Infinity, Infinity],
): Bounded {
  if (!(scale > 0 && scale < Infinity)) throw new RangeError(`${name}: scale must be in (0, inf), got ${scale}`);
  if (!(Math.abs(x) < Infinity && x >= ends[0] && x <= ends[1]))
    throw new RangeError(`${name}: x must be finite and in [${ends[0]}, ${ends[1]}], got ${x}`);
  const here = f(x);
  if (!Number.isFinite(here.value)) return exact(NaN);
  const around = { f, x, here, ends, quotients };
  const step = SHARE * scale;
  const [below, above] = [x - ends[0], ends[1] - x];
  const central = search(around, 0, Math.min(step, below, above));
  if (Math.min(below, above) >= step) return central;
  const one = above >= below ? search(around, 1, Math.min(step, above)) : search(around, -1, Math.min(step, below));
  return one.error < central.error ? one : central;
}

/** The best extrapolate of differences on both sides of x (0), above (1) or below it (-1). */
function search({ f, x, here, ends, quotients }: Around, side: -1 | 0 | 1, first: number): Bounded {
  let quotient = quotients(x, here, side);
  let slopes: Entry[] = [];
  let kinks: Entry[] = [];
  let best = UNSETTLED;
  for (let level = 0; level < MOST; level++) {
    // The same step on both sides, as the doubles around x have it.
    const up = Math.min(x + first / 2 ** level, ends[1]);
    const step = side < 0 ? first / 2 ** level : up - x;
    const high = side < 0 ? x : up;
    const low = side > 0 ? x : Math.max(x - step, ends[0]);
    if ((side <= 0 && low === x) || (side >= 0 && high === x)) break;
    const [fl, fh] = [side > 0 ? here : f(low), side < 0 ? here : f(high)];
    if (!Number.isFinite(fl.value + fh.value) || !(fl.error + fh.error < Infinity)) {
      slopes = kinks = [];
      quotient = quotients(x, here, side);
      continue;
    }
    const found = quotient(low, fl, high, fh);
    if (!found) continue;
    const { slope, bend } = found;
    // A step that is rounded by t moves a slope by t/step of its change; one that differs by t between the two sides,
    // by t/step of the bend.
    const change = Math.abs(slope.value - (slopes[0]?.value.value ?? 0)) + slope.error;
    const apart = side === 0 ? Math.abs(high - x - (x - low)) + 2 * U * step : 0;
    const lost = (change * U * (Math.abs(low) + Math.abs(high)) + (Math.abs(bend.value) + bend.error) * apart) / step;
    const noise = slope.error + lost;
    // Where the plain slope settles, it is off by 1/3 of its last change; by all of it on one side. What lies much
    // farther off than that was a lucky agreement of coarser steps.
    if (Math.abs(slope.value - best.value) > best.error + (side === 0 ? 1 : 2) * change + noise) best = UNSETTLED;
    // Central slopes err in step^2, step^4, …, their one-sided halves in step, step^3, …; one-sided in all powers.
    slopes = extrapolate(bounded(slope.value, noise), slopes, side === 0 ? 2 : 1, side === 0 ? 2 : 1);
    if (side === 0) kinks = extrapolate(bounded(bend.value, bend.error + lost), kinks, 1, 2);
    const kink = surest(kinks);
    const left = side === 0 ? Math.abs(kink.value.value) / 2 + kink.rest / 2 : 0;
    const { value, rest } = surest(slopes);
    const error = value.error + rest + left;
    const better = error < best.error;
    if (better) best = bounded(value.value, error * (1 + 4 * U));
    // Every further extrapolate carries at least the noise of its own first difference.
    if (slopes.length > LEAST && best.error <= (better ? 1 : 16) * noise) break;
  }
  return best;
}

export const difference = (a: number, fa: Bounded, b: number, fb: Bounded): Bounded =>
  divide(subtract(fb, fa), subtract(exact(b), exact(a)));

/** An extrapolate, how far it lies from the two that it was made of, and what it may be off beyond its bound. */
interface Entry {
  readonly value: Bounded;
  readonly moved: number;
  readonly rest: number;
}

const ZERO = exact(0);
const UNSETTLED: Bounded = { value: 0, error: Infinity };
const NOTHING: Entry = { value: ZERO, moved: Infinity, rest: Infinity };
/** 2^k - 1 */
const LESS_ONE = /* @__PURE__ */ Array.from({ length: 2 * MOST + 3 }, (_, k) => exact(2 ** k - 1));

/** The entry that is known best. */
function surest(row: readonly Entry[]): Entry {
  let found = NOTHING;
  for (const entry of row) if (entry.value.error + entry.rest < found.value.error + found.rest) found = entry;
  return found;
}

/**
 * Neville's scheme: the next row, for errors in step^order, step^(order + gap), … and a step that is halved. The rest
 * is twice the move; where moves shrink slowly from row to row, all that are still to come; where they do not shrink,
 * and are no mere rounding, it is not known.
 */
function extrapolate(first: Bounded, last: readonly Entry[], order: number, gap: number): Entry[] {
  const row: { value: Bounded; moved: number; rest: number }[] = [{ ...NOTHING, value: first }];
  let least = Infinity;
  let before = Infinity;
  for (let j = 0; j < last.length; j++) {
    const { value: old, moved: earlier } = last[j]!;
    const made = row[j]!.value;
    const value = add(made, divide(subtract(made, old), LESS_ONE[order + gap * j]!));
    const moved = Math.max(Math.abs(value.value - made.value), Math.abs(value.value - old.value));
    row.push({ value, moved, rest: 0 });
    least = Math.min(least, moved);
    before = Math.min(before, earlier);
  }
  const ratio = last.length > 1 ? least / before : Infinity;
  const still = ratio < 1 ? 2 * Math.max(1, ratio / (1 - ratio)) : Infinity;
  for (const entry of row) entry.rest = (entry.moved <= entry.value.error ? 2 : still) * entry.moved;
  return row;
}
