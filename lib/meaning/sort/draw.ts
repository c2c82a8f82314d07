/** What is drawn from laws: outcomes, samples and copies; alphabets; functions on an alphabet. */
import fc from 'fast-check';
import { exact } from '../../number/bounded.ts';
import type { DensityLaw } from '../../distribution/density.ts';
import type { Law, Value } from '../value.ts';
import type { VectorLaw } from '../vector-law.ts';
import type { Bounded } from '../../number/bounded.ts';
import type { Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';
import type { Context } from './sort.ts';

export const SAMPLE = 4;

/** A point of positive probability: the raw number chooses it. */
export function point(law: Law, raw: number): Bounded {
  if (law.kind === 'density') return exact(inside(law, (raw % 17) - 8));
  const live = law.outcomes.filter((_, i) => law.probabilities[i]!.value > 0);
  return exact(live[raw % live.length]!);
}

/** A place `step` quarters of the scale from the centre; on a ray or a segment as far as there is room. */
function inside({ support: [lower, upper], centre, scale }: DensityLaw, step: number): number {
  const x = centre + step * 0.25 * scale;
  if (x > lower && x < upper) return x;
  const end = x > lower ? upper : lower;
  return end + (centre - end) * 2 ** (-Math.abs(step) / 4);
}

export const draws = fc.nat({ max: 33 });

/** Names that belong to the law written in the sort. */
function declareOf<T>(
  names: readonly Tree[],
  source: string,
  role: 'outcome' | 'alphabet',
  context: Context,
  arbitrary: fc.Arbitrary<T>,
  value: (law: Law, raw: T) => Value,
): void {
  const of = context.tex(source);
  const law = context.law(of);
  for (const t of names) {
    const slot = context.slot();
    const name = context.print(t);
    context.add({ name, role, slot, of });
    const needs = context.namesIn(of).filter((n) => n !== name);
    context.generate({
      name,
      needs,
      arbitrary,
      realise: (raw, env) => void (env[slot] = placed(law(env), raw, value)),
    });
  }
}

/** Of a law of vectors a place inside its support. */
function placed<T>(law: Law | VectorLaw, raw: T, value: (law: Law, raw: T) => Value): Value {
  if (law.kind !== 'vector law') return value(law, raw);
  return law.place(typeof raw === 'number' ? raw : 0);
}

export const outcome: Sort = {
  name: 'outcome',
  pattern: /^(?:an )?outcomes? of (.+)$/,
  declare: (names, match, context) => declareOf(names, match[1]!, 'outcome', context, draws, point),
  sentence: { en: '$ an outcome of the law', zh: '$ 为该分布的一个结果' },
  examples: ['x : outcome of P'],
};

/** The outcomes of a finite law; where a density may be positive, of which nobody says whether the ends belong to it. */
const outcomesOf = (law: Law): Value => {
  if (law.kind === 'finite') return { kind: 'list', items: law.outcomes.map(exact) };
  const [low, high] = law.support.map(exact);
  return { kind: 'interval', low: low!, high: high!, closed: [null, null], whole: false };
};

export const alphabetSort: Sort = {
  name: 'alphabet',
  pattern: /^(?:the )?alphabet of (.+)$/,
  declare: (names, match, context) => declareOf(names, match[1]!, 'alphabet', context, fc.constant(0), outcomesOf),
  sentence: { en: '$ the alphabet of the law', zh: '$ 为该分布的字母表' },
  examples: ['\\mathcal{X} : alphabet of P'],
};

/** The members m_1, …, m_M of a finite alphabet, all of them in their order. */
export const listing: Sort = {
  name: 'outcomes in order',
  pattern: /^(?:all )?the outcomes of (.+)$/,
  declare: (names, match, context) => {
    const [first, last] = [names[0]!, names.at(-1)!];
    if (first.op !== 'index' || last.op !== 'index' || names.length < 3) context.fail('all outcomes are declared as x_1, \\dots, x_k');
    const [base, size] = [first.args[0]!.text, context.print(last.args[1]!)];
    const of = context.tex(match[1]!);
    const law = context.law(of);
    const [slot, count] = [context.slot(), context.slot()];
    const name = `${base}_\\cdot`;
    const needs = context.namesIn(of).filter((n) => n !== name);
    context.add({ name, role: 'alphabet', slot, of });
    context.add({ name: size, role: 'value', slot: count, whole: true });
    context.generate({ name, needs, arbitrary: fc.constant(0), realise: (_, env) => void (env[slot] = outcomesOf(law(env))) });
    context.generate({
      name: size,
      needs: [name],
      arbitrary: fc.constant(0),
      realise: (_, env) => {
        const all = env[slot]!;
        env[count] = exact('kind' in all && all.kind === 'list' ? all.items.length : NaN);
      },
    });
  },
  sentence: { en: '$ the outcomes of the law, in their order', zh: '$ 依次为该分布的全部结果' },
  examples: ['m_1, \\dots, m_M : the outcomes of p(m)'],
}; // prettier-ignore

/** `x_1, \dots, x_n` names the sample x of size n. */
export function sampleNames(names: readonly Tree[], context: Context): { base: string; size: string } {
  const [first, last] = [names[0]!, names.at(-1)!];
  if (first.op !== 'index' || last.op !== 'index' || names.length < 3)
    return context.fail('a sample is declared as x_1, \\dots, x_n');
  const size = context.print(last.args[1]!);
  const declared = context.scope().declarations.get(size);
  if (declared?.role !== 'size' && !(declared?.whole && (declared.between?.[0] ?? 0) >= 1))
    context.fail(`declare “${size}” before it, as a sample size`);
  return { base: first.args[0]!.text, size };
}

function declareSample(names: readonly Tree[], of: Tree, context: Context): void {
  const { base, size } = sampleNames(names, context);
  const scope = context.scope();
  // the letter would stand for the sample itself
  if (context.print(of) === base && !scope.declarations.has(base) && !scope.expand(of))
    context.fail(`nothing given says what “${base}” is: declare it before its copies`);
  const law = context.law(of);
  const slot = context.slot();
  const name = `${base}_\\cdot`;
  const sizeSlot = context.slotOf(size);
  context.add({ name, role: 'sample', slot, of, size });
  context.generate({
    name,
    needs: [...context.namesIn(of), size],
    arbitrary: fc.array(draws, { minLength: SAMPLE, maxLength: SAMPLE }),
    realise: (raw, env) => {
      const n = (env[sizeSlot()] as Bounded).value;
      const l = law(env);
      const items: Value[] = Array.from({ length: n }, (_, i) => placed(l, raw[i % SAMPLE]!, point));
      env[slot] = { kind: 'list', items };
    },
  });
}

export const sample: Sort = {
  name: 'sample',
  pattern: /^(?:an? )?(?:i\.i\.d\. )?sample from (.+)$/,
  declare: (names, match, context) => declareSample(names, context.tex(match[1]!), context),
  sentence: { en: '$ independent draws from the law', zh: '$ 为该分布的独立同分布样本' },
  examples: ['x_1, \\dots, x_n : sample from p_{data}'],
};

export const copies: Sort = {
  name: 'copies',
  pattern: /^(?:independent )?copies of (.+)$/,
  declare: (names, match, context) => declareSample(names, context.tex(match[1]!), context),
  sentence: { en: '$ independent copies of the variable', zh: '$ 为该随机变量的独立同分布副本' },
  examples: ['X_1, \\dots, X_n : independent copies of X'],
};

export const functionSort: Sort = {
  name: 'function',
  pattern: /^(?:a )?(?:real )?functions? on the alphabet$/,
  declare: (names, _, context) => {
    for (const t of names) {
      const slot = context.slot();
      const name = context.print(t.op === 'call' ? t.args[0]! : t);
      context.add({ name, role: 'function', slot });
      context.generate({
        name,
        // halves and quarters too: whole numbers would hide that a square may be smaller than its root
        arbitrary: fc
          .tuple(
            fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 4, maxLength: 4 }),
            fc.constantFrom(1, 1, 0.5, 0.25),
          )
          .map(([values, unit]) => values.map((v) => v * unit)),
        realise: (raw, env) => {
          const at = (x: number) => exact(raw[((x % 4) + 4) % 4]!);
          env[slot] = { kind: 'function', at, describe: `x ↦ (${raw.join(', ')})[x]` };
        },
      });
    }
  },
  sentence: { en: '$ a real function on the alphabet', zh: '$ 为字母表上的实函数' },
  examples: ['f : function on the alphabet'],
};
