import { type Bounded, exact } from '../number/bounded.ts';
import { digamma, logGamma, trigamma } from '../number/gamma.ts';
import { type Wide, less, ln, minus, narrow, over, plus, times, wide } from '../number/wide.ts';
import { type Fit, demand, once } from './contract.ts';
import { newtonFit } from './newton-fit.ts';
import { logGammaSampler } from './sampling.ts';
import type { VectorLaw } from './vector.ts';

const NAME = 'dirichlet';
const ONE = wide(1);

export interface Dirichlet extends VectorLaw {
  readonly alpha: readonly number[];
}

/**
 * The Dirichlet law with alpha_1, …, alpha_k in (0, inf), k >= 2, on the simplex: density prod x_i^(alpha_i - 1) / B(alpha)
 * with respect to x_1, …, x_(k-1). A point counts as on the simplex if its rounded coordinates add up to 1 within
 * their own rounding, k 2^-53.
 */
export function dirichlet(alpha: readonly number[]): Dirichlet {
  const k = alpha.length;
  demand(k >= 2, NAME, 'alpha', 'a list of at least 2 numbers', `[${alpha.join(', ')}]`);
  for (const a of alpha) demand(a > 0 && a < Infinity, NAME, 'alpha', 'in (0, inf)', a);
  const a = alpha.map(wide);
  const total = plus(...a);
  const logB = logBeta(a);
  const mean = a.map((v) => over(v, total));
  const psi = once(() => a.map((v) => less(digamma(total), digamma(v))));
  const onSimplex = (x: readonly number[]): boolean => {
    demand(x.length === k, NAME, 'a point', `a list of ${k} numbers`, x.length);
    return x.every((v) => v >= 0 && v <= 1) && Math.abs(plus(wide(-1), ...x.map(wide)).hi) <= (k * Number.EPSILON) / 2;
  };
  return {
    kind: 'vector',
    name: NAME,
    dimension: k,
    alpha,
    logDensity: (x) => {
      if (!onSimplex(x)) return exact(-Infinity);
      // a coordinate 0: no density, or an infinite one; both at once have no limit
      const ends = x.flatMap((v, i) => (v === 0 && alpha[i] !== 1 ? [alpha[i]! > 1 ? -Infinity : Infinity] : []));
      if (ends.length > 0) return exact(ends.reduce((s, e) => s + e, 0));
      const terms = x.map((v, i) => (alpha[i] === 1 ? wide(0) : times(less(a[i]!, ONE), ln(wide(v)))));
      return narrow(less(plus(...terms), logB));
    },
    mean: mean.map(narrow),
    // (mean_i [i = j] - mean_i mean_j)/(alpha_0 + 1)
    covariance: mean.map((u, i) =>
      mean.map((v, j) => narrow(over(i === j ? times(u, less(ONE, u)) : minus(times(u, v)), plus(total, ONE)))),
    ),
    get entropy() {
      const shapes = a.map((v) => times(less(v, ONE), digamma(v)));
      return narrow(plus(logB, times(less(total, wide(k)), digamma(total)), ...shapes.map(minus)));
    },
    klTo: (q) => kl(a, q),
    score: (x) => x.map((v, i) => narrow(plus(psi()[i]!, ln(wide(v))))),
    information: () => information(alpha).map((row) => row.map(narrow)),
    sampler: (stream) => {
      // gamma draws by their logarithms: for small alpha all of them may underflow
      const draws = alpha.map((v) => logGammaSampler(v, stream));
      return () => {
        const logs = draws.map((d) => d());
        const top = Math.max(...logs);
        const g = logs.map((l) => Math.exp(l - top));
        const s = g.reduce((u, v) => u + v, 0);
        return g.map((v) => v / s);
      };
    },
  };
}

const logBeta = (a: readonly Wide[]): Wide => less(plus(...a.map(logGamma)), logGamma(plus(...a)));

/** log B(b) - log B(a) + sum (a_i - b_i) (psi(a_i) - psi(a_0)). */
function kl(a: readonly Wide[], q: VectorLaw): Bounded {
  const n = a.length;
  demand(q.name === NAME && q.dimension === n, NAME, 'the other law', `a dirichlet of dimension ${n}`, `${q.name} of dimension ${q.dimension}`); // prettier-ignore
  const b = (q as Dirichlet).alpha.map(wide);
  const psi = digamma(plus(...a));
  const terms = a.map((v, i) => times(less(v, b[i]!), less(digamma(v), psi)));
  const value = narrow(plus(logBeta(b), minus(logBeta(a)), ...terms));
  return value.value < 0 ? { value: 0, error: value.error } : value;
}

function information(alpha: readonly number[]): Wide[][] {
  const a = alpha.map(wide);
  const all = minus(trigamma(plus(...a)));
  return a.map((v, i) => a.map((_, j) => (i === j ? plus(trigamma(v), all) : all)));
}

/** Maximum likelihood by Newton's method (Minka 2000): psi(alpha_i) - psi(alpha_0) = mean log x_i. */
export function fitDirichlet(points: readonly (readonly number[])[]): Fit<Dirichlet> {
  const k = points[0]?.length ?? 0;
  demand(points.length >= 2 && k >= 2, NAME, 'sample', 'at least 2 points of at least 2 coordinates', points.length);
  demand(points.every((p) => p.length === k && p.every((v) => v > 0 && v < 1)), NAME, 'every point', `${k} numbers in (0, 1)`, 'others'); // prettier-ignore
  const count = wide(points.length);
  const means = Array.from({ length: k }, (_, i) => points.reduce((s, p) => s + p[i]!, 0) / points.length);
  const spread = points.reduce((s, p) => s + (p[0]! - means[0]!) ** 2, 0) / points.length;
  demand(spread > 0, NAME, 'sample', 'of two different points at least', 'equal ones');
  const logs = means.map((_, i) => over(plus(...points.map((p) => ln(wide(p[i]!)))), count));
  const size = Math.max((means[0]! * (1 - means[0]!)) / spread - 1, 0.1);
  const names = means.map((_, i) => `alpha${i + 1}`);
  const estimates = newtonFit(names, means.map((m) => m * size), (p) => {
    const alpha = names.map((name) => p[name]!);
    const psi = digamma(plus(...alpha.map(wide)));
    return { score: alpha.map((v, i) => plus(psi, minus(digamma(wide(v))), logs[i]!)), information: information(alpha) };
  }); // prettier-ignore
  return { law: dirichlet(names.map((name) => estimates[name]!.value)), estimates };
}
