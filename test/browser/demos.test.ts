/** Every demo on the built pages, as a reader meets it: by keyboard, by address, on a phone, and without scripts. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demos } from '../../src/demos/index.ts';
import type { Parameter } from '../../src/demos/kit/parameter.ts';
import { launch } from './chromium.ts';
import { serve } from './serve.ts';

const dist = resolve(import.meta.dirname, '../../', process.env.HOLDS_DIST ?? 'dist');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Which demo stands on which pages. */
const places = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => /[\\/]index\.html$/.test(file))
  .flatMap((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    return [...html.matchAll(/<holds-demo[^>]* data-name="([^"]*)"/g)].map(([, name]) => ({ name: name!, path }));
  });
const names = [...new Set(places.map(({ name }) => name))];
const pages = [...new Set(places.map(({ path }) => path))];
const pathOf = (name: string): string => places.find((place) => place.name === name)!.path;

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = await serve(dist);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

type Options = Parameters<Browser['newContext']>[0];

async function open(name: string, query = '', options: Options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${site.url}${pathOf(name)}${query}`, { waitUntil: 'load' });
  const demo = page.locator(`#demo-${name}`);
  await demo.scrollIntoViewIfNeeded();
  return { page, demo, complaints, close: () => context.close() };
}

/** Waits for the result of the state: empty for that of the start. */
const settled = (page: Page, name: string, state: string): Promise<void> =>
  page.locator(`#demo-${name}[data-live="${state || 'first'}"]`).waitFor({ timeout: 30_000 });

/** The first number that can be set at the start, and a value of it that differs. */
async function firstNumber(name: string) {
  const { parameters } = (await demos[name]!()).default.model;
  const start = Object.fromEntries(Object.entries(parameters).map(([key, p]) => [key, p.initial]));
  const [key, p] = Object.entries(parameters).find(
    ([, q]) => q.kind === 'slider' && (!q.when || q.when(start)) && q.initial < q.max,
  )! as [string, Extract<Parameter, { kind: 'slider' }>];
  return { key, p, next: Math.min(Number((p.initial + p.step).toFixed(6)), p.max) };
}

const picture = (demo: Locator): Promise<string> => demo.locator('.demo-panels').innerHTML();
const state = (page: Page, name: string): string => new URL(page.url()).searchParams.get(name) ?? '';

test('every demo stands on a page of each language, once', () => {
  for (const locale of ['en', 'zh'])
    expect(places.filter(({ path }) => path.startsWith(`/${locale}/`)).map(({ name }) => name).sort()).toEqual(Object.keys(demos).sort()); // prettier-ignore
});

describe.each(names)('%s', (name) => {
  test('answers soon after it is seen, and draws as the build has drawn', async () => {
    const { page, demo, complaints, close } = await open(name, '', { javaScriptEnabled: false });
    const still = await picture(demo);
    expect(await demo.locator('.demo-panels path').count()).toBeGreaterThan(3);
    expect(await demo.locator('.demo-controls').isVisible()).toBe(false);
    expect(await demo.locator('.demo-still').isVisible()).toBe(true);
    expect(await demo.locator('.demo-said').textContent()).not.toBe('');
    await close();
    const live = await open(name);
    await settled(live.page, name, '');
    expect(await live.demo.locator('.demo-still').isVisible()).toBe(false);
    expect(await picture(live.demo)).toBe(still);
    expect([...complaints, ...live.complaints]).toEqual([]);
    expect(page.isClosed()).toBe(true);
    await live.close();
  });

  test('is set by the keyboard alone, and goes back', async () => {
    const { page, demo, complaints, close } = await open(name);
    await settled(page, name, '');
    const { key, p, next } = await firstNumber(name);
    const slide = demo.locator(`[data-slides="${key}"]`);
    const box = demo.locator(`[data-key="${key}"]`);
    // From the slider one step of the tabulator leads to its number box.
    await slide.focus();
    await page.keyboard.press('Tab');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    const before = await picture(demo);
    await page.keyboard.press('ArrowUp');
    await settled(page, name, `1_${key}_${next}`);
    expect(await box.inputValue()).toBe(String(next));
    expect(state(page, name)).toBe(`1_${key}_${next}`);
    await page.waitForTimeout(1100);
    await page.keyboard.press('PageUp');
    const far = Math.min(Number((next + 10 * p.step).toFixed(6)), p.max);
    if (far !== next) await settled(page, name, `1_${key}_${far}`);
    if (far !== next) await page.goBack();
    await settled(page, name, `1_${key}_${next}`);
    await page.goBack();
    await settled(page, name, '');
    expect(await picture(demo)).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test('comes back from its address, in a page that is opened with it', async () => {
    const { key, next } = await firstNumber(name);
    const { page, demo, close } = await open(name);
    await settled(page, name, '');
    await demo.locator(`[data-key="${key}"]`).fill(String(next));
    await settled(page, name, `1_${key}_${next}`);
    const drawn = await picture(demo);
    await page.reload();
    await demo.scrollIntoViewIfNeeded();
    await settled(page, name, `1_${key}_${next}`);
    expect(await picture(demo)).toBe(drawn);
    expect(await demo.locator('.demo-note').textContent()).toBe('');
    await close();
  });

  test('takes no harm from its address, and says so', async () => {
    const { key } = await firstNumber(name);
    const { page, demo, complaints, close } = await open(name);
    for (const bad of [`1_${key}_1e999`, '1_<script>alert(1)</script>', `1_${'a'.repeat(3000)}`]) {
      await page.goto(`${site.url}${pathOf(name)}?${name}=${encodeURIComponent(bad)}#demo-${name}`);
      await settled(page, name, '');
      expect(await demo.locator('.demo-note').textContent()).not.toBe('');
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('refuses what is typed and cannot be set, in words, and gives its numbers with bounds and as files', async () => {
    const { page, demo, close } = await open(name);
    await settled(page, name, '');
    const { key, p } = await firstNumber(name);
    const box = demo.locator(`[data-key="${key}"]`);
    await box.fill('99999');
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await box.blur();
    expect(await box.inputValue()).toBe(String(p.initial));
    expect(await demo.locator('.demo-note').textContent()).toContain(String(p.initial));
    await demo.locator('[data-act="bounds"]').click();
    expect(await demo.locator('.demo-numbers .demo-bound').first().isVisible()).toBe(true);
    await demo.locator('summary').click();
    expect(await demo.locator('tbody tr').count()).toBeGreaterThan(0);
    for (const [act, start] of [
      ['svg', '<svg xmlns'],
      ['csv', ''],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        demo.locator(`[data-act="${act}"]`).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${name}.${act}`);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text.startsWith(start)).toBe(true);
      // Colours are values there, not names that only this page knows.
      expect(text).not.toMatch(/var\(|NaN|undefined/);
    }
    await close();
  });

  test('has targets of 44 px under a finger, and does not push a phone sideways', async () => {
    const { page, demo, close } = await open(name, '', { viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true }); // prettier-ignore
    await settled(page, name, '');
    const targets = demo.locator('select:visible, input:visible, button:visible, summary');
    const heights = await targets.evaluateAll((all) => all.map((e) => Math.round(e.getBoundingClientRect().height)));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await close();
  });
});

describe('every demo with steps', () => {
  const steps = names.filter((name) => ['likelihood', 'two-gradients', 'elbo', 'em', 'forward-reverse'].includes(name));
  test.each(steps)('%s moves by one step a press where no motion is wanted', async (name) => {
    const { page, demo, close } = await open(name, `?${name}=1_step_2`, { reducedMotion: 'reduce' });
    await settled(page, name, '1_step_2');
    await demo.locator('[data-act="play"]').click();
    const next = name === 'two-gradients' ? 4 : 3;
    await page.waitForTimeout(800);
    expect(state(page, name)).toContain(`step_${next}`);
    await close();
  });
});

test.runIf(names.includes('large-numbers'))('a long computation shows its progress and can be stopped', async () => {
  const name = 'large-numbers';
  const { page, demo, complaints, close } = await open(name);
  await settled(page, name, '');
  const before = await picture(demo);
  await demo.locator('[data-key="n"]').fill('2000');
  await demo.locator('[data-key="law"]').selectOption('die');
  await demo.locator('.demo-busy progress').waitFor();
  await demo.locator('[data-act="stop"]').click();
  expect(await demo.locator('.demo-busy').isVisible()).toBe(false);
  expect(await demo.locator('.demo-note').textContent()).not.toBe('');
  expect(await picture(demo)).toBe(before);
  await demo.locator('[data-act="reset"]').click();
  await settled(page, name, '');
  expect(complaints).toEqual([]);
  await close();
});

test.runIf(names.includes('likelihood'))(
  'observations are moved and removed by keys, and the focus stays',
  async () => {
    const { page, demo, close } = await open('likelihood');
    await settled(page, 'likelihood', '');
    const handle = demo.locator('[data-handle="x.1"]');
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await settled(page, 'likelihood', '1_x_-1.2*0.5*0.9*1.6*2.3');
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Delete');
    await settled(page, 'likelihood', '1_x_-1.2*0.9*1.6*2.3');
    const point = (await demo.locator('[data-handle="x.0"]').boundingBox())!;
    await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
    await page.mouse.down();
    await page.mouse.move(point.x + point.width / 2 + 60, point.y, { steps: 4 });
    await page.mouse.up();
    expect(state(page, 'likelihood')).toMatch(/^1_x_0(\.\d)?\*0\.9|^1_x_-0\.\d\*0\.9/);
    await close();
  },
);

describe.each(pages)('%s', (path) => {
  test('has accessible demos that are live, in light and dark', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(site.url + path);
    for (const demo of await page.locator('holds-demo').all()) {
      await demo.scrollIntoViewIfNeeded();
      await page.locator(`#${await demo.getAttribute('id')}[data-live]`).waitFor();
      await demo.locator('summary').click();
      await demo.locator('[data-act="bounds"]').click();
    }
    await page.addScriptTag({ content: axe });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((theme) => document.documentElement.dataset['theme'] === theme, colorScheme);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const results = await axe.run('holds-demo');
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      });
      expect(violations, colorScheme).toEqual([]);
    }
    await context.close();
  });
});
