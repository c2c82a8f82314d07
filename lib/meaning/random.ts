/**
 * Expectations and probabilities over the random names of an expression: random variables and samples are
 * enumerated, outcome by outcome, so that the result is exact up to rounding.
 */
import { bounded, exact, multiply, subtract, sum, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { compileLaw } from './law.ts';
import { FAILURE } from './limit.ts';
import { Refusal } from './refusal.ts';
import type { Code, Declaration, Env, Scope } from './scope.ts';
import { isNumber, kindOf, type Law, type ListValue, type Value } from './value.ts';

/** The random variables and samples that occur in `t`, definitions expanded. */
export function randomNames(t: Tree, scope: Scope, found = new Map<string, Declaration>()): Map<string, Declaration> {
  const expanded = scope.expand(t);
  if (expanded) return randomNames(expanded.body, expanded.scope, found);
  if (t.op === 'symbol' || t.op === 'index') {
    const own = t.op === 'symbol' ? scope.declarations.get(t.text) : undefined;
    const sample = `${t.op === 'index' ? t.args[0]!.text : t.text}_\\cdot`;
    const declared = own ?? scope.declarations.get(sample);
    if (declared && (declared.role === 'sample' || declared.role === 'random')) {
      scope.shared.used.add(declared.name);
      found.set(declared.name, declared);
    }
  }
  // inside an expectation or a probability of its own, a random name is already averaged away
  const isAverage = t.op === 'expectation' || (t.op === 'call' && t.args[1]?.args.some((a) => a.op === 'chain'));
  if (!isAverage) for (const arg of t.args) randomNames(arg, scope, found);
  return found;
}

type Visit = (weight: Bounded) => void;
type Enumerate = (env: Env, weight: Bounded, visit: Visit) => void;

function enumerateVariable(slot: number, law: (env: Env) => Law, t: Tree): Enumerate {
  return (env, weight, visit) => {
    const l = law(env);
    if (l.kind !== 'finite') throw new Refusal('a random variable with a density cannot be enumerated', t.span);
    const before = env[slot]!;
    l.outcomes.forEach((x, k) => {
      const p = l.probabilities[k]!;
      if (p.value === 0 && p.error === 0) return;
      env[slot] = exact(x);
      visit(multiply(weight, p));
    });
    env[slot] = before;
  };
}

function enumerateSample(declared: Declaration, t: Tree, scope: Scope): Enumerate {
  const law = compileLaw(declared.of!, scope).law;
  return (env, weight, visit) => {
    const l = law(env) as Law;
    if (l.kind !== 'finite') throw new Refusal('a sample from a density cannot be enumerated', t.span);
    const before = env[declared.slot] as ListValue;
    const items: Value[] = [];
    const draw = (w: Bounded): void => {
      if (items.length === before.items.length) {
        env[declared.slot] = { kind: 'list', items: [...items] };
        return visit(w);
      }
      l.outcomes.forEach((x, k) => {
        const p = l.probabilities[k]!;
        if (p.value === 0 && p.error === 0) return;
        items.push(exact(x));
        draw(multiply(w, p));
        items.pop();
      });
    };
    draw(weight);
    env[declared.slot] = before;
  };
}

/** E[body] over everything random in it. */
export function average(body: Tree, scope: Scope, at: Tree): (env: Env) => Bounded {
  const names = randomNames(body, scope);
  if (names.size === 0)
    throw new Refusal(`“${scope.shared.print(at)}” says no law, and nothing random stands in it`, at.span);
  const steps = [...names.values()].map((d) =>
    d.role === 'random'
      ? enumerateVariable(d.slot, (env) => env[d.lawSlot!] as Law, at)
      : enumerateSample(d, at, scope),
  );
  const limited = [...names.values()].find((d) => d.size && scope.limits.has(d.size));
  if (limited) throw new Refusal(`an expectation over a sample of unbounded size has no exact sum`, at.span);
  const value = scope.compile(body);
  return (env) => {
    const terms: Bounded[] = [];
    const run = (i: number, weight: Bounded): void => {
      if (i < steps.length) return steps[i]!(env, weight, (w) => run(i + 1, w));
      terms.push(multiply(weight, asNumber(value(env), body, scope)));
    };
    run(0, exact(1));
    return sum(terms);
  };
}

function asNumber(v: Value, t: Tree, scope: Scope): Bounded {
  if (isNumber(v)) return v;
  if (v.kind === 'truth') return v.truth === null ? bounded(0.5, 0.5) : exact(v.truth ? 1 : 0);
  throw new Refusal(`“${scope.shared.print(t)}” is ${kindOf(v)}, which has no average`, t.span);
}

/** `P(event)`: the average of its indicator. In the limit, 0 or 1 up to the chance of an untypical sample. */
export function probability(t: Tree, scope: Scope): Code {
  const event = t.args[1]!.args[0]!;
  const names = randomNames(event, scope);
  const limited = [...names.values()].some((d) => d.size && scope.limits.has(d.size));
  if (!limited) return average(event, scope, t);
  scope.shared.evidence.add('tail');
  const code = scope.compile(event);
  return (env) => {
    const v = code(env);
    if (!('kind' in v) || v.kind !== 'truth') throw new Refusal('an event should be a statement', event.span);
    if (v.truth === null) return bounded(0.5, 0.5);
    return bounded(v.truth ? 1 : 0, FAILURE);
  };
}

/** Var of everything random in `body`. */
export function spread(body: Tree, scope: Scope, at: Tree): (env: Env) => Bounded {
  const mean = average(body, scope, at);
  const holder = scope.slot();
  const centred = scope.bind('\\bar{\\ }', holder);
  const deviation: Tree = {
    op: 'power',
    text: '',
    span: body.span,
    args: [
      { op: 'subtract', text: '', span: body.span, args: [body, { op: 'symbol', args: [], text: '\\bar{\\ }', span: body.span }] },
      { op: 'number', args: [], text: '2', span: body.span },
    ],
  }; // prettier-ignore
  const second = average(deviation, centred, at);
  return (env) => {
    env[holder] = mean(env);
    return second(env);
  };
}

/** Cov(a, b) = E[ab] - E[a]E[b]; the mean is not subtracted first because the two share no single centre. */
export function covariance(a: Tree, b: Tree, scope: Scope, at: Tree): (env: Env) => Bounded {
  const both = average({ op: 'multiply', text: '', span: at.span, args: [a, b] }, scope, at);
  const [ea, eb] = [average(a, scope, at), average(b, scope, at)];
  return (env) => subtract(both(env), multiply(ea(env), eb(env)));
}
