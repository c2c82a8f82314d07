import { type Result, type Step, demandBracket } from './optimise.ts';

interface Place {
  readonly x: number;
  readonly value: number;
  readonly slope: number;
}

const EPS = Number.EPSILON;

/** Steps of Newton's method and halvings of the distance; what is left lies near 0, or its slope is no help. */
const FIRST = 60;

/** The middle of two doubles; late, 0 between two signs, and the middle of the logarithms: 70 more steps at most. */
function between(a: number, b: number, late: boolean): number {
  const middle = a / 2 + b / 2;
  if (late && Math.sign(a) * Math.sign(b) < 0) return 0;
  if (!late || Math.abs(a - b) <= Math.abs(middle)) return middle;
  const size = (y: number): number => Math.sqrt(Math.max(Math.abs(y), Number.MIN_VALUE));
  return Math.sign(middle) * size(a) * size(b);
}

/**
 * A root of f in [lower, upper], where it changes sign: Newton's method from the better end of the bracket, halving
 * where a step leaves it, and after 60 steps halving only: 131 at most. It goes on to the last bit: `bracket` is two
 * neighbouring doubles with opposite signs of f, or one place with f = 0. Throws a RangeError where the signs at the
 * ends are the same. f may be infinite; a slope that is no use is not used.
 */
export function root(
  f: (x: number) => { readonly value: number; readonly slope: number },
  lower: number,
  upper: number,
): Result<number> {
  demandBracket('root', lower, upper);
  const trace: Step<number>[] = [];
  const at = (x: number): Place => {
    const { value, slope } = f(x);
    if (value !== value) throw new RangeError(`root: f must be a number, got NaN at ${x}`);
    return { x, value, slope };
  };
  let [a, b] = [at(lower), at(upper)];
  if (Math.sign(a.value) * Math.sign(b.value) > 0)
    throw new RangeError(`root: f must change sign on [${lower}, ${upper}], got ${a.value} and ${b.value} at its ends`);
  if (a.value === 0) b = a;
  else if (b.value === 0) a = b;

  for (let count = 0; ; count++) {
    const best = Math.abs(a.value) <= Math.abs(b.value) ? a : b;
    trace.push({ point: best.x, value: best.value, bracket: [a.x, b.x] });
    const late = count >= FIRST;
    const middle = between(a.x, b.x, late);
    if (middle === a.x || middle === b.x) {
      const reason = best.value === 0 ? 'f is exactly 0 here' : 'the bracket is two neighbouring doubles';
      const bracket = [a.x, b.x] as const;
      return { x: best.x, value: best.value, bracket, iterations: count, converged: true, reason, trace };
    }
    const step = -best.value / best.slope;
    let next = best.x + step;
    // A step of a few ulp: the root is here, and what is missing is a place beyond it.
    const few = 4 * EPS * Math.abs(best.x);
    if (Math.abs(step) <= few) next = best.x + (best === a ? few : -few);
    const c = at(!late && next > a.x && next < b.x ? next : middle);
    if (c.value === 0) a = b = c;
    else if (c.value > 0 === a.value > 0) a = c;
    else b = c;
  }
}
