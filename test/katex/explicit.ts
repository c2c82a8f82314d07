/** A tree of ours printed with brackets around every value, so that no rule of precedence is needed to read it. */
import { notations } from '../../lib/notation/index.ts';
import type { Op } from '../../lib/notation/notation.ts';
import type { Tree } from '../../lib/tex/tree.ts';

const ops = new Map(notations.flatMap((n): [string, Op][] => Object.entries(n.ops)));

/** Values that are made of others. What has brackets of its own, and what is no value, needs none. */
const values = new Set(
  'add subtract multiply divide negate plus power apply special factorial expectation sum product integral limit argmax argmin max min sup inf derivative gradient hessian at call determinant trace kronecker vec diagonal binomial absolute norm prime'.split(
    ' ',
  ),
);

export function explicit(t: Tree, power = 0): string {
  const op = ops.get(t.op);
  if (!op) throw new Error(`no notation prints the op ${t.op}`);
  const text = op.print(t, explicit);
  return values.has(t.op) || op.binds < power ? `\\left(${text}\\right)` : text;
}
