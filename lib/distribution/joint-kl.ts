import { add, exact, type Bounded } from '../number/bounded.ts';
import { kl } from './divergence.ts';
import { expectation } from './expectation.ts';
import type { JointDensity, Point } from './joint-normal.ts';

/**
 * KL(p || q) in nats of joint densities of the same variables, by the chain rule: one variable after the other, the
 * divergence of its conditional laws averaged over those before it under p. Those come first that the names have last.
 */
export function jointKl(p: JointDensity, q: JointDensity): Bounded {
  const order = [...p.names].reverse();
  if (q.names.length !== order.length || !order.every((name) => q.names.includes(name)))
    throw new RangeError(`laws of (${p.names.join(', ')}) and of (${q.names.join(', ')}): they should be of the same variables`);
  const from = (i: number, given: Point): Bounded => {
    const name = order[i];
    if (name === undefined) return exact(0);
    const [a, b] = [p.of(name, given), q.of(name, given)];
    const own = kl(a, b);
    return i + 1 === order.length ? own : add(own, expectation(a, (x) => from(i + 1, { ...given, [name]: x })));
  };
  return from(0, {});
} // prettier-ignore

/** Places at which two joint densities are compared: around the centre of each of them. */
export function placesOf(laws: readonly JointDensity[]): Point[] {
  const steps = [-1.5, -0.5, 0, 0.75, 2];
  return laws.flatMap((law) =>
    steps.flatMap((s, i) => steps.map((_, j): Point => {
      const place: Record<string, number> = {};
      [...law.names].reverse().forEach((name, k) => {
        const { centre, scale, support } = law.of(name, place);
        const x = centre + steps[(i + k * j) % steps.length]! * scale * (k === 0 ? 1 : Math.sign(s) || 1);
        place[name] = x > support[0] && x < support[1] ? x : centre;
      });
      return place;
    })),
  );
} // prettier-ignore
