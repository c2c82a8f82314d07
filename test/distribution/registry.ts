import { bernoulli, fitBernoulli } from '../../lib/distribution/bernoulli.ts';
import { binomial, fitBinomial } from '../../lib/distribution/binomial.ts';
import { categorical, fitCategorical } from '../../lib/distribution/categorical.ts';
import { cauchy, fitCauchy } from '../../lib/distribution/cauchy.ts';
import { beta, fitBeta } from '../../lib/distribution/beta.ts';
import type { Fit, Sample } from '../../lib/distribution/contract.ts';
import type { Law } from '../../lib/distribution/density.ts';
import type { FiniteLaw } from '../../lib/distribution/finite.ts';
import { type Mixture, normalMixture } from '../../lib/distribution/mixture.ts';
import { fitNormalMixture } from '../../lib/distribution/em.ts';
import { exponential, fitExponential } from '../../lib/distribution/exponential.ts';
import { fitGamma, gamma } from '../../lib/distribution/gamma.ts';
import { fitLaplace, laplace } from '../../lib/distribution/laplace.ts';
import { fitLognormal, lognormal } from '../../lib/distribution/lognormal.ts';
import { fitNormal, normal } from '../../lib/distribution/normal.ts';
import { discreteUniform, fitDiscreteUniform } from '../../lib/distribution/discrete-uniform.ts';
import { fitGeometric, geometric } from '../../lib/distribution/geometric.ts';
import { fitPoisson, poisson } from '../../lib/distribution/poisson.ts';
import { fitStudentT, studentT } from '../../lib/distribution/student-t.ts';
import { fitUniform, uniform } from '../../lib/distribution/uniform.ts';

/** Every law for the contract tests: members, its maker, its fit, and calls that must throw, with the text. A new law: one entry. */
/** A finite law with other members; what laws of its kind have together is found through it. */
export const withMembers = (law: FiniteLaw, members: object): FiniteLaw =>
  ({ __proto__: law, ...members }) as unknown as FiniteLaw;

export interface Registered {
  readonly name: string;
  /** The law of parameters in the order of `parameters`; absent where a list makes it. */
  readonly make?: (...parameters: number[]) => Law;
  readonly examples: readonly (() => Law)[];
  /** Maximum likelihood; `like` gives what is known (a binomial's n). */
  readonly fit?: (sample: Sample, like: Law) => Fit<Law>;
  readonly refused: readonly (readonly [() => unknown, string])[];
}

export const laws: readonly Registered[] = [
  {
    name: 'bernoulli',
    make: bernoulli,
    fit: fitBernoulli,
    examples: [() => bernoulli(0.3), () => bernoulli(1e-20), () => bernoulli(0), () => bernoulli(1)],
    refused: [
      [() => bernoulli(1.5), 'bernoulli: p must be in [0, 1], got 1.5'],
      [() => bernoulli(NaN), 'bernoulli: p must be in [0, 1], got NaN'],
      [() => fitBernoulli([]), 'bernoulli: sample must be at least 1 long, got 0'],
      [() => fitBernoulli([1, 0.5]), 'bernoulli: every observation must be 0 or 1, got 0.5'],
    ],
  },
  {
    name: 'binomial',
    make: binomial,
    fit: (sample, like) => fitBinomial(sample, like.parameters!.n!),
    examples: [() => binomial(20, 0.3), () => binomial(1000, 0.999), () => binomial(0, 0.5), () => binomial(3, 1)],
    refused: [
      [() => binomial(2.5, 0.5), 'binomial: n must be an integer in [0, 2^53), got 2.5'],
      [() => binomial(2, -0.1), 'binomial: p must be in [0, 1], got -0.1'],
      [() => binomial(1e7, 0.5).outcomes, 'binomial: n must be at most 1000000 to list the outcomes, got 10000000'],
      [() => fitBinomial([0], 0), 'binomial: n must be an integer in [1, 2^53) for a fit, got 0'],
      [() => fitBinomial([3], 2), 'binomial: every observation must be an integer in [0, 2], got 3'],
    ],
  },
  {
    name: 'categorical',
    fit: (sample, like) => fitCategorical(sample, (like as FiniteLaw).outcomes),
    examples: [() => categorical([0.5, 0.25, 0.125, 0.125]), () => categorical([0.1, 0.2, 0.7], [-1, 0, 2])],
    refused: [
      [() => categorical([]), 'categorical: probabilities must be a non-empty list, got []'],
      [() => categorical([0.5, 0.6]), 'categorical: probabilities must be numbers with sum 1, got sum 1.1'],
      [() => categorical([1.5, -0.5]), 'categorical: probabilities must be in [0, 1], got 1.5'],
      [() => categorical([0.5, 0.5], [1, 1]), 'categorical: outcomes must be distinct, got [1, 1]'],
      [() => fitCategorical([]), 'categorical: sample must be at least 1 long, got 0'],
      [() => fitCategorical([1, 7], [1, 2]), 'categorical: every observation must be one of [1, 2], got 7'],
    ],
  },
  {
    name: 'poisson',
    make: poisson,
    fit: fitPoisson,
    examples: [() => poisson(1e-10), () => poisson(2.5), () => poisson(10), () => poisson(1000)],
    refused: [
      [() => poisson(0), 'poisson: lambda must be in (0, inf), got 0'],
      [() => poisson(Infinity), 'poisson: lambda must be in (0, inf), got Infinity'],
      [() => poisson(2 ** 31).outcomes, 'poisson: lambda must be at most 2^30 to list the outcomes, got 2147483648'],
      [() => fitPoisson([2, -1]), 'poisson: every observation must be an integer >= 0, got -1'],
      [() => fitPoisson([0, 0]), 'poisson: sample must be of a positive observation at least, got 0'],
    ],
  },
  {
    name: 'geometric',
    make: geometric,
    fit: fitGeometric,
    examples: [() => geometric(0.3), () => geometric(0.99), () => geometric(0.01), () => geometric(1)],
    refused: [
      [() => geometric(0), 'geometric: p must be in (0, 1], got 0'],
      [() => geometric(1e-5).outcomes, 'geometric: p must be at least 2^-15 to list the outcomes, got 0.00001'],
      [() => fitGeometric([1, 0]), 'geometric: every observation must be an integer >= 1, got 0'],
    ],
  },
  {
    name: 'discrete uniform',
    make: discreteUniform,
    fit: fitDiscreteUniform,
    examples: [() => discreteUniform(1, 6), () => discreteUniform(-5, 10), () => discreteUniform(7, 7)],
    refused: [
      [() => discreteUniform(0.5, 1), 'discrete uniform: lower must be an integer in (-2^53, 2^53), got 0.5'],
      [() => discreteUniform(3, 2), 'discrete uniform: upper must be an integer in [3, 3 + 2^52), got 2'],
      [
        () => discreteUniform(0, 2 ** 21).outcomes,
        'discrete uniform: upper must be less than 0 + 2^21 to list the outcomes, got 2097152',
      ],
      [
        () => fitDiscreteUniform([1, 2.5]),
        'discrete uniform: every observation must be an integer in (-2^53, 2^53), got 2.5',
      ],
    ],
  },
  {
    name: 'normal',
    make: normal,
    fit: fitNormal,
    examples: [() => normal(0, 1), () => normal(-3, 2.5), () => normal(1000, 1e-3), () => normal(0, 1e-150)],
    refused: [
      [() => normal(Infinity, 1), 'normal: mu must be finite, got Infinity'],
      [() => normal(0, 0), 'normal: sigma must be in (0, inf), got 0'],
    ],
  },
  {
    name: 'exponential',
    make: exponential,
    fit: fitExponential,
    examples: [() => exponential(1), () => exponential(1e-3), () => exponential(1e6)],
    refused: [[() => exponential(-1), 'exponential: rate must be in (0, inf), got -1']],
  },
  {
    name: 'uniform',
    make: uniform,
    fit: fitUniform,
    examples: [() => uniform(0, 1), () => uniform(-3, 12.5), () => uniform(1e6, 1e6 + 1)],
    refused: [
      [() => uniform(-Infinity, 0), 'uniform: lower must be finite, got -Infinity'],
      [() => uniform(1, 1), 'uniform: upper must be finite and above lower = 1, got 1'],
    ],
  },
  {
    name: 'laplace',
    make: laplace,
    fit: fitLaplace,
    examples: [() => laplace(0, 1), () => laplace(5, 0.01)],
    refused: [
      [() => laplace(NaN, 1), 'laplace: mu must be finite, got NaN'],
      [() => laplace(0, Infinity), 'laplace: scale must be in (0, inf), got Infinity'],
    ],
  },
  {
    name: 'cauchy',
    make: cauchy,
    fit: fitCauchy,
    examples: [() => cauchy(0, 1), () => cauchy(-2, 0.5)],
    refused: [
      [() => cauchy(-Infinity, 1), 'cauchy: location must be finite, got -Infinity'],
      [() => cauchy(0, 0), 'cauchy: scale must be in (0, inf), got 0'],
    ],
  },
  {
    name: 'normal mixture',
    fit: (sample, like) => fitNormalMixture(sample, like as Mixture),
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
  {
    name: 'lognormal',
    make: lognormal,
    fit: fitLognormal,
    examples: [() => lognormal(0, 1), () => lognormal(3, 0.01), () => lognormal(-2, 3)],
    refused: [
      [() => lognormal(NaN, 1), 'lognormal: mu must be finite, got NaN'],
      [() => lognormal(0, 0), 'lognormal: sigma must be in (0, inf), got 0'],
    ],
  },
  {
    name: 'gamma',
    make: gamma,
    fit: fitGamma,
    examples: [
      () => gamma(1, 1),
      () => gamma(0.5, 1),
      () => gamma(3.5, 2),
      () => gamma(200, 30),
      () => gamma(1e7, 0.001),
    ],
    refused: [
      [() => gamma(0, 1), 'gamma: shape must be in (0, inf), got 0'],
      [() => gamma(1, Infinity), 'gamma: rate must be in (0, inf), got Infinity'],
      [() => fitGamma([1, 0]), 'gamma: every observation must be in (0, inf), got 0'],
      [() => fitGamma([2, 2]), 'gamma: sample must be of two different observations, got 2'],
    ],
  },
  {
    name: 'beta',
    make: beta,
    fit: fitBeta,
    examples: [() => beta(1, 1), () => beta(0.5, 0.5), () => beta(8, 4), () => beta(0.1, 10), () => beta(1e5, 2e5)],
    refused: [
      [() => beta(0, 1), 'beta: a must be in (0, inf), got 0'],
      [() => beta(1, -1), 'beta: b must be in (0, inf), got -1'],
      [() => fitBeta([0.5, 1]), 'beta: every observation must be in (0, 1), got 1'],
    ],
  },
  {
    name: 'student t',
    make: studentT,
    fit: (sample, like) => fitStudentT(sample, like.parameters!.df!),
    examples: [() => studentT(3), () => studentT(1.5, -2, 3), () => studentT(30, 100, 0.1), () => studentT(1e10)],
    refused: [
      [() => studentT(0), 'student t: df must be in (0, 2^53), got 0'],
      [() => studentT(1, Infinity), 'student t: location must be finite, got Infinity'],
      [() => studentT(1, 0, 0), 'student t: scale must be in (0, inf), got 0'],
      [() => fitStudentT([1, 1, 1, 2], 3), 'student t: sample must be without one value in half of its places, got 1'],
    ],
  },
];
