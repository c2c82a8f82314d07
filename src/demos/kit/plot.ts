/**
 * Pictures as strings, so that the build and the browser draw with the same code. Colours, widths and dashes are classes of
 * styles/demo. Scales and ticks are own: d3-scale and d3-shape weigh as much as all of the kit.
 */
import { power, raise, short } from './number.ts';

export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly body: string;
  /** Of a panel with handles: the ranges and the frame, by which a pointer finds its place. */
  readonly grip?: string;
  /** The list that a press on its empty ground adds a point to. */
  readonly adds?: string | undefined;
}

export type Point = readonly [x: number, y: number];
export type Range = readonly [low: number, high: number];

export interface Axes {
  readonly id: string;
  readonly title: string;
  readonly x: Range;
  readonly y: Range;
  readonly xName?: string;
  readonly yName?: string;
  readonly logX?: boolean;
  /** y are logarithms to base 10. */
  readonly logY?: boolean;
  /** Beside another panel. */
  readonly half?: boolean;
  readonly height?: number;
  readonly noYTicks?: boolean;
  /** Of a panel with handles: the list of numbers along x that a press on its empty ground adds a point to. */
  readonly adds?: string;
}

/** The plane of a panel: places in pixels, and what can be drawn. */
export interface Plane {
  readonly x: (v: number) => number;
  readonly y: (v: number) => number;
  readonly width: number;
  readonly height: number;
  curve(points: readonly Point[], mark: string): string;
  /** Between a curve and a base line. */
  area(points: readonly Point[], mark: string, base?: number): string;
  /** Many short lines as one. */
  lines(pieces: readonly (readonly [Point, Point])[], mark: string): string;
  rule(from: Point, to: Point, mark: string): string;
  box(from: Point, to: Point, mark: string): string;
  dot(at: Point, mark: string, radius?: number): string;
  /** Many small ones as one. */
  dots(at: readonly Point[], mark: string, radius: number): string;
  label(at: Point, text: string, anchor?: 'start' | 'middle' | 'end', mark?: string): string;
  /** A point that can be moved; `sets` names the parameters of its two coordinates, `mu,sigma`, or one item, `data.3`. */
  handle(at: Point, sets: string, name: string): string;
}

const MARGIN = { left: 50, right: 18, top: 8, bottom: 40 };
const at = (x: number): string => String(Math.round(Math.min(Math.max(x, -9999), 9999) * 10) / 10);
export const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Text of a picture, with its exponents raised. */
const set = (text: string): string =>
  raise(escape(text), '<tspan dy="-.4em" font-size="75%">', '</tspan><tspan dy=".3em">\u200b</tspan>');

/** How far a tick at an end of a range may seem to lie outside: some roundings of the larger end. */
const rounding = ([low, high]: Range): number => 8 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));

/** About `count` round numbers in a range. */
export function ticks([low, high]: Range, count = 5): number[] {
  const rough = (high - low) / count;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * unit).find((s) => s >= rough * 0.999) ?? rough;
  const list: number[] = [];
  const slack = rounding([low, high]) / step;
  for (let k = Math.ceil(low / step - slack); k <= high / step + slack; k++)
    list.push(Number((k * step).toPrecision(12)));
  return list;
}

function powers([low, high]: Range): number[] {
  const step = Math.max(1, Math.ceil((high - low) / 6));
  const list: number[] = [];
  const slack = rounding([low, high]);
  for (let k = Math.ceil((low - slack) / step) * step; k <= high + slack; k += step) list.push(k);
  return list;
}

export function plot(
  axes: Axes,
  draw: (plane: Plane) => readonly string[],
  over?: (plane: Plane) => readonly string[],
): Panel {
  const { id, title, half = false, logX = false, logY = false, noYTicks = false } = axes;
  const width = half ? 290 : 580;
  const height = axes.height ?? (half ? 250 : 290);
  const left = noYTicks ? 14 : MARGIN.left;
  const top = MARGIN.top + (axes.yName ? 18 : 0);
  const [w, h] = [width - left - MARGIN.right, height - top - MARGIN.bottom];
  const to = (v: number): number => (logX ? Math.log10(v) : v);
  const [x0, x1] = [to(axes.x[0]), to(axes.x[1])];
  const [y0, y1] = axes.y;
  const x = (v: number): number => ((to(v) - x0) / (x1 - x0)) * w;
  const y = (v: number): number => (1 - (v - y0) / (y1 - y0)) * h;
  const plane = planeOf(x, y, w, h);
  const xs = logX ? powers([x0, x1]).map((k) => [10 ** k, power(k)] as const) : ticks([x0, x1], half ? 4 : 6).map((v) => [v, short(v)] as const); // prettier-ignore
  const ys = noYTicks ? [] : logY ? powers([y0, y1]).map((k) => [k, power(k)] as const) : ticks([y0, y1], 4).map((v) => [v, short(v)] as const); // prettier-ignore
  // Groups, so that what stands at a place stays there when the number of ticks changes.
  const group = (parts: readonly string[]): string => `<g>${parts.join('')}</g>`;
  const body = [
    group(ys.map(([v, text]) => `<path class="grid" d="M${left} ${at(top + y(v))}h${w}"/><text x="${left - 6}" y="${at(top + y(v) + 4)}" text-anchor="end">${set(text)}</text>`)), // prettier-ignore
    group(xs.map(([v, text]) => `<path class="tick" d="M${at(left + x(v))} ${top + h}v5"/><text x="${at(left + x(v))}" y="${top + h + 18}" text-anchor="middle">${set(text)}</text>`)), // prettier-ignore
    `<path class="axis" d="M${left} ${top + h}h${w}"/>`,
    axes.xName ? `<text class="name" x="${width - MARGIN.right}" y="${height - 5}" text-anchor="end">${escape(axes.xName)}</text>` : '', // prettier-ignore
    axes.yName ? `<text class="name" x="${noYTicks ? left : 4}" y="14">${escape(axes.yName)}</text>` : '',
    // A picture within the picture cuts off what leaves the frame, and needs no clip path with an address of its own.
    `<svg x="${left}" y="${top}" width="${w}" height="${h}">${draw(plane).join('')}</svg>`,
    over ? `<g transform="translate(${left} ${top})">${over(plane).join('')}</g>` : '',
  ].join('');
  return { id, title, width, height, body, adds: axes.adds, ...(over ? { grip: [x0, x1, y0, y1, left, top, w, h].join(' ') } : {}) }; // prettier-ignore
}

function planeOf(x: (v: number) => number, y: (v: number) => number, width: number, height: number): Plane {
  const place = ([a, b]: Point): string => `${at(x(a))} ${at(y(b))}`;
  /** Pieces between the places that have no value. */
  const pieces = (points: readonly Point[]): Point[][] => {
    const list: Point[][] = [[]];
    for (const p of points) {
      if (p[1] === p[1]) list.at(-1)!.push(p);
      else if (list.at(-1)!.length > 0) list.push([]);
    }
    return list.filter((piece) => piece.length > 0);
  };
  return {
    x,
    y,
    width,
    height,
    curve: (points, mark) => pieces(points).map((p) => `<path class="line ${mark}" d="M${p.map(place).join('L')}"/>`).join(''), // prettier-ignore
    area: (points, mark, base = 0) =>
      pieces(points)
        .map(
          (p) =>
            `<path class="area ${mark}" d="M${place([p[0]![0], base])}L${p.map(place).join('L')}L${place([p.at(-1)![0], base])}Z"/>`,
        ) // prettier-ignore
        .join(''),
    lines: (list, mark) =>
      list.length === 0
        ? ''
        : `<path class="line ${mark}" d="${list.map(([a, b]) => `M${place(a)}L${place(b)}`).join('')}"/>`,
    rule: (a, b, mark) => `<path class="line ${mark}" d="M${place(a)}L${place(b)}"/>`,
    box: (a, b, mark) => {
      const [l, t, r, u] = [x(a[0]), y(b[1]), x(b[0]), y(a[1])];
      return `<rect class="${mark}" x="${at(l)}" y="${at(t)}" width="${at(Math.max(r - l, 0))}" height="${at(Math.max(u - t, 0))}"/>`; // prettier-ignore
    },
    dot: (p, mark, radius = 4) => `<circle class="dot ${mark}" cx="${at(x(p[0]))}" cy="${at(y(p[1]))}" r="${radius}"/>`,
    dots: (points, mark, radius) => `<path class="dots ${mark}" stroke-width="${2 * radius}" d="${points.map((p) => `M${place(p)}h0`).join('')}"/>`, // prettier-ignore
    label: (p, text, anchor = 'start', mark = '') => `<text class="${mark}" x="${at(x(p[0]))}" y="${at(y(p[1]))}" text-anchor="${anchor}">${set(text)}</text>`, // prettier-ignore
    handle: (p, sets, name) =>
      `<g class="handle" data-handle="${sets}" tabindex="0" role="slider" aria-label="${escape(name)}" aria-valuenow="${p[0]}" aria-valuetext="${escape(sets.includes(',') ? p.map(short).join(', ') : short(p[0]))}" transform="translate(${at(x(p[0]))} ${at(y(p[1]))})"><circle class="reach" r="22"/><circle class="knob" r="7"/></g>`, // prettier-ignore
  };
}

/** A function along a range, at `count` equal steps. */
export const along = (f: (x: number) => number, [low, high]: Range, count = 240): Point[] =>
  Array.from({ length: count + 1 }, (_, i) => {
    const x = low + ((high - low) * i) / count;
    return [x, f(x)];
  });

/** As a whole: what the build writes and the browser replaces. */
export const drawn = (panels: readonly Panel[]): string =>
  panels
    .map(
      ({ id, title, width, height, body, grip, adds }) =>
        `<div class="demo-panel${width < 400 ? ' half' : ''}"><p class="demo-panel-title">${escape(title)}</p><svg data-panel="${id}" viewBox="0 0 ${width} ${height}" role="${grip ? 'group' : 'img'}" aria-label="${escape(title)}"${grip ? ` data-grip="${grip}"` : ''}${adds ? ` data-adds="${adds}"` : ''}>${body}</svg></div>`, // prettier-ignore
    )
    .join('');
