/** What a reader's browser loads for a demo: its own code, the kit that all share, and the parts of the library. */
import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { demos } from '../../src/demos/index.ts';

const folder = resolve(import.meta.dirname, '../../src/demos');

/** Compressed bytes of what lies inside a folder and the entries reach; all else is left out. */
async function bytes(entries: readonly string[], inside: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: entries.map((e, i) => `export * as e${i} from ${JSON.stringify(e)};`).join('\n'),
      resolveDir: inside,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    plugins: [
      {
        name: 'only-inside',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^\./ }, ({ path, resolveDir, importer }) => {
            const at = resolve(resolveDir, path);
            return importer === '' || at.startsWith(inside + sep) ? undefined : { path: at, external: true };
          });
        },
      },
    ],
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

// Names and markup are the build's alone.
const own = (name: string): string[] =>
  readdirSync(join(folder, name)).filter((file) => file !== 'page.ts').map((file) => `./${file}`); // prettier-ignore

test.each(Object.keys(demos))('%s has at most 4 kB of its own', async (name) => {
  expect(await bytes(own(name), join(folder, name))).toBeLessThanOrEqual(4096);
});

test('the kit has at most 12 kB', async () => {
  const files = readdirSync(join(folder, 'kit'));
  expect(await bytes(files.map((file) => `./${file}`), join(folder, 'kit'))).toBeLessThanOrEqual(12 * 1024); // prettier-ignore
});

test('no demo needs more than 60 kB of the library and its packages', async () => {
  for (const name of Object.keys(demos)) {
    const entryPoints = [join(folder, name, 'demo.ts')];
    const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, format: 'esm', target: 'es2022', write: false }); // prettier-ignore
    expect(gzipSync(outputFiles[0]!.contents, { level: 9 }).length, name).toBeLessThanOrEqual(60 * 1024);
  }
});
