/** Laws of the named families, each with parameters that can be read: one line a family. */
import fc from 'fast-check';
import { namedLaw } from '../named.ts';
import { exact } from '../../number/bounded.ts';
import { fractions } from './fractions.ts';
import type { Sort } from './sort.ts';
import { declareLaws } from './law.ts';

/** n/unit for n from `low` to `high`; shrinks to 1, or to the number next to it. */
const share = (low: number, high: number, unit: number): fc.Arbitrary<number> =>
  fractions(low - unit, high - unit, unit, unit);

const place = fractions(-6, 6, 2);
const positive = share(1, 16, 4);
const probability = fractions(-7, 7, 16, 8);
const count = fc.integer({ min: 1, max: 6 });

interface Line {
  readonly head: string;
  readonly name: string;
  readonly words: string;
  readonly zh: string;
  readonly parameters: readonly fc.Arbitrary<number>[];
  /** For laws that are written by the distance of their ends. */
  readonly ends?: boolean;
}

const lines: readonly Line[] = [
  { head: 'Gam', name: 'gamma law', words: 'gamma', zh: '伽马', parameters: [positive, positive] },
  { head: 'Beta', name: 'beta law', words: 'beta', zh: '贝塔', parameters: [positive, positive] },
  { head: 'Exp', name: 'exponential law', words: 'exponential', zh: '指数', parameters: [positive] },
  { head: 'Unif', name: 'uniform law', words: 'uniform', zh: '均匀', parameters: [place, positive], ends: true },
  { head: 'Lap', name: 'Laplace law', words: 'Laplace', zh: '拉普拉斯', parameters: [place, positive] },
  { head: 'Cauchy', name: 'Cauchy law', words: 'Cauchy', zh: '柯西', parameters: [place, positive] },
  { head: 't', name: 't law', words: '(?:Student )?t', zh: ' t ', parameters: [fc.integer({ min: 1, max: 9 })] },
  { head: 'LN', name: 'log-normal law', words: 'log-?normal', zh: '对数正态', parameters: [place, share(1, 4, 4)] },
  { head: 'Bern', name: 'Bernoulli law', words: 'Bernoulli', zh: '伯努利', parameters: [probability] },
  { head: 'Bin', name: 'binomial law', words: 'binomial', zh: '二项', parameters: [count, probability] },
  { head: 'Poiss', name: 'Poisson law', words: 'Poisson', zh: '泊松', parameters: [positive] },
  { head: 'Geom', name: 'geometric law', words: 'geometric', zh: '几何', parameters: [probability] },
  { head: 'DU', name: 'discrete uniform law', words: 'discrete uniform', zh: '离散均匀', parameters: [count, count], ends: true },
]; // prettier-ignore

const sortOf = ({ head, name, words, zh, parameters, ends }: Line): Sort => ({
  name,
  // the plural “exponential laws” is the family of them
  pattern: new RegExp(`^(?:an? )?${words} (?:${words === 'exponential' ? 'law' : 'laws?'}|densit(?:y|ies))$`),
  declare: (names, _, context) =>
    declareLaws(
      names,
      context,
      fc.tuple(...parameters),
      (raw) => {
        const theta = ends ? [raw[0]!, raw[0]! + raw[1]!] : raw;
        return namedLaw(head)!.make(theta.map(exact));
      },
      (law, twin) => law.name === twin.name,
    ),
  sentence: { en: `$ {${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}|${name}s}`, zh: `$ 为${zh}分布` },
  examples: [`P, Q : ${name}`],
});

export const namedSorts: readonly Sort[] = lines.map(sortOf);
