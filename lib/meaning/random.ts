/**
 * Expectations and probabilities over the random names of an expression. What has finitely many outcomes is enumerated,
 * so that the result is exact up to rounding; densities are integrated, and their events measured by the distribution
 * function.
 */
import { bounded, divide, exact, multiply, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { all, compileEvent, indicator } from './event.ts';
import { readGiven, type Given } from './condition.ts';
import { insteadOf } from './instead.ts';
import { kinksIn } from './kinks.ts';
import { FAILURE } from './limit.ts';
import { Refusal } from './refusal.ts';
import { remembered } from './remember.ts';
import { regionOf } from './region.ts';
import type { Code, Declaration, Env, Scope } from './scope.ts';
import { namesFor, namesIn } from './random-names.ts';
import { compileLaw } from './law.ts';
import { closedForm } from './polynomial.ts';
import { bySampleMoments } from './sample-moments.ts';
import { simulated } from './simulate.ts';
import { holding, overAll, stepsOver, type Over, type Shape, type Shapes, type Step } from './space.ts';
import { isNumber, kindOf, type Value } from './value.ts';
import { vectorAverage } from './vector-average.ts';
import type { DensityLaw } from '../distribution/density.ts';

type Quantity = (env: Env) => Bounded;

/** What an average of the trees runs over: nothing, where all that is random in them is held at a value. */
function moving(trees: readonly Tree[], given: Given, scope: Scope, at: Tree): Declaration[] {
  const held = new Set(given.held.map((h) => h.declared.name));
  const isHeld = held.size > 0 && [...namesIn(trees, scope).keys()].every((name) => held.has(name));
  return isHeld ? [] : namesFor(trees, scope, at);
}

/** E of a vector or a matrix in which a random vector stands, as it may be written without conditions; else null. */
export function averageOfVector(body: Tree, scope: Scope, at: Tree, only?: readonly Declaration[]): Code | null {
  return vectorAverage(body, only ?? [...namesIn([body], scope).values()], scope, at);
}

const isEndless = (steps: readonly Step[], env: Env): boolean => steps.some((step) => step.endless?.(env));

/** By draws of all that it runs over. */
function simulatedOver(steps: readonly Step[], f: Quantity, env: Env, at: Tree, body: Tree | null, scope: Scope): Bounded {
  const drawables = steps.flatMap((step) => step.drawable ?? []);
  if (drawables.length === steps.length) return simulated(drawables, f, env, at, body, scope);
  throw new Refusal(`“${scope.shared.print(at)}” has no exact value that is known, and variables with a law together are not simulated`, at.span);
} // prettier-ignore

/** E[body | conditions] over everything random in them, or over `only`. */
export function average(
  body: Tree,
  scope: Scope,
  at: Tree,
  conditions: readonly Tree[] = [],
  only?: readonly Declaration[],
): Quantity {
  const given = readGiven(conditions, scope);
  const names = only ?? moving([body], given, scope, at);
  const ofVector = given.held.length + given.events.length === 0 ? vectorAverage(body, names, scope, at) : null;
  if (ofVector) return (env) => asNumber(ofVector(env), body, scope);
  const others = [...namesIn(given.events, scope).values()].filter((d) => !names.includes(d));
  const steps = stepsOver([...names, ...others], given.held, scope, at, shapesOf(names, body, scope));
  const enumerated = overAll(steps);
  const over: Over = (env, f) =>
    isEndless(steps, env) ? simulatedOver(steps, f, env, at, body, scope) : enumerated(env, f);
  const exactly = given.held.length > 0 ? null : bySampleMoments(body, names, scope, at);
  const direct = (env: Env): Bounded => (isEndless(steps, env) ? exactly?.(env, value) : null) ?? over(env, value);
  const code = scope.compile(body);
  const value: Quantity = (env) => asNumber(code(env), body, scope);
  const once = (f: Quantity): Quantity =>
    remembered(f, [body, ...conditions], scope, conditions.length > 0 ? [] : names.map((d) => d.name));
  if (given.events.length === 0) {
    const plain = conditions.length > 0 ? direct : byDerived([body], names, steps, scope, direct, (t, inner, declared) => average(t[0]!, inner, at, [], [declared])); // prettier-ignore
    return once(holding(given.held, byMoments(steps, body, scope, plain)));
  }
  const part = holding(given.held, (env) => {
    // quadrature would not see the jumps of an event
    if (steps.some((step) => step.continuous(env)))
      throw new Refusal('a condition on a variable with a density should be of the form X = x', at.span);
    const whole = over(env, (e) => indicator(given.happens(e)));
    const inside = over(env, (e) => {
      const happens = given.happens(e);
      return happens === false ? exact(0) : multiply(indicator(happens), value(e));
    });
    return divide(inside, whole);
  });
  return once((env) => {
    given.start(env);
    return part(env);
  });
}

function shapesOf(names: readonly Declaration[], body: Tree, scope: Scope): Shapes {
  const variables = names.filter((d) => d.role !== 'sample');
  const shape = (d: Declaration): Shape => ({
    kinks: kinksIn(body, d.name, scope),
    closed: closedForm(body, [d.name], scope),
  });
  return new Map(variables.map((d) => [d.name, shape(d)]));
}

/** Where all that is random stands in one expression whose law is known by rule: over that law. */
function byDerived(
  trees: readonly Tree[],
  names: readonly Declaration[],
  steps: readonly Step[],
  scope: Scope,
  otherwise: Quantity,
  over: (trees: readonly Tree[], scope: Scope, declared: Declaration) => Quantity,
): Quantity {
  const manifold = steps.length > 1 || names.some((d) => d.role === 'sample');
  const ways = (manifold ? insteadOf(trees, scope, compileLaw) : []).map((instead) => ({
    put: instead.put,
    value: over(instead.trees, instead.scope, instead.declared),
  }));
  const isDense = (env: Env): boolean => steps.some((step) => step.continuous(env) || step.endless?.(env));
  return (env) => {
    const way = ways.length > 0 && isDense(env) ? ways.find(({ put }) => put(env)) : undefined;
    return (way?.value ?? otherwise)(env);
  };
}

/** Independent variables of which some cannot be enumerated: from their moments, where the body is a polynomial. */
function byMoments(steps: readonly Step[], body: Tree, scope: Scope, otherwise: Quantity): Quantity {
  const alone = steps.flatMap((step) => step.alone ?? []);
  const closed = steps.length > 1 && alone.length === steps.length ? closedForm(body, alone.map((a) => a.declared.name), scope) : null; // prettier-ignore
  if (!closed) return otherwise;
  return (env) => {
    const laws = alone.map(({ law }) => law(env));
    const isListed = laws.every((law) => law.kind === 'finite' && !law.tail);
    return (isListed ? null : closed(laws, env)) ?? otherwise(env);
  };
}

function asNumber(v: Value, t: Tree, scope: Scope): Bounded {
  if (isNumber(v)) return v;
  if (v.kind === 'truth') return indicator(v.truth);
  throw new Refusal(`“${scope.shared.print(t)}” is ${kindOf(v)}, which has no average`, t.span);
}

/** `\mathbb{E}_X`, `\mathrm{Var}_{X, Y}`: over these random variables, all else as it is. */
export function randomBinder(binder: Tree, scope: Scope): Declaration[] | null {
  const items = binder.op === 'list' ? binder.args : [binder];
  const found = items.map((item) => (item.op === 'symbol' ? scope.declarations.get(item.text) : undefined));
  if (!found.length || !found.every((d) => d?.role === 'random')) return null;
  return items.map((item) => scope.lookup(item.text)!);
}

/** `P(A, B | C)`. In the limit, 0 or 1 up to the chance of an untypical sample. */
export function probability(t: Tree, scope: Scope): Code {
  const [, first, conditions] = t.args as [Tree, Tree, Tree?];
  if (t.text !== '' && t.text !== '|')
    throw new Refusal(`“${scope.shared.print(t)}” should have one bar, before what is given`, t.span);
  const events = first.args;
  const limited = [...namesIn(events, scope).values()].some((d) => d.size && scope.limits.has(d.size));
  if (!limited) {
    const given = readGiven(conditions?.args ?? [], scope);
    const both = measure([...events, ...given.events], given, scope, t);
    const whole = given.events.length > 0 ? measure(given.events, given, scope, t) : null;
    const trees = [...events, ...(conditions?.args ?? [])];
    const moved = conditions ? [] : [...namesIn(events, scope).keys()];
    return remembered(
      (env) => {
        given.start(env);
        return whole ? divide(both(env), whole(env)) : both(env);
      },
      trees,
      scope,
      moved,
    );
  }
  if (conditions) throw new Refusal('a conditional probability in the limit is not read', t.span);
  scope.shared.evidence.add('tail');
  const happens = all(events.map((event) => compileEvent(event, scope)));
  return (env) => {
    const v = happens(env);
    return v === null ? bounded(0.5, 0.5) : bounded(v ? 1 : 0, FAILURE);
  };
}

/** The probability that all events happen, with what is given held still. */
function measure(events: readonly Tree[], given: Given, scope: Scope, at: Tree): Quantity {
  const names = moving(events, given, scope, at);
  const steps = stepsOver(names, given.held, scope, at);
  const direct = measureOver(events, given, names, steps, scope, at);
  if (given.held.length + given.events.length > 0) return direct;
  return byDerived(events, names, steps, scope, direct, (t, inner, declared) =>
    measureOver(t, readGiven([], inner), [declared], stepsOver([declared], [], inner, at), inner, at),
  );
}

function measureOver(
  events: readonly Tree[],
  given: Given,
  names: readonly Declaration[],
  steps: readonly Step[],
  scope: Scope,
  at: Tree,
): Quantity {
  const own = given.within;
  const happens = all(events.map((event) => compileEvent(event, own)));
  const regions = new Map(names.map((d) => [d.name, regionOf(events, d.name, own)]));
  const enumerated = overAll(steps);
  return holding(given.held, (env) => {
    if (isEndless(steps, env)) return simulatedOver(steps, (e) => indicator(happens(e)), env, at, null, scope);
    const [dense, ...more] = steps.filter((step) => step.continuous(env));
    if (!dense) return enumerated(env, (e) => indicator(happens(e)));
    const region = dense.alone && regions.get(dense.alone.declared.name);
    if ((!region || more.length > 0) && steps.every((step) => step.drawable))
      return simulatedOver(steps, (e) => indicator(happens(e)), env, at, null, scope);
    if (!region || more.length > 0)
      throw new Refusal(
        `“${scope.shared.print(at)}” is no event of one variable with a density that can be measured: write X \\ge a or |X - a| \\ge b`,
        at.span,
      );
    return overAll(steps.filter((step) => step !== dense))(env, (e) => {
      return region(e, dense.alone!.law(e) as DensityLaw) ?? bounded(0.5, 0.5);
    });
  });
}
