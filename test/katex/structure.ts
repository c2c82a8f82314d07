/** Trees that are read wrongly: each is one that a slip in the rules of reading would give. */
import { sameTree, type Tree, tree } from '../../lib/tex/tree.ts';

const binary = ['add', 'subtract', 'multiply', 'divide'];
const scripts: Readonly<Record<string, string>> = { power: 'index', index: 'power' };

/** The tree with one step of reading done in another way, in every place. */
export function* misread(t: Tree): Generator<readonly [slip: string, tree: Tree]> {
  const [a, b] = t.args as [Tree, Tree];
  if (binary.includes(t.op) && b.op !== 'negate') {
    // a (b c) for (a b) c, whatever the signs are
    if (binary.includes(a.op) && a.args.length === 2)
      yield ['binds', { ...a, args: [a.args[0]!, { ...t, args: [a.args[1]!, b] }] }];
    if (a.op === 'apply' || a.op === 'sum' || a.op === 'integral' || a.op === 'derivative')
      yield ['takes', taken(a, (inner) => ({ ...t, args: [inner, b] }))];
    if (t.op !== 'multiply' && !sameTree(a, b)) yield ['swapped', { ...t, args: [b, a] }];
    yield ['lost', a];
  }
  if (t.op === 'apply' && binary.includes(a.op) && t.text !== '\\sqrt')
    yield ['leaves', { ...a, args: [{ ...t, args: [a.args[0]!, ...t.args.slice(1)] }, a.args[1]!] }];
  if (t.op === 'negate' && binary.includes(a.op))
    yield ['sign', { ...a, args: [{ ...t, args: [a.args[0]!] }, a.args[1]!] }];
  if (t.op in scripts && a.op === 'symbol' && !/[_^']/.test(a.text) && !t.text && b.op === 'symbol')
    yield ['script', tree(scripts[t.op]!, [a, b], '', t.span)];
  for (const [i, arg] of t.args.entries())
    for (const [slip, changed] of misread(arg)) yield [slip, { ...t, args: t.args.map((one, k) => (k === i ? changed : one)) }]; // prettier-ignore
}

/** What an operator stands before is not its first part everywhere. */
function taken(t: Tree, change: (inner: Tree) => Tree): Tree {
  const at = t.op === 'apply' ? 0 : 1;
  return { ...t, args: t.args.map((arg, i) => (i === at ? change(arg) : arg)) };
}
