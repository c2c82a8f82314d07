/** A block ```demo NAME in a page: what it becomes, and what stops the build. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Parent } from 'unist';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Cited } from '../../src/demos/build/formula.ts';
import remarkDemo from '../../src/plugins/remark-demo.ts';

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx).use(remarkMath).use(remarkDemo).freeze(); // prettier-ignore
const tree = (text: string, path: string): Promise<Parent> =>
  processor.run(processor.parse(text), new VFile({ value: text, path: resolve(path) })) as Promise<Parent>;
const failure = async (text: string): Promise<string> => {
  try {
    await tree(text, 'content/en/none.mdx');
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test('it becomes a component with its question and the equations of its page, numbered as there', async () => {
  const path = 'content/en/evidence.mdx';
  const { children } = await tree(readFileSync(path, 'utf8'), path);
  const found = children.find((node) => (node as Node & { name?: string }).name === 'HoldsDemo')!;
  const attributes = (found as Node & { attributes: { name: string; value: string }[] }).attributes;
  const { name, locale, question, formulas } = Object.fromEntries(attributes.map((a) => [a.name, a.value]));
  expect([name, locale]).toEqual(['elbo', 'en']);
  expect(question).toMatch(/\?$/);
  const [bound] = JSON.parse(formulas!) as Cited[];
  expect(bound!.label).toBe('elbo-bound');
  expect(bound!.number).toMatch(/^\(6\.\d+\)$/);
  expect(bound!.signs).toEqual(['=', '\\le']);
  expect(bound!.sides).toEqual(['elbo', { do: 'subtract', to: ['logEvidence', 'kl'] }, 'logEvidence']);
  expect(children[0]!.type).toBe('mdxjsEsm');
});

test.each([
  ['```demo nothing\nWhy?\n```', 'content/en/none.mdx:3:1 there is no demo "nothing"; write one of: two-laws, likelihood, large-numbers, nll, underflow, two-gradients, elbo, em, forward-reverse'],
  ['```demo elbo\n```', 'content/en/none.mdx:3:1 the demo "elbo" has no question; write it inside the block'],
  ['```demo elbo\nWhy?\n```', 'content/en/none.mdx:3:1 the demo "elbo" shows the equation "elbo-bound", which this page does not have. Label the equation that is meant, or change the label in the demo’s page.ts.'],
])('%s stops the build with its place', async (block, message) => {
  expect(await failure(`# Page\n\n${block}\n`)).toBe(message);
}); // prettier-ignore
