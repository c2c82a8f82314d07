/** One claim made into code that can be run in worlds, or a reason why it cannot. */
import { compileLaw } from '../meaning/law.ts';
import { Refusal } from '../meaning/refusal.ts';
import { comparable, relations } from '../meaning/relate.ts';
import { Scope, type Code, type Env } from '../meaning/scope.ts';
import { kindOf, type Value } from '../meaning/value.ts';
import { print } from '../notation/index.ts';
import type { Tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import type { Context } from './context.ts';
import type { Evidence } from './record.ts';
import { weigh, type Weighed } from './weigh.ts';

export interface Runnable {
  /** The relation sign, as it is decided. */
  readonly sign: string;
  readonly run: (env: Env) => Weighed;
  readonly sides: (env: Env) => readonly [Value, Value];
  readonly used: ReadonlySet<string>;
  readonly evidence: () => Evidence;
  readonly existential: boolean;
}

/** Throws Refusal where the claim has no meaning under the givens. */
export function runnable(claim: Claim, context: Context, sides: Sides = new Map()): Runnable {
  const { shared } = context;
  if (claim.conjunct)
    throw new Refusal(
      'several relations under one \\exists need one common witness; write one relation',
      claim.sign.span,
    );
  const scope = scopeOf(claim, context);
  const sign = signOf(claim);
  if (!(sign in relations) && sign !== '\\implies')
    throw new Refusal(`“${claim.sign.text}” is not understood as a statement here`, claim.sign.span);
  const [left, right] =
    claim.sign.text === '\\sim'
      ? drawn(claim, scope)
      : [sideOf(claim.left, scope, sides), sideOf(claim.right, scope, sides)];
  const used = new Set([...left.used, ...right.used]);
  const names = claim.exists.map(print);
  const existential = names.length > 0 || [...context.some].some((name) => used.has(name));
  const kinds = () => new Set([...left.evidence, ...right.evidence]);
  const both = (env: Env): [Value, Value] => {
    shared.evidence = left.evidence;
    const a = left.code(env);
    shared.evidence = right.evidence;
    return [a, right.code(env)];
  };
  return {
    sign,
    sides: both,
    used,
    existential,
    evidence: () => kindOfEvidence(kinds(), claim),
    run: (env) => {
      const [a, b] = both(env);
      if (!comparable(sign, a, b))
        throw new Refusal(
          `${kindOf(a)} ${claim.sign.text} ${kindOf(b)}: the two sides cannot be compared`,
          claim.sign.span,
        );
      return weigh(sign, a, b, isStatistical(left) || isStatistical(right));
    },
  };
}

/** One side of a relation, compiled. */
interface Side {
  readonly code: Code;
  readonly used: ReadonlySet<string>;
  readonly evidence: Set<string>;
}

const isStatistical = ({ evidence }: Side): boolean => evidence.has('tail') || evidence.has('limit');

/** Sides by tree: the middle of a chain belongs to two relations and is worked out once a world. */
export type Sides = Map<Tree, Side>;

function compileSide(scope: Scope, compile: () => Code): Side {
  const { shared } = scope;
  const before = [...shared.used];
  shared.used.clear();
  shared.evidence = new Set();
  const code = compile();
  const used = new Set(shared.used);
  for (const name of before) shared.used.add(name);
  let last: Env | null = null;
  let value: Value;
  const once: Code = (env) => {
    if (env === last) return value;
    value = code(env);
    last = env;
    return value;
  };
  return { code: once, used, evidence: shared.evidence };
}

function sideOf(t: Tree, scope: Scope, sides: Sides): Side {
  const known = scope.limits.size ? undefined : sides.get(t);
  if (known) return known;
  const made = compileSide(scope, () => side(t, scope));
  if (!scope.limits.size) sides.set(t, made);
  return made;
}

const signOf = (claim: Claim): string =>
  claim.sign.text === '\\iff' || claim.sign.text === ':=' ? '=' : claim.sign.text;

function scopeOf(claim: Claim, context: Context): Scope {
  const { shared, declarations, definitions } = context;
  for (const t of claim.exists)
    if (!declarations.has(print(t))) throw new Refusal(`nothing given says what “${print(t)}” is`, t.span);
  const base = new Scope(shared, declarations, definitions);
  if (claim.sign.text === '\\xrightarrow' || claim.sign.text === '\\propto')
    throw new Refusal(`“${claim.sign.text}” is not understood yet`, claim.sign.span);
  const approximate = claim.sign.text === '\\approx' || claim.sign.text === '\\simeq';
  const sizes = [...declarations.values()].filter((d) => d.role === 'size').map((d) => d.name);
  for (const name of claim.limits)
    if (!sizes.includes(name))
      throw new Refusal(`“${name}” goes to infinity, but nothing given says that it is a sample size`, claim.sign.span);
  return base.inLimit(...claim.limits, ...(approximate ? sizes : []));
}

function side(t: Tree, scope: Scope): Code {
  if (t.op === 'error') throw new Refusal(t.text, t.span);
  return scope.compile(t);
}

/** `X = \{x_1, …\} \sim p`: what was given to be drawn from which law, against the law that is written. */
function drawn(claim: Claim, scope: Scope): [Side, Side] {
  const expanded = scope.expand(claim.left);
  const subject = expanded?.body ?? claim.left;
  const first = subject.op === 'set' || subject.op === 'list' ? subject.args[0]! : subject;
  const base = first.op === 'index' ? `${first.args[0]!.text}_\\cdot` : first.text;
  const declared = scope.lookup(base);
  if (!declared?.of && declared?.role !== 'random')
    throw new Refusal(`nothing given says from which law “${print(claim.left)}” is drawn`, claim.left.span);
  const of = (t: Tree): Side => {
    const made = compileSide(scope, () => compileLaw(t, scope).law);
    made.evidence.add('declared');
    return made;
  };
  return [of(declared.of ?? first), of(claim.right)];
}

function kindOfEvidence(kinds: ReadonlySet<string>, claim: Claim): Evidence {
  const order: Evidence[] = ['tail', 'limit', 'derivative', 'quadrature', 'declared'];
  if (claim.sign.text === '\\implies') return 'exact';
  return order.find((kind) => kinds.has(kind)) ?? 'exact';
}
