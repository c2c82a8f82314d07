import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { short, shown } from '../kit/number.ts';
import type { Values } from '../kit/parameter.ts';
import { type Panel, type Point, plot } from '../kit/plot.ts';
import { type Result, WINDOW, model, type parameters } from './model.ts';

type V = Values<typeof parameters>;

const top = (points: readonly Point[]): number => Math.max(...points.map((p) => (p[1] < Infinity ? p[1] : 0)));
const letters = ({ direction }: V): readonly [string, string] => (direction === 'pq' ? ['p', 'q'] : ['q', 'p']);

const text = {
  en: {
    densities: 'Densities',
    density: 'density',
    integrand: (a: string, b: string) => `${a} log(${a}/${b}): its area is the divergence`,
    bars: (a: string, b: string) => `Cross-entropy of ${a} and ${b} = entropy + divergence`,
    rows: ['cross-entropy', 'entropy', 'divergence'],
    distances: 'Total variation under Pinsker’s bound',
    tv: 'total variation',
    pinsker: 'Pinsker’s bound',
    infinite: {
      support: (a: string, b: string) =>
        `${a} has mass where ${b} has none: the divergence from ${a} to ${b} is infinite.`,
      tails: (a: string, b: string) => `The tails of ${a} are so heavy for ${b} that the divergence from ${a} to ${b} is infinite.`, // prettier-ignore
    },
    finite: (a: string, b: string, d: string) => `The divergence from ${a} to ${b} is ${d} nats.`,
    other: (d: string, tv: string) => `The other way it is ${d}. The total variation is ${tv}.`,
    head: ['quantity', 'value'],
  },
  zh: {
    densities: '密度',
    density: '密度',
    integrand: (a: string, b: string) => `${a} log(${a}/${b})：其面积即散度`,
    bars: (a: string, b: string) => `${a} 对 ${b} 的交叉熵 = 熵 + 散度`,
    rows: ['交叉熵', '熵', '散度'],
    distances: '全变差不超过 Pinsker 上界',
    tv: '全变差',
    pinsker: 'Pinsker 上界',
    infinite: {
      support: (a: string, b: string) => `在 ${b} 没有概率的地方 ${a} 有概率：从 ${a} 到 ${b} 的散度为无穷。`,
      tails: (a: string, b: string) => `相对于 ${b}，${a} 的尾部太重：从 ${a} 到 ${b} 的散度为无穷。`,
    },
    finite: (a: string, b: string, d: string) => `从 ${a} 到 ${b} 的散度为 ${d} 奈特。`,
    other: (d: string, tv: string) => `反方向为 ${d}。全变差为 ${tv}。`,
    head: ['量', '值'],
  },
} satisfies Record<Locale, unknown>;

/** Three rows: what is whole, and the two parts that it is made of, the second from where the first ends. */
function bars(r: Result, v: V, locale: Locale): Panel {
  const [h, c] = [r.entropy.value, r.cross.value];
  const end = c < Infinity ? c : Math.max(h, 0) + 2;
  const x = [Math.min(0, h, end) - 0.1, Math.max(0, h, end) * 1.05 + 0.1] as const;
  const t = text[locale];
  const parts = [[0, end, 's3'], [0, h, 's4'], [h, end, 'up']] as const; // prettier-ignore
  return plot(
    { id: 'bars', title: t.bars(...letters(v)), x, y: [0, 3], half: true, height: 190, noYTicks: true },
    (f) =>
      parts.flatMap(([a, b, mark], i) => [
        f.box([Math.min(a, b), 2.15 - i], [Math.max(a, b), 2.55 - i], `area ${mark}`),
        f.label([Math.min(0, h, end), 2.66 - i], `${t.rows[i]} ${shown([c, h, c - h][i]!)}`),
      ]),
  );
}

function distances(r: Result, locale: Locale): Panel {
  const t = text[locale];
  const bound = Math.min(r.pinsker.value, 1.5);
  const rows = [[t.tv, r.tv.value, r.tv.value, 's4'], [t.pinsker, bound, r.pinsker.value, 's3']] as const; // prettier-ignore
  return plot(
    { id: 'distances', title: t.distances, x: [0, 1.5], y: [0, 2], half: true, height: 190, noYTicks: true },
    (f) => [
      f.rule([1, 0], [1, 2], 'faint'),
      ...rows.flatMap(([name, width, value, mark], i) => [
        f.box([0, 1.15 - i], [width, 1.55 - i], `area ${mark}`),
        f.label([0, 1.64 - i], `${name} ${shown(value)}`),
      ]),
    ],
  );
}

const demo: Demo<typeof parameters, Result> = {
  model,
  readouts: ({ klPq, klQp, js, tv, pinsker, hellinger }) => ({ klPq, klQp, js, tv, pinsker, hellinger }),
  terms: ({ hellingerSquared }) => ({ hellingerSquared }),
  panels: (r, v, locale) => {
    const t = text[locale];
    const high = Math.max(top(r.p), top(r.q)) * 1.08;
    const finite = r.integrand.map(([, y]) => y).filter(Number.isFinite);
    const [low, up] = [Math.min(...finite, -0.05) * 1.1, Math.max(...finite, 0.1) * 1.1];
    const capped = r.integrand.map(([x, y]): Point => [x, Math.min(y, 2 * up)]);
    return [
      plot({ id: 'densities', title: t.densities, x: WINDOW, y: [0, high], xName: 'x', height: 220 }, (f) => [
        f.curve(r.p, 's1'),
        f.curve(r.q, 's2'),
      ]),
      plot(
        { id: 'integrand', title: t.integrand(...letters(v)), x: WINDOW, y: [low, up], xName: 'x', height: 200 },
        (f) => [
          f.area(capped.map(([x, y]) => [x, Math.max(y, 0)]), 'up'), // prettier-ignore
          f.area(capped.map(([x, y]) => [x, Math.min(y, 0)]), 'down'), // prettier-ignore
          f.rule([WINDOW[0], 0], [WINDOW[1], 0], 'faint'),
          f.curve(capped, 's3'),
        ],
      ),
      bars(r, v, locale),
      distances(r, locale),
    ];
  },
  say: (r, v, locale) => {
    const t = text[locale];
    const [there, back] = v.direction === 'pq' ? [r.klPq, r.klQp] : [r.klQp, r.klPq];
    const first = r.infinite ? t.infinite[r.infinite](...letters(v)) : t.finite(...letters(v), shown(there.value));
    return sentences([first, t.other(shown(back.value), short(r.tv.value))], locale);
  },
  table: (r, v, locale) => {
    const t = text[locale];
    const [a, b] = letters(v);
    return {
      head: t.head,
      rows: [
        ['KL(p‖q)', r.klPq],
        ['KL(q‖p)', r.klQp],
        [`H(${a}, ${b})`, r.cross],
        [`H(${a})`, r.entropy],
        ['JSD', r.js],
        [t.tv, r.tv],
        [t.pinsker, r.pinsker],
        ['Hellinger', r.hellinger],
      ],
    };
  },
};
export default demo;
