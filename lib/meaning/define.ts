/** Definitions: `\text{ELBO} := …` names a thing, `\mathcal{L}(\theta \mid X) := …` a function of its arguments. */
import { namedLaw } from './named.ts';
import { sameTree, tree, type Tree } from '../tex/tree.ts';
import { Refusal } from './refusal.ts';

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
  return substituteAll(body, changed);
}

type Pairs = readonly (readonly [from: Tree, to: Tree])[];

const at = (body: Tree, pairs: Pairs): Tree => {
  const { span } = body;
  const places = pairs.map(([name, value]) => tree('chain', [name, tree('relation', [], '=', span), value], '', span));
  return tree('at', [body, places.length === 1 ? places[0]! : tree('list', places, '', span)], '', span);
};

const without = (pairs: Pairs, names: readonly Tree[]): Pairs =>
  pairs.filter(([from]) => !names.some((name) => sameTree(name, from)));

/** In `f |_{x = a}` the x in f is bound, that in a is not. */
function substituteAt(t: Tree, pairs: Pairs): Tree {
  const [body, place] = t.args as [Tree, Tree];
  const items = place.op === 'list' ? place.args : [place];
  const bare = items[0]!.op !== 'chain';
  const names = bare ? body.args[0]!.args : items.map((i) => i.args[0]!);
  const values = items.map((i) =>
    bare ? substituteAll(i, pairs) : { ...i, args: [i.args[0]!, i.args[1]!, substituteAll(i.args[2]!, pairs)] },
  );
  const changed = place.op === 'list' ? { ...place, args: values } : values[0]!;
  return { ...t, args: [substituteAll(body, without(pairs, names)), changed] };
}

/** The names that `t` binds in its last part: under a sum, an integral, a maximum, an expectation, a limit, a quantifier. */
function boundBy(t: Tree): readonly Tree[] {
  const [binder] = t.args;
  if (!binder) return [];
  if (['range', 'over', 'domain'].includes(binder.op)) return namesOf(binder.args[0]!);
  if (t.op === 'limit') return namesOf(binder.args[0]!);
  if (t.op === 'exists' || t.op === 'forall') return binder.args.flatMap((item) => namesOf(item.op === 'chain' ? item.args[0]! : item)); // prettier-ignore
  if (t.op !== 'expectation') return [];
  const laws = binder.op === 'list' ? binder.args : [binder];
  return laws.flatMap((law) => (law.op === 'call' ? namesOf(law.args[1]!) : law.op === 'chain' ? namesOf(law.args[0]!) : [])); // prettier-ignore
}

const namesOf = (t: Tree): readonly Tree[] =>
  t.op === 'list' ? t.args.flatMap(namesOf) : t.op === 'symbol' || t.op === 'index' ? [t] : [];

const occursIn = (name: Tree, t: Tree): boolean => sameTree(t, name) || t.args.some((arg) => occursIn(name, arg));

/** As an argument, not as the law or function that is called: that takes no name from where it stands. */
const standsIn = (name: Tree, t: Tree): boolean =>
  sameTree(t, name) ||
  t.args.some((arg, i) => !(t.op === 'call' && i === 0 && sameTree(arg, name)) && standsIn(name, arg));

/** `q(z)` where q is a law written with its own arguments: p(z \mid x) for p(\cdot \mid x), \mathcal{N}(z; a, b) for \mathcal{N}(a, b). */
function lawAt(law: Tree, call: Tree, pairs: Pairs): Tree {
  const [head, first, ...conditions] = law.args as [Tree, Tree, ...Tree[]];
  const [place, ...more] = call.args.slice(1).map((arg) => substituteAll(arg, pairs));
  // q(z \mid c) of a law that has its conditions already is nothing: the head is no name, which is refused
  if (more.length || place!.args.length !== 1) return { ...call, args: [law, place!, ...more] };
  const bare = law.text === '' && namedLaw(head.text) !== undefined;
  return bare ? { ...law, text: ';', args: [head, place!, first] } : { ...law, args: [head, place!, ...conditions] };
}

/** What stands for a bound name stays; what would be caught by one is refused, since no renaming keeps what p(x) means. */
function substituteUnder(t: Tree, bound: readonly Tree[], pairs: Pairs): Tree {
  const free = without(pairs, bound);
  const [binder, ...parts] = t.args as [Tree, ...Tree[]];
  const caught = free.flatMap(([from, to]) =>
    parts.some((part) => standsIn(from, part)) ? bound.filter((name) => occursIn(name, to)) : [],
  )[0];
  if (caught)
    throw new Refusal(`“${caught.text}” is bound where it would stand for an argument: name one of the two otherwise`, t.span);
  // the ends of a range, and the condition of a law, stand outside
  const [own, ...ends] = binder.args as [Tree, ...Tree[]];
  const isRange = ['range', 'over', 'domain'].includes(binder.op);
  const changed = isRange ? { ...binder, args: [own, ...ends.map((end) => substituteAll(end, pairs))] } : substituteAll(binder, free);
  return { ...t, args: [changed, ...parts.map((part) => substituteAll(part, free))] };
} // prettier-ignore

/**
 * All at once, so that in f(b, a) of f(a, b) := a - b no name is replaced twice. Binders are respected: a variable bound
 * inside `t` under the same name is left alone.
 */
export function substituteAll(t: Tree, pairs: Pairs): Tree {
  if (pairs.length === 0) return t;
  const direct = pairs.find(([from]) => sameTree(t, from));
  if (direct) return direct[1];
  if (t.args.length === 0) return t;
  const law = t.op === 'call' && pairs.find(([from, to]) => to.op === 'call' && sameTree(t.args[0]!, from))?.[1];
  if (law) return lawAt(law, t, pairs);
  if (t.op === 'at') return substituteAt(t, pairs);
  const [binder, ...parts] = t.args as [Tree, ...Tree[]];
  if (binder.op === 'by') {
    // a derivative by what is replaced is taken first, and then has its value there; so is one whose name a value has in it
    const names = binder.args.map((v) => (v.op === 'power' ? v.args[0]! : v));
    const isBy = ([from, to]: Pairs[number]): boolean =>
      names.some((name) => sameTree(name, from) || occursIn(name, to));
    const by = pairs.filter(isBy);
    const rest = pairs.filter((pair) => !isBy(pair));
    const inner = { ...t, args: [substituteAll(binder, rest), ...parts.map((part) => substituteAll(part, rest))] };
    return by.length > 0 ? at(inner, by) : inner;
  }
  const bound = boundBy(t);
  if (bound.length > 0) return substituteUnder(t, bound, pairs);
  return { ...t, args: t.args.map((arg) => substituteAll(arg, pairs)) };
}

export const substitute = (body: Tree, from: Tree, to: Tree): Tree => substituteAll(body, [[from, to]]);
