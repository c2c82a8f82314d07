/**
 * The givens in scope at an equation, made into declarations, definitions and generators. Later lines replace
 * earlier ones about the same name.
 */
import { meanings, print } from '../notation/index.ts';
import { callableHeads } from '../notation/functional.ts';
import { withoutDots } from '../notation/dots.ts';
import { read } from '../notation/statement.ts';
import { compileLaw } from '../meaning/law.ts';
import { rootOf, type Definition } from '../meaning/define.ts';
import { eventHeads } from '../meaning/event-set.ts';
import { namedAny } from '../meaning/named.ts';
import { Scope, type Declaration, type Env, type Shared } from '../meaning/scope.ts';
import { sorts } from '../meaning/sort/index.ts';
import { tableName } from '../meaning/sort/number.ts';
import type { Context as SortContext } from '../meaning/sort/sort.ts';
import type { Law } from '../meaning/value.ts';
import { variableLetters } from '../meaning/variable-head.ts';
import type { Generator } from '../meaning/world.ts';
import type { Names } from '../tex/parser.ts';
import { baseOf, type Tree, walk } from '../tex/tree.ts';
import { hintOf } from './hint.ts';
import type { Given, Place, Problem } from './record.ts';

export interface Context {
  readonly shared: Shared;
  readonly declarations: Map<string, Declaration>;
  readonly definitions: Definition[];
  readonly generators: Generator[];
  /** Printed names whose first `=` defines them. */
  readonly defined: Set<string>;
  /** Where each name, or head of a call, was last given. */
  readonly givenAt: Map<string, Place>;
  /** What is given of each name, as it is written. */
  readonly sortOf: Map<string, string>;
  /** Names given as "some …": the relation claims existence. */
  readonly some: Set<string>;
  readonly problems: Problem[];
  readonly names: Names;
  /** Identifiers of several letters, for the lexer. */
  readonly words: readonly string[];
}

class GivenError extends Error {}

const text = (place: Place): string => `${place.path}:${place.line}`;

/** Names that are called like functions: declared ones with arguments, and the functionals. */
function namesOf(givens: readonly Given[]): { names: Names; words: string[] } {
  const declared = new Set<string>();
  const callable = new Set<string>(callableHeads);
  const laws = new Set<string>();
  const listed = new Set<string>();
  const functions = new Set<string>();
  const all: Names = { callable: () => true, declared: () => false };
  const words: string[] = [];
  for (const given of givens) {
    const left = given.text.split(/:=|:(?=\s)/)[0]!;
    for (const [, word] of left.matchAll(/(?<![\\A-Za-z{])([A-Za-z]{2,})(?![A-Za-z}])/g)) words.push(word!);
    const said = given.text.slice(left.length);
    const body = said.startsWith(':=') ? read(said.slice(2), all, words).statements[0] : undefined;
    const isLaw = body
      ? lawLike(body, laws)
      : /:\s*(some )?.*(pmf|law|densit|family|laws|function|joint)/.test(said) && !/random variable/.test(said);
    const reading = read(left, all, words);
    if (reading.errors.length) continue;
    if (/^:\s.*\b(events?|statements?|partition)\b/.test(said)) for (const head of eventHeads) callable.add(head);
    const trees = reading.statements.flatMap((s) => (s.op === 'list' ? s.args : [s]));
    // x_1, …, x_n declares the sample x, not two symbols
    if (trees.some((t) => t.op === 'dots')) {
      if (trees[0]!.op === 'index' && /:\s.*(sample from|copies of)/.test(said)) listed.add(trees[0]!.args[0]!.text);
      if (trees[0]!.op === 'index' && /:\s.*(random variables|copies of)/.test(said))
        for (const head of headsOf(trees[0]!.args[0]!.text)) callable.add(head);
      continue;
    }
    for (const t of trees) {
      declared.add(print(t));
      const head = t.op === 'call' || t.op === 'power' ? t.args[0]! : t;
      const base = baseOf(head);
      declared.add(base.text);
      if (t.op === 'call' || t.op === 'special' || isLaw) {
        callable.add(base.text);
        callable.add(print(head));
      }
      // the \theta_1 of p(y, \theta_1, \theta_2) is a name
      if (t.op === 'call' && /:\s.*\bjoint\b/.test(said))
        for (const place of t.args[1]!.args)
          if (place.op === 'index' && place.args[1]!.op === 'number') declared.add(print(place));
      if (isLaw) laws.add(print(head));
      else if (t.op === 'call' && t.args[1]!.args.length === 1) functions.add(print(head));
      if (/:\s.*\b(in|de)creasing /.test(said)) functions.add(print(head));
      if (/:\s.*\bmatri(x|ces)\b/.test(said)) listed.add(base.text);
      const table = tableName(print(head));
      if (table) listed.add(table);
      // \mathrm{BF}_{ij} := …
      if (head.op === 'index' && base.op === 'word' && /^[i-l]{2,3}$/.test(head.args[1]!.text)) listed.add(base.text);
    }
    if (/random (variable|vector)|cop(y|ies) of/.test(said) || (body && !isLaw))
      for (const t of trees)
        for (const head of headsOf(print(t))) {
          callable.add(head);
          functions.add(head);
        }
    const inner = [...said.matchAll(/(?:of|from|with (?:\w+ )*(?:law|pmf|density)) ([A-Za-z\\].*)$/g)];
    for (const [, law] of inner)
      for (const s of read(law!, all, words).statements) if (s.op === 'call') callable.add(s.args[0]!.text);
  }
  return {
    names: {
      callable: (n) => callable.has(n) || ofSeveral(n, callable),
      declared: (n) => declared.has(n),
      listed: (n) => listed.has(n),
      inverted: (n) => functions.has(n),
    },
    words,
  };
}

/** `F_{X, Y}` of variables of which each has an F of its own; `f_{X|Y}` too. */
const ofSeveral = (name: string, callable: ReadonlySet<string>): boolean => {
  const [, letter, list] = /^([Ffp])_\{(.+(?:, |\|).+)\}$/.exec(name) ?? [];
  return list !== undefined && list.split(/, ?|\|/).every((one) => callable.has(`${letter}_${below(one)}`));
};

/** `F_X`, `M_X` and the others of a variable. */
const headsOf = (variable: string): readonly string[] =>
  variableLetters.map((letter) => `${letter}_${below(variable)}`);

/** A name as it stands below another. */
const below = (name: string): string => (/^\w$/.test(name) ? name : `{${name}}`);

/** `P`, `\mathrm{Bin}(n, p)` and mixtures of such: a name that stands for one is called as a law is. */
function lawLike(t: Tree, laws: ReadonlySet<string>): boolean {
  if (t.op === 'symbol' || t.op === 'index') return laws.has(print(t));
  if (t.op === 'call') return t.args.length === 2 && namedAny(t.args[0]!.text) !== undefined;
  return ['add', 'multiply', 'divide'].includes(t.op) && t.args.some((arg) => lawLike(arg, laws));
}

export function makeContext(givens: readonly Given[]): Context {
  const shared: Shared = { meanings, print, slots: 0, evidence: new Set(), used: new Set() };
  const { names, words } = namesOf(givens);
  const context: Context = {
    shared,
    declarations: new Map(),
    definitions: [],
    givenAt: new Map(),
    generators: [],
    defined: new Set(),
    sortOf: new Map(),
    some: new Set(),
    problems: [],
    names,
    words,
  };
  for (const given of givens)
    try {
      readGiven(given, context);
    } catch (error) {
      if (!(error instanceof GivenError)) throw error;
      context.problems.push({ place: given.place, message: error.message, hint: hintOf(error.message) });
    }
  return context;
}

function parse(source: string, context: Context): Tree {
  const reading = read(source, context.names, context.words);
  const [first] = reading.statements;
  const error = reading.errors[0];
  if (error || !first || reading.statements.length > 1)
    throw new GivenError(`“${source}” cannot be read: ${error?.message ?? 'one expression was expected'}`);
  return withoutDots(first);
}

function readGiven(given: Given, context: Context): void {
  const line = given.text.trim();
  const definition = /^(.+?)\s*:=\s*(.+)$/.exec(line);
  if (definition) {
    const [pattern, body] = [parse(definition[1]!, context), parse(definition[2]!, context)];
    replace(print(pattern), context);
    endLaw(pattern, context);
    context.givenAt.set(headName(pattern), given.place);
    define({ pattern, body, where: text(given.place) }, context);
    return;
  }
  const match = /^(.+?)\s+:\s+(.+)$/.exec(line);
  if (!match) throw new GivenError(`“${line}” is neither “names : sort” nor “name := formula”`);
  const list = parse(match[1]!, context);
  const nameTrees = list.op === 'list' ? list.args : [list];
  const some = /^some /.test(match[2]!);
  const sortText = match[2]!.replace(/^some /, '').replace(/[.;]$/, '');
  for (const sort of sorts) {
    const found = sort.pattern.exec(sortText);
    if (!found) continue;
    for (const t of nameTrees) {
      if (t.op === 'dots') continue;
      replace(print(t), context);
      // \sigma^2 : positive says what \sigma is
      if (t.op === 'power') replace(print(t.args[0]!), context);
      context.sortOf.set(headName(t), sortText);
      context.givenAt.set(headName(t), given.place);
    }
    if (sort.name === 'defined') for (const t of nameTrees) context.defined.add(print(t));
    sort.declare(nameTrees, found, sortContext(context, some));
    return;
  }
  throw new GivenError(`unknown sort “${sortText}”`);
}

/** A square that is defined says what its root is, unless something else does. */
export function define(definition: Definition, context: Context): void {
  context.definitions.push(definition);
  const root = rootOf(definition);
  const name = root && print(root.pattern);
  if (!root || context.declarations.has(name!) || context.declarations.has(`${name!}_\\cdot`)) return;
  if (!context.definitions.some((d) => print(d.pattern) === name)) context.definitions.push(root);
}

/** `P` of P, of P(x) and of P_i. */
export function headName(t: Tree): string {
  const head = t.op === 'call' || t.op === 'power' ? t.args[0]! : t;
  return baseOf(head).text;
}

/** `\ell(\theta) := …` makes \ell a function before the rest is read. */
export function definedHead(tex: string, words: readonly string[]): string | null {
  const [left, right] = tex.split(/:=|\\coloneqq|\\overset\{\\mathrm\{def\}\}\{=\}/, 2);
  if (right === undefined) return null;
  const bare = left!.replace(/\\begin\{[a-z*]+\}|&|\\label\{[^}]*\}/g, ' ');
  const [t] = read(bare, { callable: () => true, declared: () => false }, words).statements;
  return t?.op === 'call' ? baseOf(t.args[0]!).text : null;
}

/** Forget what was said of a name before. */
function replace(name: string, context: Context): void {
  context.defined.delete(name);
  context.some.delete(name);
  const at = context.definitions.findIndex((d) => print(d.pattern) === name);
  if (at >= 0) context.definitions.splice(at, 1);
  if (context.declarations.delete(name)) remove(context.generators, name);
}

/** `f(x) := …` says what f is, whatever law or function of one argument it was before. */
function endLaw(pattern: Tree, context: Context): void {
  const [head, first, ...more] = pattern.op === 'call' ? pattern.args : [];
  const declared = head && context.declarations.get(print(head));
  if (!declared || more.length > 0 || first!.args.length !== 1 || !['law', 'function'].includes(declared.role)) return;
  replace(declared.name, context);
}

function remove(generators: Generator[], name: string): void {
  const at = generators.findIndex((g) => g.name === name);
  if (at >= 0) generators.splice(at, 1);
}

function sortContext(context: Context, some: boolean): SortContext {
  const scope = () => new Scope(context.shared, context.declarations, context.definitions);
  return {
    print,
    slot: () => context.shared.slots++,
    add: (d) => {
      context.declarations.set(d.name, { arguments: [], ...d });
      const definition = context.definitions.findIndex((def) => print(def.pattern) === d.name);
      if (definition >= 0) context.definitions.splice(definition, 1);
      if (some) context.some.add(d.name);
    },
    generate: (g) => {
      remove(context.generators, g.name);
      context.generators.push({ needs: [], ...g } as Generator);
    },
    tex: (source) => parse(source, context),
    namesIn: (t) => namesIn(t, context),
    law: (t) => {
      let law: ((env: Env) => Law) | null = null;
      return (env) => (law ??= compileLaw(t, scope()).law as (env: Env) => Law)(env);
    },
    scope,
    slotOf: (name) => {
      let slot: number | undefined;
      return () => (slot ??= context.declarations.get(name)!.slot);
    },
    earlier: (role) => [...context.declarations.values()].filter((d) => d.role === role).map((d) => d.slot),
    fail: (message) => {
      throw new GivenError(message);
    },
  };
}

/** Names that a tree needs, definitions expanded. */
export function namesIn(t: Tree, context: Context): string[] {
  const found = new Set<string>();
  const visit = (node: Tree): void => {
    for (const part of walk(node)) {
      if (part.op !== 'symbol' && part.op !== 'word' && part.op !== 'index') continue;
      const name = part.op === 'index' ? print(part) : part.text;
      if (found.has(name)) continue;
      found.add(name);
      found.add(`${name}_\\cdot`);
      for (const { pattern, body } of context.definitions)
        if (print(pattern) === name || (pattern.op === 'call' && print(pattern.args[0]!) === name)) visit(body);
    }
  };
  visit(t);
  return [...found];
}
