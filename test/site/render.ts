/** A page through the plugins of the site, without Astro around them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import remarkCjkLines from '../../src/plugins/remark-cjk-lines.ts';
import remarkGenerated from '../../src/plugins/remark-generated.ts';
import rehypeFormulas, { trust } from '../../src/plugins/rehype-formulas.ts';
import remarkHolds from '../../src/plugins/remark-holds.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .use(remarkMath)
  .use(remarkCjkLines)
  .use(remarkHolds, { worlds: 100 })
  .use(remarkGenerated)
  .use(remarkRehype)
  .use(rehypeKatex, { strict: 'error', trust })
  .use(rehypeFormulas)
  .use(rehypeStringify)
  .freeze();

export const fixture = (name: string): string => resolve(import.meta.dirname, 'fixtures', `${name}.mdx`);

export async function render(path: string): Promise<{ html: string; warnings: string[] }> {
  return renderText(readFileSync(path, 'utf8'), path);
}

/** `path` need not exist; it says which page this is. */
export async function renderText(text: string, path = resolve('content/en/some-page.mdx')) {
  const file = await processor.process(new VFile({ value: text, path }));
  return { html: String(file), warnings: file.messages.map(String) };
}
