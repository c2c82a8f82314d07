import * as real from './bounded.ts';
import type { Bounded } from './bounded.ts';

/**
 * Dual numbers: a value with its partial derivatives, each with its bound, carried forward through a calculation. At a
 * place that is itself bounded the slopes are bounded over its whole interval. What has no value has no slope.
 */
export interface Dual {
  readonly value: Bounded;
  readonly slope: readonly Bounded[];
}

/**
 * The slope along a variable that a number does not hold. It is told by identity: there sqrt at 0 still has slope 0,
 * but not along a variable whose slope only happens to be 0, as in sqrt(x^2).
 */
const FREE: Bounded = { value: 0, error: 0 };
const ONE = real.exact(1);
const MINUS = real.exact(-1);
const times = (a: Bounded, b: Bounded): Bounded =>
  b === FREE ? FREE : a === ONE ? b : b === ONE ? a : real.multiply(a, b);
const plus = (a: Bounded, b: Bounded): Bounded => (a === FREE ? b : b === FREE ? a : real.add(a, b));

/** A number that depends on none of `count` variables. */
export const constant = (value: Bounded, count: number): Dual => ({ value, slope: Array<Bounded>(count).fill(FREE) });

/** Variable `index` of `count`. */
export const variable = (value: Bounded, index: number, count: number): Dual => ({
  value,
  slope: Array.from({ length: count }, (_, i) => (i === index ? ONE : FREE)),
});

/** f(a), f'(a): by it every function with a known derivative fits in. */
export const chain = (a: Dual, value: Bounded, derivative: Bounded): Dual => merge(value, [[derivative, a]]);

/** A value with the slope sum of rate times slope, over the numbers that it comes from. */
function merge(value: Bounded, parts: readonly (readonly [Bounded, Dual])[]): Dual {
  const none = value.value !== value.value;
  const slope = parts[0]![1].slope.map((_, i) => {
    const sum = parts.reduce((s, [rate, a]) => plus(s, times(rate, a.slope[i]!)), FREE);
    return none && sum !== FREE ? real.exact(NaN) : sum;
  });
  return { value, slope };
}

export const add = (a: Dual, b: Dual): Dual =>
  merge(real.add(a.value, b.value), [
    [ONE, a],
    [ONE, b],
  ]);
export const subtract = (a: Dual, b: Dual): Dual =>
  merge(real.subtract(a.value, b.value), [
    [ONE, a],
    [MINUS, b],
  ]);
export const negate = (a: Dual): Dual => chain(a, real.negate(a.value), MINUS);
export const multiply = (a: Dual, b: Dual): Dual =>
  merge(real.multiply(a.value, b.value), [
    [b.value, a],
    [a.value, b],
  ]);

/** (a/b)' = (a' - (a/b) b')/b */
export function divide(a: Dual, b: Dual): Dual {
  const quotient = real.divide(a.value, b.value);
  const rate = real.divide(ONE, b.value);
  return merge(quotient, [
    [rate, a],
    [real.negate(real.multiply(quotient, rate)), b],
  ]);
}

export const log = (a: Dual): Dual => chain(a, real.log(a.value), real.divide(ONE, a.value));

export function exp(a: Dual): Dual {
  const value = real.exp(a.value);
  return chain(a, value, value);
}

export function sqrt(a: Dual): Dual {
  const value = real.sqrt(a.value);
  return chain(a, value, real.divide(real.exact(0.5), value));
}

/** a^b: slopes b a^(b-1) a' + a^b log(a) b'; the part of a number that holds no variable is not asked for. */
export function power(a: Dual, b: Dual): Dual {
  const value = real.power(a.value, b.value);
  const held = (x: Dual): boolean => x.slope.some((s) => s !== FREE);
  const parts: (readonly [Bounded, Dual])[] = [];
  const less = real.subtract(b.value, ONE);
  if (held(a)) parts.push([isZero(b.value) ? real.exact(0) : real.multiply(b.value, real.power(a.value, less)), a]);
  if (held(b)) parts.push([real.multiply(value, real.log(a.value)), b]);
  return parts.length > 0 ? merge(value, parts) : { value, slope: a.slope };
}

const isZero = (a: Bounded): boolean => a.value === 0 && a.error === 0;

/** The variables x_0, x_1, … at a point. */
export const variables = (point: readonly Bounded[]): Dual[] => point.map((x, i) => variable(x, i, point.length));

/** All partial derivatives of f at a point. */
export const gradient = (f: (x: readonly Dual[]) => Dual, point: readonly Bounded[]): readonly Bounded[] =>
  f(variables(point)).slope;
