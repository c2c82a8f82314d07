/**
 * Functions that a random variable names below their letter: `F_X(x)`, its distribution function, `f_X`, `p_X`, its density or
 * probabilities, `Q_X`, its quantile, `M_X`, `G_X`, `K_X`, its generating functions. A letter that is given otherwise is none.
 */
import type { Tree } from '../tex/tree.ts';
import type { Declaration, Scope } from './scope.ts';

export const variableLetters = ['F', 'f', 'p', 'Q', 'M', 'G', 'K'] as const;

export interface VariableHead {
  readonly kind: (typeof variableLetters)[number];
  /** What stands below: a random variable, or what is made of some. */
  readonly variable: Tree;
  /** Where that is a random variable itself. */
  readonly declared?: Declaration;
}

const lawful = ['law', 'joint', 'family', 'joint family', 'function'];

/** The function that the head of a call is, if it is one of these. */
export function variableHead(t: Tree, scope: Scope): VariableHead | null {
  const called = t.op === 'call' ? t.args[0]! : undefined;
  const head = called?.op === 'inverse' ? called.args[0]! : called;
  if (head?.op !== 'index' || head.text !== '') return null;
  const [base, below] = head.args as [Tree, Tree];
  const found = variableLetters.find((letter) => letter === base.text);
  // the inverse of a distribution function is the quantile, in the general sense
  const kind = head === called ? found : found === 'F' ? 'Q' : undefined;
  const given = scope.declarations.get(base.text);
  // the f of f_X(x) is the law of X, and no other's
  const isOther = given?.conditions?.length && !given.conditions.includes(scope.shared.print(below));
  if (!kind || (lawful.includes(given?.role ?? '') && !isOther)) return null;
  if (scope.expand(head)) return null;
  // M_{aX + b}
  if (below.op !== 'symbol') return below.op !== 'list' && hasRandom(below, scope) ? { kind, variable: below } : null;
  const declared = scope.declarations.get(below.text);
  if (declared?.role === 'random' && !declared.vector) return { kind, variable: below, declared };
  const expanded = declared ? null : scope.expand(below);
  return expanded && hasRandom(expanded.body, expanded.scope) ? { kind, variable: below } : null;
}

/** `F_{X,Y}(x, y)` as the event \Pr(X \le x, Y \le y); null for what is no distribution function of several variables. */
export function distributionOf(t: Tree, scope: Scope): Tree | null {
  const [head, first] = t.args as [Tree, Tree];
  const below = head.op === 'index' && head.text === '' && head.args[0]!.text === 'F' ? head.args[1]! : undefined;
  if (below?.op !== 'list' || t.args.length !== 2 || first.args.length !== below.args.length || scope.expand(head)) return null;
  if (lawful.includes(scope.declarations.get('F')?.role ?? '')) return null;
  const isVariable = (v: Tree): boolean => v.op === 'symbol' && scope.declarations.get(v.text)?.role === 'random' && !scope.declarations.get(v.text)!.vector;
  if (!below.args.every(isVariable) || first.args.some((place) => hasRandom(place, scope))) return null;
  const node = (op: string, args: readonly Tree[], text = ''): Tree => ({ op, args, text, span: t.span });
  const events = below.args.map((v, i) => node('chain', [v, node('relation', [], '\\le'), first.args[i]!]));
  return node('call', [node('symbol', [], '\\Pr'), node('list', events)]);
} // prettier-ignore

function hasRandom(t: Tree, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return hasRandom(expanded.body, expanded.scope);
  if (t.op === 'symbol' && scope.declarations.get(t.text)?.role === 'random') return true;
  if (t.op === 'index' && scope.declarations.get(`${t.args[0]!.text}_\\cdot`)?.role === 'sample') return true;
  return t.args.some((arg) => hasRandom(arg, scope));
}

/** The parts of which the value of `t` is made: the variable below F_X names its law, and is not averaged over. */
export const partsOf = (t: Tree, scope: Scope): readonly Tree[] => (variableHead(t, scope) ? t.args.slice(1) : t.args);
