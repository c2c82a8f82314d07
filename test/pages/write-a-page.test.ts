/** The author's guide says nothing that does not happen: each of its pages is checked, and answers what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../lib/cli.ts';

/** A page, in a fence of four backticks, and the answer in the first fence of text after it. */
interface Snippet {
  readonly line: number;
  readonly page: string;
  readonly answer: string;
}

function snippets(path: string): Snippet[] {
  const text = readFileSync(path, 'utf8');
  const fence = /^(?:````mdx[^\n]*\n(.*?)^````|```sh\n.*?^```)\n\n```text[^\n]*\n(.*?)^```$/gms;
  return [...text.matchAll(fence)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    // After a command alone: the page is still empty.
    page: match[1] ?? '',
    answer: match[2]!,
  }));
}

async function answer(page: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'holds-'));
  try {
    writeFileSync(join(cwd, 'my-page.mdx'), page);
    let said = '';
    const out = (text: string) => void (said += text);
    await run(['my-page.mdx', '--no-cache'], { cwd, out, err: out, progress: false });
    return said;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

const guides = ['content/en/write-a-page.mdx', 'content/zh/write-a-page.mdx'];

describe.each(guides)('%s', (path) => {
  const all = snippets(path);

  test('has an answer to each page', () => {
    const text = readFileSync(path, 'utf8');
    expect(all.length).toBe(text.match(/^````mdx/gm)!.length + 1);
    expect(all.length).toBeGreaterThanOrEqual(8);
  });

  test.each(all)('line $line', async ({ page, answer: expected }) => {
    expect((await answer(page)).trim()).toBe(expected.trim());
  });
});

test('both guides show the same pages, but for their words', () => {
  const formulas = (path: string) =>
    snippets(path).map(({ page }) =>
      (page.match(/```\w.*?```|\$\$.*?\$\$/gs) ?? []).join('\n').replace(/\\text\{[^}]*\}/g, ''),
    );
  expect(formulas(guides[1]!)).toEqual(formulas(guides[0]!));
});
