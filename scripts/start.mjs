/** `npm start`: install, check every equation, build, serve. Arguments go to the server, such as `--port 8080`. */
import { ensureInstalled, run, seconds, start } from './lib.mjs';

const since = performance.now();
ensureInstalled();
for (const [command, ...args] of [
  // with the mutants, of which the landing page tells: else each language's build would attack them by itself
  ['node', 'lib/cli.ts', '--mutants'],
  ['astro', 'build'],
]) {
  const code = run(command, args);
  if (code !== 0) process.exit(code);
}
console.log(`ready to serve after ${seconds(since)}`);

const server = start('astro', ['preview', ...process.argv.slice(2)]);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
// npm, ended by a signal, leaves its children behind: a server that nobody owns would keep the port.
const parent = process.ppid;
setInterval(() => process.ppid === parent || server.kill('SIGTERM'), 500).unref();
server.on('exit', (code) => process.exit(code ?? 0));
