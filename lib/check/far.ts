/**
 * Worlds far out. Sorts draw small fractions, so that counterexamples are read at a glance; but on those alone x < 10
 * would hold for every real x, and a > 1/10 for every positive a. What holds of numbers alone is tried once more where
 * they are very large and very small. Laws stay as they are drawn: far apart, their integrals tell no more than that
 * one of them is 0.
 */
import type { Generator, Raw } from '../meaning/world.ts';

/** By what numbers without an end are multiplied; the nearest first, as what is found there is the easiest to read. */
const FACTORS = [16, 2 ** -4, 2 ** 8, 2 ** -8, 2 ** 16, 2 ** -16];
/** The same for whole numbers, which say how long sums are; by the larger one only 1 is. */
const WHOLE = [16, 2 ** 8];
/** How many drawn worlds are stretched by each factor, beside those in which all is 1 or -1. */
const WORLDS = 8;

/** Do the worlds say no more than numbers, of which one at least may be as large as it likes? */
export const canStretch = (generators: readonly Generator[]): boolean =>
  generators.every((g) => g.number) && generators.some((g) => g.number!.endless);

/** All endless numbers of a world multiplied together, then one name at a time; the whole ones by less. */
export function* stretched(generators: readonly Generator[], world: (i: number) => Raw): globalThis.Generator<Raw> {
  const endless = generators.filter((g) => g.number!.endless);
  const units = [1, -1].filter((unit) => endless.every((g) => g.arbitrary.canShrinkWithoutContext(unit)));
  const drawn = Array.from({ length: WORLDS }, (_, i) => world(i));
  const ones = units.map((unit) => valued(drawn[0]!, endless, () => unit));
  const reals = endless.filter((g) => !g.number!.whole);
  const wholes = endless.filter((g) => g.number!.whole);
  for (const factor of reals.length > 0 ? FACTORS : [])
    for (const start of [...ones, ...drawn]) yield* multiplied(start, reals, factor);
  for (const factor of wholes.length > 0 ? WHOLE : [])
    for (const start of factor === WHOLE[0] ? [...ones, ...drawn] : ones) {
      if (reals.length > 0) yield valued(start, endless, (x) => x * factor);
      yield* multiplied(start, wholes, factor);
    }
}

function* multiplied(start: Raw, names: readonly Generator[], factor: number): globalThis.Generator<Raw> {
  const moves = names.length > 1 ? [names, ...names.map((g) => [g])] : [names];
  for (const moved of moves) yield valued(start, moved, (x) => x * factor);
}

const valued = ({ shape, parts }: Raw, names: readonly Generator[], f: (x: number) => number): Raw => ({
  shape,
  parts: { ...parts, ...Object.fromEntries(names.map(({ name }) => [name, f(parts[name] as number)])) },
});
