import { type Rational, rational } from './rational.ts';

/** Real functions of rational numbers, for tests: to 380 bits and more, in integers. */
const BITS = 400n;
const ONE = 1n << BITS;
const bitsOf = (n: bigint): number => n.toString(2).length;

/** 2 atanh(z) = log((1 + z)/(1 - z)) for a fixed-point 0 <= z < 1/2, by its series, to about 2^-390. */
function twiceAtanh(z: bigint): bigint {
  const w = (z * z) >> BITS;
  let power = z;
  let s = 0n;
  for (let j = 1n; power > 0n; j += 2n) {
    s += power / j;
    power = (power * w) >> BITS;
  }
  return 2n * s;
}

const LOG_2 = twiceAtanh(ONE / 3n);

/** log x of a positive rational to about 2^-380: x = 2^k m with m in [1, 2). */
export function logarithm({ n, d }: Rational): Rational {
  if (n <= 0n) throw new RangeError('logarithm needs a positive number');
  let k = bitsOf(n) - bitsOf(d);
  const scaled = (): Rational => (k >= 0 ? rational(n, d << BigInt(k)) : rational(n << BigInt(-k), d));
  let m = scaled();
  if (m.n < m.d) {
    k--;
    m = scaled();
  }
  return rational(BigInt(k) * LOG_2 + twiceAtanh(((m.n - m.d) * ONE) / (m.n + m.d)), ONE);
}

/** Square root of a rational >= 0, rounded down at 2^-400, by Newton's method from above. */
export function root({ n, d }: Rational): Rational {
  if (n === 0n) return rational(0n);
  const square = (n << (2n * BITS)) / d;
  let r = 1n << BigInt(Math.ceil(bitsOf(square) / 2));
  for (;;) {
    const next = (r + square / r) / 2n;
    if (next >= r) return rational(r, ONE);
    r = next;
  }
}

/** A double within two units in the last place, where it is a normal one. */
export function toNumber({ n, d }: Rational): number {
  if (n < 0n) return -toNumber({ n: -n, d });
  if (n === 0n) return 0;
  const shift = 60 - bitsOf(n) + bitsOf(d);
  const digits = Number(shift >= 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift)));
  const half = Math.trunc(shift / 2);
  return digits / 2 ** half / 2 ** (shift - half);
}
