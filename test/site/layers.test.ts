/** The drawing of the graph: what rests on what stands below it, and no layer is too wide. */
import { expect, test } from 'vitest';
import { weakest } from '../../src/generated/dependencies.ts';
import { layered } from '../../src/generated/layers.ts';

test('a node stands below all that it rests on', () => {
  const edges = [
    { from: 'a', to: 'c' },
    { from: 'b', to: 'c' },
    { from: 'a', to: 'd' },
    { from: 'c', to: 'd' },
  ];
  const { at, columns, rows } = layered(['a', 'b', 'c', 'd'], edges, 4);
  for (const { from, to } of edges) expect(at.get(to)!.row).toBeGreaterThan(at.get(from)!.row);
  expect([columns, rows]).toEqual([2, 3]);
  // alone in its row, in the middle of two columns
  expect(at.get('d')).toEqual({ column: 0.5, row: 2 });
});

test('lines that would cross do not', () => {
  const { at } = layered(
    ['a', 'b', 'y', 'x'],
    [
      { from: 'a', to: 'x' },
      { from: 'b', to: 'y' },
    ],
    4,
  );
  expect(at.get('a')!.column < at.get('b')!.column).toBe(at.get('x')!.column < at.get('y')!.column);
});

test('no row is wider than it may be', () => {
  const nodes = Array.from({ length: 11 }, (_, i) => `n${i}`);
  const { at, columns, rows } = layered(nodes, [], 4);
  expect([columns, rows]).toEqual([4, 3]);
  const places = [...at.values()].map(({ column, row }) => `${column} ${row}`);
  expect(new Set(places).size).toBe(nodes.length);
});

test('nothing is drawn of an order that is none', () => {
  expect(() => layered(['b', 'a'], [{ from: 'a', to: 'b' }], 4)).toThrow('layered: “b” stands before what it rests on');
  expect(layered([], [], 4)).toMatchObject({ columns: 0, rows: 0 });
});

test('the evidence of an equation is that of its weakest relation', () => {
  const of = (...kinds: ('exact' | 'limit' | 'definition' | 'quadrature')[]) =>
    weakest({ relations: kinds.map((evidence) => ({ evidence })) as never });
  expect(of('exact', 'limit')).toBe('limit');
  expect(of('definition', 'exact')).toBe('exact');
  expect(of('exact', 'quadrature')).toBe('quadrature');
  expect(of('definition')).toBe('definition');
});
