/** Modified Bessel functions of the first kind of order 0 and 1, in logarithms: they grow as e^x. */
import { type Bounded, U, bounded, exact, log } from './bounded.ts';

/** Beyond it the series would overflow, and so would the function. */
const MOST = 700;

/**
 * log I_n(x) for n = 0, 1 and x >= 0: the series sum (x/2)^(2k+n) / (k! (k+n)!) (DLMF 10.25.2) of positive terms. Each
 * ratio has 4 roundings at most; what is left out is less than a geometric series. Above 700 nothing is known.
 */
export function logBesselI(n: 0 | 1, x: Bounded): Bounded {
  const { value, error } = x;
  if (!(value - error >= 0) && !(value === 0)) return exact(NaN);
  if (value === 0 && error === 0) return n === 0 ? exact(0) : exact(-Infinity);
  if (!(value + error <= MOST)) return bounded(value, Infinity);
  const square = (value / 2) * (value / 2);
  let [term, total, size] = [n === 0 ? 1 : value / 2, 0, 0];
  let k = 0;
  for (; ; k++) {
    total += term;
    size += term * (5 * k + 2);
    const ratio = square / ((k + 1) * (k + 1 + n));
    term *= ratio;
    if (ratio < 0.5 && 2 * term < U * total) break;
    if (k > 4 * MOST) return bounded(Math.log(total), Infinity);
  }
  // the roundings of the terms, those of the sum, and what is left out
  const relative = (U * size) / total + U * (k + 4);
  const own = log({ value: total, error: relative * total });
  // the derivative I_(n+1)/I_n + n/x of the logarithm is at most 1 + n/x
  return bounded(own.value, own.error + error * (1 + (n === 0 ? 0 : n / Math.max(value - error, Number.MIN_VALUE))) * (1 + 4 * U)); // prettier-ignore
}
