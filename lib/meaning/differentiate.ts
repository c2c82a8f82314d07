/**
 * Derivatives of an expression by a name: its code is run with the name moved in its slot. What the differences leave
 * open is in the bound (lib/number/derivative.ts), and so is what the name's own bound makes of it.
 */
import { bounded, exact, sqrt, square, type Bounded } from '../number/bounded.ts';
import { derivative } from '../number/derivative.ts';
import { withLeeway } from '../number/precision.ts';
import { secondDerivative } from '../number/second-derivative.ts';
import type { Tree } from '../tex/tree.ts';
import { compileLaw } from './law.ts';
import { map } from './matrix.ts';
import { attempt, Refusal } from './refusal.ts';
import { lineIn } from './line.ts';
import type { Code, Declaration, Env, Role, Scope } from './scope.ts';
import type { Slope } from './slope.ts';
import { isMatrix, isNumber, kindOf, type MatrixValue, type Value } from './value.ts';

type Ends = readonly [number, number];
const LINE: Ends = [-Infinity, Infinity];

/** A number in the world that can be moved: a slot, or something in it. */
export interface Variable {
  readonly slot: number;
  readonly read: (held: Value) => Bounded;
  /** What the slot holds where the number is x. */
  readonly moved: (held: Value, x: number) => Value;
  readonly ends: (env: Env) => Ends;
}

/** Derivatives above this order are refused. */
export const MOST = 4;

const words: Partial<Record<Role, string>> = {
  law: 'a law',
  joint: 'a joint law',
  family: 'a family of laws',
  sample: 'a sample',
  list: 'a list of numbers',
  random: 'a random variable',
  size: 'a sample size',
  function: 'a function',
  alphabet: 'an alphabet',
};

/** The declared name that `t` differentiates by; a refusal says why it is none. */
export function declaredName(t: Tree, scope: Scope): Declaration {
  const written = scope.shared.print(t);
  const refuse = (why: string): never => {
    throw new Refusal(`nothing can be differentiated by “${written}”: ${why}`, t.span);
  };
  if (scope.expand(t)) refuse('it is defined by other names; differentiate by one of those');
  const base = t.op === 'index' || (t.op === 'power' && isTwo(t.args[1]!)) ? t.args[0]! : t;
  if (base.op !== 'symbol') refuse('it is not a name');
  const declared = scope.lookup(base.text);
  if (!declared) return refuse('nothing given says what it is');
  if (declared.whole) refuse('it takes whole numbers only');
  if (words[declared.role]) refuse(`it is ${words[declared.role]}, not a number`);
  if (t.op === 'index' && declared.role !== 'matrix') refuse(`“${base.text}” is neither a vector nor a matrix`);
  return declared;
}

const isTwo = (t: Tree): boolean => t.op === 'number' && t.text === '2';

/** The numbers in what `t` names: one, or in a vector or matrix one for each entry, in the order of its rows. */
export function variablesOf(t: Tree, scope: Scope): (env: Env) => readonly Variable[] {
  const declared = declaredName(t, scope);
  const { slot } = declared;
  const ends = endsOf(declared, t, scope);
  if (t.op === 'power') return () => [{ slot, ends: squared(ends), read: readSquare, moved: root }];
  const plain: Variable = { slot, ends, read: (held) => held as Bounded, moved: (_, x) => exact(x) };
  const place = t.op === 'index' ? entryAt(t, scope) : null;
  return (env) => {
    const held = env[slot]!;
    if (isNumber(held) && !place) return [plain];
    if (!isMatrix(held))
      throw new Refusal(`nothing can be differentiated by “${scope.shared.print(t)}”: it is ${kindOf(held)}`, t.span);
    const all = held.rows.flatMap((row, i) => row.map((_, j) => entry(slot, i, j)));
    return place ? [all[place(env, held)]!] : all;
  };
}

const entry = (slot: number, i: number, j: number): Variable => ({
  slot,
  ends: () => LINE,
  read: (held) => (held as MatrixValue).rows[i]![j]!,
  moved: (held, x) => map(held as MatrixValue, (old, k, l) => (k === i && l === j ? exact(x) : old)),
});

/** `x_2`: the place of the entry among all. */
function entryAt(t: Tree, scope: Scope): (env: Env, held: MatrixValue) => number {
  const index = scope.number(t.args[1]!);
  return (env, held) => {
    const i = index(env).value;
    if (held.rows[0]!.length === 1 && Number.isInteger(i) && i >= 1 && i <= held.rows.length) return i - 1;
    throw new Refusal(`“${scope.shared.print(t)}” is no entry of a vector`, t.span);
  };
}

// the variable \sigma^2 moves \sigma, on the side of 0 where it is
const readSquare = (held: Value): Bounded => square(held as Bounded);
const root = (held: Value, x: number): Value => {
  const { value, error } = sqrt(exact(x));
  return (held as Bounded).value < 0 ? { value: -value, error } : { value, error };
};
const squared = (ends: (env: Env) => Ends) => (env: Env): Ends => {
  const [low, high] = ends(env);
  return low >= 0 ? [low * low, high * high] : [0, Infinity];
}; // prettier-ignore

/** Where the name may be moved to; that of a family's parameter is told by the family, which has no law elsewhere. */
function endsOf(declared: Declaration, t: Tree, scope: Scope): (env: Env) => Ends {
  const refuse = (): never => {
    throw new Refusal(
      `nothing can be differentiated by “${scope.shared.print(t)}”: it takes the values of a finite list only`,
      t.span,
    );
  };
  if (declared.role === 'outcome' && declared.of) {
    const { law } = compileLaw(declared.of, scope);
    return (env) => {
      const l = law(env);
      return l.kind === 'density' ? l.support : refuse();
    };
  }
  const family = declared.role === 'parameter' && declared.of ? scope.lookup(declared.of.text) : undefined;
  if (family?.role === 'family')
    return (env) => {
      const f = env[family.slot]!;
      return 'kind' in f && f.kind === 'family' && f.name === 'categorical' ? refuse() : LINE;
    };
  if (family?.role === 'joint family') return refuse;
  return () => declared.ends ?? LINE;
}

/**
 * The derivative of what `body` says, of an order, by one variable: of a vector or matrix, entry by entry. By `rule`
 * where that has a slope beside a value; by differences elsewhere, of the slope where a higher order is asked for.
 */
export function differentiate(code: Code, variable: Variable, order: number, env: Env, body: Tree, rule: Slope | null = null): Value {
  const slope = rule && isInside(variable, env) && slopeAt(code, rule, env);
  if (!slope) return byDifferences(code, variable, order, env, body);
  if (order === 1) return slope;
  const first: Code = (inner) => slopeAt(code, rule, inner) ?? exact(NaN);
  return byDifferences(first, variable, order - 1, env, body);
} // prettier-ignore

/** Whether the number stands where it may be moved; ends that nothing has are refused. */
function isInside({ slot, read, ends }: Variable, env: Env): boolean {
  const [low, high] = ends(env);
  const { value } = read(env[slot]!);
  return value >= low && value <= high;
}

/** The slope by rule, if it is known and the expression has a value. */
function slopeAt(code: Code, rule: Slope, env: Env): Bounded | null {
  const value = code(env);
  if (!isNumber(value) || !Number.isFinite(value.value)) return null;
  // a product of vectors is a number, and its parts are none
  const slope = attempt(() => rule(env));
  return slope && !(slope instanceof Refusal) && Number.isFinite(slope.value) && slope.error < Infinity ? slope : null;
}

function byDifferences(code: Code, variable: Variable, order: number, env: Env, body: Tree): Value {
  const { slot, read, moved } = variable;
  const held = env[slot]!;
  const at = read(held);
  const value = (x: number): Value => {
    env[slot] = moved(held, x);
    return withLeeway(0, () => code(env));
  };
  try {
    const here = value(at.value);
    const ends = variable.ends(env);
    if (isNumber(here)) return slope((x) => value(x) as Bounded, at, order, ends);
    if (!isMatrix(here)) throw new Refusal(`${kindOf(here)} cannot be differentiated`, body.span);
    return map(here, (_, i, j) => slope((x) => (value(x) as MatrixValue).rows[i]![j]!, at, order, ends));
  } finally {
    env[slot] = held;
  }
}

/** The derivative where the place is known to a bound only: to first order that moves it by the next derivative. */
function slope(f: (x: number) => Bounded, at: Bounded, order: number, ends: Ends): Bounded {
  const x = at.value;
  if (!(Math.abs(x) < Infinity && x >= ends[0] && x <= ends[1])) return exact(NaN);
  // places where the expression has no meaning are stepped over; at x itself it must have one
  const stepped = (y: number): Bounded => {
    if (y === x) return f(y);
    try {
      return f(y);
    } catch (error) {
      if (error instanceof Refusal || error instanceof RangeError) return exact(NaN);
      throw error;
    }
  };
  const inside = narrowed(stepped, x, ends);
  const found = ofOrder(stepped, x, order, inside);
  if (at.error === 0) return found;
  const next = ofOrder(stepped, x, order + 1, inside);
  return bounded(found.value, found.error + 2 * (Math.abs(next.value) + next.error) * at.error);
}

/** Where the expression has a value on one side of x only, x is an end of its domain. */
function narrowed(f: (x: number) => Bounded, x: number, [low, high]: Ends): Ends {
  const near = 2 ** -20 * (Math.abs(x) || 1);
  const [below, above] = [x - near, x + near].map((y) => y >= low && y <= high && Number.isFinite(f(y).value));
  if (below === above) return [low, high];
  return below ? [low, x] : [x, high];
}

function ofOrder(f: (x: number) => Bounded, x: number, order: number, ends: Ends): Bounded {
  const scale = Math.abs(x) || 1;
  if (order === 1) return derivative(f, x, scale, ends);
  if (order === 2) return secondDerivative(f, x, scale, ends);
  const inner = (y: number): Bounded => ofOrder(f, y, order - 2, ends);
  return ofOrder(inner, x, 2, ends);
}

/** Does the value of `t` depend on a name, definitions expanded? */
export function mentions(t: Tree, name: string, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return mentions(expanded.body, name, expanded.scope);
  const isLaw = t.op === 'symbol' && scope.declarations.get(t.text)?.given?.names.has(name) === true;
  return isLaw || (t.op === 'symbol' && t.text === name) || t.args.some((arg) => mentions(arg, name, scope));
}

/** A scope for what is differentiated by names: where each of them moves. */
export const movingBy = (by: readonly Tree[], scope: Scope): Scope =>
  by.reduce((inner, v) => inner.moving((v.op === 'index' || v.op === 'power' ? v.args[0]! : v).text), scope);

/** The derivative of what `t` says by a bound name, wherever the name is. */
export function slopeOf(t: Tree, name: string, slot: number, scope: Scope): (env: Env) => Bounded {
  const line = lineIn(t, name, scope);
  if (line) return line.slope;
  const code = scope.compile(t);
  const variable: Variable = { slot, ends: () => LINE, read: (held) => held as Bounded, moved: (_, x) => exact(x) };
  return (env) => differentiate(code, variable, 1, env, t) as Bounded;
}
