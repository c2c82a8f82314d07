/**
 * Every demo on the built pages, as a reader meets it: by keyboard, by address, on a phone, and without scripts. A page is
 * opened once in each way and serves all demos on it; each test puts its demo back to the start first.
 */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demos } from '../../src/demos/index.ts';
import { pages as texts } from '../../src/demos/pages.ts';
import { ONE_STEP, accessible, addressed, firstNumber, namesOn, pathsIn, picture, places, restarted, settled } from './demo.ts'; // prettier-ignore
import { type Opened, type Site, open as openSite } from './open.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

test('every demo stands on a page of each language, once', () => {
  for (const locale of ['en', 'zh'])
    expect(places.filter(({ path }) => path.startsWith(`/${locale}/`)).map(({ name }) => name).sort()).toEqual(Object.keys(demos).sort()); // prettier-ignore
});

const BOUND = /<span class="demo-bound">.*?<\/span>/g;
const withoutBounds = (html: string): string => html.replace(BOUND, '±');
/** The bounds that are shown, such as ` ± 7 × 10<sup>−15</sup>`, in their order. */
const boundsIn = (html: string): number[] =>
  (html.match(BOUND) ?? []).map((shown) => {
    const [, digits, power] = /± ([\d.]+)(?: × 10<sup>−(\d+))?/.exec(shown) ?? [];
    return Number(digits) / 10 ** Number(power ?? 0);
  });

describe.each(pathsIn('en'))('%s', (path) => {
  let opened: Opened;
  let page: Page;
  let bare: Opened;
  let finger: Opened;
  beforeAll(async () => {
    opened = await site.open(path, { viewport: { width: 1280, height: 900 } });
    page = opened.page;
    bare = await site.open(path, { javaScriptEnabled: false });
    finger = await site.open(path, { viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true });
  });
  afterAll(() => Promise.all([opened, bare, finger].map((way) => way?.close())));

  describe.each(namesOn(path))('%s', (name) => {
    test('is seen without scripts, and drawn by the browser as the build has drawn it', async () => {
      const still = bare.page.locator(`#demo-${name}`);
      expect(await still.locator('.demo-panels path').count()).toBeGreaterThan(3);
      expect(await still.locator('.demo-controls').isVisible()).toBe(false);
      expect(await still.locator('.demo-tries').isVisible()).toBe(false);
      expect(await still.locator('.demo-still').isVisible()).toBe(true);
      expect(await still.locator('.demo-said').textContent()).not.toBe('');
      const demo = await restarted(page, name);
      expect(await demo.locator('.demo-still').isVisible()).toBe(false);
      expect(await picture(demo)).toBe(await picture(still));
      for (const part of ['.demo-numbers', '.demo-formulas']) {
        const [now, then] = [await demo.locator(part).innerHTML(), await still.locator(part).innerHTML()];
        expect(withoutBounds(now)).toBe(withoutBounds(then));
        // the logarithms of two engines differ by roundings: a bound of one digit may show the next one
        const shown = boundsIn(then);
        for (const [i, bound] of boundsIn(now).entries()) {
          expect(bound).toBeLessThanOrEqual(2 * shown[i]!);
          expect(bound).toBeGreaterThanOrEqual(shown[i]! / 2);
        }
      }
    });

    test('is set by the keyboard alone, and goes back', async () => {
      const demo = await restarted(page, name);
      const { key, p, next } = await firstNumber(name);
      const slide = demo.locator(`[data-slides="${key}"]`);
      const box = demo.locator(`[data-key="${key}"]`);
      const before = await picture(demo);
      await page.waitForTimeout(ONE_STEP);
      // From the slider one step of the tabulator leads to its number box.
      await slide.focus();
      await page.keyboard.press('Tab');
      expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('ArrowUp');
      await settled(page, name, `1_${key}_${next}`);
      expect(await box.inputValue()).toBe(String(next));
      await addressed(page, name, `1_${key}_${next}`);
      await page.waitForTimeout(ONE_STEP);
      await page.keyboard.press('PageUp');
      const far = Math.min(Number((next + 10 * p.step).toFixed(6)), p.max);
      if (far !== next) {
        await settled(page, name, `1_${key}_${far}`);
        await addressed(page, name, `1_${key}_${far}`);
        await page.goBack();
      }
      await settled(page, name, `1_${key}_${next}`);
      await page.goBack();
      await settled(page, name, '');
      expect(await picture(demo)).toBe(before);
    });

    test('leads the keyboard to everything that can be used, and shows where it is', async () => {
      const demo = await restarted(page, name);
      await demo.locator('.demo-table').evaluate((details) => details.removeAttribute('open'));
      const all = await demo.evaluate((host) => {
        const usable = 'a[href], button, input, select, summary, [tabindex="0"]';
        const seen = [...host.querySelectorAll<HTMLElement>(usable)].filter((e) =>
          e.checkVisibility({ visibilityProperty: true }),
        );
        seen.forEach((e, i) => e.setAttribute('data-nth', String(i)));
        seen[0]!.focus();
        return seen.length;
      });
      const unseen: string[] = [];
      for (let i = 0; i < all; i++) {
        if (i > 0) await page.keyboard.press('Tab');
        const found = await page.evaluate(() => {
          const e = document.activeElement!;
          const ring = [e, ...e.querySelectorAll('.reach')].map((part) => getComputedStyle(part));
          const shown = ring.some((s, k) => (k === 0 ? s.outlineStyle !== 'none' : s.stroke !== 'none'));
          return { nth: e.getAttribute('data-nth'), shown, html: e.outerHTML.slice(0, 80) };
        });
        expect(found.nth, found.html).toBe(String(i));
        // what a script has focused shows no ring: only the keyboard's own steps do
        if (i > 0 && !found.shown) unseen.push(found.html);
      }
      expect(unseen).toEqual([]);
    });

    test('is put to what it says to try, and fills the equations of its page', async () => {
      const demo = await restarted(page, name);
      const links = demo.locator('[data-try]');
      expect(await links.count()).toBe(texts[name]!.tries.length);
      for (const link of await links.all()) {
        const to = (await link.getAttribute('data-try'))!;
        await link.press('Enter');
        await settled(page, name, to);
        await addressed(page, name, to);
        for (const formula of await demo.locator('.demo-formula:visible').all()) {
          expect(await formula.getAttribute('data-says')).not.toBe('false');
          for (const text of await formula.locator('[data-number]').allTextContents()) expect(text).toMatch(/\d|∞/);
        }
      }
    });

    test('comes back from its address, in a page that is opened with it', async () => {
      const { key, next } = await firstNumber(name);
      const demo = await restarted(page, name);
      await demo.locator(`[data-key="${key}"]`).fill(String(next));
      await settled(page, name, `1_${key}_${next}`);
      const drawn = await picture(demo);
      await addressed(page, name, `1_${key}_${next}`);
      await page.reload();
      await demo.scrollIntoViewIfNeeded();
      await settled(page, name, `1_${key}_${next}`);
      expect(await picture(demo)).toBe(drawn);
      expect(await demo.locator('.demo-note').textContent()).toBe('');
    });

    test('takes no harm from its address, and says so', async () => {
      const { key } = await firstNumber(name);
      const demo = await restarted(page, name);
      const [first, ...others] = [`1_${key}_1e999`, '1_<script>alert(1)</script>', `1_${'a'.repeat(3000)}`] as const;
      await page.goto(`${site.url}${path}?${name}=${encodeURIComponent(first)}#demo-${name}`);
      await settled(page, name, '');
      expect(await demo.locator('.demo-note').textContent()).not.toBe('');
      // the same when it comes by the back button
      for (const bad of others) {
        await demo.locator('.demo-note').evaluate((note) => (note.textContent = ''));
        await page.evaluate(
          (query) => {
            history.replaceState(null, '', query);
            dispatchEvent(new PopStateEvent('popstate'));
          },
          `?${name}=${encodeURIComponent(bad)}`,
        );
        await settled(page, name, '');
        expect(await demo.locator('.demo-note').textContent()).not.toBe('');
      }
    });

    test('refuses what is typed and cannot be set, in words, and gives its numbers with bounds and as files', async () => {
      const demo = await restarted(page, name);
      const { key, p } = await firstNumber(name);
      const box = demo.locator(`[data-key="${key}"]`);
      await box.fill('99999');
      expect(await box.getAttribute('aria-invalid')).toBe('true');
      await box.blur();
      expect(await box.inputValue()).toBe(String(p.initial));
      expect(await demo.locator('.demo-note').textContent()).toContain(String(p.initial));
      await demo.evaluate((host) => host.classList.remove('bounds'));
      await demo.locator('[data-act="bounds"]').click();
      expect(await demo.locator('.demo-numbers .demo-bound').first().isVisible()).toBe(true);
      await demo.locator('.demo-table').evaluate((details) => details.setAttribute('open', ''));
      await demo.locator('tbody tr').first().waitFor();
      for (const [act, start] of [
        ['svg', '<svg xmlns'],
        ['csv', await firstOfTable(demo)],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          demo.locator(`[data-act="${act}"]`).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`${name}.${act}`);
        const text = readFileSync(await download.path(), 'utf8');
        expect(text.slice(0, start.length)).toBe(start);
        // Colours are values there, not names that only this page knows.
        expect(text).not.toMatch(/var\(|NaN|undefined/);
      }
    });

    test('has targets of 44 px under a finger, and does not push a phone sideways', async () => {
      const demo = finger.page.locator(`#demo-${name}`);
      await demo.scrollIntoViewIfNeeded();
      await settled(finger.page, name, '');
      const targets = demo.locator('select:visible, input:visible, button:visible, summary, [data-try]');
      const heights = await targets.evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      const wide = await finger.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });

    test('keeps a picture in sight of its controls on a phone', async () => {
      const { page } = finger;
      const demo = page.locator(`#demo-${name}`);
      await demo.scrollIntoViewIfNeeded();
      await settled(page, name, '');
      const first = demo.locator('.demo-panel > svg').first();
      const half = await demo
        .locator('.demo-panel')
        .first()
        .evaluate((panel) => panel.classList.contains('half'));
      // wide: it stays while the last of the controls is moved; two lower ones: the nearer leaves room for a control
      const picture = half ? demo.locator('.demo-panel > svg').last() : first;
      const slides = demo.locator('input[type=range]:visible');
      const slide = half ? slides.first() : slides.last();
      await slide.evaluate((e) => scrollTo({ top: e.getBoundingClientRect().bottom + scrollY - innerHeight + 60, behavior: 'instant' })); // prettier-ignore
      const [above, here] = [(await picture.boundingBox())!, (await slide.boundingBox())!];
      const covered = await page.evaluate(() => {
        const bars = [...document.querySelectorAll('header, mobile-starlight-toc nav')];
        return Math.max(...bars.map((bar) => bar.getBoundingClientRect().bottom));
      });
      expect(above.y).toBeGreaterThanOrEqual(covered - 1);
      expect(above.y + above.height).toBeLessThanOrEqual(here.y);
      expect(here.y + here.height).toBeLessThanOrEqual(800);
      // what has the focus is not under the picture
      await slide.focus();
      await page.keyboard.press('Shift+Tab');
      const focused = await page.evaluate(() => document.activeElement!.getBoundingClientRect().top);
      if (!half) expect(focused).toBeGreaterThanOrEqual(above.y + above.height);
    });

    const parameters = texts[name]!.controls;
    test.runIf('step' in parameters)('moves by one step a press where no motion is wanted', async () => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const demo = await restarted(page, name);
      await demo.locator('[data-key="step"]').fill('2');
      await settled(page, name, '1_step_2');
      await demo.locator('[data-act="play"]').click();
      const next = `1_step_${name === 'two-gradients' ? 4 : 3}`;
      await settled(page, name, next);
      // it would have gone on by now
      await page.waitForTimeout(600);
      await addressed(page, name, next);
      expect(await demo.getAttribute('data-live')).toBe(next);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
    });
  });

  test('has accessible demos that are live, in light and dark', () => accessible(page, path));

  test('has not complained about anything', () => {
    expect([opened, finger].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

describe.each(pathsIn('zh'))('%s', (path) => {
  test('has accessible demos that are live, in light and dark', async () => {
    const { page, complaints, close } = await site.open(path, { viewport: { width: 375, height: 900 } });
    await accessible(page, path);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** How a file of numbers begins: with the name of the first column of the table. */
const firstOfTable = async (demo: Locator): Promise<string> =>
  `${(await demo.locator('thead th').first().textContent())!},`;
