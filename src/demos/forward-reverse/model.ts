/** One normal law fitted to a mixture of two by each direction of the divergence: both surfaces, and a way down on each. */
import type { DensityLaw } from '../../../lib/distribution/density.ts';
import { kl } from '../../../lib/distribution/divergence.ts';
import { expectation } from '../../../lib/distribution/expectation.ts';
import { normalMixture } from '../../../lib/distribution/mixture.ts';
import type { Mixture } from '../../../lib/distribution/mixture.ts';
import { normal } from '../../../lib/distribution/normal.ts';
import { type Bounded, U, add, bounded, negate, subtract } from '../../../lib/number/bounded.ts';
import { lbfgs } from '../../../lib/number/lbfgs.ts';
import { type Surface, surface } from '../kit/contour.ts';
import type { Model } from '../kit/demo.ts';
import { kept } from '../kit/kept.ts';
import { normalMean } from '../kit/normal-mean.ts';
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

export type Result = Readonly<Record<Direction, Way>> & {
  readonly p: readonly Point[];
  /** Of the forward divergence where the way has come to. */
  readonly parts: Parts;
  /** The same divergence by quadrature of its own, whose bound may be infinite. */
  readonly direct: Bounded;
};

export const RANGE = [-6, 6] as const;
const [COLUMNS, ROWS] = [32, 22];

export const mixtureOf = ({ gap, width, weight }: V): Mixture =>
  normalMixture([weight, 1 - weight], [-gap / 2, gap / 2], [width, width]);

/**
 * KL(p || q) of a mixture p and a normal q: to the normal law with the moments of p, and from that one to q in closed form
 * (the law of Pythagoras for exponential families).
 */
function partsOf(p: Mixture, q: DensityLaw): Parts {
  const nearest = normal(p.mean!.value, Math.sqrt(p.variance!.value));
  const [offMean, offVariance] = [p.mean!.error, p.variance!.error + 4 * U * p.variance!.value];
  const apart = kl(nearest, q);
  // The moments of p, and the root of one, are rounded: E (x - m)^2 under p and under that law differ by this much.
  const off = (c: number): number => offVariance + 2 * Math.abs(nearest.centre - c) * offMean + offMean ** 2;
  const error = off(q.centre) / (2 * q.scale ** 2) + off(nearest.centre) / (2 * nearest.scale ** 2);
  return { rest: kl(p, nearest), apart: bounded(apart.value, apart.error + error * (1 + 8 * U)) };
}

/** The two sides of the right angle. */
export interface Parts {
  /** From p to the normal law with its moments: what no choice of q can change. */
  readonly rest: Bounded;
  /** From that law to q. */
  readonly apart: Bounded;
}

interface Objective {
  /** The divergence, up to a constant that is the same everywhere. */
  readonly value: (m: number, s: number) => number;
  /** Its slopes in m and log s. */
  readonly slopes: (m: number, s: number) => readonly [number, number];
}

/**
 * What the lines and the search need: doubles without a bound, for pictures and places. A surface of bounded quadratures
 * takes half a second. The numbers beside the picture are found by those.
 */
export function objectives(v: V): Readonly<Record<Direction, Objective>> {
  const p = mixtureOf(v);
  const [mean, variance, w2] = [p.mean!.value, p.variance!.value, v.width ** 2];
  /** Log of the odds that x is of the right peak. */
  const tilt = (x: number): number => (x * v.gap) / w2 + Math.log((1 - v.weight) / v.weight);
  const top = Math.log(v.weight / v.width) - Math.log(2 * Math.PI) / 2;
  const logP = (x: number): number => {
    const odds = tilt(x);
    return top - (x + v.gap / 2) ** 2 / (2 * w2) + Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
  };
  const score = (x: number): number => ((1 / (1 + Math.exp(-tilt(x))) - 0.5) * v.gap - x) / w2;
  return {
    forward: {
      value: (m, s) => Math.log(s) + (variance + (mean - m) ** 2) / (2 * s * s),
      slopes: (m, s) => [(m - mean) / s ** 2, 1 - (variance + (mean - m) ** 2) / s ** 2],
    },
    reverse: {
      value: (m, s) => -normalMean((e) => logP(m + s * e)) - Math.log(s),
      slopes: (m, s) => [-normalMean((e) => score(m + s * e)), -normalMean((e) => s * e * score(m + s * e)) - 1],
    },
  };
}

/** What the laws of the mixture alone decide: it stays while q is moved. */
interface Ground {
  readonly p: readonly Point[];
  readonly surfaces: Readonly<Record<Direction, Surface>>;
}
const grounds = kept<Ground>();

function groundOf(p: Mixture, found: Readonly<Record<Direction, Objective>>): Ground {
  const [x, y] = [parameters.m, parameters.s].map(({ min, max }) => [min, max] as const) as [Point, Point];
  const of = (direction: Direction): Surface => surface(x, y, COLUMNS, ROWS, found[direction].value);
  return {
    p: along((z) => p.density(z).value, RANGE, 160),
    surfaces: { forward: of('forward'), reverse: of('reverse') },
  };
}

function compute(v: V): Result {
  const p = mixtureOf(v);
  const found = objectives(v);
  const ground = grounds([v.gap, v.width, v.weight].join(), () => groundOf(p, found));
  const way = (direction: Direction): Omit<Way, 'divergence'> => {
    const { value, slopes } = found[direction];
    const { trace } = lbfgs(
      ([m, t]) => ({ value: value(m!, Math.exp(t!)), gradient: slopes(m!, Math.exp(t!)) }),
      [v.m, Math.log(v.s)],
      { iterations: v.step },
    );
    // A trace holds one step more than was asked for where it had not ended by then.
    const path = trace.slice(0, v.step + 1).map(({ point: [m, t] }): Point => [m!, Math.exp(t!)]);
    const q = normal(...path.at(-1)!);
    return {
      surface: ground.surfaces[direction],
      path,
      q: along((z) => q.density(z).value, RANGE, 160),
    };
  };
  const [ahead, back] = [way('forward'), way('reverse')];
  const [there, here] = [ahead, back].map(({ path }) => normal(...path.at(-1)!));
  const parts = partsOf(p, there!);
  return {
    p: ground.p,
    forward: { ...ahead, divergence: add(parts.rest, parts.apart) },
    direct: kl(p, there!),
    reverse: { ...back, divergence: subtract(negate(expectation(here!, p.logDensity)), here!.entropy!) },
    parts,
  };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute };
