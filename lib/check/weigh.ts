/** One relation in one world: what the bounds allow to be said of it. */
import { isNumber, showOutside, type Value } from '../meaning/value.ts';
import type { Bounded, Outside } from '../number/bounded.ts';
import { paired, relate, width } from '../meaning/relate.ts';

const inequalities = new Set(['\\le', '\\ge', '<', '>']);
export const isInequality = (sign: string): boolean => inequalities.has(sign);
export const isStrict = (sign: string): boolean => sign === '<' || sign === '>';

/** A strict sign between sides that are equal as far as doubles tell, but not known to be: 1 and \tanh 30. */
export const isRounded = (sign: string, { residual, bound }: Weighed): boolean =>
  isStrict(sign) && residual !== null && bound !== null && bound > 0 && residual <= bound;

export type Weighing = 'true' | 'false' | 'wide' | 'nothing';

export interface Weighed {
  readonly says: Weighing;
  readonly residual: number | null;
  readonly bound: number | null;
  /** Distance of two numbers as a share of the larger, of 1 where one is 0; null where both are, which says nothing of how near they come. */
  readonly slack: number | null;
  /** One side is 0, and the other is not: how near they come is no share of anything. */
  readonly zero?: boolean;
  /** Of a relation that joins two statements. */
  readonly truths?: 'both' | 'neither' | 'other';
  /** One side has a value and the other has none, as in x/x = 1 where x is 0. */
  readonly alone?: boolean;
  /** Why nothing more is said. */
  readonly why?: string;
}

/** Evidence that is not statistical must be narrower than this share of the larger side. */
const SHARE = 2 ** -20;
/** Limits are looked at from finite places, and come no nearer than those. */
const LIMIT_SHARE = 2 ** -10;

export function weigh(sign: string, a: Value, b: Value, statistical: boolean): Weighed {
  if (isNumber(a) && isNumber(b))
    return weighNumbers(sign, a, b, statistical, larger(Math.abs(a.value), Math.abs(b.value)));
  const pairs = sign === '\\ne' ? null : paired(a, b);
  if (pairs) {
    const scale = scaleOf(pairs.map(([x]) => x), pairs.map(([, y]) => y)); // prettier-ignore
    return worst(pairs.map(([x, y]) => weighNumbers(sign, x, y, statistical, scale)));
  }
  const verdict = relate(sign, a, b);
  // a statement may be left open on purpose (a premise that fails); a set whose members are not sure is not
  const open = [a, b].some((v) => 'kind' in v && v.kind === 'truth') ? 'nothing' : 'wide';
  return { says: verdict === null ? open : verdict ? 'true' : 'false', residual: null, bound: null, slack: null };
}

/** Where one side is 0 there is no larger one to compare with, and worlds are made of numbers of order one. */
const larger = (x: number, y: number): number => (x === 0 || y === 0 ? 1 : Math.max(x, y));

/** The larger side. */
function scaleOf(a: readonly Bounded[], b: readonly Bounded[]): number {
  const [x, y] = [a, b].map((side) => Math.max(...side.map((v) => Math.abs(v.value))));
  return larger(x!, y!);
}

/** What is left of a number that underflowed: a bound of this size or less around 0, which says nothing of the number. */
const LOST = 2 ** -900;
const isLost = ({ value, error }: Bounded): boolean => error > 0 && error < LOST && Math.abs(value) <= error;
const isZero = ({ value, error }: Bounded): boolean => value === 0 && error === 0;
/** Two underflowed numbers, or one and 0: e^{-10000} is neither twice itself nor 0, though doubles cannot tell. */
const underflowed = (a: Bounded, b: Bounded): boolean => (isLost(a) ? isLost(b) || isZero(b) : isLost(b) && isZero(a));

/**
 * What is a number on one side and surely none on the other is not true as it is stated: \log x^2 = 2 \log x of every
 * real x. To let such worlds go by was rejected: half of all x would be left out, and nothing would say so. Worlds where
 * something is divided by 0 do go by: x/x = 1 is meant, and read, wherever both sides are something.
 */
const excluded = (side: string, outside: Outside): string =>
  `the ${side} side has no meaning in this world, as it has ${showOutside(outside)} in it: say in the givens what excludes that`;

function weighNumbers(sign: string, a: Bounded, b: Bounded, statistical: boolean, scale: number): Weighed {
  if (underflowed(a, b)) return { says: 'nothing', residual: null, bound: null, slack: null };
  const [without, beside] = a.outside ? [a, b] : [b, a];
  if (without.outside && beside.error < Infinity)
    return {
      says: 'false',
      residual: null,
      bound: null,
      slack: null,
      why: excluded(a.outside ? 'left' : 'right', without.outside),
    };
  const verdict = relate(sign, a, b);
  const residual = Math.abs(a.value - b.value);
  const bound = width(a, b);
  const finite = Number.isFinite(residual);
  const wide = residual <= bound && bound > (statistical ? LIMIT_SHARE : SHARE) * scale;
  const open = finite && bound > 0 ? 'wide' : 'nothing';
  return {
    says: verdict === null ? open : !verdict ? 'false' : wide ? 'wide' : 'true',
    residual: finite ? residual : null,
    bound: finite && Number.isFinite(bound) ? bound : null,
    slack: finite && (a.value !== 0 || b.value !== 0) ? Math.max(0, residual - bound) / scale : null,
    ...((a.value === 0) !== (b.value === 0) ? { zero: true } : {}),
    ...(Number.isNaN(a.value) !== Number.isNaN(b.value) ? { alone: true } : {}),
  };
}

/** Of several relations that must all be true. */
export function worst(list: readonly Weighed[]): Weighed {
  const order: readonly Weighing[] = ['false', 'nothing', 'wide', 'true'];
  const share = ({ residual, bound }: Weighed): number => (residual ? residual / (bound ?? 0) : 0);
  const least = Math.min(...list.map(({ says }) => order.indexOf(says)));
  const those = list.filter(({ says }) => says === order[least]);
  return those.reduce((a, b) => (share(b) > share(a) ? b : a));
}
