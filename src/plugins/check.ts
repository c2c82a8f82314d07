/** The library's word on a page that remark holds; fails the file unless every relation on it passes. */
import { existsSync } from 'node:fs';
import type { VFile } from 'vfile';
import { readSideFile, readText, shownPath, sideFinder } from '../../lib/page/files.ts';
import { createChecker, hasRelation } from '../../lib/check/index.ts';
import { cached, libVersion } from '../../lib/page/cache.ts';
import { bookOf, checkPage, readPage, reportPage } from '../../lib/page/index.ts';
import { passes } from './verdict.ts';

export interface Options {
  readonly worlds?: number;
  readonly seed?: number;
  /** Instead of the library's checker, in tests of the plugin alone. */
  readonly checks?: Parameters<typeof checkPage>[3];
}

/** Fails with file, line and column both in the message and in the fields that Astro's overlay reads. */
export function fail(file: VFile, { line, column }: { line: number; column: number }, message: string): never {
  return file.fail(`${pathOf(file)}:${line}:${column} ${message}`, { place: { line, column }, source: 'holds' });
}

/** The path seeds the equations, so it is the one that the command `holds` uses. */
export const pathOf = (file: VFile): string => (file.path ? shownPath(file.path, process.cwd()) : 'page.mdx');

/** The library's checks with what the command `holds` has found before: the build looks at nothing twice. */
let found: ReturnType<typeof cached> | undefined;
export const kept = () => (found ??= cached({ createChecker, hasRelation }, '.cache/holds', libVersion()));

export type Checked = ReturnType<typeof checkFile>;

/** The text as it stands on the disk: what Astro passes on has lost its frontmatter. */
export function textOf(file: VFile): string {
  if (!file.path || !existsSync(file.path)) return String(file);
  const text = readText(file.path, pathOf(file));
  return typeof text === 'string' ? text : fail(file, text.place, text.message);
}

export function checkFile(file: VFile, { worlds = 1000, seed = 1, checks }: Options) {
  const path = pathOf(file);
  const onDisk = Boolean(file.path) && existsSync(file.path);
  const text = textOf(file);
  const sidePath = onDisk && sideFinder(undefined, [], process.cwd())({ path, file: file.path, below: path });
  const side = sidePath ? readSideFile(sidePath, process.cwd()) : undefined;
  if (side && 'message' in side) fail(file, { line: 1, column: 1 }, `${side.place.path} ${side.message}`);
  const cwd = process.cwd();
  const page = readPage(text, path, side);
  const record = checkPage(text, path, { worlds, seed, cwd, ...(side ? { sideGivens: side } : {}) }, checks ?? kept());

  const places = [
    ...record.problems.map(({ place }) => (place.path === path ? place : { line: 1, column: 1 })),
    ...record.equations.flatMap(({ relations }) => relations.filter((relation) => !passes(relation))),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  if (places.length > 0) {
    const what = places.length === 1 ? 'one thing on this page does' : `${places.length} things on this page do`;
    fail(file, places[0]!, `${what} not hold:\n\n${reportPage(record, page)}`);
  }
  return { page, record, book: bookOf(page, cwd) };
}
