/** Reads the pages of the site: MDX, by the same parser that draws them. */
import GithubSlugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Problem } from '../check/record.ts';
import { formula, givenLines, targetOf, unclosed } from './found.ts';
import type { Fence, Formula, Found, Heading, Link } from './found.ts';
import { Lines } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import { sourcesOf } from './sources.ts';
import type { Cited } from './sources.ts';

/** The fields used of a node of the syntax tree. */
interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkMath)
  .use(remarkMdx)
  .freeze();

export function readMdx(text: string, path: string): Found {
  const lines = new Lines(text);
  let root: Node;
  try {
    root = parser.parse(text) as Node;
  } catch (error) {
    // What cannot be drawn is a problem of its own; its formulas are still read, so that no other result is lost.
    const found = readMarkdown(text, path);
    return { ...found, problems: [syntaxProblem(error, path), ...found.problems] };
  }
  const formulas: Formula[] = [];
  const fences: Fence[] = [];
  const headings: Heading[] = [];
  const links: Link[] = [];
  const problems: Problem[] = [];
  const slugger = new GithubSlugger();
  let title: string | null = null;
  const sources: Cited[] = [];
  const problem = (offset: number, message: string, hint: string) =>
    problems.push({ place: { path, ...lines.at(offset) }, message, hint });

  visit(root as never, (node: Node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    const first = lines.at(start).line;
    const last = lines.at(end).line;
    if (node.type === 'heading') headings.push({ start, level: node.depth!, slug: slugger.slug(toString(node)) });
    else if (node.type === 'yaml') {
      title = titleOf(node.value!);
      const read = sourcesOf(node.value!, path, first + 1);
      sources.push(...read.cited);
      problems.push(...read.problems);
    } else if (node.type === 'code') {
      if (!/^(?:`{3}|~{3})/.test(text.slice(start, end))) return;
      const closed = last > first && /(?:`{3,}|~{3,})[ \t]*$/.test(lines.line(last));
      if (!closed) problems.push(unclosed(path, lines.at(start), 'code block'));
      if (node.lang !== 'given' && node.lang !== 'without') return;
      const without = node.lang === 'without' ? { without: (node.meta ?? '').trim() } : {};
      fences.push({ start, end, givens: givenLines(lines, path, first + 1, closed ? last - 1 : last), ...without });
    } else if (node.type === 'link') {
      const target = targetOf(node.url!);
      if (target) links.push({ start, ...target, empty: node.children!.length === 0 });
      else if (target === undefined) {
        const message = `“${node.url}” is neither a page of the book nor an address outside it`;
        problem(start, message, 'Write `page`, `page#label`, `#label`, or an address that begins with `https:`.');
      }
    } else if (node.type === 'inlineMath') {
      const signs = /^\$+/.exec(text.slice(start, end))![0].length;
      const alone = signs > 1 && !(text.slice(lines.start(first), start) + text.slice(end, lines.end(last))).trim();
      formulas.push(formula(lines, { start, end, from: start + signs, to: end - signs }, alone));
    } else if (node.type === 'math') {
      const closed = last > first && /^[ \t>]*\${2,}[ \t]*$/.test(lines.line(last));
      if (!closed) problems.push(unclosed(path, lines.at(start), 'formula'));
      if (node.meta) {
        const message = `\`${node.meta}\` after the opening \`$$\` is not drawn`;
        problem(text.indexOf(node.meta, start), message, 'Write it on the next line.');
      }
      const [from, to] = [lines.start(first + 1), closed ? lines.start(last) : end];
      if (from < to) formulas.push(formula(lines, { start, end, from, to }, true));
    } else if (node.type === 'text') {
      const dollar = /(?<!\\)(?:\\\\)*\$/.exec(text.slice(start, end));
      if (dollar) {
        const at = start + dollar.index + dollar[0].length - 1;
        problem(
          at,
          'a `$` without its partner: no formula is read here',
          'Close the formula, or write `\\$` for a dollar.',
        );
      }
    }
  });
  const empty = (root.children ?? []).every((node) => node.type === 'yaml' || node.type === 'toml');
  return { formulas, fences, headings, links, title, sources, problems, empty };
}

/** The line `title:` of the frontmatter, which Starlight demands. */
const titleOf = (yaml: string): string | null => /^title:[ \t]*(["']?)(.*?)\1[ \t]*$/m.exec(yaml)?.[2] ?? null;

function syntaxProblem(error: unknown, path: string): Problem {
  const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
  return {
    place: { path, line: line ?? 1, column: column ?? 1 },
    message: `the page is not valid MDX: ${reason ?? String(error)}`,
    hint: 'In MDX `{` and `<` belong to code: write `\\{`, `&lt;`, or put them into a formula or a code span.',
  };
}
