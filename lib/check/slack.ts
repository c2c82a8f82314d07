/**
 * An inequality is not only tried on random worlds, but attacked: from the world in which its sides are nearest, one name
 * at a time is drawn anew or moved a little, and what brings the sides nearer is kept. A bound with a constant or
 * an exponent that is a little too good fails only there.
 */
import fc from 'fast-check';
import { Refusal } from '../meaning/refusal.ts';
import { type Generator, type Raw, rawWorlds, realise, shapes } from '../meaning/world.ts';
import { stream } from '../number/stream.ts';
import type { Runnable } from './relation.ts';
import type { Weighed } from './weigh.ts';

const inequalities = new Set(['\\le', '\\ge', '<', '>']);
export const isInequality = (sign: string): boolean => inequalities.has(sign);

/** A world, what it says, and how far apart the sides are in it (Infinity where nothing can be told). */
export interface Tried {
  readonly raw: Raw;
  readonly weighed: Weighed;
}

const slack = ({ weighed }: Tried): number => weighed.slack ?? Infinity;

/**
 * The world with the least slack that `steps` moves find from the best of `worlds`, or the first that refutes. Null if
 * nothing can be told in any.
 */
export function tightest(
  relation: Runnable,
  generators: readonly Generator[],
  slots: number,
  worlds: readonly Raw[],
  steps: number,
  seed: number,
): Tried | null {
  const attempt = (raw: Raw): Tried | null => {
    try {
      return { raw, weighed: relation.run(realise(generators, raw, slots)) };
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };
  let best: Tried | null = null;
  const better = (tried: Tried | null): boolean => {
    if (!tried || tried.weighed.says === 'nothing' || tried.weighed.says === 'wide') return false;
    if (tried.weighed.says !== 'false' && best && slack(tried) >= slack(best)) return false;
    best = tried;
    return true;
  };
  for (const raw of worlds) {
    better(attempt(raw));
    if (best && (best as Tried).weighed.says === 'false') return best;
  }
  if (!best || generators.length === 0) return best;
  const random = stream(seed);
  const fresh = fc.sample(rawWorlds(generators), { numRuns: steps, seed });
  for (const world of fresh) {
    const base = (best as Tried).raw;
    const g = generators[random.integer(0, generators.length - 1)]!;
    const moved =
      random.uniform() < 0.5
        ? { ...base, parts: { ...base.parts, [g.name]: world.parts[g.name] } }
        : random.uniform() < 0.2
          ? { ...base, shape: world.shape }
          : nudge(base, g, random);
    if (moved && better(attempt(moved)) && (best as Tried).weighed.says === 'false') break;
  }
  return best;
}

/** One number of what was drawn for a name, one more or one less, if the name's generator could have drawn that. */
function nudge(raw: Raw, g: Generator, random: ReturnType<typeof stream>): Raw | null {
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
  const step = random.uniform() < 0.5 ? 1 : -1;
  const changed = replaced(value, path, (x) => x + step);
  if (!g.arbitrary.canShrinkWithoutContext(changed)) return null;
  return { ...raw, parts: { ...raw.parts, [g.name]: changed } };
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
