/** Sums and multiples of laws, pointwise: M = (P + Q)/2 is a law. */
import { exact, log, sum, type Bounded } from '../number/bounded.ts';
import type { DensityLaw } from '../distribution/density.ts';
import type { FiniteLaw } from '../distribution/finite.ts';
import { expectation } from '../distribution/expectation.ts';
import { probability } from '../distribution/likelihood.ts';
import { isMixture, withShares } from '../distribution/mixture.ts';
import { isLaw, isNumber, type Law, type Value } from './value.ts';

type Operation = (x: Bounded, y: Bounded) => Bounded;

/** A multiple of a density, or a sum of multiples, on the way to a mixture. */
interface Weighted extends DensityLaw {
  readonly weighted: readonly Part[];
}

interface Part {
  readonly share: Bounded;
  readonly law: DensityLaw;
}

const isWeighted = (law: DensityLaw): law is Weighted => 'weighted' in law;

/** null if the two values are no law beside a law, or beside a number. */
export function combineLaws(op: string, a: Value, b: Value, operation: Operation): Law | null {
  const x = isLaw(a) ? a : null;
  const y = isLaw(b) ? b : null;
  const together = op === 'add' || op === 'subtract';
  if (together ? !(x && y) : !((x && isNumber(b)) || (y && isNumber(a) && op === 'multiply'))) return null;
  const pick = (v: Value, outcome: number) => (isLaw(v) ? probability(v, outcome) : (v as Bounded));
  const value = (outcome: number) => operation(pick(a, outcome), pick(b, outcome));
  const shape = (x ?? y)!;
  if (shape.kind === 'finite') {
    const outcomes = [...new Set([x, y].flatMap((l) => (l?.kind === 'finite' ? [...l.outcomes] : [])))].sort(
      (p, q) => p - q,
    );
    return { kind: 'finite', name: 'mixture', outcomes, probabilities: outcomes.map(value) } as FiniteLaw;
  }
  const weighted = weigh(op, a, b, operation);
  const pointwise = mixedDensity(shape, y?.kind === 'density' ? y : shape, value);
  if (!weighted) return pointwise;
  const total = sum(weighted.map(({ share }) => share));
  if (Math.abs(total.value - 1) <= total.error)
    return withShares(weighted.map(({ share }) => share), weighted.map(({ law }) => law)); // prettier-ignore
  return { ...pointwise, weighted } as Weighted;
}

/** What a law is made of. */
function partsOf(law: DensityLaw): readonly Part[] {
  if (isWeighted(law)) return law.weighted;
  if (isMixture(law)) return law.components.map((part, i) => ({ share: law.shares[i]!, law: part }));
  return [{ share: { value: 1, error: 0 }, law }];
}

/** The parts of a sum, a multiple or a quotient; null where a share is not surely positive. */
function weigh(op: string, a: Value, b: Value, operation: Operation): Part[] | null {
  if (op === 'subtract') return null;
  const parts = (v: Value) => (isLaw(v) && v.kind === 'density' ? partsOf(v) : []);
  const made =
    op === 'add'
      ? [...parts(a), ...parts(b)]
      : isLaw(a)
        ? parts(a).map(({ share, law }) => ({ share: operation(share, b as Bounded), law }))
        : parts(b).map(({ share, law }) => ({ share: operation(a as Bounded, share), law }));
  return made.length > 0 && made.every(({ share }) => share.value > share.error) ? made : null;
}

/** A density made of others: centred between them, wide enough for both. */
function mixedDensity(a: DensityLaw, b: DensityLaw, density: (x: number) => Bounded): DensityLaw {
  return {
    kind: 'density',
    name: 'mixture',
    parameters: {},
    support: [Math.min(a.support[0], b.support[0]), Math.max(a.support[1], b.support[1])],
    centre: (a.centre + b.centre) / 2,
    scale: Math.max(a.scale, b.scale) + Math.abs(a.centre - b.centre) / 4,
    density,
    logDensity: (x) => log(density(x)),
    mean: null,
    variance: null,
    entropy: null,
  };
}

/**
 * Whether what sums and multiples made is a law at all: p + q has mass 2. Laws that were given, or made by name, are. Where a
 * density is no sum of laws with known shares, its mass is that of quadrature.
 */
export function isNormalised(law: Law): boolean {
  if (law.name !== 'mixture' || (law.kind === 'density' && isMixture(law))) return true;
  const total =
    law.kind === 'finite'
      ? sum([...law.probabilities])
      : isWeighted(law)
        ? sum(law.weighted.map(({ share }) => share))
        : expectation(law, () => exact(1));
  return !(Math.abs(total.value - 1) > total.error);
}
