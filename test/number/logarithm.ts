import { type Rational, rational } from './rational.ts';

/** Bits behind the point of the logarithms here. */
const BITS = 400n;
const ONE = 1n << BITS;

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
  let k = n.toString(2).length - d.toString(2).length;
  const scaled = (): Rational => (k >= 0 ? rational(n, d << BigInt(k)) : rational(n << BigInt(-k), d));
  let m = scaled();
  if (m.n < m.d) {
    k--;
    m = scaled();
  }
  return rational(BigInt(k) * LOG_2 + twiceAtanh(((m.n - m.d) * ONE) / (m.n + m.d)), ONE);
}
