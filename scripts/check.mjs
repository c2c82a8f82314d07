/** `npm run -s check -- [PATH…] [--json] …`: the command `holds`, with its arguments and its exit code. */
import { ensureInstalled, run } from './lib.mjs';

ensureInstalled();
process.exit(run('node', ['lib/cli.ts', ...process.argv.slice(2)]));
