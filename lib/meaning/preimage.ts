/** Where a function that rises or falls on the whole line takes a value. */
import { exact, negate, subtract, type Bounded } from '../number/bounded.ts';
import { enclose } from '../number/enclose.ts';
import { root } from '../number/root.ts';
import type { FunctionValue } from './value.ts';

const FARTHEST = 2 ** 60;

/** x with f(x) = y; NaN where that lies further out than 2^60, or where the bounds of f do not tell. */
export function preimage({ of, rises }: FunctionValue, y: Bounded): Bounded {
  if (!of || !rises || !Number.isFinite(y.value)) return exact(NaN);
  const above = (x: number): Bounded => {
    const d = subtract(of(exact(x)), y);
    return rises > 0 ? d : negate(d);
  };
  let [low, high] = [-1, 1];
  while (above(low).value > 0 && low > -FARTHEST) low *= 2;
  while (above(high).value < 0 && high < FARTHEST) high *= 2;
  if (!(above(low).value <= 0 && above(high).value >= 0)) return exact(NaN);
  const { x } = root((z) => ({ value: above(z).value, slope: NaN }), low, high);
  const place = enclose(above, x, [-Infinity, Infinity]);
  return place.error < FARTHEST ? place : exact(NaN);
}
