import { randomCauchy } from 'd3-random';
import { type Bounded, U, add, bounded, divide, exact, log, log1p, multiply, rounded, square, subtract } from '../number/bounded.ts'; // prettier-ignore
import { type Cumulative, type Fit, type Parameters, type Sample, demand } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { symmetric } from './place.ts';
import { fitStudentT } from './student-t.ts';

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
    klTo: (q) => cauchyKl({ location, scale }, q),
    // 2 z/(1 + z^2)/scale and (z^2 - 1)/(1 + z^2)/scale
    score: (x) => {
      const z = divide(subtract(exact(x), exact(location)), exact(scale));
      const w = multiply(add(exact(1), square(z)), exact(scale));
      return [divide(multiply(exact(2), z), w), divide(subtract(square(z), exact(1)), w)];
    },
    information: () => {
      const half = divide(exact(0.5), square(exact(scale)));
      return [
        [half, exact(0)],
        [exact(0), half],
      ];
    },
    sampler: (stream) => randomCauchy.source(stream.uniform)(location, scale),
  };
}

/** log(1 + ((g1 - g2)^2 + (x1 - x2)^2)/(4 g1 g2)) (Chyzak and Nielsen 2019). */
function cauchyKl(p: Parameters, q: Parameters): Bounded {
  const [g1, g2] = [exact(p.scale!), exact(q.scale!)];
  const top = add(square(subtract(g1, g2)), square(subtract(exact(p.location!), exact(q.location!))));
  return log1p(divide(divide(top, multiply(exact(4), g1)), g2));
}

/** Maximum likelihood: that of Student's t law with one degree of freedom. */
export function fitCauchy(sample: Sample): Fit<DensityLaw> {
  const { estimates } = fitStudentT(sample, 1);
  const [location, scale] = [estimates.location!, estimates.scale!];
  return { law: cauchy(location.value, scale.value), estimates: { location, scale } };
}

/**
 * P(X > x) = atan(1/z)/pi above the median, to which the rounding of z adds one of its own; its inverse cot(pi q), taken
 * on the side of 1/4 where the angle is at most pi/4, so that an error grows there by at most pi/2. Both atan2 and tan
 * are within 2 ulp, as their fdlibm sources promise less than 1.
 */
export const cauchyCumulative = ({ location, scale }: Parameters): Cumulative =>
  symmetric(
    location!,
    scale!,
    (z) => {
      const p = Math.atan2(1, z.hi) / Math.PI;
      return bounded(p, p * 8 * U + z.error / (1 + z.hi * z.hi));
    },
    (q) => {
      const z = q < 0.25 ? 1 / Math.tan(Math.PI * q) : Math.tan(Math.PI * (0.5 - q));
      return bounded(z, 10 * U * z);
    },
  );
