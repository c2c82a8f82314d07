/** What only some demos can do: long work, points that are moved, links that are copied. Each opens a page of its own. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture, places, restarted, settled } from './demo.ts';
import { type Opened, type Site, desk, open as openSite, phone } from './open.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** A page of its own. */
async function alone(
  name: string,
  options: Parameters<Site['open']>[1] = { viewport: desk },
): Promise<Opened & { readonly demo: Locator }> {
  const opened = await site.open(places.find((place) => place.name === name)!.path, options);
  return { ...opened, demo: await restarted(opened.page, name) };
}

test('a long computation shows its progress and can be stopped', async () => {
  const name = 'large-numbers';
  const { page, demo, complaints, close } = await alone(name);
  const before = await picture(demo);
  await demo.locator('[data-key="n"]').fill('2000');
  await demo.locator('[data-key="law"]').selectOption('die');
  const bar = demo.locator('.demo-busy progress');
  const place = (await demo.locator('.demo-numbers').boundingBox())!.y;
  await bar.waitFor();
  // it moves, and nothing else does
  await page.waitForFunction((element) => (element as HTMLProgressElement).value > 0, await bar.elementHandle());
  expect((await demo.locator('.demo-numbers').boundingBox())!.y).toBe(place);
  await demo.locator('[data-act="stop"]').click();
  expect(await demo.locator('.demo-busy').isVisible()).toBe(false);
  expect(await demo.locator('.demo-note').textContent()).not.toBe('');
  expect(await picture(demo)).toBe(before);
  await demo.locator('[data-act="reset"]').click();
  await settled(page, name, '');
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  ['large-numbers', '1_law_die_n_60'],
  ['elbo', '1_k_64'],
  ['em', '1_n_200_step_30'],
])('what %s needs long for is found in a worker: %s', async (name, state) => {
  const { page, demo, complaints, close } = await alone(name);
  expect(page.workers()).toEqual([]);
  const working = page.waitForEvent('worker');
  await page.evaluate(
    ([name, state]) => {
      history.replaceState(null, '', `?${name}=${state}`);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    [name, state] as const,
  );
  await working;
  await settled(page, name, state);
  expect(await demo.locator('.demo-busy').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await close();
});

test('observations are moved and removed by keys, and the focus stays', async () => {
  const { page, demo, close } = await alone('likelihood');
  const handle = demo.locator('[data-handle="x.1"]');
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await settled(page, 'likelihood', '1_x_-1.2*0.5*0.9*1.6*2.3');
  expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Delete');
  await settled(page, 'likelihood', '1_x_-1.2*0.9*1.6*2.3');
  expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
  // the last of the list leaves the focus to the one before it
  await demo.locator('[data-handle="x.3"]').focus();
  await page.keyboard.press('Delete');
  await settled(page, 'likelihood', '1_x_-1.2*0.9*1.6');
  expect(await page.evaluate(() => document.activeElement!.getAttribute('data-handle'))).toBe('x.2');
  const point = (await demo.locator('[data-handle="x.0"]').boundingBox())!;
  await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
  await page.mouse.down();
  await page.mouse.move(point.x + point.width / 2 + 60, point.y, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/likelihood=1_x_(0|-0\.\d|0\.\d)\*0\.9/);
  await close();
});

test('points are added by a press on the ground of their picture and removed by being dragged out of it', async () => {
  const { page, demo, complaints, close } = await alone('likelihood');
  const svg = demo.locator('svg[data-adds="x"]');
  await svg.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await svg.boundingBox())!;
  // the frame of the picture: from 50 to 562 of 580 for -5 to 5
  const at = (value: number): number => x + (width * (50 + ((value + 5) / 10) * 512)) / 580;
  await page.mouse.click(at(-3), y + height / 2);
  await settled(page, 'likelihood', '1_x_-1.2*0.4*0.9*1.6*2.3*-3');
  expect(await page.evaluate(() => document.activeElement!.getAttribute('data-handle'))).toBe('x.5');
  // a press that slips is none
  await page.mouse.move(at(3), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(at(4), y + height / 2, { steps: 3 });
  await page.mouse.up();
  await page.waitForTimeout(100);
  expect(await demo.getAttribute('data-live')).toBe('1_x_-1.2*0.4*0.9*1.6*2.3*-3');
  const pick = async (handle: string): Promise<void> => {
    const knob = (await demo.locator(`[data-handle="${handle}"] .knob`).boundingBox())!;
    await page.mouse.move(knob.x + knob.width / 2, knob.y + knob.height / 2);
    await page.mouse.down();
  };
  // out of it and back again: it stays
  await pick('x.5');
  await page.mouse.move(at(-3), y - 60, { steps: 4 });
  expect(await demo.locator('.demo-panels.leaving').count()).toBe(1);
  await page.mouse.move(at(-3), y + height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await demo.locator('.demo-panels.leaving').count()).toBe(0);
  await settled(page, 'likelihood', '1_x_-1.2*0.4*0.9*1.6*2.3*-3');
  await pick('x.0');
  await page.mouse.move(at(-1.2), y - 60, { steps: 4 });
  await page.mouse.up();
  await settled(page, 'likelihood', '1_x_0.4*0.9*1.6*2.3*-3');
  expect(complaints).toEqual([]);
  await close();
});

test('points are added by Enter as well; of a full list and of the last point the reader is told', async () => {
  const { page, demo, close } = await alone('likelihood');
  await demo.locator('[data-handle="x.4"]').focus();
  await page.keyboard.press('Enter');
  await settled(page, 'likelihood', '1_x_-1.2*0.4*0.9*1.6*2.3*2.3');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-handle') === 'x.5');
  await page.keyboard.press('ArrowRight');
  await settled(page, 'likelihood', '1_x_-1.2*0.4*0.9*1.6*2.3*2.4');
  const box = demo.locator('[data-key="x"]');
  await box.fill('1 2 3 4 1 2 3 4 1 2 3 4');
  await demo.locator('[data-act="add"][data-of="x"]').click();
  expect(await demo.locator('.demo-note').textContent()).toBe('There is room for 12 points here. Remove one first.');
  await box.fill('1.5');
  await settled(page, 'likelihood', '1_x_1.5');
  await demo.locator('[data-handle="x.0"]').focus();
  await page.keyboard.press('Delete');
  expect(await demo.locator('.demo-note').textContent()).toBe('One point has to stay.');
  expect(await demo.getAttribute('data-live')).toBe('1_x_1.5');
  await close();
});

test('points are added and removed by buttons, and a seed is followed by the next', async () => {
  const { page, demo, close } = await alone('likelihood');
  await demo.locator('[data-act="add"][data-of="x"]').click();
  await settled(page, 'likelihood', '1_x_-1.2*0.4*0.9*1.6*2.3*0.8');
  await demo.locator('[data-act="drop"][data-of="x"]').click();
  await settled(page, 'likelihood', '');
  await close();
  const tossed = await alone('underflow');
  await tossed.demo.locator('[data-act="seed"]').click();
  await settled(tossed.page, 'underflow', '1_seed_2');
  expect(await tossed.demo.locator('[data-key="seed"]').inputValue()).toBe('2');
  await tossed.close();
});

test('under a finger the nearest of several points is taken, and each can be reached', async () => {
  const { page, demo, close } = await alone('likelihood', { viewport: phone, hasTouch: true, isMobile: true });
  const points = await demo.locator('[data-handle^="x."]').all();
  const reaches = await Promise.all(points.map((point) => point.locator('.reach').boundingBox()));
  for (const reach of reaches) expect(Math.min(reach!.width, reach!.height)).toBeGreaterThanOrEqual(44);
  for (const [i, point] of points.entries()) {
    await point.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await point.locator('.knob').boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    expect(await page.evaluate(() => document.activeElement!.getAttribute('data-handle'))).toBe(`x.${i}`);
  }
  await close();
});

test('its link is copied, and leads to what is seen', async () => {
  const { page, demo, close } = await alone('nll', { permissions: ['clipboard-read', 'clipboard-write'] });
  await demo.locator('[data-key="n"]').fill('20');
  await settled(page, 'nll', '1_n_20');
  await demo.locator('[data-act="link"]').click();
  await demo.locator('.demo-note', { hasText: 'The link is copied.' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${site.url}${places.find(({ name }) => name === 'nll')!.path}?nll=1_n_20#demo-nll`);
  await close();
});

test('what has changed is said once the reader is at rest, in a polite live region', async () => {
  const { page, demo, close } = await alone('nll');
  const said = demo.locator('.demo-said');
  expect(await said.getAttribute('role')).toBe('status');
  const before = await said.textContent();
  await demo.locator('[data-key="n"]').fill('20');
  await settled(page, 'nll', '1_n_20');
  expect(await said.textContent()).toBe(before);
  await said.filter({ hasText: 'With 20 draws' }).waitFor();
  await close();
});

test('under the open menu of a phone the page does not scroll', async () => {
  const { page, close } = await alone('nll', { viewport: phone, hasTouch: true, isMobile: true });
  const overflow = () => page.evaluate(() => getComputedStyle(document.body).overflowY);
  expect(await overflow()).toBe('visible');
  await page.locator('.sl-menu-button').click();
  expect(await overflow()).toBe('hidden');
  await page.locator('.sl-menu-button').click();
  expect(await overflow()).toBe('visible');
  await close();
});
