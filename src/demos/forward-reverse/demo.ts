import { contours } from '../kit/contour.ts';
import { type Demo, type Locale, sentences } from '../kit/demo.ts';
import { kept } from '../kit/kept.ts';
import { short, shown } from '../kit/number.ts';
import { plot } from '../kit/plot.ts';
import { type Direction, type Result, RANGE, directions, model, parameters } from './model.ts';

const text = {
  en: {
    laws: 'The mixture p and both normal laws',
    forward: 'Forward: from p to q',
    reverse: 'Reverse: from q to p',
    start: 'Start of q',
    said: (d: string, m: string, s: string, kl: string) =>
      `${d} the way has come to the mean ${m} and the standard deviation ${s}, ${kl} nats away.`,
    names: ['Forward', 'In reverse'],
    head: ['step', 'm forward', 's forward', 'm reverse', 's reverse'],
  },
  zh: {
    laws: '混合分布 p 与两个正态分布',
    forward: '正向：从 p 到 q',
    reverse: '反向：从 q 到 p',
    start: 'q 的起点',
    said: (d: string, m: string, s: string, kl: string) => `${d}已到达均值 ${m}、标准差 ${s}，散度为 ${kl} 奈特。`,
    names: ['正向', '反向'],
    head: ['步', '正向 m', '正向 s', '反向 m', '反向 s'],
  },
} satisfies Record<Locale, unknown>;

const marks: Readonly<Record<Direction, string>> = { forward: 's1', reverse: 's2' };
/** The lines of each surface as they are drawn: they stay while only q is moved. */
const drawn = { forward: kept<string>(), reverse: kept<string>() };
const HEIGHTS = [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.6, 3.2, 6.4, 12.8];

const demo: Demo<typeof parameters, Result> = {
  model,
  // places of a search: where it has come to is exactly that
  readouts: (r) => {
    const of = (d: Direction) => r[d].path.at(-1)!.map((value) => ({ value, error: 0 }));
    const [[forwardM, forwardS], [reverseM, reverseS]] = [of('forward'), of('reverse')];
    return { forward: r.forward.divergence, reverse: r.reverse.divergence, forwardM: forwardM!, reverseM: reverseM!, forwardS: forwardS!, reverseS: reverseS! }; // prettier-ignore
  },
  terms: ({ parts, direct }) => ({ ...parts, direct }),
  panels: (r, v, locale) => {
    const t = text[locale];
    const high = Math.min(Math.max(...[r.p, r.forward.q, r.reverse.q].flat().map((p) => p[1])) * 1.08, 1.4);
    const [x, y] = [parameters.m, parameters.s].map(({ min, max }) => [min, max] as const);
    return [
      plot({ id: 'laws', title: t.laws, x: RANGE, y: [0, high], xName: 'x', height: 220 }, (f) => [
        f.area(r.p, 's4 band'),
        f.curve(r.p, 'faint'),
        ...directions.map((d) => f.curve(r[d].q, marks[d])),
      ]),
      ...directions.map((d) => {
        return plot(
          { id: d, title: t[d], x: x!, y: y!, xName: 'm', yName: 's', half: true, height: 270 },
          (f) => [
            drawn[d]([v.gap, v.width, v.weight].join(), () => {
              const least = Math.min(...r[d].surface.rows.flat());
              return f.lines(contours(r[d].surface, HEIGHTS.map((h) => least + h)), 'faint'); // prettier-ignore
            }),
            f.curve(r[d].path, `${marks[d]} whole`),
            f.dots(r[d].path, marks[d], 2.5),
            f.dot(r[d].path.at(-1)!, marks[d], 5),
          ],
          (f) => [f.handle([v.m, v.s], 'm,s', t.start)],
        );
      }),
    ];
  },
  say: (r, _, locale) => {
    const t = text[locale];
    const one = (d: Direction, i: number): string => {
      const [m, s] = r[d].path.at(-1)!;
      return t.said(t.names[i]!, short(m), short(s), shown(r[d].divergence.value));
    };
    return sentences(directions.map(one), locale);
  },
  table: (r, _, locale) => {
    const length = Math.max(...directions.map((d) => r[d].path.length));
    return {
      head: text[locale].head,
      rows: Array.from({ length }, (_, k) => [String(k), ...directions.flatMap((d) => [...(r[d].path[k] ?? r[d].path.at(-1)!)])]), // prettier-ignore
    };
  },
};
export default demo;
