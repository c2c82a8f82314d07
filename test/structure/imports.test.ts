/** Imports point down the floors of the design only, never up, sideways into a closed floor, or in a circle. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbidden, importsOf, cycle } from './graph.ts';

const root = resolve(import.meta.dirname, '../..');

function files(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return files(path);
    return /\.(ts|mjs|astro)$/.test(name) ? [path] : [];
  });
}

const graph = new Map(
  [...files('lib'), ...files('src')].map((path) => [
    path,
    importsOf(readFileSync(join(root, path), 'utf8')).map((specifier) =>
      specifier.startsWith('.') ? relative(root, resolve(root, dirname(path), specifier)) : specifier,
    ),
  ]),
);

describe('the project', () => {
  test('has imports that point down only', () => {
    const wrong = [...graph].flatMap(([from, targets]) =>
      targets.flatMap((target) => {
        const why = forbidden(from, target);
        return why === null ? [] : [`${from} imports ${target}: ${why}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('has no circle of imports', () => {
    expect(cycle(graph)).toBeNull();
  });

  test('names every imported file with its extension, as Node needs it', () => {
    const wrong = [...graph].flatMap(([from, targets]) =>
      targets
        .filter((target) => /^(lib|src)\//.test(target) && !graph.has(target) && !/\.(css|json|svg)$/.test(target))
        .map((target) => `${from} imports ${target}, which is not a file`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the rule itself', () => {
  test.each([
    ['lib/tex/a.ts', 'lib/number/b.ts'],
    ['lib/number/a.ts', 'lib/tex/b.ts'],
    ['lib/meaning/a.ts', 'lib/notation/b.ts'],
    ['lib/check/a.ts', 'lib/page/b.ts'],
    ['lib/page/a.ts', 'lib/cli.ts'],
    ['lib/page/a.ts', 'src/b.ts'],
    ['lib/number/a.ts', 'bench/b.ts'],
    ['lib/page/a.ts', 'astro'],
    ['lib/page/a.ts', 'astro/config'],
    ['lib/page/a.ts', '@astrojs/markdown-remark'],
    ['lib/page/a.ts', 'vite'],
    ['lib/attic/a.ts', 'lib/tex/b.ts'],
    ['src/a.ts', 'content/en/b.mdx'],
  ])('forbids %s -> %s', (from, to) => expect(forbidden(from, to)).not.toBeNull());

  test.each([
    ['lib/cli.ts', 'lib/page/index.ts'],
    ['lib/page/a.ts', 'lib/tex/b.ts'],
    ['lib/notation/a.ts', 'lib/meaning/b.ts'],
    ['lib/tex/a.ts', 'lib/tex/b.ts'],
    ['lib/number/a.ts', '@stdlib/math-base-special-erf'],
    ['lib/number/a.ts', 'node:fs'],
    ['src/a.ts', 'lib/page/index.ts'],
    ['src/a.ts', 'astro:content'],
  ])('allows %s -> %s', (from, to) => expect(forbidden(from, to)).toBeNull());

  test('sees every form of import', () => {
    const text = `import a from './a.ts'; import type { B } from "./b.ts"; import './c.ts';
      export * from './d.ts'; export { e } from './e.ts'; const f = await import('./f.ts');
      import {\n  g,\n} from './g.ts'; // import './no.ts'
      /* from './nor.ts' */`;
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.ts`));
  });

  test('finds a circle', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    expect(cycle(circle)).toEqual(['b', 'd', 'b']);
  });
});
