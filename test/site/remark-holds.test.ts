/** The plugin with the real library: what a page shows, and what stops the build. */
import type { VFileMessage } from 'vfile-message';
import { describe, expect, test } from 'vitest';
import { fixture, render, renderText } from './render.ts';

const failure = async (work: Promise<unknown>): Promise<VFileMessage> => {
  try {
    await work;
  } catch (error) {
    return error as VFileMessage;
  }
  throw new Error('the page passed');
};

const place = ({ line, column }: VFileMessage) => `${line}:${column}`;

describe('a page of which everything holds', async () => {
  const { html, warnings } = await render(fixture('right'));
  const said = [...html.matchAll(/<summary.*?<\/summary>/g)].map(([s]) => s.replace(/<[^>]*>/g, ''));

  test('is drawn without a warning and without a trace of labels', () => {
    expect(warnings).toEqual([]);
    expect(html).not.toMatch(/katex-error|\\label|\\eqref/);
  });

  test('has numbers and verdicts, told in words', () => {
    expect(said).toEqual([
      '(1) holds on 100 worlds, exact',
      '(2) 2 relations hold on 100 worlds each, exact',
      '(3) holds on 100 worlds, exact',
      '(4) holds on 100 worlds, exact',
    ]);
  });

  test('has an address at each equation and each labelled row', () => {
    const ids = [...html.matchAll(/<div[^>]* id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual(expect.arrayContaining(['commute', 'first-row', 'second-row', 'square', 'equation-4']));
  });

  test('shows references as numbers, forwards too, in prose and in formulas', () => {
    const links = [...html.matchAll(/<a href="(#[^"]*)">([^<]*)<\/a>/g)].map((match) => `${match[1]} ${match[2]}`);
    expect(links).toEqual(expect.arrayContaining(['#commute (1)', '#second-row (2b)', '#square (3)']));
    expect(html).toMatch(/<a class="mtight" href="#commute" tabindex="-1">(<span class="[a-z ]*">)*\(1\)</);
  });

  test('shows givens as hypotheses', () => {
    const block = /<div class="given.*?<\/div>/s.exec(html)![0];
    expect(block).toContain('aria-label="Given"');
    expect(block).toMatch(/<li>Let .* be real\.<\/li>/s);
  });

  test('keeps a long equation in a box that the keyboard can scroll', () => {
    expect(html).toContain('<div class="equation-math" tabindex="0" role="group" aria-label="Equation (1)">');
  });
});

test('a page leads to other pages of its book, and to the theorems that it names', async () => {
  const { html } = await render(fixture('cites'));
  const links = [...html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map((match) => `${match[1]} ${match[2]}`);
  expect(links).toEqual([
    '../right/#square (3)',
    '../right/#second-row (2b)',
    '../right/#sums what is right',
    '../right/ Right',
    'https://leanprover-community.github.io/mathlib4_docs/find/?pattern=add_comm#doc <code>add_comm</code>',
    '../right/#commute (1)',
    'https://leanprover-community.github.io/mathlib4_docs/find/?pattern=add_comm#doc <code>add_comm</code>',
  ]);
  expect(html).toContain('; proved in Lean as <a');
  // A link inside a formula is for the mouse; the evidence has it for all.
  expect(html.match(/<a [^>]*href="..\/right\/#commute"[^>]*>/g)).toEqual([
    '<a href="../right/#commute" tabindex="-1">',
    '<a href="../right/#commute">',
  ]);
});

test('the rows of a derivation stand by themselves, each with its reason beside it as text', async () => {
  const rows = String.raw`\begin{aligned} a + b &= b + a && \text{order, as $a$ is real} \label{x} \\ &= a + b && \text{by \eqref{x}}, \eqref{x} \label{y} \end{aligned}.`;
  const text = `\`\`\`given\na, b : real\n\`\`\`\n\n$$\n${rows}\n$$\n`;
  const { html } = await renderText(text);
  const seen = html.replace(/<math.*?<\/math>/gs, '');
  expect(seen.match(/<div class="equation-row"[^>]*>/g)).toEqual([
    '<div class="equation-row">',
    '<div class="equation-row" id="y">',
  ]);
  const reasons = [
    ...seen.matchAll(/<span class="row-reason">(.*?)<\/span><\/span><span class="row-letter"[^>]*>(.)/gs),
  ];
  expect(reasons.map(([, reason, letter]) => [reason!.replace(/<span.*<\/span>/s, '…'), letter])).toEqual([
    ['order, as … is real', 'a'],
    ['by <a href="#x">(1a)</a>, <a href="#x">(1a)</a>', 'b'],
  ]);
  // The stop behind the environment is drawn behind the last formula.
  expect(html).toMatch(/<mo>=<\/mo><mi>a<\/mi><mo>\+<\/mo><mi>b<\/mi><mi mathvariant="normal">\.<\/mi>/);
});

test('a formula is said once: its MathML tells what it is, not how it is drawn or typed', async () => {
  const { html } = await renderText('```given\na, b : real\n```\n\n$$\n(a + b) = (b + a)\n$$\n');
  const maths = html.match(/<math.*?<\/math>/gs)!;
  expect(maths.length).toBeGreaterThan(1);
  for (const math of maths) expect(math).not.toMatch(/xmlns|semantics|annotation|stretchy/);
  expect(html.match(/class="katex-html"/g)!.length).toBe(html.match(/class="katex-html" aria-hidden="true" data-pagefind-ignore=""/g)!.length); // prettier-ignore
});

test('a row that goes on with the one before takes no letter', async () => {
  const rows = String.raw`\begin{aligned} & a \\ &\quad = a \\ &\qquad + 0 \label{x} \\ &\quad = a \label{y} \end{aligned}`;
  const { html } = await renderText(`\`\`\`given\na : real\n\`\`\`\n\n$$\n${rows}\n$$\n\nBy [](#y).\n`);
  expect([...html.matchAll(/<span class="row-letter"[^>]*>(.)/g)].map(([, letter]) => letter)).toEqual(['a', 'b']);
  expect(html).toContain('<a href="#y">(1b)</a>');
});

test('an equation whose first row has no label has each address once', async () => {
  const rows = String.raw`\begin{aligned} a &= a \\ &= a \label{x} \\ &= a \label{y} \end{aligned}`;
  const { html } = await renderText(`\`\`\`given\na : real\n\`\`\`\n\n$$\n${rows}\n$$\n`);
  expect([...html.matchAll(/<div[^>]* id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['x', 'y']);
});

describe('a page stops the build', () => {
  test('with a false equation', async () => {
    const error = await failure(render(fixture('false')));
    expect(place(error)).toBe('13:3');
    expect(error.reason).toMatch(/^test\/site\/fixtures\/false\.mdx:13:3 one thing on this page does not hold/);
    expect(error.reason).toMatch(/refuted {2}left = \S+ {2}right = \S+/);
    expect(error.reason).toMatch(/world: a = \S+, b = \S+/);
  });

  test('with an equation that cannot be read', async () => {
    const error = await failure(render(fixture('unread')));
    expect(place(error)).toBe('12:12');
    expect(error.reason).toMatch(/unread {2}.*\\omega/);
  });

  test('with a malformed equation', async () => {
    const error = await failure(render(fixture('malformed')));
    expect(error.line).toBeGreaterThanOrEqual(11);
    expect(error.line).toBeLessThanOrEqual(13);
    expect(error.reason).toMatch(/^test\/site\/fixtures\/malformed\.mdx:1[1-3]:\d+ /);
  });

  const given = '```given\na, b : real\n```\n\n';
  test.each([
    ['a false inline formula', `${given}Here $a = b$ is claimed.`, '5:9', 'refuted'],
    ['a link to nothing', `${given}See [](#nowhere).`, '5:5', 'nowhere'],
    ['a label used twice', `${given}$$\na = a \\label{x}\n$$\n\n$$\nb = b \\label{x}\n$$`, '10:7', 'used twice'],
    ['text after the opening $$', `${given}$$ a = a\nb = b\n$$`, '5:4', 'not drawn'],
    ['an equation inside a paragraph', `${given}Say\n$$ a = a $$\nand on.`, '6:1', 'paragraph of its own'],
    ['a given of no known sort', '```given\na : reel\n```\n\nText.', '2:1', 'reel'],
  ])('with %s', async (_, text, where, why) => {
    const error = await failure(renderText(text));
    expect(error.reason).toContain(why);
    expect(place(error)).toBe(where);
  });
});

test('a label keeps its address where a heading has the same', async () => {
  const { html } = await renderText('```given\na : real\n```\n\n## Jensen\n\n$$\na = a \\label{jensen}\n$$\n');
  expect(html).toContain('<h2 id="section-jensen">');
  expect(html).toContain('<div id="jensen" class="equation');
});

test('a Chinese page speaks Chinese', async () => {
  const text = '```given\na : real\n```\n\n$$\na = a\n$$\n';
  const { html } = await renderText(text, `${process.cwd()}/content/zh/some-page.mdx`);
  expect(html).toContain('aria-label="公式 (1)"');
  expect(html).toContain('成立，检验 100 个世界，精确');
});

test('a line that is broken between Chinese characters is no space', async () => {
  const { html } = await renderText('散度永不\n为负，\n且与 KL\n相同，见\n$x$ 处。\n\nOne line\nand another.');
  expect(html).toContain('散度永不为负，且与 KL\n相同，见\n');
  expect(html).toContain('One line\nand another.');
});
