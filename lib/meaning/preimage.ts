/** Where a function that rises or falls on the whole line takes a value. */
import { bounded, compare, exact, subtract, U, type Bounded } from '../number/bounded.ts';
import type { FunctionValue } from './value.ts';

const FARTHEST = 2 ** 60;

/** x with f(x) = y; NaN where that lies further out than 2^60, or where the bounds of f do not tell. */
export function preimage({ of, rises }: FunctionValue, y: Bounded): Bounded {
  if (!of || !rises || !Number.isFinite(y.value)) return exact(NaN);
  const above = (x: number): Bounded => {
    const d = subtract(of(exact(x)), y);
    return rises > 0 ? d : subtract(exact(0), d);
  };
  let [low, high] = [-1, 1];
  while (above(low).value > 0 && low > -FARTHEST) low *= 2;
  while (above(high).value < 0 && high < FARTHEST) high *= 2;
  for (let i = 0; i < 200 && high - low > 2 * U * Math.max(Math.abs(low), Math.abs(high)); i++) {
    const middle = low / 2 + high / 2;
    if (above(middle).value > 0) high = middle;
    else low = middle;
  }
  // the place lies between two others at which the function is surely below and surely above the value
  const x = low / 2 + high / 2;
  for (let h = 2 ** -50 * Math.max(2 ** -20, Math.abs(x)); h < FARTHEST; h *= 2)
    if (compare(above(x - h), exact(0)) === 'less' && compare(above(x + h), exact(0)) === 'greater')
      return bounded(x, h * (1 + 4 * U));
  return exact(NaN);
}
