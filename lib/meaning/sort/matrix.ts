/** Vectors and small matrices of small whole numbers and their halves, so that they shrink to readable worlds. */
import fc from 'fast-check';
import { exact, type Bounded } from '../../number/bounded.ts';
import type { Env } from '../scope.ts';
import { collapsed, matrix } from '../matrix.ts';
import type { MatrixValue } from '../value.ts';
import type { Context, Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';

/** Determinants are by cofactors. */
const MOST = 4;

export type Rows = readonly (readonly number[])[];

/** How many rows or columns: a number, or a name that a given says. */
export interface Size {
  readonly most: number;
  readonly name?: string;
}

/** The names that sizes have. */
export const namedIn = (sizes: readonly Size[]): string[] => sizes.flatMap(({ name }) => (name ? [name] : []));

/** The size in a world. */
export function countOf({ name, most }: Size, context: Context): (env: Env) => number {
  const slot = name ? context.slotOf(name) : null;
  return (env) => (slot ? (env[slot()] as Bounded).value : most);
}

function declareMatrices(
  names: readonly Tree[],
  context: Context,
  arbitrary: fc.Arbitrary<MatrixValue>,
  [rows, columns]: readonly [Size, Size],
): void {
  for (const t of names) {
    const slot = context.slot();
    const name = context.print(t);
    context.add({ name, role: 'matrix', slot });
    const needs = namedIn([rows, columns]);
    const [height, width] = [countOf(rows, context), countOf(columns, context)];
    context.generate({
      name,
      needs,
      arbitrary,
      realise: (value, env) => {
        const block = value.rows.slice(0, height(env)).map((row) => row.slice(0, width(env)));
        // what has a size by name is a number where that is 1, as products are
        env[slot] = needs.length > 0 ? collapsed(block) : value;
      },
    }); // prettier-ignore
  }
}

export function sizeOf(text: string, context: Context): Size {
  const n = Number(text);
  if (n >= 1 && n <= MOST) return { most: n };
  if (!Number.isNaN(n)) return context.fail(`vectors and matrices have 1 to ${MOST} rows and columns, not ${n}`);
  const declared = context.scope().declarations.get(text);
  const [low, high] = declared?.whole ? (declared.between ?? [0, Infinity]) : [0, Infinity];
  if (low >= 1 && high <= MOST) return { most: high, name: text };
  return context.fail(`declare “${text}” before it, as an integer from 1 to ${MOST} or fewer`);
}

export const small = (limit: number) => fc.integer({ min: -limit, max: limit });
export const table = (rows: number, columns: number, entry: fc.Arbitrary<number>): fc.Arbitrary<Rows> =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

const times = (a: Rows, b: Rows): Rows =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((total, x, k) => total + x * b[k]![j]!, 0)));
const flipped = (a: Rows): Rows => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** Ones, or what is given, on the diagonal; the numbers of `raw` below it. */
const lower = (raw: Rows, diagonal: readonly number[] = []): Rows =>
  raw.map((row, i) => row.map((x, j) => (i === j ? (diagonal[i] ?? 1) : j < i ? x : 0)));

const kinds: Readonly<Record<string, (n: number) => fc.Arbitrary<Rows>>> = {
  symmetric: (n) => table(n, n, small(3)).map((raw) => raw.map((row, i) => row.map((x, j) => (j <= i ? x : raw[j]![i]!)))), // prettier-ignore
  diagonal: (n) => table(1, n, small(4)).map(([d]) => d!.map((x, i) => d!.map((_, j) => (i === j ? x : 0)))),
  identity: (n) => fc.constant(lower(Array.from({ length: n }, () => Array.from({ length: n }, () => 0)))),
  // what has a triangular root with a diagonal above 0
  'symmetric positive definite': (n) =>
    fc
      .record({
        raw: table(n, n, small(2)),
        diagonal: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: n, maxLength: n }),
      }) // prettier-ignore
      .map(({ raw, diagonal }) => times(lower(raw, diagonal), flipped(lower(raw, diagonal)))),
  // a product of triangles whose diagonals are not 0
  invertible: (n) =>
    fc
      .record({
        raw: table(n, n, small(2)),
        other: table(n, n, small(2)),
        diagonal: fc.array(fc.constantFrom(1, 2, -1, 3), { minLength: n, maxLength: n }),
      }) // prettier-ignore
      .map(({ raw, other, diagonal }) => times(lower(raw), flipped(lower(other, diagonal)))),
};

/** Whole numbers, or, where those would hide that a square may be smaller than its root, halves or quarters. */
const valued = (all: fc.Arbitrary<Rows>): fc.Arbitrary<MatrixValue> =>
  fc
    .record({ rows: all, unit: fc.constantFrom(1, 0.5, 0.25) })
    .map(({ rows, unit }) => matrix(rows.map((row) => row.map((x) => exact(unit * x)))));

export const vectorSort: Sort = {
  name: 'vector',
  pattern: /^(?:a )?(positive )?vectors? in (?:R|\\mathbb ?\{?R\}?)\^\{?(\d|[A-Za-z])\}?$/,
  declare: (names, match, context) => {
    const n = sizeOf(match[2]!, context);
    const entry = match[1] ? fc.integer({ min: 1, max: 8 }) : small(4);
    declareMatrices(names, context, valued(table(n.most, 1, entry)), [n, { most: 1 }]);
  },
  sentence: { en: '$ {a vector|vectors}', zh: '$ 为向量' },
  examples: ['x, y : vector in R^2', '\\alpha : positive vector in \\mathbb{R}^3'],
};

export const matrixSort: Sort = {
  name: 'matrix',
  pattern: /^(?:an? )?(?:(symmetric|diagonal|identity|symmetric positive definite|invertible) )?matri(?:x|ces) (\d|[A-Za-z]) ?(?:x|×|\\times) ?(\d|[A-Za-z])$/, // prettier-ignore
  declare: (names, match, context) => {
    const [rows, columns] = [sizeOf(match[2]!, context), sizeOf(match[3]!, context)];
    const kind = match[1];
    if (kind && match[2] !== match[3]) context.fail(`a matrix that is ${kind} has as many columns as rows`);
    const all = kind ? kinds[kind]!(rows.most) : table(rows.most, columns.most, small(4));
    declareMatrices(names, context, kind === 'identity' ? all.map((raw) => matrix(raw.map((row) => row.map(exact)))) : valued(all), [rows, columns]); // prettier-ignore
  },
  sentence: { en: '$ {a matrix|matrices} of the stated kind', zh: '$ 为所述类型的矩阵' },
  examples: ['A, B : matrix 2x2', '\\Sigma : symmetric positive definite matrix 2x2', 'I : identity matrix 2x2'],
};
