/** The graph of a chapter as an SVG: each equation a link that the keyboard reaches, each citation a line. */
import { element } from '../plugins/nodes.ts';
import type { Element } from '../plugins/nodes.ts';
import type { Numbers } from '../plugins/numbers.ts';
import { wholeNumber } from './dependencies.ts';
import type { Statement } from './dependencies.ts';
import { layered } from './layers.ts';
import type { Edge } from './layers.ts';

interface Parts {
  /** In an order in which each comes after all that it rests on. */
  readonly shown: readonly Statement[];
  readonly edges: readonly Edge[];
  /** Of other chapters. */
  readonly foreign: ReadonlySet<string>;
  readonly numbers: Numbers;
  readonly title: string;
  readonly tell: (statement: Statement) => string;
}

/** In units of the drawing, which are pixels where there is room. */
const [STEP, RISE, WIDTH, HEIGHT, MARGIN, ACROSS] = [68, 64, 54, 28, 8, 8];

export function drawing({ shown, edges, foreign, numbers, title, tell }: Parts): Element {
  const { at, columns, rows } = layered(shown.map(({ id }) => id), edges, ACROSS); // prettier-ignore
  const centre = (id: string) => {
    const { column, row } = at.get(id)!;
    return { x: MARGIN + WIDTH / 2 + column * STEP, y: MARGIN + HEIGHT / 2 + row * RISE };
  };
  const [width, height] = [2 * MARGIN + WIDTH + (columns - 1) * STEP, 2 * MARGIN + HEIGHT + (rows - 1) * RISE];
  const lines = edges.map(({ from, to }) => element('path', { className: ['graph-line'], d: line(centre(from), centre(to)) }));
  const nodes = shown.map((statement) => node(statement, centre(statement.id)));

  function node(statement: Statement, { x, y }: { x: number; y: number }): Element {
    const { number, href } = numbers.find(statement.label)!;
    const kind = foreign.has(statement.id) ? ['evidence-elsewhere'] : [];
    const box = { x: x - WIDTH / 2, y: y - HEIGHT / 2, width: WIDTH, height: HEIGHT, rx: 4 };
    return element(
      'a',
      { href, className: ['graph-node', `evidence-${statement.evidence}`, ...kind], ariaLabel: tell(statement) },
      element('title', null, tell(statement)),
      element('rect', box),
      element('text', { x, y: y + 4.5 }, wholeNumber(number)),
    );
  }

  return element(
    'div',
    { className: ['graph', 'not-content'], tabIndex: 0, role: 'group', ariaLabel: title },
    element('svg', { viewBox: `0 0 ${width} ${height}`, width, height }, element('g', null, ...lines), ...nodes),
  );
} // prettier-ignore

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From below the one to above the other, leaving and arriving upright. */
function line({ x, y }: Point, to: Point): string {
  const [start, end] = [y + HEIGHT / 2, to.y - HEIGHT / 2];
  const bend = Math.min(60, (end - start) / 2);
  return `M${x} ${start}C${x} ${start + bend} ${to.x} ${end - bend} ${to.x} ${end}`;
}
