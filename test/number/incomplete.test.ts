import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bounded, U, add, bounded, compare, divide, exact, multiply, sqrt, subtract } from '../../lib/number/bounded.ts'; // prettier-ignore
import { twoSum } from '../../lib/number/double.ts';
import { logBeta, logGamma } from '../../lib/number/gamma.ts';
import { incompleteBeta, incompleteGamma } from '../../lib/number/incomplete.ts';
import { gap, ladder, logSeries, stieltjes } from '../../lib/number/series.ts';
import { type Shares, decay, expWide, sharesOf } from '../../lib/number/share.ts';
import { erf } from '../../lib/number/special.ts';
import { type Wide, ln, ln1p, minus, narrow, over, plus, ratio, times, wide } from '../../lib/number/wide.ts';
import { type Rational, atMost, fromDecimal, fromNumber, minus as difference, over as quotient, rational, size, times as product } from './rational.ts'; // prettier-ignore
import { logarithm, toNumber } from './real.ts';

type Table = Readonly<Record<'gamma' | 'beta', readonly (readonly [...number[], string, string])[]>>;
const table = JSON.parse(readFileSync(new URL('incomplete.reference.json', import.meta.url), 'utf8')) as Table;

/** 1 - x without rounding. */
const rest = (x: number): Wide => ({ ...twoSum(1, -x), error: 0 });
/** P(a, x), Q(a, x) and I_x(a, b), I_y(b, a) at doubles. */
const gamma = (a: number, x: number): Shares => incompleteGamma(a)(wide(x), wide(1));
const beta = (a: number, b: number, x: number): Shares => incompleteBeta(a, b)(wide(x), rest(x));

/** Whether a value is within its bound of the truth, given to 40 digits; and distance and bound in U of the truth. */
function judge(got: Bounded, text: string): { ok: boolean; off: number; bound: number } {
  const t = fromDecimal(text);
  const off = size(difference(t, fromNumber(got.value)));
  const slack = quotient(size(t), rational(10n ** 39n));
  const ok = got.error < Infinity && atMost(difference(off, slack), fromNumber(got.error));
  const v = Number(text) * U;
  return { ok, off: toNumber(off) / v, bound: got.error / v };
}

/** What is checked of a row: a smallest shape that is below 1e-12 costs digits of the shares beside it. */
function check(row: readonly [...number[], string, string], shares: Shares): number {
  const places = row.slice(0, -2) as number[];
  const least = Math.min(...places.slice(0, -1));
  return Math.max(
    ...([0, 1] as const).map((k) => {
      const text = row.at(k - 2) as string;
      const { ok, off, bound } = judge(shares[k], text);
      expect({ places, k, got: shares[k], text, ok }).toEqual({ places, k, got: shares[k], text, ok: true });
      // below, a bound is that of an underflow
      if (Number(text) < 1e-290) return 0;
      expect(bound, `${places} ${k}`).toBeLessThan(500 + 2 ** -30 / least);
      return least < 1e-12 ? 0 : off;
    }),
  );
}

describe('against 40 digits', () => {
  it('incomplete gamma function', () => {
    const worst = table.gamma.map((row) => check(row, gamma(row[0] as number, row[1] as number)));
    expect(worst.length).toBeGreaterThan(180);
    expect(Math.max(...worst)).toBeLessThan(40);
  });
  it('incomplete beta function', () => {
    const worst = table.beta.map((row) => check(row, beta(row[0] as number, row[1] as number, row[2] as number)));
    expect(worst.length).toBeGreaterThan(180);
    expect(Math.max(...worst)).toBeLessThan(100);
  });
});

const overlap = (a: Bounded, b: Bounded, tight: number, what: string): void => {
  expect(`${what}: ${compare(a, b)}`).toBe(`${what}: overlap`);
  expect(a.error + b.error, what).toBeLessThanOrEqual(tight * Math.max(Math.abs(a.value), Math.abs(b.value)) + 1e-300);
};
const places = [0.003, 0.3, 0.9, 1, 1.1, 2, 7.5, 30, 64, 100, 4095, 4097, 1e5];
const ends = [1e-3, 0.2, 0.7, 0.95, 0.999, 1, 1.001, 1.05, 1.3, 3, 20];

describe('identities', () => {
  it('P(a, x) - P(a + 1, x) = x^a e^-x / Gamma(a + 1)', () => {
    for (const a of places)
      for (const x of ends.map((r) => r * a)) {
        const step = plus(times(wide(a), ln(wide(x))), minus(wide(x)), minus(logGamma(plus(wide(a), wide(1)))));
        const [p, q] = gamma(a, x);
        const [p1, q1] = gamma(a + 1, x);
        const what = `a = ${a}, x = ${x}`;
        if (a + 1 - 1 !== a) continue;
        overlap(p, add(p1, expWide(step)), 2 ** -40, what);
        overlap(q1, add(q, expWide(step)), 2 ** -40, what);
      }
  });
  it('I_x(a, b) - I_x(a + 1, b) = x^a y^b / (a B(a, b)), and both ends are alike', () => {
    for (const a of places)
      for (const b of places)
        for (const x of ends.map((r) => (r * a) / (a + b))) {
          if (!(x < 1) || a + 1 - 1 !== a) continue;
          const what = `a = ${a}, b = ${b}, x = ${x}`;
          const [A, B] = [wide(a), wide(b)];
          const logs = plus(times(A, ln(wide(x))), times(B, ln1p(wide(-x))), minus(ln(A)), minus(logBeta(A, B)));
          const [p, q] = beta(a, b, x);
          overlap(p, add(beta(a + 1, b, x)[0], expWide(logs)), 2 ** -40, what);
          const [p2, q2] = incompleteBeta(b, a)(rest(x), wide(x));
          overlap(p, q2, 2 ** -40, what);
          overlap(q, p2, 2 ** -40, what);
        }
  });
  it('P(1/2, x^2) = erf x, Q(1, x) = e^-x, I_x(a, 1) = x^a, I_x(1, b) = 1 - (1 - x)^b', () => {
    for (const x of [1e-9, 0.01, 0.5, 1, 1.5, 3, 20]) {
      overlap(incompleteGamma(0.5)(times(wide(x), wide(x)), wide(1))[0], erf(exact(x)), 128 * U, `${x}`);
      overlap(gamma(1, x)[1], expWide(wide(-x)), 64 * U, `${x}`);
      for (const a of [1e-5, 0.3, 5.5, 1e4]) {
        const y = x / 21;
        overlap(beta(a, 1, y)[0], expWide(times(wide(a), ln(wide(y)))), 64 * U, `${a} ${y}`);
        overlap(beta(1, a, y)[1], expWide(times(wide(a), ln1p(wide(-y)))), 64 * U, `${a} ${y}`);
      }
    }
  });
  it('shares lie in [0, 1], add up to 1 and rise, also where the method changes', () => {
    for (const a of places) {
      let last = 0;
      for (const x of ends.map((r) => r * a)) {
        const [p, q] = gamma(a, x);
        expect(Math.min(p.value, q.value)).toBeGreaterThanOrEqual(0);
        expect(Math.max(p.value, q.value)).toBeLessThanOrEqual(1);
        overlap(add(p, q), exact(1), 600 * U, `${a} ${x}`);
        expect(p.value + p.error).toBeGreaterThanOrEqual(last);
        last = p.value - p.error;
      }
    }
  });
});

describe('where little is known', () => {
  it('shapes above 2^200: nothing in the middle, all or nothing at twice and at half', () => {
    const half = { value: 0.5, error: 0.5 };
    expect(gamma(1e70, 1e70)).toEqual([half, half]);
    expect(beta(1e70, 1, 0.5)).toEqual([half, half]);
    expect(beta(1, 1e70, 0.5)).toEqual([half, half]);
    const none = { value: 0, error: Number.MIN_VALUE };
    expect(gamma(1e70, 4e69)[0]).toEqual(none);
    expect(gamma(1e70, 3e70)[1]).toEqual(none);
    expect(gamma(1, 1e300)[1]).toEqual(none);
    expect(gamma(1e15, 1e15)[0].error).toBeLessThan(100 * U);
  });
  it('tiny places by the logarithms of their factors', () => {
    // P(1/2, x) = 2 sqrt(x/pi) to the first order
    const [p] = incompleteGamma(0.5)(wide(1e-300), wide(1e-20));
    overlap(p, multiply(exact(2e-160), sqrt(divide(exact(1), bounded(Math.PI, 2 * U)))), 64 * U, 'tiny');
  });
  it('a share that is not known to 1/2 is cut to [0, 1]', () => {
    expect(sharesOf(bounded(3, Infinity))[0]).toEqual(bounded(0.5, 0.5));
    expect(sharesOf(bounded(1 + 2 * U, 4 * U))[0]).toEqual(bounded(1, 4 * U));
  });
});

const near = (v: number, t: Rational, relative: number): boolean =>
  atMost(size(difference(t, fromNumber(v))), product(size(t), fromNumber(relative)));
/** |true - (hi + lo)| <= error. */
const holds = (w: Wide, t: Rational): boolean =>
  atMost(size(difference(difference(t, fromNumber(w.hi)), fromNumber(w.lo))), fromNumber(w.error));

describe('sums and fractions of positive terms', () => {
  it('w - log(1 + w) within 16 U', () => {
    const ws = [1e-12, 1e-5, 0.01, 0.1, 0.3, 0.45, 0.4999, 0.5, 0.51, 0.7, 0.9, 0.99];
    for (const w of [...ws, ...ws.map((x) => -x), 1, 3, 1e5]) {
      const { n, d } = fromNumber(w);
      const t = difference(rational(n, d), logarithm(rational(n + d, d)));
      expect({ w, near: near(gap(w), t, 16 * U) }).toEqual({ w, near: true });
    }
  });
  it('a geometric series, to its end or cut with a last factor', () => {
    for (const r of [0.125, 0.5, 0.984375]) {
      overlap(ladder(() => r, Infinity, () => exact(NaN)), divide(exact(1), exact(1 - r)), 2000 * U, `${r}`); // prettier-ignore
      const some = divide(subtract(exact(1), exact(r ** 5)), exact(1 - r));
      overlap(ladder(() => r, 5, () => exact(0.5)), add(some, exact(r ** 5 / 2)), 100 * U, `${r}`); // prettier-ignore
    }
  });
  it('log(1 + z)/z as a fraction of Stieltjes (DLMF 4.9.1), and one that converges too slowly for its digits', () => {
    for (const z of [0.25, 1, 8, 1000]) {
      const f = stieltjes((k) => (((k + 1) >> 1) / (2 * (2 * (k >> 1) + 1))) * z);
      overlap(multiply(f, exact(z)), narrow(ln1p(wide(z))), 200 * U, `${z}`);
    }
    // c = z: f = 2/(1 + sqrt(1 + 4 z))
    const slow = stieltjes(() => 2 ** 30);
    const closed = divide(exact(2), add(exact(1), sqrt(exact(1 + 2 ** 32))));
    expect(compare(slow, closed)).toBe('overlap');
    expect(slow.error / slow.value).toBeGreaterThan(0.1);
  });
  it('log of the series of e^x is x, in double-double', () => {
    for (const x of [2 ** -30, 0.25, 0.875]) {
      const w = logSeries((k) => ratio(x, k), 0);
      expect(holds(w, fromNumber(x))).toBe(true);
      expect(w.error).toBeLessThan(2 ** -90);
    }
  });
  it('decay keeps its digits for the smallest rate and ends without overflow', () => {
    overlap(decay(wide(2 ** -1000), 2 ** 1000)[0], expWide(wide(-1)), 32 * U, 'rescaled');
    expect(decay(wide(1e300), 1e300)[0]).toEqual({ value: 0, error: Number.MIN_VALUE });
    overlap(decay(over(wide(1), wide(3)), 3e-200)[1], exact(1e-200), 16 * U, 'small');
  });
});
