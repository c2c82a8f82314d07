/**
 * Expectations and probabilities over the random names of an expression. What has finitely many outcomes is enumerated,
 * so that the result is exact up to rounding; densities are integrated, and their events measured by the distribution
 * function. A condition is an event, a name held at a value (X = x), or a name alone, which keeps the value that it has.
 */
import { bounded, divide, exact, multiply, subtract, type Bounded } from '../number/bounded.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { all, compileEvent, indicator, indicatorHeads, type Verdict } from './event.ts';
import { kinksIn } from './kinks.ts';
import { FAILURE } from './limit.ts';
import { Refusal } from './refusal.ts';
import { remembered } from './remember.ts';
import { massOf, regionOf } from './region.ts';
import type { Code, Declaration, Env, Scope } from './scope.ts';
import { closedForm } from './polynomial.ts';
import { holding, overAll, stepsOver, type Held, type Shape, type Shapes, type Step } from './space.ts';
import { isNumber, kindOf, type Value } from './value.ts';
import type { DensityLaw } from '../distribution/density.ts';

type Quantity = (env: Env) => Bounded;
type Names = Map<string, Declaration>;

/** Calls that average over what is random in their arguments, but not over what stands alone after a bar. */
const averaging = new Set(['E', 'Var', 'var', 'V', '\\mathbb{V}', 'sd', 'std', 'SD', 'Cov', 'cov', 'H', 'h', 'I', 'MI', '\\Pr', 'Pr', '\\mathbb{P}']); // prettier-ignore

/** The random variables and samples that occur free in `t`, definitions expanded. */
export function randomNames(t: Tree, scope: Scope, found: Names = new Map()): Names {
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
  if (t.op === 'expectation') return isBare(t.args[0]!) ? freeConditions(t.args[2], scope, found) : inside(t, scope, found); // prettier-ignore
  const head = t.op === 'call' ? t.args[0]! : undefined;
  const base = head?.op === 'index' ? head.args[0]!.text : head?.text;
  const isEvent =
    t.op === 'call' && Boolean(t.args[1]?.args.some((a) => a.op === 'chain')) && !indicatorHeads.includes(base!);
  if (isEvent || (head && averaging.has(head.text) && !scope.declarations.has(head.text)))
    return freeConditions(t.text.endsWith('|') ? t.args.at(-1) : undefined, scope, found);
  return inside(t, scope, found);
}

function inside(t: Tree, scope: Scope, found: Names): Names {
  for (const arg of t.args) randomNames(arg, scope, found);
  return found;
}

const isBare = (binder: Tree): boolean => binder.op === 'list' && binder.args.length === 0;

/** E[Y | X] is a function of X; in E[Y | X = x] only x is free. */
function freeConditions(conditions: Tree | undefined, scope: Scope, found: Names): Names {
  for (const c of conditions?.args ?? []) randomNames(pointOf(c, scope)?.value ?? (c.op === 'chain' ? NOTHING : c), scope, found); // prettier-ignore
  return found;
}
const NOTHING = tree('list', [], '', { start: 0, end: 0 });

/** `X = x` for a random variable X. */
function pointOf(c: Tree, scope: Scope): { declared: Declaration; value: Tree } | null {
  if (c.op !== 'chain' || c.args.length !== 3 || c.args[1]!.text !== '=') return null;
  const [left, , right] = c.args as [Tree, Tree, Tree];
  const declared = left.op === 'symbol' ? scope.declarations.get(left.text) : undefined;
  return declared?.role === 'random' && !scope.expand(left) ? { declared, value: right } : null;
}

/** The conditions: names held still, and events that must have happened. */
interface Given {
  readonly held: readonly Held[];
  readonly events: readonly Tree[];
  readonly happens: (env: Env) => Verdict;
  /** Takes down the values of what is held at its own value, before anything is moved. */
  readonly start: (env: Env) => void;
  /** Where the events have their meaning. */
  readonly within: Scope;
}

export function readGiven(conditions: readonly Tree[], scope: Scope): Given {
  const held: Held[] = [];
  const events: Tree[] = [];
  const happens: ((env: Env) => Verdict)[] = [];
  const starts: ((env: Env) => void)[] = [];
  let within = scope;
  for (const c of conditions) {
    const point = pointOf(c, scope);
    const alone = c.op === 'symbol' && !scope.expand(c) ? scope.lookup(c.text) : undefined;
    if (point) {
      scope.shared.used.add(point.declared.name);
      held.push({ declared: point.declared, value: scope.number(point.value) });
    } else if (alone?.role === 'random') held.push({ declared: alone, value: (env) => env[alone.slot] as Bounded });
    // everything is under the parameters as it is
    else if (alone?.role === 'parameter') continue;
    else if (randomNames(c, scope).size === 0)
      throw new Refusal(`nothing in the condition “${scope.shared.print(c)}” is random`, c.span);
    else if (c.op === 'chain' || c.op === 'list') {
      events.push(c);
      happens.push(compileEvent(c, scope));
    } else {
      // a quantity alone keeps the value that it has
      const slot = scope.slot();
      const value = scope.number(c);
      starts.push((env) => void (env[slot] = value(env)));
      const name = `\\bar{${scope.shared.print(c)}}`;
      const same = chain(c, '=', symbol(name, c));
      events.push(same);
      within = within.bind(name, slot);
      happens.push(compileEvent(same, within));
    }
  }
  return { held, events, happens: all(happens), start: (env) => starts.forEach((s) => s(env)), within };
}

const symbol = (text: string, at: Tree): Tree => tree('symbol', [], text, at.span);
const chain = (a: Tree, sign: string, b: Tree): Tree => tree('chain', [a, tree('relation', [], sign, a.span), b], '', a.span); // prettier-ignore

/** What is random in the trees. */
function namesIn(trees: readonly Tree[], scope: Scope): Names {
  const names: Names = new Map();
  for (const t of trees) randomNames(t, scope, names);
  return names;
}

/** What an average runs over. A lower-case outcome stands for its variable where nothing else is random. */
function namesFor(trees: readonly Tree[], scope: Scope, at: Tree): Declaration[] {
  const names = namesIn(trees, scope);
  if (names.size === 0) for (const t of trees) outcomesIn(t, scope, names);
  const limited = [...names.values()].find((d) => d.size && scope.limits.has(d.size));
  if (limited) throw new Refusal(`an expectation over a sample of unbounded size has no exact sum`, at.span);
  if (names.size === 0)
    throw new Refusal(`“${scope.shared.print(at)}” says no law, and nothing random stands in it`, at.span);
  const outcomes = [...names.values()].filter((d) => d.role === 'outcome').map((d) => d.name);
  if (outcomes.length > 1)
    throw new Refusal(
      `“${scope.shared.print(at)}” does not say which law ${outcomes.join(', ')} have together`,
      at.span,
    );
  return [...names.values()];
}

function outcomesIn(t: Tree, scope: Scope, found: Names): void {
  const expanded = scope.expand(t);
  if (expanded) return outcomesIn(expanded.body, expanded.scope, found);
  const declared = t.op === 'symbol' ? scope.declarations.get(t.text) : undefined;
  if (declared?.role === 'outcome' && declared.of && !declared.bound) {
    scope.shared.used.add(declared.name);
    found.set(declared.name, declared);
  }
  if (t.op !== 'expectation') for (const arg of t.args) outcomesIn(arg, scope, found);
}

/** E[body | conditions] over everything random in them, or over `only`. */
export function average(
  body: Tree,
  scope: Scope,
  at: Tree,
  conditions: readonly Tree[] = [],
  only?: readonly Declaration[],
): Quantity {
  const given = readGiven(conditions, scope);
  const held = new Set(given.held.map((h) => h.declared.name));
  const isHeld = held.size > 0 && [...namesIn([body], scope).keys()].every((name) => held.has(name));
  const names = only ?? (isHeld ? [] : namesFor([body], scope, at));
  const others = [...namesIn(given.events, scope).values()].filter((d) => !names.includes(d));
  const steps = stepsOver([...names, ...others], given.held, scope, at, shapesOf(names, body, scope));
  const over = overAll(steps);
  const code = scope.compile(body);
  const value: Quantity = (env) => asNumber(code(env), body, scope);
  const once = (f: Quantity): Quantity =>
    remembered(f, [body, ...conditions], scope, conditions.length > 0 ? [] : names.map((d) => d.name));
  if (given.events.length === 0)
    return once(
      holding(
        given.held,
        byMoments(steps, body, scope, (env) => over(env, value)),
      ),
    );
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
  const own = given.within;
  const held = new Set(given.held.map((h) => h.declared.name));
  const free = namesIn(events, scope);
  const names = held.size > 0 && [...free.keys()].every((n) => held.has(n)) ? [] : namesFor(events, scope, at);
  const steps = stepsOver(names, given.held, scope, at);
  const happens = all(events.map((event) => compileEvent(event, own)));
  const regions = new Map(names.map((d) => [d.name, regionOf(events, d.name, own)]));
  const enumerated = overAll(steps);
  return holding(given.held, (env) => {
    const [dense, ...more] = steps.filter((step) => step.continuous(env));
    if (!dense) return enumerated(env, (e) => indicator(happens(e)));
    const region = dense.alone && regions.get(dense.alone.declared.name);
    if (!region || more.length > 0)
      throw new Refusal(
        `“${scope.shared.print(at)}” is no event of one variable with a density that can be measured: write X \\ge a or |X - a| \\ge b`,
        at.span,
      );
    return overAll(steps.filter((step) => step !== dense))(env, (e) => {
      const intervals = region(e);
      return intervals ? massOf(dense.alone!.law(e) as DensityLaw, intervals) : bounded(0.5, 0.5);
    });
  });
}

const HOLDER = '\\bar{\\ }';

/** Var of everything random in `body`, or of `only`. */
export function spread(
  body: Tree,
  scope: Scope,
  at: Tree,
  conditions: readonly Tree[] = [],
  only?: readonly Declaration[],
): Quantity {
  const mean = average(body, scope, at, conditions, only);
  const holder = scope.slot();
  const node = (op: string, args: readonly Tree[], text = ''): Tree => tree(op, args, text, body.span);
  const deviation = node('power', [node('subtract', [body, symbol(HOLDER, body)]), node('number', [], '2')]);
  const second = average(deviation, scope.bind(HOLDER, holder), at, conditions, only);
  return (env) => {
    env[holder] = mean(env);
    return second(env);
  };
}

/** Cov(a, b) = E[ab] - E[a]E[b]; the mean is not subtracted first because the two share no single centre. */
export function covariance(a: Tree, b: Tree, scope: Scope, at: Tree, conditions: readonly Tree[] = []): Quantity {
  const both = average(tree('multiply', [a, b], '', at.span), scope, at, conditions);
  const [ea, eb] = [average(a, scope, at, conditions), average(b, scope, at, conditions)];
  return (env) => subtract(both(env), multiply(ea(env), eb(env)));
}
