/**
 * Random worlds are made of small fractions, and so are the moves of a search: a bound that gives way at an irrational
 * place only, as x log x > -1/e does at x = 1/e, holds in all of them. Where a number lies between two others at which the
 * sides are farther apart, the place at which they come nearest is closed in on, one name after the other.
 */
import { attempt, Refusal } from '../meaning/refusal.ts';
import { type Generator, type Raw, realise } from '../meaning/world.ts';
import type { Runnable } from './relation.ts';
import type { Nearest } from './slack.ts';
import { isRounded } from './weigh.ts';

/** Where the relation is false, or where its sides cannot be told apart though they can on either side of it. */
export interface Touch {
  readonly raw: Raw;
  readonly says: 'false' | 'meets';
}

/** Worlds from which a search begins, those among which neighbours of a number are looked for, and passes over all names. */
const STARTS = 3;
const NEIGHBOURS = 64;
const PASSES = 2;
/** Golden sections: 0.618^80 is below the rounding of doubles. */
const SECTIONS = 80;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export function touching(
  relation: Runnable,
  generators: readonly Generator[],
  slots: number,
  { best, apart }: Nearest,
  world: (i: number) => Raw,
  worlds: number,
): Touch | null {
  const numbers = generators.filter((g) => g.number && g.between);
  if (!best || numbers.length === 0) return null;
  const drawn = Array.from({ length: Math.min(NEIGHBOURS, worlds) }, (_, i) => world(i));
  for (const { raw } of apart.slice(0, STARTS)) {
    let here = raw;
    for (let pass = 0; pass < PASSES; pass++)
      for (const { name } of numbers) {
        const at = (x: number): Raw => ({ ...here, parts: { ...here.parts, [name]: x } });
        const gap = (x: number): number | null => {
          const weighed = attempt(() => relation.run(realise(generators, at(x), slots)));
          if (weighed instanceof Refusal) return null;
          return weighed.says === 'false' && !isRounded(relation.sign, weighed) ? -1 : weighed.slack;
        };
        const found = closeIn(gap, here.parts[name] as number, drawn.map(({ parts }) => parts[name] as number)); // prettier-ignore
        if (!found) continue;
        here = at(found.x);
        if (found.says !== 'apart') return { raw: here, says: found.says };
      }
  }
  return null;
}

/** From x, if the sides are farther apart at the values next to it on either side. A gap below 0 is a relation that is false. */
function closeIn(
  gap: (x: number) => number | null,
  x: number,
  values: readonly number[],
): { x: number; says: Touch['says'] | 'apart' } | null {
  let [low, high] = [Math.max(...values.filter((v) => v < x)), Math.min(...values.filter((v) => v > x))];
  if (!Number.isFinite(high - low)) return null;
  const [left, middle, right] = [gap(low), gap(x), gap(high)];
  if (left === null || middle === null || right === null || !(middle <= Math.min(left, right)) || middle === 0) return null;
  let [p, q] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atP, atQ] = [gap(p), gap(q)];
  for (let i = 0; i < SECTIONS; i++) {
    if (atP === null || atQ === null) return null;
    const [y, least] = atP <= atQ ? [p, atP] : [q, atQ];
    if (least <= 0) return { x: y, says: least < 0 ? 'false' : 'meets' };
    if (atP <= atQ) {
      [high, q, atQ] = [q, p, atP];
      p = high - GOLDEN * (high - low);
      atP = gap(p);
    } else {
      [low, p, atP] = [p, q, atQ];
      q = low + GOLDEN * (high - low);
      atQ = gap(q);
    }
  }
  return { x: (low + high) / 2, says: 'apart' };
} // prettier-ignore
