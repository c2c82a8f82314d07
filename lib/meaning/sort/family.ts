/** Parametric families on a finite parameter grid, and their parameters. */
import fc from 'fast-check';
import { bernoulliFamily, categoricalFamily, exponentialFamily, jointFamily, normalFamily, poissonFamily, type Family, type JointFamily } from '../../distribution/family.ts'; // prettier-ignore
import { finiteFromWeights } from '../../distribution/finite.ts';
import { jointFromWeights } from '../../distribution/joint.ts';
import { exact } from '../../number/bounded.ts';
import type { Shape } from '../world.ts';
import { cornered, MAX_OUTCOMES, weight } from './law.ts';
import { headOf, type Context, type Head, type Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';

const GRID = 4;

/** Distinct grid points from gaps that shrink to 1. */
const gaps = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: GRID, maxLength: GRID });
const points = (raw: readonly number[], first: number, step: number): number[] => {
  let at = first;
  return raw.map((gap) => (at += gap * step));
};

/** A family, and its parameter, which is free in the world and bound under \arg\max. */
function declareFamily<T>(
  names: readonly Tree[],
  context: Context,
  arbitrary: fc.Arbitrary<T>,
  make: (raw: T, shape: Shape, head: Head) => Family | JointFamily,
  role: 'family' | 'joint family' = 'family',
): void {
  for (const t of names) {
    const head = headOf(t, context);
    if (!head.parameter)
      context.fail(`“${context.print(t)}” should show its parameter, such as p(x \\mid \\theta) or p_\\theta(x)`);
    const slot = context.slot();
    context.add({ ...head, role, slot });
    context.generate({
      name: head.name,
      arbitrary,
      realise: (raw, env, shape) => void (env[slot] = make(raw, shape, head)),
    });
    declareParameter(head.parameter!, head.name, context, t);
  }
}

function declareParameter(name: string, family: string, context: Context, at: Tree): void {
  const slot = context.slot();
  const familySlot = context.slotOf(family);
  context.add({ name, role: 'parameter', slot, of: { op: 'symbol', args: [], text: family, span: at.span } });
  context.generate({
    name,
    needs: [family],
    arbitrary: fc.nat({ max: GRID - 1 }),
    realise: (raw, env) => {
      const f = env[familySlot()] as Family | JointFamily;
      env[slot] = exact(f.grid[raw % f.grid.length]!);
    },
  });
}

const table = fc.array(fc.array(weight(false), { minLength: MAX_OUTCOMES, maxLength: MAX_OUTCOMES }), {
  minLength: 3,
  maxLength: 3,
});

export const family: Sort = {
  name: 'family',
  pattern: /^(?:a )?(?:parametric |categorical )?family$/,
  declare: (names, _, context) =>
    declareFamily(names, context, table, (rows, shape) =>
      categoricalFamily(rows.map((row, i) => finiteFromWeights(cornered(row, i, { ...shape, corner: 0 }), Array.from({ length: shape.k }, (_, j) => j)))),
    ),
  sentence: { en: '$ a family of positive laws on one finite alphabet, its parameter on a finite grid', zh: '$ 为同一有限字母表上的正分布族，参数取自有限网格' },
  examples: ['p(x \\mid \\theta) : family', 'p_\\theta(x) : family'],
}; // prettier-ignore

/** Each law of the list has its own weights; all are of the same variables, with the same outcomes. */
export const jointFamilySort: Sort = {
  name: 'joint family',
  pattern: /^(?:a )?joint family$/,
  declare: (names, _, context) => {
    for (const t of names) {
      const axes = headOf(t, context).arguments.length;
      if (axes < 2 || axes > 3)
        context.fail(`“${context.print(t)}” should name two or three arguments, such as p(x, z \\mid \\theta)`);
      const row = fc.array(weight(false), { minLength: MAX_OUTCOMES ** axes, maxLength: MAX_OUTCOMES ** axes });
      const rows = fc.array(row, { minLength: 3, maxLength: 3 });
      declareFamily(
        [t],
        context,
        rows,
        (lists, { k }, head) => {
          const sizes = head.arguments.map(() => k);
          return jointFamily(lists.map((list) => jointFromWeights(head.arguments, sizes, list.slice(0, k ** axes))));
        },
        'joint family',
      );
    }
  },
  sentence: { en: '$ a family of positive joint laws of its arguments, its parameter on a finite grid', zh: '$ 为各变量的正联合分布族，参数取自有限网格' },
  examples: ['p(x, z \\mid \\theta) : joint family', 'p_\\theta(x, z) : joint family'],
}; // prettier-ignore

export const bernoulliSort: Sort = {
  name: 'Bernoulli family',
  pattern: /^(?:a )?Bernoulli family$/,
  declare: (names, _, context) => declareFamily(names, context, gaps, (raw) => bernoulliFamily(points(raw, 0, 1 / 16))),
  sentence: { en: '$ the Bernoulli laws, parameter on a finite grid', zh: '$ 为伯努利分布族，参数取自有限网格' },
  examples: ['p(x \\mid \\theta) : Bernoulli family'],
};

export const normalFamilySort: Sort = {
  name: 'normal family',
  pattern: /^(?:a )?(?:normal|density) family$/,
  declare: (names, _, context) => declareFamily(names, context, gaps, (raw) => normalFamily(points(raw, -4, 1), 1.5)),
  sentence: { en: '$ the normal laws of known variance, mean on a finite grid', zh: '$ 为方差已知的正态分布族，均值取自有限网格' },
  examples: ['p(x \\mid \\theta) : normal family'],
}; // prettier-ignore

export const poissonSort: Sort = {
  name: 'Poisson family',
  pattern: /^(?:a )?Poisson family$/,
  declare: (names, _, context) => declareFamily(names, context, gaps, (raw) => poissonFamily(points(raw, 0, 1 / 2))),
  sentence: { en: '$ the Poisson laws, rate on a finite grid', zh: '$ 为泊松分布族，参数取自有限网格' },
  examples: ['p(x \\mid \\lambda) : Poisson family'],
};

export const exponentialSort: Sort = {
  name: 'exponential family of rates',
  pattern: /^(?:the )?exponential laws$/,
  declare: (names, _, context) =>
    declareFamily(names, context, gaps, (raw) => exponentialFamily(points(raw, 0, 1 / 2))),
  sentence: { en: '$ the exponential laws, rate on a finite grid', zh: '$ 为指数分布族，参数取自有限网格' },
  examples: ['p(x \\mid \\lambda) : exponential laws'],
};

export const parameter: Sort = {
  name: 'parameter',
  pattern: /^(?:a )?parameters? of (.+)$/,
  declare: (names, match, context) => {
    const head = headOf(context.tex(match[1]!), context);
    const found = context.scope().declarations.get(head.name);
    if (found?.role !== 'family' && found?.role !== 'joint family')
      context.fail(`“${head.name}” is not a family declared before`);
    for (const t of names) declareParameter(context.print(t), head.name, context, t);
  },
  sentence: { en: '$ a parameter value of the family', zh: '$ 为分布族的参数值' },
  examples: ['\\theta^* : parameter of p'],
};
