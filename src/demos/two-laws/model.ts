/** Two laws on the line, and how far they are from each other in every way that the page names. */
import { cauchy } from '../../../lib/distribution/cauchy.ts';
import type { DensityLaw } from '../../../lib/distribution/density.ts';
import { hellingerSquared, jensenShannon, totalVariation } from '../../../lib/distribution/distance.ts';
import { crossEntropy, entropy, kl } from '../../../lib/distribution/divergence.ts';
import { exponential } from '../../../lib/distribution/exponential.ts';
import { laplace } from '../../../lib/distribution/laplace.ts';
import { normalMixture } from '../../../lib/distribution/mixture.ts';
import { normal } from '../../../lib/distribution/normal.ts';
import { uniform } from '../../../lib/distribution/uniform.ts';
import { type Bounded, divide, exact, sqrt } from '../../../lib/number/bounded.ts';
import type { Model } from '../kit/demo.ts';
import { kept } from '../kit/kept.ts';
import { type Given, type Values, choice, slider } from '../kit/parameter.ts';
import { type Point, along } from '../kit/plot.ts';

const families = ['normal', 'laplace', 'cauchy', 'uniform', 'exponential', 'mixture'] as const;

/** The four parameters of one of the laws; an exponential law begins at 0 and has no centre. */
const law = <K extends string>(key: K, family: (typeof families)[number], centre: number, width: number) =>
  ({
    [key]: choice({ options: families, initial: family }),
    [`${key}Centre`]: slider({ min: -4, max: 4, step: 0.1, initial: centre, when: (v) => v[key] !== 'exponential' }),
    [`${key}Width`]: slider({ min: 0.2, max: 3, step: 0.05, initial: width }),
    [`${key}Gap`]: slider({ min: 0, max: 8, step: 0.1, initial: 3, when: (v) => v[key] === 'mixture' }),
  }) as unknown as Record<K, ReturnType<typeof choice<(typeof families)[number]>>> &
    Record<`${K}Centre` | `${K}Width` | `${K}Gap`, ReturnType<typeof slider>>;

export const parameters = {
  ...law('p', 'mixture', 0, 0.8),
  ...law('q', 'normal', 0.5, 1.8),
  direction: choice({ options: ['pq', 'qp'], initial: 'pq' }),
};

export const WINDOW = [-8, 8] as const;

export function lawOf(values: Given, key: 'p' | 'q'): DensityLaw {
  const [centre, width, gap] = ['Centre', 'Width', 'Gap'].map((part) => values[key + part] as number) as [number, number, number]; // prettier-ignore
  switch (values[key] as (typeof families)[number]) {
    case 'normal':
      return normal(centre, width);
    case 'laplace':
      return laplace(centre, width);
    case 'cauchy':
      return cauchy(centre, width);
    case 'uniform':
      return uniform(centre - width, centre + width);
    case 'exponential':
      return exponential(1 / width);
    case 'mixture':
      return normalMixture([1, 1], [centre - gap / 2, centre + gap / 2], [width, width]);
  }
}

export interface Result {
  readonly p: readonly Point[];
  readonly q: readonly Point[];
  /** p log(p/q) or, in the other direction, q log(q/p); Infinity where the second law has no mass. */
  readonly integrand: readonly Point[];
  readonly klPq: Bounded;
  readonly klQp: Bounded;
  readonly js: Bounded;
  readonly tv: Bounded;
  readonly hellinger: Bounded;
  readonly hellingerSquared: Bounded;
  /** sqrt(KL/2) of the smaller direction, an upper bound of the total variation. */
  readonly pinsker: Bounded;
  readonly entropy: Bounded;
  readonly cross: Bounded;
  /** Why the divergence that is drawn is infinite. */
  readonly infinite: 'support' | 'tails' | null;
}

/** A law with what it is alone, which stays while the other is changed. */
interface Alone {
  readonly law: DensityLaw;
  readonly density: readonly Point[];
  readonly logDensity: readonly Point[];
  readonly entropy: Bounded;
}
const known = { p: kept<Alone>(), q: kept<Alone>() };

function alone(values: Given, key: 'p' | 'q'): Alone {
  const settings = ['', 'Centre', 'Width', 'Gap'].map((part) => values[key + part]);
  return known[key](settings.join(), () => {
    const law = lawOf(values, key);
    return {
      law,
      density: along((x) => law.density(x).value, WINDOW),
      logDensity: along((x) => law.logDensity(x).value, WINDOW),
      entropy: entropy(law),
    };
  });
}

function compute(values: Values<typeof parameters>): Result {
  const both = { p: alone(values, 'p'), q: alone(values, 'q') };
  const [p, q] = [both.p.law, both.q.law];
  const [from, to] = values.direction === 'pq' ? [both.p, both.q] : [both.q, both.p];
  const [klPq, klQp] = [kl(p, q), kl(q, p)];
  const drawn = values.direction === 'pq' ? klPq : klQp;
  const least = klPq.value < klQp.value ? klPq : klQp;
  const inside = from.law.support[0] >= to.law.support[0] && from.law.support[1] <= to.law.support[1];
  const squared = hellingerSquared(p, q);
  return {
    p: both.p.density,
    q: both.q.density,
    integrand: from.density.map(([x, d], i): Point => [x, d === 0 ? 0 : d * (from.logDensity[i]![1] - to.logDensity[i]![1])]), // prettier-ignore
    klPq,
    klQp,
    js: jensenShannon(p, q),
    tv: totalVariation(p, q),
    hellinger: sqrt(squared),
    hellingerSquared: squared,
    pinsker: least.value < Infinity ? sqrt(divide(least, exact(2))) : least,
    entropy: from.entropy,
    cross: crossEntropy(from.law, to.law),
    infinite: drawn.value < Infinity ? null : inside ? 'tails' : 'support',
  };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute };
