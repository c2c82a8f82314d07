import { type Bounded, U, add, bounded, exact, multiply, negate, power } from '../number/bounded.ts';
import { type Shares, sharesOf, swap } from '../number/share.ts';
import { twoSum } from '../number/double.ts';
import { type Wide, minus, over, wide } from '../number/wide.ts';
import { type Cumulative, demand } from './contract.ts';
import { type Whereabouts, invert } from './invert.ts';

const NONE: Shares = [exact(NaN), exact(NaN)];
const START: Shares = [exact(0), exact(1)];

/**
 * Distribution function, survival and quantile from the two shares at a place inside the support (an integer, for laws
 * on integers). The quantile of 0 is the lower end of the support, that of 1 the upper one. Throws RangeError for p
 * outside [0, 1].
 */
export function cumulativeOf(
  place: Whereabouts,
  shares: (x: number) => Shares,
  quantile?: (p: number) => Bounded,
): Cumulative {
  const [lower, upper] = place.support;
  const at = (x: number): Shares => {
    if (x !== x) return NONE;
    if (place.whole ? x < lower : x <= lower) return START;
    return x >= upper ? swap(START) : shares(place.whole ? Math.floor(x) : x);
  };
  return {
    cdf: (x) => at(x)[0],
    survival: (x) => at(x)[1],
    quantile: (p) => {
      demand(p >= 0 && p <= 1, 'quantile', 'p', 'in [0, 1]', p);
      return p === 0 ? exact(lower) : p === 1 ? exact(upper) : quantile ? quantile(p) : invert(at, p, place);
    },
  };
}

/** a - b without rounding. */
export const difference = (a: number, b: number): Wide => ({ ...twoSum(a, -b), error: 0 });

/** Both sides of z from the mass beyond |z| on one side of a symmetric law. */
export function folded(z: Wide, beyond: (size: Wide) => Bounded): Shares {
  const part = sharesOf(beyond(z.hi < 0 ? minus(z) : z));
  return z.hi < 0 ? part : swap(part);
}

/** Squares of places up to here do not overflow. */
const FAR = 2 ** 480;

/**
 * A law symmetric about its location, from the mass beyond z >= 0 in units of its scale, which beyond 2^480 is below the
 * smallest number or falls like z^-`index`, and from the z >= 0 beyond which there is q <= 1/2.
 */
export function symmetric(
  location: number,
  scale: number,
  beyond: (z: Wide) => Bounded,
  inverse?: (q: number) => Bounded,
  index = 1,
): Cumulative {
  const place: Whereabouts = { support: [-Infinity, Infinity], centre: location, scale };
  const tail = (z: number): Bounded => {
    const part = FAR / z;
    return multiply(
      beyond(wide(FAR)),
      power(bounded(part, part > 0 ? 4 * U * part : FAR / Number.MAX_VALUE), exact(index)),
    );
  };
  const shares = (x: number): Shares => {
    const z = (x - location) / scale;
    if (Math.abs(z) < FAR) return folded(over(difference(x, location), wide(scale)), beyond);
    return folded(wide(z), () => tail(Math.abs(z)));
  };
  const at = (z: Bounded): Bounded => add(exact(location), multiply(exact(scale), z));
  const quantile = inverse && ((p: number) => (p > 0.5 ? at(inverse(1 - p)) : at(negate(inverse(p)))));
  return cumulativeOf(place, shares, quantile);
}
