/** What stands under \sum, \prod, \int, \arg\max: a variable with bounds, in a set, or by itself. */
import type { FiniteLaw } from '../distribution/finite.ts';
import { isSpaceOf } from '../meaning/domain.ts';
import { baseName, compileLaw, type LawCode } from '../meaning/law.ts';
import { namedHead } from '../meaning/named-call.ts';
import { LIMIT } from '../meaning/limit.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Declaration, Env, Scope } from '../meaning/scope.ts';
import { isNumber, type ListValue } from '../meaning/value.ts';
import type { Parser } from '../tex/parser.ts';
import { baseOf, tree, walk, type Tree } from '../tex/tree.ts';
import type { Op, Print } from './notation.ts';

/** `t > 0`, `0 \le x < 1`: the name in it, which stands at an end or between two bounds. */
export function boundedName({ args }: Tree): Tree | null {
  const signs = args.filter((_, i) => i % 2 === 1).map(({ text }) => text);
  const [a, b, c] = args.filter((_, i) => i % 2 === 0);
  if (signs.length === 1 && ['<', '>', '\\le', '\\ge'].includes(signs[0]!)) return a!.op === 'symbol' ? a! : b!.op === 'symbol' ? b! : null;
  const isRising = signs.every((sign) => sign === '<' || sign === '\\le');
  return signs.length === 2 && c && isRising && b!.op === 'symbol' ? b! : null;
} // prettier-ignore

/** Reads `_{i=1}^{n}`, `_{x \in A}`, `_x`, or with `conditions` `_{x > a}`, in either order of `_` and `^`. */
export function readRange(p: Parser, what: string, conditions = false): Tree {
  const start = p.peek().start;
  let under: Tree | null = null;
  let upper: Tree | null = null;
  for (;;) {
    if (!under && p.accept('_')) under = p.group('_');
    else if (!upper && p.accept('^')) upper = p.group('^');
    else break;
  }
  if (p.is('_', '^'))
    throw p.error(`a second ${p.is('_') ? 'subscript' : 'superscript'}`, p.peek(), 'put both into one pair of braces');
  if (!under) throw p.error(`${what} does not say its variable`, p.peek(), `write ${what}_{i=1}^n or ${what}_x`);
  if (under.op === 'chain' && under.args.length === 3) {
    const [variable, sign, bound] = under.args as [Tree, Tree, Tree];
    if (sign.text === '=' && upper) return tree('range', [variable, bound, upper], '', p.span(start));
    if (sign.text === '\\in' && !upper) return tree('over', [variable, bound], '', p.span(start));
  }
  if (under.op === 'chain') {
    const name = conditions && !upper ? boundedName(under) : null;
    if (name) return tree('over', [name, under], '', p.span(start));
    throw p.error(
      `the range under ${what} is not understood`,
      under.span,
      `write ${what}_{i=1}^n or ${what}_{x \\in A}`,
    );
  }
  // i = 1 may be meant, or i = 0
  if (upper) throw p.error(`the range under ${what} has an upper bound alone`, under.span, `write ${what}_{i=1}^n`);
  return tree('over', [under], '', p.span(start));
}

export function printRange(t: Tree, print: Print): string {
  const [variable, a, b] = t.args;
  if (t.op === 'range') return `_{${print(variable!)} = ${print(a!)}}^{${print(b!)}}`;
  if (a?.op === 'chain') return `_{${print(a)}}`;
  return a ? `_{${print(variable!)} \\in ${print(a)}}` : `_{${print(variable!)}}`;
}

export const rangeOps: Record<string, Op> = {
  range: { binds: 100, print: printRange },
  over: { binds: 100, print: printRange },
};

const countable = new WeakMap<readonly number[], FiniteLaw>();

/** The law whose outcomes are a cut list of a countable set: a sum over them owes the rest. */
export const cutFrom = (points: readonly number[]): FiniteLaw | undefined => countable.get(points);

function outcomesOf(l: FiniteLaw): readonly number[] {
  if (l.tail) countable.set(l.outcomes, l);
  return l.outcomes;
}

/** The argument that a variable runs over: x' is another value of x, where no argument has that name itself. */
const axisOf = (names: readonly string[], variable: Tree): number =>
  names.indexOf(names.includes(variable.text) ? variable.text : baseName(variable));

/** The finite set that a variable without bounds runs over, or the list of a countable one (see `cutFrom`). */
export function alphabet(variable: Tree, set: Tree | undefined, body: Tree, scope: Scope): (env: Env) => readonly number[] {
  const print = scope.shared.print;
  const refuse = (why: string): never => {
    throw new Refusal(`“${print(variable)}” ${why}`, variable.span);
  };
  const fromLaw = (t: Tree, s: Scope) => {
    const { law } = compileLaw(t, s);
    return (env: Env): readonly number[] => {
      const l = law(env);
      if (l.kind === 'finite') return outcomesOf(l);
      if (l.kind === 'joint') return l.outcomes[axisOf(l.names, variable)] ?? refuse(`is no argument of “${print(t)}”`);
      return refuse(`runs over a density “${print(t)}”, which has an integral, not a sum`);
    };
  };
  if (set) {
    const range = set.op === 'set' ? counted(set) : null;
    if (range) return between(range, scope);
    if (set.op === 'list' || set.op === 'set') {
      const members = set.args.map((arg) => scope.number(arg));
      return (env) => members.map((m) => m(env).value);
    }
    const declared = scope.lookup(set.text);
    if (declared?.role === 'family' || declared?.role === 'joint family') return grid(declared.slot);
  }
  const found = lawOfRange(variable, set, body, scope);
  if (found) return fromLaw(found.law, found.scope);
  if (set && !isOwnSpace(set, variable, scope)) refuse(`runs over “${print(set)}”, and nothing given says what that is`);
  const family = familySlot(variable, scope);
  if (family !== null) return grid(family);
  const declared = scope.lookup(variable.text);
  if (declared?.role === 'alphabet') return (env) => (env[declared.slot] as ListValue).items.map((v) => (isNumber(v) ? v.value : NaN));
  return refuse('has no range: give it bounds, or say in the givens what it is an outcome of');
} // prettier-ignore

/** The slot of the family over whose grid a parameter runs; null for other names. */
function familySlot(variable: Tree, scope: Scope): number | null {
  const declared = scope.lookup(variable.text);
  const family = declared?.role === 'parameter' ? scope.lookup(declared.of!.text) : undefined;
  return family?.role === 'family' || family?.role === 'joint family' ? family.slot : null;
}

/** `\mathcal{X}` under x, which nothing else gives. */
const isOwnSpace = (set: Tree, variable: Tree, scope: Scope): boolean =>
  !scope.lookup(set.text) && !scope.expand(set) && isSpaceOf(set, variable.text);

/** The law whose outcomes a variable takes: that of its set, its own, or one in `body` that has it as an argument. */
export function lawOfRange(variable: Tree, set: Tree | undefined, body: Tree, scope: Scope): { law: Tree; scope: Scope } | null {
  const space = set && scope.lookup(set.text);
  if (space?.role === 'alphabet' && space.of) return { law: space.of, scope };
  if (set && !isOwnSpace(set, variable, scope)) return null;
  const declared = scope.lookup(variable.text);
  if (familySlot(variable, scope) !== null || declared?.role === 'alphabet') return null;
  return declared?.of && declared.role !== 'sample' ? { law: declared.of, scope } : lawOver(variable, body, scope);
} // prettier-ignore

/** `1 \le i < n` as i = 1, …, n - 1; any other range as it is. */
export function fromBounds(range: Tree): Tree {
  const [variable, chain] = range.args as [Tree, Tree?];
  if (range.op !== 'over' || chain?.op !== 'chain') return range;
  const [low, first, name, second, high] = chain.args;
  const isRising = [first, second].every((sign) => sign?.text === '<' || sign?.text === '\\le');
  if (!isRising || name?.text !== variable.text) return range;
  const one = tree('number', [], '1', chain.span);
  const from = first!.text === '<' ? tree('add', [low!, one], '', low!.span) : low!;
  const to = second!.text === '<' ? tree('subtract', [high!, one], '', high!.span) : high!;
  return tree('range', [variable, from, to], '', range.span);
}

/** The whole numbers of a range, such as i = 1, …, n. */
export function between(range: Tree, scope: Scope): (env: Env) => readonly number[] {
  const [lower, upper] = [scope.number(range.args[1]!), scope.number(range.args[2]!)];
  let made: readonly number[] = [];
  return (env) => {
    const [a, b] = [lower(env).value, upper(env).value];
    if (!Number.isInteger(a) || !Number.isInteger(b) || b - a >= 1e5)
      throw new Refusal(b === LIMIT ? 'a sum to infinity needs a sample to run over' : 'the bounds are not integers', range.span);
    const count = Math.max(0, b - a + 1);
    // a sum inside another one mostly runs over the same numbers again
    if (made.length !== count || (count > 0 && made[0] !== a)) made = Array.from({ length: count }, (_, i) => a + i);
    return made;
  };
} // prettier-ignore

/** `\{1, \dots, n\}`, also with more numbers before the dots. */
function counted(set: Tree): Tree | null {
  const dots = set.args.findIndex((t) => t.op === 'dots');
  const whole = dots >= 1 && set.args.length === dots + 2 && set.args.slice(0, dots).every((t) => t.op === 'number');
  return whole ? tree('range', [set, set.args[0]!, set.args[dots + 1]!], '', set.span) : null;
}

const grid = (slot: number) => (env: Env): readonly number[] => {
  const f = env[slot]!;
  return 'kind' in f && (f.kind === 'family' || f.kind === 'joint family') ? f.grid : [];
}; // prettier-ignore

/** The first law in `body` that is written with `variable` as its argument: `p(x)`, `p(x \mid z)`, `p_x`. */
export function lawOver(variable: Tree, body: Tree, scope: Scope): { law: Tree; scope: Scope } | null {
  for (const t of walk(body)) {
    const expanded = t !== variable && (t.op === 'symbol' || t.op === 'call') ? scope.expand(t) : null;
    if (expanded) {
      const inner = lawOver(variable, expanded.body, expanded.scope);
      if (inner) return inner;
    }
    if (
      t.op === 'call' &&
      t.args[1]!.args.some((arg) => arg.text === variable.text && arg.op === 'symbol') &&
      !(t.args.length === 2 && namedHead(t, scope))
    ) {
      const head = baseOf(t.args[0]!);
      const declared = scope.declarations.get(head.text);
      if (declared?.role === 'joint') return { law: head, scope };
      if (
        ['law', 'family', 'joint family'].includes(declared?.role ?? '') ||
        namedHead(t, scope) ||
        standsForLaw(t, scope)
      )
        return { law: t, scope };
    }
    if (
      t.op === 'index' &&
      t.args[1]!.text === variable.text &&
      scope.declarations.get(t.args[0]!.text)?.role === 'law'
    )
      return { law: t.args[0]!, scope };
  }
  return null;
}

/** `P(x)` where P is defined as a law. */
function standsForLaw(t: Tree, scope: Scope): boolean {
  if (!scope.expand(t.args[0]!)) return false;
  try {
    compileLaw(t, scope);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Every law in the integrand that takes the variable, to know where its mass is. */
export function lawsIn(variable: Tree, body: Tree, scope: Scope): LawCode['law'][] {
  const laws: LawCode['law'][] = [];
  for (const t of walk(body))
    if (t.op === 'call' && t.args[1]!.args.length === 1 && t.args[1]!.args[0]!.text === variable.text)
      try {
        const { law, names } = compileLaw(t, scope);
        if (names.includes(variable.text)) laws.push(law);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
  const declared = scope.declarations.get(variable.text);
  if (!laws.length && declared?.of) laws.push(compileLaw(declared.of, scope).law);
  return laws;
}

/** The sample whose index is the bound variable, if the body has one. */
export function sampleOver(variable: Tree, body: Tree, scope: Scope): Declaration | undefined {
  for (const t of walk(body))
    if (t.op === 'index' && t.args[1]!.text === variable.text) {
      const sample = scope.lookup(`${t.args[0]!.text}_\\cdot`);
      if (sample) return sample;
    }
  return undefined;
}

/** The places of its members. */
export const indices = (sample: Declaration) => (env: Env): number[] => {
  const list = env[sample.slot]!;
  return 'kind' in list && list.kind === 'list' ? list.items.map((_, i) => i + 1) : [];
}; // prettier-ignore
