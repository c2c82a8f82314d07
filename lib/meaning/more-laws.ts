/** More densities by formula: F, von Mises, Weibull, Pareto, logistic and Gumbel. */
import { add, divide, exact, exp, log, log1p, multiply, negate, rounded, square, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { logBesselI } from '../number/bessel.ts';
import type { DensityLaw } from '../distribution/density.ts';
import { byFormula, demandPositive } from './by-formula.ts';
import { gamma, logBeta } from './special.ts';
import { cos } from './trigonometry.ts';
import type { Moments, Theta } from './uncertain.ts';

const [HALF, ONE, TWO, FOUR] = [0.5, 1, 2, 4].map(exact) as [Bounded, Bounded, Bounded, Bounded];
const POSITIVE = [0, Infinity] as const;
const LINE = [-Infinity, Infinity] as const;
const LOG_TAU = rounded(1.8378770664093453);
const half = (a: Bounded): Bounded => multiply(HALF, a);
const above = (a: Bounded, limit: number): boolean => a.value - a.error > limit;

/** v/(v - 2) for v > 2, 2 v^2 (u + v - 2)/(u (v - 2)^2 (v - 4)) for v > 4. */
export function fMoments([first, second]: Theta): Moments {
  const [u, v] = [first!, second!];
  const mean = above(v, 2) ? divide(v, subtract(v, TWO)) : null;
  const sizes = subtract(add(u, v), TWO);
  return [mean, above(v, 4) ? divide(multiply(multiply(TWO, square(mean!)), sizes), multiply(u, subtract(v, FOUR))) : null];
} // prettier-ignore

/** F: (u/v)^(u/2) / B(u/2, v/2) x^(u/2-1) (1 + u x/v)^(-(u+v)/2), of X/u over Y/v for chi-squared X and Y. */
export function fLaw([first, second]: Theta): DensityLaw {
  const [u, v] = [first!, second!];
  demandPositive('F', { 'first degrees of freedom': u, 'second degrees of freedom': v });
  const share = divide(u, v);
  const peak = subtract(multiply(half(u), log(share)), logBeta(half(u), half(v)));
  const power = half(add(u, v));
  const logAt = (x: Bounded): Bounded =>
    sum([peak, multiply(subtract(half(u), ONE), log(x)), negate(multiply(power, log1p(multiply(share, x))))]);
  const [mean, variance] = fMoments([u, v]);
  return byFormula({ name: 'F', support: POSITIVE, centre: 1, scale: Math.sqrt(2 / u.value + 2 / v.value), logAt, mean, variance }, [u, v]); // prettier-ignore
}

/**
 * Von Mises: e^(kappa cos(x - mu)) / (2 pi I_0(kappa)) on the circle, written on [mu - pi, mu + pi]. A place beyond stands
 * for another one on the circle, and has no value here.
 */
export function vonMises([location, concentration]: Theta): DensityLaw {
  const [m, k] = [location!, concentration!];
  demandPositive('von Mises', { concentration: k });
  const peak = negate(add(LOG_TAU, logBesselI(0, k)));
  const logAt = (x: Bounded): Bounded => add(peak, multiply(k, cos(subtract(x, m))));
  const scale = Math.min(1.5, 1 / Math.sqrt(k.value));
  const law = byFormula({ name: 'von Mises', support: [m.value - Math.PI, m.value + Math.PI], centre: m.value, scale, logAt, mean: null, variance: null }, [m, k]); // prettier-ignore
  const onCircle = (x: number): boolean => Math.abs(x - m.value) <= Math.PI;
  return {
    ...law,
    density: (x) => (onCircle(x) ? exp(logAt(exact(x))) : exact(NaN)),
    logDensity: (x) => (onCircle(x) ? logAt(exact(x)) : exact(NaN)),
  };
}

/** Weibull of a scale and a shape: k/l (x/l)^(k-1) e^-(x/l)^k. */
export function weibull([length, shape]: Theta): DensityLaw {
  const [l, k] = [length!, shape!];
  demandPositive('Weibull', { scale: l, shape: k });
  const logAt = (x: Bounded): Bounded => {
    const z = log(divide(x, l));
    return sum([log(k), negate(log(l)), multiply(subtract(k, ONE), z), negate(exp(multiply(k, z)))]);
  };
  const moment = (n: number): Bounded => gamma(add(ONE, divide(exact(n), k)));
  const mean = multiply(l, moment(1));
  const variance = multiply(square(l), subtract(moment(2), square(moment(1))));
  return byFormula({ name: 'Weibull', support: POSITIVE, centre: l.value, scale: l.value / Math.max(1, k.value), logAt, mean, variance }, [l, k]); // prettier-ignore
}

/** Pareto of a least value and an exponent: a m^a / x^(a+1) above m. */
export function pareto([least, exponent]: Theta): DensityLaw {
  const [m, a] = [least!, exponent!];
  demandPositive('Pareto', { 'least value': m, exponent: a });
  if (m.error > 0) throw new RangeError(`Pareto: least value must be known exactly, got ${m.value} within ${m.error}`);
  const logAt = (x: Bounded): Bounded => sum([log(a), multiply(a, log(m)), negate(multiply(add(a, ONE), log(x)))]);
  const mean = above(a, 1) ? divide(multiply(a, m), subtract(a, ONE)) : null;
  const variance = above(a, 2) ? divide(multiply(square(m), a), multiply(square(subtract(a, ONE)), subtract(a, TWO))) : null; // prettier-ignore
  return byFormula({ name: 'Pareto', support: [m.value, Infinity], centre: m.value * 1.5, scale: m.value / a.value, logAt, mean, variance }, [m, a]); // prettier-ignore
}

const PI_SQUARED = rounded(Math.PI ** 2);

/** Logistic of a location and a scale: e^-z / (s (1 + e^-z)^2), z = (x - m)/s. */
export function logistic([location, scale]: Theta): DensityLaw {
  const [m, s] = [location!, scale!];
  demandPositive('logistic', { scale: s });
  const logAt = (x: Bounded): Bounded => {
    const z = divide(subtract(x, m), s);
    const away = z.value > 0 ? negate(z) : z;
    return sum([away, negate(log(s)), negate(multiply(TWO, log1p(exp(away))))]);
  };
  const variance = divide(multiply(square(s), PI_SQUARED), exact(3));
  return byFormula({ name: 'logistic', support: LINE, centre: m.value, scale: s.value, logAt, mean: m, variance }, [m, s]); // prettier-ignore
}

const EULER = rounded(0.5772156649015329);

/** Gumbel of a location and a scale: e^(-z - e^-z)/b, z = (x - m)/b. */
export function gumbel([location, scale]: Theta): DensityLaw {
  const [m, b] = [location!, scale!];
  demandPositive('Gumbel', { scale: b });
  const logAt = (x: Bounded): Bounded => {
    const z = divide(subtract(x, m), b);
    return sum([negate(log(b)), negate(z), negate(exp(negate(z)))]);
  };
  const mean = add(m, multiply(b, EULER));
  const variance = divide(multiply(square(b), PI_SQUARED), exact(6));
  return byFormula({ name: 'Gumbel', support: LINE, centre: m.value, scale: b.value, logAt, mean, variance }, [m, b]);
}
