/** A Chromium for the tests: the one of the machine if it has one, else the one that comes through npm. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Paths at which a browser may stand, the most wanted first. */
function candidates(): string[] {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  const playwright = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('chromium')) : [];
  return [
    process.env.CHROME_PATH ?? '',
    ...names.map((name) => `/usr/bin/${name}`),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...playwright.flatMap((name) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'].map((end) =>
        join(cache, name, end),
      ),
    ),
  ].filter((path) => path !== '');
}

export async function launch(): Promise<Browser> {
  const executablePath = candidates().find((path) => existsSync(path));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (executablePath) return chromium.launch({ executablePath, args: sandbox });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: install one, or name it in CHROME_PATH');
  }
  // Only so does the package unpack the libraries that a bare machine lacks; it reads this when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // Made for one page in one process: closing the first context would end the browser.
  const args = packed.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg));
  return chromium.launch({ executablePath: await packed.executablePath(), args });
}
