import { type Bounded, divide, exact, square, subtract, sum } from '../../../lib/number/bounded.ts';
import { contours } from '../kit/contour.ts';
import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { kept } from '../kit/kept.ts';
import { short, shown } from '../kit/number.ts';
import type { Values } from '../kit/parameter.ts';
import { type Panel, type Plane, type Point, plot } from '../kit/plot.ts';
import { type Result, families, model, parameters } from './model.ts';

type V = Values<typeof parameters>;

const text = {
  en: {
    surface: 'Log-likelihood over mean and standard deviation',
    curve: 'Log-likelihood',
    data: 'The sample, and the law that the steps have come to',
    start: 'Start',
    point: (i: number) => `Observation ${i}`,
    peak: (at: string, value: string) => `The log-likelihood is highest at ${at}, where it is ${value} nats.`,
    none: 'No law inside the family is best: the likelihood rises towards its end.',
    steps: (k: number, at: string, value: string) => `After ${k} steps the way is at ${at}, at ${value} nats.`,
    head: ['step', 'θ', 'σ', 'log-likelihood'],
  },
  zh: {
    surface: '均值与标准差上的对数似然',
    curve: '对数似然',
    data: '样本，以及当前位置的分布',
    start: '起点',
    point: (i: number) => `观测 ${i}`,
    peak: (at: string, value: string) => `对数似然在 ${at} 处最大，为 ${value} 奈特。`,
    none: '族内没有最优的分布：似然朝着族的边界不断增大。',
    steps: (k: number, at: string, value: string) => `走 ${k} 步后位于 ${at}，对数似然为 ${value} 奈特。`,
    head: ['步', 'θ', 'σ', '对数似然'],
  },
} satisfies Record<Locale, unknown>;

/** How far below the peak the lines run, in nats. */
const DEPTHS = [0.5, 1, 2, 4, 8, 16, 32, 64, 128];

/** The lines of the surface, which only the sample can change. */
const drawn = kept<string>();

function hill(r: Result, v: V, locale: Locale): Panel {
  const t = text[locale];
  const { start } = families[v.family];
  const [first, second] = start.map((key) => parameters[key]);
  const places = r.path.map(({ theta, value }): Point => [theta[0]!, second ? theta[1]! : value.value]);
  const values = r.surface ? r.surface.rows.flat() : r.curve.map((p) => p[1]);
  const top = r.peak?.value.value ?? Math.max(...values.filter(Number.isFinite));
  const bottom = Math.max(Math.min(...values.filter(Number.isFinite), top - 2), top - 30);
  const x = [first!.min, first!.max] as const;
  const y = second ? ([second.min, second.max] as const) : ([bottom, top + 0.06 * (top - bottom)] as const);
  const best = r.peak?.theta.map((b) => b.value);
  const width = r.peak?.width.map((w) => w.value);
  const band = (f: Plane): string => {
    if (!best || !width) return '';
    const [low, high] = second ? [best[1]! - width[1]!, best[1]! + width[1]!] : y;
    return f.box([best[0]! - width[0]!, low], [best[0]! + width[0]!, high], 'area s4 band');
  };
  const names = { xName: { mu: 'μ', sigma: '', p: 'p', lambda: 'λ', mean: 'λ' }[start[0]!], yName: second ? 'σ' : '' };
  const axes = { id: 'hill', title: second ? t.surface : t.curve, x, y, ...names };
  return plot(
    axes,
    (f) => [
      band(f),
      r.surface ? drawn(r.sample.join(), () => f.lines(contours(r.surface!, DEPTHS.map((d) => top - d)), 's1 thin whole')) : f.curve(r.curve, 's1'), // prettier-ignore
      f.curve(r.parabola, 's3'),
      f.curve(places, 's2 whole'),
      f.dots(places, 's2', 2.5),
      f.dot(places.at(-1)!, 's2', 5),
      best ? f.dot([best[0]!, second ? best[1]! : top], 's4', 5) : '',
    ],
    (f) => [f.handle([places[0]![0], Math.max(places[0]![1], y[0])], start.join(','), `${t.start} ${names.xName}`)],
  );
}

/** The observations on a line, those that are equal one above the other. */
function line(r: Result, v: V, locale: Locale): Panel {
  const t = text[locale];
  const key = families[v.family].sample;
  const { min, max } = parameters[key];
  const discrete = v.family === 'bernoulli' || v.family === 'poisson';
  const pad = discrete ? 0.5 : 0;
  const high = Math.max(...r.fitted.map((p) => p[1]), 0.05) * 1.1;
  const seen = new Map<number, number>();
  const at = r.sample.map((x): Point => {
    const below = seen.get(x) ?? 0;
    seen.set(x, below + 1);
    return [x, high * (0.06 + 0.09 * below)];
  });
  return plot(
    {
      id: 'data',
      title: t.data,
      x: [min - pad, max + pad],
      y: [0, Math.max(high, ...at.map((p) => p[1] * 1.05))],
      height: 200,
      adds: key,
    },
    (f) =>
      discrete ? r.fitted.map(([x, p]) => f.box([x - 0.3, 0], [x + 0.3, p], 'area s2')) : [f.curve(r.fitted, 's2')],
    (f) => at.map((p, i) => f.handle(p, `${key}.${i}`, t.point(i + 1))),
  );
}

const demo: Demo<typeof parameters, Result> = {
  model,
  readouts: ({ peak, path }) => ({
    estimate: peak?.theta[0] ?? null,
    second: peak?.theta[1] ?? null,
    most: peak?.value ?? null,
    here: path.at(-1)!.value,
    information: peak?.information[0] ?? null,
    width: peak?.width[0] ?? null,
  }),
  terms: ({ sample, path }, { family }) => {
    const { theta } = path.at(-1)!;
    const [n, total, place] = [exact(sample.length), sum(sample.map(exact)), exact(theta[0]!)];
    const squares = (centre: Bounded): Bounded => sum(sample.map((y) => square(subtract(exact(y), centre))));
    const mean = divide(total, n);
    const more = family === 'normal' ? { mu: place, sigma: exact(theta[1]!), mean, v: divide(squares(mean), n), squares: squares(place) } : {}; // prettier-ignore
    return Object.fromEntries(Object.entries({ n, total, place, ...more }).map(([key, x]) => [`${family}.${key}`, x]));
  },
  panels: (r, v, locale) => [hill(r, v, locale), line(r, v, locale)],
  say: ({ peak, path }, _, locale) => {
    const t = text[locale];
    const where = (theta: readonly number[]): string => theta.map(short).join(', ');
    const best = peak ? t.peak(where(peak.theta.map((b) => b.value)), shown(peak.value.value)) : t.none;
    const { theta, value } = path.at(-1)!;
    return sentences([best, t.steps(path.length - 1, where(theta), shown(value.value))], locale);
  },
  table: ({ path }, _, locale) => ({
    head: text[locale].head,
    rows: path.map(({ theta, value }, k) => [String(k), theta[0]!, theta[1] ?? '', value]),
  }),
};
export default demo;
