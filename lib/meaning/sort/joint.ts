/** Joint laws of named arguments: finite tables, and densities whose arguments are normal around lines in each other. */
import fc from 'fast-check';
import { normalised } from '../../distribution/finite.ts';
import { linearNormal } from '../../distribution/joint-normal.ts';
import { corner } from '../world.ts';
import { betweenWeights, MAX_OUTCOMES, outcomes, weight } from './law.ts';
import { fractions } from './fractions.ts';
import { headOf, type Context, type Head, type Sort } from './sort.ts';
import type { Tree } from '../../tex/tree.ts';

/** `… with A, B independent given C`: those that are, as places among the arguments. */
function independent(head: Head, match: RegExpExecArray, context: Context): readonly number[] {
  if (match[1] === undefined) return [];
  const place = (t: Tree): number => {
    const i = head.arguments.indexOf(context.print(t));
    return i >= 0 ? i : context.fail(`“${context.print(t)}” is no argument of “${head.name}” (${head.arguments.join(', ')})`);
  };
  const apart = listOf(context.tex(match[1])).map(place);
  const given = match[2] === undefined ? [] : listOf(context.tex(match[2])).map(place);
  const rest = head.arguments.flatMap((_, i) => (apart.includes(i) ? [] : [i]));
  if (apart.length < 2 || rest.length !== given.length || rest.some((i) => !given.includes(i)))
    context.fail('two or more arguments are independent given all the others: … with x, y independent given z');
  return apart;
} // prettier-ignore

const listOf = (t: Tree): readonly Tree[] => (t.op === 'list' ? t.args : [t]);

const INDEPENDENCE = '(?: with (.+) independent(?: given (.+))?)?$';

function headsOf(names: readonly Tree[], context: Context): Head[] {
  return names.map((t) => {
    const head = headOf(t, context);
    if (head.arguments.length >= 2) return head;
    return context.fail(`“${context.print(t)}” should name the arguments of the joint law, such as p(x, z)`);
  });
}

const grids = outcomes.map((own, k) => ({ k, own }));

/** Weights of all cells. With arguments independent given the rest, a product of tables, one for each. */
function table(raw: readonly number[], k: number, axes: number, apart: readonly number[]): number[] {
  const cells = k ** axes;
  if (apart.length === 0) return raw.slice(0, cells);
  const rest = Array.from({ length: axes }, (_, i) => i).filter((i) => !apart.includes(i));
  const part = k ** rest.length;
  return Array.from({ length: cells }, (_, cell) => {
    const at = (axis: number): number => Math.floor(cell / k ** (axes - 1 - axis)) % k;
    const given = rest.reduce((code, axis) => code * k + at(axis), 0);
    // the first table is that of the rest; each further one has a row for each of its cells
    return apart.reduce((w, axis, i) => w * raw[part * (1 + i * k) + given * k + at(axis)]!, raw[given]!);
  });
}

/** Numbers that the tables of k values need. */
const needed = (k: number, axes: number, apart: readonly number[]): number =>
  apart.length === 0 ? k ** axes : k ** (axes - apart.length) * (1 + k * apart.length);

/** The corner in which the other arguments all but determine the last: each law of a world in its own way. */
const determined = (weights: readonly number[], k: number, place: number): number[] =>
  weights.map((w, cell) => {
    let others = place;
    for (let rest = Math.floor(cell / k); rest > 0; rest = Math.floor(rest / k)) others += rest % k;
    return others % k === cell % k ? w * 2 ** 20 : w;
  });

export const joint: Sort = {
  name: 'joint pmf',
  pattern: new RegExp(`^(?:a )?joint pmf${INDEPENDENCE}`),
  declare: (names, match, context) => {
    for (const head of headsOf(names, context)) {
      const axes = head.arguments.length;
      const apart = independent(head, match, context);
      const slot = context.slot();
      const place = context.earlier('joint').length;
      context.add({ ...head, role: 'joint', slot });
      // large tables have few values on each side
      const most = axes <= 3 ? MAX_OUTCOMES : 2;
      const length = needed(most, axes, apart);
      context.generate({
        name: head.name,
        arbitrary: fc.array(weight(false), { minLength: length, maxLength: length }),
        ...(apart.length === 0 ? { between: betweenWeights } : {}),
        realise: (raw, env, shape) => {
          const { k, own } = grids[Math.min(shape.k, most)]!;
          const drawn = table(raw, k, axes, apart);
          const isCorner = shape.corner === corner.disjoint && apart.length === 0;
          const weights = isCorner ? determined(drawn, k, place) : drawn;
          env[slot] = {
            kind: 'joint',
            names: head.arguments,
            sizes: head.arguments.map(() => k),
            outcomes: head.arguments.map(() => own),
            probabilities: normalised(weights),
            weights,
          };
        },
      });
    }
  },
  sentence: { en: '$ a positive joint law of its arguments', zh: '$ 为其各变量的正联合分布' },
  examples: ['p(x, z) : joint pmf', 'p(y, \\theta \\mid m) : joint pmf', 'p(x, y, z) : joint pmf with x, y independent given z'],
}; // prettier-ignore

const eighth = (low: number, high: number) => fractions(low * 8, high * 8, 8);

export const jointDensity: Sort = {
  name: 'joint density',
  pattern: new RegExp(`^(?:a )?joint density${INDEPENDENCE}`),
  declare: (names, match, context) => {
    for (const head of headsOf(names, context)) {
      const apart = independent(head, match, context);
      const n = head.arguments.length;
      const slot = context.slot();
      context.add({ ...head, role: 'joint', slot });
      const link = fc.record({
        shift: eighth(-1, 1),
        noise: fc.constantFrom(1, 0.5, 2),
        slopes: fc.array(fc.constantFrom(1, -1, 0.5), { minLength: n - 1, maxLength: n - 1 }),
      });
      // the arguments that are independent given the others are lines in those, which stand after them
      const order = [...apart, ...head.arguments.flatMap((_, i) => (apart.includes(i) ? [] : [i]))];
      context.generate({
        name: head.name,
        arbitrary: fc.array(link, { minLength: n, maxLength: n }),
        realise: (raw, env) => {
          const links = order.map((argument, i) => ({
            ...raw[i]!,
            name: head.arguments[argument]!,
            slopes: raw[i]!.slopes.slice(0, n - 1 - i).map((s, k) => (apart.includes(order[i + 1 + k]!) ? 0 : s)),
          }));
          env[slot] = linearNormal(links);
        },
      });
    }
  },
  sentence: { en: '$ a joint density: the last argument normal, each other one normal around a line in those after it', zh: '$ 为联合密度：最后一个变量为正态，其余各变量以其后各变量的线性函数为均值的正态' },
  examples: ['p(x, z) : joint density', 'p(x, y, z) : joint density with x, y independent given z'],
}; // prettier-ignore
