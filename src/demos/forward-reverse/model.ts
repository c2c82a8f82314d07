/** One normal law fitted to a mixture of two by each direction of the divergence: both surfaces, and a way down on each. */
import { kl } from '../../../lib/distribution/divergence.ts';
import { expectation } from '../../../lib/distribution/expectation.ts';
import { normalMixture, responsibilities } from '../../../lib/distribution/mixture.ts';
import type { Mixture } from '../../../lib/distribution/mixture.ts';
import { normal } from '../../../lib/distribution/normal.ts';
import { type Bounded, add, exact, negate } from '../../../lib/number/bounded.ts';
import { lbfgs } from '../../../lib/number/lbfgs.ts';
import { type Surface, surface } from '../kit/contour.ts';
import type { Model } from '../kit/demo.ts';
import { type Values, slider } from '../kit/parameter.ts';
import { type Point, along } from '../kit/plot.ts';

export const parameters = {
  gap: slider({ min: 0, max: 6, step: 0.25, initial: 4 }),
  width: slider({ min: 0.4, max: 1.5, step: 0.05, initial: 0.7 }),
  weight: slider({ min: 0.05, max: 0.95, step: 0.05, initial: 0.6 }),
  m: slider({ min: -4, max: 4, step: 0.1, initial: -1 }),
  s: slider({ min: 0.3, max: 4, step: 0.1, initial: 1 }),
  step: slider({ min: 0, max: 20, step: 1, initial: 20, play: true }),
};
type V = Values<typeof parameters>;

export const directions = ['forward', 'reverse'] as const;
export type Direction = (typeof directions)[number];

export interface Way {
  readonly surface: Surface;
  /** (m, s) after each step, and what is left of the divergence at the last. */
  readonly path: readonly Point[];
  readonly divergence: Bounded;
  readonly q: readonly Point[];
}

export type Result = Readonly<Record<Direction, Way>> & { readonly p: readonly Point[] };

export const RANGE = [-6, 6] as const;
const [COLUMNS, ROWS] = [32, 22];

export const mixtureOf = ({ gap, width, weight }: V): Mixture =>
  normalMixture([weight, 1 - weight], [-gap / 2, gap / 2], [width, width]);

/**
 * KL(p || q) of a mixture p and a normal q: to the normal law with the moments of p, and from that one to q in closed form
 * (the law of Pythagoras for exponential families). One quadrature serves the whole surface.
 */
function forward(p: Mixture): (m: number, s: number) => Bounded {
  const nearest = normal(p.mean!.value, Math.sqrt(p.variance!.value));
  const rest = kl(p, nearest);
  return (m, s) => add(rest, kl(nearest, normal(m, s)));
}

const reverse =
  (p: Mixture) =>
  (m: number, s: number): Bounded => {
    const q = normal(m, s);
    return add(negate(expectation(q, p.logDensity)), negate(q.entropy!));
  };

/** Slopes in m and log s. */
type Slopes = (m: number, s: number) => readonly [number, number];

const forwardSlopes = (p: Mixture): Slopes => {
  const [mean, variance] = [p.mean!.value, p.variance!.value];
  return (m, s) => [(m - mean) / s ** 2, 1 - (variance + (mean - m) ** 2) / s ** 2];
};

/** -E score(z) and -s E[e score(z)] - 1 with z = m + s e under q. */
const reverseSlopes =
  (p: Mixture): Slopes =>
  (m, s) => {
    const q = normal(m, s);
    const score = (z: number): number =>
      responsibilities(p, z).reduce((t, r, k) => t + (r.value * (p.components[k]!.centre - z)) / p.components[k]!.scale ** 2, 0); // prettier-ignore
    return [-expectation(q, (z) => exact(score(z))).value, -expectation(q, (z) => exact((z - m) * score(z))).value - 1];
  };

/** Both surfaces belong to the mixture alone: kept while its sliders rest and the others move. */
let kept: { readonly key: string; readonly surfaces: Readonly<Record<Direction, Surface>> } | null = null;
const keyOf = ({ gap, width, weight }: V): string => [gap, width, weight].join();

function surfaces(v: V, report: (share: number) => void): Readonly<Record<Direction, Surface>> {
  const key = keyOf(v);
  if (kept?.key === key) return kept.surfaces;
  const p = mixtureOf(v);
  const [x, y] = [parameters.m, parameters.s].map(({ min, max }) => [min, max] as const) as [Point, Point];
  let done = 0;
  const share = 1 / ((COLUMNS + 1) * (ROWS + 1));
  const whole = (f: (m: number, s: number) => Bounded) => (m: number, s: number) => {
    if (++done % (COLUMNS + 1) === 0) report(Math.min((done * share) / 2, 1));
    return f(m, s).value;
  };
  const made = {
    forward: surface(x, y, COLUMNS, ROWS, whole(forward(p))),
    reverse: surface(x, y, COLUMNS, ROWS, whole(reverse(p))),
  };
  kept = { key, surfaces: made };
  return made;
}

function compute(v: V, report: (share: number) => void = () => {}): Result {
  const p = mixtureOf(v);
  const drawn = surfaces(v, report);
  const way = (direction: Direction, value: (m: number, s: number) => Bounded, slopes: Slopes): Way => {
    const { trace } = lbfgs(
      ([m, t]) => ({ value: value(m!, Math.exp(t!)).value, gradient: slopes(m!, Math.exp(t!)) }),
      [v.m, Math.log(v.s)],
      { iterations: v.step },
    );
    // A trace holds one step more than was asked for where it had not ended by then.
    const path = trace.slice(0, v.step + 1).map(({ point: [m, t] }): Point => [m!, Math.exp(t!)]);
    const [m, s] = path.at(-1)!;
    return { surface: drawn[direction], path, divergence: value(m, s), q: along((x) => normal(m, s).density(x).value, RANGE, 160) }; // prettier-ignore
  };
  return {
    p: along((x) => p.density(x).value, RANGE, 160),
    forward: way('forward', forward(p), forwardSlopes(p)),
    reverse: way('reverse', reverse(p), reverseSlopes(p)),
  };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute, heavy: () => true };
