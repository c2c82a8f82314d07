import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as real from '../../lib/number/bounded.ts';
import { type Bounded, bounded, compare, exact } from '../../lib/number/bounded.ts';
import { derivative } from '../../lib/number/derivative.ts';
import {
  type Dual,
  add,
  chain,
  constant,
  divide,
  exp,
  gradient,
  log,
  multiply,
  negate,
  power,
  sqrt,
  subtract,
  variable,
  variables,
} from '../../lib/number/dual.ts';
import { digamma, logGamma } from '../../lib/number/special.ts';
import { encloses, fromNumber, minus, over, plus, rational, times } from './rational.ts';

const c = (value: number, count: number): Dual => constant(exact(value), count);
const overlap = (a: Bounded, b: Bounded) => compare(a, b) === 'overlap';

describe('against exact fractions', () => {
  const number = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ min: -4, max: 4, noNaN: true }));
  const error = fc.constantFrom(0, 0, 2 ** -50, 2 ** -20);
  it('x^3 y - 2 x / (y^2 + 1) - 7, over intervals', () => {
    const f = ([x, y]: readonly Dual[]): Dual => {
      const ratio = divide(multiply(c(2, 2), x!), add(multiply(y!, y!), c(1, 2)));
      return subtract(subtract(multiply(power(x!, c(3, 2)), y!), ratio), c(7, 2));
    };
    fc.assert(
      fc.property(number, number, error, fc.integer({ min: -4, max: 4 }), (a, b, e, place) => {
        const [dx, dy] = gradient(f, [bounded(a, e), bounded(b, e)]) as [Bounded, Bounded];
        const shift = times(fromNumber(e), rational(BigInt(place), 4n));
        const [x, y] = [plus(fromNumber(a), shift), minus(fromNumber(b), shift)];
        const base = plus(times(y, y), rational(1n));
        const trueX = minus(times(rational(3n), times(times(x, x), y)), over(rational(2n), base));
        const trueY = plus(times(times(x, x), x), over(times(rational(4n), times(x, y)), times(base, base)));
        return encloses(dx, trueX) && encloses(dy, trueY);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
  it('exact where the arithmetic is', () => {
    const f = ([x, y]: readonly Dual[]): Dual => negate(multiply(multiply(x!, x!), subtract(y!, c(0.5, 2))));
    expect(gradient(f, [exact(3), exact(2.5)])).toEqual([exact(-12), exact(-9)]);
  });
});

/** Functions of two positive variables with closed gradients. */
const closed: readonly [string, (x: readonly Dual[]) => Dual, (x: Bounded, y: Bounded) => [Bounded, Bounded]][] = [
  [
    'log(x + y)',
    ([x, y]) => log(add(x!, y!)),
    (x, y) => [real.divide(exact(1), real.add(x, y)), real.divide(exact(1), real.add(x, y))],
  ],
  [
    'e^(x y)',
    ([x, y]) => exp(multiply(x!, y!)),
    (x, y) => {
      const e = real.exp(real.multiply(x, y));
      return [real.multiply(y, e), real.multiply(x, e)];
    },
  ],
  [
    'sqrt(x / y)',
    ([x, y]) => sqrt(divide(x!, y!)),
    (x, y) => {
      const half = real.divide(exact(0.5), real.sqrt(real.multiply(x, y)));
      return [half, real.negate(real.divide(real.multiply(half, x), y))];
    },
  ],
  [
    'x^y',
    ([x, y]) => power(x!, y!),
    (x, y) => [
      real.multiply(y, real.power(x, real.subtract(y, exact(1)))),
      real.multiply(real.power(x, y), real.log(x)),
    ],
  ],
  [
    'log Gamma(x) y, by chain',
    ([x, y]) => multiply(chain(x!, logGamma(x!.value), digamma(x!.value)), y!),
    (x, y) => [real.multiply(digamma(x), y), logGamma(x)],
  ],
];

describe.each(closed)('%s', (_, f, slopes) => {
  const place = fc.double({ min: 0.25, max: 4, noNaN: true });
  it('meets its closed gradient, in about the same bound, and the extrapolated one', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const point = [exact(a), exact(b)];
        const got = gradient(f, point);
        const want = slopes(exact(a), exact(b));
        const value = (x: number, y: number) => f(variables([exact(x), exact(y)])).value;
        const size = value(a, b);
        [
          derivative((t) => value(t, b), a, a, [0, Infinity]),
          derivative((t) => value(a, t), b, b, [0, Infinity]),
        ].forEach((ridders, i) => {
          expect(overlap(got[i]!, want[i]!)).toBe(true);
          expect(overlap(got[i]!, ridders)).toBe(true);
          expect(got[i]!.error).toBeLessThanOrEqual(
            4 * want[i]!.error + 8 * (Math.abs(want[i]!.value) + Math.abs(size.value)) * 2 ** -50,
          );
        });
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('edges', () => {
  const none = { value: NaN, error: Infinity };
  const slopeOf = (f: (x: Dual) => Dual, x: number) => gradient(([v]) => f(v!), [exact(x)])[0];
  it.each<[string, Bounded | undefined, Bounded]>([
    ['sqrt at 0', slopeOf(sqrt, 0), none],
    ['sqrt(x^2) at 0', slopeOf((x) => sqrt(multiply(x, x)), 0), none],
    ['log at 0', slopeOf(log, 0), none],
    ['log at -1 has no value, so no slope', slopeOf(log, -1), none],
    ['1/x at 0', slopeOf((x) => divide(c(1, 1), x), 0), none],
    ['x^0 at 0', slopeOf((x) => power(x, c(0, 1)), 0), exact(0)],
    ['x^1 at 0', slopeOf((x) => power(x, c(1, 1)), 0), exact(1)],
    ['x^2 at 0', slopeOf((x) => power(x, c(2, 1)), 0), exact(0)],
    ['x^-2 at -1', slopeOf((x) => power(x, c(-2, 1)), -1), exact(2)],
    ['x^0.5 at -1', slopeOf((x) => power(x, c(0.5, 1)), -1), none],
    ['2^x at 0', slopeOf((x) => power(c(2, 1), x), 0), real.multiply(exact(1), real.log(exact(2)))],
    ['x - x', slopeOf((x) => subtract(x, x), 3), exact(0)],
  ])('%s', (_, got, want) => {
    expect(got).toEqual(want);
  });
  it('a variable that a number does not hold has slope 0, whatever the others do', () => {
    const [dx, dy] = gradient(([x, y]) => add(sqrt(x!), y!), [exact(0), exact(2)]);
    expect(dx).toEqual(none);
    expect(dy).toEqual(exact(1));
    expect(power(c(2, 3), c(5, 3))).toEqual(c(32, 3));
  });
  it('slopes over an interval that reaches a singularity say nothing', () => {
    expect(gradient(([x]) => log(x!), [bounded(1, 1)])[0]!.error).toBe(Infinity);
    expect(gradient(([x]) => sqrt(x!), [bounded(0.5, 0.5)])[0]!.error).toBe(Infinity);
  });
  it('constant, variable, variables', () => {
    expect(constant(exact(2), 2)).toEqual({ value: exact(2), slope: [exact(0), exact(0)] });
    expect(variable(exact(2), 1, 2)).toEqual({ value: exact(2), slope: [exact(0), exact(1)] });
    expect(variables([exact(5), exact(6)])).toEqual([variable(exact(5), 0, 2), variable(exact(6), 1, 2)]);
    expect(gradient(() => constant(exact(1), 0), [])).toEqual([]);
  });
});
