/** A page of the built site in a browser, with all that it complains about. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launch } from './chromium.ts';
import { serve } from './serve.ts';

export const dist = resolve(import.meta.dirname, '../..', process.env.HOLDS_DIST ?? 'dist');
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const desk = { width: 1280, height: 800 };
export const phone = { width: 375, height: 700 };

/** Of a browser, and how many times slower than this one it computes. */
type Options = NonNullable<Parameters<Browser['newContext']>[0]> & { readonly slowness?: number };

export interface Opened {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors, answers of 400 and above: so far, and what comes later. */
  readonly complaints: readonly string[];
  /** Requests to other hosts. */
  readonly strangers: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  /** In a context of its own, which `close` ends. */
  readonly open: (path: string, options?: Options) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

function listen(page: Page, own: string): Pick<Opened, 'complaints' | 'strangers'> {
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return { complaints, strangers };
}

/** Serves the built site to a browser. */
export async function open(): Promise<Site> {
  const { url, close } = await serve(dist);
  const browser = await launch();
  return {
    url,
    browser,
    open: async (path, { slowness = 1, ...options } = {}) => {
      const context = await browser.newContext({ viewport: desk, ...options });
      const page = await context.newPage();
      if (slowness > 1)
        await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowness });
      const heard = listen(page, url);
      await page.addInitScript(() => {
        const seen = window as unknown as { shifts: number };
        seen.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.shifts += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(url + path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      return { page, ...heard, close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      close();
    },
  };
}
