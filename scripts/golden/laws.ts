/** The laws of a reference case, by the names and the parameters' names that such files use. */
import {
  type Law,
  type Sample,
  type VectorLaw,
  bernoulli,
  beta,
  betaBinomialLaw,
  binomial,
  categorical,
  cauchy,
  dirichlet,
  discreteUniform,
  exponential,
  fitBernoulli,
  fitBeta,
  fitBinomial,
  fitCauchy,
  fitExponential,
  fitGamma,
  fitGeometric,
  fitLaplace,
  fitLognormal,
  fitNormal,
  fitPoisson,
  fitStudentT,
  fitUniform,
  gamma,
  geometric,
  hypergeometric,
  laplace,
  lognormal,
  multivariateNormal,
  negativeBinomial,
  normal,
  normalMixture,
  poisson,
  studentT,
  uniform,
} from '../../lib/distribution/index.ts';
import { namedLaw } from '../../lib/meaning/named.ts';
import { type Bounded, exact } from '../../lib/number/bounded.ts';

/** Something that this library, or this adapter, does not have; its message says what. */
export class Unsupported extends Error {}

export type Inputs = Readonly<Record<string, unknown>>;

/** The first of several names for one input that is there. */
export function take<T>(from: Inputs, ...names: string[]): T {
  const name = names.find((n) => from[n] !== undefined && from[n] !== null);
  if (name === undefined) throw new Unsupported(`no input ${names.join(' or ')}`);
  return from[name] as T;
}
const has = (from: Inputs, name: string): boolean => from[name] !== undefined;

const rate = (p: Inputs): number => (has(p, 'rate') ? take<number>(p, 'rate') : 1 / take<number>(p, 'scale', 'theta'));
const location = (p: Inputs): number => (has(p, 'loc') ? take(p, 'loc') : ((p.location ?? p.mu ?? 0) as number));
const scale = (p: Inputs): number => (p.scale ?? p.b ?? p.gamma ?? p.sigma ?? 1) as number;

const named = (head: string, ...theta: number[]): Law => namedLaw(head)!.make(theta.map(exact));

const makers: Readonly<Record<string, (p: Inputs) => Law | VectorLaw>> = {
  normal: (p) => normal(take(p, 'mu', 'mean', 'loc'), take(p, 'sigma', 'sd', 'scale')),
  bernoulli: (p) => bernoulli(take(p, 'p')),
  binomial: (p) => binomial(take(p, 'n'), take(p, 'p')),
  categorical: (p) => categorical(take(p, 'probs', 'p'), p.values as number[] | undefined),
  poisson: (p) => poisson(take(p, 'lambda_', 'lambda', 'rate')),
  geometric: (p) => geometric(take(p, 'p')),
  discreteuniform: (p) => discreteUniform(take(p, 'low', 'lower', 'a'), take(p, 'high', 'upper', 'b')),
  exponential: (p) => exponential(rate(p)),
  gamma: (p) => gamma(take(p, 'shape', 'a', 'alpha'), rate({ rate: p.b ?? p.beta, ...p })),
  beta: (p) => beta(take(p, 'a', 'alpha'), take(p, 'b', 'beta')),
  studentt: (p) => studentT(take(p, 'df', 'nu'), location(p), scale(p)),
  laplace: (p) => laplace(location(p), scale(p)),
  cauchy: (p) => cauchy(location(p), scale(p)),
  lognormal: (p) => lognormal(take(p, 'mu'), take(p, 'sigma')),
  uniform: (p) => uniform(take(p, 'low', 'lower', 'a'), take(p, 'high', 'upper', 'b')),
  normalmixture: (p) => normalMixture(take(p, 'weights'), take(p, 'mus', 'means'), take(p, 'sigmas', 'sds')),
  mvn: (p) => multivariateNormal(take(p, 'mean', 'mu'), take(p, 'cov', 'covariance')),
  dirichlet: (p) => dirichlet(take(p, 'alpha', 'a')),
  negativebinomial: (p) => negativeBinomial(take(p, 'r', 'n'), take(p, 'p')),
  hypergeometric: (p) => hypergeometric(take(p, 'N', 'M'), take(p, 'K'), take(p, 'n')),
  betabinomial: (p) => betaBinomialLaw(take(p, 'n'), take(p, 'a', 'alpha'), take(p, 'b', 'beta')),
  chisquared: (p) => named('\\chi^2', take(p, 'df', 'k', 'nu')),
  inversegamma: (p) => named('InvGam', take(p, 'shape', 'a', 'alpha'), take(p, 'rate', 'scale', 'b', 'beta')),
  f: (p) => named('F', take(p, 'u', 'd1', 'dfn'), take(p, 'v', 'd2', 'dfd')),
  vonmises: (p) => named('vM', location(p), take(p, 'kappa')),
  weibull: (p) => named('Weibull', scale(p), take(p, 'shape', 'k', 'c')),
  pareto: (p) => named('Pareto', take(p, 'xm', 'scale', 'minimum'), take(p, 'alpha', 'a', 'shape')),
  logistic: (p) => named('Logistic', location(p), scale(p)),
  gumbel: (p) => named('Gumbel', location(p), scale(p)),
};

/** Names without case, spaces and signs; a dimension at the end says no more than the mean vector. */
const plainName = (family: string): string => {
  const name = family.toLowerCase().replace(/[^a-z]/g, '');
  return { mvnormal: 'mvn', multivariatenormal: 'mvn', gaussian: 'normal', t: 'studentt', student: 'studentt', mixture: 'normalmixture', gaussianmixture: 'normalmixture', chi: 'chisquared', chisq: 'chisquared', chisquare: 'chisquared', invgamma: 'inversegamma', fdistribution: 'f', nbinom: 'negativebinomial', negbin: 'negativebinomial', hypergeom: 'hypergeometric', vm: 'vonmises' }[name] ?? name; // prettier-ignore
};

export function lawOf(p: Inputs): Law | VectorLaw {
  const family = take<string>(p, 'family');
  const make = makers[plainName(family)];
  if (!make) throw new Unsupported(`family ${family}`);
  return make(p);
}

export function scalar(p: Inputs): Law {
  const law = lawOf(p);
  if (law.kind === 'vector') throw new Unsupported(`${law.name} here`);
  return law;
}

const fits: Readonly<Record<string, (sample: Sample, p: Inputs) => Readonly<Record<string, Bounded>>>> = {
  normal: (s) => fitNormal(s).estimates,
  bernoulli: (s) => fitBernoulli(s).estimates,
  binomial: (s, p) => fitBinomial(s, take(p, 'n')).estimates,
  poisson: (s) => fitPoisson(s).estimates,
  geometric: (s) => fitGeometric(s).estimates,
  exponential: (s) => fitExponential(s).estimates,
  gamma: (s) => fitGamma(s).estimates,
  beta: (s) => fitBeta(s).estimates,
  laplace: (s) => fitLaplace(s).estimates,
  cauchy: (s) => fitCauchy(s).estimates,
  lognormal: (s) => fitLognormal(s).estimates,
  uniform: (s) => fitUniform(s).estimates,
  studentt: (s, p) => fitStudentT(s, take(p, 'df', 'nu')).estimates,
};

export function fitOf(p: Inputs): Readonly<Record<string, Bounded>> {
  const fit = fits[plainName(take<string>(p, 'family'))];
  if (!fit) throw new Unsupported(`fit of family ${String(p.family)}`);
  return fit(take(p, 'data', 'x'), p);
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  mu: ['mu', 'mean', 'location'],
  loc: ['location', 'mu'],
  mean: ['mu'],
  sigma: ['sigma', 'scale'],
  sd: ['sigma'],
  scale: ['scale', 'sigma'],
  b: ['b', 'scale'],
  lambda_: ['lambda'],
  low: ['lower'],
  high: ['upper'],
  a: ['a', 'shape', 'lower'],
  nu: ['df'],
};

/** The library's name of a parameter. */
export function parameterName(name: string, names: readonly string[]): string {
  const found = [name, ...(aliases[name] ?? [])].find((n) => names.includes(n));
  if (found === undefined) throw new Unsupported(`parameter ${name}; there are ${names.join(', ')}`);
  return found;
}
