import { type Bounded, bounded, exact, multiply } from './arithmetic.ts';

/**
 * Sum of a list with compensation (Neumaier 1974). The lost parts are known exactly, and so is what
 * their own summation and the last addition lose: with the bounds of the members that is the bound, 0 for a sum
 * that comes out without rounding.
 * Opposite infinities have no sum. The empty sum is 0.
 */
export function sum(list: readonly Bounded[]): Bounded {
  let s = 0;
  let lost = 0;
  let missed = 0;
  let error = 0;
  let infinite = 0;
  const n = list.length;
  for (let i = 0; i < n; i++) {
    const item = list[i]!;
    const x = item.value;
    error += item.error;
    if (x - x !== 0) {
      if (x !== x) return item;
      if (x === -infinite) return exact(NaN);
      infinite = x;
      continue;
    }
    const t = s + x;
    const r = Math.abs(s) >= Math.abs(x) ? s - t + x : x - t + s;
    s = t;
    if (r !== 0) {
      const u = lost + r;
      const v = u - lost;
      missed += Math.abs(lost - (u - v) + (r - v));
      lost = u;
    }
  }
  if (infinite !== 0) return error < Infinity ? exact(infinite) : bounded(0, Infinity);
  if (s - s !== 0) return bounded(s > 0 ? Infinity : -Infinity, Infinity);
  const value = s + lost;
  const t = value - s;
  const last = Math.abs(s - (value - t) + (lost - t));
  const width = (error + last + missed) * (1 + (n + 8) * Number.EPSILON);
  return bounded(value, width);
}

/** Product of a list, from left to right. The empty product is 1. */
export function product(list: readonly Bounded[]): Bounded {
  let p: Bounded = exact(1);
  for (const item of list) p = multiply(p, item);
  return p;
}
