import { type Bounded, U, bounded } from '../number/bounded.ts';
import { type Wide, less, minus, over, plus, times, wide } from '../number/wide.ts';
import type { Parameters } from './contract.ts';

/** Mean score at the parameters, and minus its derivative (positive definite at a maximum). */
export interface Ascent {
  readonly score: readonly Wide[];
  readonly information: readonly (readonly Wide[])[];
}

/** Solution of a small linear system by Gaussian elimination with the largest pivot, in double-double. */
export function solve(matrix: readonly (readonly Wide[])[], right: readonly Wide[]): Wide[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let top = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!.hi) > Math.abs(rows[top]![k]!.hi)) top = i;
    [rows[k], rows[top]] = [rows[top]!, rows[k]!];
    for (let i = k + 1; i < n; i++) {
      const factor = over(rows[i]![k]!, rows[k]![k]!);
      for (let j = k; j <= n; j++) rows[i]![j] = less(rows[i]![j]!, times(factor, rows[k]![j]!));
    }
  }
  const x: Wide[] = new Array(n).fill(wide(0));
  for (let i = n - 1; i >= 0; i--) {
    const known = x.map((v, j) => (j > i ? minus(times(rows[i]![j]!, v)) : wide(0)));
    x[i] = over(plus(rows[i]![n]!, ...known), rows[i]![i]!);
  }
  return x;
}

/**
 * Maximum likelihood by Newton's method. A step takes no positive parameter below half of it or above twice. The score is double-double, so that the last step shows how far the rounded
 * estimate is from the root: twice that step is the bound (Newton's convergence is quadratic, and the information
 * changes by a relative O(step)). Error Infinity where it does not settle.
 */
export function newtonFit(
  names: readonly string[],
  start: readonly number[],
  at: (p: Parameters) => Ascent,
  positive: readonly string[] = names,
): Record<string, Bounded> {
  let x = [...start];
  const record = (list: readonly number[]): Parameters => Object.fromEntries(names.map((name, i) => [name, list[i]!]));
  let steps: Wide[] = [];
  for (let round = 0; round < 200; round++) {
    const { score, information } = at(record(x));
    steps = solve(information, score);
    if (steps.every((s, i) => Math.abs(s.hi) <= 2 * U * Math.abs(x[i]!))) break;
    x = x.map((v, i) => {
      const next = v + steps[i]!.hi;
      return positive.includes(names[i]!) ? Math.min(Math.max(next, v / 2), v * 2) : next;
    });
  }
  const off = steps.map((s) => Math.abs(s.hi) + s.error);
  const size = Math.max(...x.map(Math.abs));
  const found = off.every((d) => d <= 2 ** -30 * size);
  return Object.fromEntries(names.map((name, i) => [name, bounded(x[i]!, found ? 2 * off[i]! : Infinity)]));
}
