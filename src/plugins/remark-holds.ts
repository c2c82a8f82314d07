/**
 * Checks a page with the library while it is drawn, and shows what was found: givens as hypotheses, at each
 * display equation its number, mark and evidence, and a number for each link to a label. The build fails on a
 * page on which a relation neither holds nor defines. It stands after remark-math and before rehype-katex.
 *
 * A remark plugin, because only here positions are exact: after rehype-raw they are gone, and rehype-katex never
 * fails a build.
 */
import GithubSlugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import type { Node, Parent } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { resolve } from '../../lib/page/index.ts';
import type { Book, Page } from '../../lib/page/index.ts';
import type { Reference } from '../../lib/page/cite.ts';
import { checkFile, fail, pathOf } from './check.ts';
import type { Checked, Options } from './check.ts';
import { equation } from './equation.ts';
import { givenBlock, givenLines, withoutBlock } from './given.ts';
import { setTex, text } from './nodes.ts';
import type { MathNode } from './nodes.ts';
import { drawn, hrefOf, Numbers } from './numbers.ts';
import { endOfPage } from './sources.ts';
import { wordsFor } from './words.ts';

/** The fields used of the nodes of mdast. */
interface Markdown extends Parent {
  lang?: string | null;
  value?: string;
  url?: string;
  data?: { hProperties?: Record<string, unknown> };
}

export default function remarkHolds(options: Options = {}) {
  return (root: Node, file: VFile): void => {
    draw(root, file, checkFile(file, options));
  };
}

function draw(root: Node, file: VFile, { page, record: { equations, needs = [] }, book }: Checked): void {
  const words = wordsFor(pathOf(file));
  const numbers = new Numbers(page, book.pages);
  const givens = new Map(page.equations.map((source) => [key(source.place), source.givens]));
  const slugger = new GithubSlugger();
  const headings = new Map<string, Node>();
  const records = new Map(equations.map((record) => [key(record), record]));
  const undrawn = new Set(equations.filter(({ display }) => display));
  // What shows a number waits until the whole page is numbered: references may point forward.
  const later: (() => void)[] = [];

  const drawMath = (math: MathNode, ancestors: readonly Parent[]) => {
    const { start } = math.position!;
    const record = records.get(key(start));
    if (!record?.display) {
      // What is drawn as an equation must have been read as one: silence is not success.
      if (math.type === 'math') fail(file, start, 'this equation was not checked');
      later.push(() => setTex(math, drawn(math.value, numbers)));
      return;
    }
    undrawn.delete(record);
    const target = numbers.at(start)!;
    // `$$ x $$` on one line is a paragraph to Markdown; the equation takes its place.
    const block = math.type === 'math' ? math : ancestors.at(-1)!;
    const holder = math.type === 'math' ? ancestors.at(-1)! : ancestors.at(-2);
    if (!holder || (block !== math && (block.type !== 'paragraph' || (block as Parent).children.length > 1))) {
      fail(file, start, 'an equation in `$$` needs empty lines around it, to stand in a paragraph of its own');
    }
    later.push(() => {
      const parts = { record, target, givens: givens.get(key(record)) ?? [], numbers, words };
      holder.children[holder.children.indexOf(block)] = equation(parts);
    });
  };

  visitParents(root as Parent, (node: Node, ancestors: Parent[]) => {
    const { lang, value } = node as Markdown;
    if (node.type === 'heading') {
      headings.set(slugger.slug(toString(node)), node);
    } else if (node.type === 'code' && lang === 'given') {
      const parent = ancestors.at(-1)!;
      later.push(() => {
        parent.children[parent.children.indexOf(node)] = givenBlock(givenLines(value!), words);
      });
    } else if (node.type === 'code' && lang === 'without') {
      const parent = ancestors.at(-1)!;
      const need = needs.find(({ line }) => line === node.position!.start.line);
      if (!need) fail(file, node.position!.start, 'this block “without” was not checked');
      later.push(() => {
        const number = numbers.find(need.label)?.number ?? need.label;
        parent.children[parent.children.indexOf(node)] = withoutBlock(need, number, words);
      });
    } else if (node.type === 'math' || node.type === 'inlineMath') {
      drawMath(node as MathNode, ancestors);
    } else if (node.type === 'link') {
      const reference = page.references.find(
        ({ place, reason }) => !reason && key(place) === key(node.position!.start),
      );
      // What leads out of the book was no reference; what leads nowhere has stopped the page.
      if (reference) later.push(() => drawLink(node as Markdown, reference, page, book, numbers));
    }
  });
  for (const work of later) work();
  const sources = book.sources;
  const end = endOfPage(page, typeof sources === 'string' ? {} : (sources ?? {}), words);
  if (end) (root as Parent).children.push(end);

  for (const record of undrawn) fail(file, record, 'this equation was checked but is not drawn');
  // A section and its main equation often have one name. The label is what authors write, so it keeps the address.
  for (const { name } of equations.flatMap(({ labels }) => labels)) {
    const heading = headings.get(name) as Markdown | undefined;
    if (heading) heading.data = { ...heading.data, hProperties: { id: `section-${name}` } };
  }
}

/** A link within the book: its address, and the number or the title that it shows if it has no words. */
function drawLink(link: Markdown, reference: Reference, from: Page, book: Book, numbers: Numbers): void {
  const found = resolve(reference, from, book);
  if ('message' in found) return;
  const id = found.label?.name ?? reference.label;
  link.url = hrefOf(from.slug, found.page.slug, id);
  if (link.children.length === 0)
    link.children.push(
      text((found.label && numbers.find(found.label.name)?.number) ?? found.page.title ?? found.page.slug),
    );
}

const key = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;
