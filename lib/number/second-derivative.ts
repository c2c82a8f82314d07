import { type Bounded, divide, exact, subtract } from './bounded.ts';
import { type Quotients, difference, settle } from './derivative.ts';

/** A place on one side of x, and the slope from x to it. */
interface Arm {
  readonly at: number;
  readonly f: Bounded;
  readonly slope: Bounded;
}

/** f'' by the change from one slope to another: twice the divided difference of f over three places that span `width`. */
const change = (to: Bounded, from: Bounded, width: Bounded): Bounded =>
  divide(
    subtract({ value: 2 * to.value, error: 2 * to.error }, { value: 2 * from.value, error: 2 * from.error }),
    width,
  );

/** Second differences, central and one-sided: the latter over the places of the step before. */
const bends: Quotients = (x, here) => {
  let last: readonly (Arm | null)[] = [];
  return (low, fl, high, fh) => {
    const arm = (at: number, f: Bounded): Arm | null =>
      at === x ? null : { at, f, slope: difference(x, here, at, f) };
    const [left, right] = [arm(low, fl), arm(high, fh)] as const;
    const [below, above] = [left, right].map((near, i) => {
      const far = last[i];
      if (!near || !far) return null;
      return change(difference(near.at, near.f, far.at, far.f), near.slope, subtract(exact(far.at), exact(x)));
    });
    last = [left, right];
    if (!left || !right) {
      const slope = below ?? above;
      return slope ? { slope, bend: exact(0) } : null;
    }
    if (!below || !above) return null;
    return {
      slope: change(right.slope, left.slope, subtract(exact(high), exact(low))),
      bend: subtract(above, below),
    };
  };
};

/**
 * f''(x) by Ridders' extrapolation as in `derivative`, of second differences, which err in the same powers of the
 * step. A jump of f'' is seen by its one-sided forms. A bound e of f weighs 4 e/step^2: about 10 digits are had of f
 * to the last digit, one digit less than of the derivative of a derivative, at about a 15th of its evaluations.
 */
export const secondDerivative = (
  f: (x: number) => Bounded,
  x: number,
  scale: number,
  ends?: readonly [number, number],
): Bounded => settle('secondDerivative', bends, f, x, scale, ends);
