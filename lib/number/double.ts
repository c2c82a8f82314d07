/**
 * Double-double numbers: an unevaluated sum of two doubles, about 106 bits (Dekker 1971; relative error of each
 * operation below 2^-100, Joldes, Muller and Popescu 2017), where no part under- or overflows. For weights of
 * lattice laws and exact tails, whose relative error would grow with their number of factors in plain doubles.
 */
export interface Double {
  readonly hi: number;
  readonly lo: number;
}

/** Relative error of one operation below. */
export const DOUBLE_UNIT = 2 ** -100;

export const double = (hi: number, lo = 0): Double => ({ hi, lo });

export function twoSum(a: number, b: number): Double {
  const hi = a + b;
  const t = hi - a;
  return { hi, lo: a - (hi - t) + (b - t) };
}

export function twoProduct(a: number, b: number): Double {
  const hi = a * b;
  const ca = 134217729 * a; // 2^27 + 1 splits a double into two halves (Veltkamp)
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = 134217729 * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return { hi, lo: al * bl - (hi - ah * bh - al * bh - ah * bl) };
}

function fast(a: number, b: number): Double {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

export function addDouble(a: Double, b: Double): Double {
  const s = twoSum(a.hi, b.hi);
  const t = twoSum(a.lo, b.lo);
  const v = fast(s.hi, s.lo + t.hi);
  return fast(v.hi, v.lo + t.lo);
}

export function multiplyDouble(a: Double, b: Double): Double {
  const p = twoProduct(a.hi, b.hi);
  return fast(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

export function divideDouble(a: Double, b: Double): Double {
  const q = a.hi / b.hi;
  const back = multiplyDouble(b, double(q));
  const r = a.hi - back.hi - back.lo + a.lo;
  return fast(q, r / b.hi);
}
