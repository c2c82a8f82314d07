/**
 * `\bar X_n \xrightarrow{p} \mu`, `\xrightarrow{a.s.}`: never one simulated run. The limit is looked at as in lib/meaning/limit.ts,
 * for all samples but a few of probability 1e-9. A sample mean is besides followed on its way: the exact probability that
 * it is further than epsilon from its expectation must fall along a ladder of sizes, below its Chernoff bound at each; for
 * laws that are not finite Chebyshev's bound, var/(n epsilon^2), says the same.
 */
import { add, compare, exact, multiply, subtract, type Bounded } from '../number/bounded.ts';
import { chernoff } from '../distribution/concentration.ts';
import { expectation } from '../distribution/expectation.ts';
import type { FiniteLaw } from '../distribution/finite.ts';
import { exactTail } from '../distribution/tail.ts';
import { compileLaw } from '../meaning/law.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Env, Scope } from '../meaning/scope.ts';
import { isNumber, type Law } from '../meaning/value.ts';
import { print } from '../notation/index.ts';
import { walk, type Tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import { compileSide, sideOf, valueOf, type Runnable } from './side.ts';
import { weigh } from './weigh.ts';

const inProbability = ['p', 'P', '\\mathbb{P}', '\\mathrm{P}', 'pr', 'in probability', '\\Pr'];
const almostSurely = ['a.s.', 'as', 'a.s', 'a. s.', 'almost surely', 'w.p.1', 'w.p.~1'];
const modeOf = (sign: Tree): string | null => sign.args[0]?.text ?? null;

export const isArrow = (sign: Tree): boolean =>
  sign.text === '\\xrightarrow' || (sign.text === '\\to' && modeOf(sign) !== null);

const LADDER = [4, 16, 64];
/** What a convolution may cost: the square of this many cells. */
const CELLS = 640;
/** Chernoff's bound is taken a little nearer to the mean, for the rounding of both. */
const NEARER = 1 - 2 ** -30;

/** The sample whose mean the left side is, and the function of its members that is averaged. */
interface Mean {
  readonly law: (env: Env) => Law;
  readonly at: (env: Env, x: number) => Bounded;
  /** Whether the members themselves are averaged. */
  readonly bare: boolean;
}

/** `\frac1n \sum_{i=1}^n f(X_i)`; null for anything else, of which only the limit is looked at. */
function meanOf(t: Tree, scope: Scope): Mean | null {
  const expanded = scope.expand(t);
  if (expanded) return meanOf(expanded.body, expanded.scope);
  const [a, b] = t.args;
  const isSize = (s: Tree | undefined): boolean => s?.op === 'symbol' && scope.limits.has(s.text);
  const share = a?.op === 'divide' && a.args[0]!.text === '1' && isSize(a.args[1]);
  const sum = t.op === 'multiply' && share ? b : t.op === 'divide' && isSize(b) ? a : null;
  if (sum?.op !== 'sum') return null;
  const [range, body] = sum.args as [Tree, Tree];
  const index = range.args[0]!;
  const member = [...walk(body)].find((s) => s.op === 'index' && s.args[1]!.text === index.text && scope.declarations.has(`${s.args[0]!.text}_\\cdot`)); // prettier-ignore
  const sample = member && scope.lookup(`${member.args[0]!.text}_\\cdot`);
  if (!sample?.of || !sample.size || !scope.limits.has(sample.size)) return null;
  const { law } = compileLaw(sample.of, scope);
  const slot = scope.slot();
  const value = scope.atPosition(index.text, slot).number(body);
  return {
    law: law as (env: Env) => Law,
    bare: body === member,
    at: (env, x) => {
      env[slot] = exact(x);
      return value(env);
    },
  };
}

export function converging(claim: Claim, scope: Scope): Omit<Runnable, 'existential'> {
  const mode = modeOf(claim.sign) ?? '';
  if (!inProbability.includes(mode) && !almostSurely.includes(mode))
    throw new Refusal(`convergence “${mode}” is not understood: write \\xrightarrow{p} or \\xrightarrow{a.s.}`, claim.sign.span);
  const [left, right] = [sideOf(claim.left, scope, new Map()), sideOf(claim.right, scope, new Map())];
  if (![...left.used].some((name) => name.endsWith('_\\cdot')))
    throw new Refusal(`nothing random in “${print(claim.left)}” grows with a sample size`, claim.left.span);
  let mean: Mean | null = null;
  const path = compileSide(scope, () => {
    mean = meanOf(claim.left, scope);
    return () => exact(0);
  });
  return {
    sign: '=',
    used: new Set([...left.used, ...right.used, ...path.used]),
    evidence: () => 'tail',
    sides: (env) => [valueOf(left, scope, env), valueOf(right, scope, env)],
    run: (env) => {
      const [a, b] = [valueOf(left, scope, env), valueOf(right, scope, env)];
      if (!isNumber(a) || !isNumber(b)) throw new Refusal('only numbers converge in this sense', claim.sign.span);
      const stays = mean && withoutMean(mean, env);
      if (stays) return { says: 'false', residual: null, bound: null, slack: null, why: stays };
      const weighed = weigh('=', a, b, true);
      if ((weighed.says !== 'true' && weighed.says !== 'wide') || !mean) return weighed;
      const astray = onTheWay(mean, env);
      return astray ? { ...weighed, says: 'wide', why: astray } : weighed;
    },
  };
} // prettier-ignore

/** The mean of n draws from a Cauchy law has that law again, for every n: it comes no nearer to anything. */
function withoutMean({ law, bare }: Mean, env: Env): string | null {
  const l = law(env);
  if (l.name !== 'cauchy' || !bare) return null;
  return 'the mean of the law does not exist: an average of n draws from a Cauchy law has that very law, for every n';
}

/** Why the way to the limit is not what it should be; null if it is. */
function onTheWay({ law, at }: Mean, env: Env): string | null {
  const l = law(env);
  if (l.kind === 'density' || l.tail) {
    const mean = expectation(l, (x) => at(env, x));
    const second = expectation(l, (x) => {
      const d = subtract(at(env, x), mean);
      return multiply(d, d);
    });
    return Number.isFinite(second.value + second.error) ? null : 'the variance of what is averaged is not known to be finite';
  }
  const y = pushed(l, (x) => at(env, x));
  return y && falls(y);
} // prettier-ignore

/** The law of f(X), on a grid of 2^-20 where its values are not fractions; null if it is a constant. */
function pushed(law: FiniteLaw, f: (x: number) => Bounded): FiniteLaw | null {
  const shares = new Map<number, Bounded>();
  law.outcomes.forEach((x, i) => {
    const p = law.probabilities[i]!;
    if (p.value === 0 && p.error === 0) return;
    const y = Math.round(f(x).value * 2 ** 20) / 2 ** 20;
    shares.set(y, add(shares.get(y) ?? exact(0), p));
  });
  if (shares.size < 2) return null;
  return { kind: 'finite', name: 'averaged', outcomes: [...shares.keys()], probabilities: [...shares.values()] };
}

/** The exact tails along the ladder: each below its Chernoff bound, and the last at most half the first. */
function falls(law: FiniteLaw): string | null {
  const mean = expectation(law, exact).value;
  const spread = Math.max(...law.outcomes) - Math.min(...law.outcomes);
  const epsilon = spread / 4;
  const tails: Bounded[] = [];
  for (const n of LADDER.filter((size) => onLattice(law, size))) {
    const tail = exactTail(law, n, epsilon);
    const bound = add(chernoff(law, n, mean + NEARER * epsilon), chernoff(law, n, mean - NEARER * epsilon));
    if (compare(tail, bound) === 'greater')
      return `the probability of a sample of ${n} to be far off is above its Chernoff bound`;
    tails.push(tail);
  }
  const [first, last] = [tails[0], tails.at(-1)];
  const falling = !first || !last || tails.length < 2 || compare(last, multiply(exact(0.5), first)) !== 'greater';
  return falling ? null : 'the probability of a sample to be far off does not fall with its size';
}

/** Convolution costs (n range)^2 cells. */
function onLattice(law: FiniteLaw, n: number): boolean {
  const low = Math.min(...law.outcomes);
  let unit = 1;
  while (unit > 2 ** -20 && !law.outcomes.every((x) => Number.isInteger(x / unit))) unit /= 2;
  const range = (Math.max(...law.outcomes) - low) / unit;
  return n * range <= CELLS;
}
