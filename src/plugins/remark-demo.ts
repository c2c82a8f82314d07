/**
 * A block ```demo NAME becomes that demo; its text is the question that the demo answers. The component is imported for the
 * page here, as no page imports anything; so only pages with a demo carry its style and its script.
 */
import { fileURLToPath } from 'node:url';
import type { Node, Parent } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readPage } from '../../lib/page/index.ts';
import type { Cited } from '../demos/build/formula.ts';
import { FormulaError, readFormula } from '../demos/build/read.ts';
import { pages } from '../demos/pages.ts';
import { fail, pathOf, textOf } from './check.ts';
import { Numbers } from './numbers.ts';
import { wordsFor } from './words.ts';

const COMPONENT = 'HoldsDemo';

interface Code extends Node {
  lang?: string | null;
  meta?: string | null;
  value: string;
}

export default function remarkDemo() {
  return (root: Node, file: VFile): void => {
    const { locale } = wordsFor(pathOf(file));
    const seen = new Set<string>();
    visit(root as Parent, 'code', (node: Node, index: number | undefined, parent: Parent | undefined) => {
      const { lang, meta, value } = node as Code;
      if (lang !== 'demo') return;
      const place = node.position!.start;
      const name = (meta ?? '').trim();
      const question = value.trim().replace(/\s+/g, ' ');
      const known = Object.keys(pages).join(', ');
      if (!Object.hasOwn(pages, name)) fail(file, place, `there is no demo "${name}"; write one of: ${known}`);
      if (seen.has(name))
        fail(file, place, `the demo "${name}" stands on this page already; its address would mean both`);
      if (question === '') fail(file, place, `the demo "${name}" has no question; write it inside the block`);
      seen.add(name);
      try {
        const formulas = JSON.stringify(equationsOf(name, file));
        parent!.children[index!] = component({ name, locale, question, formulas });
      } catch (error) {
        if (error instanceof FormulaError) fail(file, place, error.message);
        throw error;
      }
    });
    if (seen.size > 0) (root as Parent).children.unshift(imported());
  };
}

/** The equations of the page that a demo shows. */
function equationsOf(name: string, file: VFile): Cited[] {
  const page = readPage(textOf(file), pathOf(file));
  const numbers = new Numbers(page);
  return pages[name]!.formulas.map((formula) => ({
    ...readFormula(page, name, formula),
    number: numbers.find(formula.label)!.number,
  }));
}

const component = (attributes: Record<string, string>): Node =>
  ({
    type: 'mdxJsxFlowElement',
    name: COMPONENT,
    attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
    children: [],
  }) as Node;

/** `import HoldsDemo from '…/Demo.astro'`, as the tree that MDX makes of it. */
function imported(): Node {
  const source = fileURLToPath(new URL('../components/Demo.astro', import.meta.url));
  const local = { type: 'Identifier', name: COMPONENT };
  const body = [
    {
      type: 'ImportDeclaration',
      specifiers: [{ type: 'ImportDefaultSpecifier', local }],
      source: { type: 'Literal', value: source, raw: JSON.stringify(source) },
      attributes: [],
    },
  ];
  return { type: 'mdxjsEsm', value: '', data: { estree: { type: 'Program', sourceType: 'module', body } } } as Node;
}
