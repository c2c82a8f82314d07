/**
 * Laws that have a name: `\mathcal{N}(\mu, \sigma^2)`, `\mathrm{Gam}(a, b)`. One line a law in the table: its heads,
 * its parameters in the order in which they are written, and its maker. The makers of lib/distribution take doubles; to
 * take a rounded parameter for the true one would understate the error of every number of the law.
 */
import { add, bounded, divide, exact, exp, expm1, multiply, sqrt, square, subtract, sum, U, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { bernoulli } from '../distribution/bernoulli.ts';
import { beta } from '../distribution/beta.ts';
import { binomial } from '../distribution/binomial.ts';
import { cauchy } from '../distribution/cauchy.ts';
import { discreteUniform } from '../distribution/discrete-uniform.ts';
import { exponential } from '../distribution/exponential.ts';
import { gamma } from '../distribution/gamma.ts';
import { geometric } from '../distribution/geometric.ts';
import { laplace } from '../distribution/laplace.ts';
import { uncertainNormal } from '../distribution/uncertain-normal.ts';
import { lognormal } from '../distribution/lognormal.ts';
import { normal } from '../distribution/normal.ts';
import { negativeBinomial } from '../distribution/negative-binomial.ts';
import { poisson } from '../distribution/poisson.ts';
import { studentT } from '../distribution/student-t.ts';
import { uniform } from '../distribution/uniform.ts';
import { betaBinomialLaw, hypergeometric } from '../distribution/urn.ts';
import { bernoulliSlopes, betaSlopes, binomialSlopes, cauchySlopes, exponentialSlopes, fSlopes, gammaSlopes, geometricSlopes, inverse, laplaceSlopes, lognormalSlopes, negativeBinomialSlopes, poissonSlopes, rest, studentSlopes } from './slopes.ts'; // prettier-ignore
import { uncertain, uncertainUniform, type Moments, type Slopes, type Theta } from './uncertain.ts';
import { inverseGamma, movedStudentT, wald } from './by-formula.ts';
import { fLaw, fMoments, gumbel, logistic, pareto, vonMises, weibull } from './more-laws.ts';
import type { DensityLaw } from '../distribution/density.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';
import { normalGamma, type Makers } from '../distribution/normal-gamma.ts';
import type { Law, MatrixValue } from './value.ts';
import { matrixNormal, vectorT, wishart } from './matrix-law.ts';
import { vectorDirichlet, vectorNormal, type VectorLaw } from './vector-law.ts';

export interface NamedLaw {
  readonly heads: readonly string[];
  /** In words, for messages. */
  readonly name: string;
  /** In words, in the order in which they are written; one with dots stands for any number. */
  readonly parameters: readonly string[];
  /** Throws RangeError for parameters outside their domain. */
  readonly make: (theta: Theta) => Law;
  /** The same name with another number of parameters. */
  readonly other?: NamedLaw;
}

/** A law of several variables together. */
export interface NamedJoint extends Omit<NamedLaw, 'make' | 'other'> {
  readonly makeJoint: (theta: Theta) => JointDensity;
}

/** A law of vectors, of vectors and matrices. */
export interface NamedVector extends Omit<NamedLaw, 'make' | 'other'> {
  readonly makeVector: (theta: readonly MatrixValue[]) => VectorLaw;
}

const [ONE, TWO] = [exact(1), exact(2)];
const isExact = (theta: Theta): boolean => theta.every((p) => p.error === 0);
const none = (): Moments => [null, null];

const law = (maker: (...theta: number[]) => Law, slopes: Slopes, moments: (theta: Theta) => Moments) => (theta: Theta): Law => {
  const base = maker(...theta.map((p) => p.value));
  return isExact(theta) ? base : uncertain(base, theta, slopes, moments(theta));
}; // prettier-ignore

/** Of n trials of probability p. */
const trials = (n: Bounded, p: Bounded): Moments => [multiply(n, p), multiply(multiply(n, p), rest(p))];
const gammaMoments = (a: Bounded, b: Bounded): Moments => [divide(a, b), divide(divide(a, b), b)];

function betaMoments([a, b]: Theta): Moments {
  const n = add(a!, b!);
  const mean = divide(a!, n);
  return [mean, divide(multiply(mean, divide(b!, n)), add(n, ONE))];
}

function lognormalMoments([mu, sigma]: Theta): Moments {
  const v = square(sigma!);
  const mean = exp(add(mu!, divide(v, TWO)));
  return [mean, multiply(expm1(v), square(mean))];
}

/** The mean exists for v > 1, the variance is finite for v > 2. */
const studentMoments = ([v]: Theta): Moments => [
  v!.value - v!.error > 1 ? exact(0) : null,
  v!.value - v!.error > 2 ? divide(v!, subtract(v!, TWO)) : null,
];

function demandVariance(name: string, variance: Bounded): void {
  if (!(variance.value > 0 && variance.value < Infinity))
    throw new RangeError(`${name}: variance must be in (0, inf), got ${variance.value}`);
}

/** Its standard deviation may have to be rounded. */
function normalBy([mean, variance]: Theta): Law {
  demandVariance('normal', variance!);
  const sigma = sqrt(variance!);
  if (isExact([mean!, sigma])) return normal(mean!.value, sigma.value);
  if (!Number.isFinite(mean!.value)) throw new RangeError(`normal: mean must be finite, got ${mean!.value}`);
  return uncertainNormal(mean!, variance!);
}

function lognormalBy([mean, variance]: Theta): Law {
  demandVariance('lognormal', variance!);
  return law((m, s) => lognormal(m!, s!), lognormalSlopes, lognormalMoments)([mean!, sqrt(variance!)]);
}

const uniformBy = ([lower, upper]: Theta): Law =>
  isExact([lower!, upper!]) ? uniform(lower!.value, upper!.value) : uncertainUniform(lower!, upper!);

/** On 1, …, k; what is written must add up to 1. */
function categoricalBy(theta: Theta): Law {
  const low = theta.find((p) => !(p.value >= 0));
  if (low) throw new RangeError(`categorical: probabilities must be in [0, 1], got ${low.value}`);
  const total = sum(theta);
  if (!(Math.abs(total.value - 1) <= total.error + 2 * U * theta.length))
    throw new RangeError(`categorical: probabilities must be numbers with sum 1, got sum ${total.value}`);
  return { kind: 'finite', name: 'categorical', outcomes: theta.map((_, i) => i + 1), probabilities: theta };
}

/** Above this rate the outcomes of a Poisson law are too many for a list. */
const MOST_LISTED = 2 ** 20;

/**
 * A Poisson law under an integral that runs up to infinity: a probability is known to lie in [0, 1], which is enough where
 * the other factor has underflowed.
 */
function farPoisson(rate: Bounded): Law {
  if (!Number.isFinite(rate.value)) throw new RangeError(`Poisson: rate must be in (0, inf), got ${rate.value}`);
  const tail = { omitted: 1, below: true, above: true };
  return { kind: 'finite', name: 'far Poisson', parameters: { rate: rate.value }, outcomes: [Math.floor(rate.value)], probabilities: [bounded(0.5, 0.5)], tail, mean: rate, variance: rate };
} // prettier-ignore

/** Whole numbers at these places must be known. */
const counted = (what: string, places: readonly number[], make: (theta: Theta) => Law) => (theta: Theta): Law => {
  const open = places.find((i) => theta[i]!.error > 0);
  if (open !== undefined) throw new RangeError(`${what} must be known exactly, got ${theta[open]!.value} within ${theta[open]!.error}`);
  return make(theta);
}; // prettier-ignore

/** Of which line a law is, and its parameters as they were known. */
interface Origin {
  readonly name: string;
  readonly theta: Theta;
}

/** Kept with the law: a weak map from laws, of which integrals make one at each place, is slow to clear away. */
const origin = Symbol('origin');
type Made = Law & { [origin]?: Origin };
/** undefined for a law that no line of the table made. */
export const originOf = (law: Made): Origin | undefined => law[origin];

const line = (heads: string, name: string, parameters: string, make: NamedLaw['make'], other?: NamedLaw): NamedLaw => ({
  heads: heads.split(' '),
  name: `${name} law`,
  parameters: parameters.split(', '),
  make: (theta) => {
    const law: Made = make(theta);
    law[origin] = { name: `${name} law`, theta };
    return law;
  },
  ...(other ? { other } : {}),
}); // prettier-ignore

const gammaBy = law(gamma, gammaSlopes, ([a, b]) => gammaMoments(a!, b!));
/** The law of the sum of the squares of k standard normal variables. */
const chiSquaredBy = ([k]: Theta): Law => gammaBy([divide(k!, TWO), exact(0.5)]) as Law;
const makers: Makers = {
  gamma: (a, b) => gammaBy([a, b]) as DensityLaw,
  studentT: (location, squared, df) => movedStudentT([location, squared, df]),
};

export const namedLaws: readonly NamedLaw[] = [
  line('\\mathcal{N} N Normal', 'normal', 'mean, variance', normalBy),
  line('Bern Ber Bernoulli', 'Bernoulli', 'probability', law(bernoulli, bernoulliSlopes, ([p]) => trials(ONE, p!))),
  line('Bin Binom Binomial', 'binomial', 'number of trials, probability', counted('binomial: n', [0], law(binomial, binomialSlopes, ([n, p]) => trials(n!, p!)))),
  line('Poiss Pois Poi Poisson', 'Poisson', 'rate', (theta) => theta[0]!.value > MOST_LISTED ? farPoisson(theta[0]!) : law(poisson, poissonSlopes, ([l]) => [l!, l!])(theta)),
  line('Geom Geo Geometric', 'geometric', 'probability', law(geometric, geometricSlopes, ([p]) => [inverse(p!), divide(rest(p!), square(p!))])),
  line('NB NegBin NegativeBinomial', 'negative binomial', 'number of successes, probability', counted('negative binomial: the number of successes', [0], law(negativeBinomial, negativeBinomialSlopes, ([r, p]) => [divide(multiply(r!, rest(p!)), p!), divide(multiply(r!, rest(p!)), square(p!))]))),
  line('Hyp Hypergeometric', 'hypergeometric', 'number of all, number of successes among them, number of draws', counted('hypergeometric: all numbers', [0, 1, 2], law(hypergeometric, () => [], none))),
  line('BetBin BetaBin BetaBinomial', 'beta-binomial', 'number of trials, a, b', counted('beta-binomial: all parameters', [0, 1, 2], law(betaBinomialLaw, () => [], none))),
  line('Cat Categorical', 'categorical', 'probabilities…', categoricalBy),
  line('DU DiscreteUniform', 'discrete uniform', 'least, largest', counted('discrete uniform: both ends', [0, 1], law(discreteUniform, () => [], none))),
  line('Exp Expon Exponential', 'exponential', 'rate', law(exponential, exponentialSlopes, ([r]) => gammaMoments(ONE, r!))),
  line('Gam Gamma', 'gamma', 'shape, rate', gammaBy),
  line('Bet Beta', 'beta', 'a, b', law(beta, betaSlopes, betaMoments)),
  line('\\mathcal{U} U Unif Uniform', 'uniform', 'lower end, upper end', uniformBy),
  line('Lap Laplace', 'Laplace', 'mean, scale', law(laplace, laplaceSlopes, ([m, b]) => [m!, multiply(TWO, square(b!))])),
  line('Cauchy', 'Cauchy', 'location, scale', law(cauchy, cauchySlopes, none)),
  line('t Student StudentT', 't', 'degrees of freedom', law((df) => studentT(df!), studentSlopes, studentMoments), line('t', 't', 'location, squared scale, degrees of freedom', movedStudentT)),
  line('\\chi^2', 'chi-squared', 'degrees of freedom', chiSquaredBy),
  line('InvGam InverseGamma', 'inverse gamma', 'shape, rate', inverseGamma),
  line('F FisherF', 'F', 'first degrees of freedom, second degrees of freedom', law((u, v) => fLaw([exact(u!), exact(v!)]), fSlopes, fMoments)),
  line('vM VonMises', 'von Mises', 'location, concentration', vonMises),
  line('Weibull', 'Weibull', 'scale, shape', weibull),
  line('Pareto', 'Pareto', 'least value, exponent', pareto),
  line('Logistic', 'logistic', 'location, scale', logistic),
  line('Gumbel', 'Gumbel', 'location, scale', gumbel),
  line('Wald', 'Wald', 'drift, level', wald),
  line('LN LogNormal Lognormal', 'log-normal', 'mean of the logarithm, variance of the logarithm', lognormalBy),
]; // prettier-ignore

export const namedJoints: readonly NamedJoint[] = [
  {
    heads: ['NG', 'NormalGamma'],
    name: 'normal-gamma law',
    parameters: ['mean', 'inverse of the precision factor', 'shape', 'rate'],
    makeJoint: ([m, v, a, b]) => normalGamma(m!, v!, a!, b!, makers),
  },
];

export const namedVectors: readonly NamedVector[] = [
  { heads: ['\\mathcal{N}', 'N', 'Normal'], name: 'normal law', parameters: ['mean', 'covariance'], makeVector: ([m, c]) => vectorNormal(m!, c!) },
  { heads: ['Dir', 'Dirichlet'], name: 'Dirichlet law', parameters: ['vector of weights'], makeVector: ([a]) => vectorDirichlet(a!) },
  { heads: ['\\mathcal{MN}', 'MN', 'MatrixNormal'], name: 'matrix normal law', parameters: ['mean', 'covariance of rows', 'covariance of columns'], makeVector: ([m, u, v]) => matrixNormal(m!, u!, v!) },
  { heads: ['\\mathcal{W}', 'W', 'Wishart'], name: 'Wishart law', parameters: ['scale', 'degrees of freedom'], makeVector: ([v, n]) => wishart(v!, n!) },
  { heads: ['t', 'Student', 'StudentT'], name: 't law', parameters: ['location', 'squared scale', 'degrees of freedom'], makeVector: ([m, s, v]) => vectorT(m!, s!, v!) },
]; // prettier-ignore

const vectorByHead = new Map(namedVectors.flatMap((l) => l.heads.map((head) => [head, l] as const)));
/** The law of vectors that the head may name, beside one of numbers. */
export const namedVector = (head: string): NamedVector | undefined => vectorByHead.get(head);

const byHead = new Map(namedLaws.flatMap((l) => l.heads.map((head) => [head, l] as const)));
const jointByHead = new Map(namedJoints.flatMap((l) => l.heads.map((head) => [head, l] as const)));

export const namedLaw = (head: string): NamedLaw | undefined => byHead.get(head);
export const namedAny = (head: string): NamedLaw | NamedJoint | NamedVector | undefined =>
  byHead.get(head) ?? jointByHead.get(head) ?? vectorByHead.get(head);
/** Heads that are written without a roman face: brackets after them hold parameters. */
export const lawHeads: readonly string[] = [
  ...new Set([...byHead.keys(), ...jointByHead.keys(), ...vectorByHead.keys()]),
];
