/** The five ways in which the pages of a book can fall apart: each stops the build, at its place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { VFileMessage } from 'vfile-message';
import { render } from './render.ts';

const cache = resolve(import.meta.dirname, '../../.cache');
mkdirSync(cache, { recursive: true });
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

const page = (...equations: string[]): string =>
  ['---', 'title: T', '---', '', ...equations.flatMap((tex) => ['$$', tex, '$$', ''])].join('\n');
const one = page('1 = 1 \\label{one}');
const two = page('2 \\overset{\\eqref{one}}{=} 2 \\label{two}');

/** What the build says of a page among others. */
async function said(files: Record<string, string | undefined>, built: string): Promise<string> {
  const root = mkdtempSync(join(cache, 'book-'));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) continue;
    const file = join(root, 'content', `${name}.mdx`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const error = await render(join(root, 'content', `${built}.mdx`)).then(
    () => null,
    (thrown: VFileMessage) => thrown,
  );
  const shown = relative(process.cwd(), root).replaceAll('\\', '/');
  return error === null ? 'built' : `${error.line}:${error.column} ${error.reason.replaceAll(`${shown}/content/`, '')}`;
}

const both = { 'en/one': one, 'zh/one': one, 'en/two': two, 'zh/two': two };

test('a book in order is built', async () => {
  expect(await said(both, 'en/two')).toBe('built');
});

const circle = two.replace('{two}', '{one}').replace('eqref{one}', 'eqref{two}');
const lost = two.replace('{one}', '{onne}');
const alone = 'this page has no translation: there is no';

test.each([
  ['a translation is missing', { ...both, 'zh/one': undefined }, 'en/one', '1:1', `${alone} zh/one.mdx`],
  ['one language lacks a label', { ...both, 'zh/one': page('1 = 1') }, 'en/one', '5:1', '"one" is not in zh/one.mdx'],
  ['a page was renamed', { ...both, 'en/one': undefined, 'en/uno': one }, 'zh/one', '1:1', `${alone} en/one.mdx`],
  ['a reference reaches no page', { ...both, 'en/two': lost, 'zh/two': lost }, 'en/two', '6:12', 'has an equation with the label "onne"'],
  ['reasons go in a circle', { ...both, 'en/one': circle, 'zh/one': circle }, 'en/one', '6:12', 'the reasons go in a circle: "two"'],
] as const)('the build stops where %s', async (_, files, built, place, why) => {
  const told = await said(files, built);
  expect(told).toContain(`${place} ${built}.mdx:${place} `);
  expect(told).toContain(why);
}); // prettier-ignore
