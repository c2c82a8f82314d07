/** What the library gives for one reference case: a value with its bound, or why there is none. */
import {
  type Law,
  type Sample,
  betaBinomial,
  betaInformation,
  categorical,
  cdf,
  chiSquared,
  crossEntropy,
  entropy,
  finiteFromWeights,
  gammaInformationDeterminant,
  gammaPoisson,
  gradientMoments,
  hellingerSquared,
  isMixture,
  jensenShannon,
  kl,
  logLikelihood,
  logProbability,
  mean,
  mixtureElbo,
  normalNormal,
  probability,
  quantile,
  sumTail,
  survival,
  variance,
  totalVariation,
  bernoulli,
} from '../../lib/distribution/index.ts';
import { type Bounded, add, exact, multiply, subtract, sum } from '../../lib/number/bounded.ts';
import { digamma, logGamma, trigamma } from '../../lib/meaning/special.ts';
import { erf, erfc } from '../../lib/number/special.ts';
import { logSumExp } from '../../lib/number/log-sum-exp.ts';
import { less, narrow, times } from '../../lib/number/wide.ts';
import { type Inputs, Unsupported, fitOf, lawOf, parameterName, scalar, take } from './laws.ts';

export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Inputs;
  readonly value?: string;
  readonly kappa?: number | null;
}

const two =
  (f: (p: Law, q: Law) => Bounded) =>
  (i: Inputs): Bounded =>
    f(scalar(take(i, 'p')), scalar(take(i, 'q')));

function divergence(i: Inputs): Bounded {
  const [p, q] = [lawOf(take(i, 'p')), lawOf(take(i, 'q'))];
  if (p.kind === 'vector' && q.kind === 'vector') return p.klTo(q);
  if (p.kind === 'vector' || q.kind === 'vector') throw new Unsupported(`${p.name} against ${q.name}`);
  return kl(p, q);
}

function crossed(i: Inputs): Bounded {
  const [p, q] = [lawOf(take(i, 'p')), lawOf(take(i, 'q'))];
  if (p.kind === 'vector' && q.kind === 'vector') return add(p.entropy, p.klTo(q));
  return two(crossEntropy)(i);
}

function tail(i: Inputs): Bounded {
  const end = (name: string, none: number): number => (i[name] ?? none) as number;
  if (i.pmf === undefined)
    return sumTail(bernoulli(take(i, 'p')), take(i, 'n'), end('k_le', -Infinity), end('k_ge', Infinity));
  const { values, probs } = i.pmf as { values: number[]; probs: number[] | string };
  const law = typeof probs === 'string' ? equalShares(values, probs) : categorical(probs, values);
  return sumTail(law, take(i, 'n'), end('sum_le', -Infinity), end('sum_ge', Infinity));
}

/** "1/6 each (exact)", or "1/36, 2/36, …". */
function equalShares(values: readonly number[], text: string): Law & { kind: 'finite' } {
  const shares = [...text.matchAll(/(\d+)\s*\/\s*(\d+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const);
  const each = /each/.test(text) && shares.length === 1;
  if (!each && shares.length !== values.length) throw new Unsupported(`probabilities "${text}"`);
  const weights = each ? values.map(() => shares[0]![0]) : shares.map(([n]) => n);
  const whole = weights.reduce((a, b) => a + b, 0);
  if (shares.some(([, d]) => d !== whole)) throw new Unsupported(`probabilities "${text}" do not add up to 1`);
  return finiteFromWeights(weights, values);
}

function model(i: Inputs) {
  if (i.k !== undefined) return betaBinomial(take(i, 'k'), i as { n: number; a: number; b: number });
  if (i.s0 !== undefined) return normalNormal(take(i, 'data'), i as { sigma: number; m0: number; s0: number });
  if (/poisson/i.test(String(i.model))) return gammaPoisson(take(i, 'data'), i as { a: number; b: number });
  throw new Unsupported(`model ${JSON.stringify(i.model)}`);
}

function elbo(i: Inputs): Bounded {
  if (i.responsibilities !== undefined) {
    const law = scalar(take(i, 'model'));
    if (law.kind !== 'density' || !isMixture(law)) throw new Unsupported(`responsibilities for ${law.name}`);
    return mixtureElbo(law, take(i, 'data'), take(i, 'responsibilities'));
  }
  return model(i).elbo(scalar(take(i, 'q')).parameters!);
}

function fisher(i: Inputs): Bounded {
  const law = scalar(take(i, 'p'));
  const matrix = law.information?.();
  if (!matrix) throw new Unsupported(`Fisher information of ${law.name}`);
  const entry = take<string>(i, 'entry');
  const names = Object.keys(law.parameters!);
  if (entry !== 'determinant') {
    const [row, column] = entry.split(',').map((name) => names.indexOf(parameterName(name.trim(), names)));
    return matrix[row!]![column ?? row!]!;
  }
  if (law.name === 'gamma') return gammaInformationDeterminant(law.parameters!);
  if (law.name === 'beta') {
    const [first, second] = betaInformation(law.parameters!);
    return narrow(less(times(first![0]!, second![1]!), times(first![1]!, second![0]!)));
  }
  if (matrix.length === 1) return matrix[0]![0]!;
  if (matrix.length > 2) throw new Unsupported(`determinant of ${matrix.length} parameters`);
  return subtract(multiply(matrix[0]![0]!, matrix[1]![1]!), multiply(matrix[0]![1]!, matrix[1]![0]!));
}

/** Coefficients of f given as a list, or as a text such as x^2 or 3 z^2 - z + 1. */
function polynomial(f: unknown): number[] {
  if (Array.isArray(f)) return f as number[];
  const text = String(f).replace(/\s|\*/g, '').replace(/^.*=/, '');
  const terms = [...text.matchAll(/([+-]?)(\d+(?:\.\d+)?)?(?:([a-z]+)(?:\^(\d+))?)?/g)].filter((m) => m[0] !== '');
  const coefficients: number[] = [];
  for (const [, sign, number, letter, power] of terms) {
    const k = letter ? Number(power ?? 1) : 0;
    coefficients[k] = (coefficients[k] ?? 0) + (sign === '-' ? -1 : 1) * Number(number ?? 1);
  }
  if (terms.map((m) => m[0]).join('') !== text || text === '') throw new Unsupported(`f = ${String(f)}`);
  return Array.from(coefficients, (c) => c ?? 0);
}

function gradientVariance(i: Inputs): Bounded {
  const q = (i.q ?? i.p ?? i) as Inputs;
  if (q.family !== undefined && q.family !== 'normal') throw new Unsupported(`gradient under ${String(q.family)}`);
  const method = /repar|path/i.test(take<string>(i, 'estimator', 'method')) ? 'reparameterisation' : 'score';
  const parameter = /sigma/.test(String(i.param ?? i.parameter ?? 'mu')) ? 'sigma' : 'mu';
  const baseline = (i.baseline ?? 0) as number;
  const { mu, sigma } = { mu: take<number>(q, 'mu'), sigma: take<number>(q, 'sigma') };
  const one = gradientMoments(polynomial(take(i, 'f')), { method, parameter, mu, sigma, baseline }).variance;
  const draws = (i.samples ?? i.draws ?? i.n ?? 1) as number;
  return draws === 1 ? one : { value: one.value / draws, error: (one.error / draws) * (1 + Number.EPSILON) + one.value / draws * Number.EPSILON }; // prettier-ignore
}

const special =
  (f: (x: Bounded) => Bounded) =>
  (i: Inputs): Bounded =>
    f(exact(take<number>(i, 'x')));

const kinds: Readonly<Record<string, (i: Inputs) => Bounded>> = {
  kl: divergence,
  entropy: (i) => {
    const p = lawOf(take(i, 'p'));
    return p.kind === 'vector' ? p.entropy : entropy(p);
  },
  cross_entropy: crossed,
  jsd: two(jensenShannon),
  tv: two(totalVariation),
  hellinger2: two(hellingerSquared),
  chi2: two(chiSquared),
  elbo,
  log_evidence: (i) => model(i).logEvidence,
  tail,
  fisher,
  mle: (i) => {
    const estimates = fitOf(i);
    return estimates[parameterName(take(i, 'param'), Object.keys(estimates))]!;
  },
  logsumexp: (i) => logSumExp(take<number[]>(i, 'x').map(exact)),
  log_likelihood: (i) => logLikelihood(scalar(take(i, 'model', 'p')), take<Sample>(i, 'data', 'x')),
  sum: (i) => sum(take<number[]>(i, 'x', 'terms', 'values').map(exact)),
  gradient_variance: gradientVariance,
  cdf: (i) => cdf(scalar(take(i, 'p', 'law')), take(i, 'x', 'k')),
  survival: (i) => survival(scalar(take(i, 'p', 'law')), take(i, 'x', 'k')),
  quantile: (i) => quantile(scalar(take(i, 'p', 'law')), take(i, 'prob', 'q', 'level')),
  log_density: (i) => logProbability(scalar(take(i, 'p', 'law')), take(i, 'x', 'k')),
  density: (i) => probability(scalar(take(i, 'p', 'law')), take(i, 'x', 'k')),
  mean: (i) => mean(scalar(take(i, 'p', 'law'))),
  variance: (i) => variance(scalar(take(i, 'p', 'law'))),
  gammaln: special(logGamma),
  digamma: special(digamma),
  trigamma: special(trigamma),
  erf: special(erf),
  erfc: special(erfc),
};

/** Other names of the kinds. */
const same: Readonly<Record<string, string>> = { sf: 'survival', ppf: 'quantile', icdf: 'quantile', log_pdf: 'log_density', logpdf: 'log_density', log_pmf: 'log_density', logpmf: 'log_density', pdf: 'density', pmf: 'density', var: 'variance', log_gamma: 'gammaln', loggamma: 'gammaln', psi: 'digamma', differential_entropy: 'entropy' }; // prettier-ignore

export function compute(c: Case): Bounded | { readonly unsupported: string } {
  const kind = kinds[same[c.kind] ?? c.kind];
  if (!kind) return { unsupported: `kind ${c.kind}` };
  try {
    return kind(c.inputs);
  } catch (error) {
    if (error instanceof Unsupported || error instanceof RangeError) return { unsupported: error.message };
    throw error;
  }
}
