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

export const negateDouble = (a: Double): Double => ({ hi: -a.hi, lo: -a.lo });

/** a 2^k without rounding, as long as nothing under- or overflows; in two steps, for 2^k itself may. */
export function scaleDouble(a: Double, k: number): Double {
  const half = 2 ** Math.trunc(k / 2);
  const rest = 2 ** (k - Math.trunc(k / 2));
  return { hi: a.hi * half * rest, lo: a.lo * half * rest };
}

/** Square root of a > 0: Karp's correction of the rounded root. */
export function sqrtDouble(a: Double): Double {
  const root = Math.sqrt(a.hi);
  const back = twoProduct(root, root);
  return fast(root, (a.hi - back.hi - back.lo + a.lo) / (2 * root));
}

/** log 2 and log(2 pi) / 2 to 106 bits. */
export const LOG_2: Double = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };
export const HALF_LOG_2PI: Double = { hi: 0.9189385332046728, lo: -3.8782941580672414e-17 };

/** 1 / (2 j + 1), the coefficients of atanh: those below 2^-53 of the sum need no second part. */
const ODD = /* @__PURE__ */ Array.from({ length: 22 }, (_, j) => divideDouble(double(1), double(2 * j + 1)));

/** 2 atanh s = log((1 + s)/(1 - s)) for |s| <= 0.1716 by its Taylor series: 22 terms leave less than 2^-110 of it. */
function twiceAtanh(s: Double): Double {
  const w = multiplyDouble(s, s);
  let tail = 0;
  for (let j = 21; j > 10; j--) tail = (tail + ODD[j]!.hi) * w.hi;
  let t = addDouble(ODD[10]!, double(tail));
  for (let j = 9; j >= 0; j--) t = addDouble(multiplyDouble(t, w), ODD[j]!);
  const v = multiplyDouble(s, t);
  return { hi: 2 * v.hi, lo: 2 * v.lo };
}

/** log a for a normal double-double a > 0, relative error below 2^-96: a = 2^k m with m in [1/sqrt 2, sqrt 2]. */
export function logDouble(a: Double): Double {
  const k = Math.round(Math.log2(a.hi));
  const m = scaleDouble(a, -k);
  const l = twiceAtanh(divideDouble(addDouble(m, double(-1)), addDouble(m, double(1))));
  return k === 0 ? l : addDouble(multiplyDouble(LOG_2, double(k)), l);
}

/** log(1 + x) for x > -1, relative error below 2^-96 also for the smallest x. */
export function log1pDouble(x: Double): Double {
  if (!(Math.abs(x.hi) < 0.25)) return logDouble(addDouble(double(1), x));
  return twiceAtanh(divideDouble(x, addDouble(double(2), x)));
}
