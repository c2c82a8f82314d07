/** Numbers: reals, positives, probabilities, integers, sample sizes. Fractions with small parts shrink readably. */
import fc from 'fast-check';
import { exact, type Bounded } from '../../number/bounded.ts';
import type { Context, Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';
import type { Declaration } from '../scope.ts';

const declareNumbers = (names: readonly Tree[], context: Context, arbitrary: fc.Arbitrary<number>, more: Partial<Declaration> = {}) => {
  for (const t of names) {
    const slot = context.slot();
    const name = context.print(t);
    context.add({ role: 'value', ...more, name, slot });
    context.generate({ name, arbitrary, realise: (raw, env) => void (env[slot] = exact(raw)) });
  }
}; // prettier-ignore

const eighths = (low: number, high: number) => fc.integer({ min: low * 8, max: high * 8 }).map((n) => n / 8);

export const real: Sort = {
  name: 'real',
  pattern: /^(?:a )?reals?(?: numbers?)?$/,
  declare: (names, _, context) => declareNumbers(names, context, eighths(-8, 8)),
  sentence: { en: '$ real', zh: '$ 为实数' },
  examples: ['a : real', 'a, b : reals'],
};

export const positive: Sort = {
  name: 'positive',
  pattern: /^positive(?: (?:real|number)s?)?$/,
  declare: (names, _, context) => declareNumbers(names, context, fc.integer({ min: 1, max: 64 }).map((n) => n / 8), { ends: [0, Infinity] }), // prettier-ignore
  sentence: { en: '$ positive', zh: '$ 为正数' },
  examples: ['\\epsilon : positive'],
};

export const probabilityNumber: Sort = {
  name: 'probability',
  pattern: /^probabilit(?:y|ies)$/,
  declare: (names, _, context) => declareNumbers(names, context, fc.integer({ min: 1, max: 63 }).map((n) => n / 64), { ends: [0, 1] }), // prettier-ignore
  sentence: { en: '$ strictly between 0 and 1', zh: '$ 严格介于 0 与 1 之间' },
  examples: ['\\alpha : probability'],
};

export const integer: Sort = {
  name: 'integer',
  pattern: /^integers? from (-?\d+) to (-?\d+)$/,
  declare: (names, match, context) => {
    const [low, high] = [Number(match[1]), Number(match[2])];
    if (low > high) context.fail(`the range from ${low} to ${high} is empty`);
    for (const t of names) {
      const slot = context.slot();
      const range = context.slot();
      const name = context.print(t);
      context.add({ name, role: 'value', slot, whole: true });
      const items: Bounded[] = Array.from({ length: high - low + 1 }, (_, i) => exact(low + i));
      context.generate({
        name,
        arbitrary: fc.integer({ min: low, max: high }),
        realise: (raw, env) => {
          env[slot] = exact(raw);
          env[range] = { kind: 'list', items };
        },
      });
    }
  },
  sentence: { en: '$ an integer in the stated range', zh: '$ 为给定范围内的整数' },
  examples: ['j : integer from 1 to 5'],
};

/** A finite set of integers to maximise over. */
export const choice: Sort = {
  name: 'choice',
  pattern: /^one of (-?\d+) to (-?\d+)$/,
  declare: (names, match, context) => {
    const [low, high] = [Number(match[1]), Number(match[2])];
    for (const t of names) {
      const slot = context.slot();
      const name = context.print(t);
      context.add({ name, role: 'alphabet', slot });
      const items = Array.from({ length: high - low + 1 }, (_, i) => exact(low + i));
      context.generate({ name, arbitrary: fc.constant(0), realise: (_, env) => void (env[slot] = { kind: 'list', items }) }); // prettier-ignore
    }
  },
  sentence: { en: '$ ranging over the stated integers', zh: '$ 取遍给定的整数' },
  examples: ['X : one of 1 to 5'],
};

export const size: Sort = {
  name: 'sample size',
  pattern: /^(?:a )?sample size$/,
  declare: (names, _, context) => declareNumbers(names, context, fc.integer({ min: 1, max: 4 }), { role: 'size' }),
  sentence: { en: '$ a sample size', zh: '$ 为样本量' },
  examples: ['n : sample size'],
};
