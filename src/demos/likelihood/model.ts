/** The log-likelihood of a small sample over its parameters, and a way up to its highest point. */
import { bernoulli, fitBernoulli } from '../../../lib/distribution/bernoulli.ts';
import type { Fit, Sample } from '../../../lib/distribution/contract.ts';
import type { Law } from '../../../lib/distribution/density.ts';
import { exponential, fitExponential } from '../../../lib/distribution/exponential.ts';
import { logLikelihood, probability } from '../../../lib/distribution/likelihood.ts';
import { fitNormal, normal } from '../../../lib/distribution/normal.ts';
import { fitPoisson, poisson } from '../../../lib/distribution/poisson.ts';
import { type Bounded, divide, exact, multiply, sqrt } from '../../../lib/number/bounded.ts';
import type { Model } from '../kit/demo.ts';
import { type Surface, surface } from '../kit/contour.ts';
import { kept } from '../kit/kept.ts';
import { type Values, choice, data, slider } from '../kit/parameter.ts';
import { type Point, along } from '../kit/plot.ts';

const of = (family: string) => ({ when: (v: { readonly family?: unknown }) => v.family === family });

export const parameters = {
  family: choice({ options: ['normal', 'bernoulli', 'exponential', 'poisson'], initial: 'normal' }),
  x: data({ min: -5, max: 5, step: 0.1, most: 12, initial: [-1.2, 0.4, 0.9, 1.6, 2.3], ...of('normal') }),
  coins: data({ min: 0, max: 1, step: 1, most: 20, initial: [1, 1, 0, 1, 1, 0, 1, 0, 1, 1], ...of('bernoulli') }),
  waits: data({ min: 0.1, max: 10, step: 0.1, most: 12, initial: [0.4, 0.9, 1.5, 2.2, 4], ...of('exponential') }),
  counts: data({ min: 0, max: 15, step: 1, most: 12, initial: [2, 3, 3, 5, 7], ...of('poisson') }),
  method: choice({ options: ['ascent', 'scoring'], initial: 'ascent' }),
  rate: slider({ min: 0.02, max: 2, step: 0.02, initial: 1, when: (v) => v.method === 'ascent' }),
  mu: slider({ min: -5, max: 5, step: 0.1, initial: -3, ...of('normal') }),
  sigma: slider({ min: 0.3, max: 5, step: 0.1, initial: 3, ...of('normal') }),
  p: slider({ min: 0.02, max: 0.98, step: 0.02, initial: 0.2, ...of('bernoulli') }),
  lambda: slider({ min: 0.05, max: 3, step: 0.05, initial: 2, ...of('exponential') }),
  mean: slider({ min: 0.1, max: 15, step: 0.1, initial: 12, ...of('poisson') }),
  step: slider({ min: 0, max: 30, step: 1, initial: 12, play: true }),
};
type V = Values<typeof parameters>;

interface Family {
  /** The list that is the sample, and the parameters where the way starts, in the order of the law's own. */
  readonly sample: 'x' | 'coins' | 'waits' | 'counts';
  readonly start: readonly ('mu' | 'sigma' | 'p' | 'lambda' | 'mean')[];
  readonly law: (theta: readonly number[]) => Law;
  readonly fit: (sample: Sample) => Fit<Law>;
}
export const families: Readonly<Record<V['family'], Family>> = {
  normal: { sample: 'x', start: ['mu', 'sigma'], law: ([m, s]) => normal(m!, s!), fit: fitNormal },
  bernoulli: { sample: 'coins', start: ['p'], law: ([p]) => bernoulli(p!), fit: fitBernoulli },
  exponential: { sample: 'waits', start: ['lambda'], law: ([r]) => exponential(r!), fit: fitExponential },
  poisson: { sample: 'counts', start: ['mean'], law: ([m]) => poisson(m!), fit: fitPoisson },
};

export interface Step {
  readonly theta: readonly number[];
  readonly value: Bounded;
}

/** The highest point inside the range of laws: estimates, the value there, the information of the sample in each. */
export interface Peak {
  readonly theta: readonly Bounded[];
  readonly value: Bounded;
  readonly information: readonly Bounded[];
  /** 1 / sqrt(information). */
  readonly width: readonly Bounded[];
}

export interface Result {
  readonly sample: readonly number[];
  /** Of one parameter. */
  readonly curve: readonly Point[];
  /** The parabola of the same height and curvature at the peak. */
  readonly parabola: readonly Point[];
  /** Of two. */
  readonly surface: Surface | null;
  readonly path: readonly Step[];
  readonly peak: Peak | null;
  /** Density or probabilities of the law where the path has come to. */
  readonly fitted: readonly Point[];
}

/** Equal observations draw a coin or a normal law to the very end of its family, zeros a Poisson law: no peak inside. */
function peakOf({ family }: V, { fit }: Family, sample: readonly number[]): Peak | null {
  const n = sample.length;
  const several = new Set(sample).size > 1;
  if (!{ normal: several, bernoulli: several, exponential: true, poisson: sample.some((x) => x > 0) }[family])
    return null;
  const { law, estimates } = fit(sample);
  const information = law.information!().map((row, i) => multiply(exact(n), row[i]!));
  const width = information.map((w) => sqrt(divide(exact(1), w)));
  return { theta: Object.values(estimates), value: logLikelihood(law, sample), information, width };
}

const range = (p: { readonly min: number; readonly max: number }) => [p.min, p.max] as const;

/**
 * From the start up by the mean score times the rate, or by the score over the Fisher information (Fisher 1925), which is
 * Newton's step with the expected curvature. A step out of the family is halved until it stays inside.
 */
function climb(v: V, { law, start }: Family, sample: readonly number[]): Step[] {
  const least = start.map((key) => (key === 'mu' ? -Infinity : 1e-3));
  const most = start.map((key) => (key === 'p' ? 1 - 1e-3 : 1e3));
  const path: Step[] = [];
  let theta: readonly number[] = start.map((key) => v[key]);
  for (;;) {
    const here = law(theta);
    path.push({ theta, value: logLikelihood(here, sample) });
    if (path.length > v.step) return path;
    const scores = sample.map((x) => here.score!(x));
    const move = theta.map((_, k) => {
      const mean = scores.reduce((s, score) => s + score[k]!.value, 0) / sample.length;
      return v.method === 'ascent' ? v.rate * mean : mean / here.information!()[k]![k]!.value;
    });
    let share = 1;
    const to = (): number[] => theta.map((t, k) => t + share * move[k]!);
    while (to().some((t, k) => t < least[k]! || t > most[k]!) && share > 1e-9) share /= 2;
    theta = share > 1e-9 ? to() : theta;
  }
}

const hills = kept<Surface>();

function compute(v: V): Result {
  const family = families[v.family];
  const sample = v[family.sample];
  const [first, second] = family.start.map((key) => parameters[key]);
  const at = (...theta: number[]): number => logLikelihood(family.law(theta), sample).value;
  const peak = peakOf(v, family, sample);
  const path = climb(v, family, sample);
  const parabola = (x: number): number =>
    peak!.value.value - (peak!.information[0]!.value * (x - peak!.theta[0]!.value) ** 2) / 2;
  const here = family.law(path.at(-1)!.theta);
  const places = parameters[family.sample];
  return {
    sample,
    curve: second ? [] : along((x) => at(x), range(first!), 160),
    parabola: second || !peak ? [] : along(parabola, range(first!), 160),
    surface: second ? hills(sample.join(), () => surface(range(first!), range(second), 40, 30, at)) : null,
    path,
    peak,
    fitted: along(
      (x) => probability(here, x).value,
      range(places),
      here.kind === 'density' ? 160 : places.max - places.min,
    ),
  };
}

export const model: Model<typeof parameters, Result> = { version: 1, parameters, compute };
