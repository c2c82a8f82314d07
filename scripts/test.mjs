/**
 * `npm test`: everything that must be true before a change is accepted, what is quick first. Every step runs
 * even when an earlier one has failed, so that one run shows all that is wrong. `npm test -- types lint`
 * runs the named steps only.
 */
import { ensureInstalled, run, seconds } from './lib.mjs';

const steps = [
  [
    'types',
    [
      ['tsc', '--noEmit'],
      ['astro', 'check', '--minimumFailingSeverity', 'error'],
    ],
  ],
  ['lint', [['eslint', '.']]],
  ['format', [['prettier', '--check', '--log-level', 'warn', '.']]],
  // before the tests and the build, which find here what they need of every relation and its mutants
  ['check', [['node', 'lib/cli.ts', '--mutants']]],
  ['unit', [['vitest', 'run', '--project', 'unit']]],
  ['build', [['astro', 'build']]],
  ['browser', [['vitest', 'run', '--project', 'browser']]],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${steps.map(([step]) => step).join(', ')}`);
  process.exit(2);
}

ensureInstalled();
const results = [];
for (const [name, commands] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  // Looking at an old build would say nothing about this one.
  if (name === 'browser' && results.some((result) => result.name === 'build' && !result.passed)) {
    results.push({ name, passed: false, time: 'not run: the build failed' });
    continue;
  }
  console.log(`\n== ${name}`);
  const since = performance.now();
  const passed = commands.map(([command, ...args]) => run(command, args)).every((code) => code === 0);
  results.push({ name, passed, time: seconds(since) });
}

console.log('');
for (const { name, passed, time } of results) console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  (${time})`);
const failed = results.filter((result) => !result.passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
