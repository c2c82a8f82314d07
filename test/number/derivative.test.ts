import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bounded,
  add,
  bounded,
  compare,
  divide,
  exact,
  exp,
  integerPower,
  log,
  log1p,
  multiply,
  sqrt,
  square,
  subtract,
} from '../../lib/number/bounded.ts';
import { derivative } from '../../lib/number/derivative.ts';
import { digamma, erf, logGamma, trigamma } from '../../lib/number/special.ts';
import { bell, cos, one, sin, times, type Real } from './functions.ts';
import { expectHeld } from './truth.ts';

const EPS = Number.EPSILON;
/** Functions with their derivatives, smooth at scale 1 at all x asked for, and where they live. */
const known: readonly [string, Real, Real, readonly [number, number]][] = [
  ['exp', exp, exp, [-20, 20]],
  ['sin', sin, cos, [-10, 10]],
  ['x^7', (x) => integerPower(x, 7), (x) => times(7, integerPower(x, 6)), [-3, 3]],
  [
    '1/(1 + x^2)',
    (x) => divide(one, add(one, square(x))),
    (x) => divide(times(-2, x), square(add(one, square(x)))),
    [-8, 8],
  ],
  ['log(1 + x^2)', (x) => log1p(square(x)), (x) => divide(times(2, x), add(one, square(x))), [-8, 8]],
  ['e^(-x^2)', bell, (x) => multiply(times(-2, x), bell(x)), [-5, 5]],
  ['erf', erf, (x) => multiply(divide(exact(2), sqrt(bounded(Math.PI, 2 * EPS))), bell(x)), [-5, 5]],
  ['log Gamma', logGamma, digamma, [1, 40]],
  ['digamma', digamma, trigamma, [1, 40]],
  ['log', log, (x) => divide(one, x), [1, 100]],
  ['sqrt', sqrt, (x) => divide(exact(0.5), sqrt(x)), [1, 100]],
];

describe.each(known)('%s', (_, f, slope, [lower, upper]) => {
  const place = fc
    .oneof(fc.integer({ min: 1, max: 2 ** 30 }), fc.constantFrom(0, 2 ** 29))
    .map((i) => lower + (upper - lower) * i * 2 ** -30);

  it('holds its derivative, in about 17 evaluations and to a part in 2^36', () => {
    const counts: number[] = [];
    fc.assert(
      fc.property(place, (x) => {
        const sides = [f(exact(x - 0.4)), f(exact(x + 0.4))];
        const size = Math.max(...sides.map((v) => Math.abs(v.value)));
        const loss = Math.max(...sides.map((v) => v.error));
        let count = 0;
        const got = derivative((t) => (count++, f(exact(t))), x, 1);
        counts.push(count);
        const want = slope(exact(x));
        expect(compare(got, want)).toBe('overlap');
        // The bound of f over a step of 1/20 or so, and what extrapolation makes of it.
        expect(got.error).toBeLessThanOrEqual(2 ** -36 * (Math.abs(want.value) + size) + 256 * loss);
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(counts.sort((a, b) => a - b)[150]).toBeLessThan(25);
    expect(Math.max(...counts)).toBeLessThan(82);
  });

  it('is honest when the scale is 100 times too large or too small', () => {
    fc.assert(
      fc.property(place, fc.double({ min: -2, max: 2, noNaN: true }), (x, e) => {
        const got = derivative((t) => f(exact(t)), x, 10 ** e);
        expect(compare(got, slope(exact(x)))).toBe('overlap');
        expect(got.error).toBeLessThan(Infinity);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

describe('one side', () => {
  const inside = (f: Real, lower: number, upper: number) => (x: number) => {
    expect(x).toBeGreaterThanOrEqual(lower);
    expect(x).toBeLessThanOrEqual(upper);
    return f(exact(x));
  };
  it.each([0, 1e-12, 1e-3, 0.2, 0.37])('e^x at a distance of %d from an end', (gap) => {
    const above = derivative(inside(exp, 0, 5), gap, 1, [0, 5]);
    expect(compare(above, exp(exact(gap)))).toBe('overlap');
    expect(above.error).toBeLessThan(1e-10);
    const below = derivative(inside(exp, -5, 0), -gap, 1, [-5, 0]);
    expect(compare(below, exp(exact(-gap)))).toBe('overlap');
    expect(below.error).toBeLessThan(1e-10);
  });
  it.each([
    [0.027243383631588347, 3.7070933289742047],
    [0.17995711566168215, 2.808720961391824],
    [0.002863873733546927, 0.1221542694374579],
  ])('never below %d from %d, though x minus their distance is', (end, x) => {
    expect(x - (x - end)).toBeLessThan(end);
    const got = derivative(inside(exp, end, Infinity), x, 3 * x, [end, Infinity]);
    expect(compare(got, exp(exact(x)))).toBe('overlap');
  });
  it('a narrow interval', () => {
    const got = derivative(inside(exp, -1e-3, 1e-3), 0, 1, [-1e-3, 1e-3]);
    expect(compare(got, one)).toBe('overlap');
    expect(got.error).toBeLessThan(1e-9);
  });
  it('steps over places where f has no value, though the ends are not said', () => {
    const got = derivative((x) => log(exact(x)), 1, 100);
    expect(compare(got, one)).toBe('overlap');
    expect(got.error).toBeLessThan(1e-13);
  });
});

describe('what is not smooth', () => {
  const plain = (f: (x: number) => number) => (x: number) => bounded(f(x), 4 * EPS * Math.abs(f(x)));
  it('a kink has every slope between its sides', () => {
    const got = derivative(plain(Math.abs), 0, 1);
    expect(Math.abs(got.value)).toBeLessThan(1e-12);
    expect(got.error).toBeGreaterThan(1 - 1e-12);
    const ramp = derivative((x) => plain((t) => Math.max(t, 0))(x), 0, 1);
    expect(ramp.value - ramp.error).toBeLessThanOrEqual(0);
    expect(ramp.value + ramp.error).toBeGreaterThanOrEqual(1);
  });
  it('a kink beside x is passed', () => {
    for (const kink of [0.3, 0.01, 1e-4, 1e-8]) {
      const got = derivative(
        plain((x) => Math.abs(x - kink)),
        0,
        1,
      );
      expect(Math.abs(got.value + 1)).toBeLessThanOrEqual(got.error);
      expect(got.error).toBeLessThan(1e-3);
    }
  });
  it.each<[string, (x: number) => number, readonly [number, number]]>([
    ['root at its end', Math.sqrt, [0, Infinity]],
    ['cube root', Math.cbrt, [-Infinity, Infinity]],
    ['step', (x) => (x < 0 ? 0 : 1), [-Infinity, Infinity]],
    ['root of |x|', (x) => Math.sqrt(Math.abs(x)), [-Infinity, Infinity]],
  ])('%s: no bound', (_, f, ends) => {
    const got = derivative(plain(f), 0, 1, ends);
    expect(got.error === Infinity || got.error > 0.5).toBe(true);
  });
  it('slow convergence widens: x^1.5 at 0 from above', () => {
    const got = derivative((x) => bounded(x ** 1.5, 4 * EPS * x ** 1.5), 0, 1, [0, 1]);
    expect(Math.abs(got.value)).toBeLessThanOrEqual(got.error);
    expect(got.error).toBeLessThan(1e-5);
  });
  it('repetitions within the scale do not look constant', () => {
    // 4 and 8 whole periods in the first step, to 7 digits
    const wave = (x: number) => bounded(Math.sin(x) + 0.2 * Math.cos(3 * x), 8 * EPS * (1 + Math.abs(x)));
    for (const scale of [1, 6.283185307179586, 25, 65.79779775068998, 131.5955955, 1000])
      for (const x of [-1.9, 0.1, 1.634]) {
        const got = derivative(wave, x, scale);
        expect(Math.abs(got.value - (Math.cos(x) - 0.6 * Math.sin(3 * x)))).toBeLessThanOrEqual(got.error);
      }
  });
});

describe('bounds', () => {
  it('the bounds of f are carried', () => {
    const noisy = (x: number) => bounded(Math.cos(x) + 1e-9 * Math.sin(1e13 * x), 1.1e-9);
    const got = derivative(noisy, 1, 1);
    expect(Math.abs(got.value + Math.sin(1))).toBeLessThanOrEqual(got.error);
    expect(got.error).toBeGreaterThan(1e-9);
    expect(got.error).toBeLessThan(1e-6);
  });
  it('a place far from 0 costs the rounding of the places, no more', () => {
    for (let i = 0; i < 400; i++) {
      const x = 1e8 + i / 67;
      const f = (t: number) => sin(subtract(exact(t), exact(1e8)));
      const cube = (t: number) => integerPower(subtract(exact(t), exact(1e8)), 3);
      const at = subtract(exact(x), exact(1e8));
      const got = [derivative(f, x, 1), derivative(cube, x, 1)];
      expect(compare(got[0]!, cos(at))).toBe('overlap');
      expect(compare(got[1]!, times(3, square(at)))).toBe('overlap');
      expect(got[0]!.error).toBeLessThan(1e-9);
    }
  });
  it('constants and lines', () => {
    expect(derivative(() => exact(3), 1, 1)).toEqual({ value: 0, error: 0 });
    expectHeld(
      derivative((x) => exact(3 * x), 0, 1),
      3,
      0,
    );
  });
  it('no value, no derivative; no settling, no bound', () => {
    expect(derivative(() => exact(NaN), 0, 1)).toEqual({ value: NaN, error: Infinity });
    expect(derivative(() => exact(Infinity), 0, 1)).toEqual({ value: NaN, error: Infinity });
    expect(derivative((x) => (x === 0 ? one : exact(NaN)), 0, 1).error).toBe(Infinity);
    expect(derivative(() => bounded(1, Infinity), 0, 1).error).toBe(Infinity);
  });
  it.each<[string, () => Bounded]>([
    ['derivative: scale must be in (0, inf), got 0', () => derivative(() => one, 0, 0)],
    ['derivative: scale must be in (0, inf), got NaN', () => derivative(() => one, 0, NaN)],
    ['derivative: x must be finite and in [0, 1], got 2', () => derivative(() => one, 2, 1, [0, 1])],
    ['derivative: x must be finite and in [-Infinity, Infinity], got NaN', () => derivative(() => one, NaN, 1)],
  ])('%s', (text, call) => expect(call).toThrow(new RangeError(text)));
});
