/**
 * Random vectors and matrices with finitely many places, of which nothing else is known. Those of one line have any law
 * together, as random variables have.
 */
import fc from 'fast-check';
import { divide, exact } from '../../number/bounded.ts';
import type { Tree } from '../../tex/tree.ts';
import { collapsed, matrix } from '../matrix.ts';
import { vectorTable } from '../vector-table.ts';
import { draws } from './draw.ts';
import { countOf, namedIn, sizeOf, small, table, type Rows, type Size } from './matrix.ts';
import type { Context, Sort } from './sort.ts';

interface Drawn {
  readonly weights: readonly number[];
  /** For each name, its places. */
  readonly places: readonly (readonly Rows[])[];
  readonly unit: number;
  readonly at: number;
}

/** More places than entries of a vector, or every covariance matrix would be singular. */
function drawn(count: number, [rows, columns]: readonly [Size, Size]): fc.Arbitrary<Drawn> {
  const places = rows.most + 2;
  const list = <T>(entry: fc.Arbitrary<T>, n: number) => fc.array(entry, { minLength: n, maxLength: n });
  return fc.record({
    weights: list(fc.integer({ min: 1, max: 9 }), places),
    places: list(list(table(rows.most, columns.most, small(3)), places), count),
    unit: fc.constantFrom(1, 1, 0.5),
    at: draws,
  });
}

function declareTogether(names: readonly Tree[], sizes: readonly [Size, Size], apart: boolean, context: Context): void {
  const joint = names.length > 1 ? context.slot() : undefined;
  const slots = names.map(() => [context.slot(), context.slot()] as const);
  const axes = names.map(context.print);
  names.forEach((_, i) => {
    const [slot, lawSlot] = slots[i]!;
    const name = axes[i]!;
    const shared = joint === undefined ? {} : { joint: { slot: joint, axis: name } };
    context.add({ name, role: 'random', slot, lawSlot, vector: true, ...shared, ...(apart ? { apart } : {}) });
    if (i > 0) context.generate({ name, needs: [axes[0]!], arbitrary: fc.constant(0), realise: () => {} });
  });
  const [height, width] = sizes.map((size) => countOf(size, context));
  context.generate({
    name: axes[0]!,
    needs: namedIn(sizes),
    arbitrary: drawn(names.length, sizes),
    realise: ({ weights, places, unit, at }, env) => {
      const total = exact(weights.reduce((a, b) => a + b, 0));
      const [h, w] = [height!(env), width!(env)];
      const shares = weights.map((x) => divide(exact(x), total));
      slots.forEach(([slot, lawSlot], i) => {
        const atoms = places[i]!.map((rows) => matrix(rows.slice(0, h).map((row) => row.slice(0, w).map((x) => exact(unit * x))))); // prettier-ignore
        const law = vectorTable(atoms.map((x, k) => [x, shares[k]!]));
        env[lawSlot] = law;
        env[slot] = collapsed(law.place(at).rows);
      });
    },
  });
}

function declare(names: readonly Tree[], apart: boolean, sizes: readonly [Size, Size], context: Context): void {
  if (apart) for (const name of names) declareTogether([name], sizes, true, context);
  else declareTogether(names, sizes, false, context);
}

export const randomVector: Sort = {
  name: 'random vector',
  pattern: /^(?:an? )?(independent )?random vectors? in (?:R|\\mathbb ?\{?R\}?)\^\{?(\d|[A-Za-z])\}?$/,
  declare: (names, match, context) =>
    declare(names, Boolean(match[1]), [sizeOf(match[2]!, context), { most: 1 }], context),
  sentence: {
    en: '$ {a random vector|random vectors} with finitely many values{|, of any law together}',
    zh: '$ 为取有限多个值的随机向量{|（联合分布任意）}',
  },
  examples: ['X : random vector in R^2', 'X, Y : random vectors in \\mathbb{R}^2'],
};

export const randomMatrix: Sort = {
  name: 'random matrix',
  pattern: /^(?:an? )?(independent )?random matri(?:x|ces) (\d|[A-Za-z]) ?(?:x|×|\\times) ?(\d|[A-Za-z])$/,
  declare: (names, match, context) =>
    declare(names, Boolean(match[1]), [sizeOf(match[2]!, context), sizeOf(match[3]!, context)], context),
  sentence: {
    en: '$ {a random matrix|random matrices} with finitely many values{|, of any law together}',
    zh: '$ 为取有限多个值的随机矩阵{|（联合分布任意）}',
  },
  examples: ['A : random matrix 2x2'],
};
