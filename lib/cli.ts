#!/usr/bin/env node
/** The command `holds`: checks pages and says what does not hold. */
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { CheckOptions, Checks } from './page/check.ts';
import { UsageError } from './page/files.ts';
import { allHold } from './page/ledger.ts';
import { readReviewed, reportMutants, surveyMutants } from './page/mutants.ts';
import { checkPages } from './page/pages.ts';
import { reportTotals } from './page/report.ts';

const USAGE = `Usage: holds [PATH…] [--json] [--worlds N] [--seed N] [--given PATH] [--mutants] [--no-cache] [--threads N]

Checks every relation in the LaTeX of Markdown and MDX pages on random worlds.

  PATH          a page (.md, .mdx) or a folder of pages (default: content)
  --json        print the ledger as JSON
  --worlds N    worlds tried for each relation (default: 1000)
  --seed N      seed of the random worlds (default: 1)
  --given PATH  a file of givens, or a folder with NAME.given for each page
                (default: NAME.given beside the page, if there is one)
  --mutants     also try slips of the pen on every relation that holds: each is
                to be refuted, or listed with a reason in
                content/mutants/PAGE.json
  --no-cache    look at everything anew; else what was found under the very same
                content is taken from .cache/holds
  --threads N   processors that look at worlds (default: all); what is found does
                not depend on it
  --help        print this

Exit status: 0 if every relation holds or defines, 1 if any does not, a page has
a mistake or a mutant lives that nobody has looked at, 2 for wrong usage or unreadable files.
`;

/** The survivors that somebody has looked at, one file for each page. */
const REVIEWED = 'content/mutants';

export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True if a line that is written over again can be seen. */
  readonly progress: boolean;
}

/** Runs the command and returns its exit status. */
export async function run(args: readonly string[], terminal: Terminal, checks?: Checks): Promise<0 | 1 | 2> {
  let command: Command;
  try {
    command = parse(args);
  } catch (error) {
    terminal.err(`holds: ${(error as Error).message}\nTry \`holds --help\`.\n`);
    return 2;
  }
  if (command.help) {
    terminal.out(USAGE);
    return 0;
  }
  const { out, err, cwd } = terminal;
  const progress = (page: string, i: number, count: number) => err(`\r\x1b[K${i + 1}/${count} ${page}`);
  const options = { ...command, cwd, ...(terminal.progress ? { progress } : {}) };
  // other checks than the library's own have no version to be kept under
  const kept = checks ? { ...options, cache: undefined } : options;
  const done = await checkPages(command.paths, kept, checks && (() => checks));
  const { pages, totals } = done.ledger;
  if (terminal.progress && pages.length > 0) err('\r\x1b[K');

  const survey = command.mutants ? surveyMutants(done.ledger, readReviewed(REVIEWED, cwd)) : null;
  if (command.json) out(`${JSON.stringify(done.ledger)}\n`);
  else if (pages.length > 0) out([...done.reports, reportTotals(totals, pages.length, command)].join('\n'));
  if (survey && !command.json) out(reportMutants(survey));
  for (const error of done.errors) err(`holds: ${error}\n`);
  return done.unreadable ? 2 : allHold(totals) && !survey?.faults.length ? 0 : 1;
}

interface Command extends CheckOptions {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly given: string | undefined;
  readonly cache: string | undefined;
  readonly threads: number;
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  worlds: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
  given: { type: 'string' },
  mutants: { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  threads: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function parse(args: readonly string[]): Command {
  // Node's own messages speak of its API, so the arguments are looked at first.
  const { tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = (OPTIONS as Record<string, { type: string } | undefined>)[token.name];
    if (!option) throw new UsageError(`there is no option ${token.rawName}`);
    if (option.type === 'boolean' && token.value !== undefined) throw new UsageError(`--${token.name} takes no value`);
    if (option.type === 'string' && !token.value) throw new UsageError(`--${token.name} needs a value`);
  }
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  return {
    paths: positionals.length > 0 ? positionals : ['content'],
    json: values.json,
    help: values.help,
    given: values.given,
    mutants: values.mutants,
    cache: values['no-cache'] ? undefined : '.cache/holds',
    worlds: wholeNumber('worlds', values.worlds, 1, 1e9),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 32 - 1),
    threads: wholeNumber('threads', values.threads ?? String(availableParallelism()), 1, 1024),
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not "${text}"`);
}

if (import.meta.main) {
  // Whoever reads our output may stop reading: `holds | head` is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    progress: process.stderr.isTTY && !process.env['CI'],
  });
}
