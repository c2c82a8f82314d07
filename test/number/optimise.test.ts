import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lbfgs } from '../../lib/number/lbfgs.ts';
import { minimise } from '../../lib/number/optimise.ts';
import { root } from '../../lib/number/root.ts';

const EPS = Number.EPSILON;
const error = (text: string) => new RangeError(text);

describe('minimise', () => {
  /** Place, function, ends, how far the place may be off (sqrt(U |f| / c), or some ulp at a 0 or a kink), steps. */
  it.each<[string, number, (x: number) => number, number, number, number, number]>([
    ['parabola down to 0', 1.3, (x) => (x - 1.3) ** 2, -4, 5, 2 * EPS, 8],
    ['parabola down to 1', 1.3, (x) => (x - 1.3) ** 2 + 1, -4, 5, 4 * Math.sqrt(EPS), 10],
    ['kink', 0.3, (x) => Math.abs(x - 0.3), -1, 1, 4 * EPS, 90],
    ['kink at 0', 0, Math.abs, -1, 1.5, EPS, 120],
    ['fourth power', 2, (x) => (x - 2) ** 4 + 1, 0, 5, 4 * EPS ** 0.25, 40],
    ['binomial likelihood', 0.3, (p) => -3 * Math.log(p) - 7 * Math.log(1 - p), 0, 1, 4 * Math.sqrt(EPS), 12],
    ['cosh far from 0', 1e6, (x) => Math.cosh(x - 1e6), 1e6 - 3, 1e6 + 5, 4 * Math.sqrt(EPS), 11],
    ['logarithmic', 1e-20, (x) => (Math.log(x) - Math.log(1e-20)) ** 2, 0, 1, 1e-20 * 1e-9, 150],
    ['lower end', 0, (x) => x, 0, 1, 0, 90],
    ['upper end', 1, (x) => -x, 0, 1, 0, 90],
    ['end at -Infinity', 0, Math.log, 0, 1, 0, 1],
    ['likelihood at an end', 0, (p) => -10 * Math.log(1 - p), 0, 1, 0, 90],
    ['a dip beside a floor', 0.05, (x) => Math.min(1, 15 * Math.abs(x - 0.05)), 0, 1, 4 * EPS, 90],
    ['walls of infinity', 0.5, (x) => (x < 0.5 ? Infinity : x), 0, 1, 4 * EPS, 90],
  ])('%s', (_, place, f, lower, upper, near, most) => {
    const got = minimise(f, lower, upper);
    expect(Math.abs(got.x - place)).toBeLessThanOrEqual(near);
    expect(got.value).toBe(f(got.x));
    expect(got.converged).toBe(true);
    expect(got.iterations).toBeLessThan(most);
  });
  it('flat parts: any place of the floor', () => {
    for (const floor of [0, 5]) {
      const got = minimise((x) => floor + Math.max(0, Math.abs(x) - 1), -5, 4);
      expect(Math.abs(got.x)).toBeLessThanOrEqual(1);
      expect(got.value).toBe(floor);
      expect(got.reason).toBe('no places of the bracket differ in value by more than rounding');
      expect(got.bracket![1] - got.bracket![0]).toBeGreaterThan(0.1);
    }
    expect(minimise(() => 7, 0, 1)).toMatchObject({ value: 7, converged: true });
    expect(minimise((x) => Math.floor(Math.abs(x - 0.2) * 10), -1, 1).value).toBe(0);
  });
  it('places where rounding hides the difference are not told apart for long', () => {
    const got = minimise((x) => 1e10 + x * x, -1, 2);
    expect(got.value).toBe(1e10);
    expect(got.iterations).toBeLessThan(20);
    expect(Math.abs(got.x)).toBeLessThan(4 * Math.sqrt(EPS * 1e10));
  });
  it('a line with rounding is no floor', () => {
    for (let i = 1; i < 200; i++) {
      const got = minimise((x) => i / 7 + x / 3 + x / 11, 1, 2);
      expect(got.x).toBeLessThan(1 + 1e-14 * i);
      expect(got.bracket![1]).toBeLessThan(1 + 1e-12 * i);
    }
  });
  it('the trace holds the place, in brackets that shrink, with the values of f', () => {
    const f = (x: number) => Math.cosh(x - 0.7);
    const { trace, iterations, x, value, bracket } = minimise(f, -3, 9);
    expect(trace.length).toBe(iterations + 1);
    trace.forEach((step, i) => {
      const [a, b] = step.bracket!;
      expect(step.value).toBe(f(step.point));
      if (i > 0) {
        const [c, d] = trace[i - 1]!.bracket!;
        expect(a >= c && b <= d && (a > c || b < d)).toBe(true);
      }
      expect(a < x && x < b).toBe(true);
    });
    expect(value).toBe(Math.min(...trace.map((step) => step.value)));
    expect(bracket).toEqual(trace.at(-1)!.bracket);
  });
  it('finds the place of random functions that fall and rise', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 2 ** 30 }).map((i) => i * 2 ** -30),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 0.5, max: 4, noNaN: true }), (place, share, power) => {
        const f = (x: number) => (x < place ? share + 0.1 : 1.1 - share) * Math.abs(x - place) ** power;
        const got = minimise(f, 0, 1);
        // As near as f can tell: it underflows within the root of the smallest number.
        expect(Math.abs(got.x - place)).toBeLessThanOrEqual(8 * EPS + 4 * Number.MIN_VALUE ** (1 / power));
        expect(got.converged).toBe(true);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
  it.each<[string, () => unknown]>([
    ['minimise: lower must be finite, got -Infinity', () => minimise((x) => x, -Infinity, 0)],
    ['minimise: upper must be finite and above lower = 1, got 1', () => minimise((x) => x, 1, 1)],
    ['minimise: upper must be finite and above lower = 1, got NaN', () => minimise((x) => x, 1, NaN)],
    ['minimise: f must be a number, got NaN at 2', () => minimise((x) => Math.log(1 - x), 0, 2)],
  ])('%s', (text, call) => expect(call).toThrow(error(text)));
});

describe('root', () => {
  const neighbours = ([a, b]: readonly [number, number]) => a === b || a / 2 + b / 2 === a || a / 2 + b / 2 === b;
  it.each<[string, number, (x: number) => { value: number; slope: number }, number, number, number]>([
    ['line', 0.3, (x) => ({ value: x - 0.3, slope: 1 }), 0, 1, 5],
    ['exponential', Math.LN2, (x) => ({ value: Math.exp(x) - 2, slope: Math.exp(x) }), -10, 10, 15],
    ['cosine', 0.7390851332151607, (x) => ({ value: Math.cos(x) - x, slope: -Math.sin(x) - 1 }), 0, 1, 12],
    ['steep and flat', 5, (x) => ({ value: Math.atan(x - 5), slope: 1 / (1 + (x - 5) ** 2) }), -1e6, 1e5, 30],
    ['from an infinite end', 1, (x) => ({ value: Math.log(x), slope: 1 / x }), 0, 1e9, 40],
    ['ninth power', 0.1, (x) => ({ value: x ** 9 - 1e-9, slope: 9 * x ** 8 }), 0, 10, 25],
    ['a root of high order', 0.3, (x) => ({ value: (x - 0.3) ** 9, slope: 9 * (x - 0.3) ** 8 }), -10, 1, 131],
    ['triple root at 0', 0, (x) => ({ value: x ** 3, slope: 3 * x * x }), -1, 2, 70],
    ['values that underflow when multiplied', 0.1, (x) => ({ value: 1e-200 * (x - 0.1), slope: 1e-200 }), 0, 1, 10],
    ['no slope', Math.SQRT2, (x) => ({ value: x * x - 2, slope: NaN }), 0, 2, 60],
    ['a slope of the wrong sign', Math.SQRT2, (x) => ({ value: x * x - 2, slope: -1 }), 0, 2, 70],
    ['a jump near 0', 1e-300, (x) => ({ value: x < 1e-300 ? -1 : 1, slope: 0 }), 0, 1, 131],
    ['a jump in a huge bracket', 1 / 3, (x) => ({ value: x < 1 / 3 ? -1 : 1, slope: 0 }), -1e300, 1e300, 131],
    ['a root at an end', 1, (x) => ({ value: x - 1, slope: 1 }), 1, 2, 1],
  ])('%s: to the last bit', (_, place, f, lower, upper, most) => {
    const got = root(f, lower, upper);
    const [a, b] = got.bracket!;
    expect(Math.abs(got.x - place)).toBeLessThanOrEqual(2 * EPS * Math.abs(place));
    expect(neighbours([a, b])).toBe(true);
    if (got.value === 0) expect([a, b, got.reason]).toEqual([got.x, got.x, 'f is exactly 0 here']);
    else {
      expect(Math.sign(f(a).value)).toBe(-Math.sign(f(b).value));
      expect(got.reason).toBe('the bracket is two neighbouring doubles');
    }
    expect(got.iterations).toBeLessThan(most);
    expect(got.converged).toBe(true);
    expect(got.value).toBe(f(got.x).value);
    expect(got.trace.length).toBe(got.iterations + 1);
  });
  it('at most 131 steps, whatever the slope says', () => {
    const anything = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(anything, fc.double(), fc.boolean(), (place, slope, up) => {
        const got = root((x) => ({ value: (x < place ? -1 : 1) * (up ? 1 : -1), slope }), -1.5e300, 1.25e300);
        expect(got.iterations).toBeLessThanOrEqual(131);
        expect(got.bracket![0] < place && place <= got.bracket![1]).toBe(true);
        expect(neighbours(got.bracket!)).toBe(true);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
  it.each<[string, () => unknown]>([
    [
      'root: f must change sign on [0, 1], got 1 and 2 at its ends',
      () => root((x) => ({ value: 1 + x, slope: 1 }), 0, 1),
    ],
    [
      'root: f must change sign on [0, 1], got 1e-200 and 2e-200 at its ends',
      () => root((x) => ({ value: 1e-200 * (1 + x), slope: 1e-200 }), 0, 1),
    ],
    ['root: f must be a number, got NaN at 0', () => root((x) => ({ value: x / x, slope: 1 }), 0, 1)],
    ['root: lower must be finite, got NaN', () => root((x) => ({ value: x, slope: 1 }), NaN, 1)],
    ['root: upper must be finite and above lower = 0, got -1', () => root((x) => ({ value: x, slope: 1 }), 0, -1)],
  ])('%s', (text, call) => expect(call).toThrow(error(text)));
});

describe('lbfgs', () => {
  type Vector = readonly number[];
  const rosenbrock = ([x = 0, y = 0]: Vector) => ({
    value: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
    gradient: [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
  });
  const beale = ([x = 0, y = 0]: Vector) => {
    const r = [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y ** 3] as const;
    return {
      value: r[0] ** 2 + r[1] ** 2 + r[2] ** 2,
      gradient: [
        2 * (r[0] * (y - 1) + r[1] * (y * y - 1) + r[2] * (y ** 3 - 1)),
        2 * x * (r[0] + 2 * r[1] * y + 3 * r[2] * y * y),
      ],
    };
  };
  const bowl = (x: Vector) => ({
    value: x.reduce((s, p, i) => s + 10 ** i * (p - i) ** 2, 0),
    gradient: x.map((p, i) => 2 * 10 ** i * (p - i)),
  });
  const raise = (f: typeof bowl, height: number) => (x: Vector) => ({ ...f(x), value: f(x).value + height });

  /** Name, function, start, place, distance, steps. */
  it.each<[string, typeof bowl, Vector, Vector, number, number]>([
    ['Rosenbrock', rosenbrock, [-1.2, 1], [1, 1], 4 * EPS, 60],
    ['Rosenbrock above 0: the gradient leads on', raise(rosenbrock, 1), [-1.2, 1], [1, 1], 1e-12, 80],
    ['Beale', beale, [1, 1], [3, 0.5], 8 * EPS, 40],
    ['a bowl with axes 1 to 100', bowl, [5, 5, 5, 5, 5], [0, 1, 2, 3, 4], 8 * EPS, 100],
    ['the same, high up', raise(bowl, 1e10), [5, 5, 5, 5, 5], [0, 1, 2, 3, 4], 1e-8, 150],
    ['a stationary start', bowl, [0, 1], [0, 1], 0, 1],
    [
      'a likelihood with a wall',
      ([s = 0]) =>
        s > 0
          ? { value: 10 * Math.log(s) + 25 / s, gradient: [10 / s - 25 / s ** 2] }
          : { value: Infinity, gradient: [NaN] },
      [0.01],
      [2.5],
      4 * EPS,
      30,
    ],
  ])('%s', (_, f, start, place, near, most) => {
    const got = lbfgs(f, start);
    expect(got.converged).toBe(true);
    got.x.forEach((p, i) =>
      expect(Math.abs(p - place[i]!)).toBeLessThanOrEqual(near * Math.max(1, Math.abs(place[i]!))),
    );
    expect(got.iterations).toBeLessThan(most);
    expect(got.trace.length).toBe(got.iterations + 1);
    expect(f(got.x)).toMatchObject({ value: got.value, gradient: got.gradient });
    got.trace.forEach(({ point, value, norm }) => {
      expect(value).toBe(f(point).value);
      expect(norm).toBe(Math.max(...f(point).gradient.map(Math.abs)));
    });
    // Values fall, but for their rounding.
    for (let i = 1; i < got.trace.length; i++)
      expect(got.trace[i]!.value).toBeLessThanOrEqual(got.trace[i - 1]!.value * (1 + 4 * EPS));
  });
  it('the given rounding of the values is believed', () => {
    const ripple = (x: Vector) => {
      const { value, gradient } = bowl(x);
      return { value: value + 1e-6 * Math.sin(1e9 * value), gradient, error: 1e-6 };
    };
    const got = lbfgs(ripple, [5, 5, 5]);
    expect(got.converged).toBe(true);
    got.x.forEach((p, i) => expect(Math.abs(p - i)).toBeLessThan(1e-10));
  });
  it.each<[string, typeof bowl, Vector]>([
    ['a wrong gradient', ([x = 0]) => ({ value: x * x, gradient: [-2 * x] }), [1]],
    ['no lower bound', ([x = 0]) => ({ value: -x, gradient: [-1] }), [0]],
    ['a value that only tends to 0', ([x = 0]) => ({ value: Math.exp(-x), gradient: [-Math.exp(-x)] }), [0]],
    ['-Infinity', ([x = 0]) => ({ value: x > 2 ? -Infinity : -x, gradient: [-1] }), [0]],
  ])('%s is no minimum', (_, f, start) => {
    const got = lbfgs(f, start);
    expect(got.converged).toBe(false);
    expect(got.reason).toMatch(/^(no step down the gradient serves|f is -Infinity here)/);
  });
  it('stops when told', () => {
    const got = lbfgs(rosenbrock, [-1.2, 1], { iterations: 5 });
    expect(got).toMatchObject({ converged: false, iterations: 5, reason: 'no end after 5 steps' });
  });
  it('remembers as much as told', () => {
    const steps = (memory: number) => lbfgs(bowl, [5, 5, 5, 5, 5], { memory }).iterations;
    expect(steps(1)).toBeGreaterThan(steps(8));
    expect(steps(1)).not.toBe(steps(2));
  });
  it.each<[string, () => unknown]>([
    ['lbfgs: f must be a number, got NaN at [1, 2]', () => lbfgs(() => ({ value: NaN, gradient: [0, 0] }), [1, 2])],
    [
      'lbfgs: f must be finite at the start, got Infinity at [1]',
      () => lbfgs(() => ({ value: Infinity, gradient: [] }), [1]),
    ],
    [
      'lbfgs: the gradient must be 2 finite numbers, got [0, NaN] at [1, 2]',
      () => lbfgs(() => ({ value: 0, gradient: [0, NaN] }), [1, 2]),
    ],
    [
      'lbfgs: the gradient must be 1 finite numbers, got [] at [1]',
      () => lbfgs(() => ({ value: 0, gradient: [] }), [1]),
    ],
  ])('%s', (text, call) => expect(call).toThrow(error(text)));
});
