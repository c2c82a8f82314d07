/** Log gamma and its derivatives in double-double against 50 digits of mpmath. */
import { describe, expect, it } from 'vitest';
import { digamma, logBeta, logChoose, logGamma, stirlingRemainder, trigamma } from '../../lib/number/gamma.ts';
import { type Wide, less, ln, narrow, plus, times, wide } from '../../lib/number/wide.ts';
import {
  type Rational,
  atMost,
  encloses,
  fromDecimal,
  fromNumber,
  minus,
  over,
  plus as sum,
  rational,
  size,
  times as product,
} from './rational.ts';
import reference from '../reference/gamma.json' with { type: 'json' };

const value = (a: Wide): Rational => sum(fromNumber(a.hi), fromNumber(a.lo));
/** The reference has 50 digits: what it may itself be off. */
const rounding = (truth: Rational): Rational => over(size(truth), rational(10n ** 48n));

function honest(got: Wide, truth: Rational): boolean {
  if (got.error === Infinity) return true;
  return atMost(size(minus(truth, value(got))), sum(fromNumber(got.error), rounding(truth)));
}

const cases = [
  ['lgamma', logGamma],
  ['digamma', digamma],
  ['trigamma', trigamma],
] as const;

describe.each(cases)('%s', (name, f) => {
  it('is within its bound everywhere, and the double next to the truth', () => {
    let told = 0;
    for (const row of reference.rows) {
      const text = row[name];
      const truth = fromDecimal(text);
      const got = f(wide(row.x));
      expect({ x: row.x, honest: honest(got, truth) }).toEqual({ x: row.x, honest: true });
      if (got.error === Infinity || Math.abs(Number(text)) < 1e-290) continue;
      told++;
      const rounded = narrow(got);
      expect(encloses(rounded, truth)).toBe(true);
      // one half of an ulp, and what double-double leaves: 2^-90 of the terms, which near a root are of order one
      const allowed = sum(
        product(size(truth), fromNumber(2 ** -53)),
        fromNumber(2 ** -84 * Math.max(1, Math.abs(got.hi))),
      );
      const near = atMost(size(minus(truth, fromNumber(rounded.value))), allowed);
      expect({ x: row.x, near }).toEqual({ x: row.x, near: true });
    }
    expect(told).toBeGreaterThan(100);
  });
});

/** Two computations of one number: their intervals meet, and say much. */
function same(a: Wide, b: Wide, scale = 1): void {
  const d = less(a, b);
  expect(Math.abs(d.hi)).toBeLessThanOrEqual(d.error);
  expect(d.error).toBeLessThan(2 ** -80 * Math.max(scale, Math.abs(a.hi)));
}

describe('identities', () => {
  it.each([0.001, 0.3, 1, 2.5, 23.75, 24.25, 1e3, 1e6])('recurrences at %s', (v) => {
    const [x, next] = [wide(v), plus(wide(v), wide(1))];
    same(logGamma(next), plus(logGamma(x), ln(x)), 10 + v * 10);
    same(times(x, digamma(next)), plus(times(x, digamma(x)), wide(1)), 10 + v * 10);
    same(times(times(x, x), trigamma(next)), less(times(times(x, x), trigamma(x)), wide(1)), v * v + 1);
  });
  it('the remainder of Stirling falls like 1/(12 x)', () => {
    for (const v of [1e4, 1e6, 1e8, 1e12]) {
      const scaled = times(wide(12 * v), stirlingRemainder(wide(v)));
      expect(Math.abs(scaled.hi - 1)).toBeLessThan(1 / (30 * v * v) + 2 ** -50);
    }
    expect(narrow(stirlingRemainder(wide(1))).value).toBe(0.08106146679532726);
  });
  it('binomial coefficients and the beta function in whole numbers', () => {
    same(logChoose(10, 3), ln(wide(120)));
    same(logChoose(50, 25), ln(wide(126410606437752)));
    same(logChoose(7, 0), wide(0));
    same(logBeta(wide(3), wide(4)), less(wide(0), ln(wide(60))));
  });
});
