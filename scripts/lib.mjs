/**
 * What the scripts share. They are started by whatever Node the machine has (20 is enough), possibly before
 * anything is installed, so they use only Node's own modules and hand the real work to the Node 24 that the
 * lock file brings into node_modules/.bin.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

/** node_modules/.bin first, so that `node` is the pinned one even when this was not started by npm. */
export const environment = () => ({
  ...process.env,
  PATH: bin + delimiter + (process.env.PATH ?? ''),
  ASTRO_TELEMETRY_DISABLED: '1',
  // TypeScript made into JavaScript once: half of what the command takes to start
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
});

/** Runs a command in the project's folder and returns its exit code; its output goes where ours goes. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
    shell: windows,
    ...options,
  });
  if (result.error) {
    console.error(`cannot run ${command}: ${result.error.message}`);
    return 127;
  }
  // A child ended by a signal has no code; 128 says "not by its own will" as shells do.
  return result.status ?? 128;
}

export function start(command, args, options = {}) {
  return spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(), shell: windows, ...options });
}

/** Installs from the lock file unless what is installed is at least as new as the lock file. */
export function ensureInstalled() {
  const lock = join(root, 'package-lock.json');
  const stamp = join(root, 'node_modules', '.package-lock.json');
  const node = join(bin, windows ? 'node.cmd' : 'node');
  if (existsSync(stamp) && existsSync(node) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  const had = existsSync(stamp);
  console.log(had ? 'package-lock.json is newer than node_modules: npm ci' : 'no node_modules yet: npm ci');
  // The engine warnings speak of the Node that runs npm, not of the one that will run the project.
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) process.exit(code);
}

/** Seconds since `since`, for the summary. */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
