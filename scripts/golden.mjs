/** `npm run -s golden -- FILE`: what the library gives for reference cases, as JSON. */
import { ensureInstalled, run } from './lib.mjs';

ensureInstalled();
process.exit(run('node', ['scripts/golden/main.ts', ...process.argv.slice(2)]));
