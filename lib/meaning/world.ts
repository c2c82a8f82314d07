/** Worlds: what fast-check draws (small integers, so that it shrinks to readable numbers) made into values. */
import fc from 'fast-check';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { unwatched, type Env } from './scope.ts';

/** What all names of a world share. */
export interface Shape {
  /** Outcomes of every finite alphabet. */
  readonly k: number;
  /** Which corner of the space this world sits in; 0 is no corner. */
  readonly corner: number;
}
export const corner: Readonly<Record<'none' | 'equal' | 'disjoint' | 'peaked', number>> = {
  none: 0,
  equal: 1,
  disjoint: 2,
  peaked: 3,
};

export const shapes: fc.Arbitrary<Shape> = fc.record({
  k: fc.constantFrom(2, 2, 3, 4),
  corner: fc.constantFrom(0, 0, 0, 0, 0, 0, corner.equal, corner.disjoint, corner.peaked),
});

export interface NumberKind {
  readonly endless: boolean;
  readonly whole: boolean;
}

export interface Generator {
  readonly name: string;
  readonly needs: readonly string[];
  readonly arbitrary: fc.Arbitrary<unknown>;
  /** Of a single number: whether one of its kind may be as large as it likes, and whether it is whole. */
  readonly number?: NumberKind;
  /** Of what may be any real number, or be made of such: what lies at the share t on the way from a to b. */
  readonly between?: (a: never, b: never, t: number) => unknown;
  /** Puts the value into its slot; what it needs stands in `env` already. */
  readonly realise: (raw: never, env: Env, shape: Shape) => void;
}

export type Raw = { shape: Shape; parts: Record<string, unknown> };

/** The generators that `used` needs, each after what it needs itself; otherwise in the order of the givens. */
export function needed(generators: readonly Generator[], used: ReadonlySet<string>): Generator[] {
  const byName = new Map(generators.map((g) => [g.name, g]));
  const chosen = new Set<Generator>();
  const visited = new Set<string>();
  const visit = (name: string): void => {
    const g = byName.get(name);
    if (!g || visited.has(name)) return;
    visited.add(name);
    g.needs.forEach(visit);
    chosen.add(g);
  };
  for (const g of generators) if (used.has(g.name)) visit(g.name);
  return [...chosen];
}

export function rawWorlds(generators: readonly Generator[]): fc.Arbitrary<Raw> {
  const parts = fc.record(Object.fromEntries(generators.map((g) => [g.name, g.arbitrary])));
  return fc.record({ shape: shapes, parts });
}

/** Runs of fast-check are more biased towards corners at first: its own rule, which makes the n-th world of a seed. */
const bias = (n: number): number => 2 + Math.trunc(Math.log(n) * 0.4342944819032518);

/**
 * The worlds of a seed one after another: those of `fc.sample(rawWorlds(generators), …)`, without what it keeps for
 * shrinking, which takes them longer to make than most relations take in them.
 */
export function drawing(generators: readonly Generator[], seed: number): () => Raw {
  const source = xorshift128plus(seed | 0);
  let n = 0;
  return () => {
    source.jump();
    const random = new fc.Random(source);
    const frequency = bias(++n);
    const shape = shapes.generate(random, frequency).value;
    const parts: Record<string, unknown> = {};
    for (const g of generators) parts[g.name] = g.arbitrary.generate(random, frequency).value;
    return { shape, parts };
  };
}

/** The same worlds by their numbers 0, 1, …, each drawn when it is first asked for, and kept. */
export function worldsOf(generators: readonly Generator[], seed: number): (i: number) => Raw {
  const draw = drawing(generators, seed);
  const drawn: Raw[] = [];
  return (i) => {
    while (drawn.length <= i) drawn.push(draw());
    return drawn[i]!;
  };
}

export function realise(generators: readonly Generator[], raw: Raw, slots: number): Env {
  const env: Env = new Array(slots) as Env;
  for (const g of generators) g.realise(raw.parts[g.name] as never, env, raw.shape);
  return env;
}

/** A world that takes down which of its slots are read; what is put into one meanwhile is nothing of the world. */
export function watched(world: Env): { env: Env; read: ReadonlySet<number> } {
  const read = new Set<number>();
  const before = [...world];
  const env = new Proxy(world, {
    get: (target, key) => {
      if (key === unwatched) return target;
      const value = Reflect.get(target, key) as unknown;
      if (typeof key === 'string' && value === before[Number(key)]) read.add(Number(key));
      return value;
    },
  });
  return { env, read };
}
