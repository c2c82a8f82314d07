import { type Bounded, abs, add, bounded, divide, exact, exp, expm1, multiply, negate, sqrt, square, subtract } from '../number/bounded.ts'; // prettier-ignore
import { crossings } from './crossing.ts';
import type { DensityLaw, Law } from './density.ts';
import { deviance } from './deviance.ts';
import { type View, atLeastZero, covered, ofOneKind, over, termwise } from './pair.ts';

const HALF = exact(0.5);

/** A term of the masses, or densities, of two laws at one place, summed or integrated over both supports. */
function overall(p: Law, q: Law, f: (a: Bounded, b: Bounded) => Bounded, breaks: typeof crossings = () => []): Bounded {
  const pair = ofOneKind(p, q);
  if ('finite' in pair) return atLeastZero(termwise(...pair.finite, f));
  return atLeastZero(over(...pair.density, (a, b) => f(a.value(), b.value()), breaks(...pair.density)));
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
export const jensenShannon = (p: Law, q: Law): Bounded => overall(p, q, toMiddle);

/** Total variation distance: half the sum, or the integral, of |p - q|, in [0, 1]. */
export const totalVariation = (p: Law, q: Law): Bounded =>
  overall(p, q, (a, b) => multiply(HALF, abs(subtract(a, b))), crossings);

/** Squared Hellinger distance: half the sum, or the integral, of (sqrt p - sqrt q)^2, in [0, 1]. */
export const hellingerSquared = (p: Law, q: Law): Bounded =>
  overall(p, q, (a, b) => multiply(HALF, square(subtract(sqrt(a), sqrt(b)))));

/**
 * Pearson's chi-square divergence: the sum, or the integral, of (p - q)^2 / q, in [0, Infinity]; Infinity where p is not
 * absolutely continuous with respect to q. An integral that diverges has error Infinity, but for two normal or two
 * exponential laws, where that is known in closed form.
 */
export function chiSquared(p: Law, q: Law): Bounded {
  const pair = ofOneKind(p, q);
  if ('finite' in pair)
    return termwise(...pair.finite, (a, b) => {
      if (b.value > 0 || b.error > 0) return divide(square(subtract(a, b)), b);
      return exact(a.value === 0 && a.error === 0 ? 0 : Infinity);
    });
  const [f, g] = pair.density;
  return !covered(f, g) || heavier(f, g) ? exact(Infinity) : over(f, g, excess);
}

/** p e^l (1 - e^-l)^2 or q (e^l - 1)^2 with l = log p - log q: neither under- nor overflows where the term does not. */
function excess(p: View, q: View): Bounded {
  const [lp, lq] = [p.log(), q.log()];
  if (lp.value === -Infinity) return q.value();
  const l = subtract(lp, lq);
  if (l.value > 0) return multiply(exp(add(lp, l)), square(expm1(negate(l))));
  return multiply(exp(lq), square(expm1(l)));
}

/** Whether p^2/q is known to grow: 2/s_p^2 <= 1/s_q^2 for normal laws, 2 r_p <= r_q for exponential ones. */
function heavier(p: DensityLaw, q: DensityLaw): boolean {
  if (p.name !== q.name) return false;
  const [a, b] = [p.parameters, q.parameters];
  if (p.name === 'normal') return a.sigma! >= Math.SQRT2 * b.sigma!;
  return p.name === 'exponential' && 2 * a.rate! <= b.rate!;
}
