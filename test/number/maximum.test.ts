/** Maxima on an interval: the true one lies in the bounds, and what cannot be told is not said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bounded,
  add,
  bounded,
  exact,
  exp,
  multiply,
  negate,
  rounded,
  square,
  subtract,
} from '../../lib/number/bounded.ts';
import { maximumOf, type Stretch } from '../../lib/number/maximum.ts';
import { expectHeld } from './truth.ts';

type Real = (x: number) => Bounded;
const EPS = Number.EPSILON;
const plain =
  (f: (x: number) => number): Real =>
  (x) =>
    bounded(f(x), 4 * EPS * Math.abs(f(x)));
const between = (lower: number, upper: number, closed: Stretch['closed'] = [true, true]): Stretch => ({ lower, upper, closed }); // prettier-ignore
const line = between(-Infinity, Infinity, [false, false]);
const ray = between(0, Infinity, [false, false]);

describe('one place', () => {
  test.each<[string, Real, Stretch, number, number]>([
    ['a parabola', (x) => negate(square(subtract(exact(x), exact(0.3)))), line, 0.3, 0],
    ['far from 0', (x) => negate(square(subtract(exact(x), exact(12345.678)))), line, 12345.678, 0],
    ['a bell far above its tails', (x) => exp(negate(square(subtract(exact(x), exact(5))))), line, 5, 1],
    ['a kink', plain((x) => -Math.abs(x - 0.7)), line, 0.7, 0],
    ['on a ray', (x) => multiply(exact(x), exp(exact(-x))), ray, 1, 1 / Math.E],
    ['an end', plain((x) => x), between(0, 2), 2, 2],
    ['the other end', plain((x) => 5 - x), between(0, 2), 0, 5],
    ['a thin stretch', plain((x) => x * (2e-9 - x)), between(0, 2e-9), 1e-9, 1e-18],
    ['overflow far out', plain((x) => -Math.exp(x) * Math.exp(-3 * x) - Math.exp(x)), line, -Math.LN2 / -3, -(2 ** (-2 / 3)) - 2 ** (1 / 3)],
    ['no value below 0', plain((x) => Math.log(x) - x), line, 1, -1],
  ])('%s', (_, f, stretch, place, value) => {
    const found = maximumOf(f, stretch);
    expect(found.attained).toBe(true);
    expectHeld(found.value, value, 4);
    expectHeld(found.place, place, 4);
    // values tell half of the digits of a smooth peak
    expect(found.place.error).toBeLessThanOrEqual(2 ** -20 * Math.max(Math.abs(place), stretch.upper - stretch.lower < 1 ? 0 : 1));
  }); // prettier-ignore

  test('by its slope to the last digits', () => {
    const found = maximumOf(
      (x) => negate(square(subtract(exact(x), exact(0.3)))),
      line,
      (x) => multiply(exact(-2), subtract(exact(x), exact(0.3))),
    );
    expectHeld(found.place, 0.3, 0);
    expect(found.place.error).toBeLessThanOrEqual(4 * EPS);
  });

  test('any parabola, with any rounding of its values', () => {
    const size = fc.double({ min: 2 ** -6, max: 2 ** 6, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), size, fc.constantFrom(0, 1e-12, 1e-6), fc.integer(), (c, a, noise, salt) => {
        // a ripple of the size of the bound, as rounding leaves it
        const ripple = (x: number): number => noise * Math.sin(x * 1e9 + salt);
        const f: Real = (x) => {
          const { value, error } = add(exact(7), negate(multiply(exact(a), square(subtract(exact(x), exact(c))))));
          return bounded(value + ripple(x), error + noise);
        };
        const found = maximumOf(f, line);
        expectHeld(found.value, 7);
        expectHeld(found.place, c);
      }),
      { seed: 1, numRuns: 300 },
    );
  }); // prettier-ignore
});

describe('no place, or none that can be told', () => {
  const place = (f: Real, stretch: Stretch): number => maximumOf(f, stretch).place.value;

  test('two that tie', () => {
    const found = maximumOf(plain((x) => -((x * x - 1) ** 2)), line); // prettier-ignore
    for (const place of [-1, 1]) expectHeld(found.place, place);
    expectHeld(found.value, 0);
  });
  test('nearly a tie is none', () =>
    expectHeld({ ...maximumOf(plain((x) => x / 1000 - (x * x - 1) ** 2), line).place, error: 2 ** -10 }, 1)); // prettier-ignore
  test('a constant', () => {
    const found = maximumOf(() => exact(3), between(0, 1));
    expect([found.value, found.place.value]).toEqual([exact(3), NaN]);
  });
  test('it rises without end, or to a level that it never has', () => {
    expect(maximumOf(plain((x) => x * x), line)).toMatchObject({ attained: false }); // prettier-ignore
    expect(maximumOf(plain((x) => 3 * x), line)).toEqual({ value: exact(Infinity), place: exact(Infinity), attained: false }); // prettier-ignore
    expect(maximumOf(plain((x) => -3 * x), line).place).toEqual(exact(-Infinity)); // prettier-ignore
    expect(maximumOf(plain((x) => -1 / x), ray).value.value).toBeNaN(); // prettier-ignore
  });
  test('an open end bounds it and does not count', () =>
    expect(maximumOf(plain((x) => x), between(0, 1, [false, false]))).toMatchObject({ attained: false, value: { value: 1 } })); // prettier-ignore
  test('a place without a value in the middle', () =>
    expect(place((x) => (Math.abs(x) < 0.2 ? exact(NaN) : rounded(-x * x)), between(-1, 1))).toBeNaN());
  test('nowhere a value', () => expect(place(() => exact(NaN), line)).toBeNaN());
  test('a pole', () => expect(maximumOf((x) => (x === 0 ? exact(Infinity) : rounded(1 / (x * x))), between(-1, 1)).value).toEqual(exact(Infinity))); // prettier-ignore
});

test('of many peaks the highest, though the net steps over some', () => {
  const waves = plain((x) => Math.sin(20 * x) - x * x);
  const found = maximumOf(waves, line);
  const truth = Math.max(...Array.from({ length: 2 ** 16 }, (_, k) => waves(k / 2 ** 13 - 4).value));
  expect(found.value.value + found.value.error).toBeGreaterThanOrEqual(truth);
  expect(Math.abs(found.value.value - truth)).toBeLessThan(2 ** -16);
});
