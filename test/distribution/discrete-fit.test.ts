/** Maximum likelihood for the laws on integers: exact estimates, that no neighbour is better, and the edges of samples. */
import { describe, expect, it } from 'vitest';
import { type Fit, type FiniteLaw, type Sample, bernoulli, binomial, categorical, discreteUniform, fitBernoulli, fitBinomial, fitCategorical, fitDiscreteUniform, fitGeometric, fitPoisson, geometric, logLikelihood, poisson, sample } from '../../lib/distribution/index.ts'; // prettier-ignore
import { compare, exact } from '../../lib/number/bounded.ts';
import { encloses, rational } from '../number/rational.ts';

const count = (xs: Sample): bigint => [...xs].reduce((s, x) => s + BigInt(x), 0n);

interface Case {
  readonly law: FiniteLaw;
  readonly fit: (xs: Sample) => Fit<FiniteLaw>;
  /** The estimate as a fraction, and the law at another value of the parameter. */
  readonly truth: (xs: Sample) => readonly [bigint, bigint];
  readonly at: (theta: number) => FiniteLaw;
}

const cases: Case[] = [
  { law: bernoulli(0.3), fit: fitBernoulli, truth: (xs) => [count(xs), BigInt(xs.length)], at: bernoulli },
  {
    law: binomial(7, 0.8),
    fit: (xs) => fitBinomial(xs, 7),
    truth: (xs) => [count(xs), 7n * BigInt(xs.length)],
    at: (p) => binomial(7, p),
  },
  {
    law: binomial(1e15, 0.3),
    fit: (xs) => fitBinomial(xs, 1e15),
    truth: (xs) => [count(xs), 10n ** 15n * BigInt(xs.length)],
    at: (p) => binomial(1e15, p),
  },
  { law: poisson(2.5), fit: fitPoisson, truth: (xs) => [count(xs), BigInt(xs.length)], at: poisson },
  { law: poisson(1e12), fit: fitPoisson, truth: (xs) => [count(xs), BigInt(xs.length)], at: poisson },
  { law: geometric(0.05), fit: fitGeometric, truth: (xs) => [BigInt(xs.length), count(xs)], at: geometric },
  { law: geometric(1e-12), fit: fitGeometric, truth: (xs) => [BigInt(xs.length), count(xs)], at: geometric },
];

describe('fits by one parameter', () => {
  const rows = cases.map((c, i) => [`${c.law.name} ${JSON.stringify(c.law.parameters)}`, i, c] as const);
  it.each(rows)('%s', (_, seed, { law, fit, truth, at }) => {
    for (const n of [1, 2, 100, 1000]) {
      // a fit of one observation may lie on the edge: at 0 for a coin that fell so
      const xs = sample(law, n, seed);
      const { law: found, estimates } = fit(xs);
      const [estimate] = Object.values(estimates);
      expect(encloses(estimate!, rational(...truth(xs)))).toBe(true);
      // sums above 2^53 round at each of the additions
      expect(estimate!.error).toBeLessThanOrEqual((truth(xs)[0] > 2n ** 53n || truth(xs)[1] > 2n ** 53n ? n + 4 : 1) * Number.EPSILON * estimate!.value);
      expect(found.parameters).toMatchObject({ [Object.keys(estimates)[0]!]: estimate!.value });
      expect(fit([...xs]).estimates).toEqual(estimates);
      const best = logLikelihood(found, xs);
      for (const z of [-0.1, -1e-4, 1e-4, 0.1]) {
        const theta = estimate!.value * (1 + z);
        if (theta <= 0 || (law.name !== 'poisson' && theta > 1)) continue;
        expect(compare(logLikelihood(at(theta), xs), best)).not.toBe('greater');
      }
      if (n === 1000 && estimate!.value < 1) expect(compare(logLikelihood(at(estimate!.value * 1.1), xs), best)).toBe('less');
    }
  }); // prettier-ignore
  it('finds the parameter that the sample was drawn with', () => {
    for (const { law, fit } of cases) {
      const n = 20_000;
      const { estimates } = fit(sample(law, n, 11));
      const [name, estimate] = Object.entries(estimates)[0]!;
      // asymptotic width: one over the root of n times the information
      const width = Math.sqrt(1 / (n * law.information!()[0]![0]!.value));
      expect(Math.abs(estimate.value - law.parameters![name]!)).toBeLessThan(5 * width);
    }
  });
});

describe('fits of lists', () => {
  it('categorical: the frequencies of what occurs, or of the outcomes given', () => {
    const { law, estimates } = fitCategorical([3, -1, 3, 3, 0.5, 3, -1]);
    expect(law.outcomes).toEqual([-1, 0.5, 3]);
    expect(Object.keys(estimates)).toEqual(['p1', 'p2', 'p3']);
    [2n, 1n, 4n].forEach((c, i) => expect(encloses(estimates[`p${i + 1}`]!, rational(c, 7n))).toBe(true));
    const given = fitCategorical([1, 1], [0, 1]);
    expect(given.law.probabilities).toEqual([exact(0), exact(1)]);
    expect(() => fitCategorical([1, 7], [0, 1])).toThrow(new RangeError('categorical: every observation must be one of [0, 1], got 7')); // prettier-ignore
  });
  it('categorical: no other law of the simplex is better', () => {
    const p = [0.1, 0.2, 0.3, 0.4];
    const xs = sample(categorical(p), 1000, 5);
    const { law, estimates } = fitCategorical(xs, [0, 1, 2, 3]);
    const best = logLikelihood(law, xs);
    expect(compare(logLikelihood(categorical(p), xs), best)).toBe('less');
    for (const [i, j] of [[0, 1], [1, 3], [3, 2]] as const) {
      const moved = [1, 2, 3, 4].map((k) => estimates[`p${k}`]!.value);
      moved[i]! += 2 ** -10;
      moved[j]! -= 2 ** -10;
      expect(compare(logLikelihood(categorical(moved), xs), best)).toBe('less');
    } // prettier-ignore
  });
  it('many outcomes: the shares still add up to 1 as the law demands', () => {
    const xs = Array.from({ length: 5000 }, (_, i) => i * 7);
    expect(fitCategorical(xs).law.probabilities).toHaveLength(5000);
  });
  it('discrete uniform: the least and the largest', () => {
    const xs = sample(discreteUniform(-20, 20), 5000, 2);
    expect(fitDiscreteUniform(xs).estimates).toEqual({ lower: exact(-20), upper: exact(20) });
    expect(fitDiscreteUniform([4]).law.probabilities).toEqual([exact(1)]);
    const { law } = fitDiscreteUniform([2, 9, 5]);
    expect(compare(logLikelihood(discreteUniform(2, 10), [2, 9, 5]), logLikelihood(law, [2, 9, 5]))).toBe('less');
  });
});

describe('samples on the edge', () => {
  it('are fitted where the maximum is in the domain', () => {
    expect(fitBernoulli([0, 0]).estimates).toEqual({ p: exact(0) });
    expect(fitBernoulli([1]).estimates).toEqual({ p: exact(1) });
    expect(fitBinomial([0, 0], 5).law.parameters).toEqual({ n: 5, p: 0 });
    expect(fitBinomial([5, 5], 5).law.parameters).toEqual({ n: 5, p: 1 });
    expect(fitBinomial(Array(11).fill(2 ** 53 - 1), 2 ** 53 - 1).law.parameters).toEqual({ n: 2 ** 53 - 1, p: 1 });
    expect(fitGeometric([1, 1]).law.parameters).toEqual({ p: 1 });
    expect(logLikelihood(fitGeometric([1, 1]).law, [1, 1])).toEqual(exact(0));
  });
  const refused: [string, () => unknown][] = [
    ['bernoulli: sample must be at least 1 long, got 0', () => fitBernoulli([])],
    ['bernoulli: every observation must be 0 or 1, got 2', () => fitBernoulli([0, 2])],
    ['binomial: every observation must be an integer in [0, 3], got 4', () => fitBinomial([4], 3)],
    ['binomial: every observation must be an integer in [0, 3], got NaN', () => fitBinomial([NaN], 3)],
    ['binomial: n must be an integer in [1, 2^53) for a fit, got 0', () => fitBinomial([0], 0)],
    ['binomial: n must be an integer in [1, 2^53) for a fit, got 2.5', () => fitBinomial([0], 2.5)],
    ['categorical: sample must be at least 1 long, got 0', () => fitCategorical([])],
    ['poisson: sample must be at least 1 long, got 0', () => fitPoisson(new Float64Array(0))],
    ['poisson: sample must be of a positive observation at least, got 0', () => fitPoisson([0, 0, 0])],
    ['poisson: every observation must be an integer >= 0, got 1.5', () => fitPoisson([1.5])],
    ['poisson: every observation must be an integer >= 0, got Infinity', () => fitPoisson([Infinity])],
    ['geometric: sample must be at least 1 long, got 0', () => fitGeometric([])],
    ['geometric: every observation must be an integer >= 1, got 0', () => fitGeometric([0])],
    ['discrete uniform: sample must be at least 1 long, got 0', () => fitDiscreteUniform([])],
    [
      'discrete uniform: every observation must be an integer in (-2^53, 2^53), got 0.5',
      () => fitDiscreteUniform([0.5]),
    ],
  ];
  it.each(refused)('%s', (text, call) => expect(call).toThrow(new RangeError(text)));
});
