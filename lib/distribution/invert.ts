import { type Bounded, U, bounded, exact, subtract } from '../number/bounded.ts';
import { enclose } from '../number/enclose.ts';
import type { Shares } from '../number/share.ts';

/** Where a law lives: its support, about where its mass is and how wide, and whether on integers only. */
export interface Whereabouts {
  readonly support: readonly [number, number];
  readonly centre: number;
  readonly scale: number;
  readonly whole?: boolean;
}

/**
 * The least x with P(X <= x) >= p, 0 < p < 1. It is bracketed in the law's own coordinate, then found by false position
 * on the logarithm (Illinois), halving the bracket at each fourth step, up to neighbouring doubles or to where the
 * bounds leave the side open; above 1/2 from P(X > x) and 1 - p, which is exact there. The bound is the distance of a
 * surely lower and a surely higher place on its two sides.
 */
export function invert(
  shares: (x: number) => Shares,
  p: number,
  { support, centre, scale, whole }: Whereabouts,
): Bounded {
  const [lower, upper] = support;
  if (lower === upper) return exact(lower);
  const low = p <= 0.5;
  const target = exact(low ? p : 1 - p);
  /** P(X <= x) - p, or the same number from the other side. */
  const miss = (x: number): Bounded => (low ? subtract(shares(x)[0], target) : subtract(target, shares(x)[1]));
  /** It as a difference of logarithms; 0 near the root, where the sign is open. */
  const height = (x: number): number => {
    const d = miss(x);
    if (!whole && Math.abs(d.value) <= d.error && d.error < target.value / 1024) return 0;
    const v = low ? Math.log1p(d.value / target.value) : -Math.log1p(-d.value / target.value);
    return Math.max(-800, Math.min(800, v));
  };

  // x(t) is like centre + scale t around t = 0 and grows or falls exponentially beyond.
  const reach = centre - lower;
  const half = reach > 0 && reach < Infinity;
  const floor = (x: number): number => (whole ? Math.floor(x) : x);
  const x = (t: number): number => {
    const s = scale * Math.sinh(t);
    const y = half ? lower + reach * Math.exp(s / reach) : centre + s;
    return floor(Math.max(lower, -Number.MAX_VALUE, Math.min(upper, Number.MAX_VALUE, y)));
  };
  const up = height(x(0)) < 0 ? 1 : -1;
  let far = up;
  while (height(x(far)) * up < 0 && Math.abs(far) < 2048) far *= 2;
  const near = far === up ? 0 : far / 2;
  let [s, t] = up > 0 ? [near, far] : [far, near];
  let [a, b] = [x(s), x(t)];
  for (let i = 0; i < 64 && (t - s > 0.5 || (half && b - lower > 2 * (a - lower))); i++) {
    const m = (s + t) / 2;
    const y = x(m);
    if (height(y) < 0) [s, a] = [m, y];
    else [t, b] = [m, y];
  }
  // The least integer has nothing below it.
  if (whole && height(a) >= 0) a -= 1;

  let [fa, fb, last] = [height(a), height(b), 0];
  for (let i = 1; fb !== 0 || whole; i++) {
    let m = floor(i % 4 === 0 ? NaN : b - (fb * (b - a)) / (fb - fa));
    if (!(m > a && m < b)) m = floor(a / 2 + b / 2);
    if (!(m > a && m < b)) break;
    const v = height(m);
    if (v < 0) {
      [a, fa] = [m, v];
      if (last < 0) fb /= 2;
      last = -1;
    } else {
      [b, fb] = [m, v];
      if (last > 0) fa /= 2;
      last = 1;
    }
  }

  // Steps to the sides: 1 between integers; else an ulp, of the scale where 0 is a place like any other.
  const unit = Math.max(whole ? 2 ** 52 : half ? Number.MIN_VALUE : scale / 64, Math.abs(b));
  if (whole && unit === 2 ** 52) {
    const [left, right] = [miss(b - 1), miss(b)];
    if (left.value < -left.error && right.value >= right.error) return exact(b);
  }
  const { error } = enclose((d) => miss(b + (d - 1) * unit), 1, [-Infinity, Infinity]);
  const e = error * unit + 2 * U * Math.abs(b);
  return bounded(b, Math.abs(b) + 2 * e < Infinity ? e : Infinity);
}
