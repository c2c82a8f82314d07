/** Moments about the mean, and what is made of them, of everything random in a body, or of the names in `only`. */
import { divide, integerPower, multiply, sqrt, subtract, type Bounded } from '../number/bounded.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { average, averageOfVector } from './random.ts';
import type { Code, Declaration, Env, Scope } from './scope.ts';

type Quantity = (env: Env) => Bounded;

/** What is averaged, over what, and where it is written. */
export interface Averaged {
  readonly body: Tree;
  readonly at: Tree;
  readonly conditions: readonly Tree[];
  readonly only?: readonly Declaration[];
}

/** A name that no page can write. */
const HOLDER = '\\bar{\\ }';

/** E(X - E X)^k. The mean is worked out first: moments about 0 would cancel. */
export function central(k: number, { body, at, conditions, only }: Averaged, scope: Scope): Quantity {
  const mean = average(body, scope, at, conditions, only);
  const holder = scope.slot();
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, body.span);
  const deviation = node('power', [
    node('subtract', [body, node('symbol', [], HOLDER)]),
    node('number', [], String(k)),
  ]);
  const moment = average(deviation, scope.bind(HOLDER, holder), at, conditions, only);
  return (env) => {
    env[holder] = mean(env);
    return moment(env);
  };
}

/** The variance. */
export const spread = (a: Averaged, scope: Scope): Quantity => central(2, a, scope);

/** E(X - E X)^3 / Var^(3/2). */
export function skewness(a: Averaged, scope: Scope): Quantity {
  const [second, third] = [spread(a, scope), central(3, a, scope)];
  return (env) => {
    const v = second(env);
    return divide(third(env), multiply(v, sqrt(v)));
  };
}

/** E(X - E X)^4 / Var^2; that of a normal law is 3. */
export function kurtosis(a: Averaged, scope: Scope): Quantity {
  const [second, fourth] = [spread(a, scope), central(4, a, scope)];
  return (env) => divide(fourth(env), integerPower(second(env), 2));
}

/** E (a - E a)(b - E b)^T where a random vector stands in them: a matrix, or the variance of a number; else null. */
export function covarianceMatrix(a: Tree, b: Tree, scope: Scope, at: Tree): Code | null {
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, at.span);
  const sides = [a, b].map((body, i) => {
    const mean = averageOfVector(body, scope, at);
    const name = `${HOLDER}${i}`;
    return { mean, slot: scope.slot(), name, off: node('subtract', [body, node('symbol', [], name)]) };
  });
  const [left, right] = sides;
  if (!left?.mean || !right?.mean) return null;
  const inner = sides.reduce((s, { name, slot }) => s.bind(name, slot), scope);
  const product = node('multiply', [left.off, node('power', [right.off, node('symbol', [], '\\top')])]);
  const second = averageOfVector(product, inner, at)!;
  return (env) => {
    for (const { mean, slot } of sides) env[slot] = mean!(env);
    return second(env);
  };
}

/** Cov(a, b) = E[ab] - E[a]E[b]; the mean is not subtracted first because the two share no single centre. */
export function covariance(a: Tree, b: Tree, scope: Scope, at: Tree, conditions: readonly Tree[] = []): Quantity {
  const both = average(tree('multiply', [a, b], '', at.span), scope, at, conditions);
  const [ea, eb] = [average(a, scope, at, conditions), average(b, scope, at, conditions)];
  return (env) => subtract(both(env), multiply(ea(env), eb(env)));
}

/** Cov(a, b) over the root of both variances. */
export function correlation(a: Tree, b: Tree, scope: Scope, at: Tree, conditions: readonly Tree[] = []): Quantity {
  const both = covariance(a, b, scope, at, conditions);
  const [va, vb] = [a, b].map((body) => spread({ body, at, conditions }, scope));
  return (env) => divide(both(env), multiply(sqrt(va!(env)), sqrt(vb!(env))));
}
