/**
 * `\prod_i a_i c`: the product takes c too, as often as a_i, which some who write it do not mean. Of a sum both readings are
 * worth the same, so that nothing is to be said there.
 */
import { print } from '../notation/index.ts';
import { factorsOf, tree, walk, type Tree } from '../tex/tree.ts';

/** What to say of the first \prod that ends in factors without its variable; null where there is none. */
export function takenIn(t: Tree): string | null {
  for (const { op, args } of walk(t)) {
    if (op !== 'product') continue;
    const [range, body] = args as [Tree, Tree];
    const variable = range.args[0]!.text;
    const has = (factor: Tree): boolean => [...walk(factor)].some((part) => part.text === variable);
    const factors = factorsOf(body);
    const own = factors.findLastIndex(has);
    const last = factors.slice(own + 1);
    if (own < 0 || last.length === 0) continue;
    const shown = print(last.reduce((a, b) => tree('multiply', [a, b], '', a.span)));
    return `the \\prod over ${variable} takes “${shown}” too: write it before the \\prod, or brackets around the \\prod, if it stands outside`;
  }
  return null;
}
