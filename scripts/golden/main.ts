/**
 * Reads a file of reference cases (the form of test/golden/visible.json) and prints, in their order, one JSON array of
 * {"id", "value", "error"} or {"id", "unsupported"}. Infinities and NaN are strings, as JSON has none.
 */
import { readFileSync } from 'node:fs';
import { type Case, compute } from './compute.ts';

const path = process.argv[2];
if (path === undefined) {
  console.error('golden: no file given. Call it as: npm run -s golden -- FILE');
  process.exit(2);
}
let cases: Case[];
try {
  const data = JSON.parse(readFileSync(path, 'utf8')) as Case[] | { cases: Case[] };
  cases = Array.isArray(data) ? data : data.cases;
  if (!Array.isArray(cases)) throw new Error('found no list "cases"');
} catch (error) {
  console.error(`golden: cannot read ${path}: ${(error as Error).message}`);
  process.exit(2);
}
const plain = (x: number): number | string => (Number.isFinite(x) ? x : String(x));
const rows = cases.map((c) => {
  const got = compute(c);
  const row = 'unsupported' in got ? got : { value: plain(got.value), error: plain(got.error) };
  return JSON.stringify({ id: c.id, ...row });
});
console.log(`[\n${rows.join(',\n')}\n]`);
