/**
 * How soon each demo answers, in Chromium on the built site (`npm run build` first): `npm run bench:demos [NAME …]`.
 * - live: from the frame in which a jump brings the demo onto the screen to the one in which it can be used, everything
 *   loaded anew, without the delay of a network. One that is scrolled to is loaded before it is seen. Goal 100 ms.
 * - change: what a step of a slider costs the frame that shows it, from the event to the end of painting. Goal 16 ms. Where
 *   a worker computes, the time until its result is on the screen stands beside it.
 * It reports and never fails: times belong to a machine, and to what else it does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demos } from '../src/demos/index.ts';
import { type Given, initial, snap } from '../src/demos/kit/parameter.ts';
import { launch } from '../test/browser/chromium.ts';
import { serve } from '../test/browser/serve.ts';

const [LIVE, CHANGE] = [100, 16];
const LOADS = 5;
const CHANGES = 24;

const dist = resolve(import.meta.dirname, '..', process.env.HOLDS_DIST ?? 'dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^en[\\/].*index\.html$/.test(file),
);
const asked = process.argv.slice(2);
const site = await serve(dist);
const browser = await launch();

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
const said = (list: readonly number[], goal: number): string =>
  list.length === 0
    ? ''
    : `${middle(list).toFixed(1)} (${Math.max(...list).toFixed(1)})${middle(list) > goal ? ' *' : ''}`;

/** In a page that has just been loaded: milliseconds from the jump to a demo until it can be used. */
async function toLive(path: string, name: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(site.url + path, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  const time = await page.evaluate(async (id) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const demo = document.getElementById(id)!;
    const live = () => demo.hasAttribute('data-live');
    if (live()) return 0;
    demo.scrollIntoView({ behavior: 'instant' });
    await frame();
    const start = performance.now();
    while (!live()) await frame();
    return performance.now() - start;
  }, `demo-${name}`);
  await context.close();
  return time;
}

interface Change {
  readonly frame: number;
  readonly result: number;
}

/** The first change of a slider, and others; each waits for the one before. */
async function changes(path: string, name: string, key: string, values: readonly number[]): Promise<Change[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${site.url}${path}#demo-${name}`, { waitUntil: 'load' });
  await page.locator(`#demo-${name}[data-live]`).waitFor();
  await page.waitForTimeout(500);
  const times = await page.evaluate(
    async ({ id, key, values }) => {
      const frame = () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
      /** The first task after a frame has been painted. */
      const painted = () =>
        new Promise<number>((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now());
          requestAnimationFrame(() => port2.postMessage(0));
        });
      const demo = document.getElementById(id)!;
      const box = demo.querySelector<HTMLInputElement>(`[data-key="${key}"]`)!;
      const list: { frame: number; result: number }[] = [];
      for (const value of values) {
        const before = demo.dataset.live;
        await frame();
        // callbacks of a frame run in the order in which they were asked for: this before the demo's, and `painted` after
        const begins = frame();
        const start = performance.now();
        box.value = String(value);
        box.dispatchEvent(new Event('input', { bubbles: true }));
        const handled = performance.now() - start;
        const end = await painted();
        const cost = handled + end - (await begins);
        list.push({ frame: cost, result: 0 });
        while (demo.dataset.live === before) await frame();
        list.at(-1)!.result = performance.now() - start;
        await new Promise((done) => setTimeout(done, 60));
      }
      return list;
    },
    { id: `demo-${name}`, key, values },
  );
  await context.close();
  return times;
}

console.log(
  `demo              live ms        change ms      first   slider     in a worker ms   (median (most) of ${LOADS} loads, ${CHANGES} changes)`,
);
for (const [name, load] of Object.entries(demos)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const file = files.find((f) => readFileSync(join(dist, f), 'utf8').includes(` data-name="${name}"`));
  if (!file) throw new Error(`no built page has the demo ${name}: run \`npm run build\``);
  const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
  const lives: number[] = [];
  for (let i = 0; i < LOADS; i++) lives.push(await toLive(path, name));
  const { parameters, heavy } = (await load()).default.model;
  const start: Given = initial(parameters);
  let first = true;
  for (const [key, p] of Object.entries(parameters)) {
    if (p.kind !== 'slider' || (p.when && !p.when(start))) continue;
    // away from the start and back, one step at a time, so that nothing is asked for twice running
    const values = Array.from({ length: CHANGES + 1 }, (_, i) => snap(p, p.initial + (i % 2 ? -1 : 1) * ((i >> 1) + 1) * p.step)).filter((x, i, all) => x !== p.initial && x !== all[i - 1]); // prettier-ignore
    const [once, ...rest] = await changes(path, name, key, values);
    const away = heavy?.({ ...start, [key]: values.at(-1)! } as never)
      ? said(
          rest.map((c) => c.result),
          Infinity,
        )
      : '';
    console.log([first ? name.padEnd(17) : ' '.repeat(17), (first ? said(lives, LIVE) : '').padEnd(14), said(rest.map((c) => c.frame), CHANGE).padEnd(14), once!.frame.toFixed(0).padEnd(7), key.padEnd(10), away].join(' ')); // prettier-ignore
    first = false;
  }
}
console.log(`* above the goal of ${LIVE} ms, of ${CHANGE} ms`);
await browser.close();
site.close();
