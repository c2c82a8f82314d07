import { type Bounded, U, bounded, exact } from '../number/arithmetic.ts';
import type { Sample } from './contract.ts';

/** Powers of two in the reach of most ratios p/q, and where the bits of p and q are looked at. */
const REACH = 64;
const POWERS = /* @__PURE__ */ Float64Array.from({ length: 2 * REACH + 1 }, (_, i) => 2 ** (i - REACH));
const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(16));
/** The upper half of a double in [2^-900, 2^900) as an integer: one comparison, unsigned. */
const ordinary = (half: number): boolean => (half - 0x7b00000) >>> 0 < 0x70800000;

/** V8 compiles a short loop that is called often sooner and better than a long one that is called once. */
const BLOCK = 1024;
/**
 * Sum and what its additions lost (Knuth), deviances and what the last addition made too much (Kahan: off by 2 U, where
 * all have one sign), sizes of the two other parts for the bound, what terms by logarithms add to it, and what is not
 * finite. One for all: no call leaves before it has read it.
 */
const acc = /* @__PURE__ */ new Float64Array(8);

/**
 * sum p log(p/q) in nats over two lists of probabilities, taken as they are: Infinity where p > 0 meets q = 0, no
 * value for negative ones. RangeError for lists of two lengths.
 * With r = 2^k q within a factor of 1.5 of p, each term is the deviance p log(p/r) - p + r, which does not cancel
 * however near p is to q and needs no logarithm, plus p - r, exact, plus p k log 2. The bound is 8 U of the first,
 * 3 U of the last: relative to the result, for lists of one total.
 */
export function klOfProbabilities(p: Sample, q: Sample): Bounded {
  const n = p.length;
  if (q.length !== n) throw new RangeError(`kl: q must be a list of ${n} numbers, got ${q.length}`);
  for (let i = 0; i < 8; i++) acc[i] = 0; // fill is slow for so few
  for (let i = 0; i < n; i += BLOCK) termsIn(p, q, i, Math.min(n, i + BLOCK));
  if (acc[7] !== 0) return exact(acc[7]!);
  const size = acc[2]! + acc[4]!;
  if (size + acc[6]! === 0) return exact(0); // p = q to the letter
  const v = acc[0]! + acc[2]! + acc[1]!;
  const units = 8 * acc[2]! + 3 * acc[5]! + 3 * Math.abs(v) + n * n * U * size;
  return bounded(v, (units + acc[6]!) * U * (1 + 64 * U) + n * Number.MIN_VALUE);
}

function termsIn(p: Sample, q: Sample, from: number, to: number): void {
  let s = acc[0]!;
  let lost = acc[1]!;
  let deviances = acc[2]!;
  let excess = acc[3]!;
  let size = acc[4]!;
  let multiples = acc[5]!;
  for (let i = from; i < to; i++) {
    const a = p[i]!;
    const b = q[i]!;
    bits.setFloat64(0, a, true);
    bits.setFloat64(8, b, true);
    const above = bits.getInt32(4, true);
    const below = bits.getInt32(12, true);
    // Such halves are logarithms but for the fraction, which is taken for linear: k is their difference, rounded.
    const k = (above - below + 0x80000) >> 20;
    let y: number;
    if (ordinary(above) && ordinary(below) && (k + REACH) >>> 0 <= 2 * REACH) {
      const r = b * POWERS[k + REACH]!;
      const d = a - r; // exact
      const v = d / (a + r);
      const w = v * v;
      // (atanh(v)/v - 1)/w = 1/3 + w/5 + w^2/7 + … for w <= 0.0402, interpolated (Chebyshev) to within 1.9e-17
      const low = 0.3333333333333333 + 0.20000000000004042 * w + w * w * (0.1428571428360593 + 0.1111111152950313 * w);
      const high =
        0.090908683956487 + 0.07694450556844562 * w + w * w * (0.06604527040902493 + 0.06807023520520665 * w);
      const term = v * (d + 2 * a * w * (low + w * w * (w * w) * high));
      const more = term - excess;
      const t = deviances + more;
      excess = t - deviances - more;
      deviances = t;
      const g = a * k;
      multiples += Math.abs(g);
      y = g * Math.LN2 + d;
    } else y = byLogarithms(a, b);
    size += Math.abs(y);
    const t = s + y;
    const e = t - s;
    lost += s - (t - e) + (y - e);
    s = t;
  }
  acc[0] = s;
  acc[1] = lost;
  acc[2] = deviances;
  acc[3] = excess;
  acc[4] = size;
  acc[5] = multiples;
}

/** a log(a/b) as it stands, for numbers that are very small or far apart. */
function byLogarithms(a: number, b: number): number {
  if (!(a > 0 && a < Infinity && b > 0 && b < Infinity)) {
    if (!(a === 0 && b >= 0)) acc[7]! += a > 0 && b === 0 ? Infinity : NaN;
    return 0;
  }
  const l = Math.log(a);
  const m = Math.log(b);
  acc[6]! += 6 * a * (Math.abs(l) + Math.abs(m));
  return a * (l - m);
}
