/**
 * Does an integral grow without bound? An integrand that falls no faster than 1/x towards an end that lies infinitely far,
 * or rises as fast as 1/|x - a| towards an end a, has none: told from its values at places that double their distance. It is
 * asked only where quadrature has found no value, and says nothing where the two ends pull apart.
 */
import { multiply, exact, type Bounded } from './bounded.ts';

type Function = (x: number) => Bounded;

/** Places at each end, the first of them near its other side, and how many of the last must tell. */
const PLACES = 21;
const FIRST = -4;
const LEAST = 6;
/** On its way to an overflow. */
const LARGE = 1e30;
/** What rounding may take from a value that stays the same. */
const ROUNDING = 1 - 2 ** -40;

/** 1 or -1 where the value times the size grows or stays, of one sign, over the last places of an end; else 0. */
function pull(f: Function, place: (k: number) => readonly [x: number, size: number]): number {
  let [before, sign, run] = [0, 0, 0];
  for (let k = 0; k < PLACES; k++) {
    const [x, size] = place(k);
    const { value, error } = multiply(f(x), exact(size));
    // what was small before was no overflow: the integrand is lost there
    if (!Number.isFinite(value + error)) return run >= LEAST && before > LARGE ? sign : 0;
    const tells = Math.abs(value) > error && Math.abs(value) >= before * ROUNDING && Math.sign(value) === (sign || Math.sign(value)); // prettier-ignore
    run = tells ? run + 1 : 0;
    [before, sign] = tells ? [Math.abs(value), Math.sign(value)] : [0, 0];
  }
  return run >= LEAST ? sign : 0;
}

/** Infinity with its sign for an integral from `lower` to `upper` that surely has no value; null where nothing is told. */
export function divergence(f: Function, lower: number, upper: number): number | null {
  const width = Number.isFinite(upper - lower) ? upper - lower : 1;
  const end = (at: number, other: number): number => {
    const away = Math.sign(at - other);
    const from = Math.abs(other) === Infinity ? 0 : other;
    if (Math.abs(at) === Infinity) return pull(f, (k) => [from + away * 2 ** (k + FIRST), 2 ** (k + FIRST)]);
    return pull(f, (k) => [at - away * width * 2 ** (-k - 1), 2 ** -k]);
  };
  const signs = [end(lower, upper), end(upper, lower)].filter((sign) => sign !== 0);
  return signs.length > 0 && new Set(signs).size === 1 ? signs[0]! * Infinity : null;
}
