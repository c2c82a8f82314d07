/** Events of one finite sample space. Among them are the corners: a part of another, disjoint ones, the empty and the sure event. */
import fc from 'fast-check';
import type { Tree } from '../../tex/tree.ts';
import { SPACE } from '../event-set.ts';
import type { Bounded } from '../../number/bounded.ts';
import type { Env } from '../scope.ts';
import type { EventValue, ListValue } from '../value.ts';
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

type Made = (raw: readonly number[], count: number) => readonly number[];

/** `A_1, \dots, A_n`: all at once, so that nothing may happen in several of them. */
function declareMany(names: readonly Tree[], context: Context, made: Made): void {
  if (!names.some((t) => t.op === 'dots')) return declareEach(names, context, made);
  const { base, size } = sampleNames(names, context);
  declareList(base, { size }, names, context, made);
}

/** `A_1, A_2, A_3` and `A, B`: each by its name, and the numbered ones as a list too, of which a sum may run over A_i. */
function declareEach(names: readonly Tree[], context: Context, made: Made): void {
  if (names.length < 2) context.fail(`“${names.map(context.print).join(', ')}” is one event: write several, such as B_1, \\dots, B_n`);
  const [, base] = /^(.+)_1$/.exec(context.print(names[0]!)) ?? [];
  const isList = base !== undefined && names.every((t, i) => context.print(t) === `${base}_${i + 1}`);
  const list = isList ? base : names.map(context.print).join('');
  const slot = declareList(list, { count: names.length }, names, context, made);
  names.forEach((t, i) => {
    const [name, own] = [context.print(t), context.slot()];
    context.add({ name, role: 'event', slot: own });
    context.generate({ name, needs: [`${list}_\\cdot`], arbitrary: fc.constant(i), realise: (place, env) => void (env[own] = (env[slot] as ListValue).items[place]!) });
  });
} // prettier-ignore

/** The slot of the list. */
function declareList(base: string, { size, count }: { size?: string; count?: number }, names: readonly Tree[], context: Context, made: Made): number {
  const whole = space(context);
  const name = `${base}_\\cdot`;
  const slot = context.slot();
  const sizeSlot = size === undefined ? null : context.slotOf(size);
  const most = Math.max(PARTS, names.length);
  context.add({ name, role: 'list', slot, ...(size === undefined ? {} : { size }), events: true });
  context.generate({
    name,
    needs: [SPACE, ...(size === undefined ? [] : [size])],
    arbitrary: fc.array(points, { minLength: most, maxLength: most }),
    realise: (raw, env: Env) => {
      const n = sizeSlot ? (env[sizeSlot()] as Bounded).value : count!;
      const sets = made(Array.from({ length: n }, (_, i) => raw[i % most]!), n);
      env[slot] = { kind: 'list', items: sets.map((members) => ({ ...(env[whole()] as EventValue), members })) };
    },
  });
  return slot;
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
  pattern: /^(?:an? )?(?:random )?(?:event|statement)s?$/,
  declare: (names, _, context) => declareEvents(names, context),
  sentence: { en: '$ {an event|events}', zh: '$ 为随机事件' },
  examples: ['A, B : events'],
};

export const independentEvents: Sort = {
  name: 'independent events',
  pattern: /^(?:an? )?(?:mutually )?independent (?:event|statement)s?$/,
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
  pattern: /^(?:pairwise )?(?:disjoint|(?:mutually )?exclusive) (?:events|statements)$/,
  declare: (names, _, context) => declareMany(names, context, disjoint),
  sentence: { en: '$ events of which no two happen together', zh: '$ 为两两互斥的随机事件' },
  examples: ['A_1, \\dots, A_n : disjoint events', 'A, B : disjoint events'],
};

export const partitionSort: Sort = {
  name: 'partition',
  pattern: /^(?:a )?partition(?: of (?:the sample space|\\Omega))?$/,
  declare: (names, _, context) => declareMany(names, context, partition),
  sentence: { en: '$ events of which in each case just one happens', zh: '$ 为样本空间的一个划分' },
  examples: ['B_1, \\dots, B_n : partition of \\Omega', 'B_1, B_2 : partition of \\Omega'],
};
