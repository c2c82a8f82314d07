import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { short, shown } from '../kit/number.ts';
import { type Panel, type Point, plot } from '../kit/plot.ts';
import { type Em, type Field, type Result, RANGE, ends, model, type parameters } from './model.ts';

const text = {
  en: {
    data: 'The sample and the mixture of this step',
    rise: 'Log-likelihood, and the bound under it, by step',
    pair: 'Lines of equal density of p and of q',
    gap: 'Divergence of q from p, by update',
    step: 'step',
    em: (k: number, ll: string, m: readonly string[]) =>
      `After ${k} steps the log-likelihood is ${ll} nats, with parts around ${m[0]} and ${m[1]}.`,
    ended: 'Nothing rises any more.',
    field: (k: number, d: string, v: string) => `After ${k} updates the divergence is ${d} nats. The variance of q is ${v} in each coordinate, where that of p is 1.`, // prettier-ignore
    emHead: ['step', 'bound', 'log-likelihood'],
    fieldHead: ['update', 'mean 1', 'mean 2', 'divergence'],
  },
  zh: {
    data: '样本与当前步的混合分布',
    rise: '各步的对数似然与其下界',
    pair: 'p 与 q 的等密度线',
    gap: '各次更新后 q 对 p 的散度',
    step: '步',
    em: (k: number, ll: string, m: readonly string[]) =>
      `走 ${k} 步后，对数似然为 ${ll} 奈特，两个成分位于 ${m[0]} 与 ${m[1]} 附近。`,
    ended: '已不再上升。',
    field: (k: number, d: string, v: string) =>
      `更新 ${k} 次后，散度为 ${d} 奈特。q 在每个坐标上的方差为 ${v}，而 p 的方差为 1。`,
    emHead: ['步', '下界', '对数似然'],
    fieldHead: ['更新', '均值 1', '均值 2', '散度'],
  },
} satisfies Record<Locale, unknown>;

function emPanels(r: Em, locale: Locale): Panel[] {
  const t = text[locale];
  const high = Math.max(...r.density.map((p) => p[1])) * 1.1;
  const steps = Math.max(r.trace.length - 1, 5);
  const whole = r.trace.map(({ logLikelihood }, k): Point => [k, logLikelihood.value]);
  // Up to the log-likelihood, as q is found anew, and then along with the parameters.
  const stairs = r.trace.flatMap(({ logLikelihood, bound }, k): Point[] => [
    [k, bound.value],
    [k, logLikelihood.value],
  ]);
  const all = stairs.map((p) => p[1]);
  const [low, top] = [Math.min(...all), Math.max(...all)];
  const pad = 0.08 * (top - low) + 0.05;
  return [
    plot({ id: 'data', title: t.data, x: RANGE, y: [0, high], xName: 'x', height: 250 }, (f) => [
      f.lines(
        r.sample.map((x) => [
          [x, 0],
          [x, high * 0.06],
        ]),
        'thin',
      ),
      ...r.parts.map((part) => f.curve(part, 's3')),
      f.curve(r.density, 's2 whole'),
    ]),
    plot(
      {
        id: 'rise',
        title: t.rise,
        x: [-0.02 * steps, 1.02 * steps],
        y: [low - pad, top + pad],
        xName: t.step,
        height: 220,
      },
      (f) => [f.curve(stairs, 's2'), f.curve(whole, 's1'), f.dots(whole, 's1', 3)],
    ),
  ];
}

/** The places at a distance of one standard deviation, and of two, of a pair with the correlation rho. */
const ellipse = (centre: Point, scale: number, rho: number): Point[] =>
  Array.from({ length: 73 }, (_, i) => {
    const a = (i * Math.PI) / 36;
    return [
      centre[0] + scale * Math.cos(a),
      centre[1] + scale * (rho * Math.cos(a) + Math.sqrt(1 - rho * rho) * Math.sin(a)),
    ];
  });

function fieldPanels(r: Field, locale: Locale): Panel[] {
  const t = text[locale];
  const centre = r.path.at(-1)!;
  const start = r.path[0]!;
  const width = Math.sqrt(r.variance);
  const gaps = r.divergences.map((d, k): Point => [k, d.value]);
  const high = Math.max(...gaps.map((p) => p[1]), 0.1);
  const steps = Math.max(gaps.length - 1, 5);
  return [
    plot(
      { id: 'pair', title: t.pair, x: [-4, 4], y: [-3.5, 3.5], xName: 'z₁', yName: 'z₂', half: true, height: 290 },
      (f) => [
        ...[1, 2].map((k) => f.curve(ellipse([0, 0], k, r.rho), 's1')),
        ...[1, 2].map((k) => f.curve(ellipse(centre, k * width, 0), 's2')),
        f.curve(r.path, 'faint'),
        f.dots(r.path, 's2', 2.5),
      ],
      (f) => [f.handle(start, 'm1,m2', 'q')],
    ),
    plot(
      {
        id: 'gap',
        title: t.gap,
        x: [-0.03 * steps, 1.03 * steps],
        y: [0, high * 1.1],
        xName: t.step,
        half: true,
        height: 290,
      },
      (f) => [
        f.rule([0, gaps.at(-1)![1]], [steps, gaps.at(-1)![1]], 'faint'),
        f.curve(gaps, 's2'),
        f.dots(gaps, 's2', 3),
      ],
    ),
  ];
}

const demo: Demo<typeof parameters, Result> = {
  model,
  readouts: ends,
  terms: (r) => {
    if (r.kind === 'field') return { second: r.second };
    const { logLikelihood, bound, gap } = r.trace.at(-1)!;
    return { logLikelihood, lifted: bound, old: gap };
  },
  panels: (r, _, locale) => (r.kind === 'em' ? emPanels(r, locale) : fieldPanels(r, locale)),
  say: (r, _, locale) => {
    const t = text[locale];
    if (r.kind === 'field') return t.field(r.path.length - 1, shown(r.divergences.at(-1)!.value), short(r.variance));
    const said = t.em(r.trace.length - 1, shown(r.trace.at(-1)!.logLikelihood.value), r.means.map(short));
    return sentences(r.ended ? [said, t.ended] : [said], locale);
  },
  table: (r, _, locale) => {
    const t = text[locale];
    if (r.kind === 'em')
      return { head: t.emHead, rows: r.trace.map(({ bound, logLikelihood }, k) => [String(k), bound, logLikelihood]) };
    return { head: t.fieldHead, rows: r.path.map(([a, b], k) => [String(k), a, b, r.divergences[k]!]) };
  },
};
export default demo;
