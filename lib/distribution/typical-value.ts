/** Median and mode of a law, where it has one. */
import { bounded, compare, exact, U, type Bounded } from '../number/bounded.ts';
import { cumulative } from './cumulative.ts';
import { type DensityLaw, type Law, family } from './density.ts';
import type { FiniteLaw } from './finite.ts';

/**
 * The place m with P(X <= m) >= 1/2 and P(X >= m) >= 1/2. RangeError where a whole interval of places has it, or where the
 * bounds do not tell.
 */
export function medianOf(law: Law): Bounded {
  const { cdf, quantile } = cumulative(law);
  const m = quantile!(0.5);
  if (law.kind === 'density') return m;
  // the least such place is the only one if there is more than half up to it
  if (m.error === 0 && compare(cdf(m.value), exact(0.5)) === 'greater') return m;
  throw new RangeError(`${law.name}: the median must be one place, half of the mass lies up to ${m.value}`);
}

/**
 * The place of the largest probability, or of the largest density of a law that rises up to one place and falls after it.
 * RangeError for a density of another family, and where two places are as likely as each other.
 */
export const modeOf = (law: Law): Bounded => (law.kind === 'density' ? densest(law) : likeliest(law));

function likeliest({ name, outcomes, probabilities }: FiniteLaw): Bounded {
  const top = probabilities.reduce((best, p, i) => (p.value > probabilities[best]!.value ? i : best), 0);
  const other = probabilities.findIndex((p, i) => i !== top && compare(p, probabilities[top]!) !== 'less');
  if (other < 0) return exact(outcomes[top]!);
  throw new RangeError(`${name}: the mode must be one place, ${outcomes[top]} and ${outcomes[other]} are as likely`);
}

/** Densities that rise up to one place and then fall, whatever their parameters; of the beta law unless both are below 1. */
const single = new Set(['normal', 'laplace', 'cauchy', 'student t', 'moved t', 'gamma', 'exponential', 'lognormal', 'inverse gamma', 'Wald', 'F', 'beta', 'von Mises', 'Weibull', 'logistic', 'Pareto', 'Gumbel']); // prettier-ignore

/**
 * By golden section on the log-density; the place is then enclosed by two others, one on each side, at which the density is
 * surely lower. (The score has a root there too, but not at an end of the support.)
 */
function densest(law: DensityLaw): Bounded {
  const { name, support, centre, scale } = law;
  const { a, b, alpha, beta } = law.parameters;
  const [first, second] = [a ?? alpha ?? 2, b ?? beta ?? 2];
  if (!single.has(family(law)) || (family(law) === 'beta' && Math.min(first, 2) + Math.min(second, 2) <= 2))
    throw new RangeError(`${name}: nothing says that its density has one peak`);
  const height = (x: number): Bounded => law.logDensity(x);
  const [low, high] = bracket(law);
  const top = goldenSection((x) => height(x).value, low, high);
  for (const end of support) {
    // a density that falls from an end has its mode there
    if (!Number.isFinite(end) || Math.abs(top - end) > 2 ** -20 * scale) continue;
    const step = end === support[0] ? scale * 2 ** -24 : -scale * 2 ** -24;
    if (compare(height(end + step), height(end + 2 * step)) === 'greater') return bounded(end + step, Math.abs(step) * (1 + 4 * U)); // prettier-ignore
  }
  const peak = height(top);
  for (let h = scale * 2 ** -34; h < scale; h *= 2) {
    const lower = [top - h, top + h].every((x) => compare(height(x), peak) === 'less');
    if (lower) return bounded(top, h + 2 * U * Math.abs(top));
  }
  throw new RangeError(`${name}: the peak at ${top} must be higher than its neighbours, near ${centre}`);
}

/** Places between which the peak lies: outwards by doubling, or at the ends of the support. */
function bracket({ support: [low, high], centre, scale, logDensity }: DensityLaw): readonly [number, number] {
  const out = (sign: 1 | -1, end: number): number => {
    let reach = scale;
    for (let i = 0; i < 64; i++, reach *= 2) {
      const x = centre + sign * reach;
      if (sign * (x - end) >= 0) return end;
      if (logDensity(x).value < logDensity(centre + (sign * reach) / 2).value && reach > 4 * scale) return x;
    }
    return centre + sign * reach;
  };
  return [out(-1, low), out(1, high)];
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

function goldenSection(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [fx, fy] = [f(x), f(y)];
  for (let i = 0; i < 200 && b - a > 4 * U * Math.max(Math.abs(a), Math.abs(b)); i++) {
    if (fx >= fy) [b, y, fy, x, fx] = [y, x, fx, y - GOLDEN * (y - a), NaN];
    else [a, x, fx, y, fy] = [x, y, fy, x + GOLDEN * (b - x), NaN];
    if (Number.isNaN(fx)) fx = f(x);
    if (Number.isNaN(fy)) fy = f(y);
  }
  return a / 2 + b / 2;
}
