/** Events as sets of points of one finite sample space, each point with its weight. */
import { divide, exact, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { Refusal } from './refusal.ts';
import type { Code, Env, Scope } from './scope.ts';
import { kindOf, type EventValue, type Value } from './value.ts';

/** The name of the sure event, of which a world draws the weights. */
export const SPACE = '\\Omega';
export const EMPTY = '\\emptyset';

/** Heads of probabilities of events, where no given says that they are something else. */
export const eventHeads: readonly string[] = ['P', 'Pr', '\\Pr', '\\mathbb{P}', 'p'];

export const isEventValue = (v: Value): v is EventValue => 'kind' in v && v.kind === 'event';

/** What two events make: of each point, whether it belongs to the new one. */
const made: Readonly<Record<string, (a: number, b: number) => number>> = {
  '\\cup': (a, b) => a | b,
  '\\cap': (a, b) => a & b,
  '\\setminus': (a, b) => a & ~b,
  '\\vee': (a, b) => a | b,
  '\\wedge': (a, b) => a & b,
  '\\triangle': (a, b) => a ^ b,
};
export const eventSigns = Object.keys(made);

export const combineEvents = (sign: string, a: EventValue, b: EventValue): EventValue => ({
  ...a,
  members: made[sign]!(a.members, b.members),
});

export const complementOf = (a: EventValue): EventValue => ({ ...a, members: ~a.members & everything(a) });

const everything = ({ weights }: EventValue): number => 2 ** weights.length - 1;
export const spaceOf = (a: EventValue): EventValue => ({ ...a, members: everything(a) });

const mass = ({ members, weights }: EventValue): number =>
  weights.reduce((total, w, i) => (members & (1 << i) ? total + w : total), 0);

/** Weights are whole numbers, so that sums of them are exact. */
export const chance = (a: EventValue): Bounded => divide(exact(mass(a)), exact(mass(spaceOf(a))));

/** No value where the condition has no chance. */
export const chanceGiven = (a: EventValue, b: EventValue): Bounded =>
  divide(exact(mass(combineEvents('\\cap', a, b))), exact(mass(b)));

/** Are events given on the page? */
export const hasEvents = (scope: Scope): boolean => scope.declarations.get(SPACE)?.role === 'event';

/** The event below a bar, `\bar{A}` for A. */
export const barred = (name: string): string | null => /^\\bar\{(.+)\}$/.exec(name)?.[1] ?? null;

/** Is it made of events, and of nothing else? */
export function isEventTree(t: Tree, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return isEventTree(expanded.body, expanded.scope);
  if (t.op === 'events' || t.op === 'union' || t.op === 'not') return true;
  if (t.op === 'power') return isEventTree(t.args[0]!, scope);
  if (t.op === 'index') return scope.declarations.get(`${t.args[0]!.text}_\\cdot`)?.events === true;
  if (t.op !== 'symbol') return false;
  const under = barred(t.text);
  return scope.declarations.get(t.text)?.role === 'event' || t.text === EMPTY || (under !== null && !scope.declarations.has(t.text) && scope.declarations.get(under)?.role === 'event'); // prettier-ignore
}

/** Code for an event; a refusal in the world where it is none. */
export function eventIn(t: Tree, scope: Scope): (env: Env) => EventValue {
  const code = scope.compile(t);
  return (env) => {
    const v = code(env);
    if (isEventValue(v)) return v;
    throw new Refusal(`“${scope.shared.print(t)}” is ${kindOf(v)} where an event is due`, t.span);
  };
}

/** `P(A \cup B)`, `P(A, B \mid C)`: null where what stands inside is no event that was given. */
export function eventProbability(t: Tree, scope: Scope): Code | null {
  if (!hasEvents(scope) || !['', '|'].includes(t.text)) return null;
  const [, first, conditions] = t.args as [Tree, Tree, Tree?];
  const all = [...first.args, ...(conditions?.args ?? [])];
  if (!all.some((arg) => isEventTree(arg, scope))) return null;
  const together = (list: readonly Tree[]) => {
    const events = list.map((arg) => eventIn(arg, scope));
    return (env: Env): EventValue => events.map((event) => event(env)).reduce((a, b) => combineEvents('\\cap', a, b));
  };
  const event = together(first.args);
  if (!conditions) return (env) => chance(event(env));
  const given = together(conditions.args);
  return (env) => chanceGiven(event(env), given(env));
}
