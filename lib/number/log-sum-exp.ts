import { type Bounded, U, bounded, exact } from './arithmetic.ts';

/**
 * log sum_i e^(x_i) about the largest term, as top + log(1 + rest): no overflow, and full accuracy also where one
 * term is all but everything. -Infinity for the empty list.
 */
export function logSumExp(list: readonly Bounded[]): Bounded {
  let top: Bounded = exact(-Infinity);
  for (const item of list) {
    if (item.value !== item.value) return item;
    if (item.value > top.value) top = item;
  }
  const m = top.value;
  if (m - m !== 0) return list.some((item) => item.error === Infinity) ? bounded(0, Infinity) : exact(m);
  let rest = 0;
  let most = top.error; // it moves by no more than the term that moves most …
  let moved = top.error; // sum of weight times bound: the derivative in a term is its weight
  let rounding = 0;
  for (const item of list) {
    if (item === top) continue;
    const d = item.value - m;
    const w = Math.exp(d);
    rest += w;
    if (item.error > most) most = item.error;
    moved += w * item.error;
    rounding += w * (U * Math.abs(d) + 4 * U) + Number.MIN_VALUE;
  }
  const l = Math.log1p(rest);
  const v = m + l;
  const move = moved / (1 + rest);
  // … and, where the bounds are small, by their weighted mean, to second order
  const shift = move < 0.5 ? Math.min(-Math.log1p(-move), most) : most;
  // n roundings of the sum, log1p, the last addition
  const own = (rounding + list.length * U * rest) / (1 + rest) + 4 * U * l + (v === m && l === 0 ? 0 : U * Math.abs(v));
  return bounded(v, (own + shift) * (1 + 32 * U));
}
