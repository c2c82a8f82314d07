/**
 * Does an integral grow without bound? An integrand that falls no faster than 1/x towards an end that lies infinitely far,
 * or rises as fast as 1/|x - a| towards an end a, has none: told from its values at places that double their distance. It is
 * asked only where quadrature has found no value, and says nothing where the other end may pull to the other side.
 */
import { multiply, exact, type Bounded } from './bounded.ts';
import { integrate, type Domain, type Integrand } from './quadrature.ts';

type Function = (x: number) => Bounded;

/** Places at each end, the first of them near its other side, and how many of the last must tell. */
const PLACES = 21;
const FIRST = -4;
const LEAST = 6;
/**
 * On its way to an overflow: large, with a logarithm that as good as doubles with the distance, as that of e^(a x) does.
 * e^(t x) under a normal density overflows too, but on its way back; where it is not seen to turn, t^2 sigma^2 is above 2700
 * and its integral as good as infinite among doubles.
 */
const LARGE = 1e30;
const STEADY = 1.9;
/** What rounding may take from a value that stays the same. */
const ROUNDING = 1 - 2 ** -40;

/** By so much at least what surely has an integral falls from place to place. */
const FALL = 3 / 4;

/** How an integrand behaves towards an end. */
interface End {
  /** 1 or -1 where the value times the size grows or stays, of one sign, over the last places; else 0. */
  readonly pulls: number;
  /** Whether it may pull to this side, though that is not told. */
  readonly may: (sign: number) => boolean;
}

function endOf(f: Function, place: (k: number) => readonly [x: number, size: number]): End {
  let [before, sign, run, last, fall] = [0, 0, 0, 0, 0];
  let [rise, ratio] = [0, 0];
  for (let k = 0; k < PLACES; k++) {
    const [x, size] = place(k);
    const { value, error } = multiply(f(x), exact(size));
    // what was small before was no overflow: the integrand is lost there
    if (!Number.isFinite(value + error)) {
      const pulls = run >= LEAST && before > LARGE && ratio > STEADY ? sign : 0;
      return { pulls, may: (other) => pulls === 0 || other === pulls };
    }
    fall = Math.abs(value) + error <= FALL * Math.abs(last) || value === 0 ? fall + 1 : 0;
    last = value;
    const tells = Math.abs(value) > error && Math.abs(value) >= before * ROUNDING && Math.sign(value) === (sign || Math.sign(value)); // prettier-ignore
    run = tells ? run + 1 : 0;
    const step = Math.log(Math.abs(value) / before);
    [rise, ratio] = [step, step / rise];
    [before, sign] = tells ? [Math.abs(value), Math.sign(value)] : [0, 0];
  }
  return { pulls: run >= LEAST ? sign : 0, may: (other) => fall < LEAST && Math.sign(last) === other };
}

/** Infinity with its sign for an integral from `lower` to `upper` that surely has no value; null where nothing is told. */
export function divergence(f: Function, lower: number, upper: number): number | null {
  const width = Number.isFinite(upper - lower) ? upper - lower : 1;
  const end = (at: number, other: number): End => {
    const away = Math.sign(at - other);
    const from = Math.abs(other) === Infinity ? 0 : other;
    if (Math.abs(at) === Infinity) return endOf(f, (k) => [from + away * 2 ** (k + FIRST), 2 ** (k + FIRST)]);
    return endOf(f, (k) => [at - away * width * 2 ** (-k - 1), 2 ** -k]);
  };
  const ends = [end(lower, upper), end(upper, lower)];
  const sign = ends[0]!.pulls || ends[1]!.pulls;
  return sign !== 0 && !ends.some(({ may }) => may(-sign)) ? sign * Infinity : null;
}

/** Wider than this share of itself is no value: it may be that there is none. */
const WIDE = 2 ** -10;

/** The integral, or the infinity to which it grows. */
export function integrateOrInfinite(f: Integrand, domain: Domain): Bounded {
  const found = integrate(f, domain);
  if (found.error <= WIDE * Math.abs(found.value)) return found;
  const { lower, upper } = domain;
  const infinite = divergence((x) => f(x, x - lower, upper - x), lower, upper);
  return infinite === null ? found : exact(infinite);
}
