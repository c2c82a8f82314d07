/** The built site in a browser: every page, on a phone and on a desk, in light and in dark. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { serve } from './serve.ts';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[\\/])index\.html$/.test(name) && /[\\/]/.test(name))
  .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort();
const phone = { width: 375, height: 700 };
const desk = { width: 1280, height: 800 };

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

/** Opens a page and gathers all that it complains about. */
async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context: BrowserContext = await browser.newContext({ viewport: desk, bypassCSP: true, ...options });
  const page: Page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) strangers.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(site.url + path, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints, strangers, close: () => context.close() };
}

test('there are pages', () => expect(pages).toContain('/en/'));

test('the bare address leads to a language', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/`);
  await page.waitForURL('**/en/');
  await page.close();
});

describe.concurrent.each(pages)('%s', (path) => {
  test('loads without an error and asks nobody else', async () => {
    // The policy is on here, so that what it forbids is seen.
    const { page, complaints, strangers, close } = await open(path, { bypassCSP: false });
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    expect(await page.locator('.katex-error').count()).toBe(0);
    await close();
  });

  test('does not move sideways at any width', async () => {
    const { page, close } = await open(path);
    await page.locator('details.evidence').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
    for (const width of [320, phone.width, 768, 1024, 1152, desk.width, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `at ${width} px`).toBeLessThanOrEqual(0);
    }
    await close();
  });

  test.each(['light', 'dark'] as const)('is accessible in %s', async (colorScheme) => {
    const { page, close } = await open(path, { colorScheme });
    await page
      .locator('details.evidence')
      .first()
      .evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
    await page.addScriptTag({ content: axe });
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const results = await axe.run();
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
    expect(violations).toEqual([]);
    await close();
  });

  test('has a number at each equation, and a mark at each that states something', async () => {
    const { page, close } = await open(path);
    const equations = await page.locator('.equation').evaluateAll((all) =>
      all.map((equation) => ({
        number: equation.querySelector('.equation-rail')?.textContent?.match(/^\(\d+(\.\d+)?\)/)?.[0] ?? null,
        stated: equation.hasAttribute('data-verdict'),
        said: equation.querySelector('summary .sr-only')?.textContent?.trim() ?? '',
        drawn: equation.querySelectorAll('.katex-display, .equation-rows').length,
      })),
    );
    expect(await page.locator('.katex-display, .equation-rows').count()).toBe(equations.length);
    expect(new Set(equations.map(({ number }) => number)).size).toBe(equations.length);
    for (const { number, stated, said, drawn } of equations) {
      expect(number).not.toBeNull();
      expect(drawn).toBe(1);
      if (stated) expect(said).toMatch(/hold|defin|成立|定义/);
    }
    await close();
  });

  test('has each address once', async () => {
    const { page, close } = await open(path);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    await close();
  });

  test('has references that lead to what they name', async () => {
    const { page, close } = await open(path);
    const dead = await page
      .locator('main a[href^="#"]')
      .evaluateAll((all) =>
        all
          .map((a) => a.getAttribute('href')!)
          .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))),
      );
    expect(dead).toEqual([]);
    const reference = page.locator('main p a[href^="#"]', { hasText: /^\(\d/ }).first();
    if (await reference.count()) {
      const href = await reference.getAttribute('href');
      await reference.click();
      expect(new URL(page.url()).hash).toBe(href);
      expect(
        await page
          .locator(`[id="${href!.slice(1)}"]`)
          .first()
          .isVisible(),
      ).toBe(true);
    }
    await close();
  });
});

describe('an equation', () => {
  test('opens its evidence by mouse and by keyboard', async () => {
    const { page, close } = await open('/en/');
    const evidence = page.locator('details.evidence').first();
    await evidence.locator('summary').click();
    expect(await evidence.locator('.evidence-panel').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await evidence.locator('.evidence-panel').isVisible()).toBe(false);
    await close();
  });

  test.each([
    [desk, 'at the right of the formula'],
    [phone, 'under the formula'],
  ] as const)('has its mark, on %o, %s', async (viewport, where) => {
    const { page, close } = await open('/en/', { viewport });
    const math = (await page.locator('.equation-math').first().boundingBox())!;
    const rail = (await page.locator('.equation-rail').first().boundingBox())!;
    if (where.startsWith('under')) expect(rail.y).toBeGreaterThanOrEqual(math.y + math.height);
    else {
      expect(rail.x).toBeGreaterThanOrEqual(math.x + math.width - 1);
      expect(Math.abs(rail.y + rail.height / 2 - math.y - math.height / 2)).toBeLessThan(4);
    }
    await close();
  });
});
