/** Lines of equal height on a grid, by marching squares with linear interpolation along the edges. */
import type { Point, Range } from './plot.ts';

export interface Surface {
  readonly x: Range;
  readonly y: Range;
  /** rows[j][i]: the height at the i-th of the equal steps of x and the j-th of y; not finite where there is none. */
  readonly rows: readonly (readonly number[])[];
}

export const surface = (
  x: Range,
  y: Range,
  columns: number,
  rows: number,
  f: (x: number, y: number) => number,
): Surface => ({
  x,
  y,
  rows: Array.from({ length: rows + 1 }, (_, j) =>
    Array.from({ length: columns + 1 }, (_, i) =>
      f(x[0] + ((x[1] - x[0]) * i) / columns, y[0] + ((y[1] - y[0]) * j) / rows),
    ),
  ),
});

/** The pieces of the lines at some heights, each from one edge of a cell to another. */
export function contours({ x, y, rows }: Surface, heights: readonly number[]): [Point, Point][] {
  const pieces: [Point, Point][] = [];
  const [columns, lines] = [rows[0]!.length - 1, rows.length - 1];
  const place = (i: number, j: number): Point => [
    x[0] + ((x[1] - x[0]) * i) / columns,
    y[0] + ((y[1] - y[0]) * j) / lines,
  ];
  for (let j = 0; j < lines; j++)
    for (let i = 0; i < columns; i++) {
      const [near, far] = [rows[j]!, rows[j + 1]!];
      const corners = [near[i]!, near[i + 1]!, far[i + 1]!, far[i]!];
      const [low, high] = [Math.min(...corners), Math.max(...corners)];
      if (!(high - low < Infinity)) continue;
      for (const height of heights) {
        if (low >= height || high < height) continue;
        const cuts = corners.flatMap((u, k): Point[] => {
          const v = corners[(k + 1) % 4]!;
          if (u < height === v < height) return [];
          const t = (height - u) / (v - u);
          return [place(i + [t, 1, 1 - t, 0][k]!, j + [0, t, 1, 1 - t][k]!)];
        });
        // Of a saddle both pairs are drawn; which belong together cannot be told from the corners.
        for (let k = 0; k + 1 < cuts.length; k += 2) pieces.push([cuts[k]!, cuts[k + 1]!]);
      }
    }
  return pieces;
}
