/** Astro itself, on a site of one page that must not be published. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fixture } from './render.ts';

const root = resolve(import.meta.dirname, '../..');
// Inside the project, since what a page is compiled to imports packages.
const folder = join(root, '.cache', `site-${process.pid}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(name: string) {
  const content = join(folder, name, 'content');
  mkdirSync(join(content, 'en'), { recursive: true });
  copyFileSync(fixture(name), join(content, 'en', 'page.mdx'));
  const cache = join(folder, name);
  const env = {
    ...process.env,
    HOLDS_CONTENT: content,
    HOLDS_CACHE: cache,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    NODE_ENV: 'production',
  };
  const { status, stdout, stderr } = spawnSync('node', ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const page = relative(root, join(content, 'en', 'page.mdx')).replaceAll('\\', '/');
  return {
    status,
    said: stdout + stderr,
    page,
    published: existsSync(join(cache, 'dist', 'en', 'page', 'index.html')),
  };
}

test.each([
  ['false', ':13:3', /refuted {2}left = /],
  ['unread', ':12:12', /unread {2}.*\\omega/],
  ['malformed', ':1', /page\.mdx:1[1-3]:\d+/],
])('the build fails on a page that is %s', { timeout: 60_000 }, (name, where, why) => {
  const { status, said, page, published } = build(name);
  expect(said).toContain(page + where);
  expect(said).toMatch(why);
  expect(status).not.toBe(0);
  expect(published).toBe(false);
});
