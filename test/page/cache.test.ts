/** Evidence that is kept: found again under the very same content, and under nothing else. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChecker, hasRelation } from '../../lib/check/index.ts';
import { cached, libVersion, versionOf } from '../../lib/page/cache.ts';
import type { Checks } from '../../lib/page/check.ts';
import { checkPage } from '../../lib/page/index.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'holds-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The library's checks, with a list of what was really looked at. */
function counting(): { checks: Checks; looked: string[] } {
  const looked: string[] = [];
  const createCounting: Checks['createChecker'] = (options) => {
    const checker = createChecker(options);
    return {
      problems: (givens) => checker.problems(givens),
      check: (source) => {
        looked.push(source.tex);
        return checker.check(source);
      },
    };
  };
  return { checks: { createChecker: createCounting, hasRelation }, looked };
}

const PAGE = ['```given', 'a : real', '```', '', '$$', 'b := 2 a', '$$', '', '$$', 'b - a = a', '$$', '', '$$', 'a + a = 2 a', '$$', ''].join('\n'); // prettier-ignore

function run(text: string, { version = 'one', worlds = 50, seed = 1, path = 'p.mdx', mutants = false } = {}) {
  const { checks, looked } = counting();
  const record = checkPage(text, path, { worlds, seed, mutants }, cached(checks, folder, version));
  return { record, looked };
}

describe('evidence is found again', () => {
  test('and is the same, byte for byte', () => {
    const first = run(PAGE);
    const second = run(PAGE);
    expect(first.looked).toHaveLength(3);
    expect(second.looked).toEqual([]);
    expect(JSON.stringify(second.record)).toBe(JSON.stringify(first.record));
  });
  test('at its new place, when the page has moved', () => {
    run(PAGE);
    const moved = run(`Words.\n\n${PAGE}`);
    expect(moved.looked).toEqual([]);
    expect(moved.record).toEqual(checkPage(`Words.\n\n${PAGE}`, 'p.mdx', { worlds: 50, seed: 1 }));
  });
  test('a changed line is looked at alone, with the definitions before it', () => {
    run(PAGE);
    const changed = PAGE.replace('b - a = a', 'b - 2 a = 0');
    const { record, looked } = run(changed);
    expect(looked).toEqual(['b := 2 a', 'b - 2 a = 0']);
    expect(record).toEqual(checkPage(changed, 'p.mdx', { worlds: 50, seed: 1 }));
  });
});

describe('a page in another language', () => {
  const words = PAGE.replace('a + a = 2 a', '\\begin{aligned} a + a &= 2 a && \\text{two of them} \\end{aligned}');
  const inEnglish = 'content/en/p.mdx';
  const inChinese = 'content/zh/p.mdx';
  test('has the same worlds, and so the same evidence', () => {
    const [one, two] = [inEnglish, inChinese].map((path) => checkPage(PAGE, path, { worlds: 50, seed: 1 }));
    expect(two!.equations).toEqual(one!.equations);
  });
  test('finds what was found of the same trees, in its own words', () => {
    run(words, { path: inEnglish });
    const judged: string[] = [];
    const checks: Checks = {
      hasRelation,
      createChecker: ({ found, ...options }) =>
        createChecker({
          ...options,
          found: (statement) => {
            const records = found!(statement);
            if (!records) judged.push(statement);
            return records;
          },
        }),
    };
    const text = words.replaceAll('two of them', 'zwei davon');
    const record = checkPage(text, inChinese, { worlds: 50, seed: 1 }, cached(checks, folder, 'one'));
    expect(judged).toEqual([]);
    expect(record).toEqual(checkPage(text, inChinese, { worlds: 50, seed: 1 }));
    expect(record.equations[2]!.relations[0]!.because).toBe('zwei davon');
    expect(readdirSync(folder)).toHaveLength(2);
  });
  test('is looked at anew where it says something else', () => {
    run(PAGE, { path: inEnglish });
    const { record } = run(PAGE.replace('a : real', 'a : real\nc : real').replace('a + a = 2 a', 'a + a = 3 a'), {
      path: inChinese,
    });
    expect(record.equations.map(({ relations }) => relations[0]!.verdict)).toEqual(['defines', 'holds', 'refuted']);
  });
});

describe('a page whose mutants were tried', () => {
  test('has been looked at: its evidence is found without them, and is the same', () => {
    run(PAGE, { mutants: true });
    const judged: string[] = [];
    const checks: Checks = {
      hasRelation,
      createChecker: ({ found, ...options }) =>
        createChecker({ ...options, found: (s) => found!(s) ?? void judged.push(s) }),
    };
    const record = checkPage(PAGE, 'p.mdx', { worlds: 50, seed: 1 }, cached(checks, folder, 'one'));
    expect(judged).toEqual([]);
    expect(record).toEqual(checkPage(PAGE, 'p.mdx', { worlds: 50, seed: 1 }));
    expect(readdirSync(folder)).toHaveLength(2);
  });
});

describe('nothing stale is served', () => {
  const anew = (change: (page: string) => string, options = {}) => {
    run(PAGE);
    return run(change(PAGE), options);
  };
  const same = (page: string): string => page;
  test.each([
    ['a changed equation', (p: string) => p.replace('a + a = 2 a', 'a + a = 3 a'), {}, ['b := 2 a', 'a + a = 3 a']],
    [
      'a changed given',
      (p: string) => p.replace('a : real', 'a : positive'),
      {},
      ['b := 2 a', 'b - a = a', 'a + a = 2 a'],
    ],
    [
      'a changed definition before it',
      (p: string) => p.replace('b := 2 a', 'b := 3 a'),
      {},
      ['b := 3 a', 'b - a = a', 'a + a = 2 a'],
    ],
    ['a changed sort or any other file of lib', same, { version: 'two' }, ['b := 2 a', 'b - a = a', 'a + a = 2 a']],
    ['more worlds', same, { worlds: 60 }, ['b := 2 a', 'b - a = a', 'a + a = 2 a']],
    ['another seed', same, { seed: 2 }, ['b := 2 a', 'b - a = a', 'a + a = 2 a']],
    ['the same text on another page', same, { path: 'q.mdx' }, ['b := 2 a', 'b - a = a', 'a + a = 2 a']],
    ['mutants asked for', same, { mutants: true }, ['b := 2 a', 'b - a = a', 'a + a = 2 a']],
  ] as const)('%s', (_, change, options, looked) => {
    expect(anew(change, options).looked).toEqual(looked);
  });
  test('a changed definition refutes what stood on it', () => {
    const { record } = anew((page) => page.replace('b := 2 a', 'b := 3 a'));
    expect(record.equations.map(({ relations }) => relations[0]!.verdict)).toEqual(['defines', 'refuted', 'holds']);
  });
  test('a given that comes to stand below the definition of its name takes it back', () => {
    const block = ['```given', 'b : positive', '```', ''];
    const lines = PAGE.split('\n');
    const over = [...block, ...lines].join('\n');
    const below = [...lines.slice(0, 8), ...block, ...lines.slice(8)].join('\n');
    run(over);
    const verdicts = (text: string, from = run(text).record) => from.equations.map((e) => e.relations[0]!.verdict);
    expect(verdicts(below)).toEqual(verdicts(below, checkPage(below, 'p.mdx', { worlds: 50, seed: 1 })));
    expect(verdicts(below)[1]).toBe('refuted');
  });
  test('a damaged file is no evidence', () => {
    run(PAGE);
    const [file] = readdirSync(folder);
    writeFileSync(join(folder, file!), readFileSync(join(folder, file!), 'utf8').slice(0, -5));
    expect(run(PAGE).looked).toHaveLength(3);
  });
});

test('a sort that is changed in a copy of the library re-checks what it had found', () => {
  for (const name of ['lib', 'package.json', 'package-lock.json'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'p.md'), ['```given', 'a : positive', '```', '', '$$', 'a > 0', '$$', ''].join('\n'));
  const holds = () => spawnSync(process.execPath, ['lib/cli.ts', 'p.md'], { cwd: folder, encoding: 'utf8' });
  expect([holds().status, holds().status]).toEqual([0, 0]);
  const sort = join(folder, 'lib/meaning/sort/number.ts');
  const text = readFileSync(sort, 'utf8');
  writeFileSync(sort, text.replaceAll('fractions(1, 64, 8)', 'fractions(-64, 64, 8)'));
  expect(readFileSync(sort, 'utf8')).not.toBe(text);
  const after = holds();
  expect([after.status, after.stdout]).toEqual([1, expect.stringContaining('refuted')]);
});

describe('the version', () => {
  test('is of the content of every file below, and of no date', () => {
    mkdirSync(join(folder, 'sort'));
    writeFileSync(join(folder, 'a.ts'), 'one');
    writeFileSync(join(folder, 'sort', 'law.ts'), 'two');
    const before = versionOf([folder]);
    writeFileSync(join(folder, 'a.ts'), 'one');
    expect(versionOf([folder])).toBe(before);
    writeFileSync(join(folder, 'sort', 'law.ts'), 'three');
    expect(versionOf([folder])).not.toBe(before);
    writeFileSync(join(folder, 'sort', 'law.ts'), 'two');
    writeFileSync(join(folder, 'b.ts'), '');
    expect(versionOf([folder])).not.toBe(before);
  });
  test('of the library is that of lib and of the lock file', () => {
    expect(libVersion()).toBe(versionOf(['lib', 'package-lock.json'].map((name) => join(process.cwd(), name))));
  });
  test('without one nothing is kept', () => {
    const { checks, looked } = counting();
    checkPage(PAGE, 'p.mdx', { worlds: 10, seed: 1 }, cached(checks, folder, null));
    checkPage(PAGE, 'p.mdx', { worlds: 10, seed: 1 }, cached(checks, folder, null));
    expect(looked).toHaveLength(6);
    expect(readdirSync(folder)).toEqual([]);
  });
});
