import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../lib/cli.ts';
import { fake } from '../page/fake.ts';

let root = '';

const files: Record<string, string | Uint8Array> = {
  'content/zh/a.mdx': '$1 = 1$\n',
  'content/en/b.md': '$$\n1 = 1 \\label{one}\n$$\n',
  'content/en/a.mdx': '$1 = 1$\n',
  'content/en/a.given': 'odd one\n',
  'content/en/notes.txt': '$1 = 2$',
  'givens/a.given': 'P : pmf\n',
  'givens/en/b.given': 'another odd one\n',
  'false/p.md': 'Text.\n\n$1 = 2$\n',
  'false/q.md': '$1 = 1$\n',
  'latin/bad.md': new Uint8Array([...Buffer.from('ä\n$1 = 1$ na'), 0xef, 0x76, 0x65]),
  'latin/cut.md': new Uint8Array([0x61, 0xe4, 0xbc]),
  'latin/good.md': '$1 = 2$\n',
  'none/readme.txt': '',
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'holds-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
});

afterAll(() => rmSync(root, { recursive: true }));

async function holds(...args: string[]) {
  let [out, err] = ['', ''];
  const terminal = {
    ...{ cwd: root, progress: args.includes('(tty)') },
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const status = await run(
    args.filter((arg) => arg !== '(tty)'),
    terminal,
    fake,
  );
  return { status, out, err };
}

const failed = [
  'false/p.md:3:4 refuted  left = 1  right = 2',
  '    3 | $1 = 2$',
  '      |  ^^^^^',
  '  world: P = (1/2, 1/2), n = 2',
  '  it may mean: a slip of the pen',
  '',
].join('\n');

describe('what is checked', () => {
  test('content, if nothing is said: every page, in order, with the side file beside it', async () => {
    expect(await holds()).toEqual({
      status: 1,
      out:
        'content/en/a.given:1:1 problem  cannot read the given `odd one`\n\n' +
        '3 pages, 3 equations, 3 relations: 3 hold, 0 define, 1 problem (1000 worlds each, seed 1)\n',
      err: '',
    });
    const { pages } = JSON.parse((await holds('--json')).out) as { pages: { path: string }[] };
    expect(pages.map(({ path }) => path)).toEqual(['content/en/a.mdx', 'content/en/b.md', 'content/zh/a.mdx']);
  });

  test('one page', async () => {
    expect(await holds('./content/en/b.md')).toEqual({
      status: 0,
      out: '1 page, 1 equation, 1 relation: 1 holds, 0 define (1000 worlds each, seed 1)\n',
      err: '',
    });
  });

  test('a page that is named twice is checked once', async () => {
    expect((await holds('content', 'content/en/b.md', join(root, 'content'))).out).toContain('3 pages, 3 equations');
  });

  test('a false relation: status 1', async () => {
    expect(await holds('false', '--worlds', '10', '--seed', '7')).toEqual({
      status: 1,
      out: `${failed}\n2 pages, 2 equations, 2 relations: 1 holds, 0 define, 1 refuted (10 worlds each, seed 7)\n`,
      err: '',
    });
  });

  test('progress on a terminal', async () => {
    expect((await holds('false', '(tty)')).err).toBe('\r\x1b[K1/2 false/p.md\r\x1b[K2/2 false/q.md\r\x1b[K');
  });
});

describe('--given', () => {
  test('a folder: by path, then by name', async () => {
    expect((await holds('content', '--given', 'givens')).out).toBe(
      'givens/en/b.given:1:1 problem  cannot read the given `another odd one`\n\n' +
        '3 pages, 3 equations, 3 relations: 3 hold, 0 define, 1 problem (1000 worlds each, seed 1)\n',
    );
  });

  test('a file for one page, whatever its name', async () => {
    expect((await holds('false/q.md', '--given', 'givens/a.given')).status).toBe(0);
    expect((await holds('content/zh/a.mdx', '--given=givens/en/b.given')).status).toBe(1);
  });

  test('a file among several pages is for those of its name', async () => {
    expect((await holds('content', '--given', 'givens/a.given')).status).toBe(0);
    expect(await holds('false', '--given', 'givens/a.given')).toEqual({
      status: 2,
      out: `${failed}\n2 pages, 2 equations, 2 relations: 1 holds, 0 define, 1 refuted (1000 worlds each, seed 1)\n`,
      err: 'holds: --given: "givens/a.given" has the name of none of the 2 pages; name its page alone\n',
    });
  });

  test('a path to nothing', async () => {
    const { status, err } = await holds('false/q.md', '--given', 'nowhere');
    expect({ status, err }).toEqual({ status: 2, err: 'holds: --given: there is no file or folder "nowhere"\n' });
  });
});

describe('wrong usage and unreadable files', () => {
  test.each([
    [['--worlds', '0'], '--worlds must be a whole number from 1 to 1000000000, not "0"'],
    [['--worlds', 'many'], '--worlds must be a whole number from 1 to 1000000000, not "many"'],
    [['--seed=1.5'], '--seed must be a whole number from 0 to 4294967295, not "1.5"'],
    [['--sead', '1'], 'there is no option --sead'],
    [['--json=yes'], '--json takes no value'],
    [['--worlds'], '--worlds needs a value'],
  ])('%j', async (args, message) => {
    expect(await holds(...args)).toEqual({ status: 2, out: '', err: `holds: ${message}\nTry \`holds --help\`.\n` });
  });

  test.each([
    ['nowhere.md', 'there is no file or folder "nowhere.md"'],
    ['none', '"none" holds no page (*.md or *.mdx)'],
    ['none/readme.txt', '"none/readme.txt" is no page: a page ends in .md or .mdx'],
  ])('%s costs no other result', async (path, message) => {
    expect(await holds('false/p.md', path)).toEqual({
      status: 2,
      out: `${failed}\n1 page, 1 equation, 1 relation: 0 hold, 0 define, 1 refuted (1000 worlds each, seed 1)\n`,
      err: `holds: ${message}\n`,
    });
  });

  test('a missing path alone', async () => {
    const err = 'holds: there is no file or folder "nowhere"\n';
    expect(await holds('nowhere')).toEqual({ status: 2, out: '', err });
    const { status, out } = await holds('nowhere', '--json');
    expect([status, (JSON.parse(out) as { pages: unknown }).pages]).toEqual([2, []]);
  });

  test('pages that are not UTF-8 cost no other result', async () => {
    const { status, out } = await holds('latin');
    expect(status).toBe(2);
    expect(out.match(/^(?:latin| {2}hint|\d).*$/gm)).toEqual([
      'latin/bad.md:2:11 problem  the file is not UTF-8: it has the byte 0xEF here',
      '  hint: Save the file in the encoding UTF-8.',
      'latin/cut.md:1:2 problem  the file is not UTF-8: it ends in the middle of a character here',
      '  hint: Save the file in the encoding UTF-8.',
      'latin/good.md:1:4 refuted  left = 1  right = 2',
      '3 pages, 1 equation, 1 relation: 0 hold, 0 define, 1 refuted, 2 problems (1000 worlds each, seed 1)',
    ]);
  });

  test('--help', async () => {
    const { status, out, err } = await holds('--help');
    expect([status, err, out.split('\n')[0]]).toEqual([
      0,
      '',
      'Usage: holds [PATH…] [--json] [--worlds N] [--seed N] [--given PATH] [--mutants] [--no-cache] [--threads N]',
    ]);
  });
});

test('--json prints the documented shape', async () => {
  const { status, out, err } = await holds('content/en/b.md', 'gone.md', '--json', '--worlds=5');
  expect([status, err]).toEqual([2, 'holds: there is no file or folder "gone.md"\n']);
  expect(out).toBe(
    `${JSON.stringify({
      worlds: 5,
      seed: 1,
      pages: [
        {
          path: 'content/en/b.md',
          equations: [
            {
              ...{ label: 'one', display: true, line: 1, column: 1, tex: '1 = 1 \\label{one}' },
              relations: [
                {
                  ...{ line: 2, column: 3, relation: '=', left: '1', right: '1', verdict: 'holds', evidence: 'exact' },
                  ...{ worlds: 5, residual: 0, bound: 0, reason: null, counterexample: null },
                  ...{ values: null, span: { start: 0, end: 17 }, because: null, label: null, offset: 2 },
                },
              ],
              ...{ seed: 1, labels: [], references: [] },
            },
          ],
          problems: [],
        },
      ],
      totals: {
        ...{ equations: 1, relations: 1, holds: 1, refuted: 0, undecided: 0, vacuous: 0, unread: 0, defines: 0 },
        problems: 0,
      },
    })}\n`,
  );
});
