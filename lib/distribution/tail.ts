import { type Bounded, U, abs, add, bounded, exact, multiply, sum } from '../number/bounded.ts';
import {
  type Double,
  DOUBLE_UNIT,
  addDouble,
  divideDouble,
  double,
  multiplyDouble,
  twoProduct,
  twoSum,
} from '../number/double.ts';
import { mean } from './expectation.ts';
import type { FiniteLaw } from './finite.ts';

/** The law of the sum of n independent draws: values start, start + step, …, with their probabilities. */
export interface LatticeSum {
  readonly start: number;
  readonly step: number;
  readonly probabilities: readonly Bounded[];
}

interface Lattice {
  readonly offsets: readonly number[];
  readonly start: number;
  readonly step: number;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Outcomes as start + step * offset. Integers (times a power of two), or any two values. */
function latticeOf(outcomes: readonly number[]): Lattice {
  const start = Math.min(...outcomes);
  let unit = 1;
  while (unit > 2 ** -30 && !outcomes.every((x) => Number.isSafeInteger(x / unit))) unit /= 2;
  const gaps = outcomes.map((x) => (x - start) / unit);
  if (!outcomes.every((x) => Number.isSafeInteger(x / unit)))
    throw new RangeError('exact tails need outcomes that are integers times a common power of two');
  const step = gaps.reduce(gcd, 0) || 1;
  return { start, step: step * unit, offsets: gaps.map((g) => g / step) };
}

/**
 * Law of the sum of n independent draws by direct convolution in double-double (never by FFT, whose error is
 * relative to the largest probability): relative error of each about 2^-52, even at 1e-160. Cost (n range)^2 / 3.
 * n in [0, 2^16]; throws RangeError for outcomes off a lattice, and for a law that is cut (`tail`).
 */
export function sumLaw(law: FiniteLaw, n: number): LatticeSum {
  if (!(Number.isInteger(n) && n >= 0 && n <= 65536))
    throw new RangeError(`n must be an integer in [0, 65536], got ${n}`);
  if (law.tail) throw new RangeError(`exact tails need a finite support; ${law.name} is countable`);
  const { start, step, offsets } = latticeOf(law.outcomes);
  const base: Double[] = new Array(Math.max(...offsets) + 1).fill(double(0));
  let relative = 0; // largest relative error of a probability
  let absolute = 0; // sum of the errors of those that may be zero
  fine(law).forEach(({ p, error }, i) => {
    base[offsets[i]!] = p;
    if (error > 0 && p.hi > error) relative = Math.max(relative, error / p.hi);
    else absolute += error;
  });
  let result: Double[] = [double(1)];
  let square = base;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = convolve(result, square);
    if (rest > 1) square = convolve(square, square);
  }
  // n factors, and fewer than 64 operations for each doubling and cell.
  const growth = Math.expm1(n * relative * (1 + relative)) + (result.length + 64) * 64 * DOUBLE_UNIT + U;
  const probabilities = result.map(({ hi }) =>
    bounded(hi, (hi * growth + (hi < 2 ** -900 && hi > 0 ? 2 ** -900 : 0) + n * absolute) * (1 + 8 * U)),
  );
  return { start: start * n, step, probabilities };
}

/** Probabilities as well as they are known: shares of integers and 1 - p are not rounded to doubles first. */
function fine(law: FiniteLaw): { p: Double; error: number }[] {
  const { weights } = law;
  if (weights) {
    const total = double(weights.reduce((a, b) => a + b, 0));
    return weights.map((w) => ({ p: divideDouble(double(w), total), error: (w / total.hi) * 4 * DOUBLE_UNIT }));
  }
  const one = law.name === 'bernoulli' ? law.parameters?.p : undefined;
  if (one !== undefined) return [twoSum(1, -one), double(one)].map((p) => ({ p, error: 0 }));
  return law.probabilities.map((p) => ({ p: double(p.value), error: p.error }));
}

function convolve(a: readonly Double[], b: readonly Double[]): Double[] {
  const out: Double[] = new Array(a.length + b.length - 1).fill(double(0));
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    if (x.hi === 0) continue;
    for (let j = 0; j < b.length; j++) out[i + j] = addDouble(out[i + j]!, multiplyDouble(x, b[j]!));
  }
  return out;
}

/** P(S <= low or S >= high) for the sum S of n independent draws, low < high; use -Infinity, Infinity for one side. */
export function sumTail(law: FiniteLaw, n: number, low: number, high: number): Bounded {
  const s = sumLaw(law, n);
  let total: Bounded = exact(0);
  const members = s.probabilities.filter((_, k) => s.start + k * s.step <= low || s.start + k * s.step >= high);
  for (const p of [...members].sort((a, b) => a.value - b.value)) total = add(total, p);
  return total;
}

/**
 * P(|mean of n draws - mu| >= threshold), exact by convolution, mu = E X, the threshold being the double itself
 * (0.1 is a little more than a tenth: a mean at exactly a tenth does not count). A value of the mean whose side the bound
 * of mu leaves open adds its probability to the error.
 */
export function exactTail(law: FiniteLaw, n: number, threshold: number): Bounded {
  const s = sumLaw(law, n);
  const centre = multiply(exact(-n), mean(law));
  const reach = twoProduct(n, threshold);
  let total: Bounded = exact(0);
  let open = 0;
  s.probabilities.forEach((p, k) => {
    const far = add(exact(s.start + k * s.step), centre);
    const excess = sum([abs(far), exact(-reach.hi), exact(-reach.lo)]);
    if (Math.abs(excess.value) <= excess.error && excess.error > 0) open += p.value + p.error;
    if (excess.value >= 0) total = add(total, p);
  });
  return bounded(total.value, (total.error + open) * (1 + 8 * U));
}
