import { type Bounded, add, exact, exp, divide, multiply, sum, square, subtract, bounded } from '../number/bounded.ts';
import { integrateOrInfinite } from '../number/divergence.ts';
import type { Matrix } from './contract.ts';
import type { DensityLaw, Law } from './density.ts';
import { sumOver } from './finite.ts';

/** Where quadrature under a law runs: its support, its own centre and scale, split where it says. */
export const domainOf = (law: DensityLaw) => ({
  lower: law.support[0],
  upper: law.support[1],
  centre: law.centre,
  scale: law.scale,
  breaks: law.breaks ?? [],
  bell: law.bell,
});

/** Below it, and above its inverse, doubles are near their ends. */
const SMALL = 2 ** -900;

/** A function of a place and, under a density, of its distances from the ends of the support (see `DensityLaw`). */
export type Place = (x: number, below?: number, above?: number) => Bounded;

/**
 * E f(X). Finite laws: the exact sum, outcomes of probability 0 skipped, so that f may be infinite or have no value
 * there. Densities: quadrature of f times the density over the support; an integrand that does not die out
 * towards the ends gives that infinity where it pulls one way (E e^(X^2) of a normal law), and else error Infinity (E X of
 * a Cauchy law). `inLog`, if known, is log f,
 * for where f overflows and the density underflows: their product may be of any size (E_q p/q).
 */
export function expectation(law: Law, f: Place, inLog?: Place): Bounded {
  if (law.kind === 'finite') {
    const terms: Bounded[] = [];
    for (let i = 0; i < law.outcomes.length; i++) {
      const p = law.probabilities[i]!;
      terms.push(p.value === 0 && p.error === 0 ? exact(0) : multiply(p, f(law.outcomes[i]!)));
    }
    return sumOver(law, terms);
  }
  const plain: Place = (...x) => multiply(law.density(...x), f(...x));
  if (!inLog) return integrateOrInfinite(plain, domainOf(law));
  const safe: Place = (...x) => {
    const [p, y] = [law.density(...x), f(...x)];
    const normal = p.value > SMALL && Math.abs(y.value) < 1 / SMALL;
    if (normal || y.value <= 0) return multiply(p, y);
    const l = inLog(...x);
    return Number.isNaN(l.value) ? multiply(p, y) : exp(add(law.logDensity(...x), l));
  };
  return integrateOrInfinite(safe, domainOf(law));
}

/** E X; no value where it does not exist. */
export function mean(law: Law): Bounded {
  if (law.kind === 'density') return law.mean ?? exact(NaN);
  if (law.mean || !law.weights) return law.mean ?? expectation(law, exact);
  const total = law.weights.reduce((a, b) => a + b, 0);
  return divide(sum(law.weights.map((w, i) => multiply(exact(w), exact(law.outcomes[i]!)))), exact(total));
}

/** Var X = E (X - E X)^2; no value where it does not exist. */
export function variance(law: Law): Bounded {
  if (law.kind === 'density') return law.variance ?? exact(NaN);
  if (law.variance) return law.variance;
  const m = mean(law);
  const v = expectation(law, (x) => square(subtract(exact(x), m)));
  return v.value < 0 ? bounded(0, v.error) : v;
}

/**
 * Fisher information of one observation: in closed form, or the second moments of the score. Throws RangeError for a
 * law whose support moves with its parameters, which has no score.
 */
export function fisherInformation(law: Law): Matrix {
  const { score } = law;
  if (law.information) return law.information();
  if (!score)
    throw new RangeError(`${law.name}: there is no Fisher information, the support moves with the parameters`);
  const n = Object.keys(law.parameters ?? {}).length;
  const rows: Bounded[][] = [];
  for (let i = 0; i < n; i++)
    rows.push(
      Array.from({ length: n }, (_, j) =>
        j < i ? rows[j]![i]! : expectation(law, (...x) => multiply(score(...x)[i]!, score(...x)[j]!)),
      ),
    );
  return rows;
}
