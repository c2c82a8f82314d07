/**
 * Expressions read as laws: `P`, `p(x)`, `p(x \mid \theta)`, `p(z \mid x)`, `p_\theta`, `\frac12(P + Q)`. The
 * same LaTeX `p(x)` is a number after a sum sign and a law beside a divergence bar; the notation around it knows.
 */
import type { Bounded } from '../number/bounded.ts';
import { conditionalJoint, conditionalLaw, marginal, type JointLaw } from '../distribution/joint.ts';
import type { JointFamily } from '../distribution/family.ts';
import type { JointDensity } from '../distribution/joint-normal.ts';
import { baseOf, sameTree, type Tree } from '../tex/tree.ts';
import { derivedLaw } from './derived-law.ts';
import { densityOf } from './formula.ts';
import type { LawCode } from './law-code.ts';
import { isNormalised } from './mixed.ts';
import { Refusal } from './refusal.ts';
import { letterOf, type Declaration, type Env, type Scope } from './scope.ts';
import { compileNamed, namedHead } from './named-call.ts';
import { isLaw, kindOf, type Law } from './value.ts';

export type { LawCode } from './law-code.ts';

/** The name that tells which argument is meant: `x` for x, x_i, x^* and x'. */
export function baseName(t: Tree): string {
  if (t.op === 'index') return baseName(t.args[0]!);
  return t.text.replace(/(\^\*|')+$/, '');
}

/** The name of a law's argument: p(x) as a law has x, and p(x + 1) is no law. */
function argumentName(arg: Tree, t: Tree, scope: Scope): string {
  if (['symbol', 'word', 'index', 'dots'].includes(arg.op)) return baseName(arg);
  const written = scope.shared.print(arg);
  throw new Refusal(
    `“${scope.shared.print(t)}” is no law: its argument should be a name, “${written}” is not`,
    arg.span,
  );
}

/** The law of a random variable: that of this world, or, where a name in it moves, as it was given, made anew. */
export function variableLaw(declared: Declaration, scope: Scope, t: Tree): (env: Env) => Law {
  if (!declared.moved) return (env) => env[declared.lawSlot!] as Law;
  if (!declared.joint) return compileLaw(declared.given!.law, scope).law as (env: Env) => Law;
  const written = scope.shared.print(declared.given!.law);
  throw new Refusal(`the law of “${declared.name}” moves here, as a name in “${written}” does: write the law instead of the variable`, t.span);
} // prettier-ignore

/** `\ln \mathcal{N}(\mu, \sigma^2)` where a law is due: that of a variable whose logarithm is normal. */
function logNormalOf(t: Tree, scope: Scope): Tree | null {
  const [law, base] = t.op === 'apply' && t.text === '\\log' ? t.args : [];
  if (!law || base || law.op !== 'call' || law.args.length !== 2 || namedHead(law, scope)?.name !== 'normal law') return null;
  return { ...law, args: [{ ...law.args[0]!, op: 'word', text: 'LN' }, law.args[1]!] };
} // prettier-ignore

export function compileLaw(t: Tree, scope: Scope): LawCode {
  const expanded = scope.expand(t);
  if (expanded) return formulaLaw(t, expanded.body, expanded.scope) ?? compileLaw(expanded.body, expanded.scope);
  const normal = logNormalOf(t, scope);
  if (normal) return compileLaw(normal, scope);
  const called = definedHead(t, scope);
  if (called) return compileLaw(called, scope);
  if (t.op === 'symbol' || t.op === 'word') {
    const declared = scope.lookup(t.text);
    if (declared?.role === 'law' || declared?.role === 'joint')
      return { law: at(declared), names: argumentsOf(declared, scope) };
    if (declared?.role === 'random') return { law: variableLaw(declared, scope, t), names: [declared.name] };
    if (declared?.of && ['outcome', 'sample'].includes(declared.role)) return compileLaw(declared.of, scope);
  }
  if (t.op === 'index') {
    const base = scope.lookup(t.args[0]!.text);
    if (base?.role === 'family') return { law: member(base, t.args[1]!, scope), names: base.arguments };
    if (base && (base.role === 'law' || base.role === 'joint') && isGiven(base, t.args[1]!, scope))
      return { law: at(base), names: argumentsOf(base, scope) };
  }
  if (t.op === 'call') return compileLawCall(t, scope);
  const derived = derivedLaw(t, scope, compileLaw);
  const code = scope.compile(t);
  return {
    names: [],
    law: (env) => {
      const v = derived?.(env) ?? code(env);
      if (isLaw(v) && !isNormalised(v))
        throw new Refusal(`“${scope.shared.print(t)}” is no law: its mass is not 1`, t.span);
      if (isLaw(v) || ('kind' in v && (v.kind === 'joint' || v.kind === 'joint density'))) return v;
      throw new Refusal(`“${scope.shared.print(t)}” is ${kindOf(v)} where a law is due`, t.span);
    },
  };
}

/** `f_X` where f_X(x) := … says what it is. */
function definedHead(t: Tree, scope: Scope): Tree | null {
  if (!['symbol', 'word', 'index'].includes(t.op) || scope.declarations.has(t.text)) return null;
  const isOf = ({ args, op }: Tree): boolean => op === 'call' && args.length === 2 && args[1]!.args.length === 1 && sameTree(args[0]!, t); // prettier-ignore
  const found = scope.definitions.findLast(({ pattern }) => isOf(pattern));
  return found?.pattern ?? null;
}

/** `f_Y(y)` that is defined by a formula in y, with the formula for its density. */
function formulaLaw(t: Tree, body: Tree, scope: Scope): LawCode | null {
  const [argument, ...more] = t.op === 'call' ? t.args[1]!.args : [];
  if (argument?.op !== 'symbol' || more.length > 0 || ['call', 'symbol', 'index', 'word'].includes(body.op))
    return null;
  const law = densityOf(body, argument.text, scope, t, compileLaw);
  return law && { law, names: [argument.text] };
}

const at = (declared: Declaration) => (env: Env) => env[declared.slot] as Law | JointLaw | JointDensity;

/** Arguments as declared, or the outcomes that the givens say belong to the law. */
function argumentsOf(declared: Declaration, scope: Scope): readonly string[] {
  if (declared.arguments.length) return declared.arguments;
  return [...scope.declarations.values()]
    .filter((d) => d.role === 'outcome' && d.of && d.of.text === declared.name)
    .map((d) => d.name);
}

/** The law from which a sample is drawn; a list of numbers that was given has none. */
export function sampleLaw(sample: Declaration, at: Tree, scope: Scope): LawCode {
  if (sample.of) return compileLaw(sample.of, scope);
  const name = letterOf(sample);
  throw new Refusal(`“${name}” is a list of numbers and no sample from a law, so nothing says how it goes on`, at.span);
}

/** The member of a family at the parameter that `t` says. */
export function member(family: Declaration, t: Tree, scope: Scope): (env: Env) => Law {
  const parameter = scope.number(t);
  return (env) => {
    const f = env[family.slot]!;
    const theta = parameter(env);
    if (!('kind' in f) || f.kind !== 'family') throw new Refusal(`“${family.name}” is not a family`, t.span);
    if (!f.contains(theta.value))
      throw new Refusal(
        `“${scope.shared.print(t)}” is no parameter of “${family.name}”: ${theta.value} is outside ${f.domain}`,
        t.span,
      );
    return f.at(theta.value);
  };
}

/** `p(\cdot \mid x)`: the argument that is left, by its name. */
function filled(t: Tree, scope: Scope): Tree {
  const [head, first, ...conditions] = t.args as [Tree, Tree, ...Tree[]];
  const base = baseOf(head);
  const declared = scope.lookup(base.text);
  if (!declared || !['law', 'joint', 'family', 'joint family'].includes(declared.role))
    throw new Refusal(`“${scope.shared.print(base)}” is no law, so “${scope.shared.print(t)}” has no meaning`, t.span);
  const said = [...first.args, ...conditions.flatMap((c) => c.args)];
  const taken = said.map((arg) => baseName(arg.op === 'chain' ? arg.args[0]! : arg));
  const known = argumentsOf(declared, scope).filter((name) => !taken.includes(name));
  const dots = first.args.filter((arg) => arg.op === 'placeholder');
  // a law that was given without the name of its argument has one argument
  const free = declared.role === 'law' && known.length === 0 ? ['x'] : known;
  if (free.length !== dots.length)
    throw new Refusal(`the dot in “${scope.shared.print(t)}” may stand for ${known.join(' or ') || 'nothing'}`, t.span);
  let next = 0;
  const items = first.args.map((arg) =>
    arg.op === 'placeholder' ? { ...arg, op: 'symbol', text: free[next++]! } : arg,
  );
  return { ...t, args: [head, { ...first, args: items }, ...conditions] };
}

function compileLawCall(t: Tree, scope: Scope): LawCode {
  const named = namedHead(t, scope);
  if (named) {
    const { law, at: place } = compileNamed(t, named, scope);
    return { law, names: place && place.op !== 'placeholder' ? [argumentName(place, t, scope)] : [] };
  }
  const [head, first, ...conditions] = t.args as [Tree, Tree, ...Tree[]];
  if (first.args.some((arg) => arg.op === 'placeholder')) return compileLaw(filled(t, scope), scope);
  const names = first.args.map((arg) => argumentName(arg, t, scope));
  if (scope.expand(head)) return { law: compileLaw(head, scope).law, names };
  const declared = scope.lookup(baseOf(head).text);
  if (names.length !== 1 && (declared?.role === 'family' || declared?.role === 'law'))
    throw new Refusal(`“${declared.name}” is a law of one argument, here it has ${names.length}`, first.span);
  if (declared?.role === 'family') {
    const parameter = head.op === 'index' ? head.args[1]! : conditionOf(declared, conditions, t, scope);
    demandArgument(declared, names[0]!, first.args[0]!, scope);
    return { law: member(declared, parameter, scope), names };
  }
  if (declared?.role === 'law') {
    acceptConditions(declared, head, conditions, scope);
    // f_X says of which variable it is the law, whatever stands in it
    if (head.op !== 'index' || !/^[A-Z]$/.test(head.args[1]!.text))
      demandArgument(declared, names[0]!, first.args[0]!, scope);
    return { law: at(declared), names };
  }
  if (declared?.role === 'joint' || declared?.role === 'joint family')
    return compileConditional(declared, first, t, scope);
  throw new Refusal(`nothing given says that “${scope.shared.print(head)}” is a law`, head.span);
}

/** Whether something given says that the law is one of this name: its own argument, or an outcome of it. */
export function isOf(law: Declaration, name: string, scope: Scope): boolean {
  if (law.arguments.includes(name)) return true;
  const of = scope.declarations.get(name)?.of ?? scope.declarations.get(`${name}_\\cdot`)?.of;
  return of !== undefined && baseOf(of.op === 'call' ? of.args[0]! : of).text === law.name;
}

/** A law that was given with its argument is named with that: p(y) of a law p(x) would be another marginal. */
function demandArgument(law: Declaration, name: string, at: Tree, scope: Scope): void {
  if (law.arguments.length === 0 || isOf(law, name, scope)) return;
  throw new Refusal(`“${scope.shared.print(at)}” names no argument of “${law.name}” (${law.arguments.join(', ')})`, at.span);
} // prettier-ignore

/** The one parameter that a family is conditioned on. */
export function conditionOf(family: Declaration, conditions: readonly Tree[], t: Tree, scope: Scope): Tree {
  const all = conditions.flatMap((c) => c.args);
  if (all.length === 1) return all[0]!;
  const written = scope.shared.print(t);
  throw new Refusal(
    `“${written}” should have one parameter (${family.parameter ?? 'declared with none'}), it has ${all.length}`,
    t.span,
  );
}

const isGiven = (law: Declaration, t: Tree, scope: Scope): boolean =>
  Boolean(law.conditions?.includes(scope.shared.print(t)));

/** A law may repeat what it was given under, such as \lambda in q(z;\lambda), and p_m(x) for p(x \mid m): nothing else. */
export function acceptConditions(law: Declaration, head: Tree, conditions: readonly Tree[], scope: Scope): void {
  const rest = conditionsLeft(law, head, conditions, scope);
  if (rest.length === 0) return;
  const written = rest.map(scope.shared.print).join(', ');
  throw new Refusal(`“${law.name}” was given without the condition “${written}”`, rest[0]!.span);
}

/** The conditions of a call without those that the law was given under. */
export function conditionsLeft(
  law: Declaration,
  head: Tree,
  conditions: readonly Tree[],
  scope: Scope,
): readonly Tree[] {
  if (head.op === 'index' && !isGiven(law, head.args[1]!, scope))
    throw new Refusal(`nothing given says what “${scope.shared.print(head)}” is`, head.span);
  return conditions.flatMap((c) => c.args).filter((c) => !isGiven(law, c, scope));
}

export interface JointCode {
  readonly joint: (env: Env) => JointLaw | JointDensity;
  /** The conditions that are values of its arguments. */
  readonly conditions: readonly Tree[];
}

/** The joint law that a call of `declared` reads, at its parameter if it is a family of them. */
export function jointIn(declared: Declaration, t: Tree, scope: Scope): JointCode {
  const [head, , ...groups] = t.args as [Tree, Tree, ...Tree[]];
  if (declared.role === 'joint')
    return { joint: at(declared) as JointCode['joint'], conditions: conditionsLeft(declared, head, groups, scope) };
  const all = groups.flatMap((group) => group.args);
  const axis = (c: Tree): boolean => declared.arguments.includes(baseName(c.op === 'chain' ? c.args[0]! : c));
  const parameters = [...(head.op === 'index' ? [head.args[1]!] : []), ...all.filter((c) => !axis(c))];
  if (parameters.length !== 1)
    throw new Refusal(
      `“${scope.shared.print(t)}” should have one parameter (${declared.parameter}), it has ${parameters.length}`,
      t.span,
    );
  const written = parameters[0]!;
  const theta = scope.number(written);
  const joint = (env: Env): JointLaw => {
    const family = env[declared.slot] as JointFamily;
    const { value } = theta(env);
    if (family.grid.includes(value)) return family.at(value);
    throw new Refusal(
      `“${scope.shared.print(written)}” is no parameter of “${declared.name}”: ${value} is not in {${family.grid.join(', ')}}`,
      written.span,
    );
  };
  return { joint, conditions: all.filter(axis) };
}

/** Which argument of a joint law is meant: `y_1` where that is one, `x` by x_i and x = 1. */
function axisName(part: Tree, joint: Declaration, scope: Scope): string {
  const named = part.op === 'chain' ? part.args[0]! : part;
  const written = scope.shared.print(named);
  const name = joint.arguments.includes(written) ? written : baseName(named);
  if (joint.arguments.includes(name)) return name;
  // \theta_0 is a value of \theta, as it is read in one piece where it is given
  const [, letter] = /^(.+)_(?:\w|\{\w+\})$/.exec(name) ?? [];
  const isNumber = ['value', 'parameter'].includes(scope.declarations.get(named.text)?.role ?? '');
  if (letter && isNumber && joint.arguments.includes(letter)) return letter;
  // the mean of \theta is a place of \theta
  const mean = part.op === 'expectation' && part.args.length === 2 ? part.args[1]!.text : '';
  if (joint.arguments.includes(mean)) return mean;
  // m_1 may be given as an outcome of p(m)
  const of = scope.declarations.get(named.text)?.of;
  const own = of?.op === 'call' && baseOf(of.args[0]!).text === joint.name ? of.args[1]!.args : [];
  if (own.length === 1 && joint.arguments.includes(baseName(own[0]!))) return baseName(own[0]!);
  throw new Refusal(
    `“${scope.shared.print(part)}” names no argument of “${joint.name}” (${joint.arguments.join(', ')})`,
    part.span,
  );
}

/** Named values of the conditions of a joint law: axis name -> code. */
export const axisValues = (parts: readonly Tree[], joint: Declaration, scope: Scope): [string, (env: Env) => Bounded][] =>
  parts.map((part) => [axisName(part, joint, scope), scope.number(part.op === 'chain' ? part.args[2]! : part)]); // prettier-ignore

export function assignment(
  codes: readonly (readonly [string, (env: Env) => Bounded])[],
  env: Env,
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, code] of codes) values[name] = code(env).value;
  return values;
}

function compileConditional(declared: Declaration, first: Tree, t: Tree, scope: Scope): LawCode {
  const names = first.args.map((arg) => axisName(arg, declared, scope));
  const { joint: jointOf, conditions } = jointIn(declared, t, scope);
  const given = axisValues(conditions, declared, scope);
  demandApart(names, given.map(([name]) => name), t, scope); // prettier-ignore
  return {
    names,
    law: (env) => {
      const joint = jointOf(env);
      const values = assignment(given, env);
      if (joint.kind === 'joint density') return names.length === 1 ? joint.of(names[0]!, values) : joint.among(names, values);
      if (given.length === 0) return marginal(joint, names);
      return names.length === 1 ? conditionalLaw(joint, names[0]!, values) : conditionalJoint(joint, names, values);
    },
  };
} // prettier-ignore

/** A law of some variables given others: none twice, or p(x, x) would be p(x). */
export function demandApart(names: readonly string[], given: readonly string[], t: Tree, scope: Scope): void {
  const all = [...names, ...given];
  const twice = all.find((name, i) => all.indexOf(name) < i);
  if (twice !== undefined) throw new Refusal(`“${scope.shared.print(t)}” has “${twice}” twice`, t.span);
}
