/**
 * Where an expression jumps or bends as one of its names moves: at the zeros of what stands under |·|, and where a
 * relation in an indicator or a case turns. Quadrature is split there: between its nodes it would not see a jump.
 */
import { subtract, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { dependsOn, lineIn } from './line.ts';
import { kept, type Declaration, type Env, type Scope } from './scope.ts';
import { isNumber, type Law } from './value.ts';
import { variableHead } from './variable-head.ts';

/** Where the mass of what is averaged lies. */
export interface Around {
  readonly centre: number;
  readonly scale: number;
}
export type Kinks = (env: Env, around: Around) => number[];

type Turn = readonly [left: Tree, right: Tree | null];

/** Pairs that are equal where `t` itself turns; 0 is meant where nothing stands. */
function turnsOf(t: Tree): Turn[] {
  switch (t.op) {
    case 'absolute':
      return [[t.args[0]!, null]];
    case 'special':
      return ['\\operatorname{sign}', '\\operatorname{sgn}'].includes(t.text) ? [[t.args[0]!, null]] : [];
    case 'max':
    case 'min': {
      const items = t.args.at(-1)!.op === 'list' ? t.args.at(-1)!.args : [];
      return items.flatMap((a, i) => items.slice(i + 1).map((b): Turn => [a, b]));
    }
    case 'chain': {
      const sides = t.args.filter((_, i) => i % 2 === 0);
      return sides.slice(1).flatMap((right, i) => against(sides[i]!, right));
    }
    case 'call': {
      // \mathbf{1}_{[a, b]}(x)
      const [head, first] = t.args as [Tree, Tree];
      return head.op === 'index' && head.args[1]!.op === 'interval' ? against(first.args[0]!, head.args[1]!) : [];
    }
    default:
      return [];
  }
}

const against = (left: Tree, right: Tree): Turn[] =>
  right.op === 'interval' || right.op === 'set' ? right.args.map((end) => [left, end]) : right.op === 'numbers' ? [[left, null]] : [[left, right]]; // prettier-ignore

export function kinksIn(t: Tree, name: string, scope: Scope): Kinks {
  const found = search(t, name, scope);
  return (env, around) => found.flatMap((kinks) => kinks(env, around));
}

function search(t: Tree, name: string, scope: Scope): Kinks[] {
  const expanded = scope.expand(t);
  if (expanded) return search(expanded.body, name, expanded.scope);
  if (!dependsOn(t, name, scope)) return [];
  const jumps = jumpsIn(t, name, scope);
  if (jumps) return [jumps];
  const own = turnsOf(t).flatMap(([left, right]) => zeros(left, right, name, scope) ?? []);
  return [...own, ...t.args.flatMap((arg) => search(arg, name, scope))];
}

/** `F_X(x)` and `\Pr(X > x)` jump where x passes a value of X; null for what is neither. */
function jumpsIn(t: Tree, name: string, scope: Scope): Kinks | null {
  const head = variableHead(t, scope);
  if (head) return head.declared ? jumpsOf(head.declared, t.args[1]!.args[0]!, name, scope) : null;
  if (t.op !== 'chain' || t.args.length !== 3) return null;
  const [left, , right] = t.args as [Tree, Tree, Tree];
  const random = [left, right].map((side) => (side.op === 'symbol' ? scope.declarations.get(side.text) : undefined));
  const at = random.findIndex((declared) => declared?.role === 'random');
  return at < 0 || random[at]!.name === name ? null : jumpsOf(random[at]!, at === 0 ? right : left, name, scope);
}

function jumpsOf(declared: Declaration, place: Tree, name: string, scope: Scope): Kinks | null {
  const line = dependsOn(place, name, scope) ? lineIn(place, name, scope) : null;
  if (!line || declared.vector || declared.moved || declared.lawSlot === undefined) return null;
  const slot = declared.lawSlot;
  return (env) => {
    const law = env[slot] as Law;
    const places = law.kind === 'finite' ? law.outcomes : [...law.support, ...(law.breaks ?? [])];
    const [a, b] = [line.slope(env).value, line.offset(env).value];
    return places.map((x) => (x - b) / a).filter(Number.isFinite);
  };
}

/** Where left = right; null where the name does not matter. */
function zeros(left: Tree, right: Tree | null, name: string, scope: Scope): Kinks | null {
  if (!dependsOn(left, name, scope) && !(right && dependsOn(right, name, scope))) return null;
  const [a, b] = [left, right].map((side) => (side ? lineIn(side, name, scope) : null));
  if (a && (b || !right))
    return (env) => {
      const slope = a.slope(env).value - (b ? b.slope(env).value : 0);
      const offset = a.offset(env).value - (b ? b.offset(env).value : 0);
      return [-offset / slope].filter(Number.isFinite);
    };
  const slot = scope.declarations.get(name)?.slot;
  if (slot === undefined) return null;
  const [f, g] = [left, right].map((side) => (side ? scope.compile(side) : null));
  const gap = (env: Env): number => {
    const [x, y] = [f!(env), g?.(env)];
    if (!isNumber(x) || (y && !isNumber(y))) return NaN;
    return y ? subtract(x, y as Bounded).value : x.value;
  };
  return (env, around) => crossings(gap, slot, env, around);
}

/** Places at which a curved difference is looked at, in scales around the centre: dense where the mass is. */
const STEPS = Array.from({ length: 257 }, (_, i) => Math.sinh((i - 128) / 24));

/** Where it changes its sign from one of the places to the next, by bisection. */
function crossings(gap: (env: Env) => number, slot: number, env: Env, { centre, scale }: Around): number[] {
  const before = kept(env, slot)!;
  const at = (x: number): number => {
    env[slot] = { value: x, error: 0 };
    return gap(env);
  };
  const places = STEPS.map((step) => centre + step * scale);
  const signs = places.map((x) => Math.sign(at(x)));
  const found = places.flatMap((x, i) => {
    if (signs[i] === 0) return [x];
    if (i === 0 || signs[i]! * signs[i - 1]! >= 0) return [];
    let [low, high] = [places[i - 1]!, x];
    for (let k = 0; k < 80; k++) {
      const middle = low + (high - low) / 2;
      if (Math.sign(at(middle)) === signs[i]) high = middle;
      else low = middle;
    }
    return [high];
  });
  env[slot] = before;
  return found;
}
