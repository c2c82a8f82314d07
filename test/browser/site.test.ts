/**
 * The built site in a browser: every page in every language, on a phone and on a desk, in light and in dark. Each page
 * is loaded twice, with scripts and without; widths and colours change under it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Opened, type Site, axe, desk, dist, open as openSite, phone } from './open.ts';

const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[\\/])index\.html$/.test(name) && /[\\/]/.test(name))
  .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .concat('/404.html')
  .sort();

let site: Site;
const open: Site['open'] = (...args) => site.open(...args);

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

test('there are pages, as many in each language', () => {
  const names = (language: string) => pages.filter((path) => path.startsWith(`/${language}/`)).map((p) => p.slice(4));
  expect(pages).toContain('/en/');
  expect(names('zh')).toEqual(names('en'));
});

test('the bare address leads to a language', async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/`);
  await page.waitForURL('**/en/');
  await page.close();
});

/** How far what is seen has moved by itself (Cumulative Layout Shift, which calls 0.1 good). */
const moved = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { shifts: number }).shifts);

// a slow machine paints what has come before the rest is there
test.each([desk, phone])('a long page does not jump on a slow machine (%o)', async (viewport) => {
  const { page, close } = await open('/en/entropy/', { viewport, slowness: 4 });
  expect(await moved(page)).toBeLessThan(0.01);
  await close();
});

describe.each(pages)('%s', (path) => {
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    opened = await open(path);
    page = opened.page;
  });
  afterAll(() => opened?.close());

  test('loads without an error, asks nobody else, and does not jump', async () => {
    expect(opened.complaints).toEqual([]);
    expect(opened.strangers).toEqual([]);
    expect(await page.locator('.katex-error').count()).toBe(0);
    expect(await moved(page)).toBeLessThan(0.01);
  });

  test('has each address once, and links to addresses that there are', async () => {
    const { ids, links } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      // the links of a drawing have no `href` of text
      links: [...document.querySelectorAll('main a[href]')].map(
        (a) => new URL(a.getAttribute('href')!, location.href).href,
      ),
    }));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const own = links.filter((href) => href.startsWith(site.url));
    expect(own.filter((href) => !leads(new URL(href)))).toEqual([]);
  });

  test('has a number at each equation, and a mark at each that states something', async () => {
    const equations = await page.locator('.equation').evaluateAll((all) =>
      all.map((equation) => ({
        number: equation.querySelector('.equation-rail')?.textContent?.match(/^\(\d+(\.\d+)?\)/)?.[0] ?? null,
        stated: equation.hasAttribute('data-verdict'),
        said: equation.querySelector('summary .sr-only')?.textContent?.trim() ?? '',
        drawn: equation.querySelectorAll('.equation-math .katex-display, .equation-rows').length,
      })),
    );
    expect(new Set(equations.map(({ number }) => number)).size).toBe(equations.length);
    for (const { number, stated, said, drawn } of equations) {
      expect(number).not.toBeNull();
      expect(drawn).toBe(1);
      if (stated) expect(said).toMatch(/hold|defin|成立|定义/);
    }
  });

  // What there is, and how large, does not depend on the colours: those rules are asked once at each width.
  test('is accessible on a desk and a phone, in light and dark', async () => {
    await page.evaluate(axe);
    await page.locator('details.evidence').evaluateAll((all) => all[0]?.setAttribute('open', ''));
    // The shade at the edges of a box that scrolls is a gradient, against which axe measures no contrast.
    await page.evaluate(() => document.styleSheets[0]!.insertRule('.equation-math { background: none !important }'));
    for (const [viewport, colorScheme, rules] of [
      [desk, 'light', 'all'],
      [desk, 'dark', 'colours'],
      [phone, 'dark', 'all'],
      [phone, 'light', 'colours'],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((theme) => document.documentElement.dataset['theme'] === theme, colorScheme);
      for (const demo of await page.locator('holds-demo').all()) {
        await demo.scrollIntoViewIfNeeded();
        await demo.and(page.locator('[data-live]')).waitFor({ timeout: 30_000 });
      }
      const found = await page.evaluate(async (colours) => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run(document, {
          resultTypes: ['violations'],
          ...(colours ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      }, rules === 'colours');
      expect(found, `${viewport.width} px, ${colorScheme}`).toEqual([]);
    }
  });

  test('does not move sideways at any width; what is wide scrolls in its own box, by keyboard too', async () => {
    await page.locator('details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
    for (const width of [1920, desk.width, 1152, 768, phone.width, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `at ${width} px`).toBeLessThanOrEqual(0);
    }
    const unreached = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter((box) => box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX))
        .filter((box) => box.tabIndex < 0 && !box.querySelector('a[href], button, input, summary'))
        .map((box) => box.outerHTML.slice(0, 120)),
    );
    expect(unreached).toEqual([]);
  });

  test('is read without scripts', async () => {
    const bare = await open(path, { javaScriptEnabled: false, viewport: phone });
    const hidden = await bare.page
      .locator('h1, .sl-markdown-content > *')
      .evaluateAll((all) =>
        all.filter((part) => !/^(SCRIPT|STYLE|TEMPLATE)$/.test(part.tagName) && part.getBoundingClientRect().height === 0).map((part) => part.outerHTML.slice(0, 120)),
      ); // prettier-ignore
    expect(hidden).toEqual([]);
    await bare.close();
  });
});

const known = new Map<string, Set<string>>();

/** Whether the built site has that page, and the page that address. */
function leads(url: URL): boolean {
  const file = join(dist, decodeURIComponent(url.pathname), 'index.html');
  if (!existsSync(file)) return existsSync(join(dist, decodeURIComponent(url.pathname)));
  if (!url.hash) return true;
  let ids = known.get(file);
  if (!ids) {
    ids = new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!));
    known.set(file, ids);
  }
  return ids.has(decodeURIComponent(url.hash.slice(1)));
}

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

  test.each([
    [desk, 'beside its row'],
    [phone, 'under its row'],
  ] as const)('has its reason, on %o, %s', async (viewport, where) => {
    const { page, close } = await open('/en/entropy/', { viewport });
    const row = page.locator('.equation-row', { has: page.locator('.row-reason:not(:empty)') }).first();
    const side = (await row.locator('.row-side').last().boundingBox())!;
    const reason = (await row.locator('.row-reason').boundingBox())!;
    if (where.startsWith('under')) expect(reason.y).toBeGreaterThanOrEqual(side.y + side.height / 2);
    else expect(reason.x).toBeGreaterThanOrEqual(side.x + side.width);
    await close();
  });

  test('is reached from a reference, on its own page and on others', async () => {
    const { page, close } = await open('/en/entropy/');
    const reference = page.locator('.row-reason a').first();
    const href = (await reference.getAttribute('href'))!;
    await reference.click();
    expect(new URL(page.url()).hash).toBe(new URL(href, page.url()).hash);
    await page.locator(':target').waitFor({ timeout: 10_000 });
    await close();
  });
});

describe('the landing page', () => {
  test.each([true, false])('says of each form what is chosen, with scripts (%s)', async (javaScriptEnabled) => {
    const { page, close } = await open('/en/', { javaScriptEnabled });
    const seen = () => page.locator('.choice-panel:visible').allInnerTexts();
    const refuted = expect.stringMatching(/^refuted[^]*left .* right /) as unknown;
    // A slip is shown before anything is chosen.
    expect(await seen()).toEqual([refuted]);
    const choices = await page.locator('.choice input').all();
    expect(choices.length).toBeGreaterThanOrEqual(5);
    await choices[0]!.check();
    expect(await seen()).toEqual([expect.stringMatching(/^holds on 1,000 worlds/)]);
    for (const choice of choices.slice(1)) {
      await choice.check();
      expect(await seen()).toEqual([refuted]);
    }
    await close();
  });

  test('does not move when another form is chosen', async () => {
    const { page, close } = await open('/en/');
    const last = page.locator('.choice label').last();
    const before = (await last.boundingBox())!;
    await page.locator('.choice input').nth(0).check();
    const after = (await last.boundingBox())!;
    expect([after.x, after.y]).toEqual([before.x, before.y]);
    await close();
  });
});
