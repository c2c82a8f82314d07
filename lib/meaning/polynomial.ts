/**
 * Expectations of polynomials in independent variables from their laws' own moments: E of X + Y and of (X - a)^2 need no
 * quadrature. The polynomial is taken in y = X - E X for each variable, so that nothing cancels.
 */
import { divide, exact, multiply, negate, product, square, subtract, sum, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { family } from '../distribution/density.ts';
import { expectation } from '../distribution/expectation.ts';
import type { Tree } from '../tex/tree.ts';
import { dependsOn } from './line.ts';
import type { Env, Scope } from './scope.ts';
import type { Law } from './value.ts';

/** Its monomials as exponents, one for each name, and their coefficients where the names have these means. */
interface Polynomial {
  readonly monomials: readonly (readonly number[])[];
  readonly at: (env: Env, means: readonly Bounded[]) => readonly Bounded[];
}

const MOST = { degree: 4, monomials: 64 };
const degreeOf = (monomial: readonly number[]): number => monomial.reduce((a, b) => a + b, 0);

const constant = (names: readonly string[], at: (env: Env) => Bounded): Polynomial => ({
  monomials: [names.map(() => 0)],
  at: (env) => [at(env)],
});

/** All monomials, each once, with what adds up to their coefficients. */
function collected(all: readonly (readonly number[])[], at: Polynomial['at']): Polynomial | null {
  const keys = [...new Set(all.map(String))];
  const places = all.map((m) => keys.indexOf(String(m)));
  const monomials = keys.map((key) => key.split(',').map(Number));
  if (monomials.length > MOST.monomials || monomials.some((m) => degreeOf(m) > MOST.degree)) return null;
  return {
    monomials,
    at: (env, means) => {
      const parts = at(env, means);
      return keys.map((_, k) => sum(parts.filter((__, i) => places[i] === k)));
    },
  };
}

function together(p: Polynomial, q: Polynomial, sign: (a: Bounded) => Bounded): Polynomial | null {
  const at: Polynomial['at'] = (env, means) => [...p.at(env, means), ...q.at(env, means).map(sign)];
  return collected([...p.monomials, ...q.monomials], at);
}

function times(p: Polynomial, q: Polynomial): Polynomial | null {
  const monomials = p.monomials.flatMap((a) => q.monomials.map((b) => a.map((x, i) => x + b[i]!)));
  return collected(monomials, (env, means) => {
    const [a, b] = [p.at(env, means), q.at(env, means)];
    return a.flatMap((x) => b.map((y) => multiply(x, y)));
  });
}

/** null: `t` is no polynomial in the names, or too large a one. */
function polynomialIn(t: Tree, names: readonly string[], scope: Scope): Polynomial | null {
  const expanded = scope.expand(t);
  if (expanded) return polynomialIn(expanded.body, names, expanded.scope);
  if (!names.some((name) => dependsOn(t, name, scope))) return constant(names, scope.number(t));
  if (t.op === 'symbol') {
    const own = names.map((name) => (name === t.text ? 1 : 0));
    const place = names.indexOf(t.text);
    return { monomials: [names.map(() => 0), own], at: (_, means) => [means[place]!, exact(1)] };
  }
  if (!['plus', 'negate', 'add', 'subtract', 'multiply', 'divide', 'power'].includes(t.op)) return null;
  const p = polynomialIn(t.args[0]!, names, scope);
  if (!p || t.op === 'plus') return p;
  if (t.op === 'negate') return { ...p, at: (env, means) => p.at(env, means).map(negate) };
  if (t.op === 'power') {
    const exponent = t.args[1]!.op === 'number' ? Number(t.args[1]!.text) : 0;
    let power: Polynomial | null = p;
    for (let i = 1; i < exponent && power; i++) power = times(power, p);
    return Number.isInteger(exponent) && exponent >= 1 ? power : null;
  }
  const q = polynomialIn(t.args[1]!, names, scope);
  if (!q) return null;
  if (t.op === 'multiply') return times(p, q);
  if (t.op !== 'divide') return together(p, q, t.op === 'add' ? (a) => a : negate);
  if (q.monomials.some((m) => degreeOf(m) > 0)) return null;
  return { ...p, at: (env, means) => p.at(env, means).map((c) => divide(c, q.at(env, means)[0]!)) };
}

/** E (X - E X)^k, or null where the law does not know it. */
function centralMoment(law: Law, mean: Bounded, k: number): Bounded | null {
  if (k < 2) return exact(k === 0 ? 1 : 0);
  if (law.kind === 'finite' && !law.tail)
    return expectation(law, (x) => {
      const d = subtract(exact(x), mean);
      return product(Array.from({ length: k }, () => d));
    });
  const { variance } = law;
  if (!variance || !Number.isFinite(variance.value)) return null;
  if (k === 2) return variance;
  if (family(law) !== 'normal') return null;
  return k === 3 ? exact(0) : multiply(exact(3), square(variance));
}

const meanOf = (law: Law): Bounded | null =>
  law.kind === 'finite' && !law.tail ? expectation(law, exact) : (law.mean ?? null);

/** E of `t` where the names have these laws and are independent; null where a moment is not known. */
export type ClosedForm = (laws: readonly Law[], env: Env) => Bounded | null;

export function closedForm(t: Tree, names: readonly string[], scope: Scope): ClosedForm | null {
  const polynomial = polynomialIn(t, names, scope);
  if (!polynomial) return null;
  return (laws, env) => {
    const means = laws.map(meanOf);
    if (means.includes(null)) return null;
    const known = means as Bounded[];
    const coefficients = polynomial.at(env, known);
    const terms: Bounded[] = [];
    for (const [i, monomial] of polynomial.monomials.entries()) {
      if (monomial.includes(1)) continue;
      const moments = monomial.map((k, n) => centralMoment(laws[n]!, known[n]!, k));
      if (moments.includes(null)) return null;
      terms.push(product([coefficients[i]!, ...(moments as Bounded[])]));
    }
    return sum(terms);
  };
}
