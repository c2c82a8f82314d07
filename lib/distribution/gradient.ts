import type { Bounded } from '../number/bounded.ts';
import { type Wide, less, narrow, over, plus, times, wide } from '../number/wide.ts';
import { demand } from './contract.ts';

/** Coefficients of 1, x, x^2, … */
type Polynomial = readonly Wide[];

const multiplied = (a: Polynomial, b: Polynomial): Wide[] =>
  Array.from({ length: a.length + b.length - 1 }, (_, k) =>
    plus(wide(0), ...a.flatMap((x, i) => (b[k - i] ? [times(x, b[k - i]!)] : []))),
  );

/** f(inner(e)) by Horner's rule. */
const composed = (f: Polynomial, inner: Polynomial): Polynomial =>
  f.reduceRight<Polynomial>(
    (sum, c) => {
      const [first, ...rest] = multiplied(sum, inner);
      return [plus(first!, c), ...rest];
    },
    [wide(0)],
  );

/** E f(e) for a standard normal e: E e^(2k) = (2k - 1)!!, odd moments are 0. */
function standardMean(f: Polynomial): Wide {
  let moment = wide(1);
  let sum = wide(0);
  f.forEach((c, k) => {
    if (k % 2 === 1) return;
    if (k > 0) moment = times(moment, wide(k - 1));
    sum = plus(sum, times(c, moment));
  });
  return sum;
}

/** Which estimator of d/dparameter E_q f(x), q = N(mu, sigma^2), from one draw x = mu + sigma e. */
export interface GradientEstimator {
  /** `score`: (f(x) - baseline) d log q(x)/dparameter; `reparameterisation`: f'(x) dx/dparameter. */
  readonly method: 'score' | 'reparameterisation';
  readonly parameter: 'mu' | 'sigma';
  readonly mu: number;
  readonly sigma: number;
  readonly baseline?: number;
}

/**
 * Mean and variance of one draw of a gradient estimator for a polynomial f (coefficients of 1, x, x^2, …), exact by
 * the moments of the normal law. Both estimators have the same mean (Williams 1992; Kingma and Welling 2014).
 */
export function gradientMoments(f: readonly number[], e: GradientEstimator): { mean: Bounded; variance: Bounded } {
  demand(
    f.length > 0 && f.every(Number.isFinite),
    'gradient',
    'f',
    'a list of finite coefficients',
    `[${f.join(', ')}]`,
  );
  demand(e.sigma > 0 && e.sigma < Infinity, 'gradient', 'sigma', 'in (0, inf)', e.sigma);
  const x: Polynomial = [wide(e.mu), wide(e.sigma)];
  const coefficients = f.map(wide);
  const value = composed([less(coefficients[0]!, wide(e.baseline ?? 0)), ...coefficients.slice(1)], x);
  const slope = composed(f.slice(1).map((c, i) => times(wide(i + 1), wide(c))), x); // prettier-ignore
  const inverse = over(wide(1), wide(e.sigma));
  const [zero, one] = [wide(0), wide(1)];
  const estimator =
    e.method === 'score'
      ? multiplied(value, e.parameter === 'mu' ? [zero, inverse] : [over(wide(-1), wide(e.sigma)), zero, inverse])
      : multiplied(slope, e.parameter === 'mu' ? [one] : [zero, one]);
  const mean = standardMean(estimator);
  // about the mean, so that nothing cancels
  const centred = [less(estimator[0] ?? zero, mean), ...estimator.slice(1)];
  const variance = narrow(standardMean(multiplied(centred, centred)));
  return { mean: narrow(mean), variance: variance.value < 0 ? { value: 0, error: variance.error } : variance };
}
