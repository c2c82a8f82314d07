import { type Bounded, U, add, bounded, divide, exact, exp, log, multiply, square, subtract, sum } from '../number/bounded.ts'; // prettier-ignore
import { logSumExp } from '../number/log-sum-exp.ts';
import type { Stream } from '../number/stream.ts';
import { type Parameters, demand } from './contract.ts';
import { type DensityLaw, narrowest } from './density.ts';
import { normal } from './normal.ts';

/** A mixture knows its parts: shares that add up to 1, and the laws they are of. */
export interface Mixture extends DensityLaw {
  readonly shares: readonly Bounded[];
  readonly components: readonly DensityLaw[];
}

export const isMixture = (law: object): law is Mixture => 'components' in law;

const together = (shares: readonly Bounded[], parts: readonly (Bounded | null)[]): Bounded | null =>
  parts.every((part) => part !== null) ? sum(parts.map((part, i) => multiply(shares[i]!, part))) : null;

/** The law with density sum_k weights[k] p_k(x) / sum_k weights[k], weights in (0, inf). */
export function mixture(
  weights: readonly number[],
  components: readonly DensityLaw[],
  name = 'mixture',
  parameters: Parameters = Object.fromEntries(weights.map((w, i) => [`weight${i + 1}`, w])),
): Mixture {
  const k = weights.length;
  demand(k > 0, name, 'weights', 'a non-empty list', weights);
  demand(components.length === k, name, 'components', `a list of ${k} laws`, components.length);
  for (const w of weights) demand(w > 0 && w < Infinity, name, 'weights', 'in (0, inf)', w);
  const total = sum(weights.map(exact));
  const shares = weights.map((w) => divide(exact(w), total));
  return withShares(shares, components, name, parameters);
}

/** The law with density sum_k shares[k] p_k(x), shares in (0, inf) that add up to 1. */
export function withShares(
  shares: readonly Bounded[],
  components: readonly DensityLaw[],
  name = 'mixture',
  parameters: Parameters = {},
): Mixture {
  const k = shares.length;
  const logShares = shares.map(log);
  const density = (x: number): Bounded => {
    let v = 0;
    let e = 0;
    for (let i = 0; i < k; i++) {
      const d = components[i]!.density(x);
      const s = shares[i]!;
      v += s.value * d.value;
      e += s.value * d.error + s.error * (d.value + d.error);
    }
    return bounded(v, e * (1 + 16 * U) + (k + 2) * U * v * (1 + k * U) + k * Number.MIN_VALUE);
  };
  const mean = together(shares, components.map((c) => c.mean)); // prettier-ignore
  const variance =
    mean &&
    together(
      shares,
      components.map((c) => c.variance && add(c.variance, square(subtract(c.mean!, mean)))),
    );
  const finite = (list: readonly number[]): number[] => list.filter((x) => Number.isFinite(x));
  const ends = components.flatMap((c) => [...c.support]);
  const widest = Math.max(...components.map((c) => c.scale));
  const spread = variance && variance.value < Infinity ? Math.sqrt(variance.value) : widest;
  return {
    kind: 'density',
    name,
    parameters,
    shares,
    components,
    support: [Math.min(...ends), Math.max(...ends)],
    centre: mean?.value ?? components[0]!.centre,
    scale: k === 1 ? widest : spread,
    bell: narrowest(components),
    ...(k > 1 ? { breaks: [...components.flatMap((c) => [c.centre, ...(c.breaks ?? [])]), ...finite(ends)] } : {}),
    logDensity: (x) => logSumExp(components.map((c, i) => add(logShares[i]!, c.logDensity(x)))),
    density,
    mean,
    variance,
    entropy: null,
    sampler: (stream) => draw(shares, components, stream),
  };
}

function draw(shares: readonly Bounded[], components: readonly DensityLaw[], stream: Stream): () => number {
  const samplers = components.map((c) => {
    if (!c.sampler) throw new RangeError(`mixture: ${c.name} has no sampler`);
    return c.sampler(stream);
  });
  return () => {
    let u = stream.uniform();
    let i = 0;
    while (i + 1 < shares.length && u >= shares[i]!.value) u -= shares[i++]!.value;
    return samplers[i]!();
  };
}

/** A mixture of normal laws, with its score in (weight1, mu1, sigma1, weight2, …), the weights taken as free. */
export function normalMixture(weights: readonly number[], mus: readonly number[], sigmas: readonly number[]): Mixture {
  const law = 'normal mixture';
  const k = weights.length;
  demand(mus.length === k, law, 'mus', `a list of ${k} numbers`, mus.length);
  demand(sigmas.length === k, law, 'sigmas', `a list of ${k} numbers`, sigmas.length);
  for (const m of mus) demand(Number.isFinite(m), law, 'mus', 'finite', m);
  for (const s of sigmas) demand(s > 0 && s < Infinity, law, 'sigmas', 'in (0, inf)', s);
  const components = mus.map((m, i) => normal(m, sigmas[i]!));
  const parameters = weights.flatMap((w, i) => [
    [`weight${i + 1}`, w],
    [`mu${i + 1}`, mus[i]!],
    [`sigma${i + 1}`, sigmas[i]!],
  ]);
  const made = mixture(weights, components, law, Object.fromEntries(parameters) as Parameters);
  const total = sum(weights.map(exact));
  return {
    ...made,
    score: (x) =>
      responsibilities(made, x).flatMap((r, i) => [
        subtract(divide(r, exact(weights[i]!)), divide(exact(1), total)),
        ...components[i]!.score!(x).map((s) => multiply(r, s)),
      ]),
  };
}

/** Probabilities of the components given x, share_k p_k(x) / p(x), by their logarithms: the densities may underflow. */
export function responsibilities(law: Mixture, x: number): Bounded[] {
  const logs = law.shares.map((s, i) => add(log(s), law.components[i]!.logDensity(x)));
  const whole = logSumExp(logs);
  return logs.map((l) => exp(subtract(l, whole)));
}
