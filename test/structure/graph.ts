/** The rule of the floors, apart from the files, so that the rule has tests of its own. */

/** From top to bottom; `tex` and `number` share the ground. */
const floors = ['cli.ts', 'page', 'check', 'notation', 'meaning', 'distribution', 'number', 'tex'];
const ground = ['number', 'tex'];

const floorOf = (path: string): string | null => /^lib\/([^/]+)/.exec(path)?.[1] ?? null;

/** Why `from` may not import `to`, or null. Both are paths from the root; packages are bare names. */
export function forbidden(from: string, to: string): string | null {
  if (/^content\//.test(to)) return 'nothing imports a page';
  const here = floorOf(from);
  if (here === null) return null;
  if (!floors.includes(here)) return `lib/${here} is not a floor of the design`;
  if (/^(astro|vite|@astrojs)(\/|:|$)/.test(to)) return 'lib knows nothing of Astro or Vite';
  if (/^(src|test|scripts|bench)\//.test(to)) return 'lib knows nothing outside lib';
  const there = floorOf(to);
  if (there === null) return null;
  if (!floors.includes(there)) return `lib/${there} is not a floor of the design`;
  if (here === there) return null;
  if (ground.includes(here)) return `${here} is the ground and imports no other floor`;
  return floors.indexOf(there) > floors.indexOf(here) ? null : `${there} is above ${here}`;
}

/** Every module that a source names, type imports included: they too tie files together. */
export function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
  const form =
    /(?:^|[;\s}])(?:import|export)\s+(?:[\w*{][^'"`;()]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(form)].map((match) => (match[1] ?? match[2])!);
}

/** A circle of imports as a path that ends where it began, or null. */
export function cycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    const at = path.indexOf(node);
    if (at >= 0) return [...path.slice(at), node];
    if (done.has(node)) return null;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    path.pop();
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const found = visit(node);
    if (found) return found;
  }
  return null;
}
