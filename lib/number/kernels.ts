import { type Bounded, U, add, bounded, divide, exact, log, multiply, rounded, square, subtract } from './arithmetic.ts'; // prettier-ignore
import { HALF_LOG_2PI, twoProduct, twoSum } from './double.ts';

/**
 * Sums over large samples, as fast as plain loops or faster, with bounds of a few U. Terms go four at a time, so that
 * the processor works on them side by side, into a sum with compensation (Ogita, Rump and Oishi, Accurate sum and dot
 * product, 2005): n additions are off by at most (n U)^2 of the sum of the sizes, and the result by its last rounding.
 */
export type Sample = Float64Array | readonly number[];

/** log(2 pi)/2, rounded. */
export const HALF_LOG_TAU = /* @__PURE__ */ rounded(HALF_LOG_2PI.hi);

/** V8 compiles a short loop that is called often sooner and better than a long one that is called once. */
const BLOCK = 1024;
/** A sum, what its additions lost, a product, its exponent. One for all: no call leaves before it has read it. */
const acc = /* @__PURE__ */ new Float64Array(4);

/** The first n mod 4 of a sample one by one, the others in blocks; where a block stops early, four one by one. */
function each(sample: Sample, one: (x: number) => void, block: (from: number, to: number) => number): void {
  const n = sample.length;
  acc.set([0, 0, 1, 0]);
  let i = 0;
  for (let next = n % 4; ; next = i + 4) {
    while (i < next) one(sample[i++]!);
    while (i < n && (next = block(i, Math.min(n, i + BLOCK))) > i) i = next;
    if (i === n) return;
  }
}

/** Adds to the sum without loss. */
function take(x: number): void {
  const { hi, lo } = twoSum(acc[0]!, x);
  acc[0] = hi;
  acc[1]! += lo;
}

/** The sum of n terms >= 0, each with a relative error of `units` U. Nothing is known of one that overflows. */
function total(n: number, units: number): Bounded {
  const v = acc[0]! + acc[1]!;
  const error = v * U * (units + 1 + n * n * U) * (1 + 64 * U) + n * Number.MIN_VALUE;
  return error < Infinity ? bounded(v, error) : bounded(0, Infinity);
}

/** Sum of (x - centre)^2: three roundings in a term, two in adding four. */
function squares(sample: Sample, centre: number): Bounded {
  const one = (x: number): void => take((x - centre) * (x - centre));
  each(sample, one, (from, to) => squaresIn(sample, centre, from, to));
  return total(sample.length, 5);
}

function squaresIn(sample: Sample, centre: number, from: number, to: number): number {
  let s = acc[0]!;
  let lost = acc[1]!;
  for (let i = from; i < to; i += 4) {
    const a = sample[i]! - centre;
    const b = sample[i + 1]! - centre;
    const c = sample[i + 2]! - centre;
    const d = sample[i + 3]! - centre;
    const q = a * a + b * b + (c * c + d * d);
    const t = s + q;
    const r = t - s;
    lost += s - (t - r) + (q - r);
    s = t;
  }
  acc[0] = s;
  acc[1] = lost;
  return to;
}

/**
 * Sum of log N(x; mu, sigma) in nats, sigma in (0, inf). Squares are standardised first only where they would over- or
 * underflow otherwise.
 */
export function normalLogLikelihood(sample: Sample, mu: number, sigma: number): Bounded {
  const n = sample.length;
  const s = squares(sample, mu);
  let h = divide(divide(s, exact(sigma)), exact(sigma));
  if (!(s.value > 2 ** -900 && s.error < Infinity)) {
    acc.fill(0);
    for (let i = 0; i < n; i++) {
      const x = sample[i]!;
      if (x - x !== 0) return exact(-Math.abs(x));
      const z = (x - mu) / sigma;
      take(z * z);
    }
    h = total(n, 5);
  }
  const constant = add(log(exact(sigma)), HALF_LOG_TAU);
  return subtract(multiply(exact(-0.5), h), multiply(exact(n), constant));
}

/**
 * Mean and mean square deviation from it (divided by n). The sum is known to second order, hence the mean to its
 * last place and what it is off by nearly exactly: sum (x - m)^2/n is too large by the square of that. Says nothing of
 * an empty sample, of one that is not finite, and of one whose squares overflow.
 */
export function moments(sample: Sample): { mean: Bounded; variance: Bounded } {
  const n = sample.length;
  each(sample, take, (from, to) => sumIn(sample, from, to));
  const { hi, lo } = twoSum(acc[0]!, acc[1]!);
  /** How far the mean is from m: the difference of two nearly equal numbers, exact but for the lower parts. */
  const off = (m: number): number => {
    const back = twoProduct(n, m);
    return (hi - back.hi - back.lo + lo) / n;
  };
  const rough = hi / n;
  const m = rough + off(rough);
  if (m - m !== 0) return { mean: bounded(0, Infinity), variance: bounded(0, Infinity) };
  const s = squares(sample, m);
  // mean |x| <= |m| + sqrt(s/n) by Cauchy and Schwarz
  const size = Math.abs(m) + Math.sqrt((s.value + s.error) / n);
  const d = bounded(off(m), (16 + 2 * n * n) * U * U * size + 8 * Number.MIN_VALUE);
  const v = subtract(divide(s, exact(n)), square(d));
  return {
    mean: bounded(m, (Math.abs(d.value) + d.error) * (1 + 4 * U)),
    variance: v.value < 0 ? bounded(0, v.error) : v,
  };
}

/** Two chains of additions, which do not wait for each other. */
function sumIn(sample: Sample, from: number, to: number): number {
  let s = acc[0]!;
  let z = 0;
  let lost = acc[1]!;
  for (let i = from; i < to; i += 2) {
    const x = sample[i]!;
    const y = sample[i + 1]!;
    const t = s + x;
    const r = t - s;
    const u = z + y;
    const v = u - z;
    lost += s - (t - r) + (x - r) + (z - (u - v) + (y - v));
    s = t;
    z = u;
  }
  acc[0] = s;
  acc[1] = lost;
  take(z);
  return to;
}

/** Four such factors times a product from [2^-500, 2^500] neither over- nor underflow. */
const fits = (x: number): boolean => x > 2 ** -120 && x < 2 ** 120;

/**
 * sum x and sum log x for x >= 0, no value for others: log of one product and its exponent. Each factor is a rounding
 * of the product, so the sum of logarithms is off by n U: relative to n, not to a sum that cancels.
 */
export function gammaSums(sample: Sample): { sum: Bounded; sumOfLogs: Bounded } {
  const n = sample.length;
  each(sample, factor, (from, to) => productIn(sample, from, to));
  const e = acc[3]!;
  if (e !== e) return { sum: exact(NaN), sumOfLogs: exact(NaN) };
  const sum = total(n, 2);
  if (e === -Infinity) return { sum, sumOfLogs: exact(e) };
  const l = add(log(exact(acc[2]!)), multiply(exact(e), rounded(Math.LN2)));
  return { sum, sumOfLogs: bounded(l.value, (l.error + n * U) * (1 + 4 * U)) };
}

function factor(x: number): void {
  take(x);
  if (!(x > 0 && x < Infinity)) acc[3]! += x === 0 ? -Infinity : NaN;
  for (; x > 0 && x <= 2 ** -120; x *= 2 ** 120) acc[3]! -= 120;
  for (; x >= 2 ** 120 && x < Infinity; x /= 2 ** 120) acc[3]! += 120;
  acc[2]! *= x;
}

/** Stops at four that do not all fit. */
function productIn(sample: Sample, from: number, to: number): number {
  let s = acc[0]!;
  let lost = acc[1]!;
  let p = acc[2]!;
  let e = acc[3]!;
  let i = from;
  for (; i < to; i += 4) {
    if (p > 2 ** 500) {
      p *= 2 ** -500;
      e += 500;
    } else if (p < 2 ** -500) {
      p *= 2 ** 500;
      e -= 500;
    }
    const a = sample[i]!;
    const b = sample[i + 1]!;
    const c = sample[i + 2]!;
    const d = sample[i + 3]!;
    if (!(fits(a) && fits(b) && fits(c) && fits(d))) break;
    p *= a * b * (c * d);
    const q = a + b + (c + d);
    const t = s + q;
    const r = t - s;
    lost += s - (t - r) + (q - r);
    s = t;
  }
  acc[0] = s;
  acc[1] = lost;
  acc[2] = p;
  acc[3] = e;
  return i;
}
