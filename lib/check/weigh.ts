/** One relation in one world: what the bounds allow to be said of it. */
import { isNumber, type Value } from '../meaning/value.ts';
import { relate, width } from '../meaning/relate.ts';

export type Weighing = 'true' | 'false' | 'wide' | 'nothing';

export interface Weighed {
  readonly says: Weighing;
  readonly residual: number | null;
  readonly bound: number | null;
  /** Distance of two numbers as a share of the larger, of 1 where one is 0; null where both are, which says nothing of how near they come. */
  readonly slack: number | null;
}

/** Evidence that is not statistical must be narrower than this share of the larger side. */
const SHARE = 2 ** -20;

export function weigh(sign: string, a: Value, b: Value, statistical: boolean): Weighed {
  const verdict = relate(sign, a, b);
  if (!isNumber(a) || !isNumber(b)) {
    // a statement may be left open on purpose (a premise that fails); a set whose members are not sure is not
    const open = [a, b].some((v) => 'kind' in v && v.kind === 'truth') ? 'nothing' : 'wide';
    return { says: verdict === null ? open : verdict ? 'true' : 'false', residual: null, bound: null, slack: null };
  }
  const residual = Math.abs(a.value - b.value);
  const bound = width(a, b);
  const finite = Number.isFinite(residual);
  // where one side is 0 there is no larger side to compare with, and worlds are made of numbers of order one
  const scale = a.value === 0 || b.value === 0 ? 1 : Math.max(Math.abs(a.value), Math.abs(b.value));
  const numbers = {
    residual: finite ? residual : null,
    bound: finite && Number.isFinite(bound) ? bound : null,
    slack: finite && (a.value !== 0 || b.value !== 0) ? Math.max(0, residual - bound) / scale : null,
  };
  if (verdict === false) return { says: 'false', ...numbers };
  if (verdict === null) return { says: finite && bound > 0 ? 'wide' : 'nothing', ...numbers };
  const overlaps = residual <= bound;
  const wide = overlaps && !statistical && bound > SHARE * scale;
  return { says: wide ? 'wide' : 'true', ...numbers };
}
