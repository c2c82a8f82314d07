/** Numbers: reals, positives, probabilities, integers, sample sizes. Fractions with small parts shrink readably. */
import fc from 'fast-check';
import { exact, type Bounded } from '../../number/bounded.ts';
import { TABLE } from '../entry.ts';
import { matrix } from '../matrix.ts';
import { SAMPLE, sampleNames } from './draw.ts';
import { backwards, fractions } from './fractions.ts';
import type { Context, Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';
import type { Declaration } from '../scope.ts';

const declareNumbers = (names: readonly Tree[], context: Context, arbitrary: fc.Arbitrary<number>, more: Partial<Declaration> & { endless?: boolean } = {}) => {
  const { endless = (more.ends?.[1] ?? Infinity) === Infinity, ...said } = more;
  const whole = said.whole === true || said.role === 'size';
  if (names.some((t) => t.op === 'dots')) return declareSequence(names, context, arbitrary);
  for (const t of names) {
    if (declareTable(t, context, arbitrary)) continue;
    const slot = context.slot();
    const name = context.print(named(t, said, context));
    context.add({ role: 'value', ...said, name, slot });
    context.generate({
      name,
      arbitrary,
      number: { endless, whole },
      ...(whole ? {} : { between: (a: number, b: number, u: number) => a + (b - a) * u }),
      realise: (raw, env) => void (env[slot] = exact(raw)),
    });
  }
}; // prettier-ignore

/** `\sigma^2 : positive` says that \sigma is: both may be any such number, and \sigma needs no rounding. */
function named(t: Tree, { ends }: Partial<Declaration>, context: Context): Tree {
  if (t.op !== 'power') return t;
  const isSquare = t.args[1]!.op === 'number' && t.args[1]!.text === '2' && ends?.[0] === 0 && ends[1] === Infinity;
  return isSquare ? t.args[0]! : context.fail(`“${context.print(t)}” can be given as a positive number, and as nothing else`);
} // prettier-ignore

/** The y of `y_{ij}` and `y_{ijk}`, whose indices are among the letters i to l. */
export const tableName = (written: string): string | null =>
  /^(.+)_\{[i-l] ?[i-l]( ?[i-l])?\}$/.exec(written)?.[1] ?? null;

/** `y_{ij} : reals`: a number for each pair of indices, of which a formula says how far they run; `y_{ijk}` for each three. */
function declareTable(t: Tree, context: Context, arbitrary: fc.Arbitrary<number>): boolean {
  const written = context.print(t);
  const base = tableName(written);
  if (base === null) return false;
  const deep = /[i-l]( ?[i-l]){2}\}$/.test(written);
  const [rows, columns] = deep ? [TABLE * TABLE, TABLE] : [SAMPLE, SAMPLE];
  const name = `${base}_{\\cdot\\cdot}`;
  const slot = context.slot();
  context.add({ name, role: 'matrix', slot });
  const row = fc.array(arbitrary, { minLength: columns, maxLength: columns });
  context.generate({
    name,
    arbitrary: fc.array(row, { minLength: rows, maxLength: rows }),
    realise: (raw, env) => void (env[slot] = matrix(raw.map((numbers) => numbers.map(exact)))),
  });
  return true;
}

/** `a_1, \\dots, a_n`: as many numbers as the size says, of which nothing is random. */
function declareSequence(names: readonly Tree[], context: Context, arbitrary: fc.Arbitrary<number>): void {
  const { base, size } = sampleNames(names, context);
  const name = `${base}_\\cdot`;
  const slot = context.slot();
  const sizeSlot = context.slotOf(size);
  context.add({ name, role: 'list', slot, size });
  context.generate({
    name,
    needs: [size],
    arbitrary: fc.array(arbitrary, { minLength: SAMPLE, maxLength: SAMPLE }),
    realise: (raw, env) => {
      const n = (env[sizeSlot()] as Bounded).value;
      env[slot] = { kind: 'list', items: Array.from({ length: n }, (_, i) => exact(raw[i % SAMPLE]!)) };
    },
  });
}

const orOne = (x: number): number => x || 1;
const eighths = (low: number, high: number) => fractions(low * 8, high * 8, 8);

/** A number in the stated range, its ends among the values where they belong to it. */
const between = (low: number, high: number, open: readonly [boolean, boolean]): fc.Arbitrary<number> => {
  const parts = fc.integer({ min: open[0] ? 1 : 0, max: open[1] ? 63 : 64 });
  return parts.map((n) => low + ((high - low) * n) / 64);
};

const interval = /^(?:(?:a )?(?:reals?|numbers?|real numbers?) )?in [[(](-?\d+(?:\.\d+)?), *(-?\d+(?:\.\d+)?)[\])]$/;

export const real: Sort = {
  name: 'real',
  pattern: /^(?:a )?reals?(?: numbers?)?$/,
  declare: (names, _, context) => declareNumbers(names, context, eighths(-8, 8)),
  sentence: { en: '$ real', zh: '$ 为实数' },
  examples: ['a : real', 'a, b : reals'],
};

export const realIn: Sort = {
  name: 'real in a range',
  pattern: interval,
  declare: (names, match, context) => {
    const [low, high] = [Number(match[1]), Number(match[2])];
    if (low >= high) context.fail(`the range from ${low} to ${high} is empty`);
    const open = [match[0].includes('('), match[0].endsWith(')')] as const;
    declareNumbers(names, context, between(low, high, open), { ends: [low, high] });
  },
  sentence: { en: '$ real, between the stated ends', zh: '$ 为给定两端之间的实数' },
  examples: ['\\rho : real in (-1, 1)', 'w : in [0, 1]'],
};

/** `b : real greater than a`: so much more that both are readable. */
export const realAbove: Sort = {
  name: 'real greater than another',
  pattern: /^(?:a )?(?:reals?|numbers?|real numbers?) (greater|larger|less|smaller) than (.+)$/,
  declare: (names, match, context) => {
    const end = context.tex(match[2]!);
    const of = context.scope().declarations.get(context.print(end));
    if (of?.role !== 'value') context.fail(`declare “${match[2]}” before it, as a number`);
    const [slotOf, sign] = [context.slotOf(of!.name), /greater|larger/.test(match[1]!) ? 1 : -1];
    for (const t of names) {
      const [slot, name] = [context.slot(), context.print(t)];
      context.add({ name, role: 'value', slot });
      context.generate({ name, needs: [of!.name], arbitrary: fractions(1, 64, 8), realise: (raw, env) => void (env[slot] = exact((env[slotOf()] as Bounded).value + sign * raw)) });
    }
  },
  sentence: { en: '$ real, on the stated side of the other', zh: '$ 为实数，位于另一数的给定一侧' },
  examples: ['b : real greater than a'],
}; // prettier-ignore

export const nonzero: Sort = {
  name: 'nonzero',
  pattern: /^(?:a )?non-?zero(?: (?:real|number|real number)s?)?$/,
  declare: (names, _, context) => declareNumbers(names, context, fc.oneof(eighths(-8, 8), eighths(-1, 1)).map(orOne, backwards(orOne, (x) => x))), // prettier-ignore
  sentence: { en: '$ real and not 0', zh: '$ 为非零实数' },
  examples: ['c : nonzero real'],
};

export const positive: Sort = {
  name: 'positive',
  pattern: /^(?:a )?positives?(?: (?:real|number|real number)s?)?$/,
  declare: (names, _, context) => declareNumbers(names, context, fractions(1, 64, 8), { ends: [0, Infinity] }), // prettier-ignore
  sentence: { en: '$ positive', zh: '$ 为正数' },
  examples: ['\\epsilon : positive'],
};

export const nonnegative: Sort = {
  name: 'nonnegative',
  pattern: /^(?:a )?non-?negative(?: (?:real|number|real number)s?)?$/,
  declare: (names, _, context) => declareNumbers(names, context, eighths(0, 8), { ends: [0, Infinity] }),
  sentence: { en: '$ zero or positive', zh: '$ 为非负数' },
  examples: ['t : nonnegative'],
};

export const probabilityNumber: Sort = {
  name: 'probability',
  pattern: /^(?:a )?probabilit(?:y|ies)$/,
  declare: (names, _, context) => declareNumbers(names, context, fractions(1, 63, 64), { ends: [0, 1] }), // prettier-ignore
  sentence: { en: '$ strictly between 0 and 1', zh: '$ 严格介于 0 与 1 之间' },
  examples: ['\\alpha : probability'],
};

const wholeNumbers = (names: readonly Tree[], low: number, high: number, endless: boolean, context: Context): void => {
  if (low > high) context.fail(`the range from ${low} to ${high} is empty`);
  declareNumbers(names, context, fc.integer({ min: low, max: high }), { whole: true, endless, between: [low, high] });
};

/** Whole numbers without a stated range: small, so that sums over them stay readable. */
const whole = (
  name: string,
  sign: string,
  [low, high]: readonly [number, number],
  sentence: Sort['sentence'],
  example: string,
): Sort => ({
  name,
  pattern: new RegExp(`^(?:an? )?${sign}(?:integers?|whole numbers?)$`),
  declare: (names, _, context) => wholeNumbers(names, low, high, true, context),
  sentence,
  examples: [example],
});

export const integer = whole('integer', '', [-8, 8], { en: '$ {an integer|integers}', zh: '$ 为整数' }, 'j : integer');
export const positiveInteger = whole('positive integer', 'positive ', [1, 8], { en: '$ {a positive integer|positive integers}', zh: '$ 为正整数' }, 'n : positive integer'); // prettier-ignore
export const nonnegativeInteger = whole('nonnegative integer', 'non-?negative ', [0, 8], { en: '$ {an integer|integers}, zero or positive', zh: '$ 为非负整数' }, 'k : nonnegative integer'); // prettier-ignore

export const integerIn: Sort = {
  name: 'integer in a range',
  pattern: /^(?:an? )?integers? (?:from|between|in) (-?\d+) ?(?:to|and|\.\.+|, ?\.\.\.,) ?(-?\d+)$/,
  declare: (names, match, context) => wholeNumbers(names, Number(match[1]), Number(match[2]), false, context),
  sentence: { en: '$ {an integer|integers} in the stated range', zh: '$ 为给定范围内的整数' },
  examples: ['j : integer from 1 to 5', 'k : integer between 0 and 9', 'k : integer in 0..9'],
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
