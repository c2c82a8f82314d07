import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounded, exact } from '../../lib/number/bounded.ts';
import { type Sample, gammaSums, moments, normalLogLikelihood } from '../../lib/number/kernels.ts';
import { stream } from '../../lib/number/stream.ts';
import { type Rational, encloses, fromDecimal, fromNumber, minus, over, plus, rational, times } from './rational.ts';
import { logarithm, root, toNumber } from './real.ts';

const U = 2 ** -53;
/** log(2 pi)/2, mpmath with 50 digits. */
const HALF_LOG_2PI = fromDecimal('0.91893853320467274178032973640561763986139747363778');

/** A double as an integer times 2^-1074: sums then need no common denominator. */
const units = (x: number): bigint => (fromNumber(x).n << 1074n) / fromNumber(x).d;
const UNIT = 1n << 1074n;
const mean = (list: readonly bigint[], unit: bigint): Rational =>
  rational(
    list.reduce((s, x) => s + x, 0n),
    unit * BigInt(list.length),
  );

function truth(sample: readonly number[]): { mean: Rational; variance: Rational; square: (mu: number) => Rational } {
  const list = sample.map(units);
  const m = mean(list, UNIT);
  const square = (mu: number): Rational =>
    rational(
      list.reduce((s, x) => s + (x - units(mu)) ** 2n, 0n),
      UNIT * UNIT,
    );
  const second = mean(
    list.map((x) => x * x),
    UNIT * UNIT,
  );
  return { mean: m, variance: minus(second, times(m, m)), square };
}

/** Standard normal values by Box and Muller. */
function normals(n: number, seed: number, mu = 0, sigma = 1): number[] {
  const { uniform } = stream(seed);
  const one = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: n }, () => mu + sigma * one());
}

/** Every length around the four and the blocks, both kinds of arrays, and centres far off. */
const samples: readonly (readonly [string, number[]])[] = [
  ...[1, 2, 3, 4, 5, 7, 8, 9, 1023, 1024, 1025, 1029, 2051].map((n) => [`${n} normals`, normals(n, n)] as const),
  ['far from 0', normals(1000, 1, 1e9, 1)],
  ['farther from 0', normals(1000, 2, 1e15, 1)],
  ['narrow', normals(1000, 3, 1, 1e-14)],
  ['wide', normals(1000, 4, 0, 1e100)],
  ['small', normals(1000, 5, 0, 1e-100)],
  ['of all sizes', normals(1001, 6).map((x, i) => x * 2 ** ((i % 101) - 50))],
  ['that cancels', [1e16, 1, -1e16, 3, 1e16, -1e16, 2 ** -30]],
  ['constant', new Array<number>(1003).fill(0.1)],
];
/** All calls give the same for both kinds of arrays. */
function both<T>(f: (sample: Sample) => T, sample: readonly number[]): T {
  const got = f(sample);
  expect(f(Float64Array.from(sample))).toEqual(got);
  return got;
}

const anySample = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 });

describe('moments', () => {
  it.each(samples)('%s: the true mean to its last place, the true variance to a few', (_, sample) => {
    const got = both(moments, sample);
    const t = truth(sample);
    expect(encloses(got.mean, t.mean)).toBe(true);
    expect(encloses(got.variance, t.variance)).toBe(true);
    const size = Math.abs(got.mean.value);
    const second = 4 * (U * sample.length) ** 2 * (toNumber(root(t.variance)) + size);
    expect(got.mean.error).toBeLessThanOrEqual(1.01 * U * size + second);
    // The square of what the mean has no digits for is taken off.
    expect(got.variance.error).toBeLessThanOrEqual(
      12 * U * (got.variance.value + (U * size) ** 2) + 4 * second * (U * size + second) + 1e-300,
    );
  });
  it('encloses the truth of any sample, or says nothing', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const got = moments(sample);
        const t = truth(sample);
        return encloses(got.mean, t.mean) && encloses(got.variance, t.variance);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
  it('says nothing of nothing, of infinite observations and of an overflow', () => {
    const any = { value: 0, error: Infinity };
    for (const sample of [[], [1, Infinity], [NaN, 1, 2, 3, 4], [1.7e308, 1.7e308]])
      expect(moments(sample)).toEqual({ mean: any, variance: any });
    expect(moments([1e200, -1e200, 3e200]).mean.error).toBe(Infinity);
    expect(moments([1e200, -1e200, 3e200]).variance.error).toBe(Infinity);
  });
});

describe('normalLogLikelihood', () => {
  const exactly = (sample: readonly number[], mu: number, sigma: number): Rational => {
    const s = fromNumber(sigma);
    const constant = times(plus(logarithm(s), HALF_LOG_2PI), rational(BigInt(sample.length)));
    return minus(over(truth(sample).square(mu), times(rational(-2n), times(s, s))), constant);
  };
  it.each(samples)('%s: within a few U of its two parts', (_, sample) => {
    const { mean: m, variance } = moments(sample);
    for (const [mu, sigma] of [
      [m.value, Math.sqrt(variance.value) || 1],
      [m.value + 1, 3],
      [0.5, 0.3],
    ] as const) {
      const got = both((x) => normalLogLikelihood(x, mu, sigma), sample);
      expect(encloses(got, exactly(sample, mu, sigma))).toBe(true);
      const constant = sample.length * (Math.abs(Math.log(sigma)) + 1);
      const quadratic = toNumber(truth(sample).square(mu)) / sigma / sigma / 2;
      expect(got.error).toBeLessThanOrEqual(14 * U * (quadratic + constant));
    }
  });
  it.each([1e-300, 1e-150, 1e150, 1e300])('standardises before the squares where sigma is %s', (sigma) => {
    const sample = normals(101, 7).map((x) => x * sigma);
    const got = both((x) => normalLogLikelihood(x, sigma, sigma), sample);
    expect(encloses(got, exactly(sample, sigma, sigma))).toBe(true);
    expect(got.error).toBeLessThanOrEqual(14 * U * 101 * (Math.abs(Math.log(sigma)) + 4));
  });
  it('encloses the truth of any sample, or says nothing', () => {
    fc.assert(
      fc.property(anySample, fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (sample, sigma) => {
        const mu = sample[0]!;
        return encloses(normalLogLikelihood(sample, mu, sigma), exactly(sample, mu, sigma));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
  it.each<[string, number[], Bounded]>([
    ['empty', [], exact(0)],
    ['with an infinite observation', [1, -Infinity, 2, 3, 4], exact(-Infinity)],
    ['without a value', [1, 2, NaN], { value: NaN, error: Infinity }],
  ])('a sample that is %s', (_, sample, want) => {
    expect(normalLogLikelihood(sample, 0, 1)).toEqual(want);
  });
  it('says nothing of an overflow', () => {
    expect(normalLogLikelihood([1e200], 0, 1).error).toBe(Infinity);
  });
});

describe('gammaSums', () => {
  const exactly = (sample: readonly number[]): { sum: Rational; logs: Rational } => ({
    sum: rational(
      sample.map(units).reduce((s, x) => s + x, 0n),
      UNIT,
    ),
    logs: rational(
      sample.map((x) => logarithm(fromNumber(x)).n).reduce((s, x) => s + x, 0n),
      logarithm(rational(1n)).d,
    ),
  });
  const check = (sample: readonly number[]): void => {
    const got = both(gammaSums, sample);
    const want = exactly(sample);
    expect(encloses(got.sum, want.sum)).toBe(true);
    expect(encloses(got.sumOfLogs, want.logs)).toBe(true);
    expect(got.sum.error).toBeLessThanOrEqual(3.1 * U * got.sum.value + sample.length * Number.MIN_VALUE);
    const sizes = sample.reduce((s, x) => s + Math.abs(Math.log(x)), 0);
    expect(got.sumOfLogs.error).toBeLessThanOrEqual(U * (2 * sample.length + 8 * sizes + 4096));
  };
  const powers = (f: (x: number) => number): (readonly [string, number[]])[] =>
    samples.map(([name, sample]) => [name, sample.map((x) => Math.min(Math.max(f(x), 5e-324), 1e300))] as const);
  it.each(powers((x) => Math.abs(x)))('%s, without signs', (_, sample) => check(sample));
  it.each(powers((x) => Math.exp(300 * x)))('%s, as e^(300 x)', (_, sample) => check(sample));
  it.each(powers((x) => Math.exp(-Math.abs(x) * 80)))('%s, as e^(-80 |x|)', (_, sample) => check(sample));
  it('takes the ends of the doubles', () => {
    check([5e-324, 1.7e308, 1.7e-308, 1e-320, 2 ** 120, 2 ** -120, 2 ** 500, 2 ** -500, 1, 1, 1, 1]);
    check(new Array<number>(5000).fill(2 ** 119));
    check(new Array<number>(5000).fill(2 ** -119));
  });
  it('a zero has the logarithm -Infinity, other numbers outside have no value', () => {
    const sum = { value: 10, error: expect.closeTo(0, 13) };
    expect(gammaSums([0, 1, 2, 3, 4])).toEqual({ sum, sumOfLogs: exact(-Infinity) });
    expect(gammaSums([])).toEqual({ sum: exact(0), sumOfLogs: exact(0) });
    for (const bad of [-1, -0.5, NaN, Infinity, -Infinity]) {
      expect(gammaSums([1, bad, 2, -2, 3, 4]).sumOfLogs.value).toBeNaN();
      expect(gammaSums([1, 2, 3, 4, 5, bad, bad, 8, 9]).sum.value).toBeNaN();
    }
  });
});
