/**
 * An inequality is not only tried on random worlds, but attacked: from the worlds in which its sides are nearest, one name
 * at a time is drawn anew or moved a little, and what brings the sides nearer is kept. A bound with a constant or
 * an exponent that is a little too good fails only there.
 */
import { attempt, Refusal } from '../meaning/refusal.ts';
import { type Generator, type Raw, realise, shapes } from '../meaning/world.ts';
import { type Stream, stream } from '../number/stream.ts';
import { look } from './look.ts';
import type { Runnable } from './relation.ts';
import type { Weighed } from './weigh.ts';

/** A world, what it says, and how far apart the sides are in it (Infinity where nothing can be told). */
export interface Tried {
  readonly raw: Raw;
  readonly weighed: Weighed;
}

const slack = ({ slack: share }: Weighed): number => share ?? Infinity;

/**
 * Whether a world is nearer than the nearest so far; one that refutes always is. A probability that is 0 in a world is
 * not near to a bound because that is small: worlds with a side that is 0 count only where there are no others.
 */
export const nearer = (weighed: Weighed, best: Tried | null): boolean => {
  if (weighed.says === 'nothing' || weighed.says === 'wide') return false;
  if (weighed.says === 'false' || !best) return true;
  const [zero, had] = [weighed.zero === true, best.weighed.zero === true];
  return zero === had ? slack(weighed) < slack(best.weighed) : had;
};

/** What a relation says in a world; null where it has no meaning there. */
function said(relation: Runnable, generators: readonly Generator[], slots: number, raw: Raw): Weighed | null {
  const weighed = attempt(() => look(relation, realise(generators, raw, slots)));
  return weighed instanceof Refusal ? null : weighed;
}

/** How many worlds a search may begin from. */
const STARTS = 8;

/** The nearest world so far, and the nearest of those in which the sides do not meet: where they do, no search goes on. */
export class Nearest {
  best: Tried | null = null;
  readonly apart: Tried[] = [];

  take(raw: Raw, weighed: Weighed): void {
    if (nearer(weighed, this.best)) this.best = { raw, weighed };
    const last = this.apart[STARTS - 1] ?? null;
    if (slack(weighed) === 0 || !nearer(weighed, last)) return;
    const at = this.apart.findIndex((other) => nearer(weighed, other));
    this.apart.splice(at < 0 ? this.apart.length : at, 0, { raw, weighed });
    this.apart.length = Math.min(this.apart.length, STARTS);
  }
}

/** Moves in a row that bring the sides no nearer, after which the search begins anew from the next world. */
const PATIENCE = 30;
/** Share of moves that are two at once: a bound may give way only where two names move together. */
const TWICE = 0.4;

/**
 * The world with the least slack that `steps` moves find, with parts of the worlds 0, 1, …; or the first that refutes.
 * Null where nothing could be told of any world.
 */
export function tightest(
  relation: Runnable,
  generators: readonly Generator[],
  slots: number,
  { best: first, apart }: Nearest,
  world: (i: number) => Raw,
  steps: number,
  seed: number,
): Tried | null {
  if (!first || generators.length === 0) return first;
  const random = stream(seed);
  const starts = apart.length > 0 ? [...apart] : [first];
  let best = first;
  let place = 0;
  let here = starts[place]!;
  let idle = 0;
  for (let i = 0; i < steps && best.weighed.says !== 'false'; i++) {
    const met = slack(here.weighed) === 0;
    if (met || idle >= PATIENCE) {
      if (!met) starts[place] = here;
      place = (place + 1) % starts.length;
      here = starts[place]!;
      idle = 0;
    }
    idle++;
    const once = moved(here.raw, generators, world, i, random);
    const raw = once && random.uniform() < TWICE ? moved(once, generators, world, i, random) : once;
    const weighed = raw && said(relation, generators, slots, raw);
    if (!raw || !weighed || !nearer(weighed, here)) continue;
    here = { raw, weighed };
    idle = 0;
    if (nearer(weighed, best)) best = here;
  }
  return best;
}

/** A name or the shape as it is in another world, or one number a little more or less. */
function moved(
  { shape, parts }: Raw,
  generators: readonly Generator[],
  world: (i: number) => Raw,
  i: number,
  random: Stream,
): Raw | null {
  const g = generators[random.integer(0, generators.length - 1)]!;
  if (random.uniform() < 0.5) return { shape, parts: { ...parts, [g.name]: world(i).parts[g.name] } };
  const u = random.uniform();
  if (u < 0.2) return { shape: world(i).shape, parts };
  return u < 0.4 ? copied({ shape, parts }, g, generators, random) : nudge({ shape, parts }, g, random);
}

/** What was drawn for another name, if this one's generator could have drawn that: bounds are often met where two are equal. */
function copied(raw: Raw, g: Generator, generators: readonly Generator[], random: Stream): Raw | null {
  const from = raw.parts[generators[random.integer(0, generators.length - 1)]!.name];
  return g.arbitrary.canShrinkWithoutContext(from) ? { ...raw, parts: { ...raw.parts, [g.name]: from } } : null;
}

/** Steps of a number: generators draw whole numbers and such parts of them. */
const STEPS = [1, 1 / 2, 1 / 8, 1 / 64];

/** One number of what was drawn for a name, a little more or less, if the name's generator could have drawn that. */
function nudge(raw: Raw, g: Generator, random: Stream): Raw | null {
  const value = raw.parts[g.name];
  const places: (readonly (string | number)[])[] = [];
  const visit = (v: unknown, path: readonly (string | number)[]): void => {
    if (typeof v === 'number') places.push(path);
    else if (Array.isArray(v)) v.forEach((item, i) => visit(item, [...path, i]));
    else if (v && typeof v === 'object') for (const [key, item] of Object.entries(v)) visit(item, [...path, key]);
  };
  visit(value, []);
  if (places.length === 0) return null;
  const path = places[random.integer(0, places.length - 1)]!;
  const sign = random.uniform() < 0.5 ? 1 : -1;
  // the finest step that there is for this number, and now and then a coarser one
  const finest = STEPS.length - 1 - random.integer(0, 1);
  for (let k = finest; k >= 0; k--) {
    const changed = replaced(value, path, (x) => x + sign * STEPS[k]!);
    if (g.arbitrary.canShrinkWithoutContext(changed)) return { ...raw, parts: { ...raw.parts, [g.name]: changed } };
  }
  return null;
}

function replaced(v: unknown, path: readonly (string | number)[], f: (x: number) => number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return f(v as number);
  if (Array.isArray(v)) return v.map((item: unknown, i) => (i === key ? replaced(item, rest, f) : item));
  const record = v as Record<string, unknown>;
  return { ...record, [key]: replaced(record[key], rest, f) };
}

/** Whether fast-check can shrink such a world from itself alone. */
export const shrinkable = (generators: readonly Generator[], raw: Raw): boolean =>
  shapes.canShrinkWithoutContext(raw.shape) &&
  generators.every((g) => g.arbitrary.canShrinkWithoutContext(raw.parts[g.name]));
