/**
 * Puts in place of a fence ```generated NAME``` what the build computes under that name: a page is written around it.
 * It stands after remark-holds, which sees no equation in it, and before rehype-katex, which draws its formulas.
 */
import type { Node, Parent } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { generators } from '../generated/index.ts';
import { fail, kept, pathOf } from './check.ts';
import { wordsFor } from './words.ts';

interface Fence extends Node {
  lang?: string | null;
  meta?: string | null;
}

export default function remarkGenerated() {
  return async (root: Node, file: VFile): Promise<void> => {
    const found: { fence: Fence; parent: Parent }[] = [];
    visitParents(root as Parent, 'code', (node: Fence, ancestors: Parent[]) => {
      if (node.lang === 'generated') found.push({ fence: node, parent: ancestors.at(-1)! });
    });
    const path = pathOf(file);
    for (const { fence, parent } of found) {
      const { start } = fence.position!;
      const name = (fence.meta ?? '').trim();
      const generate = generators.get(name);
      if (!generate)
        fail(file, start, `nothing is generated under “${name}”; there is ${[...generators.keys()].join(', ')}`);
      try {
        const made = await generate({ path, words: wordsFor(path), checks: kept() });
        parent.children.splice(parent.children.indexOf(fence), 1, ...made);
      } catch (error) {
        fail(file, start, `“${name}” cannot be generated: ${(error as Error).message}`);
      }
    }
  };
}
