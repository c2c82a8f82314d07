/** Factors of which a proportionality does not speak: those that do not depend on the names in which it holds. */
import type { Role } from '../meaning/scope.ts';
import { tree, walk, type Tree } from '../tex/tree.ts';

/** What must be known of the names: the role of each that is declared. */
export type Roles = (name: string) => Role | undefined;

/** Everything in it is given, and nothing is one of the names: what is defined elsewhere may hide them. */
function isFree(t: Tree, names: ReadonlySet<string>, roles: Roles): boolean {
  return [...walk(t)].every((part) => {
    if (part.op === 'word' || part.op === 'index') return false;
    return part.op !== 'symbol' || (!names.has(part.text) && roles(part.text) !== undefined);
  });
}

interface Factors {
  readonly above: readonly Tree[];
  readonly below: readonly Tree[];
}

function factorsOf(t: Tree): Factors {
  if (t.op === 'negate' || t.op === 'plus') return factorsOf(t.args[0]!);
  if (t.op !== 'multiply' && t.op !== 'divide') return { above: [t], below: [] };
  const [a, b] = t.args.map(factorsOf) as [Factors, Factors];
  if (t.op === 'multiply') return { above: [...a.above, ...b.above], below: [...a.below, ...b.below] };
  return { above: [...a.above, ...b.below], below: [...a.below, ...b.above] };
}

export function withoutFreeFactors(t: Tree, names: ReadonlySet<string>, roles: Roles): Tree {
  const { above, below } = factorsOf(t);
  const kept = (list: readonly Tree[]): Tree =>
    list
      .filter((factor) => !isFree(factor, names, roles))
      .reduce((a, b) => tree('multiply', [a, b], '', t.span), tree('number', [], '1', t.span));
  return tree('divide', [kept(above), kept(below)], '', t.span);
}
