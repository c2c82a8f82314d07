/** Everything that the controls of a demo can be set to, its corners more often than its inside. */
import fc from 'fast-check';
import type { Given, Parameter, Parameters, Value, Values } from '../../src/demos/kit/parameter.ts';
import { LARGEST_SEED, snap } from '../../src/demos/kit/parameter.ts';

const within = (range: { min: number; max: number; step: number }) =>
  fc.oneof(
    fc.constantFrom(range.min, range.max),
    fc.integer({ min: 0, max: 1000 }).map((k) => snap(range, range.min + ((range.max - range.min) * k) / 1000)),
  );

function valueOf(p: Parameter): fc.Arbitrary<Value> {
  switch (p.kind) {
    case 'choice':
      return fc.constantFrom(...p.options);
    case 'seed':
      return fc.integer({ min: 1, max: LARGEST_SEED });
    case 'slider':
      return within(p);
    case 'data':
      return fc.array(within(p), { minLength: 1, maxLength: p.most });
  }
}

export const valuesOf = <S extends Parameters>(parameters: S): fc.Arbitrary<Values<S>> =>
  fc.record(Object.fromEntries(Object.entries(parameters).map(([key, p]) => [key, valueOf(p)]))) as unknown as fc.Arbitrary<Values<S>>; // prettier-ignore

/** One unit in the last place of a number of this size, and one of the smallest: what a rounding of it may change. */
export const ulp = (size: number): number => Number.EPSILON * Math.abs(size) + Number.MIN_VALUE;

export const given = (parameters: Parameters): fc.Arbitrary<Given> => valuesOf(parameters);
