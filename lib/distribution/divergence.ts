import { type Bounded, abs, add, bounded, divide, exact, exp, expm1, multiply, negate, sqrt, square, subtract, sum, xlogy } from '../number/bounded.ts'; // prettier-ignore
import { integrate } from '../number/quadrature.ts';
import { crossings } from './crossing.ts';
import type { DensityLaw, Law } from './density.ts';
import { deviance } from './deviance.ts';
import { expectation } from './expectation.ts';
import { type FiniteLaw, defect, pmf, sumOver } from './finite.ts';

const HALF = exact(0.5);
const INFINITE = exact(Infinity);
const mixed = (): never => {
  throw new RangeError('a divergence needs two laws of one kind: both finite, or both with a density');
};

/** A divergence is not negative, so cutting a value at 0 moves it towards the truth. */
const atLeastZero = (d: Bounded): Bounded => (d.value < 0 ? bounded(0, d.error) : d);

/** Whether the support of p lies in that of q. */
const covered = (p: DensityLaw, q: DensityLaw): boolean => p.support[0] >= q.support[0] && p.support[1] <= q.support[1];

/**
 * Kullback-Leibler divergence KL(p || q) in nats, in [0, Infinity]: Infinity where p is not absolutely continuous
 * with respect to q. Closed form for two laws of one name; finite laws by terms p log(p/q) - p + q, matched
 * by outcome; densities else by quadrature. Throws RangeError for a finite law against a density.
 */
export function kl(p: Law, q: Law): Bounded {
  // one and the same law: 0 with no bound at all, where the sum of terms would leave an underflowed one
  if (p === q) return exact(0);
  const closed = p.name === q.name && q.parameters ? p.klTo?.(q.parameters) : undefined;
  if (closed && closed.error < Infinity) return atLeastZero(closed);
  if (p.kind === 'finite' && q.kind === 'finite') return finiteKl(p, q);
  if (p.kind === 'finite' || q.kind === 'finite') return mixed();
  if (!covered(p, q)) return INFINITE;
  if (comparable(p, q)) return atLeastZero(under(p, q, (x) => pointwise(p, q, x)));
  return atLeastZero(under(p, q, (x) => multiply(p.density(x), subtract(p.logDensity(x), q.logDensity(x)))));
}

/** Whether the coordinate of p shows all of q too, so that the integral of q - p may be added for 0. */
function comparable(p: DensityLaw, q: DensityLaw): boolean {
  const wide = Math.max(p.scale, q.scale);
  const alike = p.support[0] === q.support[0] && p.support[1] === q.support[1];
  return alike && wide < 16 * Math.min(p.scale, q.scale) && Math.abs(p.centre - q.centre) < 16 * wide;
}

/** p log(p/q) - p + q >= 0: a common error of all log-densities (a rounded constant) has no effect of first order. */
function pointwise(p: DensityLaw, q: DensityLaw, x: number): Bounded {
  const [a, b] = [p.density(x), q.density(x)];
  const l = subtract(p.logDensity(x), q.logDensity(x));
  if (Math.abs(l.value) < 0.5) return deviance(a, b);
  return add(subtract(multiply(a, l), a), b);
}

function finiteKl(p: FiniteLaw, q: FiniteLaw): Bounded {
  // a countable law goes on beyond its list, where the other has nothing
  if (p.tail?.above && !q.tail?.above) return INFINITE;
  const terms = p.outcomes.map((x, i) => {
    const [a, b] = [p.probabilities[i]!, pmf(q, x)];
    const term = deviance(a, b);
    if (term.error < Infinity || !p.logProbability || !q.logProbability) return term;
    // where a or b underflows its logarithm does not
    const lq = q.logProbability(x);
    if (lq.value === -Infinity) return INFINITE;
    return add(multiply(a, subtract(p.logProbability(x), lq)), subtract(b, a));
  });
  if (terms.some((t) => t.value === Infinity)) return INFINITE;
  const listed = new Set(p.outcomes);
  const rest = q.outcomes.flatMap((x, i) => (listed.has(x) ? [] : [q.probabilities[i]!]));
  const omitted = bounded(0, q.tail?.omitted ?? 0);
  // Laws given by doubles that do not quite add up to 1 are taken as they are: sum p log(p/q) has no -p + q.
  const mass = subtract(defect(p), defect(q));
  const d = sum([sumOver(p, terms), ...rest, omitted, mass]);
  return mass.value === 0 ? atLeastZero(d) : d;
}

/** Integral under p of something that knows q. */
function under(p: DensityLaw, q: DensityLaw, f: (x: number) => Bounded): Bounded {
  const [lower, upper] = p.support;
  return integrate(f, {
    lower,
    upper,
    centre: p.centre,
    scale: p.scale,
    breaks: [...(p.breaks ?? []), ...(q.breaks ?? [])],
  });
}

/** Integral over both supports of something that knows both. */
function over(p: DensityLaw, q: DensityLaw, f: (x: number) => Bounded, breaks: readonly number[]): Bounded {
  const ends = [...p.support, ...q.support];
  const inner = [...ends, ...(p.breaks ?? []), ...(q.breaks ?? []), p.centre, q.centre, ...breaks];
  return integrate(f, {
    lower: Math.min(...ends),
    upper: Math.max(...ends),
    centre: p.centre,
    scale: Math.max(p.scale, q.scale),
    breaks: inner.filter(Number.isFinite),
  });
}

/** Entropy in nats: -sum p log p, or the differential entropy -integral p log p. */
export function entropy(p: Law): Bounded {
  if (p.entropy) return p.entropy;
  if (p.kind === 'density') return negate(expectation(p, p.logDensity));
  return negate(sumOver(p, p.probabilities.map(plogp)));
}

/** w log w; where w may be 0 it lies in [t log t, 0], t the largest that w can be, if t < 1/e. */
function plogp(w: Bounded): Bounded {
  const t = w.value + w.error;
  if (w.value > w.error || w.error === 0 || !(t * Math.E < 1)) return xlogy(w, w);
  return bounded(0, -t * Math.log(t) * (1 + 8 * Number.EPSILON) + Number.MIN_VALUE);
}

/** Cross-entropy -E_p log q in nats, Infinity where p is not absolutely continuous with respect to q. */
export function crossEntropy(p: Law, q: Law): Bounded {
  if (p.kind === 'finite' && q.kind === 'finite')
    return negate(
      sumOver(
        p,
        p.outcomes.map((x, i) => xlogy(p.probabilities[i]!, pmf(q, x))),
      ),
    );
  if (p.kind === 'finite' || q.kind === 'finite') return mixed();
  if (!covered(p, q)) return INFINITE;
  if (p.entropy && p.name === q.name && p.klTo) return add(p.entropy, kl(p, q));
  return negate(under(p, q, (x) => multiply(p.density(x), q.logDensity(x))));
}

/**
 * Half of the two deviances from the middle m = (a + b)/2, with a - m = (a - b)/2 known without rounding of m. It
 * lies in [0, m log 2], which bounds it where a or b is not known to differ from 0.
 */
function toMiddle(a: Bounded, b: Bounded): Bounded {
  const m = multiply(HALF, add(a, b));
  if (m.value === 0) return m;
  const d = multiply(HALF, subtract(a, b));
  const half = multiply(HALF, add(deviance(a, m, d), deviance(b, m, negate(d))));
  const most = m.value + m.error;
  return half.error > most ? bounded(0, most) : half;
}

/** Jensen-Shannon divergence (KL(p || m) + KL(q || m))/2, m = (p + q)/2, in nats, in [0, log 2]. */
export function jensenShannon(p: Law, q: Law): Bounded {
  if (p.kind === 'finite' && q.kind === 'finite') return atLeastZero(termwise(p, q, toMiddle));
  if (p.kind === 'finite' || q.kind === 'finite') return mixed();
  return atLeastZero(over(p, q, (x) => toMiddle(p.density(x), q.density(x)), []));
}

/** Total variation distance: half the sum, or the integral, of |p - q|, in [0, 1]. */
export function totalVariation(p: Law, q: Law): Bounded {
  const half = (a: Bounded, b: Bounded): Bounded => multiply(HALF, abs(subtract(a, b)));
  if (p.kind === 'finite' && q.kind === 'finite') return termwise(p, q, half);
  if (p.kind === 'finite' || q.kind === 'finite') return mixed();
  return over(p, q, (x) => half(p.density(x), q.density(x)), crossings(p, q));
}

/** Squared Hellinger distance: half the sum, or the integral, of (sqrt p - sqrt q)^2, in [0, 1]. */
export function hellingerSquared(p: Law, q: Law): Bounded {
  const half = (a: Bounded, b: Bounded): Bounded => multiply(HALF, square(subtract(sqrt(a), sqrt(b))));
  if (p.kind === 'finite' && q.kind === 'finite') return termwise(p, q, half);
  if (p.kind === 'finite' || q.kind === 'finite') return mixed();
  return over(p, q, (x) => half(p.density(x), q.density(x)), []);
}

/**
 * Pearson's chi-square divergence: the sum, or the integral, of (p - q)^2 / q, in [0, Infinity]; Infinity where p is not
 * absolutely continuous with respect to q. An integral that diverges has error Infinity, but for two normal or two
 * exponential laws, where that is known in closed form.
 */
export function chiSquared(p: Law, q: Law): Bounded {
  const term = (a: Bounded, b: Bounded): Bounded => {
    if (b.value === 0 && b.error === 0) return a.value === 0 && a.error === 0 ? exact(0) : INFINITE;
    return divide(square(subtract(a, b)), b);
  };
  if (p.kind === 'finite' && q.kind === 'finite') return termwise(p, q, term);
  if (p.kind === 'finite' || q.kind === 'finite') return mixed();
  if (!covered(p, q) || heavier(p, q)) return INFINITE;
  // p e^l (1 - e^-l)^2 and q (e^l - 1)^2 with l = log p - log q: neither under- nor overflows where the term does not
  const at = (x: number, below?: number, above?: number): Bounded => {
    const [lp, lq] = [p.logDensity(x, below, above), q.logDensity(x, below, above)];
    const l = subtract(lp, lq);
    if (l.value > 0) return multiply(exp(add(lp, l)), square(expm1(negate(l))));
    return multiply(exp(lq), square(expm1(l)));
  };
  return over(p, q, at, []);
}

/** Whether p^2/q is known to grow: 2/s_p^2 <= 1/s_q^2 for normal laws, 2 r_p <= r_q for exponential ones. */
function heavier(p: DensityLaw, q: DensityLaw): boolean {
  if (p.name !== q.name) return false;
  const [a, b] = [p.parameters, q.parameters];
  if (p.name === 'normal') return a.sigma! >= Math.SQRT2 * b.sigma!;
  return p.name === 'exponential' && 2 * a.rate! <= b.rate!;
}

/** Sum over the outcomes of either law; masses that are not listed count whole. */
function termwise(p: FiniteLaw, q: FiniteLaw, f: (a: Bounded, b: Bounded) => Bounded): Bounded {
  const outcomes = new Set([...p.outcomes, ...q.outcomes]);
  const terms = [...outcomes].map((x) => f(pmf(p, x), pmf(q, x)));
  return sum([...terms, bounded(0, (p.tail?.omitted ?? 0) + (q.tail?.omitted ?? 0))]);
}
