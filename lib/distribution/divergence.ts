import {
  type Bounded,
  add,
  bounded,
  divide,
  exact,
  multiply,
  negate,
  square,
  subtract,
  sum,
  xlogy,
} from '../number/bounded.ts';
import { type DensityLaw, type Law, family } from './density.ts';
import { deviance } from './deviance.ts';
import { expectation } from './expectation.ts';
import { gap } from './gap.ts';
import { type FiniteLaw, defect, pmf, sumOver } from './finite.ts';
import { isMixture } from './mixture.ts';
import { type View, atLeastZero, covered, ofOneKind, under } from './pair.ts';

const INFINITE = exact(Infinity);

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
  const known = normals(p, q);
  if (known) return known;
  const pair = ofOneKind(p, q);
  if ('finite' in pair) return finiteKl(...pair.finite);
  const [f, g] = pair.density;
  if (!covered(f, g) || growth(g) >= moments(f)) return INFINITE;
  return atLeastZero(
    under(f, g, comparable(f, g) ? pointwise : (a, b) => multiply(a.value(), subtract(a.log(), b.log()))),
  );
}

/** E |X|^k is finite for k below this. */
function moments(p: DensityLaw): number {
  if (isMixture(p)) return Math.min(...p.components.map(moments));
  return family(p) === 'cauchy' ? 1 : family(p) === 'student t' ? p.parameters.df! : Infinity;
}

/** The power of |x| that -log q grows with; 0 for logarithms, of which all laws here have an expectation. */
function growth(q: DensityLaw): number {
  if (isMixture(q)) return Math.min(...q.components.map(growth));
  return family(q) === 'normal' ? 2 : family(q) === 'laplace' ? 1 : 0;
}

/**
 * Whether the coordinate of p shows all of q too, so that the integral of q - p may be added for 0. Its places lie about a
 * tenth of their distance from the centre apart when they are first refined: none may be farther from the next than q is wide.
 */
function comparable(p: DensityLaw, q: DensityLaw): boolean {
  const alike = p.support[0] === q.support[0] && p.support[1] === q.support[1];
  return alike && q.scale < 16 * p.scale && 8 * q.scale > Math.max(p.scale, Math.abs(p.centre - q.centre));
}

/** Two normal laws by means and variances that may be known up to a bound only, as `normalKl` has it. */
function normals(p: Law, q: Law): Bounded | null {
  const [a, b] = [p, q].map((l) => (l.kind === 'density' && family(l) === 'normal' ? l : null));
  if (!a || !b || (a.klTo && b.klTo)) return null;
  const [v, w] = [a.variance!, b.variance!];
  const shift = divide(square(subtract(a.mean!, b.mean!)), w);
  return atLeastZero(multiply(exact(0.5), add(gap(v, w, false), shift)));
}

/** p log(p/q) - p + q >= 0: a common error of all log-densities (a rounded constant) has no effect of first order. */
function pointwise(p: View, q: View): Bounded {
  const [a, b] = [p.value(), q.value()];
  const l = subtract(p.log(), q.log());
  const near = Math.abs(l.value) < 0.5 ? deviance(a, b) : null;
  // where both underflow their quotient is known by its logarithm alone
  if (near && near.error < Infinity) return near;
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
  const pair = ofOneKind(p, q);
  if ('finite' in pair) {
    const [f, g] = pair.finite;
    return negate(sumOver(f, f.outcomes.map((x, i) => xlogy(f.probabilities[i]!, pmf(g, x))))); // prettier-ignore
  }
  const [f, g] = pair.density;
  if (!covered(f, g) || growth(g) >= moments(f)) return INFINITE;
  if (p.entropy && p.name === q.name && p.klTo) return add(p.entropy, kl(p, q));
  return negate(under(f, g, (a, b) => multiply(a.value(), b.log())));
}
