/** The demos of the built site, and what their browser tests do with each of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demos } from '../../src/demos/index.ts';
import type { Parameter } from '../../src/demos/kit/parameter.ts';
import { axe, dist } from './open.ts';

/** Which demo stands on which pages. */
export const places = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => /[\\/]index\.html$/.test(file))
  .flatMap((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    return [...html.matchAll(/<holds-demo[^>]* data-name="([^"]*)"/g)].map(([, name]) => ({ name: name!, path }));
  });
export const pathsIn = (language: string): string[] =>
  [...new Set(places.map(({ path }) => path))].filter((path) => path.startsWith(`/${language}/`));
export const namesOn = (path: string): string[] =>
  places.filter((place) => place.path === path).map(({ name }) => name);

/** Waits for the result of the state: empty for that of the start. */
export const settled = (page: Page, name: string, state: string): Promise<void> =>
  page.locator(`#demo-${name}[data-live="${state || 'first'}"]`).waitFor({ timeout: 30_000 });

/** Puts a demo onto the screen and back to its start, and waits until it has been drawn anew. */
export async function restarted(page: Page, name: string): Promise<Locator> {
  const demo = page.locator(`#demo-${name}`);
  await demo.scrollIntoViewIfNeeded();
  await demo.and(page.locator('[data-live]')).waitFor({ timeout: 30_000 });
  await demo
    .locator('.demo-panel')
    .first()
    .evaluate((panel) => panel.setAttribute('data-old', ''));
  await demo.locator('[data-act="reset"]').click();
  await demo.locator('[data-old]').waitFor({ state: 'detached' });
  await settled(page, name, '');
  return demo;
}

/** The first number that can be set at the start, and a value of it that differs. */
export async function firstNumber(name: string) {
  const { parameters } = (await demos[name]!()).default.model;
  const start = Object.fromEntries(Object.entries(parameters).map(([key, p]) => [key, p.initial]));
  const [key, p] = Object.entries(parameters).find(
    ([, q]) => q.kind === 'slider' && (!q.when || q.when(start)) && q.initial < q.max,
  )! as [string, Extract<Parameter, { kind: 'slider' }>];
  return { key, p, next: Math.min(Number((p.initial + p.step).toFixed(6)), p.max) };
}

export const picture = (demo: Locator): Promise<string> => demo.locator('.demo-panels').innerHTML();
/** Waits until the address has what the demo is at: it is written when the reader has come to rest. */
export const addressed = (page: Page, name: string, state: string): Promise<void> =>
  page.waitForURL((url) => (url.searchParams.get(name) ?? '') === state);
/** Changes that follow one another within a second are one step of the back button. */
export const ONE_STEP = 1100;

/** With tables and bounds open. */
export async function accessible(page: Page, path: string): Promise<void> {
  for (const name of namesOn(path)) {
    const demo = page.locator(`#demo-${name}`);
    await demo.scrollIntoViewIfNeeded();
    await demo.and(page.locator('[data-live]')).waitFor({ timeout: 30_000 });
    await demo.evaluate((host) => host.classList.add('bounds'));
    await demo.locator('.demo-table').evaluate((details) => details.setAttribute('open', ''));
    await demo.locator('tbody tr').first().waitFor();
  }
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((theme) => document.documentElement.dataset['theme'] === theme, colorScheme);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const results = await axe.run('holds-demo', { resultTypes: ['violations'] });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
    expect(violations, colorScheme).toEqual([]);
  }
}
