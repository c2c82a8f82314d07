import { describe, expect, it } from 'vitest';
import { type Bounded, exact } from '../../lib/number/bounded.ts';
import { type Domain, integrate } from '../../lib/number/quadrature.ts';

const EPS = Number.EPSILON;
/** A function of a double with an error of a few roundings. */
const plain =
  (f: (x: number) => number) =>
  (x: number): Bounded => ({ value: f(x), error: 8 * EPS * Math.abs(f(x)) });
const line = (centre = 0, scale = 1): Domain => ({ lower: -Infinity, upper: Infinity, centre, scale });
const from = (lower: number, upper: number, breaks: number[] = []): Domain => ({
  lower,
  upper,
  centre: Number.isFinite(upper) ? (lower + upper) / 2 : lower + 1,
  scale: Number.isFinite(upper) ? upper - lower : 1,
  breaks,
});
const root = Math.sqrt(Math.PI);

describe('integrate', () => {
  it.each<[string, (x: number) => number, Domain, number, number]>([
    ['gaussian', (x) => Math.exp(-x * x), line(), root, 1e-14],
    ['narrow peak far away', (x) => Math.exp(-((x - 1000) ** 2) * 1e6), line(1000, 1e-3), root * 1e-3, 1e-9],
    ['lorentzian', (x) => 1 / (1 + x * x), line(), Math.PI, 1e-14],
    ['shifted from its centre', (x) => Math.exp(-((x - 5) ** 2)), line(), root, 1e-14],
    ['exponential', (x) => Math.exp(-x), from(0, Infinity), 1, 1e-14],
    ['root singularity', (x) => 1 / Math.sqrt(x), from(0, 1), 2, 1e-14],
    ['logarithm', (x) => Math.log(x), from(0, 1), -1, 1e-14],
    ['polynomial', (x) => x ** 5 - x, from(-1, 2), 9, 1e-14],
    ['kink with its place', (x) => Math.abs(x - 0.3), from(0, 1, [0.3]), 0.29, 1e-14],
    ['oscillation', (x) => Math.cos(20 * x) * Math.exp(-x * x), line(), root * Math.exp(-100), 2e-14],
    ['zero', () => 0, from(0, 1), 0, 1e-300],
  ])('%s: honest and tight', (_, f, domain, truth, tight) => {
    const got = integrate(plain(f), domain);
    expect(Math.abs(got.value - truth)).toBeLessThanOrEqual(got.error + 4 * EPS * Math.abs(truth));
    expect(got.error).toBeLessThanOrEqual(tight * Math.max(1, Math.abs(truth)));
  });

  it.each<[string, (x: number) => number, Domain]>([
    ['1/x at 0', (x) => 1 / x, from(0, 1)],
    ['1/x at infinity', (x) => 1 / x, from(1, Infinity)],
    ['a constant on the line', () => 1, line()],
    ['growth', (x) => Math.exp(x), line()],
    ['no value', () => NaN, from(0, 1)],
    ['infinite', () => Infinity, from(0, 1)],
  ])('%s: no bound', (_, f, domain) => {
    expect(integrate(plain(f), domain).error).toBe(Infinity);
  });

  it.each<[string, (x: number) => number, Domain, number]>([
    ['jump', (x) => (x < 0.3 ? 1 : 0), from(0, 1), 0.3],
    ['kink', (x) => Math.abs(x - 1 / 3), from(0, 1), 5 / 18],
    ['jump under a gaussian', (x) => (x > 0.77 ? Math.exp(-x * x) : 0), line(), 0.24449],
  ])('%s not announced: a wide bound, not a wrong one', (_, f, domain, truth) => {
    const got = integrate(plain(f), domain);
    expect(Math.abs(got.value - truth)).toBeLessThanOrEqual(got.error + 1e-5);
    expect(got.error).toBeGreaterThan(1e-9);
  });

  it('carries the bounds of the values', () => {
    const got = integrate((x) => ({ value: Math.exp(-x), error: 1e-6 * Math.exp(-x) }), from(0, Infinity));
    expect(got.error).toBeGreaterThanOrEqual(1e-6);
    expect(got.error).toBeLessThan(1.1e-6);
  });

  it('an empty interval is 0, a reversed one has no value', () => {
    expect(integrate(exact, from(1, 1))).toEqual({ value: 0, error: 0 });
    expect(integrate(exact, from(1, 0)).value).toBeNaN();
  });

  it('needs about 200 evaluations for a smooth integrand', () => {
    let count = 0;
    integrate((x) => (count++, plain((t) => Math.exp(-t * t))(x)), line());
    expect(count).toBeLessThan(280);
  });
});
