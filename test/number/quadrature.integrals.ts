/**
 * Integrals of every kind whose values quadrature.reference.json knows to 40 digits. The integrands are written by
 * hand in bounded arithmetic, so that their bounds are honest and have nothing to do with the laws of the library.
 */
import { deviance } from '../../lib/distribution/deviance.ts';
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
  power,
  rounded,
  sqrt,
  square,
  subtract,
  sum,
} from '../../lib/number/bounded.ts';
import type { Domain, Integrand } from '../../lib/number/quadrature.ts';
import reference from './quadrature.reference.json' with { type: 'json' };

export interface Integral {
  readonly name: string;
  readonly f: Integrand;
  readonly domain: Domain;
}

const N = Number;
const EPS = Number.EPSILON;
const ONE = exact(1);
const HALF = exact(0.5);
const LOG_TAU = log(rounded(2 * Math.PI));
const list: Integral[] = [];
const put = (name: string, f: Integrand, domain: Domain): void => void list.push({ name, f, domain });
const constant = (name: string): Bounded => rounded(N((reference.constants as Record<string, string>)[name]));
/** A function of a double that is off by at most 4 units in the last place. */
const plain =
  (f: (x: number, below: number, above: number) => number): Integrand =>
  (x, below, above) => {
    const v = f(x, below, above);
    return bounded(v, 8 * EPS * Math.abs(v));
  };
const line = (centre = 0, scale = 1, breaks: readonly number[] = []): Domain => ({
  lower: -Infinity,
  upper: Infinity,
  centre,
  scale,
  breaks,
});
const segment = (lower: number, upper: number, breaks: readonly number[] = []): Domain => ({
  lower,
  upper,
  centre: (lower + upper) / 2,
  scale: (upper - lower) / 2,
  breaks,
});
const ray = (lower: number, scale = 1, centre = lower + scale): Domain => ({ lower, upper: Infinity, centre, scale });

/** Bounded value of the standard function of a double. */
const call = (f: (x: number) => number, x: number): Bounded => bounded(f(x), 2 * EPS * Math.abs(f(x)) + 1e-323);
/** log(1 + s), s >= 0. */
const log1p = (s: Bounded): Bounded => {
  const v = Math.log1p(s.value);
  return bounded(v, 2 * EPS * v + (2 * s.error) / (1 + s.value));
};

type LogDensity = (x: number, below: number, above: number) => Bounded;
const density =
  (l: LogDensity): Integrand =>
  (x, below, above) =>
    exp(l(x, below, above));
const under =
  (l: LogDensity, g: LogDensity): Integrand =>
  (x, below, above) => {
    const p = exp(l(x, below, above));
    return p.value === 0 ? p : multiply(p, g(x, below, above));
  };
const divergence = (p: LogDensity, q: LogDensity): Integrand => under(p, (...at) => subtract(p(...at), q(...at)));

// normal laws
const normal = (mu: number, sigma: number): LogDensity => {
  const shift = add(log(exact(sigma)), multiply(HALF, LOG_TAU));
  return (x) => {
    const z = divide(subtract(exact(x), exact(mu)), exact(sigma));
    return negate(add(multiply(HALF, square(z)), shift));
  };
};
const pair = (text: string): number[] => text.split(' ').map(N);
for (const law of ['0 1', '1000 1e-3', '-3 2.5', '1e6 1e-3', '1e-5 1e3', '0 1e-150', '-1e9 1e-3']) {
  const [m = 0, s = 1] = pair(law);
  const p = normal(m, s);
  for (const k of [0, 1, 2, 4])
    put(`normal moment ${k} of ${law}`, under(p, (x) => power(exact(x), exact(k))), line(m, s)); // prettier-ignore
  put(`normal deviation of ${law}`, under(p, (x) => abs(subtract(exact(x), exact(m)))), line(m, s, [m])); // prettier-ignore
  put(`normal entropy of ${law}`, under(p, (x) => negate(p(x, 0, 0))), line(m, s)); // prettier-ignore
}
for (const law of ['0 1', '-3 2.5', '1 10']) {
  const [m = 0, s = 1] = pair(law);
  put(`normal cosine of ${law}`, under(normal(m, s), (x) => call(Math.cos, x)), line(m, s)); // prettier-ignore
}
for (const text of [
  '0 1 1 2',
  '0 1 1e6 1',
  '1000 1e-3 1000.001 2e-3',
  '0 1 0 1e-3',
  '0 1e-3 5 1',
  '-1e8 1e-3 1e8 1e3',
  '0 1 30 1',
  '1e6 1 0 1e6',
]) {
  // prettier-ignore
  const [m = 0, s = 1, n = 0, r = 1] = pair(text);
  put(`normal divergence of ${text}`, divergence(normal(m, s), normal(n, r)), line(m, s));
}
for (const text of ['1', '10', '30', '50']) {
  const m = N(text);
  const [p, q] = [normal(0, 1), normal(m, 1)];
  put(`normal overlap with ${text}`, (...at) => exp(add(p(...at), q(...at))), line(m / 2, 1));
  const middle = m > 8 ? [0, m / 2, m] : [m / 2];
  put(`normal distance from ${text}`, (...at) => multiply(HALF, abs(subtract(exp(p(...at)), exp(q(...at))))), line(0, 1, middle)); // prettier-ignore
}

// Student's t
const student = (name: string, mu = 0, sigma = 1): LogDensity => {
  const nu = exact(N(name));
  const power = multiply(HALF, add(nu, ONE));
  const shift = subtract(constant(`t ${name}`), log(exact(sigma)));
  return (x) => {
    const z = divide(subtract(exact(x), exact(mu)), exact(sigma));
    const s = divide(square(z), nu);
    return subtract(shift, multiply(power, log1p(s)));
  };
};
for (const law of [
  '0.02 0 1',
  '0.1 0 1',
  '1 0 1',
  '1.5 0 1',
  '2 0 1',
  '3 0 1',
  '5 0 1',
  '100 0 1',
  '3 1000 1e-3',
  '5 -1e6 0.1',
]) {
  // prettier-ignore
  const [nu = '', m = '', s = ''] = law.split(' ');
  put(`t mass of ${law}`, density(student(nu, N(m), N(s))), line(N(m), N(s)));
}
for (const law of ['3 2', '5 4.5', '1 0.5', '1 0.9', '1 0.99', '2 1.9', '100 4']) {
  const [nu = '', k = ''] = law.split(' ');
  const p = student(nu);
  // one power of e, as |x|^k alone overflows before the density has died out
  put(`t absolute moment of ${law}`, (x) => exp(add(p(x, 0, 0), multiply(exact(N(k)), log(exact(Math.abs(x)))))), line(0, 1, [0])); // prettier-ignore
}
for (const text of ['3 10', '10 3', '1 3', '5 100', '2 1', '1.5 10', '100 3']) {
  const [a = '', b = ''] = text.split(' ');
  put(`t divergence of ${text}`, divergence(student(a), student(b)), line());
}
for (const nu of ['3', '10']) put(`t divergence of normal ${nu}`, divergence(normal(0, 1), student(nu)), line());
for (const nu of ['3', '5']) put(`t divergence of ${nu} normal`, divergence(student(nu), normal(0, 1)), line());

// gamma laws: shape, rate
const gamma = (name: string, r: number): LogDensity => {
  const a = exact(N(name));
  return (x) => {
    const y = multiply(exact(x), exact(r));
    return subtract(subtract(constant(`gamma ${name}`), deviance(a, y)), log(exact(x)));
  };
};
const gammaDomain = (a: number, r: number): Domain => ray(0, Math.sqrt(a) / r, a / r);
for (const law of ['0.5 1', '200 30', '1 1', '2 3', '0.01 1', '1e4 1', '1e7 1', '0.1 1e-5', '3 1e8']) {
  const [a = '', r = ''] = law.split(' ');
  const p = gamma(a, N(r));
  const where = gammaDomain(N(a), N(r));
  put(`gamma mass of ${law}`, density(p), where);
  put(`gamma mean of ${law}`, under(p, exact), where);
  put(`gamma logarithm of ${law}`, under(p, (x) => log(exact(x))), where); // prettier-ignore
}
for (const text of [
  '0.5 1 200 30',
  '200 30 0.5 1',
  '1 1 2 3',
  '0.01 1 1 1',
  '1e4 1 1e7 1',
  '0.1 1e-5 3 1e8',
  '2 3 0.01 1',
  '1e7 1 1e4 1',
]) {
  // prettier-ignore
  const [a = '', r = '', b = '', t = ''] = text.split(' ');
  put(`gamma divergence of ${text}`, divergence(gamma(a, N(r)), gamma(b, N(t))), gammaDomain(N(a), N(r)));
}

// beta laws, by the distances from both ends; plain: by x alone
const logBeta = (law: string): LogDensity => {
  const [a, b] = pair(law).map((v) => subtract(exact(v), ONE)) as [Bounded, Bounded];
  return (_, below, above) =>
    sum([constant(`beta ${law}`), multiply(a, log(exact(below))), multiply(b, log(exact(above)))]);
};
const betaDomain = (law: string): Domain => {
  const [a = 1, b = 1] = pair(law);
  const s = a + b;
  return { lower: 0, upper: 1, centre: a / s, scale: Math.sqrt((a * b) / (s + 1)) / s };
};
for (const law of ['0.5 0.5', '2 5', '0.5 3', '1000 2000', '1 1', '0.01 5', '5 0.1', '0.01 0.01']) {
  const p = logBeta(law);
  const where = betaDomain(law);
  put(`beta mass of ${law}`, density(p), where);
  put(`beta mean of ${law}`, under(p, exact), where);
  put(`beta logarithm of ${law}`, under(p, (_, below) => log(exact(below))), where); // prettier-ignore
  put(`beta complement of ${law}`, under(p, (_, __, above) => log(exact(above))), where); // prettier-ignore
  if (!law.includes('0.01') && !law.includes('0.1'))
    put(`beta plain of ${law}`, (x) => {
      const [a = 1, b = 1] = pair(law);
      const rest = multiply(exact(b - 1), log(subtract(ONE, exact(x))));
      return exp(sum([constant(`beta ${law}`), multiply(exact(a - 1), log(exact(x))), b === 1 ? exact(0) : rest]));
    }, where); // prettier-ignore
}
for (const [p, q] of [
  ['0.5 0.5', '2 5'],
  ['2 5', '0.5 0.5'],
  ['0.5 3', '1 1'],
  ['5 0.1', '2 5'],
  ['0.01 0.01', '0.5 0.5'],
  ['1 1', '1000 2000'],
] as const)
  // prettier-ignore
  put(`beta divergence of ${p} ${q}`, divergence(logBeta(p), logBeta(q)), betaDomain(p));

// powers at an end, with and without logarithms
for (const a of ['0.1', '0.5', '0.9', '0.99', '0.999', '-0.5', '-3'])
  put(`power at zero ${a}`, plain((x) => x ** -N(a)), segment(0, 1)); // prettier-ignore
for (const a of ['1.001', '1.01', '1.1', '1.5', '2', '5', '20'])
  put(`power at infinity ${a}`, plain((x) => x ** -N(a)), ray(1)); // prettier-ignore
for (const a of ['0', '0.5', '0.9'])
  put(`power and log at zero ${a}`, plain((x) => Math.log(x) * x ** -N(a)), segment(0, 1)); // prettier-ignore
for (const a of ['1.1', '2', '3'])
  put(`power and log at infinity ${a}`, (x) => multiply(call(Math.log, x), power(exact(x), exact(-N(a)))), ray(1)); // prettier-ignore
for (const a of ['0.2', '0.5', '0.9']) {
  put(`power above 1000 ${a}`, plain((_, below) => below ** -N(a)), segment(1000, 1001)); // prettier-ignore
  put(`power below 1000 ${a}`, plain((_, __, above) => above ** -N(a)), segment(999, 1000)); // prettier-ignore
  put(`plain power below 1000 ${a}`, plain((x) => (1000 - x) ** -N(a)), segment(999, 1000)); // prettier-ignore
}
put('fourth power of log', plain((x) => Math.log(x) ** 4), segment(0, 1)); // prettier-ignore
put('log under exponential', plain((x) => Math.exp(-x) * Math.log(x)), ray(0)); // prettier-ignore
put('root under exponential', plain((x) => Math.exp(-x) / Math.sqrt(x)), ray(0)); // prettier-ignore
put('log over complement', plain((x, _, above) => (x < 0.5 ? Math.log(x) : Math.log1p(-above)) / above), segment(0, 1)); // prettier-ignore
put('log over lorentzian', plain((x) => Math.log(x) / (1 + x * x)), ray(0)); // prettier-ignore
put('root and ray', plain((x) => 1 / (Math.sqrt(x) * (1 + x))), ray(0)); // prettier-ignore
put('root of log', plain((x, _, above) => Math.sqrt(x < 0.5 ? -Math.log(x) : -Math.log1p(-above))), segment(0, 1)); // prettier-ignore

// kinks and jumps with their places, and without
for (const c of ['0.3', '0.5', '0.999']) {
  const kink = (x: number): Bounded => subtract(exact(Math.max(x, N(c))), exact(Math.min(x, N(c))));
  const jump = (x: number): Bounded => exact(x < N(c) ? 1 : 0);
  put(`kink at ${c}`, kink, segment(0, 1, [N(c)]));
  put(`jump at ${c}`, jump, segment(0, 1, [N(c)]));
  put(`silent kink at ${c}`, kink, { ...segment(0, 1), centre: 0 });
  put(`silent jump at ${c}`, jump, { ...segment(0, 1), centre: 0 });
}
for (const law of ['0 1', '5 0.01', '1e5 1e-3']) {
  const [m = 0, b = 1] = pair(law);
  const height = log(multiply(exact(2), exact(b)));
  const away = (x: number): Bounded => abs(subtract(exact(x), exact(m)));
  const p: LogDensity = (x) => negate(add(divide(away(x), exact(b)), height));
  put(`laplace mass of ${law}`, density(p), line(m, b, [m]));
  put(`laplace variance of ${law}`, under(p, (x) => square(away(x))), line(m, b, [m])); // prettier-ignore
  put(`laplace entropy of ${law}`, under(p, (...at) => negate(p(...at))), line(m, b, [m])); // prettier-ignore
}

// oscillation
for (const text of ['1', '5', '20', '50']) {
  const w = N(text);
  const wave = (f: (x: number) => number) => (x: number): Bounded => {
    const angle = multiply(exact(w), exact(x));
    return bounded(f(angle.value), angle.error + 2 * EPS);
  }; // prettier-ignore
  put(`cosine under gaussian ${text}`, (x) => multiply(exp(negate(square(exact(x)))), wave(Math.cos)(x)), line());
  put(`sine under exponential ${text}`, (x) => multiply(exp(exact(-x)), wave(Math.sin)(x)), ray(0));
  put(`cosine on a segment ${text}`, wave(Math.cos), segment(0, 1));
}
put('cosine under lorentzian', (x) => divide(call(Math.cos, x), add(ONE, square(exact(x)))), line());
put('many waves', (x) => call(Math.sin, x), segment(0, 300));

// smooth on a segment
put('exponential on a segment', (x) => exp(exact(x)), segment(0, 1));
put('runge', plain((x) => 1 / (1 + 25 * x * x)), segment(-1, 1)); // prettier-ignore
put('polynomial', (x) => subtract(power(exact(x), exact(5)), exact(x)), segment(-1, 2));
put('shifted exponential', (x) => exp(subtract(exact(x), exact(1000))), segment(1000, 1001));
put('root', plain((x) => Math.sqrt(x)), segment(0, 1)); // prettier-ignore
put('half circle', (_, below, above) => sqrt(multiply(exact(below), exact(above))), { ...segment(-1, 1) });
put('log(1 + x)/x', plain((x) => Math.log1p(x) / x), segment(0, 1)); // prettier-ignore
put('narrow lorentzian', plain((x) => 1 / (x * x + 1e-6)), { ...segment(-1, 1), scale: 1e-3 }); // prettier-ignore
put('long segment', plain((x) => 1 / (1 + x)), segment(0, 1e6)); // prettier-ignore
put('catalan', plain((x) => Math.atan(x) / x), segment(0, 1)); // prettier-ignore
put('thin segment', exact, segment(1e6, 1000000.001));
put('cube at a million', plain((x) => x ** 3), segment(1e6, 1000001)); // prettier-ignore

// smooth on the line
put('sech', plain((x) => 1 / Math.cosh(x)), line()); // prettier-ignore
put('sech squared', plain((x) => 1 / Math.cosh(x) ** 2), line()); // prettier-ignore
const gumbel = (x: number): Bounded => exp(negate(add(exact(x), exp(exact(-x)))));
put('gumbel mass', gumbel, line());
put('gumbel mean', (x) => multiply(exact(x), gumbel(x)), line());
put('quartic', (x) => exp(negate(power(exact(x), exact(4)))), line());
put('two sided exponential', (x) => exp(exact(-Math.abs(x))), line(0, 1, [0]));
put('1/(1 + x^4)', plain((x) => 1 / (1 + x ** 4)), line()); // prettier-ignore
put('gaussian at 5 from 0', (x) => exp(negate(square(subtract(exact(x), exact(5))))), line());
put('gaussian at 20 from 0', (x) => exp(negate(square(subtract(exact(x), exact(20))))), line());
put('gaussian of width 100 from 1', (x) => exp(negate(square(divide(exact(x), exact(100))))), line());
put('gaussian of width 0.05 from 1', (x) => exp(negate(square(divide(exact(x), exact(0.05))))), line());
put('lorentzian at 1e4', plain((x) => 1 / (1 + (x - 1e4) ** 2)), line(1e4, 1)); // prettier-ignore
put('cubed root', plain((x) => (1 + x * x) ** -1.5), line()); // prettier-ignore
const bump = (x: number, c: number): Bounded => exp(negate(square(subtract(exact(x), exact(c)))));
put('two bumps', (x) => add(bump(x, -3), bump(x, 3)), line(0, 3));

// smooth on a ray
put('bose', plain((x) => (x > 700 ? 0 : x / Math.expm1(x))), ray(0)); // prettier-ignore
put('planck', plain((x) => (x > 700 ? 0 : x ** 3 / Math.expm1(x))), ray(0, 2)); // prettier-ignore
put('fermi', (x) => divide(ONE, add(ONE, exp(exact(Math.min(x, 700))))), ray(0));
for (const text of ['0.25', '0.5', '3']) {
  const k = N(text);
  const p = (x: number): Bounded => {
    const y = power(exact(x), exact(k));
    return divide(multiply(multiply(exact(k), y), exp(negate(y))), exact(x));
  };
  put(`weibull mass ${text}`, p, ray(0));
  put(`weibull mean ${text}`, (x) => (p(x).value === 0 ? p(x) : multiply(exact(x), p(x))), ray(0));
}
for (const text of ['0.1', '1', '3']) {
  const s = exact(N(text));
  const shift = add(log(s), multiply(HALF, LOG_TAU));
  const p: LogDensity = (x) => {
    const l = log(exact(x));
    return negate(sum([multiply(HALF, square(divide(l, s))), shift, l]));
  };
  const where = ray(0, Math.exp(N(text) ** 2 / 2) * Math.sqrt(Math.expm1(N(text) ** 2)), Math.exp(N(text) ** 2 / 2));
  put(`lognormal mass ${text}`, density(p), where);
  put(`lognormal mean ${text}`, (x) => exp(add(p(x, 0, 0), log(exact(x)))), where);
}
put('stretched', (x) => exp(negate(sqrt(exact(x)))), ray(0));
put('half lorentzian', plain((x) => 1 / (1 + x * x)), ray(0)); // prettier-ignore
put('inverse gamma', (x) => exp(negate(add(divide(ONE, exact(x)), multiply(exact(2), log(exact(x)))))), ray(0));
put('exponential integral', (x) => divide(exp(exact(-x)), exact(x)), ray(1));
put('ray from 1e6', (_, below) => exp(exact(-below)), ray(1e6));
put('ray to -5', (_, __, above) => exp(exact(-above)), { lower: -Infinity, upper: -5, centre: -6, scale: 1 });
for (const text of ['1', '1e-3', '1e6']) {
  const rate = exact(N(text));
  const p = (x: number): Bounded => multiply(rate, exp(negate(multiply(rate, exact(x)))));
  put(`exponential mass ${text}`, p, ray(0, 1 / N(text)));
  put(`exponential mean ${text}`, (x) => multiply(exact(x), p(x)), ray(0, 1 / N(text)));
}

// mixtures of normal laws: weights | means | deviations
const A = '1 3|-2 1|0.5 1';
const B = '1 1|-3 3|1 1';
const C = '1 1 2|-100 0 50|1 0.5 3';
const D = '1 1e-9|0 20|1 1';
const E = '1 1|0 0.5|1 1e-3';
const parts = (text: string): number[][] => text.split('|').map(pair);
const logMixture = (text: string): LogDensity => {
  const [weights = [], mus = [], sigmas = []] = parts(text);
  const total = sum(weights.map(exact));
  const terms = mus.map((m, i) => [log(divide(exact(weights[i]!), total)), normal(m, sigmas[i]!)] as const);
  return (...at) => {
    const logs = terms.map(([w, p]) => add(w, p(...at)));
    const top = exact(Math.max(...logs.map((l) => l.value)));
    return add(top, log(sum(logs.map((l) => exp(subtract(l, top))))));
  };
};
const mixtureDomain = (text: string): Domain => {
  const [weights = [], mus = [], sigmas = []] = parts(text);
  const total = weights.reduce((a, b) => a + b, 0);
  const centre = mus.reduce((a, m, i) => a + (m * weights[i]!) / total, 0);
  const spread = mus.reduce((a, m, i) => a + ((sigmas[i]! ** 2 + (m - centre) ** 2) * weights[i]!) / total, 0);
  return line(centre, Math.sqrt(spread), mus);
};
for (const law of [A, B, C, D, E]) {
  const p = logMixture(law);
  put(`mixture mass of ${law}`, density(p), mixtureDomain(law));
  put(`mixture entropy of ${law}`, under(p, (...at) => negate(p(...at))), mixtureDomain(law)); // prettier-ignore
}
for (const [p, q] of [
  [A, B],
  [B, A],
  [A, D],
  [D, A],
  [B, C],
  [E, A],
  [C, B],
] as const) {
  // prettier-ignore
  const [first, second] = [mixtureDomain(p), mixtureDomain(q)];
  const breaks = [...first.breaks!, ...second.breaks!];
  put(`mixture divergence of ${p} from ${q}`, divergence(logMixture(p), logMixture(q)), { ...first, breaks });
}

export const integrals: readonly Integral[] = list;
