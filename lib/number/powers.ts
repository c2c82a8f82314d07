import { type Bounded, U, add, bounded, divide, exact, log, multiply, outside, square } from './arithmetic.ts';

const GROW = 1 + 16 * Number.EPSILON;
const TINY = 4 * Number.MIN_VALUE;
const LEAST = 2 ** -1022;

/** a^n for an integer n, 0^0 = 1. |t^n - a^n| <= (|a| + error)^n - |a|^n. Throws RangeError for other n. */
export function integerPower(a: Bounded, n: number): Bounded {
  if (!Number.isInteger(n)) throw new RangeError(`exponent must be an integer, got ${n}`);
  if (a.value !== a.value) return a;
  if (n < 0) {
    // what is too large for doubles has a reciprocal near the least of them
    const least = (Math.abs(a.value) - a.error) * (1 - 2 * U);
    if (least > 1 && Math.abs(a.value) ** -n === Infinity) return bounded(0, Math.max(LEAST, 2 / least ** -n));
    return divide(exact(1), integerPower(a, -n));
  }
  if (n === 0) return exact(1);
  if (n === 1) return a;
  if (n === 2) return square(a); // without rounding where there is none
  const v = a.value ** n;
  const size = Math.abs(a.value);
  if (size === Infinity) return exact(v);
  if (a.error === 0 && (size <= 1 ? size === 0 || size === 1 : Number.isInteger(size) && Math.abs(v) <= 2 ** 53))
    return exact(v);
  const spread =
    size > a.error && Math.abs(v) > 2 ** -1000
      ? Math.abs(v) * Math.expm1(n * Math.log1p(a.error / size) * GROW)
      : a.error === 0
        ? 0
        : ((size + a.error) * GROW) ** n;
  return bounded(v, (spread + 8 * U * Math.abs(v)) * GROW + TINY);
}

/**
 * a^b for a >= 0, or any a with an exact integer b; 0^0 = 1; no value for a < 0 or for 0 to a negative power. An exact
 * double that is no integer has an even denominator; of others, such as 1/3, nobody knows whether a < 0 has that power.
 */
export function power(a: Bounded, b: Bounded): Bounded {
  if (a.value !== a.value) return a;
  if (b.value !== b.value) return b;
  if (b.error === 0 && Number.isInteger(b.value)) return integerPower(a, b.value);
  if (a.value + a.error < 0) return b.error === 0 ? outside('power', a) : exact(NaN);
  if (a.value === 0 && a.error === 0) return b.value > b.error ? exact(0) : exact(NaN);
  if (a.value === Infinity || !Number.isFinite(b.value)) {
    const direction = multiply(b, log(a));
    if (Number.isFinite(direction.value) || direction.value !== direction.value) return bounded(0, Infinity);
    return exact(direction.value > 0 ? Infinity : 0);
  }
  if (!(a.value > a.error)) {
    if (b.error > 0 || b.value < 0) return bounded(0, Infinity);
    // Both lie between 0 and (a + error)^b.
    return bounded(Math.max(a.value, 0) ** b.value, (a.value + a.error) ** b.value * (1 + 8 * Number.EPSILON) + TINY);
  }
  const v = a.value ** b.value;
  // The exponent b log a moves by at most |b| d + (|log a| + d) b.error, with d = a.error / (a - a.error).
  const d = a.error / (a.value - a.error);
  const move = (Math.abs(b.value) * d + (Math.abs(Math.log(a.value)) * (1 + 8 * U) + d) * b.error) * GROW;
  const spread =
    v > 2 ** -1000 ? v * Math.expm1(move) : move === 0 ? 0 : Math.exp(b.value * Math.log(a.value) * (1 - 8 * U) + move);
  return bounded(v, (spread + 8 * U * v) * GROW + TINY);
}

/** log(1 + a): -Infinity at a sure -1, no value below -1, no bound where the interval reaches -1. */
export function log1p(a: Bounded): Bounded {
  if (a.value === -1 && a.error === 0) return exact(-Infinity);
  if (!(a.value + a.error >= -1)) return outside('log', add(exact(1), a));
  if (a.value === Infinity || (a.value === 0 && a.error === 0)) return a;
  const low = (1 + a.value) * (1 - 2 * U) - a.error;
  if (!(low > 0)) return bounded(a.value > -1 ? Math.log1p(a.value) : 0, Infinity);
  const v = Math.log1p(a.value);
  return bounded(v, (4 * U * Math.abs(v) + a.error / low) * GROW + TINY);
}

/** e^a - 1, which moves by at most e^a (e^error - 1). */
export function expm1(a: Bounded): Bounded {
  if (a.value !== a.value || a.value === Infinity || (a.value === 0 && a.error === 0)) return a;
  if (a.value === -Infinity) return exact(-1);
  const v = Math.expm1(a.value);
  const spread =
    a.error <= 1
      ? Math.exp(a.value) * Math.expm1(a.error)
      : Math.exp(a.value + a.error + 4 * U * (Math.abs(a.value) + a.error));
  return bounded(v, (4 * U * Math.abs(v) + spread) * GROW + TINY);
}

/** x log y, with 0 log y = 0 for every y >= 0 (and for an infinite y). */
export function xlogy(x: Bounded, y: Bounded): Bounded {
  if (x.value === 0 && x.error === 0 && y.value + y.error >= 0) return exact(0);
  return multiply(x, log(y));
}

/** The largest of a list; its bound is the largest among the members that may be the largest. Empty: -Infinity. */
export function maximum(list: readonly Bounded[]): Bounded {
  let value = -Infinity;
  let low = -Infinity;
  for (const item of list) {
    if (item.value !== item.value) return item;
    if (item.value > value) value = item.value;
    if (item.value - item.error > low) low = item.value - item.error;
  }
  if (!Number.isFinite(value))
    return list.some((item) => item.error === Infinity) ? bounded(0, Infinity) : exact(value);
  let error = 0;
  for (const item of list) {
    // The two comparisons' sides are each rounded once.
    const high = item.value + item.error + 2 * Number.EPSILON * (Math.abs(item.value) + item.error + Math.abs(low));
    if (high >= low && item.error > error) error = item.error;
  }
  return { value, error };
}

export function minimum(list: readonly Bounded[]): Bounded {
  const top = maximum(list.map((item) => ({ value: -item.value, error: item.error })));
  return { value: -top.value, error: top.error };
}

export type Order = 'less' | 'greater' | 'overlap' | 'unknown';

/**
 * Which of two is surely larger; 'overlap' when their intervals meet, 'unknown' for no value or for twice the
 * same infinity.
 */
export function compare(a: Bounded, b: Bounded): Order {
  const d = a.value - b.value;
  if (d !== d) return 'unknown';
  const gap = Math.abs(d) * (1 - 2 * U);
  if (Math.abs(d) === Infinity ? !(a.error + b.error < Infinity) : !(gap > (a.error + b.error) * GROW))
    return 'overlap';
  return d > 0 ? 'greater' : 'less';
}
