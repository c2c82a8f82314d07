/** Worlds: what fast-check draws (small integers, so that it shrinks to readable numbers) made into values. */
import fc from 'fast-check';
import type { Env } from './scope.ts';

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

export interface Generator {
  readonly name: string;
  readonly needs: readonly string[];
  readonly arbitrary: fc.Arbitrary<unknown>;
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

export function realise(generators: readonly Generator[], raw: Raw, slots: number): Env {
  const env: Env = new Array(slots) as Env;
  for (const g of generators) g.realise(raw.parts[g.name] as never, env, raw.shape);
  return env;
}
