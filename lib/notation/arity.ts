/**
 * How many parts a node of each op has. An evaluator takes the parts that it knows by their places; a part beyond them
 * would stand in the tree and be read by nobody, so that a relation with such a node is refused.
 */
import { Refusal } from '../meaning/refusal.ts';
import { type Tree, walk } from '../tex/tree.ts';

type Count = number | readonly [least: number, most: number];

const MANY = Infinity;
export const arity: Readonly<Record<string, Count>> = {
  ...{ number: 0, symbol: 0, word: 0, dots: 0, numbers: 0, placeholder: 0, otherwise: 0, error: 0, reason: 0 },
  ...{ add: 2, subtract: 2, multiply: 2, divide: 2, power: 2, negate: 1, plus: 1 },
  ...{ index: 2, call: [2, MANY], list: [0, MANY], set: [0, MANY], collection: 2, interval: 2 },
  ...{ apply: [1, 2], special: [1, 4], absolute: 1, norm: [1, 2], factorial: 1, binomial: 2, floor: 1, ceil: 1 },
  ...{ expectation: [2, 3], sum: 2, product: 2, integral: 2, limit: 2, range: 3, over: [1, 2], domain: [1, 3] },
  ...{ argmax: 2, argmin: 2, max: [1, 2], min: [1, 2], sup: [1, 2], inf: [1, 2] },
  ...{ derivative: 2, gradient: 2, hessian: 2, prime: [1, 2], by: [0, MANY], at: 2, between: [3, 4] },
  ...{ matrix: [1, MANY], row: [1, MANY], determinant: 1, trace: 1, kronecker: 2, vec: 1, diagonal: 1 },
  ...{ events: 2, union: 2, not: 1, inverse: 1, restricted: 2, rule: 2 },
  ...{ cases: [2, MANY], when: [0, MANY], brace: [1, 2], says: 2, under: 2 },
  ...{ chain: [3, MANY], relation: [0, 1], iff: 3, implies: 3, together: [1, MANY], exists: 2, forall: [1, 2] },
};

/** Throws Refusal where a node has more or fewer parts than its op takes. */
export function demandArity(t: Tree): void {
  for (const { op, args, text, span } of walk(t)) {
    const count = arity[op];
    if (count === undefined) continue;
    const [least, most] = typeof count === 'number' ? [count, count] : count;
    // only a logarithm has a base and a root an order; what a call holds stands in groups, and so do conditions
    const odd = (op === 'expectation' && args.length > 2 && args[2]!.op !== 'list') || (op === 'apply' && args.length > 1 && !['\\log', '\\sqrt'].includes(text)) || (op === 'call' && args.some((arg, i) => i > 0 && arg.op !== 'list')); // prettier-ignore
    const enough = args.length >= least && args.length <= most;
    if (enough && !odd) continue;
    if (enough) throw new Refusal(`a part of this node “${op}” is none that it reads`, span);
    const due = most === MANY ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
    throw new Refusal(
      `a node “${op}” has ${due} parts, this one ${args.length}: one of them would be read by nobody`,
      span,
    );
  }
}
