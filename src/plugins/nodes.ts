/** Nodes for remark that become the HTML elements they name; rehype-katex draws the formulas in them. */
import type { Node, Parent } from 'unist';

export interface Element extends Parent {
  type: 'holds';
  data: { hName: string; hProperties: Record<string, unknown> };
}

export interface MathNode extends Node {
  type: 'math' | 'inlineMath';
  value: string;
  meta?: string | null;
  data?: { hName?: string; hProperties?: Record<string, unknown>; hChildren?: unknown[] };
}

/** A child as text, or as a node; what is not there is left out. */
export type Child = Node | string | null;

export function element(tag: string, properties: Record<string, unknown> | null, ...children: Child[]): Element {
  return {
    type: 'holds',
    data: { hName: tag, hProperties: properties ?? {} },
    children: children.flatMap((child) => (child === null ? [] : typeof child === 'string' ? [text(child)] : [child])),
  };
}

export const text = (value: string): Node & { value: string } => ({ type: 'text', value });

export const inlineMath = (value: string): MathNode => setTex({ type: 'inlineMath', value: '' }, value);

export const displayMath = (value: string): MathNode => setTex({ type: 'math', value: '' }, value);

/** Changes the LaTeX of a formula: remark-math keeps it twice, and only the second copy is drawn. */
export function setTex(node: MathNode, value: string): MathNode {
  const words = [{ type: 'text', value }];
  node.value = value;
  if (node.type === 'math') {
    const properties = { className: ['language-math', 'math-display'] };
    node.data = { hName: 'pre', hChildren: [{ type: 'element', tagName: 'code', properties, children: words }] };
  } else {
    const hProperties = { className: ['language-math', 'math-inline'] };
    node.data = { hName: 'code', hProperties, hChildren: words };
  }
  return node;
}
