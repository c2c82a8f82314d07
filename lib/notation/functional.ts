/** Named functionals of laws and of random variables, one line each: KL, JSD, entropy, variance and so on. */
import { divide, exact, sqrt, type Bounded } from '../number/bounded.ts';
import { chiSquared, hellingerSquared, jensenShannon, totalVariation } from '../distribution/distance.ts';
import { kl } from '../distribution/divergence.ts';
import { lawHeads } from '../meaning/named.ts';
import { probability } from '../meaning/random.ts';
import type { Law } from '../meaning/value.ts';
import { indicators } from './indicator.ts';
import { information } from './information.ts';
import { ofPair, type Functional } from './of-laws.ts';
import { correlationOf, covarianceUnder, expectationUnder, kurtosisOf, skewnessOf, varianceUnder } from './moment.ts';
import { medianOf, modeOf } from './typical-value.ts';

const divergence = (heads: string[], f: (p: Law, q: Law) => Bounded): Functional[] =>
  ['‖', ''].map((separators) => ({ heads, separators, compile: ofPair(f) }));

/** With conditions after a bar, with a law or variables below. */
const moment = (heads: string[], compile: Functional['compile']): Functional[] =>
  ['', '|'].map((separators) => ({ heads, separators, below: true, compile }));

export const functionals: readonly Functional[] = [
  ...divergence(['D_{KL}', 'KL', 'D', '\\mathrm{KL}', '\\mathbb{D}_{KL}'], kl),
  ...divergence(['JSD', 'D_{JS}', 'JS', 'D_{JSD}'], jensenShannon),
  ...divergence(['TV', 'D_{TV}', 'd_{TV}'], totalVariation),
  ...divergence(['H^2', 'D_{H}^2'], hellingerSquared),
  ...divergence(['\\chi^2', 'D_{\\chi^2}'], chiSquared),
  ...information,
  ...indicators,
  ...moment(['E'], expectationUnder),
  ...moment(['Var', 'var', '\\mathbb{V}', 'V'], varianceUnder),
  ...moment(['sd', 'std', 'SD'], (t, scope) => {
    const variance = varianceUnder(t, scope);
    return (env) => sqrt(variance(env) as Bounded);
  }),
  ...moment(['Prec'], (t, scope) => {
    const variance = varianceUnder(t, scope);
    return (env) => divide(exact(1), variance(env) as Bounded);
  }),
  ...moment(['Cov', 'cov'], covarianceUnder),
  ...moment(['Corr', 'corr', 'Cor', 'cor'], correlationOf),
  ...moment(['Skew', 'skew'], skewnessOf),
  ...moment(['Kurt', 'kurt'], kurtosisOf),
  { heads: ['median', 'Median', 'med'], separators: '', compile: medianOf },
  { heads: ['mode', 'Mode'], separators: '', compile: modeOf },
  ...['', '|'].map((separators) => ({ heads: ['\\Pr', 'Pr', '\\mathbb{P}'], separators, compile: probability })),
];

/** Heads below which a law may stand, and after whose brackets too. */
export const averages: ReadonlySet<string> = new Set(functionals.filter((f) => f.below).flatMap((f) => f.heads));

/** Heads with a meaning of their own, which a page may say again but not define. */
export const functionalHeads: ReadonlySet<string> = new Set([...functionals.flatMap((f) => f.heads), ...lawHeads]);
/** Those before which a bracket holds arguments without any given; single letters name laws only in roman. */
export const callableHeads: readonly string[] = [...functionalHeads].filter(
  (head) => !lawHeads.includes(head) || head.length > 1,
);
