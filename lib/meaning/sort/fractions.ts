/** Numbers that are whole multiples of a unit: they shrink readably, and a search can tell from the number alone whether it could have been drawn. */
import fc from 'fast-check';

/** (n + first) / parts for whole n from `low` to `high`; shrinks towards n = 0, or what is nearest to it. */
export const fractions = (low: number, high: number, parts: number, first = 0): fc.Arbitrary<number> =>
  fc.integer({ min: low, max: high }).map(
    (n) => (n + first) / parts,
    (x) => (x as number) * parts - first,
  );
