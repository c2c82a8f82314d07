import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cdf, cumulative, quantile, survival } from '../../lib/distribution/cumulative.ts';
import type { Cumulative, Parameters } from '../../lib/distribution/contract.ts';
import type { DensityLaw, Law } from '../../lib/distribution/density.ts';
import { categorical } from '../../lib/distribution/categorical.ts';
import { defect, finiteFromWeights } from '../../lib/distribution/finite.ts';
import { gamma } from '../../lib/distribution/gamma.ts';
import { geometric } from '../../lib/distribution/geometric.ts';
import { mixture, normalMixture } from '../../lib/distribution/mixture.ts';
import { normal } from '../../lib/distribution/normal.ts';
import { poisson } from '../../lib/distribution/poisson.ts';
import { uniform } from '../../lib/distribution/uniform.ts';
import { type Bounded, U, add, bounded, compare, exact, multiply, subtract, sum } from '../../lib/number/bounded.ts';
import { integrate } from '../../lib/number/quadrature.ts';
import { laws, withMembers } from './registry.ts';
import { atMost, fromDecimal, fromNumber, minus, over, plus, rational, size } from '../number/rational.ts';
import { toNumber } from '../number/real.ts';

interface Reference {
  readonly law: string;
  readonly parameters: Record<string, number>;
  readonly points: readonly { x: number; cdf: string; survival: string }[];
  readonly quantiles: readonly { p: number; x: string }[];
}
const reference = JSON.parse(readFileSync(new URL('../reference/laws.json', import.meta.url), 'utf8')) as {
  laws: readonly Reference[];
};

/** Distance from the truth, known to 50 digits, and bound, both in U of the truth; the distance is within the bound. */
function judge(got: Bounded, text: string, what: string): { off: number; bound: number } {
  const none = { off: 0, bound: 0 };
  if (text.endsWith('Infinity') || Math.abs(Number(/e(.*)/.exec(text)?.[1] ?? 0)) > 330) {
    // beyond the range of doubles: an underflow has a bound, an overflow none
    const [value, ok] = [Number(text), got.value === Number(text) || got.error === Infinity];
    expect(value === 0 ? Math.abs(got.value) <= got.error : ok, `${what}: ${got.value} ± ${got.error}`).toBe(true);
    return none;
  }
  const t = fromDecimal(text);
  const off = size(minus(t, fromNumber(got.value)));
  const slack = over(size(t), rational(10n ** 49n));
  const inside = got.error < Infinity && atMost(off, plus(fromNumber(got.error), slack));
  expect(inside, `${what}: ${got.value} ± ${got.error}, true ${text}`).toBe(true);
  const v = Math.abs(Number(text));
  return v < 1e-290 ? none : { off: toNumber(off) / v / U, bound: got.error / v / U };
}

/** By law: the largest distance and bound of shares, in U of the share, that are accepted. An ulp is 1 to 2 U. */
const limits: Readonly<Record<string, readonly [off: number, bound: number]>> = {
  normal: [4, 16],
  lognormal: [4, 16],
  laplace: [4, 16],
  cauchy: [4, 16],
  exponential: [4, 16],
  uniform: [4, 16],
  gamma: [20, 200],
  beta: [40, 500],
  'student t': [8, 64],
  bernoulli: [1, 2],
  binomial: [40, 500],
  poisson: [20, 250],
  geometric: [4, 16],
  'discrete uniform': [1, 2],
};

/** Laws on integers: their quantiles are exact. */
const whole = new Set(['bernoulli', 'binomial', 'poisson', 'geometric', 'discrete uniform']);

describe.each(Object.entries(limits))('%s, against 50 digits', (name, [off, bound]) => {
  const entries = reference.laws.filter(({ law }) => law === name);
  const at = ({ lambda_, ...rest }: Record<string, number>): Cumulative =>
    cumulative({ name, parameters: lambda_ === undefined ? rest : { lambda: lambda_ } } as unknown as Law);

  it(`both shares are within bounds of at most ${bound} U, and within ${off} U`, () => {
    expect(entries.length).toBeGreaterThan(2);
    for (const { parameters, points } of entries) {
      const law = at(parameters);
      for (const point of points)
        for (const side of ['cdf', 'survival'] as const) {
          const what = `${side} at ${point.x} of ${JSON.stringify(parameters)}`;
          const got = judge(law[side](point.x), point[side], what);
          expect(got.off, what).toBeLessThanOrEqual(off);
          expect(got.bound, what).toBeLessThanOrEqual(bound);
        }
    }
  });

  it('quantiles are within their bounds, which are as narrow as the shares tell', () => {
    for (const { parameters, quantiles } of entries) {
      const law = at(parameters);
      for (const { p, x } of quantiles) {
        const got = law.quantile!(p);
        const what = `quantile ${p} of ${JSON.stringify(parameters)}`;
        judge(got, x, what);
        if (!(got.error < Infinity) || Math.abs(Number(x)) < 1e-290) continue;
        const wide = got.error + 2 * U * Math.abs(got.value);
        const [low, high] = [law.cdf(got.value - wide), law.cdf(got.value + wide)];
        expect(low.value - low.error, what).toBeLessThanOrEqual(p);
        expect(high.value + high.error, what).toBeGreaterThanOrEqual(p);
        if (whole.has(name)) expect(got.error, what).toBe(0);
        else {
          // many times the bound to the sides hardly changes a share, or is hardly another x
          const gain = Math.abs(Math.log(law.cdf(got.value + 64 * wide).value / law.cdf(got.value - 64 * wide).value));
          const other = law.survival(got.value - 64 * wide).value / law.survival(got.value + 64 * wide).value;
          expect(Math.max(gain, Math.log(other)) < 2 ** -30 || wide < 64 * U * Math.abs(got.value), what).toBe(true);
        }
      }
    }
  });
});

const shown = (law: Law) =>
  `${law.name} ${JSON.stringify(law.parameters ?? (law.kind === 'finite' ? law.outcomes : {}))}`;

/** A law of which only its list or its density is known. */
function bare(law: Law): Law {
  if (law.kind === 'finite') return withMembers(law, { name: 'bare' });
  const rest: Record<string, unknown> = { ...law, name: 'bare' };
  delete rest['components'];
  return rest as unknown as Law;
}

/** Places inside and outside, from far left to far right. */
function placesOf(law: Law): number[] {
  if (law.kind === 'density')
    return [-1e9, -30, -8, -3, -1, -0.2, 0, 0.01, 0.5, 1, 2, 5, 9, 40, 1e9].map((z) => law.centre + law.scale * z);
  const { outcomes } = law;
  const some = [...outcomes].filter((_, i) => i % Math.ceil(outcomes.length / 20) === 0).sort((a, b) => a - b);
  return [some[0]! - 1, ...some.flatMap((x) => [x, x + 0.5]), Math.max(...outcomes)];
}
const probabilities = [1e-300, 1e-20, 1e-5, 0.1, 0.3, 0.5, 0.7, 0.9, 1 - 2 ** -30, 1 - U];

function meet(a: Bounded, b: Bounded, what: string): void {
  expect({ what, a, b, order: compare(a, b) }).toEqual({ what, a, b, order: 'overlap' });
}

for (const { name, examples } of laws)
  describe(`contract of ${name}`, () => {
    it.each(examples.map((make) => [shown(make()), make()] as const))('%s', (_, law) => {
      const c = cumulative(law);
      expect(cumulative(law)).toBe(c);
      const mass = law.kind === 'finite' ? add(exact(1), defect(law)) : exact(1);
      const places = placesOf(law);
      let last = exact(0);
      const plain = bare(law);
      for (const x of places) {
        const what = `at ${x}`;
        const [below, above] = [c.cdf(x), c.survival(x)];
        // complementary, up to what a list of doubles misses of 1
        const whole = add(below, above);
        if (compare(whole, exact(1)) !== 'overlap') meet(whole, mass, what);
        expect(Math.min(below.value, above.value), what).toBeGreaterThanOrEqual(0);
        expect(below.error + above.error, what).toBeLessThan(2 ** -43);
        expect(compare(below, last), what).not.toBe('less');
        last = below;
        // by sums or quadrature alone
        meet(below, cdf(plain, x), what);
        meet(above, survival(plain, x), what);
        // except behind an underflow
        const seen = law.kind === 'finite' || !(law.logDensity(x).value < -690);
        if (seen) expect(cdf(plain, x).error, what).toBeLessThan(2 ** -30);
      }
      // what lies between two places
      for (const [i, a] of places.entries()) {
        const b = places[i + 1];
        if (b === undefined || !(b > a)) continue;
        const rise = subtract(c.cdf(b), c.cdf(a));
        const what = `from ${a} to ${b}`;
        if (law.kind === 'density') {
          const { centre, scale, breaks = [], support } = law;
          const [lower, upper] = [Math.max(a, support[0]), Math.min(b, support[1])];
          if (!(lower < upper)) continue;
          meet(
            rise,
            integrate((x) => law.density(x), { lower, upper, centre, scale, breaks }),
            what,
          );
        } else {
          const inside = law.probabilities.filter((_, k) => law.outcomes[k]! > a && law.outcomes[k]! <= b);
          const listed = sum([...inside, bounded(0, law.tail?.omitted ?? 0)]);
          meet(rise, add(listed, bounded(0, Math.abs(defect(law).value))), what);
        }
      }
      for (const p of probabilities) {
        const q = c.quantile!(p);
        const what = `quantile ${p} = ${q.value} ± ${q.error}`;
        const step = 2 * U * Math.abs(q.value) + Number.MIN_VALUE;
        const [low, high] = [c.cdf(q.value - q.error - step), c.cdf(q.value + q.error + step)];
        expect(low.value - low.error, what).toBeLessThanOrEqual(p);
        expect(high.value + high.error, what).toBeGreaterThanOrEqual(p);
        // (where the density does not underflow: there it takes long to find no bound)
        if (p > 1e-200) meet(q, quantile(plain, p), what);
        if (law.kind !== 'finite') continue;
        // an outcome, and the least one
        const exactly = law.tail ? Number.isInteger(q.value) : law.outcomes.includes(q.value);
        expect(exactly && q.error === 0, what).toBe(true);
        const [before, beyond] = [c.cdf(q.value - 0.5), c.survival(q.value - 0.5)];
        expect(p > 0.5 ? beyond.value + beyond.error > 1 - p : before.value - before.error < p, what).toBe(true);
      }
      // ends
      const possible = (p: Bounded): boolean => p.value > 0 || p.error > 0;
      const outcomes = law.kind === 'finite' ? law.outcomes.filter((_, i) => possible(law.probabilities[i]!)) : [];
      const countable = law.kind === 'finite' && !!law.tail;
      const [from, to] =
        law.kind === 'density'
          ? law.support
          : countable
            ? [law.name === 'poisson' ? 0 : 1, Infinity]
            : [Math.min(...outcomes), Math.max(...outcomes)];
      expect(c.quantile!(0)).toEqual(exact(from));
      expect(c.quantile!(1)).toEqual(exact(to));
      expect([c.cdf(-Infinity), c.survival(-Infinity)]).toEqual([exact(0), exact(1)]);
      expect([c.cdf(Infinity), c.survival(Infinity)]).toEqual([exact(1), exact(0)]);
      if (to < Infinity) expect([c.cdf(to), c.survival(to)]).toEqual([exact(1), exact(0)]);
      if (from > -Infinity) expect(c.cdf(from - 2 * U * Math.abs(from) - Number.MIN_VALUE)).toEqual(exact(0));
      expect([c.cdf(NaN).value, c.survival(NaN).value]).toEqual([NaN, NaN]);
      for (const p of [2, -0.1, NaN])
        expect(() => quantile(law, p)).toThrow(new RangeError(`quantile: p must be in [0, 1], got ${p}`));
    });
  });

describe('laws without an entry', () => {
  it('lists in any order, off the integers, with outcomes of probability 0', () => {
    const law = categorical([0.25, 0, 0.5, 0.25], [2.5, 3, -0.5, 7]);
    expect([-1, -0.5, 0, 2.5, 3, 6.9, 7].map((x) => cdf(law, x).value)).toEqual([0, 0.5, 0.5, 0.75, 0.75, 0.75, 1]);
    expect([-1, -0.5, 0, 2.5, 3, 6.9, 7].map((x) => survival(law, x).value)).toEqual([
      1, 0.5, 0.5, 0.25, 0.25, 0.25, 0,
    ]);
    expect([0, 0.5, 0.5 + U, 0.75, 0.8, 1].map((p) => quantile(law, p))).toEqual(
      [-0.5, -0.5, 2.5, 2.5, 7, 7].map(exact),
    );
  });
  it('a quantile that the bounds leave between outcomes spans them', () => {
    // 1/3 as a double is less than 1/3
    const law = finiteFromWeights([1, 1, 1], [0, 10, 30]);
    const third = 1 / 3;
    expect(quantile(law, third * (1 - 4 * U))).toEqual(exact(0));
    const open = quantile(law, third);
    expect(open.value - open.error).toBeLessThanOrEqual(0);
    expect(open.value + open.error).toBeGreaterThanOrEqual(0);
    expect(quantile(law, third * (1 + 4 * U))).toEqual(exact(10));
  });
  it('countable lists say so beyond their ends', () => {
    const law = bare(poisson(1000));
    const tail = survival(law, 2000);
    expect(tail.value).toBe(0);
    expect(tail.error).toBeGreaterThan(survival(poisson(1000), 2000).value);
    expect(quantile(law, 1e-40).error).toBe(Infinity);
    expect(quantile(law, 0.5)).toEqual(quantile(poisson(1000), 0.5));
  });
  it('mixtures of any components, in both tails and in a gap', () => {
    const law = mixture([1, 3], [normal(0, 1), gamma(2, 5)]);
    for (const x of [-35, -1, 0.5, 30]) {
      const parts = [normal(0, 1), gamma(2, 5)].map((part) => survival(part, x)) as [Bounded, Bounded];
      meet(survival(law, x), add(multiply(exact(0.25), parts[0]), multiply(exact(0.75), parts[1])), `${x}`);
      const below = cdf(law, x);
      expect(below.error / below.value).toBeLessThan(64 * U);
    }
    const apart = normalMixture([1, 1], [-10, 10], [1, 1]);
    const middle = quantile(apart, 0.5);
    expect(middle.error).toBeGreaterThan(1); // nobody can tell within a gap that is flat to 1e-16
    expect(middle.error).toBeLessThan(5);
  });
  it('a density that underflows bounds the share behind it', () => {
    const law: DensityLaw = { ...normal(0, 1), name: 'bare' };
    expect(cdf(law, -20).error / cdf(law, -20).value).toBeLessThan(2 ** -40);
    const far = survival(law, 40);
    expect(far.value).toBe(0);
    expect(far.error).toBeGreaterThan(0);
    expect(far.error).toBeLessThan(1e-80);
    const steps: DensityLaw = { ...uniform(0, 1), name: 'bare', support: [-1, 2] };
    expect(survival(steps, 1.5)).toEqual(exact(0));
  });
});

describe('at the limits of doubles', () => {
  const of = (name: string, parameters: Parameters) => cumulative({ name, parameters } as unknown as Law);
  const gone = { value: 0, error: Number.MIN_VALUE };
  it('far places neither overflow nor lose a heavy tail', () => {
    expect(of('exponential', { rate: 1e-200 }).survival(1e305)).toEqual(gone);
    expect(of('gamma', { shape: 2, rate: 3 }).survival(1e308)).toEqual(gone);
    expect(of('poisson', { lambda: 5 }).survival(1e308)).toEqual(gone);
    expect(of('geometric', { p: 0.999 }).survival(1e308)).toEqual(gone);
    expect(of('normal', { mu: 0, sigma: 1e-300 }).survival(1e300).value).toBe(0);
    for (const [law, power] of [
      [of('cauchy', { location: 0, scale: 1 }), 1],
      [of('student t', { df: 1, location: 0, scale: 1 }), 1],
      [of('student t', { df: 0.5, location: 0, scale: 1 }), 0.5],
    ] as const)
      for (const x of [1e143, 1e145, 1e200, 1e290]) {
        const ratio = law.survival(x).value / law.survival(4 * x).value;
        expect(Math.abs(ratio / 4 ** power - 1)).toBeLessThan(128 * U);
        expect(law.survival(x).error / law.survival(x).value).toBeLessThan(128 * U);
      }
    expect(of('cauchy', { location: 0, scale: 1e-10 }).survival(1e300).value).toBeCloseTo(0, 300);
  });
  it('a quantile beyond the largest double has no bound', () => {
    expect(of('student t', { df: 0.5, location: 0, scale: 1 }).quantile!(1e-200).error).toBe(Infinity);
  });
  it('a quantile below the smallest double is an underflow', () => {
    const q = of('gamma', { shape: 0.001, rate: 1 }).quantile!(0.1);
    expect(q.value - q.error).toBeLessThanOrEqual(0);
    expect(q.value + q.error).toBeLessThan(1e-320);
  });
  it('counts above 2^53', () => {
    const law = geometric(2 ** -60);
    const q = quantile(law, 0.5);
    expect(Math.abs(q.value / (2 ** 60 * Math.LN2) - 1)).toBeLessThan(16 * U);
    expect(q.error / q.value).toBeLessThan(64 * U);
    meet(cdf(law, q.value), exact(0.5), 'half');
  });
});
