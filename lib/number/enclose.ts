import { type Bounded, U, bounded } from './arithmetic.ts';

/**
 * The root of a monotone function near x, with a bound that is sure: the nearest x - d and x + d, d a unit
 * in the last place doubled until the signs of f at both, beyond f's own bounds, differ. Where an end of
 * `domain` comes first it is taken to lie on the other side. Error Infinity if the function is too vague.
 */
export function enclose(f: (x: number) => Bounded, x: number, domain: readonly [number, number]): Bounded {
  const sure = (y: number): number => {
    if (y <= domain[0] || y >= domain[1]) return NaN;
    const v = f(y);
    return Math.abs(v.value) > v.error ? Math.sign(v.value) : 0;
  };
  const [low, high] = [Math.max(domain[0], -Number.MAX_VALUE), Math.min(domain[1], Number.MAX_VALUE)];
  for (let d = Math.max(2 * U * Math.abs(x), Number.MIN_VALUE); d < Infinity; d *= 2) {
    const [left, right] = [sure(x - d), sure(x + d)];
    const apart = left !== 0 && right !== 0 && left !== right;
    // a place outside the domain has no sign of its own, and differs from everything
    if (apart) return bounded(x, d * (1 + 4 * U));
    if (x - d <= low && x + d >= high) break;
  }
  return bounded(x, Infinity);
}
