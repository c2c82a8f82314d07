import { describe, expect, it } from 'vitest';
import {
  type VectorLaw,
  dirichlet,
  fitDirichlet,
  fitMultivariateNormal,
  multivariateNormal,
} from '../../lib/distribution/index.ts';
import { type Bounded, compare, exact, exp, multiply, negate, subtract } from '../../lib/number/bounded.ts';
import { integrate } from '../../lib/number/quadrature.ts';
import { stream } from '../../lib/number/stream.ts';
import { expectHeld } from '../number/truth.ts';

/** E f over a law of two free coordinates, by quadrature within quadrature. */
function expectation(law: VectorLaw, f: (x: readonly number[]) => Bounded): Bounded {
  const simplex = law.name === 'dirichlet';
  const at = (x: number, y: number): Bounded => {
    const point = simplex ? [x, y, 1 - x - y] : [x, y];
    return multiply(exp(law.logDensity(point)), f(point));
  };
  const [m1, m2] = law.mean.map((m) => m.value) as [number, number];
  const [s1, s2] = [0, 1].map((i) => Math.sqrt(law.covariance[i]![i]!.value)) as [number, number];
  const slope = law.covariance[0]![1]!.value / s1 ** 2;
  const rest = Math.sqrt(s2 ** 2 - slope ** 2 * s1 ** 2);
  return integrate(
    (x) =>
      simplex
        ? integrate((y) => at(x, y), { lower: 0, upper: 1 - x, centre: (1 - x) / 2, scale: 1 - x })
        : integrate((y) => at(x, y), { lower: -Infinity, upper: Infinity, centre: m2 + slope * (x - m1), scale: rest }),
    simplex
      ? { lower: 0, upper: 1, centre: m1, scale: s1 }
      : { lower: -Infinity, upper: Infinity, centre: m1, scale: s1 },
  );
}

const pairs: readonly (readonly [string, VectorLaw, VectorLaw])[] = [
  [
    'normal laws on the plane',
    multivariateNormal([0, 1], [[1, 0.5], [0.5, 2]]), // prettier-ignore
    multivariateNormal([1, -1], [[2, -0.25], [-0.25, 1]]), // prettier-ignore
  ],
  ['Dirichlet laws of three shares', dirichlet([2, 3, 4.5]), dirichlet([3, 1, 2])],
];

function same(a: Bounded, b: Bounded, width: number): void {
  expect({ a, b, order: compare(a, b) }).toEqual({ a, b, order: 'overlap' });
  expect(a.error + b.error).toBeLessThan(width);
}

/** What nested quadrature reaches here: the inner bounds are summed by the outer rule. */
const WIDTH = 2 ** -36;

for (const [name, p, q] of pairs)
  describe(name, () => {
    it('has total mass 1, its mean and its covariance', () => {
      same(expectation(p, () => exact(1)), exact(1), WIDTH); // prettier-ignore
      for (let i = 0; i < 2; i++) {
        same(expectation(p, (x) => exact(x[i]!)), p.mean[i]!, WIDTH); // prettier-ignore
        for (let j = 0; j <= i; j++) {
          const centred = (x: readonly number[], k: number): Bounded => subtract(exact(x[k]!), p.mean[k]!);
          same(
            expectation(p, (x) => multiply(centred(x, i), centred(x, j))),
            p.covariance[i]![j]!,
            WIDTH * 4,
          );
        }
      }
    });
    it('has its entropy and its divergence', () => {
      same(negate(expectation(p, p.logDensity)), p.entropy, WIDTH * 8);
      same(expectation(p, (x) => subtract(p.logDensity(x), q.logDensity(x))), p.klTo(q), WIDTH * 16); // prettier-ignore
      expect(p.klTo(p).value).toBe(0);
    });
    it('has a score of mean 0 whose covariance is the Fisher information', () => {
      const information = p.information();
      information.forEach((row, i) => {
        same(expectation(p, (x) => p.score(x)[i]!), exact(0), WIDTH * 16); // prettier-ignore
        row.forEach((entry, j) => {
          if (j <= i)
            same(
              expectation(p, (x) => multiply(p.score(x)[i]!, p.score(x)[j]!)),
              entry,
              WIDTH * 64,
            );
        });
      });
    });
    it('is sampled from the seed alone, with its mean and covariance', () => {
      const n = 40_000;
      const draw = p.sampler(stream(7));
      const points = Array.from({ length: n }, () => draw());
      const again = p.sampler(stream(7));
      expect([again(), again()]).toEqual(points.slice(0, 2));
      for (let i = 0; i < 2; i++) {
        const mean = points.reduce((s, x) => s + x[i]!, 0) / n;
        const spread = p.covariance[i]![i]!.value;
        // six standard errors: a false alarm once in 5e8 seeds
        expect(Math.abs(mean - p.mean[i]!.value)).toBeLessThan(6 * Math.sqrt(spread / n));
        const squares = points.map((x) => (x[i]! - p.mean[i]!.value) ** 2);
        const variance = squares.reduce((s, x) => s + x, 0) / n;
        const fourth = squares.reduce((s, x) => s + (x - spread) ** 2, 0) / n;
        expect(Math.abs(variance - spread)).toBeLessThan(6 * Math.sqrt(fourth / n));
      }
    });
  });

describe('fits', () => {
  const better = (points: number[][], found: VectorLaw, others: readonly VectorLaw[]): void => {
    const total = (law: VectorLaw): number => points.reduce((s, x) => s + law.logDensity(x).value, 0);
    for (const law of others) expect(total(law)).toBeLessThan(total(found));
  };
  it('of a Dirichlet law is the maximum', () => {
    const draw = dirichlet([2, 3, 4.5]).sampler(stream(3));
    const points = Array.from({ length: 200 }, () => draw());
    const { law, estimates } = fitDirichlet(points);
    for (const e of Object.values(estimates)) expect(e.error / e.value).toBeLessThan(2 ** -48);
    const moved = law.alpha.flatMap((_, i) => [0.999, 1.001].map((f) => dirichlet(law.alpha.map((a, j) => (i === j ? a * f : a))))); // prettier-ignore
    better(points, law, moved);
  });
  it('of a normal law is the maximum', () => {
    const draw = multivariateNormal([0, 1], [[1, 0.5], [0.5, 2]]).sampler(stream(4)); // prettier-ignore
    const points = Array.from({ length: 200 }, () => draw());
    const { law } = fitMultivariateNormal(points);
    const mean = law.mean.map((m) => m.value);
    const covariance = law.covariance.map((row) => row.map((c) => c.value));
    const moved = [0.99, 1.01].flatMap((f) => [
      multivariateNormal(mean.map((m) => m * f), covariance), // prettier-ignore
      multivariateNormal(mean, covariance.map((row) => row.map((c) => c * f))), // prettier-ignore
    ]);
    better(points, law, moved);
  });
});

describe('edges', () => {
  it.each([
    [() => multivariateNormal([], []), 'multivariate normal: mean must be a list of finite numbers, got []'],
    [() => multivariateNormal([0], [[1, 0], [0, 1]]), 'multivariate normal: covariance must be a 1 x 1 matrix, got 2 rows'], // prettier-ignore
    [
      () => multivariateNormal([0, 0], [[1, 2], [2, 1]]), // prettier-ignore
      'multivariate normal: covariance must be symmetric and positive definite, got [[1,2],[2,1]]',
    ],
    [() => multivariateNormal([0], [[1]]).logDensity([1, 2]), 'multivariate normal: a point must be a list of 1 numbers, got 2'], // prettier-ignore
    [() => dirichlet([1]), 'dirichlet: alpha must be a list of at least 2 numbers, got [1]'],
    [() => dirichlet([1, 0]), 'dirichlet: alpha must be in (0, inf), got 0'],
    [
      () => dirichlet([1, 1]).klTo(dirichlet([1, 1, 1])),
      'dirichlet: the other law must be a dirichlet of dimension 2, got dirichlet of dimension 3',
    ],
    [() => fitDirichlet([[0.5, 0.5]]), 'dirichlet: sample must be at least 2 points of at least 2 coordinates, got 1'],
  ] as const)('%# refuses', (call, text) => expect(call).toThrow(new RangeError(text)));
  it('the density is 0 off the simplex, and at its corners 0 or infinite', () => {
    expect(dirichlet([2, 2]).logDensity([0.5, 0.4])).toEqual(exact(-Infinity));
    expect(dirichlet([2, 2]).logDensity([0, 1])).toEqual(exact(-Infinity));
    expect(dirichlet([0.5, 2]).logDensity([0, 1])).toEqual(exact(Infinity));
    expectHeld(dirichlet([1, 2]).logDensity([0, 1]), Math.LN2);
  });
});
