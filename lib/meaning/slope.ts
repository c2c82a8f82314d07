/**
 * Derivatives by rule: of sums, products, quotients, powers, exp, log and roots, of functions that know their slope, and
 * of log p(x | theta) in the parameters of a named law that knows its score. All in bounded numbers, so that a name
 * that is known to a bound only gives the slope over its whole interval. What no rule covers (a kink, a functional, an
 * integral) is left to differences, which cost twenty evaluations or more and half of the digits.
 */
import { add, divide, exact, multiply, negate, power, sqrt, subtract, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { compileNamed, namedHead } from './named-call.ts';
import { isMadeFrom } from './remember.ts';
import type { Env, Scope } from './scope.ts';
import { isLaw, type FunctionValue } from './value.ts';

/** The slope in a world; null where the rule does not cover it there. */
export type Slope = (env: Env) => Bounded | null;

const [ZERO, ONE, TWO] = [exact(0), exact(1), exact(2)];
const NONE: Slope = () => ZERO;
const UNIT: Slope = () => ONE;

/** The slope of `t` by the number in a slot; null where a part that moves has no rule. */
export function slopeByRule(t: Tree, slot: number, scope: Scope): Slope | null {
  const expanded = scope.expand(t);
  if (expanded) return slopeByRule(expanded.body, slot, expanded.scope);
  const declared = t.op === 'symbol' ? scope.declarations.get(t.text) : undefined;
  // a number is what its slot holds: where the law moves from which it was drawn, it stands still
  if (declared && ['value', 'outcome', 'parameter'].includes(declared.role))
    return declared.slot === slot ? UNIT : NONE;
  if (!isMadeFrom(t, slot, scope)) return NONE;
  return rules[t.op]?.(t, slot, scope) ?? null;
}

type Rule = (t: Tree, slot: number, scope: Scope) => Slope | null;

/** The slopes of all arguments together; null where one has none. */
function all(trees: readonly Tree[], slot: number, scope: Scope, combine: (env: Env, slopes: readonly Bounded[]) => Bounded | null): Slope | null {
  const parts = trees.map((part) => slopeByRule(part, slot, scope));
  if (parts.includes(null)) return null;
  return (env) => {
    const slopes: Bounded[] = [];
    for (const part of parts) {
      const slope = part!(env);
      if (!slope) return null;
      slopes.push(slope);
    }
    return combine(env, slopes);
  };
} // prettier-ignore

const linear =
  (combine: (slopes: readonly Bounded[]) => Bounded): Rule =>
  (t, slot, scope) =>
    all(t.args, slot, scope, (_, slopes) => combine(slopes));

const rules: Readonly<Record<string, Rule>> = {
  add: linear(([a, b]) => add(a!, b!)),
  subtract: linear(([a, b]) => subtract(a!, b!)),
  negate: linear(([a]) => negate(a!)),
  plus: linear(([a]) => a!),
  multiply: (t, slot, scope) => {
    const [a, b] = t.args.map((arg) => scope.number(arg));
    return all(t.args, slot, scope, (env, [u, v]) => add(multiply(u!, b!(env)), multiply(a!(env), v!)));
  },
  divide: (t, slot, scope) => {
    const [a, b] = t.args.map((arg) => scope.number(arg));
    return all(t.args, slot, scope, (env, [u, v]) => {
      const below = b!(env);
      return divide(subtract(u!, multiply(divide(a!(env), below), v!)), below);
    });
  },
  power: (t, slot, scope) => {
    const [base, exponent] = t.args as [Tree, Tree];
    // e^u, and a^n for a number n: another power needs the logarithm of what may be negative
    if (base.op === 'symbol' && base.text === 'e' && !scope.lookup('e')) {
      const value = scope.number(t);
      return all([exponent], slot, scope, (env, [u]) => multiply(value(env), u!));
    }
    // what is no name may be the sign of a transposed matrix
    const isName = exponent.op !== 'symbol' || scope.declarations.has(exponent.text);
    if (isMadeFrom(exponent, slot, scope) || !isName) return null;
    const [a, n] = [scope.number(base), scope.number(exponent)];
    return all([base], slot, scope, (env, [u]) => {
      const order = n(env);
      return multiply(multiply(order, power(a(env), subtract(order, ONE))), u!);
    });
  },
  apply: (t, slot, scope) => {
    const [inside, base] = t.args as [Tree, Tree?];
    if (base) return null;
    if (t.text === '\\log') return logSlope(inside, slot, scope);
    if (t.text !== '\\exp' && t.text !== '\\sqrt') return null;
    const value = scope.number(t);
    return all([inside], slot, scope, (env, [u]) =>
      t.text === '\\exp' ? multiply(value(env), u!) : divide(u!, multiply(TWO, value(env))),
    );
  },
  call: (t, slot, scope) => {
    const [head, first, ...more] = t.args as [Tree, Tree, ...Tree[]];
    const declared = scope.declarations.get(head.text);
    if (declared?.role !== 'function' || more.length > 0 || first.args.length !== 1) return null;
    const place = scope.number(first.args[0]!);
    return all(first.args, slot, scope, (env, [u]) => {
      const slope = (env[declared.slot] as FunctionValue).slope?.();
      return slope ? multiply(slope.of!(place(env)), u!) : null;
    });
  },
};

/** log u: the score where u is the probability of a named law at a place that stands still, else u'/u. */
function logSlope(inside: Tree, slot: number, scope: Scope): Slope | null {
  const expanded = scope.expand(inside);
  if (expanded) return logSlope(expanded.body, slot, expanded.scope);
  const score = scoreOf(inside, slot, scope);
  if (score) return score;
  if (inside.op === 'multiply' || inside.op === 'divide') {
    const [a, b] = inside.args.map((arg) => (isMadeFrom(arg, slot, scope) ? logSlope(arg, slot, scope) : NONE));
    const combine = inside.op === 'multiply' ? add : subtract;
    return a && b ? (env) => both(a(env), b(env), combine) : null;
  }
  const value = scope.number(inside);
  return all([inside], slot, scope, (env, [u]) => divide(u!, value(env)));
}

const both = (a: Bounded | null, b: Bounded | null, f: (a: Bounded, b: Bounded) => Bounded): Bounded | null =>
  a && b ? f(a, b) : null;

/** Laws whose maker takes the parameters as they are written; the normal law takes sigma where the variance is written. */
const asWritten = new Set(['Bernoulli', 'Poisson', 'geometric', 'exponential', 'gamma', 'beta', 'normal'].map((law) => `${law} law`)); // prettier-ignore

function scoreOf(t: Tree, slot: number, scope: Scope): Slope | null {
  const named = namedHead(t, scope);
  const groups = t.args.slice(1);
  if (!named || !asWritten.has(named.name) || groups.length !== 2 || groups[0]!.args.length !== 1) return null;
  if (slopeByRule(groups[0]!.args[0]!, slot, scope) !== NONE) return null;
  const { law, at } = compileNamed(t, named, scope);
  if (!at) return null;
  const place = scope.number(at);
  const parameters = groups[1]!.args.map((p) => scope.number(p));
  return all(groups[1]!.args, slot, scope, (env, moves) => {
    const l = law(env);
    const x = place(env);
    if (!isLaw(l) || !l.score || x.error > 0 || parameters.some((p) => p(env).error > 0)) return null;
    const scores = l.score(x.value);
    const rate = (i: number): Bounded =>
      named.name === 'normal law' && i === 1
        ? divide(scores[i]!, multiply(TWO, sqrt(parameters[i]!(env))))
        : scores[i]!;
    return moves.reduce((total, move, i) => add(total, multiply(rate(i), move)), exact(0));
  });
}
