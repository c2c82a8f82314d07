/** `X_1, \dots, X_n : random variables`, as many as the size says: each with its own two values, with any law together or independent. */
import fc from 'fast-check';
import { jointFromWeights } from '../../distribution/joint.ts';
import { exact, type Bounded } from '../../number/bounded.ts';
import type { Tree } from '../../tex/tree.ts';
import { draws, sampleNames } from './draw.ts';
import type { Context } from './sort.ts';

/** So many differ from each other; a longer list has the values of the first ones again. */
const OWN = 4;
/** Of 2^n cells all are enumerated. */
const MOST = 10;

const value = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 1, 0.25));

/** What the variables of a list are drawn by; the law has an axis for each of them. */
export function declareRandomList(names: readonly Tree[], low: number, apart: boolean, context: Context): void {
  const { base, size } = sampleNames(names, context);
  const [slot, lawSlot] = [context.slot(), context.slot()];
  const count = context.slotOf(size);
  const name = `${base}_\\cdot`;
  context.add({ name, role: 'sample', slot, lawSlot, size });
  context.generate({
    name,
    needs: [size],
    arbitrary: fc.record({
      values: fc.array(value, { minLength: OWN, maxLength: OWN }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 16, maxLength: 16 }),
      isProduct: apart ? fc.constant(true) : fc.constantFrom(false, false, true),
      at: draws,
    }),
    realise: ({ values, weights, isProduct, at }, env) => {
      const n = (env[count()] as Bounded).value;
      if (n > MOST) context.fail(`at most ${MOST} random variables are listed`);
      const places = Array.from({ length: n }, (_, i) => i);
      const outcomes = places.map((i) => {
        const [first, gap, unit] = values[i % OWN]!;
        return [Math.max(first, low) * unit, (Math.max(first, low) + gap) * unit];
      });
      const digit = (cell: number, i: number): number => (cell >> (n - 1 - i)) & 1;
      const weightOf = (cell: number): number =>
        isProduct ? places.reduce((w, i) => w * weights[(2 * i + digit(cell, i)) % 16]!, 1) : weights[cell % 16]!;
      const cells = Array.from({ length: 2 ** n }, (_, cell) => weightOf(cell));
      const axes = places.map((i) => `${base}_${i + 1}`);
      env[lawSlot] = jointFromWeights(axes, places.map(() => 2), cells, outcomes); // prettier-ignore
      const drawn = at % cells.length;
      env[slot] = { kind: 'list', items: outcomes.map((own, i) => exact(own[digit(drawn, i)]!)) };
    },
  });
}
