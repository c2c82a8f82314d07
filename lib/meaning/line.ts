/** Expressions that are lines in a name: `2X + 1`, `\frac{X - \mu}{\sigma}`. */
import { add, divide, exact, multiply, negate, subtract, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import type { Env, Scope } from './scope.ts';
import { partsOf } from './variable-head.ts';

type Quantity = (env: Env) => Bounded;

/** slope X + offset */
export interface Line {
  readonly slope: Quantity;
  readonly offset: Quantity;
}

const [ZERO, ONE] = [exact(0), exact(1)];

/** Does `t` depend on the random name, definitions expanded? */
export function dependsOn(t: Tree, name: string, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return dependsOn(expanded.body, name, expanded.scope);
  return (t.op === 'symbol' && t.text === name) || partsOf(t, scope).some((arg) => dependsOn(arg, name, scope));
}

/** `t` as a line in the random name; null if it is none. */
export function lineIn(t: Tree, name: string, scope: Scope): Line | null {
  const expanded = scope.expand(t);
  if (expanded) return lineIn(expanded.body, name, expanded.scope);
  if (!dependsOn(t, name, scope)) return { slope: () => ZERO, offset: scope.number(t) };
  if (t.op === 'symbol') return { slope: () => ONE, offset: () => ZERO };
  if (!['plus', 'negate', 'add', 'subtract', 'multiply', 'divide'].includes(t.op)) return null;
  const lines = t.args.map((arg) => lineIn(arg, name, scope));
  if (lines.includes(null)) return null;
  const [a, b] = lines as [Line, Line];
  const termwise = (f: (x: Bounded, y: Bounded) => Bounded): Line => ({
    slope: (env) => f(a.slope(env), b.slope(env)),
    offset: (env) => f(a.offset(env), b.offset(env)),
  });
  const scaled = (line: Line, by: Line, f: (x: Bounded, y: Bounded) => Bounded): Line => ({
    slope: (env) => f(line.slope(env), by.offset(env)),
    offset: (env) => f(line.offset(env), by.offset(env)),
  });
  const constant = (i: number): boolean => !dependsOn(t.args[i]!, name, scope);
  switch (t.op) {
    case 'plus':
      return a;
    case 'negate':
      return { slope: (env) => negate(a.slope(env)), offset: (env) => negate(a.offset(env)) };
    case 'add':
      return termwise(add);
    case 'subtract':
      return termwise(subtract);
    case 'multiply':
      return constant(0) ? scaled(b, a, (x, y) => multiply(y, x)) : constant(1) ? scaled(a, b, multiply) : null;
    case 'divide':
      return constant(1) ? scaled(a, b, divide) : null;
    default:
      return null;
  }
}
