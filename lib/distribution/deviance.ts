import { type Bounded, U, bounded, exact, subtract } from '../number/bounded.ts';

/**
 * a log(a/b) - a + b >= 0 for a, b >= 0: one term of a Kullback-Leibler divergence, without cancellation.
 * Near a = b by Loader's series in v = (a - b)/(a + b) (C. Loader, Fast and accurate computation of binomial
 * probabilities, 2000), else directly. `difference` = a - b if it is known better than from a and b.
 * 0 log 0 = 0; a > 0 = b gives Infinity.
 */
export function deviance(a: Bounded, b: Bounded, difference: Bounded = subtract(a, b)): Bounded {
  const x = a.value;
  const y = b.value;
  const ea = a.error;
  const eb = b.error;
  if (x === 0 && ea === 0) return b;
  if (y === 0 && eb === 0) return x > ea ? exact(Infinity) : bounded(0, Infinity);
  if (!(y > eb) || !(ea < Infinity)) return bounded(0, Infinity);
  if (!(x > ea)) {
    // t log(t/b) lies between -b/e and 0 for t < b, and is monotone for t < b/e.
    const t = Math.max(x, 0) + ea;
    return bounded(y, t * Math.E < y - eb ? (t * Math.log((y + eb) / t) + t + eb) * (1 + 16 * U) : Infinity);
  }
  const d = difference.value;
  const v = d / (x + y);
  let value: number;
  let own: number;
  let logRatio: number;
  if (Math.abs(v) < 0.5) {
    let s = d * v;
    let term = 2 * x * v;
    const w = v * v;
    for (let j = 3; j < 200; j += 2) {
      term *= w;
      const next = s + term / j;
      if (next === s) break;
      s = next;
    }
    value = s;
    logRatio = 2 * Math.atanh(v);
    // s = d^2/(a + b) is at least half of the result's size; v, v^2 and the terms carry at most 40 roundings of it.
    own = 40 * U * s + 8 * Number.MIN_VALUE;
  } else {
    const r = x / y;
    logRatio = r > 2 ** -1000 && r < 2 ** 1000 ? Math.log(r) : Math.log(x) - Math.log(y);
    value = x * logRatio - d;
    own = U * (8 * Math.abs(x * logRatio) + 4 * x + 2 * Math.abs(d) + Math.abs(value)) + 8 * Number.MIN_VALUE;
  }
  // Where the difference is given, its own rounding enters through d^2/(a + b).
  own += 4 * (Math.abs(v) + Math.abs(difference.error / (x + y))) * roundingOf(difference, ea + eb);
  if (ea === 0 && eb === 0) return bounded(value, own);
  // Mean value theorem over the box: the derivatives are log(a/b) and 1 - a/b.
  const slack = ea / (x - ea) + eb / (y - eb);
  const moved = (Math.abs(logRatio) + slack) * ea + ((Math.abs(d) + ea + eb) / (y - eb)) * eb;
  return bounded(value, own + moved * (1 + 32 * U));
}

/** What a difference has lost beyond the bounds of its two sides, which the mean value theorem covers. */
const roundingOf = (difference: Bounded, sides: number): number => Math.max(difference.error - sides, 0);
