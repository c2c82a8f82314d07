import {
  type Bounded,
  add,
  bounded,
  divide,
  exact,
  exp,
  log,
  multiply,
  negate,
  square,
  subtract,
  U,
} from '../number/bounded.ts';
import { deviance } from './deviance.ts';

const ONE = exact(1);

/** r - 1 - log r for r = s^2 (`two`) or r = s, s = a/b > 0, without cancellation. */
export function gap(a: Bounded, b: Bounded, two: boolean): Bounded {
  const s = divide(a, b);
  if (!(s.value > 0.5 && s.value < 2)) {
    const l = s.value > 1e-300 && s.value < 1e300 ? log(s) : subtract(log(a), log(b));
    return subtract(subtract(two ? square(s) : s, ONE), two ? multiply(exact(2), l) : l);
  }
  const d = divide(subtract(b, a), b);
  return two ? deviance(ONE, square(s), multiply(d, add(ONE, s))) : deviance(ONE, s, d);
}

/** e^-x - 1 + x for x >= 0: by its series below 1, where the difference would cancel. */
export function excess(x: Bounded): Bounded {
  if (!(x.value < 1)) return add(subtract(exp(negate(x)), ONE), x);
  let term = (x.value * x.value) / 2;
  let s = 0;
  for (let k = 3; Math.abs(term) > U * U * Math.abs(s) && k < 60; k++) {
    s += term;
    term *= -x.value / k;
  }
  // The derivative 1 - e^-x is at most min(1, x); terms carry at most 8 roundings where they matter.
  return bounded(s, 24 * U * s + (x.value + x.error) * x.error * (1 + 8 * U) + Number.MIN_VALUE);
}
