/**
 * One tree put in place of another in the body of a definition. Binders are respected: what they bind is left alone, and
 * what they would catch is refused, since no renaming keeps what p(x) means.
 */
import { sameTree, tree, type Tree } from '../tex/tree.ts';
import { averaging } from './averaging.ts';
import { namedLaw } from './named.ts';
import { Refusal } from './refusal.ts';

type Pairs = readonly (readonly [from: Tree, to: Tree])[];

const at = (body: Tree, pairs: Pairs): Tree => {
  const { span } = body;
  const places = pairs.map(([name, value]) => tree('chain', [name, tree('relation', [], '=', span), value], '', span));
  return tree('at', [body, places.length === 1 ? places[0]! : tree('list', places, '', span)], '', span);
};

const without = (pairs: Pairs, names: readonly Tree[]): Pairs =>
  pairs.filter(([from]) => !names.some((name) => sameTree(name, from)));

/** In `f |_{x = a}` the x in f is bound, that in a is not, and what is put into f must have no x. */
function substituteAt(t: Tree, pairs: Pairs): Tree {
  const [body, place] = t.args as [Tree, Tree];
  const items = place.op === 'list' ? place.args : [place];
  const bare = items[0]!.op !== 'chain';
  const names = bare ? body.args[0]!.args : items.map((i) => i.args[0]!);
  const values = items.map((i) =>
    bare ? substituteAll(i, pairs) : { ...i, args: [i.args[0]!, i.args[1]!, substituteAll(i.args[2]!, pairs)] },
  );
  const changed = place.op === 'list' ? { ...place, args: values } : values[0]!;
  const free = without(pairs, names);
  demandFree(t, [body], names, free);
  return { ...t, args: [substituteAll(body, free), changed] };
}

/** The names that `t` binds in its last part: under a sum, an integral, a maximum, an expectation, a limit, a quantifier. */
function boundBy(t: Tree): readonly Tree[] {
  const [binder] = t.args;
  if (!binder) return [];
  if (['range', 'over', 'domain'].includes(binder.op)) return namesOf(binder.args[0]!);
  if (t.op === 'limit') return namesOf(binder.args[0]!);
  if (t.op === 'between') return t.args.slice(3);
  if (t.op === 'exists' || t.op === 'forall') return binder.args.flatMap((item) => namesOf(item.op === 'chain' ? item.args[0]! : item)); // prettier-ignore
  if (t.op !== 'expectation') return [];
  const laws = binder.op === 'list' ? binder.args : [binder];
  // x, z \sim p
  if (laws.at(-1)?.op === 'chain') return laws.flatMap((law) => namesOf(law.op === 'chain' ? law.args[0]! : law));
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

const caught = (name: Tree, at: Tree): Refusal =>
  new Refusal(`“${name.text}” is bound where it would stand for an argument: name one of the two otherwise`, at.span);

/** Nothing that is put into the parts has a name that is bound in them. */
function demandFree(t: Tree, parts: readonly Tree[], bound: readonly Tree[], pairs: Pairs): void {
  for (const [from, to] of pairs) {
    if (!parts.some((part) => standsIn(from, part))) continue;
    const name = bound.find((b) => occursIn(b, to));
    if (name) throw caught(name, t);
  }
}

/** An average that does not write which names it binds: \mathbb{E}[X y], \mathbb{E}_q[f(z)], \Pr(X > y), \operatorname{Var}(X + y). */
const isSilent = (t: Tree): boolean =>
  (t.op === 'expectation' && boundBy(t).length === 0) || (t.op === 'call' && averaging.has(t.args[0]!.text));

/** The names in `t` that no average in it may bind. */
const openNames = (t: Tree): readonly Tree[] => {
  if (t.op === 'symbol' || t.op === 'index') return [t];
  if (t.op === 'expectation' || isSilent(t)) return [];
  const bound = boundBy(t);
  return t.args.slice(t.op === 'call' ? 1 : 0).flatMap(openNames).filter((name) => !bound.some((b) => sameTree(b, name)));
}; // prettier-ignore

/** In g(y) := \mathbb{E}[X y] nothing says what g(X) is: the X of the argument is not the one that is averaged over. */
function demandApart(t: Tree, pairs: Pairs): void {
  const parts = t.args.slice(1);
  for (const [from, to] of pairs) {
    if (!parts.some((part) => standsIn(from, part))) continue;
    const name = openNames(to).find((own) => !sameTree(own, from) && parts.some((part) => standsIn(own, part)));
    if (name) throw caught(name, t);
  }
}

/** What stands for a bound name stays. */
function substituteUnder(t: Tree, bound: readonly Tree[], pairs: Pairs): Tree {
  const free = without(pairs, bound);
  const [binder, ...parts] = t.args as [Tree, ...Tree[]];
  demandFree(t, parts, bound, free);
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
  if (isSilent(t)) demandApart(t, pairs);
  return { ...t, args: t.args.map((arg) => substituteAll(arg, pairs)) };
}

export const substitute = (body: Tree, from: Tree, to: Tree): Tree => substituteAll(body, [[from, to]]);
