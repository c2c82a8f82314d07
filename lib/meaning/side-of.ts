/**
 * Where a function of a variable lies on one side of a level: lines, and what is built on them of functions that can be
 * inverted. `\ln X \le c` is where 0 < X \le e^c, `\frac{1}{X} \le c` falls apart into two intervals.
 */
import { compare, divide, exact, exp, log, multiply, negate, power, square, sqrt, subtract, type Bounded } from '../number/bounded.ts'; // prettier-ignore
import { cumulative } from '../distribution/cumulative.ts';
import { normal } from '../distribution/normal.ts';
import type { Tree } from '../tex/tree.ts';
import { EVERYTHING, MINUS, meet, PLUS, type Interval } from './interval-set.ts';
import { dependsOn, lineIn, type Line } from './line.ts';
import { quantileAt } from './place.ts';
import { preimage } from './preimage.ts';
import type { Env, Scope } from './scope.ts';
import type { FunctionValue, Law } from './value.ts';
import { variableHead } from './variable-head.ts';

/** The values at which the function is at most the level, or at least (`up`); null where the bounds do not say. */
export type Side = (env: Env, level: Bounded, up: boolean) => readonly Interval[] | null;

const [ZERO, ONE] = [exact(0), exact(1)];

/** Is it above, below or at 0? */
const signOf = (x: Bounded): 1 | -1 | 0 | null => {
  const order = compare(x, ZERO);
  if (order === 'less' || order === 'greater') return order === 'less' ? -1 : 1;
  return x.value === 0 && x.error === 0 ? 0 : null;
};

/** null: of a form that is not read. `positive` takes what must not be below 0, for the function to have a value. */
export function sideOf(t: Tree, name: string, scope: Scope, positive: Side[]): Side | null {
  const expanded = scope.expand(t);
  if (expanded) return sideOf(expanded.body, name, expanded.scope, positive);
  const line = lineIn(t, name, scope);
  if (line) return sideOfLine(line);
  const [a, b] = t.args as [Tree, Tree?];
  const inner = (part: Tree): Side | null => sideOf(part, name, scope, positive);
  const free = (part: Tree | undefined): boolean => part === undefined || !dependsOn(part, name, scope);
  switch (t.op) {
    case 'plus':
      return inner(a);
    case 'negate':
      return through(inner(a), (c) => negate(c), true);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return free(a) ? beside(t.op, a, inner(b!), scope, true) : free(b) ? beside(t.op, b!, inner(a), scope, false) : null;
    case 'apply':
      return b ? null : applied(t.text, inner(a), positive);
    case 'absolute':
      return folded(inner(a), (c) => c);
    case 'special':
      return t.text === '\\Phi' ? shared(inner(a), () => STANDARD) : null;
    case 'power':
      return free(b) ? raised(inner(a), b!) : free(a) ? exponential(a, inner(b!), scope) : null;
    case 'call': {
      const given = scope.declarations.get(a.text);
      if (given?.monotone && t.args.length === 2 && b!.args.length === 1) return monotone(inner(b!.args[0]!), given.slot);
      const head = variableHead(t, scope);
      if (head?.kind !== 'F' || !head.declared || head.declared.moved || t.args[1]!.args.length !== 1) return null;
      const { lawSlot } = scope.lookup(head.declared.name)!;
      return shared(inner(t.args[1]!.args[0]!), (env) => env[lawSlot!] as Law);
    }
    default:
      return null;
  }
} // prettier-ignore

const STANDARD = normal(0, 1);

/** A function that is given to rise, or to fall. */
const monotone = (side: Side | null, slot: number): Side | null =>
  side &&
  ((env, c, up) => {
    const f = env[slot] as FunctionValue;
    const at = preimage(f, c);
    return Number.isNaN(at.value) ? null : side(env, at, up === (f.rises === 1));
  });

export const sideOfLine = ({ slope, offset }: Line): Side => (env, level, up) => {
  const sign = signOf(slope(env));
  if (!sign) return null;
  const end = divide(subtract(level, offset(env)), slope(env));
  return up === sign > 0 ? [{ low: end, high: PLUS }] : [{ low: MINUS, high: end }];
}; // prettier-ignore

/** By a change of the level alone. */
const through = (side: Side | null, level: (c: Bounded) => Bounded, falls = false): Side | null =>
  side && ((env, c, up) => side(env, level(c), up !== falls));

/** A sum, a product or a quotient with what does not depend on the variable. */
function beside(op: string, constant: Tree, side: Side | null, scope: Scope, first: boolean): Side | null {
  if (!side) return null;
  const k = scope.number(constant);
  if (op === 'add') return (env, c, up) => side(env, subtract(c, k(env)), up);
  if (op === 'subtract') return (env, c, up) => (first ? side(env, subtract(k(env), c), !up) : side(env, subtract(c, negate(k(env))), up)); // prettier-ignore
  if (op === 'divide' && first) return inverted(side, k);
  return (env, c, up) => {
    const sign = signOf(k(env));
    return sign ? side(env, op === 'divide' ? multiply(c, k(env)) : divide(c, k(env)), up === sign > 0) : null;
  };
}

/** k/u \le c: where u > 0 and c u \ge k, and where u < 0 and c u \le k. */
const inverted = (side: Side, k: (env: Env) => Bounded): Side => (env, c, up) => {
  const [of, sign] = [k(env), signOf(c)];
  const parts = [true, false].map((above) => {
    const half = side(env, ZERO, above);
    // c u on the side of k, which turns with the sign of c
    const more = above !== up;
    if (sign === null || !half) return null;
    if (sign === 0) return (more ? of.value <= 0 : of.value >= 0) ? half : [];
    const cut = side(env, divide(of, c), more === sign > 0);
    return cut && meet(half, cut);
  });
  return parts[0] && parts[1] ? [...parts[0], ...parts[1]] : null;
}; // prettier-ignore

/** Functions that rise. */
function applied(name: string, side: Side | null, positive: Side[]): Side | null {
  if (!side) return null;
  if (name === '\\log' || name === '\\sqrt') positive.push(side);
  const domain = (env: Env, found: readonly Interval[] | null): readonly Interval[] | null => {
    const right = side(env, ZERO, true);
    return found && right && meet(found, right);
  };
  if (name === '\\exp') return rising(side);
  if (name === '\\log') return (env, c, up) => domain(env, side(env, exp(c), up));
  if (name !== '\\sqrt') return null;
  return (env, c, up) => {
    const sign = signOf(c);
    if (sign === null) return null;
    if (sign < 0) return up ? side(env, ZERO, true) : [];
    return domain(env, side(env, square(c), up));
  };
}

/** e^u on a side of c. */
const rising = (side: Side): Side => (env, c, up) => {
  const sign = signOf(c);
  if (sign === null) return null;
  return sign > 0 ? side(env, log(c), up) : up ? EVERYTHING : [];
}; // prettier-ignore

/** b^u = e^(u log b) for b > 0. */
function exponential(base: Tree, side: Side | null, scope: Scope): Side | null {
  if (!side) return null;
  const b = scope.number(base);
  return (env, c, up) => {
    const l = log(b(env));
    const sign = signOf(l);
    if (!sign) return null;
    return rising((e, level, above) => side(e, divide(level, l), above === sign > 0))(env, c, up);
  };
}

/** |u|, and what falls to the left of 0 as it rises to the right. */
const folded = (side: Side | null, level: (c: Bounded) => Bounded): Side | null =>
  side &&
  ((env, c, up) => {
    if (c.value + c.error < 0) return up ? EVERYTHING : [];
    if (c.value < 0 && c.error > 0) return null;
    const r = level(c);
    const [above, below] = [side(env, r, up), side(env, negate(r), !up)];
    if (!above || !below) return null;
    return up ? [...above, ...below] : meet(above, below);
  });

/** u^n of a whole n > 0, written as a numeral. */
function raised(side: Side | null, exponent: Tree): Side | null {
  const n = exponent.op === 'number' ? Number(exponent.text) : 0;
  if (!side || !Number.isInteger(n) || n < 1) return null;
  const root = (c: Bounded): Bounded => (n === 2 ? sqrt(c) : c.value === 0 && c.error === 0 ? c : power(c, divide(ONE, exact(n)))); // prettier-ignore
  if (n % 2 === 0) return folded(side, root);
  return (env, c, up) => {
    const sign = signOf(c);
    if (sign === null) return null;
    return side(env, sign < 0 ? negate(root(negate(c))) : root(c), up);
  };
}

/** A distribution function of a law with a density, which rises from 0 to 1. */
const shared = (side: Side | null, law: (env: Env) => Law): Side | null =>
  side &&
  ((env, c, up) => {
    const l = law(env);
    if (l.kind !== 'density') return null;
    if (c.value <= 0 || c.value >= 1) return c.value + c.error <= 0 || c.value - c.error >= 1 ? (up === c.value <= 0 ? EVERYTHING : []) : null; // prettier-ignore
    return side(env, quantileAt(cumulative(l), c), up);
  });
