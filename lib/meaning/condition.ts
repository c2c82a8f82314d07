/**
 * What stands after the bar of a probability or an expectation: an event, a name held at a value (X = x), or a name
 * alone, which keeps the value that it has.
 */
import type { Bounded } from '../number/bounded.ts';
import { tree, type Tree } from '../tex/tree.ts';
import { all, compileEvent, type Verdict } from './event.ts';
import { pointOf, randomNames } from './random-names.ts';
import { Refusal } from './refusal.ts';
import type { Env, Scope } from './scope.ts';
import type { Held } from './space.ts';

/** The conditions: names held still, and events that must have happened. */
export interface Given {
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

export const symbol = (text: string, at: Tree): Tree => tree('symbol', [], text, at.span);
const chain = (a: Tree, sign: string, b: Tree): Tree => tree('chain', [a, tree('relation', [], sign, a.span), b], '', a.span); // prettier-ignore
