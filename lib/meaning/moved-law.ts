/** The law of c X for c > 0, where its family has no parameter for the scale. */
import { divide, exact, log, multiply, square, subtract, type Bounded } from '../number/bounded.ts';
import type { DensityLaw } from '../distribution/density.ts';
import { massAt, logMassAt } from './place.ts';
import type { Law } from './value.ts';

/** RangeError for a law that is no density. */
export function moved(law: Law, scale: Bounded): DensityLaw {
  if (law.kind !== 'density') throw new RangeError(`${law.name}: only a density is moved by a scale`);
  if (scale.value === 1 && scale.error === 0) return law;
  const back = (x: number): Bounded => divide(exact(x), scale);
  const times = (a: Bounded | null): Bounded | null => a && multiply(scale, a);
  return {
    kind: 'density',
    name: `moved ${law.name}`,
    parameters: { ...law.parameters, scale: scale.value },
    support: [law.support[0] * scale.value, law.support[1] * scale.value],
    centre: law.centre * scale.value,
    scale: law.scale * scale.value,
    logDensity: (x) => subtract(logMassAt(law, back(x)), log(scale)),
    density: (x) => divide(massAt(law, back(x)), scale),
    mean: times(law.mean),
    variance: law.variance && multiply(square(scale), law.variance),
    entropy: null,
  };
}
