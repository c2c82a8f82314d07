import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { short, shown } from '../kit/number.ts';
import { plot } from '../kit/plot.ts';
import { type Fitted, type Result, RANGE, model, type parameters } from './model.ts';

const text = {
  en: {
    f: 'f: normal laws around θ',
    g: 'g: Laplace laws around θ',
    nats: 'nats',
    said: (n: number, f: Fitted, g: Fitted) =>
      `With ${n} draws the best normal law is at ${short(f.estimate)}, and ${short(f.theta)} is nearest to the truth; for Laplace laws ${short(g.estimate)} and ${short(g.theta)}.`,
    nearer: (name: string, by: string) => `In the limit ${name} is nearer to the data, by ${by} nats.`,
    names: ['the normal family', 'the Laplace family'],
    head: ['θ', 'H(p, f)', 'NLL of f / n', 'H(p, g)', 'NLL of g / n'],
  },
  zh: {
    f: 'f：以 θ 为中心的正态分布',
    g: 'g：以 θ 为中心的拉普拉斯分布',
    nats: '奈特',
    said: (n: number, f: Fitted, g: Fitted) =>
      `抽取 ${n} 次时，最优正态分布在 ${short(f.estimate)}，而与真分布最近的在 ${short(f.theta)}；拉普拉斯分布则为 ${short(g.estimate)} 与 ${short(g.theta)}。`,
    nearer: (name: string, by: string) => `极限情形下${name}离数据更近，相差 ${by} 奈特。`,
    names: ['正态分布族', '拉普拉斯分布族'],
    head: ['θ', 'H(p, f)', 'f 的 NLL / n', 'H(p, g)', 'g 的 NLL / n'],
  },
} satisfies Record<Locale, unknown>;

const demo: Demo<typeof parameters, Result> = {
  model,
  readouts: ({ entropy, f, g }) => ({
    foundF: f.found,
    foundG: g.found,
    leastF: f.least,
    leastG: g.least,
    klF: f.kl,
    klG: g.kl,
    entropy,
  }),
  panels: ({ entropy, f, g }, _, locale) => {
    const t = text[locale];
    const floor = Math.min(entropy.value, f.found.value, g.found.value);
    const y = [floor - 0.25, Math.max(f.least.value, g.least.value) + 2.2] as const;
    return (['f', 'g'] as const).map((name) => {
      const r = { f, g }[name];
      return plot(
        { id: name, title: t[name], x: RANGE, y, xName: 'θ', yName: t.nats, half: true, height: 290 },
        (p) => [
          p.rule([RANGE[0], entropy.value], [RANGE[1], entropy.value], 's4'),
          p.curve(r.curve, 's1'),
          p.curve(r.average, 's2'),
          p.dot([r.theta, r.least.value], 's1'),
          p.dot([r.estimate, r.found.value], 's2'),
        ],
      );
    });
  },
  say: ({ f, g }, { n }, locale) => {
    const t = text[locale];
    const by = f.least.value - g.least.value;
    return sentences([t.said(n, f, g), t.nearer(t.names[by < 0 ? 0 : 1]!, shown(Math.abs(by)))], locale);
  },
  table: ({ f, g }, _, locale) => ({
    head: text[locale].head,
    rows: f.curve.map(([theta, h], i) => [short(theta), h, f.average[i]![1], g.curve[i]![1], g.average[i]![1]]),
  }),
};
export default demo;
