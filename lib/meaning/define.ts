/** Definitions: `\text{ELBO} := …` names a thing, `\mathcal{L}(\theta \mid X) := …` a function of its arguments. */
import { namedLaw } from './named.ts';
import { sameTree, tree, type Tree } from '../tex/tree.ts';

export interface Definition {
  readonly pattern: Tree;
  readonly body: Tree;
  /** Where it was made, for messages. */
  readonly where: string;
}

/** The latest definition of `t`, if it is a defined symbol or a call of a defined function, and what it stands for. */
export function definitionOf(
  t: Tree,
  definitions: readonly Definition[],
): { body: Tree; definition: Definition } | null {
  // what is written as it was defined means that, though p(y) was defined after p(x)
  const exact = definitions.findLast(({ pattern }) => sameTree(t, pattern));
  if (exact) return { body: exact.body, definition: exact };
  let found: { body: Tree; definition: Definition } | null = null;
  for (let i = definitions.length - 1; i >= 0; i--) {
    const body = match(t, definitions[i]!);
    if (!body || (found && sameTree(found.definition.pattern, definitions[i]!.pattern))) continue;
    // p(x) and p(y) are two functions: p(z) is neither
    if (found) return null;
    found = { body, definition: definitions[i]! };
  }
  return found;
}

function match(t: Tree, { pattern, body }: Definition): Tree | null {
  if (sameTree(t, pattern)) return body;
  if (t.op !== 'call' || pattern.op !== 'call' || t.text !== pattern.text || !sameTree(t.args[0]!, pattern.args[0]!))
    return null;
  if (t.text === '‖') return null;
  const formal = pattern.args.slice(1).flatMap((list) => list.args);
  const actual = t.args.slice(1).flatMap((list) => list.args);
  if (formal.length !== actual.length || !formal.every((f) => f.op === 'symbol' || f.op === 'dots' || f.op === 'index'))
    return null;
  const changed = formal.map((f, i) => [f, actual[i]!] as const).filter(([f, a]) => !sameTree(f, a));
  return changed.reduce((result, [f, a]) => substitute(result, f, a), body);
}

const at = (body: Tree, name: Tree, value: Tree): Tree => {
  const { span } = body;
  const place = tree('chain', [name, tree('relation', [], '=', span), value], '', span);
  return tree('at', [body, place], '', span);
};

/** In `f |_{x = a}` the x in f is bound, that in a is not. */
function substituteAt(t: Tree, from: Tree, to: Tree): Tree {
  const [body, place] = t.args as [Tree, Tree];
  const items = place.op === 'list' ? place.args : [place];
  const bare = items[0]!.op !== 'chain';
  const bound = bare
    ? body.args[0]!.args.some((v) => sameTree(v, from))
    : items.some((i) => sameTree(i.args[0]!, from));
  const values = items.map((i) =>
    bare ? substitute(i, from, to) : { ...i, args: [i.args[0]!, i.args[1]!, substitute(i.args[2]!, from, to)] },
  );
  const changed = place.op === 'list' ? { ...place, args: values } : values[0]!;
  return { ...t, args: [bound ? body : substitute(body, from, to), changed] };
}

/** `q(z)` where q is a law written with its own arguments: p(z \mid x) for p(\cdot \mid x), \mathcal{N}(z; a, b) for \mathcal{N}(a, b). */
function lawAt(law: Tree, call: Tree, from: Tree): Tree {
  const [head, first, ...conditions] = law.args as [Tree, Tree, ...Tree[]];
  const [, place, ...more] = call.args.map((arg, i) => (i ? substitute(arg, from, law) : arg));
  // q(z \mid c) of a law that has its conditions already is nothing: the head is no name, which is refused
  if (more.length || place!.args.length !== 1) return { ...call, args: [law, place!, ...more] };
  const bare = law.text === '' && namedLaw(head.text) !== undefined;
  return bare ? { ...law, text: ';', args: [head, place!, first] } : { ...law, args: [head, place!, ...conditions] };
}

/** Binders are respected: a variable bound inside `body` under the same name is left alone. */
export function substitute(body: Tree, from: Tree, to: Tree): Tree {
  if (sameTree(body, from)) return to;
  if (body.op === 'call' && to.op === 'call' && sameTree(body.args[0]!, from)) return lawAt(to, body, from);
  const range = body.args[0];
  const bound = range && ['range', 'over', 'domain'].includes(range.op) && sameTree(range.args[0]!, from);
  if (bound || body.args.length === 0) return body;
  // a derivative by what is replaced is taken first, and then has its value there
  const by = range?.op === 'by' && range.args.some((v) => sameTree(v.op === 'power' ? v.args[0]! : v, from));
  if (by) return at(body, from, to);
  if (body.op === 'at') return substituteAt(body, from, to);
  return { ...body, args: body.args.map((arg) => substitute(arg, from, to)) };
}
