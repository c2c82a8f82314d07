import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bounded,
  abs,
  add,
  bounded,
  compare,
  divide,
  exact,
  exp,
  integerPower,
  log,
  maximum,
  minimum,
  multiply,
  negate,
  power,
  product,
  rounded,
  sqrt,
  square,
  subtract,
  sum,
  xlogy,
} from '../../lib/number/bounded.ts';
import { type Rational, atMost, encloses, fromNumber, minus, over, plus, rational, size, times } from './rational.ts';

/** A bounded number and a true value inside its bound: on the ends, in the middle, or in between. */
interface Known {
  readonly b: Bounded;
  readonly truth: Rational;
}

const finite = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.constantFrom(5e-324, -5e-324, 2 ** -1022, Number.MAX_VALUE, -Number.MAX_VALUE, 1e-200, 1e200),
);
const known: fc.Arbitrary<Known> = fc
  .tuple(finite, fc.integer({ min: -8, max: 8 }), fc.constantFrom(0, 0, 5e-324, 2 ** -60, 2 ** -20, 0.5))
  .map(([value, place, relative]) => {
    const error = relative < 2 ** -1000 ? relative : Math.abs(value) * relative;
    const b = { value, error };
    return { b, truth: plus(fromNumber(value), times(fromNumber(error), rational(BigInt(place), 8n))) };
  });

const check = (arbitraries: fc.Arbitrary<Known>[], f: (...x: Known[]) => boolean) =>
  fc.assert(
    fc.property(fc.tuple(...arbitraries), (x) => f(...(x as Known[]))),
    { numRuns: 20_000, seed: 1 },
  );

describe('bounded operations enclose the exact result', () => {
  it('add, subtract', () => {
    check([known, known], (x, y) => encloses(add(x.b, y.b), plus(x.truth, y.truth)));
    check([known, known], (x, y) => encloses(subtract(x.b, y.b), minus(x.truth, y.truth)));
  });
  it('multiply, square', () => {
    check([known, known], (x, y) => encloses(multiply(x.b, y.b), times(x.truth, y.truth)));
    check([known], (x) => encloses(square(x.b), times(x.truth, x.truth)));
  });
  it('divide', () => {
    check([known, known], (x, y) => {
      const q = divide(x.b, y.b);
      if (y.truth.n === 0n) return Number.isNaN(q.value) || q.error === Infinity;
      return encloses(q, over(x.truth, y.truth));
    });
  });
  it('negate, abs', () => {
    check([known], (x) => encloses(negate(x.b), minus(rational(0n), x.truth)));
    check([known], (x) => encloses(abs(x.b), size(x.truth)));
  });
  it('sqrt: the root of the truth lies between the ends squared', () => {
    check([known], (x) => {
      const r = sqrt(x.b);
      if (x.truth.n < 0n) return Number.isNaN(r.value) || x.b.value + x.b.error >= 0;
      if (r.error === Infinity) return true;
      const high = plus(fromNumber(r.value), fromNumber(r.error));
      const low = minus(fromNumber(r.value), fromNumber(r.error));
      return atMost(x.truth, times(high, high)) && (low.n < 0n || atMost(times(low, low), x.truth));
    });
  });
  it('integerPower', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: -5, max: 9 }), ({ b, truth }, n) => {
        const p = integerPower(b, n);
        if (truth.n === 0n && n < 0) return Number.isNaN(p.value) || p.error === Infinity;
        let t = rational(1n);
        for (let i = 0; i < Math.abs(n); i++) t = times(t, truth);
        return encloses(p, n < 0 ? over(rational(1n), t) : t);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });
  it('sum, product, maximum, minimum', () => {
    fc.assert(
      fc.property(fc.array(known, { maxLength: 12 }), (list) => {
        const members = list.map((x) => x.b);
        const total = list.reduce((s, x) => plus(s, x.truth), rational(0n));
        const all = list.reduce((s, x) => times(s, x.truth), rational(1n));
        if (!encloses(sum(members), total) || !encloses(product(members), all)) return false;
        if (list.length === 0) return true;
        const top = list.reduce((s, x) => (atMost(s, x.truth) ? x.truth : s), list[0]!.truth);
        const bottom = list.reduce((s, x) => (atMost(x.truth, s) ? x.truth : s), list[0]!.truth);
        return encloses(maximum(members), top) && encloses(minimum(members), bottom);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });
  it('compare never states a false order', () => {
    check([known, known], (x, y) => {
      const order = compare(x.b, y.b);
      if (order === 'less') return !atMost(y.truth, x.truth);
      if (order === 'greater') return !atMost(x.truth, y.truth);
      return true;
    });
  });
  it('rounded covers the decimal', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), (a, b) =>
        encloses(rounded(a / b), rational(BigInt(a), BigInt(b))),
      ),
      { numRuns: 5_000, seed: 1 },
    );
  });
});

describe('exp, log and power', () => {
  const meet = (a: Bounded, b: Bounded) => compare(a, b) === 'overlap';
  it('are inverse to each other within their bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), fc.constantFrom(0, 1e-12, 0.3, 5), (x, error) => {
        const b = bounded(x, error);
        return meet(log(exp(b)), b) && (error > 0.5 || meet(exp(log(exp(b))), exp(b)));
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });
  it('exp of an interval holds exp of its ends, log likewise', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -800, max: 700, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (x, e) => {
          const b = bounded(x, e);
          const ends = [x - e, x + e].map((t) => exp(bounded(t, Math.abs(t) * 2 ** -53)));
          const y = Math.abs(x) + 1e-3;
          const l = log(bounded(y, y * (e / 4)));
          return (
            ends.every((t) => compare(exp(b), t) === 'overlap') &&
            compare(l, log(rounded(y * (1 - e / 4)))) === 'overlap' &&
            compare(l, log(rounded(y * (1 + e / 4)))) === 'overlap'
          );
        },
      ),
      { numRuns: 5_000, seed: 1 },
    );
  });
  it('power agrees with the root and with repeated products', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
        const half = power(bounded(x, x * 1e-9), exact(0.5));
        return (
          meet(half, sqrt(exact(x))) && meet(power(exact(x), exact(2.5)), multiply(square(exact(x)), sqrt(exact(x))))
        );
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });
});

describe('edges', () => {
  const none = { value: NaN, error: Infinity };
  const infinite = exact(Infinity);
  it.each<[string, Bounded, Bounded]>([
    ['0 inf', multiply(exact(0), infinite), none],
    ['inf - inf', subtract(infinite, infinite), none],
    ['inf + 1', add(infinite, bounded(1, 0.5)), infinite],
    ['1/0', divide(exact(1), exact(0)), none],
    ['0/0', divide(exact(0), exact(0)), none],
    ['1/inf', divide(exact(1), infinite), exact(0)],
    ['inf/inf', divide(infinite, infinite), none],
    ['log 0', log(exact(0)), exact(-Infinity)],
    ['log -1', log(exact(-1)), { ...none, outside: { of: 'log', at: -1 } }],
    ['2 - log -1', subtract(exact(2), log(exact(-1))), { ...none, outside: { of: 'log', at: -1 } }],
    ['0 log -1', multiply(exact(0), log(exact(-1))), none],
    ['sum with log -1', sum([exact(1), log(exact(-1))]), { ...none, outside: { of: 'log', at: -1 } }],
    ['log inf', log(infinite), infinite],
    ['exp -inf', exp(exact(-Infinity)), exact(0)],
    ['exp 0', exp(exact(0)), exact(1)],
    ['sqrt -1', sqrt(exact(-1)), { ...none, outside: { of: 'sqrt', at: -1 } }],
    ['sqrt 9', sqrt(exact(9)), exact(3)],
    ['0 log 0', xlogy(exact(0), exact(0)), exact(0)],
    ['1 log 0', xlogy(exact(1), exact(0)), exact(-Infinity)],
    ['0^0', power(exact(0), exact(0)), exact(1)],
    ['0^-1', power(exact(0), exact(-1)), none],
    ['(-2)^3', power(exact(-2), exact(3)), exact(-8)],
    ['(-2)^0.5', power(exact(-2), exact(0.5)), { ...none, outside: { of: 'power', at: -2 } }],
    ['(-8)^(1/3)', power(exact(-8), divide(exact(1), exact(3))), none],
    ['empty sum', sum([]), exact(0)],
    ['empty product', product([]), exact(1)],
    ['sum with inf', sum([exact(1), infinite]), infinite],
    ['sum inf - inf', sum([infinite, exact(-Infinity)]), none],
    ['exact sum', sum([exact(1e16), exact(1), exact(-1e16)]), exact(1)],
    ['exact product', multiply(exact(0.5), exact(0.25)), exact(0.125)],
    ['exact quotient', divide(exact(1), exact(4)), exact(0.25)],
  ])('%s', (_, got, want) => {
    expect(got).toEqual(want);
  });
  it('says nothing where an interval reaches a singularity or a value overflows', () => {
    expect(log(bounded(1, 1)).error).toBe(Infinity);
    expect(divide(exact(1), bounded(0.5, 0.5)).error).toBe(Infinity);
    expect(multiply(exact(1e300), exact(1e300))).toEqual({ value: Number.MAX_VALUE, error: Infinity });
    expect(exp(exact(1e4)).error).toBe(Infinity);
  });
  it('an underflow is not a zero', () => {
    const p = product(Array.from({ length: 400 }, () => exact(0.1)));
    expect(p.value).toBe(0);
    expect(p.error).toBeGreaterThan(0);
    expect(exp(exact(-1e4)).error).toBeGreaterThan(0);
    expect(compare(p, exact(0))).toBe('overlap');
  });
  it('compare', () => {
    expect(compare(exact(1), exact(2))).toBe('less');
    expect(compare(bounded(1, 0.5), bounded(2, 0.5))).toBe('overlap');
    expect(compare(infinite, exact(2))).toBe('greater');
    expect(compare(infinite, infinite)).toBe('unknown');
    expect(compare(exact(NaN), exact(2))).toBe('unknown');
    expect(compare(bounded(1, Infinity), exact(2))).toBe('overlap');
  });
  it('integerPower refuses other exponents', () => {
    expect(() => integerPower(exact(2), 0.5)).toThrow(new RangeError('exponent must be an integer, got 0.5'));
  });
});
