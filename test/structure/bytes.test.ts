/** What the numbers cost a page that loads them: minified, gzip, in kB of 1000 bytes. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Size in kB, and what the largest parts weigh before compression. */
async function weigh(program: string, options: BuildOptions): Promise<{ size: number; parts: string }> {
  const result = await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'silent',
    ...options,
  });
  const sizes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(Object.values(result.metafile!.outputs)[0]!.inputs)) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
  }
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 12);
  return {
    size: gzipSync(result.outputFiles![0]!.contents, { level: 9 }).length / 1000,
    parts: largest.map(([name, bytes]) => `  ${String(bytes).padStart(6)}  ${name}`).join('\n'),
  };
}

/** Every module, whole: nothing is left out because nobody uses it, and nothing is named for those who would. */
const everything = ['lib/number', 'lib/distribution']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `import './${folder}/${name}';`),
  )
  .join('\n');
const whole: BuildOptions = { treeShaking: false, ignoreAnnotations: true };
const normalLaw = `export { normal, fitNormal } from './lib/distribution/normal.ts';`;

test.each<[string, string, BuildOptions, number]>([
  // the goals were 25 and 65: 26 laws with their cumulative functions, fits and samplers, the search for maxima, a rule for normal integrals, and whether
  // an integral or a number has a value at all, weigh more; a ratchet
  ['own code of lib/number and lib/distribution', everything, { ...whole, packages: 'external' }, 41.2],
  ['the same with the packages that it imports', everything, whole, 75],
  ['the normal law alone, with all that it imports', normalLaw, {}, 4],
])('%s', async (name, program, options, limit) => {
  const { size, parts } = await weigh(program, options);
  console.log(`${name}: ${size.toFixed(2)} of ${limit} kB; before compression:\n${parts}`);
  expect(size).toBeLessThanOrEqual(limit);
});

describe('the measure', () => {
  test('counts a module that nobody uses', async () => {
    const without = await weigh(`import './lib/number/sum.ts';`, whole);
    const twice = await weigh(`import './lib/number/sum.ts'; import './lib/number/quadrature.ts';`, whole);
    expect(twice.size).toBeGreaterThan(without.size + 0.5);
  });
  test('leaves out modules of lib of which nothing is used, as a page that is built does', async () => {
    const { parts } = await weigh(`export { U } from './lib/number/bounded.ts';`, {});
    expect(parts).not.toMatch(/[1-9]\d* {2}lib\/number\/(sum|powers)/);
  });
});
