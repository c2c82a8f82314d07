/** Exact rational numbers for tests: what the true value is, with no rounding anywhere. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint; // > 0
}

export const rational = (n: bigint, d = 1n): Rational => (d < 0n ? { n: -n, d: -d } : { n, d });

const view = new DataView(new ArrayBuffer(8));

/** The exact value of a finite double. */
export function fromNumber(x: number): Rational {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const m = exponent === 0 ? fraction : fraction | (1n << 52n);
  const e = (exponent === 0 ? 1 : exponent) - 1075;
  const n = bits >> 63n ? -m : m;
  return e >= 0 ? rational(n << BigInt(e)) : rational(n, 1n << BigInt(-e));
}

/** A decimal string such as -1.25e-20. */
export function fromDecimal(text: string): Rational {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  const e = Number(exponent) - part.length;
  const n = BigInt(whole + part);
  return e >= 0 ? rational(n * 10n ** BigInt(e)) : rational(n, 10n ** BigInt(-e));
}

export const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const over = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const size = (a: Rational): Rational => (a.n < 0n ? rational(-a.n, a.d) : a);
export const atMost = (a: Rational, b: Rational): boolean => a.n * b.d <= b.n * a.d;

/** |true - value| <= error, in exact arithmetic. */
export function encloses(b: { readonly value: number; readonly error: number }, truth: Rational): boolean {
  if (b.error === Infinity) return true;
  return atMost(size(minus(truth, fromNumber(b.value))), fromNumber(b.error));
}
