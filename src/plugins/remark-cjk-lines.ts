/**
 * Chinese has no spaces between its characters, and a line that is broken in the source is none: HTML would show the
 * break as a space. Between two such characters it goes; beside a Latin word or a formula it stays a space.
 */
import type { Node, Parent } from 'unist';
import { visit } from 'unist-util-visit';

const wide = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef—…“”‘’]`;
const broken = new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide})`, 'gu');

export default function remarkCjkLines() {
  return (root: Node): void => {
    visit(root as Parent, 'text', (node: Node & { value: string }) => {
      if (/\p{Script=Han}/u.test(node.value)) node.value = node.value.replace(broken, '');
    });
  };
}
