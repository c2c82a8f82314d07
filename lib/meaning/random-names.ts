/**
 * Which names of an expression are random, so that an average runs over them: random variables, samples, and an outcome
 * that stands for its variable.
 */
import { partsOf } from './variable-head.ts';
import { baseOf, tree, type Tree } from '../tex/tree.ts';
import { averaging } from './averaging.ts';
import { indicatorHeads } from './event.ts';
import { Refusal } from './refusal.ts';
import type { Declaration, Scope } from './scope.ts';

type Names = Map<string, Declaration>;

/** Whether what is given under the name of a head is what the head means: an upright E is not the matrix E. */
export const isMeant = (declared: Declaration | undefined, head: Tree): boolean =>
  declared !== undefined && !(head.op === 'word' && ['random', 'value', 'outcome', 'matrix'].includes(declared.role));

/** The random variables and samples that occur free in `t`, definitions expanded. */
export function randomNames(t: Tree, scope: Scope, found: Names = new Map()): Names {
  const expanded = scope.expand(t);
  if (expanded) return randomNames(expanded.body, expanded.scope, found);
  if (t.op === 'symbol' || t.op === 'index') {
    const own = t.op === 'symbol' ? scope.declarations.get(t.text) : undefined;
    const sample = `${baseOf(t).text}_\\cdot`;
    const declared = own ?? scope.declarations.get(sample);
    if (declared && (declared.role === 'sample' || declared.role === 'random')) {
      scope.shared.used.add(declared.name);
      found.set(declared.name, declared);
    }
  }
  if (t.op === 'expectation') return isBare(t.args[0]!) ? freeConditions(t.args[2], scope, found) : inside(t, scope, found); // prettier-ignore
  const head = t.op === 'call' ? t.args[0]! : undefined;
  const base = head?.op === 'index' ? head.args[0]!.text : head?.text;
  const isEvent =
    t.op === 'call' && Boolean(t.args[1]?.args.some((a) => a.op === 'chain')) && !indicatorHeads.includes(base!);
  if (isEvent || (head && averaging.has(head.text) && !isMeant(scope.declarations.get(head.text), head)))
    return freeConditions(t.text.endsWith('|') ? t.args.at(-1) : undefined, scope, found);
  return inside(t, scope, found);
}

function inside(t: Tree, scope: Scope, found: Names): Names {
  for (const arg of partsOf(t, scope)) randomNames(arg, scope, found);
  return found;
}

const isBare = (binder: Tree): boolean => binder.op === 'list' && binder.args.length === 0;

/** E[Y | X] is a function of X; in E[Y | X = x] only x is free. */
function freeConditions(conditions: Tree | undefined, scope: Scope, found: Names): Names {
  for (const c of conditions?.args ?? []) randomNames(pointOf(c, scope)?.value ?? (c.op === 'chain' ? NOTHING : c), scope, found); // prettier-ignore
  return found;
}
const NOTHING = tree('list', [], '', { start: 0, end: 0 });

/** `X = x` for a random variable X, also where x stands alone, as in E(Y | x). */
export function pointOf(c: Tree, scope: Scope): { declared: Declaration; value: Tree } | null {
  const own = c.op === 'symbol' && /^[a-z]$/.test(c.text) ? scope.declarations.get(c.text.toUpperCase()) : undefined;
  const isPlace = ['outcome', 'value'].includes(scope.declarations.get(c.text)?.role ?? '');
  if (own?.role === 'random' && !own.vector && isPlace) return { declared: own, value: c };
  if (c.op !== 'chain' || c.args.length !== 3 || c.args[1]!.text !== '=') return null;
  const [left, , right] = c.args as [Tree, Tree, Tree];
  const declared = left.op === 'symbol' ? scope.declarations.get(left.text) : undefined;
  return declared?.role === 'random' && !scope.expand(left) ? { declared, value: right } : null;
}

/** What is random in the trees. */
export function namesIn(trees: readonly Tree[], scope: Scope): Names {
  const names: Names = new Map();
  for (const t of trees) randomNames(t, scope, names);
  return names;
}

/** What an average runs over. A lower-case outcome stands for its variable where nothing else is random. */
export function namesFor(trees: readonly Tree[], scope: Scope, at: Tree): Declaration[] {
  const names = namesIn(trees, scope);
  if (names.size === 0) for (const t of trees) outcomesIn(t, scope, names);
  const limited = [...names.values()].find((d) => d.size && scope.limits.has(d.size));
  if (limited) throw new Refusal(`an expectation over a sample of unbounded size has no exact sum`, at.span);
  if (names.size === 0)
    throw new Refusal(`“${scope.shared.print(at)}” says no law, and nothing random stands in it`, at.span);
  const outcomes = [...names.values()].filter((d) => d.role === 'outcome').map((d) => d.name);
  if (outcomes.length > 1)
    throw new Refusal(
      `“${scope.shared.print(at)}” does not say which law ${outcomes.join(', ')} have together`,
      at.span,
    );
  return [...names.values()];
}

function outcomesIn(t: Tree, scope: Scope, found: Names): void {
  const expanded = scope.expand(t);
  if (expanded) return outcomesIn(expanded.body, expanded.scope, found);
  const declared = t.op === 'symbol' ? scope.declarations.get(t.text) : undefined;
  if (declared?.role === 'outcome' && declared.of && !declared.bound) {
    scope.shared.used.add(declared.name);
    found.set(declared.name, declared);
  }
  if (t.op !== 'expectation') for (const arg of t.args) outcomesIn(arg, scope, found);
}
