/** Named laws against formulas of their own, and the bounds of laws whose parameters are not known exactly. */
import { describe, expect, test } from 'vitest';
import type { Law } from '../../lib/distribution/density.ts';
import { logProbability, probability } from '../../lib/distribution/likelihood.ts';
import { kl } from '../../lib/distribution/divergence.ts';
import { mean, variance } from '../../lib/distribution/expectation.ts';
import { namedLaw, namedLaws } from '../../lib/meaning/named.ts';
import { bounded, exact, type Bounded } from '../../lib/number/bounded.ts';
import { relations } from '../check/page.ts';

/** For every law: its parameters, and places in its support. */
const members: Record<string, { theta: number[]; free: number[]; places: number[] }> = {
  'normal law': { theta: [0.7, 2.3], free: [0, 1], places: [-3, 0.7, 1, 6] },
  'Bernoulli law': { theta: [0.3], free: [0], places: [0, 1] },
  'binomial law': { theta: [7, 0.3], free: [1], places: [0, 1, 3, 7] },
  'Poisson law': { theta: [2.7], free: [0], places: [0, 1, 5, 12] },
  'geometric law': { theta: [0.3], free: [0], places: [1, 2, 9] },
  'negative binomial law': { theta: [3, 0.3], free: [1], places: [0, 1, 7] },
  'hypergeometric law': { theta: [10, 4, 3], free: [], places: [0, 1, 3] },
  'beta-binomial law': { theta: [5, 2.6, 0.7], free: [], places: [0, 2, 5] },
  'categorical law': { theta: [0.25, 0.5, 0.25], free: [], places: [1, 2, 3] },
  'discrete uniform law': { theta: [2, 5], free: [], places: [2, 4] },
  'exponential law': { theta: [1.3], free: [0], places: [0.1, 1, 7] },
  'gamma law': { theta: [2.6, 1.3], free: [0, 1], places: [0.1, 1, 7] },
  'beta law': { theta: [2.6, 0.7], free: [0, 1], places: [0.1, 0.5, 0.99] },
  'uniform law': { theta: [-1.3, 2.1], free: [0, 1], places: [-1, 0, 2] },
  'Laplace law': { theta: [0.3, 1.7], free: [0, 1], places: [-3, 0.2, 4] },
  'Cauchy law': { theta: [0.3, 1.7], free: [0, 1], places: [-30, 0.2, 4] },
  't law': { theta: [3.5], free: [0], places: [-30, 0.2, 4] },
  'chi-squared law': { theta: [5.4], free: [0], places: [0.3, 1, 12] },
  'inverse gamma law': { theta: [4.6, 1.3], free: [0, 1], places: [0.1, 0.5, 2] },
  'F law': { theta: [3.5, 5.5], free: [0, 1], places: [0.1, 1, 7] },
  'von Mises law': { theta: [0.3, 1.7], free: [0, 1], places: [-2, 0.2, 3] },
  'Weibull law': { theta: [1.3, 2.1], free: [0, 1], places: [0.2, 1, 4] },
  'Pareto law': { theta: [1.25, 2.1], free: [1], places: [1.5, 2, 9] },
  'logistic law': { theta: [0.3, 1.7], free: [0, 1], places: [-9, 0.2, 4] },
  'Gumbel law': { theta: [0.3, 1.7], free: [0, 1], places: [-3, 0.2, 9] },
  'Wald law': { theta: [1.3, 2.1], free: [0, 1], places: [0.2, 1, 4] },
  'log-normal law': { theta: [0.3, 0.8], free: [0, 1], places: [0.1, 1, 9] },
};

test('every named law is tried', () => expect(Object.keys(members)).toEqual(namedLaws.map((l) => l.name)));
test('no head names two laws', () => {
  const heads = namedLaws.flatMap((l) => l.heads);
  expect(new Set(heads).size).toBe(heads.length);
  expect(heads.map((head) => namedLaw(head)!.name)).toEqual(namedLaws.flatMap((l) => l.heads.map(() => l.name)));
});

const within = (a: Bounded, b: Bounded): void =>
  expect(Math.abs(a.value - b.value)).toBeLessThanOrEqual(a.error + b.error);

describe.each(namedLaws)('$name', ({ name, make }) => {
  const { theta, free, places } = members[name]!;
  const at = (values: readonly number[], errors: readonly number[] = []): Law =>
    make(values.map((v, i) => bounded(v, errors[i] ?? 0)));

  test.each(free)('an error of parameter %i is in every number of the law', (i) => {
    const error = 1e-6 * Math.abs(theta[i]!);
    const errors = theta.map((_, k) => (k === i ? error : 0));
    const wide = at(theta, errors);
    let spread = 0;
    let bound = 0;
    // a little inside, so that the rounding of the moved parameter stays inside too
    for (const side of [-1, -0.5, 1]) {
      const near = at(theta.map((v, k) => v + side * errors[k]! * (1 - 2 ** -20)));
      for (const x of places) {
        within(probability(wide, x), probability(near, x));
        within(logProbability(wide, x), logProbability(near, x));
        spread += Math.abs(probability(wide, x).value - probability(near, x).value);
        bound += probability(wide, x).error;
      }
      if (wide.kind === 'density' && !wide.mean) expect(mean(near).value).toBeNaN();
      else {
        within(mean(wide), mean(near));
        within(variance(wide), variance(near));
      }
    }
    // and not much more than that
    expect(bound).toBeGreaterThan(0);
    expect(bound).toBeLessThan(60 * spread);
  });

  test('parameters that are known make the law of lib/distribution', () => {
    const law = at(theta);
    for (const x of places) expect(probability(law, x).error).toBeLessThan(1e-13);
  });
});

describe('the divergence of laws whose parameters are nearly known is that of laws whose parameters are known', () => {
  const places = [-4, -0.5, 0, 3];
  const widths = [0.03, 0.25, 1, 6];
  const pairs = (head: string, first: readonly number[], second: readonly number[]): void => {
    const { make } = namedLaw(head)!;
    const laws = first.flatMap((a) => second.map((b) => [a, b] as const));
    for (const one of laws)
      for (const other of laws) {
        const exactly = kl(make(one.map(exact)), make(other.map(exact)));
        const nearly = [one, other].map((theta) => make(theta.map((v) => bounded(v, 2 ** -60 * Math.abs(v)))));
        const found = kl(nearly[0]!, nearly[1]!);
        within(found, exactly);
      }
  };
  test.each([
    ['\\mathcal{N}', places, widths],
    ['Lap', places, widths],
    ['Gam', [0.5, 2, 40], widths],
    ['Beta', [0.5, 2, 40], [0.5, 3, 60]],
  ])('%s', (head, first, second) => pairs(head, first, second));
});

test('probabilities that add up to 1 within what is known of them', () => {
  const third = bounded(1 / 3, 2 ** -54);
  const law = namedLaw('Cat')!.make([third, third, third]);
  expect([1, 2, 3, 4].map((x) => probability(law, x))).toEqual([third, third, third, exact(0)]);
});

test('near an end that is not known a point may lie inside or not', () => {
  const law = namedLaw('Unif')!.make([bounded(0, 0.01), exact(1)]);
  const p = probability(law, 0.005);
  expect(p.value - p.error).toBeLessThanOrEqual(0);
  expect(p.value + p.error).toBeGreaterThanOrEqual(1 / 0.99);
  expect(probability(law, -0.011)).toEqual(exact(0));
});

const numbers = ['\\mu, \\nu : real', '\\sigma, \\tau : positive', '\\theta : probability', 'n : integer from 1 to 6', 'x : real', 'k : integer from 0 to 6']; // prettier-ignore
const only = (tex: string, givens = numbers) => relations(givens, tex)[0]!;

describe('on a page', () => {
  test.each([
    '\\mathcal{N}(x; \\mu, \\sigma^2) = \\frac{1}{\\sqrt{2\\pi\\sigma^2}} \\exp\\left(-\\frac{(x-\\mu)^2}{2\\sigma^2}\\right)',
    '\\mathcal{N}(x \\mid \\mu, \\sigma^2) = \\frac{1}{\\sigma} \\mathcal{N}\\left(\\frac{x - \\mu}{\\sigma}; 0, 1\\right)',
    '\\mathrm{Bern}(1; \\theta) = \\theta',
    '\\mathrm{Poisson}(k; \\sigma) \\sigma = (k + 1) \\mathrm{Poiss}(k + 1; \\sigma)',
    '\\mathrm{Exp}(\\sigma; \\tau) = \\tau e^{-\\sigma \\tau}',
    '\\mathrm{Gam}(\\sigma; 2, \\tau) = \\tau^2 \\sigma e^{-\\sigma \\tau}',
    '\\mathrm{Beta}(\\theta; 2, 3) = 12 \\theta (1 - \\theta)^2',
    '\\mathcal{U}(\\mu; \\mu - \\sigma, \\mu + \\sigma) = \\frac{1}{2 \\sigma}',
    '\\mathrm{Laplace}(x; \\mu, \\sigma) = \\frac{1}{2\\sigma} e^{-|x - \\mu|/\\sigma}',
    '\\mathrm{Cauchy}(x; \\mu, \\sigma) = \\frac{\\sigma}{\\pi ((x - \\mu)^2 + \\sigma^2)}',
    '\\mathrm{t}(x; 1) = \\mathrm{Cauchy}(x; 0, 1)',
    '\\mathrm{Geom}(k + 1; \\theta) = \\theta (1 - \\theta)^k',
    '\\mathrm{KL}[\\mathcal{N}(\\mu, \\sigma^2) \\,||\\, \\mathcal{N}(\\nu, \\tau^2)] = \\log \\frac{\\tau}{\\sigma} + \\frac{\\sigma^2 + (\\mu - \\nu)^2}{2 \\tau^2} - \\frac12',
    '\\mathrm{KL}[\\mathcal{N}(\\mu, \\frac{1}{\\sigma}) \\,||\\, \\mathcal{N}(\\nu, \\frac{1}{\\tau})] = \\frac12 \\log \\frac{\\sigma}{\\tau} + \\frac{\\tau/\\sigma + \\tau (\\mu - \\nu)^2}{2} - \\frac12',
    '\\mathbb{E}_{x \\sim \\mathcal{N}(\\mu, \\sigma^2)}[x^2] = \\mu^2 + \\sigma^2',
    '\\mathbb{E}_{\\mathcal{N}(x; \\mu, \\sigma^2)}[x^2] = \\mu^2 + \\sigma^2',
    '\\int \\mathcal{N}(x; \\mu, \\sigma^2) x \\, dx = \\mu',
    '\\sum_k \\mathrm{Poiss}(k; \\sigma) k = \\sigma',
    '\\mathbb{E}_{k \\sim \\mathrm{Bin}(n, \\theta)}[k] = n \\theta',
    'H(\\mathcal{N}(\\mu, \\sigma^2)) = \\frac12 \\log (2 \\pi e \\sigma^2)',
    'H(\\mathrm{Cat}(\\frac12, \\frac13, \\frac16)) = \\frac12 \\log 2 + \\frac13 \\log 3 + \\frac16 \\log 6',
    'H(\\mathrm{DU}(1, 8)) = 3 \\log 2',
  ])('%s', (tex) =>
    expect(
      only(tex, tex.includes('sum_k') ? [...numbers.slice(0, -1), 'k : outcome of \\mathrm{Poiss}(\\sigma)'] : numbers),
    ).toMatchObject({ verdict: 'holds' }),
  );

  test.each([
    ['\\mathcal{N}(x; \\mu, \\sigma) = \\frac{1}{\\sigma} \\mathcal{N}\\left(\\frac{x - \\mu}{\\sigma}; 0, 1\\right)'],
    ['\\mathbb{E}_{x \\sim \\mathrm{Gam}(\\sigma, \\tau)}[x] = \\sigma \\tau'],
    ['\\mathrm{KL}[\\mathcal{N}(\\mu, \\sigma^2) \\,||\\, \\mathcal{N}(\\nu, \\tau^2)] = \\log \\frac{\\sigma}{\\tau} + \\frac{\\sigma^2 + (\\mu - \\nu)^2}{2 \\tau^2} - \\frac12'],
    ['\\mathbb{E}_{k \\sim \\mathrm{Geom}(\\theta)}[k] = \\frac{1 - \\theta}{\\theta}'],
  ])('%s is refuted', (tex) => expect(only(tex)).toMatchObject({ verdict: 'refuted' })); // prettier-ignore

  test.each([
    ['H(\\mathcal{N}(\\mu)) = 1', 'the normal law has 2 parameters (mean, variance), “\\mathcal{N}(\\mu)” has 1'],
    ['H(\\mathcal{N}(\\mu, -\\sigma)) = 1', expect.stringMatching(/^“\\mathcal\{N\}\(\\mu, -\\sigma\)” is no law there: normal: variance must be in \(0, inf\), got -/)],
    ['\\mathcal{N}(x, k; \\mu, \\sigma) = 1', 'the normal law has one argument, “\\mathcal{N}(x, k; \\mu, \\sigma)” has 2'],
    ['\\mathcal{N}(x \\mid \\mu; \\sigma) = 1', '“\\mathcal{N}(x \\mid \\mu; \\sigma)” should have the parameters of the normal law after one bar or semicolon'],
    ['H(\\mathrm{Cat}(\\frac12, \\frac13)) = 1', '“\\mathrm{Cat}(\\frac{1}{2}, \\frac{1}{3})” is no law there: categorical: probabilities must be numbers with sum 1, got sum 0.8333333333333333'],
    ['H(\\mathrm{Bin}(\\frac13, \\theta)) = 1', '“\\mathrm{Bin}(\\frac{1}{3}, \\theta)” is no law there: binomial: n must be known exactly, got 0.3333333333333333 within 3.700743415417188e-17'],
    ['\\mathrm{Poiss}(\\sigma) = 1', 'a finite law = a number: the two sides cannot be compared'],
    ['\\mathrm{KL}[\\mathrm{Bern}(\\theta) || \\mathcal{N}(0, 1)] = 1', '“\\mathrm{KL}(\\mathrm{Bern}(\\theta) \\| \\mathcal{N}(0, 1))” has a finite law beside a density: both should be of one kind'],
  ])('%s is refused', (tex, reason) => expect(only(tex)).toMatchObject({ verdict: 'unread', reason })); // prettier-ignore

  test('a given says otherwise', () => {
    expect(only('\\mathcal{N}(\\mu) = \\mu', ['\\mathcal{N}(x) := x', '\\mu : real'])).toMatchObject({
      verdict: 'holds',
    });
    expect(only('H(\\mathcal{U}(1, 4)) = 2 \\log 2', ['\\mathcal{U}(a, b) := \\mathrm{DU}(a, b)'])).toMatchObject({ verdict: 'holds' }); // prettier-ignore
  });

  test('an argument that is not known exactly widens the density', () => {
    const found = only('\\mathcal{N}(\\frac{x}{3}; 0, 1) = \\frac{1}{\\sqrt{2 \\pi}} e^{-x^2/18}');
    expect(found).toMatchObject({ verdict: 'holds' });
  });
});
