/** What can be run in worlds: a relation, and its sides, with the names that they use and the evidence that they rest on. */
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import type { Value } from '../meaning/value.ts';
import type { Bounded } from '../number/bounded.ts';
import { leeway } from '../number/precision.ts';
import type { Tree } from '../tex/tree.ts';
import type { Evidence } from './record.ts';
import type { Weighed } from './weigh.ts';

/** One relation of a statement, by how far its sides are apart; null where that is no number. */
export interface Part {
  readonly sign: string;
  readonly gap: (env: Env) => Bounded | null;
}

export interface Runnable {
  /** The relation sign, as it is decided. */
  readonly sign: string;
  readonly run: (env: Env) => Weighed;
  readonly sides: (env: Env) => readonly [Value, Value];
  readonly used: ReadonlySet<string>;
  readonly evidence: () => Evidence;
  readonly existential: boolean;
  /** Whether its sides are worked out from numbers by arithmetic alone, so that large ones take no longer. */
  readonly arithmetic?: boolean;
  /** Whether it joins two statements. */
  readonly joins?: boolean;
  /** The relations of which those are made, where all are of numbers or finite laws. */
  readonly halves?: readonly [readonly Part[], readonly Part[]] | null;
}

export interface Side {
  readonly code: Code;
  readonly used: ReadonlySet<string>;
  readonly evidence: Set<string>;
}

/** Sides by tree: the middle of a chain belongs to two relations and is worked out once a world. */
export type Sides = Map<Tree, Side>;

export const isStatistical = ({ evidence }: Side): boolean =>
  ['simulation', 'tail', 'limit'].some((kind) => evidence.has(kind));

/** What `compile` makes, with what it uses. Within one world it is worked out once, unless names move in it (`moves`). */
export function compileSide(scope: Scope, compile: () => Code, moves = false): Side {
  const { shared } = scope;
  const before = [...shared.used];
  shared.used.clear();
  shared.evidence = new Set();
  const code = compile();
  const used = new Set(shared.used);
  for (const name of before) shared.used.add(name);
  const evidence = shared.evidence;
  let last: Env | null = null;
  let open = 0;
  let value: Value;
  const once: Code = (env) => {
    const asked = leeway();
    if (env === last && open <= asked) return value;
    value = code(env);
    last = env;
    open = asked;
    return value;
  };
  return { code: moves ? code : once, used, evidence };
}

export function sideOf(t: Tree, scope: Scope, sides: Sides, moves = false): Side {
  const shares = !moves && scope.limits.size === 0;
  const known = shares ? sides.get(t) : undefined;
  if (known) return known;
  const made = compileSide(scope, () => side(t, scope), moves);
  if (shares) sides.set(t, made);
  return made;
}

function side(t: Tree, scope: Scope): Code {
  if (t.op === 'error') throw new Refusal(t.text, t.span);
  return scope.compile(t);
}

/** Runs a side with its own evidence taken down. */
export function valueOf({ code, evidence }: Side, scope: Scope, env: Env): Value {
  scope.shared.evidence = evidence;
  return code(env);
}
