import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { short, shown } from '../kit/number.ts';
import { type Panel, type Point, plot } from '../kit/plot.ts';
import { type Result, RANGE, model, type parameters } from './model.ts';

const text = {
  en: {
    laws: 'Prior, posterior and q',
    bar: 'log p(x) = ELBO + divergence',
    weighted: 'Bound by k draws (logarithmic)',
    path: 'The bound along the ascent',
    step: 'step',
    said: (e: string, b: string, d: string) => `The evidence ${e} is the bound ${b} and a divergence of ${d} nats.`,
    at: (m: string, s: string) => `q has the mean ${m} and the standard deviation ${s}.`,
    head: ['step', 'm', 's', 'ELBO'],
  },
  zh: {
    laws: '先验、后验与 q',
    bar: 'log p(x) = ELBO + 散度',
    weighted: 'k 次抽取的下界（对数刻度）',
    path: '上升过程中的下界',
    step: '步',
    said: (e: string, b: string, d: string) => `证据 ${e} 等于下界 ${b} 加散度 ${d} 奈特。`,
    at: (m: string, s: string) => `q 的均值为 ${m}，标准差为 ${s}。`,
    head: ['步', 'm', 's', 'ELBO'],
  },
} satisfies Record<Locale, unknown>;

/** The evidence as one bar, from somewhat below the bound: cut where the bound ends. */
function bar({ logEvidence, elbo, kl }: Result, title: string): Panel {
  const [e, b] = [logEvidence.value, elbo.value];
  const low = Math.min(b, e) - Math.max(1, 0.3 * (e - b));
  return plot({ id: 'bar', title, x: [low, e + 0.1 * (e - low)], y: [0, 1], height: 110, noYTicks: true }, (f) => [
    f.box([low, 0.1], [b, 0.6], 'area s2'),
    f.box([b, 0.1], [e, 0.6], 'area s3'),
    f.rule([e, 0], [e, 1], 's1'),
    f.label([low, 0.72], `ELBO ${shown(b)}`),
    f.label([e - 0.015 * (e - low), 0.72], `KL ${shown(kl.value)}`, 'end'),
  ]);
}

const demo: Demo<typeof parameters, Result> = {
  model,
  readouts: ({ logEvidence, elbo, kl, weighted }) => ({ logEvidence, elbo, kl, weighted: weighted.at(-1)!.bound }),
  panels: (r, v, locale) => {
    const t = text[locale];
    const high = Math.max(...[...r.posterior, ...r.q].map((p) => p[1]));
    const { m, s } = r.path.at(-1)!;
    const e = r.logEvidence.value;
    const all = [e, ...r.weighted.flatMap(({ bound: b }) => [b.value - b.error, b.value + b.error])];
    const pad = 0.1 * (Math.max(...all) - Math.min(...all)) + 0.02;
    const range = [Math.min(...all) - pad, Math.max(...all) + pad] as const;
    const bounds = r.path.map(({ elbo }, i): Point => [i, elbo.value]);
    const least = Math.min(...bounds.map((p) => p[1]));
    const steps = Math.max(v.step, 5);
    const most = Math.max(v.k, 2);
    const ends = [-0.03 * steps, 1.03 * steps] as const;
    return [
      plot({ id: 'laws', title: t.laws, x: RANGE, y: [0, high * 1.1], xName: 'z', height: 240 }, (f) => [
        f.curve(r.prior, 's4'),
        f.curve(r.posterior, 's1'),
        f.curve(r.q, 's2'),
        f.dot([m, 0.03 * high], 's2', 5),
        f.rule([m - s, 0.03 * high], [m + s, 0.03 * high], 's2 whole'),
      ]),
      bar(r, t.bar),
      plot(
        { id: 'weighted', title: t.weighted, x: [0.85, most * 1.15], y: range, logX: true, xName: 'k', half: true },
        (f) => [
          f.rule([0.85, e], [most * 1.15, e], 's1'),
          f.lines(r.weighted.map(({ k, bound: b }) => [[k, b.value - b.error], [k, b.value + b.error]]), 's3 whole'), // prettier-ignore
          f.curve(
            r.weighted.map(({ k, bound: b }): Point => [k, b.value]),
            's3',
          ),
          f.dots(r.weighted.map(({ k, bound: b }) => [k, b.value]), 's3', 3), // prettier-ignore
        ],
      ),
      plot(
        {
          id: 'path',
          title: t.path,
          x: ends,
          y: [least - 0.05 * (e - least) - 0.01, e + 0.05 * (e - least) + 0.01],
          xName: t.step,
          half: true,
        },
        (f) => [f.rule([ends[0], e], [ends[1], e], 's1'), f.curve(bounds, 's2'), f.dots(bounds, 's2', 3)],
      ),
    ];
  },
  say: ({ logEvidence, elbo, kl, path }, _, locale) => {
    const t = text[locale];
    const { m, s } = path.at(-1)!;
    const whole = t.said(shown(logEvidence.value), shown(elbo.value), shown(kl.value));
    return sentences([whole, t.at(short(m), short(s))], locale);
  },
  table: ({ path }, _, locale) => ({
    head: text[locale].head,
    rows: path.map(({ m, s, elbo }, i) => [String(i), m, s, elbo]),
  }),
};
export default demo;
