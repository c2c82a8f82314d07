import { divide, exact } from '../../../lib/number/bounded.ts';
import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { shown } from '../kit/number.ts';
import { type Point, plot } from '../kit/plot.ts';
import { type Result, methods, model, parameters } from './model.ts';

const text = {
  en: {
    f: 'f, and q not to scale',
    estimates: '200 estimates from one draw each',
    names: ['score function', 'reparameterisation'],
    path: (p: string) => `Stochastic ascent in ${p}`,
    step: 'step',
    said: (a: string, b: string) => `One draw estimates the slope with the variance ${a} by the score function and ${b} by reparameterisation.`, // prettier-ignore
    exact: 'Here reparameterisation has no variance at all.',
    ratio: (x: string) => `The score function needs ${x} times as many draws for the same precision.`,
    head: ['quantity', 'score function', 'reparameterisation'],
    rows: ['mean', 'variance', 'standard deviation of the 200 estimates', 'parameter after the steps'],
  },
  zh: {
    f: 'f 与 q（q 未按比例）',
    estimates: '各用一次抽取的 200 个估计',
    names: ['得分函数', '重参数化'],
    path: (p: string) => `沿 ${p} 的随机上升`,
    step: '步',
    said: (a: string, b: string) => `用一次抽取估计斜率，得分函数的方差为 ${a}，重参数化的方差为 ${b}。`,
    exact: '此处重参数化的方差为零。',
    ratio: (x: string) => `要达到同样精度，得分函数所需的抽取数是后者的 ${x} 倍。`,
    head: ['量', '得分函数', '重参数化'],
    rows: ['均值', '方差', '200 个估计的标准差', '走完各步后的参数'],
  },
} satisfies Record<Locale, unknown>;

const marks = ['s2', 's1'] as const;

const demo: Demo<typeof parameters, Result> = {
  model,
  readouts: ({ score, reparameterisation, ratio }) => ({
    mean: reparameterisation.mean,
    score: score.variance,
    reparameterisation: reparameterisation.variance,
    ratio,
  }),
  terms: ({ score, reparameterisation }, { f, parameter, mu, sigma, baseline }) => {
    if (parameter !== 'mu') return {};
    const slopes = { byScore: score.mean, byPath: reparameterisation.mean };
    if (f !== 'square' || baseline !== 0) return slopes;
    const [m, s] = [exact(mu), exact(sigma)];
    return {
      ...slopes,
      'square.path': reparameterisation.variance,
      'square.score': score.variance,
      'square.mu': m,
      'square.sigma': s,
      'square.kappa': divide(m, s),
    };
  },
  panels: (r, v, locale) => {
    const t = text[locale];
    const heights = r.f.map((p) => p[1]);
    const [low, high] = [Math.max(Math.min(...heights), -10), Math.max(...heights, 1)];
    const peak = Math.max(...r.q.map((p) => p[1]));
    const q = r.q.map(([x, d]): Point => [x, low + ((high - low) * 0.6 * d) / peak]);
    const mean = r.score.mean.value;
    // Nine of ten estimates of the wilder one are in the picture.
    const sizes = methods.flatMap((m) => r[m].estimates.map((e) => Math.abs(e.value - mean))).sort((a, b) => a - b);
    const reach = Math.max(sizes[Math.floor(sizes.length * 0.95)]! * 1.1, 1);
    const moved = parameters[v.parameter];
    return [
      plot({ id: 'f', title: t.f, x: [-4, 4], y: [low, high * 1.05], xName: 'x', half: true }, (f) => [
        f.curve(r.f, 's1'),
        f.curve(q, 's2'),
      ]),
      plot(
        { id: 'estimates', title: t.estimates, x: [mean - reach, mean + reach], y: [0, 2], half: true, noYTicks: true },
        (f) => [
          ...methods.flatMap((m, k) => [
            // spread by their order, so that they do not hide one another
            f.dots(r[m].estimates.map((e, i) => [e.value, 1.1 - k + ((i * 7) % 20) / 33]), marks[k]!, 2), // prettier-ignore
            f.label([mean - reach, 1.85 - k], t.names[k]!),
          ]),
          f.rule([mean, 0], [mean, 2], 's4'),
        ],
      ),
      plot(
        {
          id: 'path',
          title: t.path(v.parameter === 'mu' ? 'μ' : 'σ'),
          x: [0, parameters.step.max],
          y: [moved.min, moved.max],
          xName: t.step,
          height: 220,
        },
        (f) => methods.map((m, k) => f.curve(r[m].path.map((x, i): Point => [i, x]), marks[k]!)), // prettier-ignore
      ),
    ];
  },
  say: ({ score, reparameterisation, ratio }, _, locale) => {
    const t = text[locale];
    const first = t.said(shown(score.variance.value), shown(reparameterisation.variance.value));
    return sentences([first, ratio ? t.ratio(shown(ratio.value)) : t.exact], locale);
  },
  table: (r, _, locale) => ({
    head: text[locale].head,
    rows: [
      [text[locale].rows[0]!, r.score.mean, r.reparameterisation.mean],
      [text[locale].rows[1]!, r.score.variance, r.reparameterisation.variance],
      [text[locale].rows[2]!, ...methods.map((m) => r[m].spread)],
      [text[locale].rows[3]!, ...methods.map((m) => r[m].path.at(-1)!)],
    ],
  }),
};
export default demo;
