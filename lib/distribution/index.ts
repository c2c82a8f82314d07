import { bernoulli } from './bernoulli.ts';
import { binomial } from './binomial.ts';
import { categorical } from './categorical.ts';
import { cauchy } from './cauchy.ts';
import type { Law } from './density.ts';
import { exponential } from './exponential.ts';
import { laplace } from './laplace.ts';
import { normalMixture } from './mixture.ts';
import { normal } from './normal.ts';
import { poisson } from './poisson.ts';
import { uniform } from './uniform.ts';

/** A registered law: its maker, members that every contract test runs over, and calls that must throw, with the text. */
export interface Registered {
  readonly name: string;
  readonly examples: readonly (() => Law)[];
  readonly refused: readonly (readonly [() => Law, string])[];
}

export const laws: readonly Registered[] = [
  {
    name: 'bernoulli',
    examples: [() => bernoulli(0.3), () => bernoulli(1e-20), () => bernoulli(0), () => bernoulli(1)],
    refused: [
      [() => bernoulli(1.5), 'bernoulli: p must be in [0, 1], got 1.5'],
      [() => bernoulli(NaN), 'bernoulli: p must be in [0, 1], got NaN'],
    ],
  },
  {
    name: 'binomial',
    examples: [() => binomial(20, 0.3), () => binomial(1000, 0.999), () => binomial(0, 0.5), () => binomial(3, 1)],
    refused: [
      [() => binomial(2.5, 0.5), 'binomial: n must be an integer in [0, 1000000], got 2.5'],
      [() => binomial(2, -0.1), 'binomial: p must be in [0, 1], got -0.1'],
    ],
  },
  {
    name: 'categorical',
    examples: [() => categorical([0.5, 0.25, 0.125, 0.125]), () => categorical([0.1, 0.2, 0.7], [-1, 0, 2])],
    refused: [
      [() => categorical([]), 'categorical: probabilities must be a non-empty list, got []'],
      [() => categorical([0.5, 0.6]), 'categorical: probabilities must be numbers with sum 1, got sum 1.1'],
      [() => categorical([1.5, -0.5]), 'categorical: probabilities must be in [0, 1], got 1.5'],
      [() => categorical([0.5, 0.5], [1, 1]), 'categorical: outcomes must be distinct, got [1, 1]'],
    ],
  },
  {
    name: 'poisson',
    examples: [() => poisson(1e-10), () => poisson(2.5), () => poisson(10), () => poisson(1000)],
    refused: [
      [() => poisson(0), 'poisson: lambda must be in (0, 2^53), got 0'],
      [() => poisson(Infinity), 'poisson: lambda must be in (0, 2^53), got Infinity'],
    ],
  },
  {
    name: 'normal',
    examples: [() => normal(0, 1), () => normal(-3, 2.5), () => normal(1000, 1e-3), () => normal(0, 1e-150)],
    refused: [
      [() => normal(Infinity, 1), 'normal: mu must be finite, got Infinity'],
      [() => normal(0, 0), 'normal: sigma must be in (0, inf), got 0'],
    ],
  },
  {
    name: 'exponential',
    examples: [() => exponential(1), () => exponential(1e-3), () => exponential(1e6)],
    refused: [[() => exponential(-1), 'exponential: rate must be in (0, inf), got -1']],
  },
  {
    name: 'uniform',
    examples: [() => uniform(0, 1), () => uniform(-3, 12.5), () => uniform(1e6, 1e6 + 1)],
    refused: [
      [() => uniform(-Infinity, 0), 'uniform: lower must be finite, got -Infinity'],
      [() => uniform(1, 1), 'uniform: upper must be finite and above lower = 1, got 1'],
    ],
  },
  {
    name: 'laplace',
    examples: [() => laplace(0, 1), () => laplace(5, 0.01)],
    refused: [
      [() => laplace(NaN, 1), 'laplace: mu must be finite, got NaN'],
      [() => laplace(0, Infinity), 'laplace: scale must be in (0, inf), got Infinity'],
    ],
  },
  {
    name: 'cauchy',
    examples: [() => cauchy(0, 1), () => cauchy(-2, 0.5)],
    refused: [
      [() => cauchy(-Infinity, 1), 'cauchy: location must be finite, got -Infinity'],
      [() => cauchy(0, 0), 'cauchy: scale must be in (0, inf), got 0'],
    ],
  },
  {
    name: 'normal mixture',
    examples: [
      () => normalMixture([0.25, 0.75], [-2, 1], [0.5, 1]),
      () => normalMixture([0.5, 0.5], [-10, 10], [1, 1]),
      () => normalMixture([1, 1, 2], [-100, 0, 50], [1, 0.5, 3]),
    ],
    refused: [
      [() => normalMixture([], [], []), 'normal mixture: weights must be a non-empty list, got '],
      [() => normalMixture([1, 0], [0, 1], [1, 1]), 'normal mixture: weights must be in (0, inf), got 0'],
      [() => normalMixture([1, 1], [0], [1, 1]), 'normal mixture: mus must be a list of 2 numbers, got 1'],
    ],
  },
];

export * from './bernoulli.ts';
export * from './binomial.ts';
export * from './categorical.ts';
export * from './cauchy.ts';
export * from './concentration.ts';
export * from './contract.ts';
export * from './density.ts';
export * from './divergence.ts';
export * from './expectation.ts';
export * from './exponential.ts';
export * from './family.ts';
export * from './finite.ts';
export * from './joint.ts';
export * from './laplace.ts';
export * from './mixture.ts';
export * from './normal.ts';
export * from './poisson.ts';
export * from './uniform.ts';
