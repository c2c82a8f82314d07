import {
  type Bounded,
  divide,
  exact,
  log,
  multiply,
  negate,
  rounded,
  square,
  subtract,
  add,
} from '../number/bounded.ts';
import { type DensityLaw, demand } from './density.ts';

/** The uniform law on [lower, upper], both finite, lower < upper. */
export function uniform(lower: number, upper: number): DensityLaw {
  demand(Number.isFinite(lower), 'uniform', 'lower', 'finite', lower);
  demand(Number.isFinite(upper) && upper > lower, 'uniform', 'upper', `finite and above lower = ${lower}`, upper);
  const width = subtract(exact(upper), exact(lower));
  demand(Number.isFinite(width.error), 'uniform', 'upper', 'less than 1.8e308 above lower', upper);
  const height = divide(exact(1), width);
  const logHeight = negate(log(width));
  const inside = (x: number): boolean => x >= lower && x <= upper;
  const half = exact(0.5);
  const mean: Bounded = add(multiply(half, exact(lower)), multiply(half, exact(upper)));
  return {
    kind: 'density',
    name: 'uniform',
    parameters: { lower, upper },
    support: [lower, upper],
    centre: mean.value,
    scale: width.value,
    logDensity: (x) => (inside(x) ? logHeight : exact(-Infinity)),
    density: (x) => (inside(x) ? height : exact(0)),
    mean,
    variance: multiply(square(width), rounded(1 / 12)),
    entropy: log(width),
  };
}
