/**
 * Statements that are joined by \iff or \implies, where one comes true at single places only: no random world has a root
 * of e^a = 3. Between two worlds in which an equation misses to different sides it holds somewhere, if its sides move
 * steadily: there the other statement is looked at.
 */
import { attempt, Refusal } from '../meaning/refusal.ts';
import type { Env, Scope } from '../meaning/scope.ts';
import { isNumber, type Value } from '../meaning/value.ts';
import { type Generator, type Raw, realise } from '../meaning/world.ts';
import { abs, type Bounded, subtract, sum } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import type { Part, Runnable } from './side.ts';

const signs = ['=', '\\equiv', '<', '>', '\\le', '\\ge'];
const isEquation = ({ sign }: Part): boolean => sign === '=' || sign === '\\equiv';

/** The relations of which a statement is made, all of which are to be true; null where one is of another kind. */
export function partsOf(t: Tree, scope: Scope): readonly Part[] | null {
  const chains = t.op === 'together' ? t.args : [t];
  const parts = chains.flatMap((chain): (Part | null)[] => {
    if (chain.op !== 'chain') return [null];
    const sides = chain.args.filter((_, i) => i % 2 === 0).map((side) => scope.compile(side));
    const between = chain.args.filter((_, i) => i % 2 === 1);
    return between.map(({ text: sign }, i) => {
      const [a, b] = [sides[i]!, sides[i + 1]!];
      return signs.includes(sign) ? { sign, gap: (env: Env) => gapOf(a(env), b(env)) } : null;
    });
  });
  return parts.every((part) => part !== null) ? parts : null;
}

/** The difference of two numbers, and how far two finite laws are apart. */
function gapOf(a: Value, b: Value): Bounded | null {
  if (isNumber(a) && isNumber(b)) return subtract(a, b);
  if (!('kind' in a) || !('kind' in b) || a.kind !== 'finite' || b.kind !== 'finite') return null;
  if (a.outcomes.length !== b.outcomes.length || a.outcomes.some((x, i) => x !== b.outcomes[i])) return null;
  return sum(a.probabilities.map((p, i) => abs(subtract(p, b.probabilities[i]!))));
}

/** Worlds from which a search begins, and roots of one equation that are looked at. */
const STARTS = 200;
const ROOTS = 32;
/** Halvings after which the root lies in a narrow bracket, and those that find it as well as doubles tell. */
const NARROW = 24;
const HALVINGS = 56;

export interface Solved {
  /** Where the statement on this side comes true, and the other is false. */
  readonly refuted: { readonly raw: Raw; readonly holds: 'left' | 'right' } | null;
  /** Roots at which both are true. */
  readonly both: number;
}

export function solved(
  { run, sign, joins, halves }: Runnable,
  generators: readonly Generator[],
  slots: number,
  world: (i: number) => Raw,
): Solved {
  let both = 0;
  if (!joins || !halves) return { refuted: null, both };
  const at = (raw: Raw): Env | null => {
    const env = attempt(() => realise(generators, raw, slots));
    return env instanceof Refusal ? null : env;
  };
  const ways = [[halves[0], halves[1], 'left'] as const, [halves[1], halves[0], 'right'] as const];
  for (const [own, other, holds] of sign === '\\implies' ? ways.slice(0, 1) : ways)
    for (const part of own.filter(isEquation))
      for (const places of rootsOf(part, generators, world, at)) {
        const envs = places.map(at);
        if (envs.includes(null)) continue;
        const rest = own.filter((p) => p !== part);
        const isPremise = rest.every((p) => envs.every((env) => says(p, env!) === true));
        if (isPremise && other.some((p) => isFalseAround(p, envs as Env[]))) return { refuted: { raw: places[1]!, holds }, both };
        const weighed = attempt(() => run(envs[1]!));
        const isBoth = !(weighed instanceof Refusal) && weighed.truths === 'both';
        if (isBoth || (isPremise && other.every((p) => isTrueAround(p, envs as Env[])))) both++;
      }
  return { refuted: null, both };
} // prettier-ignore

/** Of each root a world before it, one as near as can be, and one behind it. */
function* rootsOf(
  part: Part,
  generators: readonly Generator[],
  world: (i: number) => Raw,
  at: (raw: Raw) => Env | null,
): globalThis.Generator<readonly [Raw, Raw, Raw]> {
  const gap = (raw: Raw): Bounded | null => {
    const env = at(raw);
    return env && gapIn(part, env);
  };
  let found = 0;
  for (let i = 0; i < STARTS && found < ROOTS; i++) {
    const [from, to] = [world(i), world(i + 1)];
    // in a corner a law is not what was drawn for it
    if (from.shape.corner !== 0) continue;
    const on = (t: number): Raw => between(from, to, t, generators);
    const start = sideOf(gap(on(0)));
    if (start === 0 || sideOf(gap(on(1))) !== -start) continue;
    let [low, high] = [0, 1];
    let outer: [number, number] = [0, 1];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      if (sideOf(gap(on(middle))) === start) low = middle;
      else high = middle;
      if (k === NARROW) outer = [2 * low - high, 2 * high - low];
    }
    const places = [on(outer[0]), on(high), on(outer[1])] as const;
    const [before, root, behind] = places.map(gap);
    if (sideOf(before!) !== start || sideOf(behind!) !== -start) continue;
    if (!root || !isSmall(root, before!, behind!)) continue;
    found++;
    yield places;
  }
}

/** Where an equation jumps from one side to the other it has no root. */
const isSmall = (root: Bounded, before: Bounded, behind: Bounded): boolean =>
  Math.abs(root.value) + root.error <= 2 ** -8 * Math.min(Math.abs(before.value), Math.abs(behind.value));

/** A world between two others; names that cannot lie between stay as they are in the first. */
function between(from: Raw, to: Raw, t: number, generators: readonly Generator[]): Raw {
  const moved = generators.flatMap((g) => (g.between ? [[g.name, g.between(from.parts[g.name] as never, to.parts[g.name] as never, t)] as const] : [])); // prettier-ignore
  return { shape: from.shape, parts: { ...from.parts, ...Object.fromEntries(moved) } };
}

const gapIn = ({ gap }: Part, env: Env): Bounded | null => {
  const found = attempt(() => gap(env));
  return found instanceof Refusal ? null : found;
};

/** The side of 0 on which a number lies for sure; 0 where that is open. */
const sideOf = (x: Bounded | null): number => (x && Math.abs(x.value) > x.error ? Math.sign(x.value) : 0);

/** Whether a relation is true; null where nobody can tell. */
function says(part: Part, env: Env): boolean | null {
  const side = sideOf(gapIn(part, env));
  if (side === 0) return null;
  return isEquation(part) ? false : ['>', '\\ge'].includes(part.sign) ? side > 0 : side < 0;
}

/** False at all three places, and by as much: what comes true at the root itself would come nearer to it there. */
function isFalseAround(part: Part, envs: readonly Env[]): boolean {
  if (!envs.every((env) => says(part, env) === false)) return false;
  const gaps = envs.map((env) => gapIn(part, env)!.value);
  const sizes = gaps.map(Math.abs);
  return new Set(gaps.map(Math.sign)).size === 1 && Math.max(...sizes) <= 2 * Math.min(...sizes);
}

/** True at all three places, or an equation that has its own root there: doubles may lie on neither side of \sqrt{2}. */
function isTrueAround(part: Part, envs: readonly Env[]): boolean {
  if (!isEquation(part)) return envs.every((env) => says(part, env) === true);
  const [before, root, behind] = envs.map((env) => gapIn(part, env));
  const side = sideOf(before!);
  return side !== 0 && sideOf(behind!) === -side && !!root && isSmall(root, before!, behind!);
}
