/** One claim made into code that can be run in worlds, or a reason why it cannot. */
import { compileLaw } from '../meaning/law.ts';
import { Refusal } from '../meaning/refusal.ts';
import { comparable } from '../meaning/relate.ts';
import { Scope, type Code, type Env } from '../meaning/scope.ts';
import { kindOf, type Value } from '../meaning/value.ts';
import { print } from '../notation/index.ts';
import type { Tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import type { Context } from './context.ts';
import type { Evidence } from './record.ts';
import { weigh, type Weighed } from './weigh.ts';

export interface Runnable {
  readonly run: (env: Env) => Weighed;
  readonly sides: (env: Env) => readonly [Value, Value];
  readonly used: ReadonlySet<string>;
  readonly evidence: () => Evidence;
  readonly existential: boolean;
}

/** Throws Refusal where the claim has no meaning under the givens. */
export function runnable(claim: Claim, context: Context): Runnable {
  const { shared } = context;
  const before = new Set(shared.used);
  shared.used.clear();
  shared.evidence = new Set();
  const scope = scopeOf(claim, context);
  const sign = signOf(claim);
  const [left, right] = claim.sign.text === '\\sim' ? drawn(claim, scope) : [side(claim.left, scope), side(claim.right, scope)];
  const used = new Set(shared.used);
  const evidence = shared.evidence;
  for (const name of before) shared.used.add(name);
  const names = claim.exists.map(print);
  const existential = names.length > 0 || [...context.some].some((name) => used.has(name));
  let seen: Set<string> = evidence;
  const sides = (env: Env): [Value, Value] => {
    shared.evidence = evidence;
    const pair: [Value, Value] = [left(env), right(env)];
    seen = evidence;
    return pair;
  };
  return {
    sides,
    used,
    existential,
    evidence: () => kindOfEvidence(seen, claim),
    run: (env) => {
      const [a, b] = sides(env);
      if (!comparable(sign, a, b))
        throw new Refusal(`${kindOf(a)} ${claim.sign.text} ${kindOf(b)}: the two sides cannot be compared`, claim.sign.span);
      return weigh(sign, a, b, seen.has('tail') || seen.has('limit'));
    },
  };
} // prettier-ignore

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
function drawn(claim: Claim, scope: Scope): [Code, Code] {
  const expanded = scope.expand(claim.left);
  const subject = expanded?.body ?? claim.left;
  const first = subject.op === 'set' || subject.op === 'list' ? subject.args[0]! : subject;
  const base = first.op === 'index' ? `${first.args[0]!.text}_\\cdot` : first.text;
  const declared = scope.lookup(base);
  if (!declared?.of && declared?.role !== 'random')
    throw new Refusal(`nothing given says from which law “${print(claim.left)}” is drawn`, claim.left.span);
  scope.shared.evidence.add('declared');
  const given = compileLaw(declared.of ?? first, scope).law;
  return [(env) => given(env), (env) => compileLaw(claim.right, scope).law(env)];
}

function kindOfEvidence(kinds: ReadonlySet<string>, claim: Claim): Evidence {
  const order: Evidence[] = ['tail', 'limit', 'quadrature', 'declared'];
  if (claim.sign.text === '\\implies') return 'exact';
  return order.find((kind) => kinds.has(kind)) ?? 'exact';
}
