import { describe, expect, it } from 'vitest';
import {
  type Conjugate,
  type DensityLaw,
  betaBinomial,
  beta,
  expectation,
  gamma,
  gammaPoisson,
  gradientMoments,
  entropy,
  kl,
  normal,
  normalNormal,
  normalMixture,
  fitNormalMixture,
  mixtureElbo,
  responsibilities,
  logLikelihood,
} from '../../lib/distribution/index.ts';
import { type Bounded, add, compare, exact, exp, log, multiply, square, subtract } from '../../lib/number/bounded.ts';

const data = [1.25, -0.5, 2, 0.75, 3.5];
const counts = [3, 0, 5, 2, 4, 1];
const models: readonly (readonly [string, Conjugate, DensityLaw])[] = [
  ['normal-normal', normalNormal(data, { sigma: 1, m0: 0, s0: 10 }), normal(0.9, 0.3)],
  ['normal-normal, narrow prior', normalNormal(data, { sigma: 2, m0: 5, s0: 0.25 }), normal(4, 0.5)],
  ['beta-binomial', betaBinomial(7, { n: 10, a: 1, b: 1 }), beta(3, 3)],
  ['beta-binomial, no success', betaBinomial(0, { n: 50, a: 0.5, b: 0.5 }), beta(1, 40)],
  ['gamma-poisson', gammaPoisson(counts, { a: 2, b: 0.5 }), gamma(10, 4)],
];

function same(a: Bounded, b: Bounded, relative: number): void {
  expect({ a, b, order: compare(a, b) }).toEqual({ a, b, order: 'overlap' });
  expect(a.error + b.error).toBeLessThan(relative * Math.max(1, Math.abs(a.value)));
}

describe.each(models)('%s', (_, model, q) => {
  const { law } = model.posterior;
  it('evidence is the integral of likelihood and prior', () => {
    // under the posterior joint / posterior is the evidence, whatever theta
    const shift = model.logEvidence.value;
    const ratio = (theta: number): Bounded => exp(subtract(subtract(model.logJoint(theta), exact(shift)), law.logDensity(theta))); // prettier-ignore
    same(add(log(expectation(law, ratio)), exact(shift)), model.logEvidence, 2 ** -38);
  });
  it('joint = evidence times posterior, at every theta', () => {
    for (const z of [-2, -0.5, 0, 0.3, 1.5]) {
      const theta = law.centre + z * law.scale;
      if (!(theta > law.support[0] && theta < law.support[1])) continue;
      same(subtract(model.logJoint(theta), law.logDensity(theta)), model.logEvidence, 2 ** -40);
    }
  });
  it('the ELBO is E_q log joint + H(q), and misses the evidence by the divergence', () => {
    const elbo = model.elbo(q.parameters);
    same(add(expectation(q, model.logJoint), entropy(q)), elbo, 2 ** -36);
    same(subtract(model.logEvidence, elbo), kl(q, law), 2 ** -40);
    expect(compare(elbo, model.logEvidence)).toBe('less');
  });
  it('the posterior attains it', () => same(model.elbo(law.parameters), model.logEvidence, 2 ** -44));
});

describe('a mixture', () => {
  const law = normalMixture([0.25, 0.75], [-2, 1], [0.5, 1]);
  const attained = data.map((x) => responsibilities(law, x).map((r) => r.value));
  it('the bound of EM is attained at the posterior responsibilities, and only there', () => {
    const total = logLikelihood(law, data);
    // the responsibilities are rounded: a bound that is flat at its maximum loses the square of that
    expect(Math.abs(mixtureElbo(law, data, attained).value - total.value)).toBeLessThan(
      2 ** -46 * Math.abs(total.value),
    );
    const others = [[0.5, 0.5], [0.875, 0.125], [0.25, 0.75], [0.5, 0.5], [1, 0]]; // prettier-ignore
    expect(compare(mixtureElbo(law, data, others), total)).toBe('less');
  });
  it('EM never lowers the likelihood, and ends where it cannot be raised', () => {
    const { law: found, trace } = fitNormalMixture([...data, -2.5, -1.75, -2.25, 0.5], law);
    for (let i = 1; i < trace.length; i++)
      // up to the rounding of the sum
      expect(trace[i]!.logLikelihood).toBeGreaterThan(trace[i - 1]!.logLikelihood - 2 ** -46);
    expect(trace.length).toBeGreaterThan(5);
    const weights = found.shares.map((s) => s.value);
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 14);
  });
});

describe('gradient estimators', () => {
  const cases = [
    { f: [0, 0, 1], mu: 1.5, sigma: 0.5 },
    { f: [1, -2, 0, 3], mu: -0.25, sigma: 2 },
  ];
  for (const { f, mu, sigma } of cases)
    for (const parameter of ['mu', 'sigma'] as const)
      for (const method of ['score', 'reparameterisation'] as const)
        it(`${method}, ${parameter}, f = ${f.join(', ')}: mean and variance by quadrature`, () => {
          const q = normal(mu, sigma);
          const horner = (c: readonly number[], x: Bounded): Bounded => c.reduceRight((s, k) => add(multiply(s, x), exact(k)), exact(0)); // prettier-ignore
          const slope = f.slice(1).map((c, i) => c * (i + 1));
          const at = (x: number): Bounded =>
            method === 'score'
              ? multiply(horner(f, exact(x)), q.score!(x)[parameter === 'mu' ? 0 : 1]!)
              : multiply(horner(slope, exact(x)), parameter === 'mu' ? exact(1) : exact((x - mu) / sigma));
          const { mean, variance } = gradientMoments(f, { method, parameter, mu, sigma });
          same(expectation(q, at), mean, 2 ** -30);
          same(expectation(q, (x) => square(subtract(at(x), mean))), variance, 2 ** -30); // prettier-ignore
        });
  it('for x^2 the score function has variance mu^4/sigma^2 + 14 mu^2 + 15 sigma^2, the other 4 sigma^2', () => {
    const base = { parameter: 'mu', mu: 3, sigma: 0.5 } as const;
    expect(gradientMoments([0, 0, 1], { ...base, method: 'score' }).variance.value).toBe(81 / 0.25 + 14 * 9 + 15 / 4);
    expect(gradientMoments([0, 0, 1], { ...base, method: 'reparameterisation' }).variance.value).toBe(1);
  });
});
