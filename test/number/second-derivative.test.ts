import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  bounded,
  compare,
  divide,
  exact,
  exp,
  integerPower,
  log,
  multiply,
  negate,
  square,
} from '../../lib/number/bounded.ts';
import { secondDerivative } from '../../lib/number/second-derivative.ts';
import { logGamma, trigamma } from '../../lib/number/special.ts';
import { bell, one, sin, times, type Real } from './functions.ts';

const EPS = Number.EPSILON;
/** Functions with their second derivatives, smooth at scale 1 at all x asked for, and where they live. */
const known: readonly [string, Real, Real, readonly [number, number]][] = [
  ['exp', exp, exp, [-20, 20]],
  ['sin', sin, (x) => negate(sin(x)), [-10, 10]],
  ['x^7', (x) => integerPower(x, 7), (x) => times(42, integerPower(x, 5)), [-3, 3]],
  ['e^(-x^2)', bell, (x) => multiply(add(times(4, square(x)), exact(-2)), bell(x)), [-5, 5]],
  ['log Gamma', logGamma, trigamma, [1, 40]],
  ['log', log, (x) => negate(divide(one, square(x))), [1, 100]],
  ['1/x', (x) => divide(one, x), (x) => divide(exact(2), integerPower(x, 3)), [1, 50]],
];

describe.each(known)('%s', (_, f, curve, [lower, upper]) => {
  const place = fc.integer({ min: 1, max: 2 ** 30 }).map((i) => lower + (upper - lower) * i * 2 ** -30);

  it('holds its second derivative, in about 20 evaluations and to a part in 2^28', () => {
    const counts: number[] = [];
    fc.assert(
      fc.property(place, (x) => {
        const sides = [f(exact(x - 0.4)), f(exact(x + 0.4))];
        const size = Math.max(...sides.map((v) => Math.abs(v.value)));
        const loss = Math.max(...sides.map((v) => v.error));
        let count = 0;
        const got = secondDerivative((t) => (count++, f(exact(t))), x, 1);
        counts.push(count);
        const want = curve(exact(x));
        expect(compare(got, want)).toBe('overlap');
        // twice the bound of f over the square of a step of 1/20 or so, and what extrapolation makes of it
        expect(got.error).toBeLessThanOrEqual(2 ** -28 * (Math.abs(want.value) + size) + 2 ** 16 * loss);
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(counts.sort((a, b) => a - b)[150]).toBeLessThan(25);
    expect(Math.max(...counts)).toBeLessThan(82);
  });

  it('is honest when the scale is 30 times too large or too small', () => {
    fc.assert(
      fc.property(place, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (x, e) => {
        expect(
          compare(
            secondDerivative((t) => f(exact(t)), x, 10 ** e),
            curve(exact(x)),
          ),
        ).not.toMatch(/less|greater/);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

describe('one side', () => {
  it.each([0, 1e-12, 1e-3, 0.2, 0.37])('e^x at a distance of %d from an end', (gap) => {
    const inside = (lower: number, upper: number) => (x: number) => {
      expect(x).toBeGreaterThanOrEqual(lower);
      expect(x).toBeLessThanOrEqual(upper);
      return exp(exact(x));
    };
    for (const [x, lower, upper] of [
      [gap, 0, 5],
      [-gap, -5, 0],
    ] as const) {
      const got = secondDerivative(inside(lower, upper), x, 1, [lower, upper]);
      expect(compare(got, exp(exact(x)))).toBe('overlap');
      expect(got.error).toBeLessThan(1e-7);
    }
  });
  it('steps over places where f has no value, though the ends are not said', () => {
    const got = secondDerivative((x) => log(exact(x)), 1, 100);
    expect(compare(got, exact(-1))).toBe('overlap');
    expect(got.error).toBeLessThan(1e-9);
  });
});

describe('what is not smooth', () => {
  const plain = (f: (x: number) => number) => (x: number) => bounded(f(x), 4 * EPS * Math.abs(f(x)));
  it('a jump of the second derivative has every value between its sides', () => {
    const got = secondDerivative(
      plain((x) => x * Math.abs(x)),
      0,
      1,
    );
    expect(got.value - got.error).toBeLessThanOrEqual(-2);
    expect(got.value + got.error).toBeGreaterThanOrEqual(2);
  });
  it.each<[string, (x: number) => number]>([
    ['kink', Math.abs],
    ['step', (x) => (x < 0 ? 0 : 1)],
    ['cube root', Math.cbrt],
  ])('%s: no bound', (_, f) => expect(secondDerivative(plain(f), 0, 1).error).toBe(Infinity));
});

describe('bounds', () => {
  it('the bounds of f are carried', () => {
    const noisy = (x: number) => bounded(Math.cos(x) + 1e-12 * Math.sin(1e13 * x), 1.1e-12);
    const got = secondDerivative(noisy, 1, 1);
    expect(Math.abs(got.value + Math.cos(1))).toBeLessThanOrEqual(got.error);
    expect(got.error).toBeGreaterThan(1e-12);
    expect(got.error).toBeLessThan(1e-6);
  });
  it('constants and lines', () => {
    expect(secondDerivative(() => exact(3), 1, 1)).toEqual({ value: 0, error: 0 });
    expect(secondDerivative((x) => exact(4 * x), 0.5, 1).value).toBe(0);
  });
  it('no value, no derivative; its own name in what it refuses', () => {
    expect(secondDerivative(() => exact(NaN), 0, 1)).toEqual({ value: NaN, error: Infinity });
    expect(() => secondDerivative(() => one, 0, 0)).toThrow(
      new RangeError('secondDerivative: scale must be in (0, inf), got 0'),
    );
    expect(() => secondDerivative(() => one, 2, 1, [0, 1])).toThrow(
      new RangeError('secondDerivative: x must be finite and in [0, 1], got 2'),
    );
  });
});
