/** Entropies of random variables and of functions of them, in nats: alone, together, and given others. */
import { abs, add, exact, log, subtract, sum, type Bounded } from '../number/bounded.ts';
import { entropy } from '../distribution/divergence.ts';
import { baseOf, type Tree } from '../tex/tree.ts';
import { decide, indicator } from './event.ts';
import { namedHead } from './named-call.ts';
import { readGiven } from './condition.ts';
import { randomNames } from './random-names.ts';
import { Refusal } from './refusal.ts';
import { lineIn } from './line.ts';
import type { Declaration, Env, Scope } from './scope.ts';
import type { Law } from './value.ts';
import { overAll, stepsOver, holding, type Held } from './space.ts';

type Quantity = (env: Env) => Bounded;

/** Is `t` a quantity with something random in it, and no law? */
export function isRandom(t: Tree, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return isRandom(expanded.body, expanded.scope);
  // p(x) names the argument of a law, whatever x is
  const head = t.op === 'call' ? t.args[0]! : t;
  const role = scope.declarations.get(baseOf(head).text)?.role;
  if (role === 'law' || role === 'joint' || role === 'family' || role === 'joint family' || namedHead(t, scope))
    return false;
  return randomNames(t, scope).size > 0;
}

/** H(quantities | conditions): entropy of all together less that of the conditions; X = x is held still. */
export function entropyOf(quantities: readonly Tree[], conditions: readonly Tree[], scope: Scope, at: Tree): Quantity {
  const points = conditions.filter((c) => c.op === 'chain');
  const given = conditions.filter((c) => c.op !== 'chain');
  for (const t of [...quantities, ...given])
    if (!isRandom(t, scope)) throw new Refusal(`nothing in “${scope.shared.print(t)}” is random`, t.span);
  const { held, events } = readGiven(points, scope);
  if (events.length > 0) throw new Refusal('an entropy is given variables, or values as in X = x', at.span);
  const both = together([...quantities, ...given], held, scope, at);
  if (given.length === 0) return both;
  const known = together(given, held, scope, at);
  return (env) => subtract(both(env), known(env));
}

/** The joint entropy of quantities. */
function together(quantities: readonly Tree[], held: readonly Held[], scope: Scope, at: Tree): Quantity {
  const names = new Map<string, Declaration>();
  for (const t of quantities) randomNames(t, scope, names);
  const bare = quantities.every((t) => variableOf(t, scope));
  const vector = [...names.values()].find((d) => d.vector);
  if (vector) return entropyOfVector(vector, names.size, bare, held, at);
  const steps = stepsOver([...names.values()], held, scope, at);
  const known = new Set(held.map((h) => h.declared.name));
  if (bare) return holding(held, (env) => sum(steps.map((step) => step.entropy(env))));
  const [one] = quantities;
  const [name] = [...names.keys()].filter((n) => !known.has(n));
  const line = quantities.length === 1 && name !== undefined ? lineIn(one!, name, scope) : null;
  const finite = pushed(quantities, scope, overAll(steps));
  return holding(held, (env) => {
    if (!steps.some((step) => step.continuous(env))) return finite(env);
    if (!line || steps.length > 1)
      throw new Refusal('of variables with a density only the entropy of a X + b is read', at.span);
    return add(steps[0]!.entropy(env), log(abs(line.slope(env))));
  });
}

function entropyOfVector(vector: Declaration, count: number, bare: boolean, held: readonly Held[], at: Tree): Quantity {
  if (!bare || count > 1 || held.length > 0) throw new Refusal('of a random vector only its own entropy is read', at.span);
  return (env) => {
    const law = env[vector.lawSlot!]!;
    if ('kind' in law && law.kind === 'vector law') return law.entropy;
    return entropy(law as Law);
  };
} // prettier-ignore

/** Is `t` a random variable itself? */
function variableOf(t: Tree, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return variableOf(expanded.body, expanded.scope);
  return t.op === 'symbol' && scope.declarations.get(t.text)?.role === 'random';
}

/** The entropy of the law of what takes finitely many values. */
function pushed(quantities: readonly Tree[], scope: Scope, over: ReturnType<typeof overAll>): Quantity {
  const codes = quantities.map((t) => scope.number(t));
  const same = (a: readonly Bounded[], b: readonly Bounded[]): boolean =>
    a.every((x, i) => {
      const equal = decide('=', x, b[i]!);
      if (equal !== null) return equal;
      throw new Refusal('two values are so near that nobody can tell whether they are one', quantities[i]!.span);
    });
  return (env) => {
    const values: Bounded[][] = [];
    const read = (e: Env): Bounded[] => codes.map((code) => code(e));
    over(env, (e) => {
      const now = read(e);
      if (!values.some((v) => same(v, now))) values.push(now);
      return exact(0);
    });
    const probabilities = values.map((v) => over(env, (e) => indicator(same(v, read(e)))));
    return entropy({ kind: 'finite', name: 'values', outcomes: values.map((_, i) => i), probabilities });
  };
}

/** I(A; B | C) = H(A | C) + H(B | C) - H(A, B | C). */
export function informationOf(a: readonly Tree[], b: readonly Tree[], conditions: readonly Tree[], scope: Scope, at: Tree): Quantity {
  const [one, other, both] = [a, b, [...a, ...b]].map((list) => entropyOf(list, conditions, scope, at));
  return (env) => subtract(add(one!(env), other!(env)), both!(env));
} // prettier-ignore
