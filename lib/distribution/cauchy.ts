import { U, add, bounded, exact, log, rounded } from '../number/bounded.ts';
import { type DensityLaw, demand } from './density.ts';

/** The Cauchy law: density 1 / (pi scale (1 + z^2)), z = (x - location) / scale. It has no mean and no variance. */
export function cauchy(location: number, scale: number): DensityLaw {
  demand(Number.isFinite(location), 'cauchy', 'location', 'finite', location);
  demand(scale > 0 && scale < Infinity, 'cauchy', 'scale', 'in (0, inf)', scale);
  const logPiScale = add(log(exact(scale)), log(rounded(Math.PI)));
  return {
    kind: 'density',
    name: 'cauchy',
    parameters: { location, scale },
    support: [-Infinity, Infinity],
    centre: location,
    scale,
    logDensity: (x) => {
      const z = (x - location) / scale;
      const s = z * z; // 5 U relative, which moves log(1 + s) by at most 5 U s / (1 + s)
      const l = s < Infinity ? Math.log1p(s) : 2 * Math.log(Math.abs(z));
      const v = -l - logPiScale.value;
      return bounded(v, logPiScale.error + U * (6 + 4 * l + 2 * Math.abs(v)));
    },
    density: (x) => {
      const z = (x - location) / scale;
      const v = 1 / (Math.PI * scale * (1 + z * z));
      return bounded(v, 12 * U * v + 4 * Number.MIN_VALUE);
    },
    mean: null,
    variance: null,
    entropy: add(logPiScale, log(exact(4))),
  };
}
