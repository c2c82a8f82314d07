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
    return bounded(y, t * Math.E < y - eb ? (t * (Math.log(y + eb) - Math.log(t)) + t + eb) * (1 + 16 * U) : Infinity);
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
    logRatio = r > 1e-300 && r < 1e300 ? Math.log(r) : Math.log(x) - Math.log(y);
    value = x * logRatio - d;
    own = U * (8 * Math.abs(x * logRatio) + 4 * x + 2 * Math.abs(d) + Math.abs(value)) + 8 * Number.MIN_VALUE;
  }
  const ed = difference.error;
  own += 2 * Math.abs(v) * U * Math.abs(d);
  if (ea === 0 && eb === 0 && ed === 0) return bounded(value, own);
  // As a function of a and d = a - b its derivatives are log r + 1 - r and r - 1, r = a/b; with w = |r - 1| the
  // first is at most w^2 / (2 (1 - w)^2).
  const w = (Math.abs(d) + ed) / (y - eb);
  if (w < 0.5) return bounded(value, own + ((w / (1 - w)) ** 2 * ea * 0.5 + w * ed) * (1 + 32 * U));
  // Mean value theorem over the box: the derivatives are log(a/b) and 1 - a/b.
  const slack = ea / (x - ea) + eb / (y - eb);
  const moved = (Math.abs(logRatio) + slack) * ea + (Math.abs(d) + ed + ea + eb) * (eb / (y - eb));
  return bounded(value, own + moved * (1 + 32 * U));
}
