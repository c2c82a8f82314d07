/** Integrals of densities: normal, Student's t, gamma and beta laws, and mixtures of normal laws. */
import { deviance } from '../../../lib/distribution/deviance.ts';
import {
  type Bounded,
  abs,
  add,
  divide,
  exact,
  exp,
  log,
  multiply,
  negate,
  power,
  square,
  subtract,
  sum,
} from '../../../lib/number/bounded.ts';
import type { Domain } from '../../../lib/number/quadrature.ts';
import {
  call,
  collection,
  constant,
  density,
  divergence,
  HALF,
  line,
  LOG_TAU,
  log1p,
  type LogDensity,
  N,
  ONE,
  pair,
  ray,
  under,
} from './kit.ts';

const { list, put } = collection();

// normal laws
const normal = (mu: number, sigma: number): LogDensity => {
  const shift = add(log(exact(sigma)), multiply(HALF, LOG_TAU));
  return (x) => {
    const z = divide(subtract(exact(x), exact(mu)), exact(sigma));
    return negate(add(multiply(HALF, square(z)), shift));
  };
};
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

export const ofLaws = list;
