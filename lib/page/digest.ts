import { createHash } from 'node:crypto';

/** One name for several texts; their lengths keep ("ab", "c") and ("a", "bc") apart. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part};`);
  return hash.digest('base64url');
}
