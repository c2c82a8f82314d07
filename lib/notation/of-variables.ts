/**
 * `f_{X,Y}(x, y)`, `f_{X|Y}(x \mid y)` and the same with p: the density or probability that random variables have together,
 * and that of some given others.
 */
import type { JointLaw } from '../distribution/joint.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';
import { multiply, type Bounded } from '../number/bounded.ts';
import { variableLaw } from '../meaning/law.ts';
import { massAt } from '../meaning/place.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Declaration, Env, Scope } from '../meaning/scope.ts';
import type { Tree } from '../tex/tree.ts';

export interface Together {
  readonly variables: readonly Declaration[];
  readonly given: readonly Declaration[];
}

/** The names below the letter, before and behind a bar; `X|Y` is read as a part of the name. */
function namesBelow(head: Tree): readonly [readonly string[], readonly string[]] | null {
  if (head.op === 'index' && ['f', 'p'].includes(head.args[0]!.text) && head.args[1]!.op === 'list')
    return [head.args[1]!.args.map((t) => (t.op === 'symbol' ? t.text : '')), []];
  const [, before, behind] = /^[fp]_\{(.+)\|(.+)\}$/.exec(head.op === 'symbol' ? head.text : '') ?? [];
  return before && behind ? [before.split(/, ?/), behind.split(/, ?/)] : null;
}

/** null for what is no such call. */
export function variablesTogether(t: Tree, scope: Scope): Together | null {
  const [head, ...groups] = t.args as [Tree, ...Tree[]];
  const names = namesBelow(head);
  if (!names || scope.expand(head)) return null;
  const [variables, given] = names.map((list) => list.map((name) => scope.declarations.get(name)));
  if (![...variables!, ...given!].every((d) => d?.role === 'random' && !d.vector)) return null;
  const isBarred = given!.length > 0 ? t.text === '|' && groups.length === 2 : t.text === '' && groups.length === 1;
  const counts = [variables!, given!].every((list, i) => (groups[i]?.args.length ?? 0) === list.length);
  if (isBarred && counts) return { variables: variables as Declaration[], given: given as Declaration[] };
  const due = given!.length > 0 ? 'its places before and behind one bar' : 'a place for each variable';
  throw new Refusal(`“${scope.shared.print(t)}” should have ${due}`, t.span);
}

type Places = readonly (readonly [string, (env: Env) => Bounded])[];

/** `inJoint` reads a law of several names at places. */
export function compileTogether(t: Tree, { variables, given }: Together, inJoint: (joint: (env: Env) => JointLaw | JointDensity, target: Places, given: Places) => Code, scope: Scope): Code {
  const at = (list: readonly Declaration[], group: Tree | undefined) =>
    list.map((d, i) => ({ declared: scope.lookup(d.name)!, place: scope.number(group!.args[i]!) }));
  const [own, held] = [at(variables, t.args[1]), at(given, t.args[2])];
  const all = [...own, ...held];
  const moved = all.find(({ declared }) => declared.moved);
  const slot = all[0]!.declared.joint?.slot;
  if (slot !== undefined && !moved && all.every(({ declared }) => declared.joint?.slot === slot)) {
    const named = (list: typeof own): Places => list.map(({ declared, place }) => [declared.joint!.axis, place]);
    return inJoint((env) => env[slot] as JointLaw | JointDensity, named(own), named(held));
  }
  if (!all.every(({ declared }) => declared.apart))
    throw new Refusal(`“${scope.shared.print(t)}” is read of variables with a law together: give them on one line, or as independent`, t.span);
  const laws = own.map(({ declared, place }) => ({ law: variableLaw(declared, scope, t), place }));
  return (env) => laws.map(({ law, place }) => massAt(law(env), place(env))).reduce(multiply);
} // prettier-ignore
