/** What an integral runs over: two ends, a set, or the places where the integrand may be something else than 0. */
import { exact, type Bounded } from '../number/bounded.ts';
import { narrowest } from '../distribution/density.ts';
import type { Domain } from '../number/quadrature.ts';
import { sameTree, type Tree } from '../tex/tree.ts';
import { kinksIn } from './kinks.ts';
import { compileLaw } from './law.ts';
import { massesIn, massOfLaw, reachOf, type Ends, type Mass } from './mass.ts';
import { Refusal } from './refusal.ts';
import type { Env, Scope } from './scope.ts';
import { kindOf, type Law } from './value.ts';

const LINE: Ends = [-Infinity, Infinity];

/** Where quadrature runs, and the bounds that are not known exactly. */
export interface Where {
  readonly domain: Domain;
  readonly open: readonly Bounded[];
}

/** `\mathcal{X}` is where x lives, `\Theta` where \theta does, unless the givens say otherwise. */
export function isSpaceOf(set: Tree, name: string): boolean {
  const [, letter] = /^(?:\\math[a-z]+\{)?([A-Z]|\\[A-Z][a-z]+)\}?$/.exec(set.op === 'symbol' ? set.text : '') ?? [];
  const own = name.replace(/^\\[a-z]+\{(.*)\}/, '$1').replace(/[_'^].*$/, '');
  return letter !== undefined && letter.toLowerCase() === own.toLowerCase() && letter !== own;
}

const known = ([a, b]: Ends): readonly [Bounded, Bounded] => [exact(a), exact(b)];

/** A set with its ends, and the law that it is the support of, if it is given as one. */
interface Space {
  readonly ends: (env: Env) => readonly [Bounded, Bounded];
  readonly mass?: (env: Env) => Mass | 'finite';
}

function massOf(of: Tree, name: string, scope: Scope): (env: Env) => Mass | 'finite' {
  const { law } = compileLaw(of, scope);
  return (env) => {
    const l = law(env);
    if (l.kind === 'density') return massOfLaw(l);
    return l.kind === 'joint density' && l.names.includes(name) ? massOfLaw(l.of(name)) : 'finite';
  };
}

/** The y of \mathcal{Y} is where the random variable Y has its values. */
function massOfVariable(name: string, scope: Scope): ((env: Env) => Mass | 'finite') | null {
  const variable = /^[a-z]$/.test(name) ? scope.declarations.get(name.toUpperCase()) : undefined;
  if (variable?.role !== 'random' || variable.vector || variable.moved || variable.lawSlot === undefined) return null;
  const slot = variable.lawSlot;
  scope.lookup(variable.name);
  return (env) => {
    const law = env[slot] as Law;
    return law.kind === 'density' ? massOfLaw(law) : 'finite';
  };
}

/** null: a set that nothing gives, which the law of the variable has to tell. */
function compileSpace(set: Tree, name: string, scope: Scope): Space | null {
  const print = scope.shared.print;
  const declared = set.op === 'symbol' ? scope.lookup(set.text) : undefined;
  if (declared?.role === 'alphabet' && declared.of) {
    const mass = massOf(declared.of, name, scope);
    return { mass, ends: (env) => known(supportOf(mass(env))) };
  }
  if (!declared && !scope.expand(set) && isSpaceOf(set, name)) return null;
  const code = scope.compile(set);
  return {
    ends: (env) => {
      const v = code(env);
      if ('kind' in v && v.kind === 'reals' && v.dimension === 1 && !v.columns) return known(LINE);
      if ('kind' in v && v.kind === 'interval' && !v.whole) return [v.low, v.high];
      throw new Refusal(
        `“${print(set)}” is ${'kind' in v && v.kind === 'reals' ? `of dimension ${v.dimension}` : kindOf(v)}: an integral over ${name} runs over an interval`,
        set.span,
      );
    },
  };
}

const supportOf = (mass: Mass | 'finite'): Ends => (mass === 'finite' ? LINE : mass.support);

/** The set behind `\int_{x \in X}` and `\int_X`. */
function setOf(bound: Tree, name: Tree, scope: Scope): Tree {
  if (bound.op !== 'chain') return bound;
  const [left, sign, right] = bound.args as [Tree, Tree, Tree];
  if (bound.args.length === 3 && sign.text === '\\in' && sameTree(left, name)) return right;
  throw new Refusal(
    `below the \\int stands “${scope.shared.print(bound)}”, which does not say where ${name.text} runs`,
    bound.span,
  );
}

/** `f` is looked at only where no law says where its mass lies. */
export function compileDomain(
  name: Tree,
  bounds: readonly Tree[],
  body: Tree,
  scope: Scope,
  inner: Scope,
): (env: Env, f: (x: number) => Bounded) => Where {
  const { text } = name;
  const [first, upper] = bounds;
  const set = first && !upper ? setOf(first, name, scope) : null;
  const space = set ? compileSpace(set, text, scope) : null;
  const [low, high] = first && upper ? [scope.number(first), scope.number(upper)] : [];
  const declared = scope.declarations.get(text);
  const found = massesIn(body, text, inner, compileLaw);
  const isOwnSpace = found.length === 0 && set !== null && isSpaceOf(set, text);
  const given = declared?.of ? massOf(declared.of, text, scope) : isOwnSpace ? massOfVariable(text, scope) : null;
  const masses = [...found, ...(space?.mass ? [space.mass] : []), ...(found.length === 0 && given ? [given] : [])];
  const turns = kinksIn(body, text, inner);
  const reach = reachOf(body, text, inner, compileLaw);
  const ends = declared?.ends ?? (declared?.role === 'value' && !declared.whole && !declared.bound ? LINE : null);
  if (masses.length === 0 && !low && !space && (set || !ends))
    throw new Refusal(
      set
        ? `nothing given says what “${scope.shared.print(set)}” is, and nothing in the integrand is a law of “${text}”`
        : `nothing in the integrand is a law of “${text}”, so its range is unknown`,
      (set ?? name).span,
    );
  const within = (env: Env, all: readonly Mass[]): readonly [Bounded, Bounded] => {
    if (low && high) return [low(env), high(env)];
    if (space) return space.ends(env);
    if (all.length === 0) return known(ends!);
    // a set that nothing gives, and none: all places where one of the laws may be
    return known([Math.min(...all.map((m) => m.support[0])), Math.max(...all.map((m) => m.support[1]))]);
  };
  return (env, f) => {
    const all = masses.map((mass) => mass(env));
    if (all.includes('finite'))
      throw new Refusal(`“${text}” runs over a finite alphabet, which has a sum, not an integral`, name.span);
    const [from, to] = within(env, all as Mass[]);
    const cut = reach(env);
    const open = [from, to].filter((x) => x.error > 0 && x.value > cut[0] && x.value < cut[1]);
    const domain = placed(from.value, to.value, cut, all as Mass[], f);
    const kinks = turns(env, domain).filter(
      (x) => x > Math.min(domain.lower, domain.upper) && x < Math.max(domain.lower, domain.upper),
    );
    const bell = kinks.length > 0 ? undefined : domain.bell;
    return { open, domain: { ...domain, bell, breaks: [...new Set([...(domain.breaks ?? []), ...kinks])] } };
  };
}

/** Between two ends, in either order: what lies outside of the reach of the integrand is left out. */
function placed(from: number, to: number, [a, b]: Ends, masses: readonly Mass[], f: (x: number) => Bounded): Domain {
  const cut = (x: number): number => Math.min(Math.max(x, a), b);
  const [lower, upper] = [cut(from), cut(to)];
  const [left, right] = [Math.min(lower, upper), Math.max(lower, upper)];
  const [main] = masses;
  const { centre, scale } = main
    ? { centre: main.centre, scale: Math.max(...masses.map((m) => m.scale)) }
    : bulk(left, right, f);
  const kinks = masses.flatMap((m) => [...m.breaks, m.support[0], m.support[1]]);
  const peaks = [...spreadOut(masses.map((m) => m.centre), scale), ...narrow(masses, scale)];
  const bell = right - left === Infinity && left === -right ? narrowest(masses) : undefined;
  return { lower, upper, centre, scale, bell, breaks: [...new Set([...kinks, ...peaks])].filter((x) => x > left && x < right) };
} // prettier-ignore

/** Nodes spread over the widest law would step over a peak that is this much narrower; they crowd at break points. */
const NARROW = 8;
export const narrow = (masses: readonly Mass[], scale: number): number[] =>
  masses.filter((m) => m.scale * NARROW < scale).map((m) => m.centre);

/** Centres far apart on the common scale are break points; close ones would only cost evaluations. */
const spreadOut = (centres: readonly number[], scale: number): number[] => {
  const distinct = [...new Set(centres)].sort((p, q) => p - q);
  return distinct.length > 1 && distinct.at(-1)! - distinct[0]! > 8 * scale ? distinct : [];
};

/** Steps away from an end, or from 0, at which an integrand without a law is looked at: powers of √2. */
const STEPS = Array.from({ length: 48 }, (_, k) => 2 ** ((k - 24) / 2));

/** Where an integrand that no law places is largest, and how wide it is there. */
function bulk(left: number, right: number, f: (x: number) => Bounded): { centre: number; scale: number } {
  if (right - left < Infinity) return { centre: (left + right) / 2, scale: (right - left) / 4 || 1 };
  const [from, sides] = left > -Infinity ? [left, [1]] : right < Infinity ? [right, [-1]] : [0, [1, -1]];
  const places = [...(sides.length > 1 ? [0] : []), ...sides.flatMap((s) => STEPS.map((d) => from + s * d))];
  const size = (x: number): number => {
    const y = Math.abs(f(x).value);
    return y < Infinity ? y : 0;
  };
  const sizes = places.map(size);
  const most = Math.max(...sizes);
  const centre = places[sizes.indexOf(most)]!;
  const inside = (x: number): boolean => x > left && x < right && size(x) > most / 2;
  const scale = STEPS.find((d) => !inside(centre + d) || !inside(centre - d)) ?? 1;
  return { centre, scale };
}
