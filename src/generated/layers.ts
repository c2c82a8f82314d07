/**
 * A drawing of what rests on what: nodes in layers, each below all that it rests on, no layer wider than it may be.
 * Own code of a page, and not a layout library: a chapter has tens of nodes, and needs no more than layers (Coffman and
 * Graham), an order within them that crosses few lines (barycentres), and nothing at run time.
 */
export interface Edge {
  /** What is rested on. */
  readonly from: string;
  /** What rests on it. */
  readonly to: string;
}

/** Column and row of each node, from 0; columns may lie between whole numbers. */
export interface Layout {
  readonly at: ReadonlyMap<string, { readonly column: number; readonly row: number }>;
  readonly columns: number;
  readonly rows: number;
}

const SWEEPS = 8;

/** `nodes` in an order in which each comes after all that it rests on; RangeError where there is none such. */
export function layered(nodes: readonly string[], edges: readonly Edge[], width: number): Layout {
  const order = new Map(nodes.map((node, i) => [node, i]));
  const above = group(edges, 'to', 'from');
  const below = group(edges, 'from', 'to');
  const layers: string[][] = [];
  const rowOf = new Map<string, number>();
  for (const node of nodes) {
    const needs = above.get(node) ?? [];
    if (needs.some((n) => !rowOf.has(n))) throw new RangeError(`layered: “${node}” stands before what it rests on`);
    let row = needs.reduce((least, n) => Math.max(least, rowOf.get(n)! + 1), 0);
    while ((layers[row]?.length ?? 0) >= width) row++;
    (layers[row] ??= []).push(node);
    rowOf.set(node, row);
  }
  const columns = layers.reduce((most, layer) => Math.max(most, layer.length), 0);
  const place = new Map<string, number>();
  // Each layer stands in the middle, so that lines are short.
  const spread = (layer: readonly string[]) =>
    layer.forEach((node, i) => place.set(node, i + (columns - layer.length) / 2));
  layers.forEach(spread);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : layers.toReversed()) {
      const near = down ? above : below;
      const centre = (node: string) => {
        const places = (near.get(node) ?? []).map((n) => place.get(n)!);
        return places.length === 0 ? place.get(node)! : places.reduce((a, b) => a + b, 0) / places.length;
      };
      const wanted = new Map(layer.map((node) => [node, centre(node)]));
      layer.sort((a, b) => wanted.get(a)! - wanted.get(b)! || order.get(a)! - order.get(b)!);
      spread(layer);
    }
  }
  const at = new Map(nodes.map((node) => [node, { column: place.get(node)!, row: rowOf.get(node)! }]));
  return { at, columns, rows: layers.length };
}

function group(edges: readonly Edge[], by: 'from' | 'to', other: 'from' | 'to'): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const edge of edges) groups.set(edge[by], [...(groups.get(edge[by]) ?? []), edge[other]]);
  return groups;
}
