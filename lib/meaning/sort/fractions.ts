/** Numbers that are whole multiples of a unit: they shrink readably, and a search can tell from the number alone whether it could have been drawn. */
import fc from 'fast-check';

/** (n + first) / parts for whole n from `low` to `high`; shrinks towards n = 0, or what is nearest to it. */
export const fractions = (low: number, high: number, parts: number, first = 0): fc.Arbitrary<number> =>
  fc.integer({ min: low, max: high }).map(
    (n) => (n + first) / parts,
    (x) => (x as number) * parts - first,
  );

/** Turns a number back into what `map` made it of, for what it could have made; a search refuses the rest. */
export function backwards(map: (n: number) => number, back: (x: number) => number): (x: unknown) => number {
  return (x) => {
    const n = back(x as number);
    if (map(n) === x) return n;
    throw new RangeError(`${String(x)} is not drawn here`);
  };
}
