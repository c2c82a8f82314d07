import { type Bounded, U, bounded, divide, exact, multiply } from './bounded.ts';
import { stirlingRemainder } from './gamma.ts';
import { integrate } from './quadrature.ts';
import { gap, ladder, logSeries, stieltjes } from './series.ts';
import { type Shares, UNKNOWN, VOID, expWide, sharesOf, sharesOfLog, swap } from './share.ts';
import { HALF_LOG_TAU, type Wide, less, ln, minus, narrow, over, plus, times, wide } from './wide.ts';

/**
 * The regularised incomplete gamma and beta functions and their complements, each to a relative bound however small it
 * is. Both are the mass beyond a place: the density there, whose logarithm is a deviance in double-double (Loader
 * 2000), so that 1e-300 has the digits of 0.3, times the integral of what is left relative to it, which is
 *  - a sum of positive terms, by parts (DLMF 8.7, 8.8, 8.17(iv)), and behind the last one, where there is a last, a
 *    fraction of Stieltjes (DLMF 8.9; Gauss's, DLMF 15.7, for the beta function);
 *  - where the first share of a law with a shape up to 1 is nearly all, that share's logarithm in double-double;
 *  - by quadrature where more than some 64 terms would count.
 * Shapes are below 2^200; above, the bound says that nothing is known.
 */
const [W1, HALF] = [wide(1), wide(0.5)];
const [LARGE, MOST] = [2 ** 14, 2 ** 200];

/** The mass beyond a place relative to the density there: the integral over u > 0 of e^-(slope u + …). */
interface Tail {
  /** The terms of the sum: `weight` is 1 over the first. */
  readonly weight: number;
  readonly ratio: (k: number) => number;
  readonly terms: number;
  readonly fraction: (k: number) => number;
  /** The exponent: slope u + left (-u - log(1 - u)) + right (v - log(1 + v)), v = stretch u, nothing negative. */
  readonly curve: readonly [slope: Wide, left: number, right: number, stretch: number];
}

function integral({ weight, ratio, terms, fraction, curve }: Tail): Bounded {
  const [slope, left, right, stretch] = curve;
  const width = 1 / Math.max(1, slope.hi, Math.sqrt(left + right * stretch * stretch));
  // The sum itself, in units of its first term, is about the number of terms that count.
  if (!(weight * width > 64)) return divide(ladder(ratio, terms, () => stieltjes(fraction)), exact(weight)); // prettier-ignore
  const s = narrow(slope);
  const f = (u: number): Bounded => {
    if (left > 0 && u >= 1) return exact(0);
    const bent = (left > 0 ? left * gap(-u) : 0) + right * gap(stretch * u);
    const straight = s.value * u;
    if (!(bent + straight < 800)) return bounded(0, Number.MIN_VALUE);
    const v = Math.exp(-bent - straight);
    return bounded(v, v * (U * (28 * bent + 3 * Math.abs(straight) + 6) + s.error * u));
  };
  return integrate(f, { lower: 0, upper: Infinity, centre: 0, scale: width });
}

/** log of x y/z; a product so small that its parts underflow is not formed. */
function logRatio(x: Wide, y: Wide, z: Wide): Wide {
  const product = times(x, y);
  return product.hi < 2 ** -900 ? plus(ln(x), ln(over(y, z))) : ln(over(product, z));
}

/** P(a, x) and Q(a, x), the integrals of t^(a-1) e^-t / Gamma(a) below and above x = `place` `rate` > 0, for a > 0. */
export function incompleteGamma(a: number): (place: Wide, rate: Wide) => Shares {
  const A = wide(a);
  const peak = less(times(HALF, ln(A)), plus(HALF_LOG_TAU, stirlingRemainder(A)));
  return (place, rate) => {
    // Chernoff: P(a, a/2) < e^(-0.19 a) and Q(a, 2 a) < e^(-0.3 a)
    const y = place.hi * rate.hi;
    if (y > 2 * Math.max(a, LARGE)) return swap(VOID);
    if (y < a / 2 && a > LARGE) return VOID;
    if (a > MOST) return [UNKNOWN, UNKNOWN];
    const x = times(place, rate);
    // log of x^a e^-x / Gamma(a): Stirling's formula less the deviance of a from x
    const log = plus(peak, times(A, logRatio(place, rate, A)), A, minus(x));
    if (a <= 1 && y < 1)
      return sharesOfLog(
        plus(
          log,
          minus(ln(A)),
          logSeries((k) => over(x, plus(A, wide(k))), 0),
        ),
      );
    const below = y <= a;
    const terms = below ? Infinity : Math.ceil(a) - 1;
    const last = a - terms;
    const slope = less(plus(A, minus(W1)), x);
    const part = integral({
      weight: below ? a : y,
      ratio: below ? (k) => y / (a + k) : (k) => (a - k) / y,
      terms,
      fraction: (k) => (k % 2 ? (k + 1) / 2 - last : k / 2) / y,
      curve: below ? [slope, a - 1, 0, 0] : [minus(slope), 0, a - 1, 1],
    });
    const shares = sharesOf(multiply(expWide(log), part));
    return below ? shares : swap(shares);
  };
}

/**
 * I_x(a, b) and I_y(b, a), the integrals of t^(a-1) (1-t)^(b-1) / B(a, b) below and above x, where y = 1 - x and both
 * are positive, for a, b > 0.
 */
export function incompleteBeta(a: number, b: number): (x: Wide, y: Wide) => Shares {
  const [A, B] = [wide(a), wide(b)];
  const N = plus(A, B);
  const stirling = plus(stirlingRemainder(A), stirlingRemainder(B), minus(stirlingRemainder(N)));
  const peak = less(times(HALF, ln(over(times(A, B), N))), plus(HALF_LOG_TAU, stirling));
  return (x, y) => {
    if (Math.max(a, b) > MOST) return [UNKNOWN, UNKNOWN];
    // log of x^a y^b / B(a, b)
    const log = plus(peak, times(A, logRatio(x, N, A)), times(B, logRatio(y, N, B)));
    const below = x.hi * N.hi <= a;
    const from = (lower: boolean): Shares => (lower ? side(A, B, x, y, log) : swap(side(B, A, y, x, log)));
    const shares = from(below);
    // A density that is infinite at its end may have most of its mass there; the other end then sees what is left.
    const most = below ? a <= 1 && shares[0].value > 0.5 : b <= 1 && shares[1].value > 0.5;
    return most ? from(!below) : shares;
  };
}

/** I_x(a, b) and its complement, for x <= a/(a + b) or b <= 1. */
function side(A: Wide, B: Wide, x: Wide, y: Wide, log: Wide): Shares {
  const [a, b, odds] = [A.hi, B.hi, over(x, y)];
  const z = odds.hi;
  if (b <= 1 && z > 8 && a * y.hi < 0.5) {
    const ratio = (k: number): Wide => times(y, over(plus(A, B, wide(k - 1)), plus(B, wide(k))));
    return swap(sharesOfLog(plus(log, minus(ln(B)), logSeries(ratio, y.hi))));
  }
  const terms = Math.ceil(b) - 1;
  const c = a + terms;
  const last = b - terms;
  const part = integral({
    weight: a,
    ratio: (k) => ((b - k) / (a + k)) * z,
    terms,
    fraction: (k) => {
      const m = k >> 1;
      return ((k % 2 ? ((m + 1 - last) * (c + m)) / (c + k) : (m * (m - 1 + last + c)) / (c + k)) / (c + (k - 1))) * z;
    },
    curve: [less(less(A, W1), times(less(B, W1), odds)), a - 1, b - 1, z],
  });
  return sharesOf(divide(multiply(expWide(log), part), narrow(y)));
}
