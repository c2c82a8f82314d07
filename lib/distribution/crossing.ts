import type { DensityLaw } from './density.ts';

/**
 * Where two densities cross, as far as a scan in either law's own coordinate sees: |p - q| has kinks there.
 * A crossing that is missed costs accuracy, never honesty: the quadrature's levels then differ by more.
 */
export function crossings(p: DensityLaw, q: DensityLaw): number[] {
  const lower = Math.max(p.support[0], q.support[0]);
  const upper = Math.min(p.support[1], q.support[1]);
  const sign = (x: number): number => Math.sign(p.logDensity(x).value - q.logDensity(x).value);
  const grid: number[] = [];
  for (const law of [p, q])
    for (let i = -64; i <= 64; i++) {
      const x = law.centre + law.scale * Math.sinh(i / 16);
      if (x > lower && x < upper) grid.push(x);
    }
  grid.sort((a, b) => a - b);
  const found: number[] = [];
  for (let i = 0; i + 1 < grid.length; i++) {
    let a = grid[i]!;
    let b = grid[i + 1]!;
    const left = sign(a);
    if (left === 0) found.push(a);
    if (left * sign(b) !== -1) continue;
    for (let middle = (a + b) / 2; middle > a && middle < b; middle = (a + b) / 2) {
      if (sign(middle) === left) a = middle;
      else b = middle;
    }
    found.push(b);
  }
  return found.length > 64 ? [] : found;
}
