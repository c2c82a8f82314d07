/** What each relation sign says about two values: true, false, or null where the bounds cannot tell. */
import { isEventValue } from './event-set.ts';
import { compare, type Bounded } from '../number/bounded.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';
import { placesOf } from '../distribution/joint-kl.ts';
import { probability } from '../distribution/likelihood.ts';
import { isVector, matrix, sameShape, vector } from './matrix.ts';
import {
  isLaw,
  isMatrix,
  isNumber,
  type IntervalValue,
  type Law,
  type MatrixValue,
  type SetValue,
  type Value,
} from './value.ts';
import type { VectorLaw } from './vector-law.ts';

type Verdict = boolean | null;
type NumberRule = (a: Bounded, b: Bounded) => Verdict;

/** Below this share of the larger side, two values that overlap count as equal for `<` and `\ne`. */
const NARROW = 2 ** -20;
export const width = (a: Bounded, b: Bounded): number => a.error + b.error;
export const narrow = (a: Bounded, b: Bounded): boolean =>
  width(a, b) <= NARROW * Math.max(1, Math.abs(a.value), Math.abs(b.value));

/** Intervals that meet, unless one of them is the whole line. */
const met = (a: Bounded, b: Bounded): Verdict => (width(a, b) < Infinity ? true : null);

/**
 * The sign `\infty` itself. Two infinite values decide nothing, as each may stand for a sum that only grew too large for
 * its reason; but “X = \infty” asks whether X is infinite, which a value that is known exactly answers.
 */
export const INFINITY: Bounded = { value: Infinity, error: 0 };
export const MINUS_INFINITY: Bounded = { value: -Infinity, error: 0 };

const equal: NumberRule = (a, b) => {
  const [sign, other] = a === INFINITY || a === MINUS_INFINITY ? [a, b] : [b, a];
  if ((sign === INFINITY || sign === MINUS_INFINITY) && other.error === 0 && Math.abs(other.value) === Infinity)
    return sign.value === other.value;
  return { less: false, greater: false, overlap: met(a, b), unknown: null }[compare(a, b)];
};
const below: NumberRule = (a, b) => ({ less: true, greater: false, overlap: met(a, b), unknown: null })[compare(a, b)];
const strictlyBelow: NumberRule = (a, b) => {
  const order = compare(a, b);
  // infinity equals nothing here, but it is not below itself: “is finite” is written X < \infty
  if (order === 'unknown') return Math.abs(a.value) === Infinity && a.value === b.value ? false : null;
  if (order !== 'overlap') return order === 'less';
  // equal to all digits refutes; but 0 within a bound may be an underflowed value, which decides nothing
  const digits = width(a, b) <= NARROW * Math.max(Math.abs(a.value), Math.abs(b.value));
  return a.value === b.value && digits ? false : null;
};
const different: NumberRule = (a, b) => {
  const same = equal(a, b);
  if (same === true) return narrow(a, b) || Math.abs(a.value) === Infinity ? false : null;
  return same === null ? null : !same;
};

/** The signs, and what they say of numbers. */
export const relations: Readonly<Record<string, NumberRule>> = {
  '=': equal,
  '\\equiv': equal,
  '\\approx': equal,
  '\\simeq': equal,
  '\\le': below,
  '\\ge': (a, b) => below(b, a),
  '<': strictlyBelow,
  '>': (a, b) => strictlyBelow(b, a),
  '\\ne': different,
  '\\in': () => null,
  '\\notin': () => null,
  '\\subseteq': () => null,
  '\\sim': () => null,
  '\\ll': () => null,
};

const not = (v: Verdict): Verdict => (v === null ? null : !v);
const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;

const isEquality = (sign: string): boolean => ['=', '\\equiv', '\\approx', '\\simeq'].includes(sign);

function sameSet(a: SetValue, b: SetValue): Verdict {
  const missing = (x: SetValue, y: SetValue) => x.certain.some((m) => !y.possible.includes(m));
  if (missing(a, b) || missing(b, a)) return false;
  if (!a.possible.some((m) => b.possible.includes(m))) return false;
  // a tie that only one side shows may be one or not: a constant function would be minimal wherever another one is
  const alike = a.possible.length === b.possible.length && a.possible.every((m) => b.possible.includes(m));
  return alike ? true : null;
}

function sameLaw(a: Law, b: Law): Verdict {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'finite' && b.kind === 'finite') {
    const outcomes = new Set([...a.outcomes, ...b.outcomes]);
    return all([...outcomes].map((x) => equal(probability(a, x), probability(b, x))));
  }
  if (a.kind !== 'density' || b.kind !== 'density') return null;
  const points = [-2, -1, -0.5, 0, 0.5, 1, 2].flatMap((z) => [a, b].map((l) => l.centre + z * l.scale));
  return all(points.map((x) => equal(a.density(x), b.density(x))));
}

const isVectorLaw = (v: Value): v is VectorLaw => 'kind' in v && v.kind === 'vector law';
const isJointDensity = (v: Value): v is JointDensity => 'kind' in v && v.kind === 'joint density';

function sameJoint(a: JointDensity, b: JointDensity): Verdict {
  if (a.names.length !== b.names.length || !a.names.every((name) => b.names.includes(name))) return false;
  const [p, q] = [a.logDensity(a.names, []), b.logDensity(a.names, [])];
  return all(placesOf([a, b]).map((place) => {
    const values = a.names.map((name) => place[name]!);
    return equal(p(values, []), q(values, []));
  }));
} // prettier-ignore

function dominated(a: Law, b: Law): Verdict {
  if (a.kind !== 'finite' || b.kind !== 'finite') return null;
  return a.outcomes.every((x) => probability(a, x).value === 0 || probability(b, x).value > 0);
}

/** A tuple of numbers is a vector, and 0 is whatever it stands beside. */
function asMatrix(v: Value, beside: Value): MatrixValue | null {
  if (isMatrix(v)) return v;
  if (isNumber(v))
    return v.value === 0 && v.error === 0 && isMatrix(beside)
      ? matrix(beside.rows.map((row) => row.map(() => v)))
      : null;
  return v.kind === 'list' && v.items.every(isNumber) && isMatrix(beside) && isVector(beside) ? vector(v.items) : null;
}

/** The entries of two vectors or matrices of one shape, side by side; null for other values. */
export function paired(a: Value, b: Value): readonly (readonly [Bounded, Bounded])[] | null {
  const [x, y] = [asMatrix(a, b), asMatrix(b, a)];
  if (!x || !y || !sameShape(x, y)) return null;
  return x.rows.flatMap((row, i) => row.map((entry, j) => [entry, y.rows[i]![j]!] as const));
}

/** A number, or `\{a, b\}` of known numbers, is a set beside a set. */
function asSet(v: Value, beside: Value): Value {
  if (isNumber(v)) return { kind: 'set', certain: [v.value], possible: [v.value] };
  if (v.kind !== 'list' || isNumber(beside) || beside.kind !== 'set') return v;
  const members = v.items.flatMap((item) => (isNumber(item) && item.error === 0 ? [item.value] : []));
  return members.length === v.items.length ? { kind: 'set', certain: members, possible: members } : v;
}

/** Whether each item is one of the others. */
const within = (items: readonly Value[], others: readonly Value[]): Verdict =>
  all(items.map((item) => {
    const each = others.map((other) => same(item, other));
    return each.includes(true) ? true : each.includes(null) ? null : false;
  })); // prettier-ignore

function same(a: Value, b: Value): Verdict {
  if (isNumber(a) && isNumber(b)) return equal(a, b);
  if (isLaw(a) && isLaw(b)) return sameLaw(a, b);
  if (isJointDensity(a) && isJointDensity(b)) return sameJoint(a, b);
  if (isVectorLaw(a) && isVectorLaw(b)) {
    const [p, q] = [a.told, b.told];
    return a.name === b.name && sameShape(a.mean, b.mean) && all(p.map((x, i) => equal(x, q[i]!)));
  }
  if (isEventValue(a) && isEventValue(b)) return a.members === b.members;
  const pairs = paired(a, b);
  if (pairs) return all(pairs.map(([x, y]) => equal(x, y)));
  if ('kind' in a && 'kind' in b && a.kind === 'list' && b.kind === 'list' && a.braces && b.braces)
    return all([within(a.items, b.items), within(b.items, a.items)]);
  if ('kind' in a && 'kind' in b && a.kind === 'list' && b.kind === 'list')
    return a.items.length === b.items.length ? all(a.items.map((x, i) => same(x, b.items[i]!))) : false;
  const [x, y] = [asSet(a, b), asSet(b, a)];
  if ('kind' in x && 'kind' in y && x.kind === 'set' && y.kind === 'set') return sameSet(x, y);
  if ('kind' in a && 'kind' in b && a.kind === 'interval' && b.kind === 'interval') return sameInterval(a, b);
  if ('kind' in a && 'kind' in b && a.kind === 'truth' && b.kind === 'truth')
    return a.truth === null || b.truth === null ? null : a.truth === b.truth;
  return null;
}

/** Of an end that may belong to the set or not nothing more is asked. */
function sameInterval(a: IntervalValue, b: IntervalValue): Verdict {
  const sameEnd = (x: Bounded, y: Bounded): Verdict => (Math.abs(x.value) === Infinity ? x.value === y.value : equal(x, y));
  const isClosed = a.closed.map((own, i) => own === null || b.closed[i] === null || own === b.closed[i]);
  return all([sameEnd(a.low, b.low), sameEnd(a.high, b.high), ...isClosed, a.whole === b.whole]);
} // prettier-ignore

/** A number that overlaps an end is inside or not: nobody can tell, unless both are known. */
function inside(a: Bounded, { low, high, closed, whole }: IntervalValue): Verdict {
  if (a.value !== a.value) return null;
  const end = (order: ReturnType<typeof compare>, inwards: string, other: Bounded, isClosed: boolean | null): Verdict =>
    order === 'overlap' || order === 'unknown'
      ? a.value === other.value && a.error + other.error === 0 ? isClosed : null
      : order === inwards;
  const between = all([end(compare(a, low), 'greater', low, closed[0]), end(compare(a, high), 'less', high, closed[1])]);
  if (!whole || between === false) return between;
  return a.error > 0 ? null : Number.isInteger(a.value) ? between : false;
} // prettier-ignore

/** Can the sign be applied to such values at all? */
export function comparable(sign: string, a: Value, b: Value): boolean {
  if (sign === '\\notin') return comparable('\\in', a, b);
  if (isNumber(a) && isNumber(b)) return sign !== '\\in' && sign !== '\\sim';
  if (sign === '\\in')
    return 'kind' in b && ['reals', 'list', 'set', ...(isNumber(a) ? ['interval'] : [])].includes(b.kind);
  if (sign === '\\ll') return isLaw(a) && isLaw(b);
  if (sign === '\\implies') return 'kind' in a && a.kind === 'truth' && 'kind' in b && b.kind === 'truth';
  if (sign === '\\sim')
    return (isLaw(a) && isLaw(b)) || (isJointDensity(a) && isJointDensity(b)) || (isVectorLaw(a) && isVectorLaw(b));
  if (isEventValue(a) && isEventValue(b)) return isEquality(sign) || sign === '\\ne' || sign === '\\subseteq';
  if (!isEquality(sign) && sign !== '\\ne') return false;
  if ((isLaw(a) && isLaw(b)) || (isVectorLaw(a) && isVectorLaw(b)) || paired(a, b)) return true;
  const kinds = [asSet(a, b), asSet(b, a)].map((v) => (isNumber(v) ? 'set' : v.kind));
  return kinds[0] === kinds[1] && ['set', 'list', 'truth', 'interval'].includes(kinds[0]!);
}

/** Of a statement inside another: what overlaps by more than rounding is neither true nor false there. */
export function stated(sign: string, a: Value, b: Value): Verdict {
  const verdict = relate(sign, a, b);
  if (verdict !== true || !isNumber(a) || !isNumber(b) || narrow(a, b)) return verdict;
  return compare(a, b) === 'overlap' ? null : verdict;
}

export function relate(sign: string, a: Value, b: Value): Verdict {
  if (sign === '\\notin') return not(relate('\\in', a, b));
  if (sign === '\\in') {
    if (!('kind' in b)) return null;
    if (b.kind === 'reals' && isMatrix(a)) return a.rows.length === b.dimension && a.rows[0]!.length === (b.columns ?? 1);
    if (b.kind === 'reals') return isNumber(a) ? b.dimension === 1 : 'kind' in a && a.kind === 'list' && a.items.length === b.dimension;
    if (!isNumber(a)) return null;
    if (b.kind === 'interval') return inside(a, b);
    if (b.kind === 'set') return b.certain.includes(a.value) || (b.possible.includes(a.value) ? null : false);
    return b.kind === 'list' ? b.items.some((item) => same(a, item)) : null;
  }
  // where the premise fails nothing is shown: such worlds do not count
  if (sign === '\\implies') {
    if (!('kind' in a) || !('kind' in b) || a.kind !== 'truth' || b.kind !== 'truth') return null;
    return a.truth ? b.truth : null;
  }
  if (sign === '\\ll' && isLaw(a) && isLaw(b)) return dominated(a, b);
  if (sign === '\\subseteq') return isEventValue(a) && isEventValue(b) ? (a.members & ~b.members) === 0 : null;
  if (sign === '\\sim') return same(a, b);
  if (isNumber(a) && isNumber(b)) return relations[sign]!(a, b);
  if (isEquality(sign)) return same(a, b);
  const pairs = paired(a, b);
  if (sign === '\\ne' && pairs) return not(all(pairs.map(([x, y]) => not(different(x, y)))));
  return sign === '\\ne' ? not(same(a, b)) : null;
} // prettier-ignore
