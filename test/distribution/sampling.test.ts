/**
 * Samplers against exact probabilities: Pearson's chi-square on fixed seeds, N observations in about BINS bins of equal
 * probability, for every law of the registry and on both sides of every switch of algorithm in d3-random. A right sampler
 * fails one test with probability ALARM, so that all together raise a false alarm less often than once in 10^4 seeds.
 */
import wrongBinomial from '@stdlib/random-base-binomial';
import { randomBeta } from 'd3-random';
import { describe, expect, it } from 'vitest';
import type { DensityLaw, Law } from '../../lib/distribution/density.ts';
import { binomial, discreteUniform, finiteFromWeights, geometric, gamma, beta, normal, poisson, sample, sampler, studentT, type FiniteLaw } from '../../lib/distribution/index.ts'; // prettier-ignore
import { laws } from './registry.ts';
import { exact } from '../../lib/number/bounded.ts';
import { logBeta } from '../../lib/number/gamma.ts';
import { integrate } from '../../lib/number/quadrature.ts';
import { seedOf, stream } from '../../lib/number/stream.ts';
import { narrow, wide } from '../../lib/number/wide.ts';

const N = 100_000;
const BINS = 50;
const ALARM = 1e-6;

/** P(a chi-square variable with df degrees of freedom > x), by quadrature of the gamma density. */
function survival(x: number, df: number): number {
  if (x <= 0) return 1;
  const law = gamma(df / 2, 0.5);
  const p = integrate((y) => law.density(y), { lower: x, upper: Infinity, centre: law.centre, scale: law.scale });
  expect(p.error).toBeLessThan(1e-9);
  return p.value;
}

/** Bins that partition the support: their probabilities, and the bin of an observation, -1 off the support. */
interface Bins {
  readonly probabilities: readonly number[];
  readonly place: (x: number) => number;
}

/** Neighbours taken together until each bin has 1/BINS of the mass; cell i goes into bin `of[i]`. */
function together(masses: readonly number[]): { probabilities: number[]; of: number[] } {
  const probabilities: number[] = [];
  let open = 0;
  const of = masses.map((p) => {
    const bin = probabilities.length;
    open += p;
    if (open >= 1 / BINS) {
      probabilities.push(open);
      open = 0;
    }
    return bin;
  });
  const last = probabilities.length - 1;
  probabilities[last]! += open; // what is left over goes to the last
  return { probabilities, of: of.map((bin) => Math.min(bin, last)) };
}

function finiteBins(law: FiniteLaw): Bins {
  const { probabilities, of } = together(law.probabilities.map((p) => p.value));
  const places = new Map(law.outcomes.map((x, i) => [x, p0(law, i) ? -1 : of[i]!]));
  return { probabilities, place: (x) => places.get(x) ?? -1 };
}
const p0 = ({ probabilities }: FiniteLaw, i: number): boolean =>
  probabilities[i]!.value + probabilities[i]!.error === 0;

/**
 * Edges from a rough sum over cells that grow by powers from the centre and from the ends of the support; each bin's
 * probability by quadrature, but for one of them that may be what the others leave (the end of a pole).
 */
function densityBins(law: DensityLaw): Bins {
  const [a, b] = law.support;
  const grid: number[] = [];
  for (let t = -7; t <= 7; t += 1 / 32) grid.push(law.centre + law.scale * Math.sinh(t));
  for (let k = 1; k <= 1008; k += k < 64 ? 0.5 : 16) grid.push(a + 2 ** -k, b - 2 ** -k, a + 2 ** k);
  const inner = [...new Set(grid)].filter((x) => x > a && x < b).sort((x, y) => x - y);
  const rough = inner.map((x, i) => {
    const width = (inner[i + 1] ?? x) - x;
    return width > 0 ? law.density(x + width / 2).value * width : 0;
  });
  const size = rough.reduce((s, p) => s + p, 0);
  const { probabilities, of } = together(rough.map((p) => p / size));
  const edges = probabilities.map((_, bin) => (bin === 0 ? a : inner[of.indexOf(bin)]!));
  const exactly = edges.map((lower, i) => {
    const upper = edges[i + 1] ?? b;
    const f = (x: number, below: number, above: number) =>
      law.density(x, lower === a ? below : undefined, upper === b ? above : undefined);
    return integrate(f, { lower, upper, centre: law.centre, scale: law.scale, breaks: law.breaks ?? [] });
  });
  const rest = exactly.findIndex((p) => !(p.error < 1e-9));
  const place = (x: number): number => {
    if (!(x >= a && x <= b)) return -1;
    let bin = edges.length - 1;
    while (x < edges[bin]!) bin--;
    return bin;
  };
  const known = exactly.filter((_, i) => i !== rest);
  expect(Math.max(...known.map((p) => p.error))).toBeLessThan(1e-9);
  const left = 1 - known.reduce((s, p) => s + p.value, 0);
  return { probabilities: exactly.map((p, i) => (i === rest ? left : p.value)), place };
}

const binsOf = (law: Law): Bins => (law.kind === 'finite' ? finiteBins(law) : densityBins(law));

/** The p-value of N observations; 0 where one has no bin. */
function trial({ probabilities, place }: Bins, draw: () => number): number {
  expect(Math.abs(probabilities.reduce((s, p) => s + p, 0) - 1)).toBeLessThan(1e-6);
  const counts = probabilities.map(() => 0);
  for (let i = 0; i < N; i++) {
    const bin = place(draw());
    if (bin < 0) return 0;
    counts[bin]!++;
  }
  const statistic = counts.reduce((s, c, i) => s + (c - N * probabilities[i]!) ** 2 / (N * probabilities[i]!), 0);
  return probabilities.length === 1 ? 1 : survival(statistic, probabilities.length - 1);
}

const shown = (law: Law) => `${law.name} ${JSON.stringify(law.parameters ?? {})}`;

/** Beside the examples of the registry; d3-random 3.0.2 branches where the comments say. */
const further: readonly Law[] = [
  // at a rate above 16: an order statistic by gamma, then a binomial or again a Poisson law
  ...[1e-3, 8, 16, 16.01, 18.2, 18.4, 40, 1e4, 1e6].map(poisson),
  // while n p and n (1 - p) are above 16: an order statistic by beta; then waiting times, of the rarer side
  ...([[32, 0.5], [33, 0.5], [34, 0.5], [100, 0.16], [100, 0.1601], [100, 0.84], [100, 0.8399], [40, 0.4999],
     [40, 0.5001], [20, 0.9], [1e5, 1e-5], [1e5, 2e-4], [1e5, 0.9998], [1e5, 0.3], [1e5, 0.999], [1, 0.3]] as const)
    .map(([n, p]) => binomial(n, p)), // prettier-ignore
  ...[0.002, 0.5, 0.9, 0.95].map(geometric),
  discreteUniform(-1000, 10_000),
  finiteFromWeights([0, 3, 0, 1, 5, 0], [7, -1, 3, 2.5, 0, 9]),
  // shape below 1, 1, above 1
  ...[1e-3, 0.05, 0.999, 1, 1.001, 2, 1e5].map((a) => gamma(a, 3)),
  ...([[0.02, 3], [1, 0.3], [1, 1], [3, 1], [1e6, 1e6]] as const).map(([a, b]) => beta(a, b)), // prettier-ignore
  ...[0.3, 1, 2].map((df) => studentT(df)),
];

describe('samplers have the exact probabilities', () => {
  it('every law of the registry has one', () => {
    for (const { examples } of laws) for (const make of examples) expect(make().sampler).toBeTypeOf('function');
  });
  const all = [...laws.flatMap(({ examples }) => examples.map((make) => make())), ...further];
  it.each(all.map((law, i) => [shown(law), i, law] as const))('%s', (_, seed, law) => {
    expect(trial(binsOf(law), sampler(law, stream(seed)))).toBeGreaterThan(ALARM);
  });
  it.each([1e-4, 1e-10, 1e-300, 1 - 2 ** -53])('geometric %d, whose quantiles are in closed form', (p) => {
    const rate = Math.log1p(-p);
    const most = (i: number): number => Math.max(1, Math.ceil(Math.log1p(-i / BINS) / rate));
    const edges = [...new Set(Array.from({ length: BINS }, (_, i) => most(i)))]; // the first of each bin, but 1, is one above
    const above = edges.map((k, i) => (i === 0 ? 1 : Math.exp(k * rate)));
    const probabilities = above.map((s, i) => s - (above[i + 1] ?? 0));
    const place = (x: number): number =>
      Number.isInteger(x) && x >= 1 ? edges.findLastIndex((k, i) => i === 0 || x > k) : -1;
    expect(trial({ probabilities, place }, sampler(geometric(p), stream(7)))).toBeGreaterThan(ALARM);
  });
  it('a discrete uniform law too wide to list', () => {
    const [lower, upper] = [-(2 ** 52) + 5, -1];
    const probabilities = Array.from({ length: BINS }, () => 1 / BINS); // to within 2^-45
    const place = (x: number): number =>
      Number.isInteger(x) && x >= lower && x <= upper ? Math.floor(((x - lower) / (upper - lower + 1)) * BINS) : -1;
    expect(trial({ probabilities, place }, sampler(discreteUniform(lower, upper), stream(8)))).toBeGreaterThan(ALARM);
  });
  it('a beta law of tiny shapes, almost all of it at the ends', () => {
    expect(trial(endsOfBeta(1e-3), sampler(beta(1e-3, 1e-3), stream(9)))).toBeGreaterThan(ALARM);
    // both gamma variables of d3-random underflow, and it gives 0
    expect(trial(endsOfBeta(1e-3), randomBeta.source(stream(9).uniform)(1e-3, 1e-3))).toBeLessThan(ALARM);
  });
});

/** Bins of the beta law of shapes (a, a), a tiny: P(X <= x) = x^a / (a B(a, a)) up to a factor 1 + O(a x). */
function endsOfBeta(a: number): Bins {
  const below = [1e-300, 1e-100, 1e-10].map((x) => x ** a / (a * Math.exp(narrow(logBeta(wide(a), wide(a))).value)));
  const [p, q, r] = below as [number, number, number];
  const edges = [1e-300, 1e-100, 1e-10, 0.5, 1 - 1e-10];
  const place = (x: number): number => (x >= 0 && x <= 1 ? edges.filter((e) => x > e).length : -1);
  return { probabilities: [p, q - p, r - q, 0.5 - r, 0.5 - r, r], place };
}

describe('the test can fail', () => {
  const z = (seed: number): (() => number) => sampler(normal(0, 1), stream(seed));
  const rounded = (n: number, p: number, shift: number): (() => number) => {
    const draw = z(1);
    return () => Math.min(n, Math.max(0, Math.floor(n * p + Math.sqrt(n * p * (1 - p)) * draw() + shift)));
  };
  const constant = () => 30;
  const doubled = (draw: () => number, seed: number): (() => number) => {
    const u = stream(seed);
    return () => (u.uniform() < 0.1 ? Math.floor(draw() / 2) * 2 : draw());
  };
  const cases: [string, Law, () => number][] = [
    ['a constant', binomial(100, 0.3), constant],
    ['a constant, for a density', normal(30, 1), constant],
    ['a rounded normal number', binomial(100, 0.3), rounded(100, 0.3, 0.5)],
    ['a rounding down, half a step off', binomial(400, 0.3), rounded(400, 0.3, 0)],
    ['random-base-binomial 0.2.2', binomial(100, 0.3), wrongBinomial.factory(100, 0.3, { prng: stream(1).uniform })],
    ['a mean that is 1/20 of the width off', normal(0.05, 1), z(2)],
    ['a width that is 3 % off', normal(0, 1.03), z(3)],
    ['the wrong start', geometric(0.3), () => 0],
    ['even numbers preferred', poisson(10), doubled(sampler(poisson(10), stream(1)), 2)],
    ['an outcome that is none', finiteFromWeights([1, 1], [0, 2]), sampler(finiteFromWeights([1, 1]), stream(1))],
  ];
  it.each(cases)('%s', (_, law, draw) => expect(trial(binsOf(law), draw)).toBeLessThan(ALARM));
  it('the threshold is that of the chi-square law', () => {
    // with two degrees of freedom it is e^(-x/2): the rounding of x, and of a short sum
    expect(Math.abs(survival(2 * Math.log(10), 2) - 0.1)).toBeLessThan(16 * Number.EPSILON);
    expect(survival(114.4, 49)).toBeGreaterThan(3e-7);
    expect(survival(118, 49)).toBeLessThan(ALARM);
  });
});

describe('samples', () => {
  it('the same seed gives the same sample, another seed another', () => {
    for (const { examples } of laws) {
      const drawn = [3, 3, 4].map((seed) => examples.map((make) => sample(make(), 50, seed)));
      expect(drawn[0]).toEqual(drawn[1]);
      expect(drawn[0]).not.toEqual(drawn[2]);
    }
  });
  it.each([0, 1, 9])('over the seeds 0, 1, 2, … observation %d has the law too', (at) => {
    let seed = 0;
    const law = normal(0, 1);
    expect(trial(binsOf(law), () => sample(law, at + 1, seed++)[at]!)).toBeGreaterThan(ALARM);
    // which the bare stream has not
    expect(trial(binsOf(law), () => sampler(law, stream(seed++))())).toBeLessThan(ALARM);
  });
  it('samplers on streams of their own do not disturb each other', () => {
    const alone = laws.map(({ examples }, i) => sample(examples[0]!(), 50, i));
    const drawn = laws.map(({ name, examples }, i) => sampler(examples[0]!(), stream(seedOf(name, i))));
    for (let k = 0; k < 50; k++) drawn.forEach((draw, i) => expect(draw()).toBe(alone[i]![k]));
  });
  it('refuses what cannot be', () => {
    expect(sample(normal(0, 1), 0, 1)).toEqual(new Float64Array(0));
    expect(() => sample(normal(0, 1), 1.5, 1)).toThrow(new RangeError('sample: n must be an integer >= 0, got 1.5'));
    const bare = { ...normal(0, 1), sampler: undefined as never };
    expect(() => sampler(bare, stream(1))).toThrow(new RangeError('normal: there is no sampler for this density'));
    const sure = finiteFromWeights([0, 1, 0], [1, 2, 3]);
    expect(sure.probabilities[1]).toEqual(exact(1));
    expect(new Set(sample(sure, 1000, 1))).toEqual(new Set([2]));
  });
});
