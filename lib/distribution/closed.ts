import {
  type Bounded,
  abs,
  add,
  bounded,
  divide,
  exact,
  exp,
  log,
  multiply,
  negate,
  square,
  subtract,
  U,
} from '../number/bounded.ts';
import { deviance } from './deviance.ts';

type Parameters = Readonly<Record<string, number>>;
const part = (p: Parameters, name: string): Bounded => exact(p[name] ?? NaN);
const HALF = exact(0.5);
const ONE = exact(1);

/** r - 1 - log r for r = s^2 (`two`) or r = s, s = a/b > 0, without cancellation. */
function gap(a: Bounded, b: Bounded, two: boolean): Bounded {
  const s = divide(a, b);
  if (!(s.value > 0.5 && s.value < 2)) {
    const l = s.value > 2 ** -1000 && s.value < 2 ** 1000 ? log(s) : subtract(log(a), log(b));
    return subtract(subtract(two ? square(s) : s, ONE), two ? multiply(exact(2), l) : l);
  }
  const d = divide(subtract(b, a), b);
  return two ? deviance(ONE, square(s), multiply(d, add(ONE, s))) : deviance(ONE, s, d);
}

/** e^-x - 1 + x for x >= 0: by its series below 1, where the difference would cancel. */
function excess(x: Bounded): Bounded {
  if (!(x.value < 1)) return add(subtract(exp(negate(x)), ONE), x);
  let term = (x.value * x.value) / 2;
  let s = 0;
  for (let k = 3; Math.abs(term) > U * U * Math.abs(s) && k < 60; k++) {
    s += term;
    term *= -x.value / k;
  }
  // The derivative 1 - e^-x is at most min(1, x); terms carry at most 8 roundings where they matter.
  return bounded(s, 24 * U * s + (x.value + x.error) * x.error * (1 + 8 * U) + Number.MIN_VALUE);
}

/**
 * Closed forms of KL(p || q) in nats for two laws of the same name, each arranged so that near-equal laws do not
 * cancel: r - 1 - log r and e^-x - 1 + x are computed as such.
 */
export const closedKl: Readonly<Record<string, (p: Parameters, q: Parameters) => Bounded>> = {
  // ((s1/s2)^2 - 1 - log (s1/s2)^2) / 2 + ((m1 - m2)/s2)^2 / 2
  normal: (p, q) => {
    const s2 = part(q, 'sigma');
    const shift = square(divide(subtract(part(p, 'mu'), part(q, 'mu')), s2));
    return multiply(HALF, add(gap(part(p, 'sigma'), s2, true), shift));
  },
  // r2/r1 - 1 - log(r2/r1)
  exponential: (p, q) => gap(part(q, 'rate'), part(p, 'rate'), false),
  // rho - 1 - log rho + rho (e^-d - 1 + d), rho = b1/b2, d = |m1 - m2|/b1
  laplace: (p, q) => {
    const b1 = part(p, 'scale');
    const b2 = part(q, 'scale');
    const d = divide(abs(subtract(part(p, 'mu'), part(q, 'mu'))), b1);
    return add(gap(b1, b2, false), multiply(divide(b1, b2), excess(d)));
  },
  // log(width q / width p) where p lies inside q
  uniform: (p, q) => {
    if (p.lower! < q.lower! || p.upper! > q.upper!) return exact(Infinity);
    const width = (law: Parameters) => subtract(part(law, 'upper'), part(law, 'lower'));
    const more = add(subtract(part(p, 'lower'), part(q, 'lower')), subtract(part(q, 'upper'), part(p, 'upper')));
    return log1p(divide(more, width(p)));
  },
  // log(1 + ((g1 - g2)^2 + (x1 - x2)^2) / (4 g1 g2)) (Chyzak and Nielsen 2019)
  cauchy: (p, q) => {
    const g1 = part(p, 'scale');
    const g2 = part(q, 'scale');
    const dx = subtract(part(p, 'location'), part(q, 'location'));
    const top = add(square(subtract(g1, g2)), square(dx));
    return log1p(divide(divide(top, multiply(exact(4), g1)), g2));
  },
  bernoulli: (p, q) => {
    const a = part(p, 'p');
    const b = part(q, 'p');
    const d = subtract(a, b);
    return add(deviance(a, b, d), deviance(subtract(ONE, a), subtract(ONE, b), negate(d)));
  },
  // n times the Bernoulli divergence where n is the same
  binomial: (p, q) => (p.n === q.n ? multiply(part(p, 'n'), closedKl.bernoulli!(p, q)) : bounded(0, Infinity)),
  // a log(a/b) + b - a
  poisson: (p, q) => deviance(part(p, 'lambda'), part(q, 'lambda')),
};

/** log(1 + x) for x >= 0. */
function log1p(x: Bounded): Bounded {
  if (!Number.isFinite(x.value)) return x;
  const v = Math.log1p(x.value);
  return bounded(v, (2 * Number.EPSILON * v + x.error) * (1 + 8 * U) + Number.MIN_VALUE);
}
