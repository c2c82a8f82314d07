/** Pages that speak of each other: what is wrong among them is said at its place, with what to do. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../lib/check/record.ts';
import { withBook } from '../../lib/page/book.ts';
import { citations } from '../../lib/page/circle.ts';
import { pagesAt } from '../../lib/page/files.ts';
import { checkPages } from '../../lib/page/pages.ts';
import { readPage } from '../../lib/page/read.ts';
import { bookOf } from '../../lib/page/shelf.ts';
import { fake } from './fake.ts';

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

const page = (...lines: string[]): string => ['---', 'title: A page', '---', '', ...lines, ''].join('\n');
const equation = (tex: string): string[] => ['$$', tex, '$$', ''];

function write(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'holds-'));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const said = ({ place, message, hint }: Problem) => `${place.path}:${place.line}:${place.column} ${message} | ${hint}`;

/** The mistakes of some pages of a book, as the command says them. */
async function mistakes(files: Record<string, string>, paths = ['content']): Promise<string[]> {
  const options = { cwd: write(files), worlds: 1, seed: 1 };
  const { ledger } = await checkPages(paths, options, () => fake);
  return ledger.pages.flatMap(({ problems }) => problems.map(said));
}

const one = page('## Wide and narrow', '', ...equation('1 = 1 \\label{one}'));

describe('a reference', () => {
  test('reaches every page of its language, from formulas and from prose', async () => {
    const two = page(
      'By [](#one), [](one#one), [words](one#one), [words](one), [](one), [words](one#wide-and-narrow),',
      '[words](#here), [out](https://example.org/a#b), $\\eqref{one}$.',
      '',
      '## Here',
      '',
      ...equation('1 \\overset{\\eqref{one}}{=} 1 \\label{two}'),
    );
    const files = { 'content/en/one.mdx': one, 'content/en/two.mdx': two };
    expect(await mistakes(files)).toEqual([]);
    expect(await mistakes(files, ['content/en/two.mdx'])).toEqual([]);
  });

  test.each([
    ['[](#onne)', 'no page of content/en has an equation with the label "onne" | Did you mean "one"?'],
    [
      '[](#zebra)',
      'no page of content/en has an equation with the label "zebra" | Write `\\label{zebra}` in the equation that is meant.',
    ],
    ['[](ome#one)', 'there is no page "ome" in content/en | The label "one" stands on "one".'],
    ['[words](ome)', 'there is no page "ome" in content/en | Did you mean "one"?'],
    ['[words](evidence)', 'there is no page "evidence" in content/en | The pages are: one, two.'],
    [
      '[](two#one)',
      'the page "two" has no equation with the label "one" | It stands on "one": write `one#one`, or `#one`.',
    ],
    [
      '[words](one#wide-and-narow)',
      'the page "one" has no equation or heading "wide-and-narow" | Did you mean "wide-and-narrow"?',
    ],
    [
      '[words](../one/)',
      '“../one/” is neither a page of the book nor an address outside it | ' +
        'Write `page`, `page#label`, `#label`, or an address that begins with `https:`.',
    ],
  ])('that leads nowhere: %s', async (link, said) => {
    const files = { 'content/en/one.mdx': one, 'content/en/two.mdx': page(`By ${link}.`) };
    expect(await mistakes(files)).toEqual([`content/en/two.mdx:5:4 ${said}`]);
  });

  test('in other people’s Markdown reaches its own page only', async () => {
    const files = { 'notes/one.md': '$$\n1 = 1 \\label{one}\n$$\n', 'notes/two.md': '[](#one)\n' };
    expect(await mistakes(files, ['notes'])).toEqual([
      'notes/two.md:1:1 no equation of this page has the label "one" | Write `\\label{one}` in the equation that is meant.',
    ]);
  });
});

test('a label of two pages is named on both', async () => {
  const files = { 'content/en/a.mdx': one, 'content/en/b.mdx': page(...equation('2 = 2 \\label{one}')) };
  expect(await mistakes(files)).toEqual([
    'content/en/a.mdx:8:7 the label "one" is used twice in the book: it stands at content/en/b.mdx:6:7 too | Give one of the two equations another label.',
    'content/en/b.mdx:6:7 the label "one" is used twice in the book: it stands at content/en/a.mdx:8:7 too | Give one of the two equations another label.',
  ]);
});

describe('a reason', () => {
  const cites = (label: string, cited: string) => equation(`1 \\overset{\\eqref{${cited}}}{=} 1 \\label{${label}}`);

  test('that cites what comes only later on its page', async () => {
    expect(await mistakes({ 'content/en/a.mdx': page(...cites('a', 'b'), ...equation('1 = 1 \\label{b}')) })).toEqual([
      'content/en/a.mdx:6:12 the reason cites "b", which comes only later, at content/en/a.mdx:10:7 | ' +
        'A step rests on what stands before it: move one of the two, or say it in the prose.',
    ]);
  });

  test('that cites its own row, or a later one', async () => {
    const rows = String.raw`\begin{aligned} 1 &= 1 && \eqref{r} \label{r} \\ &= 1 && \text{by \eqref{t}} \label{s} \\ &= 1 && \eqref{r} \label{t} \end{aligned}`;
    expect(await mistakes({ 'content/en/a.mdx': page(...equation(rows)) })).toEqual([
      'content/en/a.mdx:6:27 the reason cites its own equation, "r" | Name what the step rests on.',
      'content/en/a.mdx:6:67 the reason cites "t", which comes only later, at content/en/a.mdx:6:109 | ' +
        'A step rests on what stands before it: move one of the two, or say it in the prose.',
    ]);
  });

  test('that goes in a circle through other pages', async () => {
    const files = {
      'content/en/a.mdx': page(...cites('a', 'b')),
      'content/en/b.mdx': page(...cites('b', 'c'), ...equation('1 = 1 \\label{free}')),
      'content/en/c.mdx': page(...cites('c', 'a'), ...cites('d', 'a'), 'As [](#a) says.'),
    };
    const hint = 'Give one of these steps a reason that needs none of the others.';
    expect(await mistakes(files, ['content/en/a.mdx'])).toEqual([
      'content/en/a.mdx:6:12 the reasons go in a circle: "b" (content/en/b.mdx:6:28), which rests on ' +
        `"c" (content/en/c.mdx:6:28), which rests on this step | ${hint}`,
    ]);
    expect((await mistakes(files)).map((line) => line.slice(0, 24))).toEqual([
      'content/en/a.mdx:6:12 th',
      'content/en/b.mdx:6:12 th',
      'content/en/c.mdx:6:12 th',
    ]);
  });

  test('rests on the rows that its row goes on with, and on no others', async () => {
    const chain = (first: string, second: string) =>
      page(...equation(`\\begin{aligned} 1 &= 1 ${first} \\\\ ${second} \\label{end} \\end{aligned}`));
    const other = page(...cites('other', 'end'));
    const rests = (first: string, second: string) =>
      mistakes({ 'content/en/a.mdx': chain(first, second), 'content/en/b.mdx': other }, ['content/en/b.mdx']);
    expect(await rests('&& \\eqref{other}', '&= 1')).toHaveLength(1);
    expect(await rests('&& \\eqref{other}', '1 &= 1')).toEqual([]);
    expect(await rests('', '&= 1 && \\eqref{other}')).toHaveLength(1);
  });
});

describe('the sources of a page', () => {
  const known = { mackay: { authors: ['David MacKay'], title: 'Information Theory', in: 'Cambridge', year: 2003 } };
  const sourced = (...lines: string[]) => ['---', 'title: T', ...lines, '---', '', 'Words.', ''].join('\n');
  const found = (text: string, list: string | null = JSON.stringify(known)) =>
    mistakes({ 'content/en/a.mdx': text, ...(list === null ? {} : { 'content/sources.json': list }) });

  test('stand in one list for all pages', async () => {
    const text = sourced('sources:', '  - mackay', "  - 'mackay, chapter 2, and more'", 'description: D');
    expect(await found(text)).toEqual([]);
    expect(readPage(text, 'a.mdx').sources.map(({ key, where }) => [key, where])).toEqual([
      ['mackay', ''],
      ['mackay', 'chapter 2, and more'],
    ]);
  });

  test('that are not in it, or are none', async () => {
    const text = sourced('sources:', '  - macky, chapter 2', '- bishop', '  - A Book!');
    expect(await found(text)).toEqual([
      'content/en/a.mdx:4:5 there is no source "macky" | Did you mean "mackay"?',
      'content/en/a.mdx:5:3 there is no source "bishop" | Add "bishop" to sources.json, beside the folders of the languages.',
      'content/en/a.mdx:6:3 “- A Book!” is no source | Write `sources:` and below it one line for each: `  - cover-thomas, chapter 2`.',
    ]);
    expect(await found(sourced('sources: mackay'))).toEqual([
      'content/en/a.mdx:3:1 “mackay” is no source | Write `sources:` and below it one line for each: `  - cover-thomas, chapter 2`.',
    ]);
    const one = sourced('sources:', '  - mackay');
    expect(await found(one, null)).toEqual([
      'content/en/a.mdx:4:5 there is no source "mackay" | Add "mackay" to sources.json, beside the folders of the languages.',
    ]);
    expect(await found(one, '{"mackay": {"title": "T"}}')).toEqual([
      'content/en/a.mdx:4:5 sources.json cannot be read: "mackay" needs "authors" (a list of names), "title", "in" and "year" | null',
    ]);
  });
});

describe('a book in two languages', () => {
  const two = (zh: Record<string, string>) => {
    const there = Object.fromEntries(Object.entries(zh).map(([name, text]) => [`content/zh/${name}.mdx`, text]));
    const cwd = write({ 'content/en/one.mdx': one, 'content/en/two.mdx': page('Words.'), ...there });
    const paths = ['en', 'zh'].flatMap((folder) => pagesAt(`content/${folder}`, cwd)).map(({ path }) => path);
    return paths.flatMap((path) => {
      const read = readPage(readFileSync(join(cwd, path), 'utf8'), path);
      const { problems } = withBook(read, bookOf(read, cwd));
      return problems.map(said);
    });
  };

  test('has the same pages and labels in both', () => {
    expect(two({ one, two: page('话。') })).toEqual([]);
  });

  test('is short of a page', () => {
    expect(two({ one })).toEqual([
      'content/en/two.mdx:1:1 this page has no translation: there is no content/zh/two.mdx | ' +
        'Write it with the same equations, or rename the page in every language.',
    ]);
  });

  test('has a page that was renamed in one of them', () => {
    expect(two({ uno: one, two: page('话。') })).toEqual([
      'content/en/one.mdx:1:1 this page has no translation: there is no content/zh/one.mdx | ' +
        'content/zh/uno.mdx has the same equations: a page has one name in every language.',
      'content/zh/uno.mdx:1:1 this page has no translation: there is no content/en/uno.mdx | ' +
        'content/en/one.mdx has the same equations: a page has one name in every language.',
    ]);
  });

  test('awaits a page, as long as it must', async () => {
    const files = { 'content/en/one.mdx': one, 'content/zh/two.mdx': page('话。') };
    expect(await mistakes({ ...files, 'content/untranslated.json': '["one", "two"]' })).toEqual([]);
    const both = { ...files, 'content/en/two.mdx': page('Words.'), 'content/untranslated.json': '["one", "two"]' };
    const said = '“two” stands in untranslated.json, and is the same in every language | Take it out of the list.';
    expect(await mistakes(both)).toEqual([`content/en/two.mdx:1:1 ${said}`, `content/zh/two.mdx:1:1 ${said}`]);
    await expect(mistakes({ ...both, 'content/untranslated.json': '{}' })).rejects.toThrow(/a list of names of pages/);
  });

  test('has an equation that one of them lacks', () => {
    expect(two({ one: page('话。'), two: page('话。') })).toEqual([
      'content/en/one.mdx:7:1 "one" is not in content/zh/one.mdx | Write the equation there too, or drop it here.',
    ]);
  });
});

test('the citations of a book are told by row and label', () => {
  const cwd = write({ 'content/en/one.mdx': one });
  const text = page(...equation('\\begin{aligned} 2 &= 2 \\\\ &= 2 && \\text{by \\eqref{one}} \\end{aligned}'));
  const book = bookOf(readPage(text, 'content/en/one.mdx'), cwd);
  expect(citations({ pages: [...book.pages, readPage(one, 'content/en/two.mdx')] })).toMatchObject([
    { from: { slug: 'one' }, row: { formula: 0, row: 1 }, to: { slug: 'two' }, label: { name: 'one' } },
  ]);
});
