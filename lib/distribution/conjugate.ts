import { type Bounded, add, exact } from '../number/bounded.ts';
import { logBeta, logChoose, logGamma } from '../number/gamma.ts';
import {
  HALF_LOG_TAU,
  type Wide,
  less,
  ln,
  ln1p,
  minus,
  narrow,
  over,
  plus,
  root,
  times,
  wide,
} from '../number/wide.ts';
import { beta, betaKl } from './beta.ts';
import { binomial } from './binomial.ts';
import { type Fit, type Parameters, type Sample, demand, demandSample } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { gamma, gammaKl } from './gamma.ts';
import { logLikelihood } from './likelihood.ts';
import { normal } from './normal.ts';

/**
 * A model with one unknown theta whose posterior is of its prior's kind. Everything is in nats and computed in
 * double-double. (Bishop 2006, sections 2.1 to 2.3; Gelman et al. 2013, chapter 2.)
 */
export interface Conjugate {
  readonly prior: DensityLaw;
  /** The posterior; its parameters are rounded in `law` and have their bounds in `estimates`. */
  readonly posterior: Fit<DensityLaw>;
  /** log of the integral of likelihood times prior. */
  readonly logEvidence: Bounded;
  /** log p(data, theta), -Infinity off the prior's support. */
  logJoint(theta: number): Bounded;
  /** E_q log p(data, theta) + H(q) for q of the prior's kind: log evidence - KL(q || posterior). */
  elbo(q: Parameters): Bounded;
}

const HALF = wide(0.5);
const ONE = wide(1);
const squared = (a: Wide): Wide => times(a, a);
const total = (list: readonly Wide[]): Wide => plus(wide(0), ...list);

/** x_i ~ N(theta, sigma^2) independent, theta ~ N(m0, s0^2). */
export function normalNormal(sample: Sample, p: { sigma: number; m0: number; s0: number }): Conjugate {
  demandSample('normal-normal', sample, 'finite', Number.isFinite);
  const prior = normal(p.m0, p.s0);
  demand(p.sigma > 0 && p.sigma < Infinity, 'normal-normal', 'sigma', 'in (0, inf)', p.sigma);
  const x = Array.from(sample, (v) => wide(v));
  const n = wide(sample.length);
  const [m0, noise, spread] = [wide(p.m0), squared(wide(p.sigma)), squared(wide(p.s0))];
  const mean = over(total(x), n);
  const squares = total(x.map((v) => squared(less(v, mean))));
  const whole = plus(noise, times(n, spread));
  const fitting = plus(over(squares, noise), over(times(n, squared(less(mean, m0))), whole));
  const constant = plus(
    times(n, plus(HALF_LOG_TAU, ln(wide(p.sigma)))),
    times(HALF, ln1p(over(times(n, spread), noise))),
  );
  const evidence = minus(plus(constant, times(HALF, fitting)));
  const centre = over(plus(times(noise, m0), times(times(n, spread), mean)), whole);
  const variance = over(times(noise, spread), whole);
  const estimates = { mu: narrow(centre), sigma: narrow(root(variance)) };
  return {
    prior,
    posterior: { law: normal(estimates.mu.value, estimates.sigma.value), estimates },
    logEvidence: narrow(evidence),
    logJoint: (theta) => add(prior.logDensity(theta), logLikelihood(normal(theta, p.sigma), sample)),
    elbo: ({ mu, sigma }) => {
      normal(mu!, sigma!); // refuses what is not a normal law
      const r = over(squared(wide(sigma!)), variance);
      const shift = over(squared(less(wide(mu!), centre)), variance);
      return narrow(less(evidence, times(HALF, plus(r, wide(-1), minus(ln(r)), shift))));
    },
  };
}

/** k ~ Binomial(n, theta), theta ~ Beta(a, b). */
export function betaBinomial(k: number, p: { n: number; a: number; b: number }): Conjugate {
  const prior = beta(p.a, p.b);
  demand(Number.isInteger(p.n) && p.n >= 0, 'beta-binomial', 'n', 'an integer >= 0', p.n);
  demand(Number.isInteger(k) && k >= 0 && k <= p.n, 'beta-binomial', 'k', `an integer in [0, ${p.n}]`, k);
  const [a, b] = [plus(wide(p.a), wide(k)), plus(wide(p.b), wide(p.n - k))];
  const evidence = plus(logChoose(p.n, k), logBeta(a, b), minus(logBeta(wide(p.a), wide(p.b))));
  const estimates = { a: narrow(a), b: narrow(b) };
  return {
    prior,
    posterior: { law: beta(a.hi, b.hi), estimates },
    logEvidence: narrow(evidence),
    logJoint: (theta) => add(prior.logDensity(theta), logLikelihood(binomial(p.n, theta), [k])),
    elbo: (q) => {
      beta(q.a!, q.b!);
      return narrow(less(evidence, betaKl([wide(q.a!), wide(q.b!)], [a, b])));
    },
  };
}

/** x_i ~ Poisson(theta) independent, theta ~ Gamma(shape a, rate b). */
export function gammaPoisson(sample: Sample, p: { a: number; b: number }): Conjugate {
  const prior = gamma(p.a, p.b);
  demandSample('gamma-poisson', sample, 'an integer >= 0', (x) => Number.isInteger(x) && x >= 0);
  const x = Array.from(sample, (v) => wide(v));
  const [a, b] = [wide(p.a), wide(p.b)];
  const [shape, rate] = [plus(a, ...x), plus(b, wide(sample.length))];
  const before = less(times(a, ln(b)), logGamma(a));
  const after = less(times(shape, ln(rate)), logGamma(shape));
  const factorials = total(x.map((v) => logGamma(plus(v, ONE))));
  const evidence = plus(before, minus(after), minus(factorials));
  const estimates = { shape: narrow(shape), rate: narrow(rate) };
  return {
    prior,
    posterior: { law: gamma(shape.hi, rate.hi), estimates },
    logEvidence: narrow(evidence),
    // not by the Poisson law, whose parameter ends at 2^53
    logJoint: (theta) => {
      if (!(theta > 0 && theta < Infinity)) return exact(-Infinity);
      const t = wide(theta);
      const terms = less(times(less(shape, a), ln(t)), plus(times(less(rate, b), t), factorials));
      return add(prior.logDensity(theta), narrow(terms));
    },
    elbo: (q) => {
      gamma(q.shape!, q.rate!);
      return narrow(less(evidence, gammaKl([wide(q.shape!), wide(q.rate!)], [shape, rate])));
    },
  };
}
