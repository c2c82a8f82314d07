import { type Bounded, add, divide, exact, exp, log, multiply, negate, subtract, sum } from '../number/bounded.ts';
import { incompleteBeta } from '../number/incomplete.ts';
import { twoProduct } from '../number/double.ts';
import { digamma, logBeta, trigamma } from '../number/gamma.ts';
import { type Wide, less, ln, ln1p, minus, narrow, over, plus, times, wide } from '../number/wide.ts';
import { type Cumulative, type Fit, type Parameters, type Sample, demand, demandSample, once } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { deviance } from './deviance.ts';
import { newtonFit } from './newton-fit.ts';
import { cumulativeOf, difference } from './place.ts';
import { betaSampler } from './sampling.ts';

const ONE = wide(1);

/**
 * The beta law with a, b in (0, inf): density x^(a-1) (1-x)^(b-1) / B(a, b) on (0, 1). In saddle-point form (Loader
 * 2000), with n = a + b: a constant in double-double, less log x + log(1 - x) and the deviances of a from n x and of
 * b from n (1 - x), which do not cancel whatever a and b.
 */
export function beta(a: number, b: number): DensityLaw {
  demand(a > 0 && a < Infinity, 'beta', 'a', 'in (0, inf)', a);
  demand(b > 0 && b < Infinity, 'beta', 'b', 'in (0, inf)', b);
  const [A, B, N] = sides({ a, b });
  const peak = narrow(less(plus(times(A, ln(over(A, N))), times(B, ln(over(B, N)))), logBeta(A, B)));
  const [one, two, n] = [exact(a), exact(b), add(exact(a), exact(b))];
  const end = (power: number, other: number): Bounded =>
    power > 1 ? exact(-Infinity) : power < 1 ? exact(Infinity) : log(exact(other));
  const logDensity = (x: number, below = x, above?: number): Bounded => {
    if (!(x >= 0 && x <= 1)) return exact(-Infinity);
    const left = exact(below);
    const right = above === undefined ? subtract(exact(1), exact(x)) : exact(above);
    if (left.value === 0) return end(a, b);
    if (right.value === 0) return end(b, a);
    const gap = right.value < 0.5 ? negate(apart(b, a, right.value)) : apart(a, b, below);
    return sum([
      peak,
      negate(log(left)),
      negate(log(right)),
      negate(deviance(one, multiply(n, left), gap)),
      negate(deviance(two, multiply(n, right), negate(gap))),
    ]);
  };
  const psi = once(() => [less(digamma(N), digamma(A)), less(digamma(N), digamma(B))] as const);
  const mean = divide(one, n);
  const variance = divide(multiply(mean, divide(two, n)), add(n, exact(1)));
  return {
    kind: 'density',
    name: 'beta',
    parameters: { a, b },
    support: [0, 1],
    centre: mean.value,
    scale: Math.sqrt(variance.value),
    logDensity,
    density: (x, below, above) => exp(logDensity(x, below, above)),
    mean,
    variance,
    get entropy() {
      const weights = plus(times(less(A, ONE), digamma(A)), times(less(B, ONE), digamma(B)));
      return narrow(plus(logBeta(A, B), minus(weights), times(less(N, wide(2)), digamma(N))));
    },
    klTo: (q) => narrow(betaKl([A, B], [wide(q.a!), wide(q.b!)])),
    score: (x, below = x, above) => [
      narrow(plus(psi()[0], ln(wide(below)))),
      narrow(plus(psi()[1], above === undefined ? ln1p(wide(-x)) : ln(wide(above)))),
    ],
    information: () => betaInformation({ a, b }).map((row) => row.map(narrow)),
    sampler: (stream) => betaSampler(a, b, stream),
  };
}

/** a - (a + b) x, each product without rounding (two products that underflow are far below the ulp of a). */
function apart(a: number, b: number, x: number): Bounded {
  const [p, q] = [twoProduct(a, x), twoProduct(b, x)];
  const tiny = 8 * Number.MIN_VALUE;
  const total = sum([a, -p.hi, -q.hi, -p.lo, -q.lo].map(exact));
  return { value: total.value, error: total.error + tiny };
}

function sides(p: Parameters): readonly [Wide, Wide, Wide] {
  const [a, b] = [wide(p.a!), wide(p.b!)];
  return [a, b, plus(a, b)];
}

/** log B(a2, b2) - log B(a1, b1) + (a1 - a2) psi(a1) + (b1 - b2) psi(b1) + (n2 - n1) psi(n1), n = a + b. */
export function betaKl([a1, b1]: readonly [Wide, Wide], [a2, b2]: readonly [Wide, Wide]): Wide {
  const [n1, n2] = [plus(a1, b1), plus(a2, b2)];
  const shapes = plus(times(less(a1, a2), digamma(a1)), times(less(b1, b2), digamma(b1)));
  return plus(logBeta(a2, b2), minus(logBeta(a1, b1)), shapes, times(less(n2, n1), digamma(n1)));
}

/** Fisher information of (a, b), in double-double as its determinant cancels. */
export function betaInformation(p: Parameters): Wide[][] {
  const [a, b, n] = sides(p).map(trigamma) as [Wide, Wide, Wide];
  return [
    [less(a, n), minus(n)],
    [minus(n), less(b, n)],
  ];
}

/** Maximum likelihood by Newton's method: psi(a) - psi(a + b) = mean log x, psi(b) - psi(a + b) = mean log(1 - x). */
export function fitBeta(sample: Sample): Fit<DensityLaw> {
  demandSample('beta', sample, 'in (0, 1)', (x) => x > 0 && x < 1, 2);
  const count = wide(sample.length);
  const mean = (f: (x: Wide) => Wide): Wide => over(plus(...Array.from(sample, (x) => f(wide(x)))), count);
  const [m, logs, logs1] = [mean((x) => x), mean(ln), mean((x) => ln1p(minus(x)))];
  const spread = mean((x) => times(less(x, m), less(x, m)));
  demand(spread.hi > spread.error, 'beta', 'sample', 'of two different observations', sample[0]);
  // moments: a + b = m (1 - m)/spread - 1
  const total = Math.max((m.hi * (1 - m.hi)) / spread.hi - 1, 0.1);
  const estimates = newtonFit(['a', 'b'], [m.hi * total, (1 - m.hi) * total], (p) => {
    const psi = sides(p).map(digamma) as [Wide, Wide, Wide];
    return {
      score: [plus(logs, minus(psi[0]), psi[2]), plus(logs1, minus(psi[1]), psi[2])],
      information: betaInformation(p),
    };
  });
  return { law: beta(estimates.a!.value, estimates.b!.value), estimates };
}

/** P(X <= x) = I_x(a, b), the regularised incomplete beta function. */
export function betaCumulative({ a, b }: Parameters): Cumulative {
  const share = incompleteBeta(a!, b!);
  const [centre, n] = [a! / (a! + b!), a! + b! + 1];
  const place = { support: [0, 1], centre, scale: Math.sqrt((centre * (1 - centre)) / n) } as const;
  return cumulativeOf(place, (x) => share(wide(x), difference(1, x)));
}
