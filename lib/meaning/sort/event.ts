/** Events of one finite sample space. Among them are the corners: a part of another, disjoint ones, the empty and the sure event. */
import fc from 'fast-check';
import type { Tree } from '../../tex/tree.ts';
import { SPACE } from '../event-set.ts';
import type { Bounded } from '../../number/bounded.ts';
import type { Env } from '../scope.ts';
import type { EventValue } from '../value.ts';
import { sampleNames } from './draw.ts';
import type { Context, Sort } from './sort.ts';

/** Independent events have a digit of the number of a point each, which says whether they happen; one digit is left. */
const INDEPENDENT = 3;
const POINTS = 2 ** (INDEPENDENT + 1);
const PARTS = 4;

/** Odds for each independent event, and how the points that agree in those share their weight, of which some have none. */
const odds = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { minLength: INDEPENDENT, maxLength: INDEPENDENT }); // prettier-ignore
const SHARE = 6;
const shares = fc.array(fc.integer({ min: 0, max: SHARE }), { minLength: POINTS / 2, maxLength: POINTS / 2 });

/** The sample space, once a page. */
function space(context: Context): () => number {
  if (context.scope().declarations.get(SPACE)?.role !== 'event') {
    const slot = context.slot();
    context.add({ name: SPACE, role: 'event', slot });
    context.generate({
      name: SPACE,
      arbitrary: fc.record({ odds, shares }),
      realise: (raw, env) => {
        const weights = Array.from({ length: POINTS }, (_, point) => {
          const agreed = point % (POINTS / 2);
          const share = point < POINTS / 2 ? raw.shares[agreed]! : SHARE - raw.shares[agreed]!;
          return raw.odds.reduce((w, pair, bit) => w * pair[(point >> bit) & 1]!, share);
        });
        env[slot] = { kind: 'event', members: 2 ** POINTS - 1, weights };
      },
    });
  }
  return context.slotOf(SPACE);
}

const points = fc.integer({ min: 0, max: 2 ** POINTS - 1 });
const kinds = fc.constantFrom('any', 'any', 'any', 'part', 'more', 'apart', 'same', 'empty', 'sure');

const drawn = (kind: string, own: number, other: number): number =>
  ({ part: own & other, more: own | other, apart: own & ~other, same: other, empty: 0, sure: 2 ** POINTS - 1 })[kind] ?? own; // prettier-ignore

function declareEvents(names: readonly Tree[], context: Context): void {
  const whole = space(context);
  if (names.some((t) => t.op === 'dots')) return declareMany(names, context, (raw) => raw);
  for (const t of names) {
    const slot = context.slot();
    const name = context.print(t);
    const before = context.earlier('event');
    context.add({ name, role: 'event', slot });
    context.generate({
      name,
      needs: [SPACE],
      arbitrary: fc.record({ own: points, kind: kinds, of: fc.nat({ max: 7 }) }),
      realise: ({ own, kind, of }, env) => {
        const other = env[before[of % before.length]!] as EventValue;
        env[slot] = { ...(env[whole()] as EventValue), members: drawn(kind, own, other.members) };
      },
    });
  }
}

/** `A_1, \dots, A_n`: all at once, so that nothing may happen in several of them. */
function declareMany(names: readonly Tree[], context: Context, made: (raw: readonly number[], count: number) => readonly number[]): void {
  const whole = space(context);
  const { base, size } = sampleNames(names, context);
  const name = `${base}_\\cdot`;
  const slot = context.slot();
  const count = context.slotOf(size);
  context.add({ name, role: 'list', slot, size, events: true });
  context.generate({
    name,
    needs: [SPACE, size],
    arbitrary: fc.array(points, { minLength: PARTS, maxLength: PARTS }),
    realise: (raw, env: Env) => {
      const n = (env[count()] as Bounded).value;
      const sets = made(Array.from({ length: n }, (_, i) => raw[i % PARTS]!), n);
      env[slot] = { kind: 'list', items: sets.map((members) => ({ ...(env[whole()] as EventValue), members })) };
    },
  });
} // prettier-ignore

/** What is left of each when those before it are taken away. */
const disjoint = (raw: readonly number[]): number[] => raw.map((own, i) => raw.slice(0, i).reduce((rest, other) => rest & ~other, own)); // prettier-ignore

/** The last has what no other has. */
function partition(raw: readonly number[]): number[] {
  const parts = disjoint(raw).slice(0, -1);
  return [...parts, parts.reduce((rest, part) => rest & ~part, 2 ** POINTS - 1)];
}

export const events: Sort = {
  name: 'event',
  pattern: /^(?:an? )?(?:random )?events?$/,
  declare: (names, _, context) => declareEvents(names, context),
  sentence: { en: '$ {an event|events}', zh: '$ 为随机事件' },
  examples: ['A, B : events'],
};

export const independentEvents: Sort = {
  name: 'independent events',
  pattern: /^(?:an? )?(?:mutually )?independent events?$/,
  declare: (names, _, context) => {
    const whole = space(context);
    for (const t of names) {
      const bit = [...context.scope().declarations.values()].filter((d) => d.role === 'event' && d.apart).length;
      if (t.op === 'dots' || bit >= INDEPENDENT) context.fail(`at most ${INDEPENDENT} events may be given as independent`);
      const [slot, name] = [context.slot(), context.print(t)];
      context.add({ name, role: 'event', slot, apart: true });
      const members = Array.from({ length: POINTS }, (_, point) => ((point >> bit) & 1) << point).reduce((a, b) => a | b);
      context.generate({ name, needs: [SPACE], arbitrary: fc.constant(members), realise: (own, env) => void (env[slot] = { ...(env[whole()] as EventValue), members: own }) });
    }
  },
  sentence: { en: '$ {an event|events}, independent of each other', zh: '$ 为相互独立的随机事件' },
  examples: ['A, B : independent events'],
}; // prettier-ignore

export const disjointEvents: Sort = {
  name: 'disjoint events',
  pattern: /^(?:pairwise )?(?:disjoint|mutually exclusive) events$/,
  declare: (names, _, context) => declareMany(names, context, disjoint),
  sentence: { en: '$ events of which no two happen together', zh: '$ 为两两互斥的随机事件' },
  examples: ['A_1, \\dots, A_n : disjoint events'],
};

export const partitionSort: Sort = {
  name: 'partition',
  pattern: /^(?:a )?partition(?: of (?:the sample space|\\Omega))?$/,
  declare: (names, _, context) => declareMany(names, context, partition),
  sentence: { en: '$ events of which in each case just one happens', zh: '$ 为样本空间的一个划分' },
  examples: ['B_1, \\dots, B_n : partition of \\Omega'],
};
