/** Laws of the number of successes that are no sums of independent trials: from an urn, and of an unknown probability. */
import { type Bounded, divide, exact, log, multiply, subtract, sum } from '../number/bounded.ts';
import { addDouble, divideDouble, double, multiplyDouble } from '../number/double.ts';
import { demand } from './contract.ts';
import type { FiniteLaw } from './finite.ts';
import { fromRatios, LISTED, listed } from './lattice.ts';

const MOST = 2 ** 22;
const isWhole = (x: number): boolean => Number.isInteger(x) && x >= 0;

/** From an exact list, log P(X = k). */
const fromList = (law: () => FiniteLaw) => (x: number): Bounded => {
  const i = law().outcomes.indexOf(x);
  return i < 0 ? exact(-Infinity) : log(law().probabilities[i]!);
}; // prettier-ignore

/**
 * The hypergeometric law: number of successes in n draws without return from N of which K are successes,
 * (K over k) (N - K over n - k) / (N over n); whole numbers with 0 <= K, n <= N <= 2^22.
 */
export function hypergeometric(N: number, K: number, n: number): FiniteLaw {
  const name = 'hypergeometric';
  demand(isWhole(N) && N >= 1 && N <= MOST, name, 'N', 'an integer in [1, 2^22]', N);
  demand(isWhole(K) && K <= N, name, 'K', `an integer in [0, ${N}]`, K);
  demand(isWhole(n) && n <= N, name, 'n', `an integer in [0, ${N}]`, n);
  const [lower, upper] = [Math.max(0, n + K - N), Math.min(n, K)];
  const share = divide(exact(K), exact(N));
  const mean = multiply(exact(n), share);
  const variance = multiply(multiply(mean, subtract(exact(1), share)), divide(exact(N - n), exact(Math.max(1, N - 1))));
  const ratio = (k: number) =>
    divideDouble(
      multiplyDouble(double(K - k + 1), double(n - k + 1)),
      multiplyDouble(double(k), double(N - K - n + k)),
    );
  const mode = Math.min(upper, Math.max(lower, Math.floor(((n + 1) * (K + 1)) / (N + 2))));
  const law: FiniteLaw = listed({ __proto__: LISTED, kind: 'finite', name, parameters: { N, K, n }, mean, variance, logProbability: (x) => own(x) }, () => ({
    outcomes: Array.from({ length: upper - lower + 1 }, (_, i) => lower + i),
    probabilities: fromRatios(lower, upper, mode, ratio, 0),
  })); // prettier-ignore
  const own = fromList(() => law);
  return law;
}

/**
 * The beta-binomial law: successes in n trials whose probability is drawn once from the beta law of a and b,
 * (n over k) B(a + k, b + n - k) / B(a, b); n whole up to 2^22, a and b in (0, inf).
 */
export function betaBinomialLaw(n: number, a: number, b: number): FiniteLaw {
  const name = 'beta-binomial';
  demand(isWhole(n) && n <= MOST, name, 'n', 'an integer in [0, 2^22]', n);
  demand(a > 0 && a < Infinity, name, 'a', 'in (0, inf)', a);
  demand(b > 0 && b < Infinity, name, 'b', 'in (0, inf)', b);
  const total = sum([exact(a), exact(b)]);
  const mean = divide(multiply(exact(n), exact(a)), total);
  const spread = divide(sum([total, exact(n)]), sum([total, exact(1)]));
  const variance = multiply(multiply(mean, divide(exact(b), total)), spread);
  const ratio = (k: number) => {
    const above = multiplyDouble(double(n - k + 1), addDouble(double(a), double(k - 1)));
    return divideDouble(above, multiplyDouble(double(k), addDouble(double(b), double(n - k))));
  };
  // weights are built outward from the largest, which is at an end where a or b is below 1
  const probabilities = (): Bounded[] => {
    const ups = Array.from({ length: n }, (_, i) => Math.log(ratio(i + 1).hi));
    let [best, at, log] = [0, 0, 0];
    ups.forEach((step, i) => {
      log += step;
      if (log > best) [best, at] = [log, i + 1];
    });
    return fromRatios(0, n, at, ratio, 0);
  };
  const law: FiniteLaw = listed({ __proto__: LISTED, kind: 'finite', name, parameters: { n, a, b }, mean, variance, logProbability: (x) => own(x) }, () => ({
    outcomes: Array.from({ length: n + 1 }, (_, k) => k),
    probabilities: probabilities(),
  })); // prettier-ignore
  const own = fromList(() => law);
  return law;
}
