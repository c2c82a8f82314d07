import {
  type Bounded,
  U,
  add,
  bounded,
  divide,
  exact,
  log,
  multiply,
  square,
  subtract,
  sum,
} from '../number/bounded.ts';
import { demand } from './contract.ts';
import type { DensityLaw } from './density.ts';
import { normalDensity, normalLogDensity } from './normal.ts';

/** A mixture of normal laws: density sum_k weights[k] N(x; mus[k], sigmas[k]) / sum_k weights[k], weights > 0. */
export function normalMixture(
  weights: readonly number[],
  mus: readonly number[],
  sigmas: readonly number[],
): DensityLaw {
  const law = 'normal mixture';
  const k = weights.length;
  demand(k > 0, law, 'weights', 'a non-empty list', weights);
  demand(mus.length === k, law, 'mus', `a list of ${k} numbers`, mus.length);
  demand(sigmas.length === k, law, 'sigmas', `a list of ${k} numbers`, sigmas.length);
  for (const w of weights) demand(w > 0 && w < Infinity, law, 'weights', 'in (0, inf)', w);
  for (const m of mus) demand(Number.isFinite(m), law, 'mus', 'finite', m);
  for (const s of sigmas) demand(s > 0 && s < Infinity, law, 'sigmas', 'in (0, inf)', s);
  const total = sum(weights.map(exact));
  const share = weights.map((w) => divide(exact(w), total));
  const logShare = share.map(log);
  const mean = sum(mus.map((m, i) => multiply(share[i]!, exact(m))));
  const variance = sum(
    mus.map((m, i) => multiply(share[i]!, add(square(exact(sigmas[i]!)), square(subtract(exact(m), mean))))),
  );
  const density = (x: number): Bounded => {
    let v = 0;
    let e = 0;
    for (let i = 0; i < k; i++) {
      const d = normalDensity(x, mus[i]!, sigmas[i]!);
      const s = share[i]!;
      v += s.value * d.value;
      e += s.value * d.error + s.error * (d.value + d.error);
    }
    return bounded(v, e * (1 + 16 * U) + (k + 2) * U * v * (1 + k * U) + k * Number.MIN_VALUE);
  };
  // log sum exp about the largest term, which is exact where every density underflows.
  const logDensity = (x: number): Bounded => {
    let top = -Infinity;
    const terms: Bounded[] = [];
    for (let i = 0; i < k; i++) {
      const t = add(logShare[i]!, normalLogDensity(x, mus[i]!, sigmas[i]!));
      terms.push(t);
      if (t.value > top) top = t.value;
    }
    if (!(top > -Infinity && top < Infinity)) return exact(top);
    let s = 0;
    let worst = 0;
    for (const t of terms) {
      const w = Math.exp(t.value - top);
      s += w;
      // The derivative of log sum exp in a term is its weight: the bound is a weighted mean of the terms' bounds.
      worst += w * t.error * (1 + 8 * U) + w * (U * Math.abs(t.value - top) + 4 * U) + Number.MIN_VALUE;
    }
    const l = Math.log(s);
    const v = top + l;
    const move = worst / s;
    if (!(move < 0.5)) return bounded(v, Infinity);
    return bounded(v, -Math.log1p(-move) * (1 + 16 * U) + U * (2 * k + 4 * Math.abs(l) + Math.abs(v)));
  };
  const scale = k === 1 ? sigmas[0]! : Math.sqrt(variance.value);
  return {
    kind: 'density',
    name: 'normal mixture',
    parameters: Object.fromEntries(
      weights.flatMap((w, i) => [
        [`weight${i + 1}`, w],
        [`mu${i + 1}`, mus[i]!],
        [`sigma${i + 1}`, sigmas[i]!],
      ]),
    ),
    support: [-Infinity, Infinity],
    centre: mean.value,
    scale,
    ...(k > 1 ? { breaks: [...mus] } : {}),
    logDensity,
    density,
    mean,
    variance,
    entropy: null,
  };
}
