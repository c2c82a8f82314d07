/**
 * Where an integrand has its mass, told by the laws in it: quadrature is centred there, and what is 0 is left out. A
 * product with a density is 0 off its support, whatever the other factor is (0 log 0/0 under a divergence is 0).
 */
import type { Tree } from '../tex/tree.ts';
import type { DensityLaw } from '../distribution/density.ts';
import type { ReadLaw } from './law-code.ts';
import { namedHead } from './named-call.ts';
import { Refusal } from './refusal.ts';
import { dependsOn, lineIn } from './line.ts';
import type { Env, Scope } from './scope.ts';

export type Ends = readonly [number, number];

/** A law in the integrand, as a law of the variable. */
export interface Mass {
  readonly support: Ends;
  readonly centre: number;
  readonly scale: number;
  readonly breaks: readonly number[];
  readonly bell?: number | undefined;
}

/** 'finite': a law of a finite alphabet, over which nothing is integrated. */
type MassCode = (env: Env) => Mass | 'finite';

export const massOfLaw = ({ support, centre, scale, breaks = [], bell }: DensityLaw): Mass => ({ support, centre, scale, breaks, bell }); // prettier-ignore

/** Laws that are the same for x and their place as for their place and x. */
const even: ReadonlySet<string> = new Set(['normal law', 'Laplace law', 'Cauchy law']);

/** \mathcal{N}(x; z, s^2) is a density of z too, where the place of a law is what moves: as if x and z changed places. */
function turned(t: Tree, name: string, scope: Scope): Tree | null {
  const [head, points, parameters] = t.args as [Tree, Tree, Tree?];
  if (!parameters || t.args.length > 3 || !even.has(namedHead(t, scope)?.name ?? '')) return null;
  const [place, ...others] = parameters.args as [Tree, ...Tree[]];
  const moves = (part: Tree): boolean => dependsOn(part, name, scope);
  if (points.args.length !== 1 || moves(points) || !moves(place) || others.some(moves)) return null;
  return { ...t, args: [head, { ...points, args: [place] }, { ...parameters, args: [points.args[0]!, ...others] }] };
}

/** `p(x)`, `f(x - c)`, `p(x, y)`: the law of the variable in a call, where the call has one. */
function massOfCall(t: Tree, name: string, scope: Scope, read: ReadLaw): MassCode | null {
  const other = turned(t, name, scope);
  if (other) return massOfCall(other, name, scope, read);
  const [head, first, ...rest] = t.args as [Tree, Tree, ...Tree[]];
  const at = first.args.findIndex((arg) => dependsOn(arg, name, scope));
  if (at < 0 || first.args.some((arg, i) => i !== at && dependsOn(arg, name, scope))) return null;
  if (rest.some((group) => dependsOn(group, name, scope))) return null;
  const line = lineIn(first.args[at]!, name, scope);
  if (!line) return null;
  const symbol: Tree = { op: 'symbol', args: [], text: name, span: first.args[at]!.span };
  const call = { ...t, args: [head, { ...first, args: first.args.with(at, symbol) }, ...rest] };
  // a formula is looked at for the laws in it
  const formula = scope.expand(call)?.body.op;
  if (formula && !['call', 'symbol', 'index', 'word'].includes(formula)) return null;
  const law = lawOf(call, name, scope, read);
  if (!law) return null;
  return (env) => {
    const found = law(env);
    if (found === 'finite') return found;
    const [a, b] = [line.slope(env).value, line.offset(env).value];
    if (a === 1 && b === 0) return found;
    const back = (x: number): number => (x - b) / a;
    const ends = found.support.map(back).sort((x, y) => x - y) as [number, number];
    return { support: ends, centre: back(found.centre), scale: Math.abs(found.scale / a), breaks: found.breaks.map(back), bell: found.bell && Math.abs(found.bell / a) }; // prettier-ignore
  };
}

function lawOf(t: Tree, name: string, scope: Scope, read: ReadLaw): MassCode | null {
  try {
    const { law, names } = read(t, scope);
    if (!names.includes(name)) return null;
    return (env) => {
      const l = law(env);
      if (l.kind === 'density') return massOfLaw(l);
      return l.kind === 'joint density' ? massOfLaw(l.of(name)) : 'finite';
    };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The laws of the variable in `t`, definitions expanded. */
export function massesIn(t: Tree, name: string, scope: Scope, read: ReadLaw): MassCode[] {
  const own = t.op === 'call' ? massOfCall(t, name, scope, read) : null;
  if (own) return [own];
  const expanded = scope.expand(t);
  if (expanded) return massesIn(expanded.body, name, expanded.scope, read);
  return t.args.flatMap((arg) => massesIn(arg, name, scope, read));
}

const LINE: Ends = [-Infinity, Infinity];
const meet = ([a, b]: Ends, [c, d]: Ends): Ends => [Math.max(a, c), Math.min(b, d)];
const hull = ([a, b]: Ends, [c, d]: Ends): Ends => [Math.min(a, c), Math.max(b, d)];

/** Ends of an interval outside of which `t` is 0. */
export function reachOf(t: Tree, name: string, scope: Scope, read: ReadLaw): (env: Env) => Ends {
  const own = t.op === 'call' ? massOfCall(t, name, scope, read) : null;
  if (own)
    return (env) => {
      const mass = own(env);
      return mass === 'finite' ? LINE : mass.support;
    };
  const expanded = scope.expand(t);
  if (expanded) return reachOf(expanded.body, name, expanded.scope, read);
  const part = (i: number): ((env: Env) => Ends) => reachOf(t.args[i]!, name, scope, read);
  switch (t.op) {
    case 'plus':
    case 'negate':
    case 'divide':
      return part(0);
    case 'multiply':
    case 'add':
    case 'subtract': {
      const [a, b] = [part(0), part(1)];
      const join = t.op === 'multiply' ? meet : hull;
      return (env) => join(a(env), b(env));
    }
    default:
      return () => LINE;
  }
}
