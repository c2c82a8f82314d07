import { divide, exact, sqrt } from '../../../lib/number/bounded.ts';
import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { short, shown } from '../kit/number.ts';
import { type Point, plot } from '../kit/plot.ts';
import { type Result, type Tail, model, type parameters } from './model.ts';

const text = {
  en: {
    paths: 'Means of the first n draws',
    tails: 'Probability of a mean at least ε off (logarithmic)',
    said: (out: number, all: number, n: number, e: string, p: string) =>
      `After ${n} draws ${out} of ${all} paths ${out === 1 ? 'is' : 'are'} off by ${e} or more; the probability of that is ${p}.`,
    cauchy: 'The Cauchy law has no mean: averaging any number of draws gains nothing.',
    head: ['n', 'exact', 'Chebyshev', 'Hoeffding', 'Chernoff'],
    none: 'none',
  },
  zh: {
    paths: '前 n 次抽取的均值',
    tails: '均值偏离不小于 ε 的概率（对数刻度）',
    said: (out: number, all: number, n: number, e: string, p: string) =>
      `抽取 ${n} 次后，${all} 条路径中有 ${out} 条偏离不小于 ${e}；其概率为 ${p}。`,
    cauchy: '柯西分布没有均值：无论平均多少次抽取都无济于事。',
    head: ['n', '精确值', 'Chebyshev', 'Hoeffding', 'Chernoff'],
    none: '无',
  },
} satisfies Record<Locale, unknown>;

const series = ['exact', 'chebyshev', 'hoeffding', 'chernoff'] as const;

const demo: Demo<typeof parameters, Result> = {
  model,
  readouts: ({ tails }) => {
    const { exact, chebyshev, hoeffding, chernoff } = tails.at(-1)!;
    return { exact, chebyshev, hoeffding, chernoff };
  },
  terms: ({ variance }, { n }) =>
    variance ? { deviation: sqrt(variance), varianceOfMean: divide(variance, exact(n)) } : {},
  panels: ({ paths, centre, range, tails }, { n, epsilon }, locale) => {
    const t = text[locale];
    const logs = (key: keyof Tail): Point[] =>
      tails.flatMap((tail): Point[] => {
        const x = tail[key];
        return x && typeof x === 'object' && x.value > 0 ? [[tail.n, Math.log10(x.value)]] : [];
      });
    const least = Math.min(...series.flatMap((key) => logs(key).map((p) => p[1])));
    const low = Math.max(Math.min(Math.floor(least * 1.05), -1), -60);
    return [
      plot({ id: 'paths', title: t.paths, x: [1, n], y: range, logX: true, xName: 'n', height: 260 }, (f) => [
        f.box([1, centre - epsilon], [n, centre + epsilon], 'area s4 band'),
        ...paths.map((path) => f.curve(path, 's1 thin')),
        f.rule([1, centre], [n, centre], 'faint'),
      ]),
      plot(
        { id: 'tails', title: t.tails, x: [1, n], y: [low, 0.2], logX: true, logY: true, xName: 'n', height: 230 },
        // Two of the bounds are often nearly one: the dotted line lies over the dashed one.
        (f) => [0, 1, 3, 2].map((i) => f.curve(logs(series[i]!), `s${i + 1}`)),
      ),
    ];
  },
  say: ({ paths, tails, outside }, { law, n, epsilon }, locale) => {
    const t = text[locale];
    const said = t.said(outside, paths.length, n, short(epsilon), shown(tails.at(-1)!.exact.value));
    return sentences(law === 'cauchy' ? [said, t.cauchy] : [said], locale);
  },
  table: ({ tails }, _, locale) => ({
    head: text[locale].head,
    rows: tails.map((tail) => [String(tail.n), ...series.map((key) => tail[key] ?? text[locale].none)]),
  }),
};
export default demo;
