import { randomGamma, randomNormal } from 'd3-random';
import { stream } from '../lib/number/stream.ts';
import { type Rational, fromNumber, minus, over, plus, rational, times } from '../test/number/rational.ts';
import { logarithm } from '../test/number/real.ts';

export const MILLION = 1_000_000;

export const normals = (n: number, mu: number, sigma: number): Float64Array =>
  Float64Array.from({ length: n }, randomNormal.source(stream(1).uniform)(mu, sigma));

export const gammas = (n: number, shape: number, rate: number): Float64Array =>
  Float64Array.from({ length: n }, randomGamma.source(stream(1).uniform)(shape, 1 / rate));

const BITS = 1074n;
const units = (x: number): bigint => (fromNumber(x).n << BITS) / fromNumber(x).d;

/** Sum of (x - centre)^power, without rounding. */
export function powerSum(sample: Iterable<number>, centre: number, power: bigint): Rational {
  const c = units(centre);
  let s = 0n;
  for (const x of sample) s += (units(x) - c) ** power;
  return rational(s, 1n << (BITS * power));
}

/** Mean and mean square deviation, without rounding. */
export function exactMoments(sample: Float64Array): { mean: Rational; variance: Rational } {
  const n = rational(BigInt(sample.length));
  const mean = over(powerSum(sample, 0, 1n), n);
  return { mean, variance: minus(over(powerSum(sample, 0, 2n), n), times(mean, mean)) };
}

/** Sum of logarithms: of the product, kept to 320 bits, so within 2^-298 for a million factors. */
export function logSum(sample: Iterable<number>): Rational {
  let p = 1n;
  let exponent = 0n;
  for (const x of sample) {
    const { n, d } = fromNumber(x);
    p *= n;
    exponent -= BigInt(d.toString(2).length - 1);
    const excess = BigInt(p.toString(16).length * 4) - 320n;
    if (excess > 0n) {
      p >>= excess;
      exponent += excess;
    }
  }
  return plus(logarithm(rational(p)), times(rational(exponent), logarithm(rational(2n))));
}
