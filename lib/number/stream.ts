import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Stream {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform on the integers lo, …, hi. */
  integer(lo: number, hi: number): number;
}

/** A reproducible stream of random numbers (xoroshiro128+); the same seed gives the same stream everywhere. */
export function stream(seed: number): Stream {
  const generator = xoroshiro128plus(seed | 0);
  return {
    uniform: () => uniformFloat64(generator),
    integer: (lo, hi) => uniformInt(generator, lo, hi),
  };
}

/** A 32-bit seed from a text (a page and a label) and a number: FNV-1a over UTF-16 code units, mixed at the end. */
export function seedOf(text: string, seed: number): number {
  let hash = 0x811c9dc5;
  const take = (byte: number) => {
    hash = Math.imul(hash ^ (byte & 0xff), 0x01000193);
  };
  for (let i = 0; i < text.length; i++) {
    take(text.charCodeAt(i));
    take(text.charCodeAt(i) >>> 8);
  }
  for (let shift = 0; shift < 32; shift += 8) take(seed >>> shift);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
