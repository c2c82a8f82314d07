/**
 * What KaTeX leaves to be done: references inside formulas, the stops behind them, and what nobody reads.
 *
 * Of the MathML, which is there for screen readers, only what is said is kept: not the LaTeX beside it, a tenth of a
 * page, nor what tells how to draw it. The search reads the MathML alone, or it would find every sign twice.
 *
 * References inside formulas. KaTeX draws a formula twice, once for the eye, hidden from screen readers, and once in
 * MathML. In the first a link may be clicked but not focused; the second has none: the reason in the evidence, and the
 * text beside the row, lead there too.
 */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export default function rehypeFormulas() {
  return (root: Root): void => {
    visit(root, 'element', (node: Element, index, parent) => {
      const names = node.properties.className;
      if (!Array.isArray(names)) return undefined;
      if (names.includes('katex') && parent && index !== undefined) withStop(parent, index);
      if (names.includes('katex-mathml')) visit(node, 'element', spoken);
      else if (names.includes('katex-html')) {
        node.properties.dataPagefindIgnore = '';
        visit(node, { type: 'element', tagName: 'a' }, (link) => void (link.properties.tabIndex = -1));
      } else return undefined;
      return SKIP;
    });
  };
}

function spoken(node: Element): void {
  for (const drawing of ['href', 'xmlns', 'stretchy', 'lspace', 'rspace']) delete node.properties[drawing];
  node.children = node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'semantics' ? child.children.slice(0, 1) : [child],
  );
}

const stops = /^[,.;:!?)\]’”，。；：！？）」』、]+/;

/** A formula and the stop that follows it, in one box that no line breaks. */
function withStop(parent: Parents, index: number): void {
  const next = parent.children[index + 1];
  const stop = next?.type === 'text' ? stops.exec(next.value)?.[0] : undefined;
  if (next?.type !== 'text' || stop === undefined || parent.type === 'root') return;
  const formula = parent.children[index] as ElementContent;
  next.value = next.value.slice(stop.length);
  parent.children[index] = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['formula-stop'] },
    children: [formula, { type: 'text', value: stop }],
  };
}

/** The commands of KaTeX that are let through: links within the book, as `drawn` writes them. */
export const trust = ({ command, url }: { command: string; url?: string }): boolean =>
  command === '\\href' && /^(#|\.\.?\/)/.test(url ?? '');
