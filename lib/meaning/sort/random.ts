/**
 * Real random variables with finitely many values, of which nothing else is known. Several of one line have any law
 * together: a page that needs them independent has to say so, or the checker would grant what the reader was not told.
 */
import fc from 'fast-check';
import { finiteFromWeights } from '../../distribution/finite.ts';
import { jointFromWeights, marginal } from '../../distribution/joint.ts';
import { exact } from '../../number/bounded.ts';
import type { Tree } from '../../tex/tree.ts';
import type { Law } from '../value.ts';
import { draws, point } from './draw.ts';
import { betweenWeights } from './law.ts';
import { declareRandomList } from './random-list.ts';
import type { Context, Sort } from './sort.ts';

interface Values {
  readonly first: number;
  readonly gaps: readonly number[];
  /** Of the values: whole numbers alone would hide that a value may lie between 0 and 1. */
  readonly unit: number;
}

/** Two values or more, so that none is constant. */
const valuesFrom = (low: number, most: number): fc.Arbitrary<Values> =>
  fc.record({
    first: fc.integer({ min: low, max: 3 }),
    gaps: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: most - 1 }),
    unit: fc.constantFrom(1, 1, 1, 1, 1, 0.25),
  });

const listed = ({ first, gaps, unit }: Values): number[] =>
  gaps.reduce((list, gap) => [...list, list.at(-1)! + gap], [first]).map((x) => x * unit);

const lowest = (match: RegExpExecArray): number => (match[1] ? 0 : -3);

function declareApart(names: readonly Tree[], low: number, apart: boolean, context: Context): void {
  for (const t of names) {
    const [slot, lawSlot] = [context.slot(), context.slot()];
    const name = context.print(t);
    context.add({ name, role: 'random', slot, lawSlot, ...(apart ? { apart } : {}) });
    context.generate({
      name,
      arbitrary: fc.record({
        values: valuesFrom(low, 3),
        weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
        at: draws,
      }),
      between: (a, b, t) => ({ ...a, weights: betweenWeights(a.weights, b.weights, t) }),
      realise: ({ values, weights, at }, env) => {
        const outcomes = listed(values);
        const law = finiteFromWeights(weights.slice(0, outcomes.length), outcomes);
        env[lawSlot] = law;
        env[slot] = point(law, at);
      },
    });
  }
}

/** The cells of a joint law: any weights, a product of weights, or all variables one and the same step. */
function cells(sizes: readonly number[], weights: readonly number[], kind: number): number[] {
  const count = sizes.reduce((a, b) => a * b, 1);
  return Array.from({ length: count }, (_, cell) => {
    let rest = cell;
    const at = sizes.map((_, i) => {
      const block = sizes.slice(i + 1).reduce((a, b) => a * b, 1);
      const place = Math.floor(rest / block);
      rest %= block;
      return place;
    });
    const corner = new Set(at).size === 1 && at[0]! <= 1;
    if (kind === PRODUCT) return at.reduce((w, place, i) => w * (1 + weights[(3 * i + place) % weights.length]!), 1);
    if (kind === EQUAL) return corner ? 1 + weights[at[0]!]! : 0;
    // the two corners keep every variable from being constant
    return weights[cell % weights.length]! + (corner ? 1 : 0);
  });
}
const PRODUCT = 1;
const EQUAL = 2;

function declareTogether(names: readonly Tree[], low: number, context: Context): void {
  const axes = names.map(context.print);
  const joint = context.slot();
  const most = names.length > 2 ? 2 : 3;
  const slots = axes.map(() => [context.slot(), context.slot()] as const);
  axes.forEach((name, i) => {
    const [slot, lawSlot] = slots[i]!;
    context.add({
      name,
      role: 'random',
      slot,
      lawSlot,
      joint: { slot: joint, axis: name, ...(i === 0 ? { whole: true } : {}) },
    });
    if (i > 0) context.generate({ name, needs: [axes[0]!], arbitrary: fc.constant(0), realise: () => {} });
  });
  context.generate({
    name: axes[0]!,
    arbitrary: fc.record({
      values: fc.array(valuesFrom(low, most), { minLength: names.length, maxLength: names.length }),
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
      kind: fc.constantFrom(0, 0, PRODUCT, EQUAL),
      at: draws,
    }),
    // of the other kinds the cells are no weights that were drawn
    between: (a, b, t) => (a.kind === 0 ? { ...a, weights: betweenWeights(a.weights, b.weights, t) } : a),
    realise: ({ values, weights, kind, at }, env) => {
      const outcomes = values.map(listed);
      const sizes = outcomes.map((o) => o.length);
      const law = jointFromWeights(axes, sizes, cells(sizes, weights, kind), outcomes);
      env[joint] = law;
      const live = law.weights.flatMap((w, cell) => (w > 0 ? [cell] : []));
      let rest = live[at % live.length]!;
      for (let i = axes.length - 1; i >= 0; i--) {
        const [slot, lawSlot] = slots[i]!;
        env[slot] = exact(outcomes[i]![rest % sizes[i]!]!);
        env[lawSlot] = marginal(law, [axes[i]!]) as Law;
        rest = Math.floor(rest / sizes[i]!);
      }
    },
  });
}

const isListed = (names: readonly Tree[]): boolean => names.some((t) => t.op === 'dots');

export const random: Sort = {
  name: 'random variable',
  pattern: /^(?:a )?(non-?negative )?random variables?$/,
  declare: (names, match, context) => {
    if (isListed(names)) declareRandomList(names, lowest(match), false, context);
    else if (names.length > 1) declareTogether(names, lowest(match), context);
    else declareApart(names, lowest(match), false, context);
  },
  sentence: {
    en: '$ {a real random variable|real random variables} with finitely many values, not constant{|, of any law together}',
    zh: '$ 为取有限多个值且非常数的实随机变量{|（联合分布任意）}',
  },
  examples: [
    'X : random variable',
    'Y : nonnegative random variable',
    'X, Y : random variables',
    'X_1, \\dots, X_n : random variables',
  ],
};

export const independent: Sort = {
  name: 'independent random variables',
  pattern: /^(?:an? )?independent (non-?negative )?random variables?$/,
  declare: (names, match, context) =>
    isListed(names)
      ? declareRandomList(names, lowest(match), true, context)
      : declareApart(names, lowest(match), true, context),
  sentence: {
    en: '$ {a real random variable|real random variables} with finitely many values, not constant, independent of {all others|each other and of all others}',
    zh: '$ 为取有限多个值且非常数的{|相互}独立的实随机变量',
  },
  examples: ['X, Y : independent random variables', 'X_1, \\dots, X_n : independent random variables'],
};
