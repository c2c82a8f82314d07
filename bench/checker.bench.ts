/** What checking costs: beside the same identities written by hand for fast-check, and for the whole site. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'vitest';
import { createChecker } from '../lib/check/index.ts';
import { readPage } from '../lib/page/read.ts';
import { print, time, use } from './compare.ts';
import { identities, sourceOf } from './identities.ts';

/** Worlds of each relation, as `npm run check` has them; reading and compiling the relation is in the time. */
const WORLDS = 1000;

test('relation-worlds a second', async ({ bench }) => {
  const rates: { name: string; own: number; hand: number }[] = [];
  for (const identity of identities) {
    const source = sourceOf(identity);
    let seed = 0;
    const run = () => createChecker({ page: 'bench.md', worlds: WORLDS, seed: seed++ }).check(source);
    const [relation] = run().relations;
    // infinity against infinity decides nothing, which a few worlds come to
    if (relation!.verdict !== 'holds' || relation!.worlds < 0.9 * WORLDS || !identity.byHand(WORLDS, 1))
      throw new Error(`“${identity.name}” does not hold`);
    const results = await bench.compare(
      bench('own', () => use(run())),
      bench('hand', () => use(identity.byHand(WORLDS, seed++))),
      { time: 1000, iterations: 50, warmupTime: 500, warmupIterations: 50 },
    );
    // the fastest run has least of what the machine does meanwhile
    rates.push({ name: identity.name, own: results.get('own').latency.min, hand: results.get('hand').latency.min });
  }
  const total = (of: (rate: (typeof rates)[number]) => number): number => rates.reduce((s, r) => s + of(r), 0);
  const all = { name: 'all ten', own: total((r) => r.own) / rates.length, hand: total((r) => r.hand) / rates.length };
  const perSecond = (ms: number): string => Math.round((WORLDS / ms) * 1000).toLocaleString('en');
  print(`relation-worlds a second, ${WORLDS} worlds a relation`, [
    ['', 'ours', 'fast-check by hand', 'times the time'],
    ...[...rates, all].map(({ name, own, hand }) => [name, perSecond(own), perSecond(hand), (own / hand).toFixed(2)]),
  ]);
});

test('the whole site', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'holds-bench-'));
  try {
    cpSync('content', join(folder, 'content'), { recursive: true });
    const page = join(folder, 'content/en/mle-is-kl.mdx');
    const text = readFileSync(page, 'utf8');
    const holds = (...args: string[]) => timed(folder, ['content', '--worlds', String(WORLDS), ...args]);
    holds(); // compiles what the later runs find compiled
    const fresh = holds('--no-cache').ms;
    const alone = holds('--no-cache', '--threads', '1').ms;
    const known = holds().ms;
    const line = readPage(text, 'mle-is-kl.mdx').equations.find(({ tex, display }) => display && !/:=|\\begin|\\iff/.test(tex))!; // prettier-ignore
    const changed = text.replace(
      line.tex,
      line.tex.replace(/\s*(\\label\{[^{}]*\})?\s*$/, (label) => ` + 0 ${label}`),
    );
    if (changed === text) throw new Error('no line of the page was changed');
    writeFileSync(page, changed);
    const one = holds().ms;
    writeFileSync(page, text);
    holds();
    writeFileSync(page, changed);
    // as an author checks what is being written
    const onePage = timed(folder, ['content/en/mle-is-kl.mdx']).ms;
    writeFileSync(page, text);
    const { ms, out } = holds('--no-cache', '--mutants');
    const counts = /(\d+) mutants killed, (\d+) alive .*, (\d+) provably/.exec(out);
    const mutants = counts!.slice(1).reduce((s, n) => s + Number(n), 0);
    print(`the whole site: ${/.*worlds each.*/.exec(out)![0]}`, [
      ['', 'time of the process'],
      [`nothing known, on ${availableParallelism()} threads`, time(fresh)],
      ['nothing known, on one', time(alone)],
      ['nothing new', time(known)],
      ['one line new', time(one)],
      ['one line new, its page alone', time(onePage)],
      ['with mutants, nothing known', time(ms)],
    ]);
    console.log(`${mutants} mutants, ${Math.round((mutants / ms) * 1000)} a second`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Runs the command `holds` in a folder as `npm run check` does. */
function timed(cwd: string, args: readonly string[]): { readonly ms: number; readonly out: string } {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(cwd, 'compiled'), NODE_OPTIONS: '' };
  const since = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [resolve('lib/cli.ts'), ...args], { cwd, env, encoding: 'utf8' }); // prettier-ignore
  const ms = performance.now() - since;
  // 1: something on the pages does not hold, which costs no less
  if (status !== 0 && status !== 1) throw new Error(`holds ${args.join(' ')} ended with ${status}: ${stdout}`);
  return { ms, out: stdout };
}
