/** Laws: pmfs on one common alphabet {0, …, k-1}, densities on the line, joint pmfs. */
import fc from 'fast-check';
import { normalised, type FiniteLaw } from '../../distribution/finite.ts';
import { laplace } from '../../distribution/laplace.ts';
import { normalMixture } from '../../distribution/mixture.ts';
import { normal } from '../../distribution/normal.ts';
import type { DensityLaw } from '../../distribution/density.ts';
import { corner, type Shape } from '../world.ts';
import { exact } from '../../number/bounded.ts';
import type { Env } from '../scope.ts';
import { isLaw } from '../value.ts';
import { backwards, fractions } from './fractions.ts';
import { headOf, type Context, type Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';

export const MAX_OUTCOMES = 4;

const turned = (n: number): number => (n + 1) % 10;

/** Weights that shrink to 1, so that the simplest law is uniform; 9 steps further there is 0. */
export const weight = (zeros: boolean): fc.Arbitrary<number> =>
  zeros
    ? fc.integer({ min: 0, max: 9 }).map(
        turned,
        backwards(turned, (w) => (w + 9) % 10),
      )
    : fc.integer({ min: 1, max: 9 });

const weights = (zeros: boolean): fc.Arbitrary<readonly number[]> =>
  fc.array(weight(zeros), { minLength: MAX_OUTCOMES, maxLength: MAX_OUTCOMES });

/** The corners: nearly disjoint supports, extreme weights; equal laws are copied by the caller. */
export function cornered(raw: readonly number[], place: number, shape: Shape): number[] {
  const w: number[] = raw.slice(0, shape.k);
  if (shape.corner === corner.disjoint) w.forEach((x, i) => (w[i] = (i + place) % 2 ? x : x * 2 ** 20));
  if (shape.corner === corner.peaked && place % 2 === 0) w[0] = Math.max(1, w[0]!) * 2 ** 30;
  if (!w.some((x) => x > 0)) w[0] = 1;
  return w;
}

export const outcomes = Array.from({ length: MAX_OUTCOMES + 1 }, (_, k) => Array.from({ length: k }, (_, i) => i));

const counted = outcomes.map((list) => list.map((i) => i + 1));

type AnyLaw = FiniteLaw | DensityLaw;

/** Weights between others: whole numbers, so that they are summed exactly. */
export const betweenWeights = (a: readonly number[], b: readonly number[], t: number): number[] =>
  a.map((w, i) => Math.round((w + (b[i]! - w) * t) * 2 ** 40));

/** `may`: whether a law that was given before is one of this sort too, so that both may be the same. */
export function declareLaws<T>(
  names: readonly Tree[],
  context: Context,
  arbitrary: fc.Arbitrary<T>,
  make: (raw: T, shape: Shape, place: number) => AnyLaw,
  may: (law: AnyLaw, twin: AnyLaw) => boolean,
  between?: (a: T, b: T, t: number) => T,
): void {
  for (const t of names) {
    const head = headOf(t, context);
    const slot = context.slot();
    const before = context.earlier('law');
    context.add({ ...head, role: 'law', slot });
    context.generate({
      name: head.name,
      arbitrary,
      ...(between ? { between } : {}),
      realise: (raw, env: Env, shape) => {
        const law = make(raw, shape, before.length);
        const twin =
          shape.corner === corner.equal ? before.map((s) => env[s]).find((v) => v && isLaw(v) && may(law, v)) : null;
        env[slot] = twin ?? law;
      },
    });
  }
}

const finite = (raw: readonly number[], shape: Shape, place: number): FiniteLaw => {
  const weights = cornered(raw, place, shape);
  return { kind: 'finite', name: 'finite', outcomes: outcomes[shape.k]!, probabilities: normalised(weights), weights };
};

const sameAlphabet = (law: AnyLaw, twin: AnyLaw): boolean =>
  law.kind === 'finite' && twin.kind === 'finite' && law.outcomes === twin.outcomes;
const positiveToo = (law: AnyLaw, twin: AnyLaw): boolean =>
  sameAlphabet(law, twin) && twin.kind === 'finite' && twin.probabilities.every((p) => p.value > 0);
const onTheLine = (law: AnyLaw, twin: AnyLaw): boolean =>
  twin.kind === 'density' && law.kind === 'density' && twin.support[0] === -Infinity && twin.support[1] === Infinity;

export const pmf: Sort = {
  name: 'pmf',
  pattern: /^(?:a )?pmfs?$/,
  declare: (names, _, context) => declareLaws(names, context, weights(true), finite, sameAlphabet, betweenWeights),
  sentence: { en: '$ {a probability mass function|probability mass functions} on one finite alphabet, zeros allowed', zh: '$ 为同一有限字母表上的概率质量函数，可取零' },
  examples: ['P, Q : pmf', 'q(z) : pmf'],
}; // prettier-ignore

export const positivePmf: Sort = {
  name: 'positive pmf',
  pattern: /^(?:a )?positive pmfs?$/,
  declare: (names, _, context) => declareLaws(names, context, weights(false), finite, positiveToo, betweenWeights),
  sentence: { en: '$ {a positive probability mass function|positive probability mass functions} on one finite alphabet', zh: '$ 为同一有限字母表上处处为正的概率质量函数' },
  examples: ['P, Q : positive pmf'],
}; // prettier-ignore

/** A positive law whose outcomes are counted from 1, so that they number p_1, …, p_k. */
export const countedPmf: Sort = {
  name: 'pmf on 1 to k',
  pattern: /^(?:a )?(?:positive )?pmfs? on (?:the integers )?(?:from )?1(?: to |, ?\\[dl]?dots, ?)([A-Za-z])$/,
  declare: (names, match, context) => {
    const size = match[1]!;
    const slot = context.slot();
    if (context.scope().declarations.has(size)) context.fail(`“${size}” is given already: the sort says what it is`);
    context.add({ name: size, role: 'value', slot, whole: true });
    context.generate({ name: size, arbitrary: fc.constant(0), realise: (_, env, { k }) => void (env[slot] = exact(k)) });
    declareLaws(names, context, weights(false), (raw, shape, place) => {
      const { probabilities, weights } = finite(raw, shape, place);
      return { kind: 'finite', name: 'finite', outcomes: counted[shape.k]!, probabilities, ...(weights ? { weights } : {}) };
    }, sameAlphabet, betweenWeights); // prettier-ignore
  },
  sentence: { en: '$ {a positive probability mass function|positive probability mass functions} on the integers from 1', zh: '$ 为从 1 起的整数上处处为正的概率质量函数' },
  examples: ['p : pmf on 1 to k'],
}; // prettier-ignore

const place = fractions(-6, 6, 2);
const usual = [1, 1.5, 2, 3, 0.5, 0.25];
const spread = fc.constantFrom(...usual);
/** Now and then so narrow that the entropy is below 0: where others have their mass such a density underflows. */
const anySpread = fc.constantFrom(...usual, ...usual, ...usual, 1 / 8);
const shapeOfDensity = fc.record({
  kind: fc.constantFrom('normal', 'normal', 'normal', 'normal', 'laplace', 'laplace', 'laplace', 'mixture'),
  mu: place,
  sigma: anySpread,
  other: place,
});
type DensityRaw = { kind: string; mu: number; sigma: number; other: number };

const density = ({ kind, mu, sigma, other }: DensityRaw): DensityLaw => {
  if (kind === 'laplace') return laplace(mu, sigma);
  return kind === 'mixture' ? normalMixture([1, 1], [mu, other], [sigma, 1]) : normal(mu, sigma);
};

export const densitySort: Sort = {
  name: 'density',
  pattern: /^(?:a )?densit(?:y|ies)$/,
  declare: (names, _, context) => declareLaws(names, context, shapeOfDensity, density, onTheLine),
  sentence: { en: '$ {a positive density|positive densities} on the real line', zh: '$ 为实轴上处处为正的概率密度' },
  examples: ['P, Q : density'],
};

export const normalSort: Sort = {
  name: 'normal law',
  pattern: /^(?:a )?normal (?:law|density|densities|laws)$/,
  declare: (names, _, context) =>
    declareLaws(names, context, fc.record({ mu: place, sigma: spread }), ({ mu, sigma }) => normal(mu, sigma), (law, twin) => law.name === twin.name), // prettier-ignore
  sentence: { en: '$ {a normal density|normal densities}', zh: '$ 为正态密度' },
  examples: ['p : normal law'],
};
