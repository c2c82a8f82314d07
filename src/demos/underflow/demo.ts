import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { shown } from '../kit/number.ts';
import { type Point, plot } from '../kit/plot.ts';
import { type Death, type Result, model, type parameters } from './model.ts';

const text = {
  en: {
    run: 'Likelihood after n tosses (logarithmic)',
    product: 'Product of all tosses in 64 bits, over θ',
    sum: 'Sum of their logarithms, over θ',
    share: 'share of the largest',
    nats: 'nats',
    dies: (bits: number, { zero, worn }: Death) =>
      zero
        ? `In ${bits} bits the product loses digits from toss ${worn} on and is 0 from toss ${zero}.`
        : worn
          ? `In ${bits} bits the product loses digits from toss ${worn} on.`
          : `In ${bits} bits the product is still a number.`,
    sumSaid: (x: string) => `The sum of logarithms is ${x}.`,
    head: ['n', 'log10 by the sum', 'log10 in 64 bits', 'log10 in 32 bits'],
  },
  zh: {
    run: '抛掷 n 次后的似然（对数刻度）',
    product: '全部抛掷的 64 位乘积，随 θ 变化',
    sum: '其对数之和，随 θ 变化',
    share: '与最大值之比',
    nats: '奈特',
    dies: (bits: number, { zero, worn }: Death) =>
      zero
        ? `${bits} 位乘积自第 ${worn} 次起丢失有效数字，自第 ${zero} 次起为 0。`
        : worn
          ? `${bits} 位乘积自第 ${worn} 次起丢失有效数字。`
          : `${bits} 位乘积仍是一个正常的数。`,
    sumSaid: (x: string) => `对数之和为 ${x}。`,
    head: ['n', '对数之和 (log10)', '64 位 (log10)', '32 位 (log10)'],
  },
} satisfies Record<Locale, unknown>;

/** At most 300 of the places of a curve, the last among them. */
const thin = (points: readonly Point[]): Point[] => {
  const step = Math.ceil(points.length / 300);
  return points.filter((_, i) => i % step === 0 || i === points.length - 1);
};

const demo: Demo<typeof parameters, Result> = {
  model,
  // what is stored is exactly what it is
  readouts: ({ logLikelihood, log10, last64, last32 }) => ({
    logLikelihood,
    log10,
    last64: { value: last64, error: 0 },
    last32: { value: last32, error: 0 },
  }),
  terms: ({ product }) => ({ product }),
  panels: (r, { n, theta }, locale) => {
    const t = text[locale];
    const low = Math.min(r.sum.at(-1)![1] * 1.05, -1);
    const values = r.curve.map((p) => p[1]);
    const [bottom, top] = [Math.min(...values), Math.max(...values)];
    const die = (points: readonly Point[], { zero }: Death, mark: string) =>
      zero && points.length > 0 ? [points.at(-1)!].map((p) => ({ p, mark })) : [];
    return [
      plot({ id: 'run', title: t.run, x: [0, n], y: [low, 0], logY: true, xName: 'n' }, (f) => [
        f.curve(thin(r.sum), 's4'),
        f.curve(thin(r.product64), 's1 whole'),
        f.curve(thin(r.product32), 's2'),
        ...[...die(r.product64, r.death64, 's1'), ...die(r.product32, r.death32, 's2')].flatMap(({ p, mark }) => [
          f.dot(p, mark, 5),
          f.rule(p, [p[0], low], 'faint'),
        ]),
      ]),
      plot(
        { id: 'product', title: t.product, x: [0, 1], y: [0, 1.05], xName: 'θ', yName: t.share, half: true },
        (f) => [f.curve(r.shares, 's1'), f.rule([theta, 0], [theta, 1.05], 'faint')],
      ),
      plot(
        {
          id: 'sum',
          title: t.sum,
          x: [0, 1],
          y: [bottom, top + 0.05 * (top - bottom)],
          xName: 'θ',
          yName: t.nats,
          half: true,
        },
        (f) => [f.curve(r.curve, 's4'), f.rule([theta, bottom], [theta, top], 'faint')],
      ),
    ];
  },
  say: ({ death32, death64, logLikelihood }, _, locale) => {
    const t = text[locale];
    return sentences([t.dies(32, death32), t.dies(64, death64), t.sumSaid(shown(logLikelihood.value))], locale);
  },
  table: ({ sum, product64, product32 }, { n }, locale) => ({
    head: text[locale].head,
    rows: sum
      .filter((_, i) => (i + 1) % Math.ceil(n / 30) === 0 || i + 1 === n)
      .map(([k, y]) => [String(k), y, product64[k - 1]?.[1] ?? -Infinity, product32[k - 1]?.[1] ?? -Infinity]),
  }),
};
export default demo;
