/** The parts of pages that the build computes, in both languages. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleSlips } from '../../src/errata/articles.ts';
import { pairs } from '../../src/errata/pairs/index.ts';
import { generators } from '../../src/generated/index.ts';
import { render, renderText } from './render.ts';

const languages = ['en', 'zh'] as const;
const slow = 300_000;

/** On a page of the book, for some of it is made of the other pages. */
const generate = (name: string, language: string): Promise<{ html: string }> =>
  renderText(`\`\`\`generated ${name}\n\`\`\`\n`, `${process.cwd()}/content/${language}/graph.mdx`);

const words = (html: string): string =>
  html
    .replace(
      /<math.*?<\/math>|<span lang="zh-CN">.*?<\/span>|<code.*?<\/code>|<span lang="en">.*?<\/span>|<cite>.*?<\/cite>/gs,
      '',
    )
    .replace(/<[^>]*>/g, ' ');

/** The landing page has a test of its own. */
const names = [...generators.keys()].filter((name) => !name.startsWith('landing-'));

describe.each(names)('%s', (name) => {
  test.each(languages)(
    'is drawn in %s',
    async (language) => {
      const { html } = await generate(name, language);
      expect(html).not.toContain('katex-error');
      expect(html).toContain('<');
      if (language === 'zh') expect(words(html)).toMatch(/\p{Script=Han}/u);
      else expect(words(html)).not.toMatch(/\p{Script=Han}{3}/u);
    },
    slow,
  );
});

test('what is not made under any name is named with its place', async () => {
  await expect(renderText('Text.\n\n```generated nothing\n```\n')).rejects.toThrow(
    /some-page\.mdx:3:1 nothing is generated under “nothing”; there is landing-choice,/,
  );
});

test(
  'each slip is shown with a world or a reason, and with what was meant',
  async () => {
    const { html } = await generate('errata-slips', 'en');
    const cards = html.split('<h3').slice(1);
    expect(cards.length).toBe(pairs.filter(({ waits }) => waits === undefined).length);
    for (const card of cards) {
      expect(card).toMatch(/The smallest world that breaks it:|It cannot be read:/);
      expect(card).toMatch(/class="slip-form meant".*holds/s);
    }
    const weak = cards.find((card) => card.includes('slip-weak-law-square'))!;
    expect(weak).toContain('Joram Soch');
  },
  slow,
);

test(
  'the slips of the articles name their texts',
  async () => {
    const { html } = await generate('errata-articles', 'en');
    for (const { source } of articleSlips) if ('title' in source) expect(html).toContain(source.title);
  },
  slow,
);

test.each(languages)('the pages of %s ask for what there is', async (language) => {
  const asked = ['index', 'notation', 'errata', 'graph', 'glossary'].flatMap((page) =>
    [...readFileSync(`content/${language}/${page}.mdx`, 'utf8').matchAll(/```generated (\S+)/g)].map((m) => m[1]!),
  );
  expect(asked.sort()).toEqual([...generators.keys()].sort());
  expect((await render(`content/${language}/notation.mdx`)).html).toContain('notation-expectation');
});

test(
  'the graph has each citation as a line, and each equation as a link with its words',
  async () => {
    const { html } = await generate('graph', 'en');
    const lines = html.match(/class="graph-line"/g)!;
    const nodes = [...html.matchAll(/<a href="([^"]*)" class="graph-node evidence-(\w+)[^"]*" aria-label="([^"]*)">/g)];
    expect(lines.length).toBeGreaterThan(30);
    expect(nodes.length).toBeGreaterThan(30);
    for (const [, href, kind, told] of nodes) {
      expect(href).toMatch(/^\.\.\/[a-z-]+\/#/);
      expect(kind).not.toBe('none');
      expect(told).toMatch(/^\(\d+\.\d+\) \S+; /);
    }
    const gibbs = nodes.find(([, , , told]) => told!.includes(' gibbs-turn;'))!;
    expect(gibbs[3]).toMatch(/exact; rests on \(1\.\d+\)/);
    expect(html).toContain('evidence-elsewhere');
  },
  slow,
);
