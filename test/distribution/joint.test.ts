import { describe, expect, it } from 'vitest';
import {
  bernoulli,
  bernoulliFamily,
  categorical,
  categoricalFamily,
  chebyshev,
  conditionalLaw,
  exactTail,
  exponentialFamily,
  finiteFromWeights,
  hoeffding,
  jointFromWeights,
  likelihood,
  logLikelihood,
  marginal,
  normalFamily,
  pmf,
  poisson,
  poissonFamily,
  probabilityOf,
  sumLaw,
  typicalFrequencies,
  variance,
} from '../../lib/distribution/index.ts';
import { compare, divide, exact, log, multiply, rounded } from '../../lib/number/bounded.ts';

describe('joint laws', () => {
  const joint = jointFromWeights(['x', 'y', 'z'], [2, 2, 2], [1, 2, 3, 4, 0, 0, 5, 1]);
  it('marginals add integer weights', () => {
    const x = marginal(joint, ['x']);
    expect(x).toMatchObject({ kind: 'finite', name: 'x', weights: [10, 6] });
    expect(x.probabilities).toEqual([exact(0.625), exact(0.375)]);
    const zx = marginal(joint, ['z', 'x']);
    expect(zx).toMatchObject({ kind: 'joint', names: ['z', 'x'], weights: [4, 5, 6, 1] });
    expect(marginal(joint, ['x', 'y', 'z'])).toEqual(joint);
  });
  it('conditionals', () => {
    expect(probabilityOf(joint, { z: 1 }, { x: 0, y: 0 })).toEqual(rounded(2 / 3));
    expect(probabilityOf(joint, { x: 1 }, {})).toEqual(exact(0.375));
    expect(probabilityOf(joint, { x: 1 })).toEqual(exact(0.375));
    expect(probabilityOf(joint, { z: 0 }, { x: 1, y: 0 }).value).toBeNaN();
    expect(probabilityOf(joint, { x: 1 }, { x: 0 })).toEqual(exact(0));
    expect(probabilityOf(joint, { x: 0 }, { x: 0 })).toEqual(exact(1));
    expect(conditionalLaw(joint, 'z', { y: 1 }).probabilities).toEqual([rounded(8 / 13), rounded(5 / 13)]);
  });
  it('the chain rule and Bayes hold in every cell', () => {
    for (const x of [0, 1])
      for (const z of [0, 1]) {
        const both = probabilityOf(joint, { x, z });
        expect(compare(both, multiply(probabilityOf(joint, { x }), probabilityOf(joint, { z }, { x })))).toBe(
          'overlap',
        );
        const bayes = divide(
          multiply(probabilityOf(joint, { z }, { x }), probabilityOf(joint, { x })),
          probabilityOf(joint, { z }),
        );
        expect(compare(probabilityOf(joint, { x }, { z }), bayes)).toBe('overlap');
      }
  });
  it.each<[string, () => unknown]>([
    ['no variable w in the joint law of x, y, z', () => marginal(joint, ['w'])],
    ['names must be distinct, got x, x', () => marginal(joint, ['x', 'x'])],
    ['a marginal needs at least one name', () => marginal(joint, [])],
    ['the condition on z has probability 0', () => conditionalLaw(joint, 'z', { x: 1, y: 0 })],
    ['weights must be 4 numbers, got 3', () => jointFromWeights(['x', 'y'], [2, 2], [1, 1, 1])],
    ['names must be distinct and at least one, got [x, x]', () => jointFromWeights(['x', 'x'], [1, 1], [1])],
    ['weights must be integers >= 0, got -1', () => finiteFromWeights([1, -1])],
    ['weights must have a sum in [1, 2^53), got 0', () => finiteFromWeights([0, 0])],
    ['weights must not be empty', () => finiteFromWeights([])],
    ['outcomes must be distinct', () => finiteFromWeights([1, 1], [2, 2])],
  ])('%s', (text, call) => expect(call).toThrow(new RangeError(text)));
});

describe('families', () => {
  const members = [
    { family: bernoulliFamily([0.25, 0.5, 0.75]), sample: [1, 0, 1, 1], outside: 1.5 },
    {
      family: categoricalFamily([finiteFromWeights([1, 2, 3]), finiteFromWeights([3, 2, 1])]),
      sample: [0, 2, 2],
      outside: 3,
    },
    { family: normalFamily([-1, 0, 1.5], 2), sample: [0.5, -3, 2.25], outside: Infinity },
    { family: poissonFamily([0.5, 2, 8]), sample: [0, 3, 1, 7], outside: 0 },
    { family: exponentialFamily([0.5, 1, 4]), sample: [0.25, 3, 0.5], outside: -1 },
  ];
  it.each(members.map((m) => [m.family.name, m] as const))('%s', (name, { family, sample, outside }) => {
    for (const theta of family.grid) {
      expect(family.contains(theta)).toBe(true);
      expect(family.at(theta)).toBe(family.at(theta));
      const l = logLikelihood(family.at(theta), sample);
      expect(compare(l, log(likelihood(family.at(theta), sample)))).toBe('overlap');
      expect(l.error).toBeLessThan(1e-13);
    }
    expect(family.contains(outside)).toBe(false);
    expect(() => family.at(outside)).toThrow(
      new RangeError(`${name} family: the parameter must be ${family.domain}, got ${outside}`),
    );
  });
  it('an impossible observation has likelihood 0 and log-likelihood -Infinity', () => {
    const f = bernoulliFamily([0, 0.5]);
    expect(likelihood(f.at(0), [0, 1])).toEqual(exact(0));
    expect(logLikelihood(f.at(0), [0, 1])).toEqual(exact(-Infinity));
  });
  it('an underflowed likelihood keeps a finite logarithm', () => {
    const f = normalFamily([0], 1);
    const sample = Array.from({ length: 2000 }, (_, i) => (i % 7) / 4);
    const l = likelihood(f.at(0), sample);
    expect(l.value).toBe(0);
    expect(l.error).toBeGreaterThan(0);
    expect(logLikelihood(f.at(0), sample).error).toBeLessThan(1e-9);
  });
  it('Poisson far beyond its listed outcomes: x log lambda - lambda - log x!', () => {
    const l = logLikelihood(poisson(1), [1000]);
    expect(Math.abs(l.value - (-1 - 5912.128178488163))).toBeLessThanOrEqual(l.error + Number.EPSILON * 5913);
    // the logarithm of the factorial is good to a few units of its last place
    expect(l.error).toBeLessThan(16 * Number.EPSILON * 5913);
    expect(pmf(poisson(1), 1000).error).toBeGreaterThan(0);
    expect(pmf(poisson(1), 0.5)).toEqual(exact(0));
    expect(pmf(poisson(1), -1)).toEqual(exact(0));
  });
  it('refuses an empty grid, a value twice, and one outside', () => {
    expect(() => bernoulliFamily([])).toThrow(new RangeError('bernoulli family: the grid must not be empty'));
    expect(() => bernoulliFamily([1, 1])).toThrow(
      new RangeError('bernoulli family: the grid must have no value twice'),
    );
    expect(() => bernoulliFamily([2])).toThrow(
      new RangeError('bernoulli family: the parameter must be in [0, 1], got 2'),
    );
  });
});

describe('concentration', () => {
  it('frequencies of coin tosses leave the typical interval with at most the stated probability', () => {
    for (const [p, n, delta] of [
      [0.5, 100, 1e-3],
      [0.0625, 400, 1e-6],
      [0.9375, 64, 0.1],
    ] as const) {
      const [, one] = typicalFrequencies(bernoulli(p), n, delta);
      const outside = sumLaw(bernoulli(p), n).probabilities.reduce(
        (s, q, k) => s + (Math.abs(k / n - p) > one!.error ? q.value : 0),
        0,
      );
      expect(outside).toBeLessThanOrEqual(delta);
      expect(one!.error).toBeLessThan(1);
    }
  });
  it('sure outcomes are exact, and the interval shrinks with n', () => {
    const law = categorical([0.5, 0.5, 0]);
    expect(typicalFrequencies(law, 10, 0.5)[2]).toEqual(exact(0));
    expect(typicalFrequencies(categorical([1, 0]), 10, 0.5)).toEqual([exact(1), exact(0)]);
    const widths = [10, 1e3, 1e6, 1e9].map((n) => typicalFrequencies(law, n, 1e-9)[0]!.error);
    expect(widths.every((w, i) => i === 0 || w < widths[i - 1]!)).toBe(true);
    expect(widths[3]).toBeLessThan(1e-3);
  });
  it('exact tails decrease and stay under Chebyshev and Hoeffding', () => {
    const die = finiteFromWeights([1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6]);
    let before = Infinity;
    for (const n of [8, 32, 128, 512]) {
      const t = exactTail(die, n, 0.25);
      expect(t.error).toBeLessThan(1e-15 + 1e-12 * t.value);
      expect(compare(t, chebyshev(variance(die), n, exact(0.25)))).not.toBe('greater');
      expect(compare(t, hoeffding(1, 6, n, exact(0.25)))).not.toBe('greater');
      expect(t.value).toBeLessThan(before);
      before = t.value;
    }
  });
  it('a tail of 2^-532 keeps its relative accuracy', () => {
    const t = exactTail(bernoulli(0.5), 532, 0.5);
    expect(t.value).toBe(2 ** -531);
    expect(t.error).toBeLessThan(2 ** -531 * 1e-12);
  });
  it('means at the threshold itself count, and a law without a lattice is refused', () => {
    expect(exactTail(bernoulli(0.5), 4, 0.25).value).toBe(0.625);
    expect(() => exactTail(categorical([0.5, 0.25, 0.25], [0, 1, Math.PI]), 3, 0.1)).toThrow(
      new RangeError('exact tails need outcomes that are integers times a common power of two'),
    );
    expect(() => sumLaw(poisson(1), 3)).toThrow(
      new RangeError('exact tails need a finite support; poisson is countable'),
    );
  });
  it.each<[string, () => unknown]>([
    ['n must be at least 1, got 0', () => typicalFrequencies(bernoulli(0.5), 0, 0.1)],
    ['delta must be in (0, 1), got 1', () => typicalFrequencies(bernoulli(0.5), 5, 1)],
    ['n must be an integer in [0, 65536], got 1.5', () => sumLaw(bernoulli(0.5), 1.5)],
  ])('%s', (text, call) => expect(call).toThrow(new RangeError(text)));
});
