/**
 * Worlds far out. Sorts draw small fractions, so that counterexamples are read at a glance; but on those alone x < 10
 * would hold for every real x, and a > 1/10 for every positive a. What holds of numbers alone is tried once more where
 * they are very large and very small. Laws stay as they are drawn: far apart, their integrals tell no more than that
 * one of them is 0.
 */
import type { Scope } from '../meaning/scope.ts';
import type { Generator, Raw } from '../meaning/world.ts';
import type { Tree } from '../tex/tree.ts';

/** By what numbers without an end are multiplied; the nearest first, as what is found there is the easiest to read. */
const FACTORS = [16, 2 ** -4, 2 ** 8, 2 ** -8, 2 ** 16, 2 ** -16];
/**
 * By these only 1 and -1 are, and only where all is arithmetic: squares of what comes out are still doubles. No quadrature
 * finds the mass of a beta law with parameters of 2^-150.
 */
const FARTHER = [2 ** 40, 2 ** -40, 2 ** 150, 2 ** -150];
/** The same for whole numbers, which say how long sums are; by the larger ones only 1 is. */
const WHOLE = [16, 2 ** 8];
/** And where all is arithmetic. */
const FARTHER_WHOLE = [2 ** 20, 2 ** 40];
/** How many drawn worlds are stretched by each factor, beside those in which all is 1 or -1. */
const WORLDS = 8;

/** What takes no longer for large numbers: no sums, no laws, no limits. */
const ARITHMETIC = new Set(['number', 'symbol', 'add', 'subtract', 'multiply', 'divide', 'power', 'negate', 'plus', 'apply', 'special', 'absolute', 'factorial', 'binomial']); // prettier-ignore

/** Is a side worked out from numbers by arithmetic alone, what is defined included? */
export function isArithmetic(t: Tree, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return isArithmetic(expanded.body, expanded.scope);
  return ARITHMETIC.has(t.op) && t.args.every((arg) => isArithmetic(arg, scope));
}

/** Do the worlds say no more than numbers, of which one at least may be as large as it likes? */
export const canStretch = (generators: readonly Generator[]): boolean =>
  generators.every((g) => g.number) && generators.some((g) => g.number!.endless);

/** All endless numbers of a world multiplied together, then one name at a time; the whole ones by less. */
export function* stretched(
  generators: readonly Generator[],
  world: (i: number) => Raw,
  arithmetic: boolean,
): globalThis.Generator<Raw> {
  const endless = generators.filter((g) => g.number!.endless);
  const units = [1, -1].filter((unit) => endless.every((g) => g.arbitrary.canShrinkWithoutContext(unit)));
  const drawn = Array.from({ length: WORLDS }, (_, i) => world(i));
  const ones = units.map((unit) => valued(drawn[0]!, endless, () => unit));
  const reals = endless.filter((g) => !g.number!.whole);
  const wholes = endless.filter((g) => g.number!.whole);
  for (const factor of reals.length > 0 ? [...FACTORS, ...(arithmetic ? FARTHER : [])] : [])
    for (const start of FARTHER.includes(factor) ? ones : [...ones, ...drawn]) yield* multiplied(start, reals, factor);
  for (const factor of wholes.length > 0 ? [...WHOLE, ...(arithmetic ? FARTHER_WHOLE : [])] : [])
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
