/** Events: statements about single outcomes. Where the bounds leave it open whether one happens, nobody is to guess. */
import { bounded, compare, exact, type Bounded } from '../number/bounded.ts';
import type { Tree } from '../tex/tree.ts';
import { Refusal } from './refusal.ts';
import { relate, relations } from './relate.ts';
import type { Env, Scope } from './scope.ts';
import { isNumber, kindOf, type Value } from './value.ts';

/** Heads that make a number of a statement: 1 or 0. */
export const indicatorHeads: readonly string[] = ['\\mathbb{1}', '\\mathbf{1}', '\\mathbb{I}'];

export type Verdict = boolean | null;

const holdsIf: Readonly<Record<string, readonly string[]>> = {
  less: ['<', '\\le', '\\ne'],
  greater: ['>', '\\ge', '\\ne'],
  overlap: ['=', '\\equiv', '\\le', '\\ge'],
};

/**
 * Unlike `relate`, which asks whether a statement may be true within the bounds, this asks whether it is: two numbers
 * that overlap but are not known exactly are neither equal nor different.
 */
export function decide(sign: string, a: Value, b: Value): Verdict {
  if (!isNumber(a) || !isNumber(b) || !['<', '>', '=', '\\le', '\\ge', '\\ne', '\\equiv'].includes(sign))
    return relate(sign, a, b);
  const order = compare(a, b);
  const known = a.error === 0 && b.error === 0;
  if (order === 'unknown') return known && a.value === b.value ? holdsIf.overlap!.includes(sign) : null;
  return order === 'overlap' && !known ? null : holdsIf[order]!.includes(sign);
}

/** A chain of relations, a list of events that all happen, or anything with a truth value. */
export function compileEvent(t: Tree, scope: Scope): (env: Env) => Verdict {
  const expanded = scope.expand(t);
  if (expanded) return compileEvent(expanded.body, expanded.scope);
  if (t.op === 'list') return all(t.args.map((arg) => compileEvent(arg, scope)));
  if (t.op !== 'chain') {
    const code = scope.compile(t);
    return (env) => {
      const v = code(env);
      if ('kind' in v && v.kind === 'truth') return v.truth;
      throw new Refusal(`“${scope.shared.print(t)}” is ${kindOf(v)} where an event is due`, t.span);
    };
  }
  const sides = t.args.filter((_, i) => i % 2 === 0).map((arg) => scope.compile(arg));
  const signs = t.args.filter((_, i) => i % 2 === 1);
  for (const sign of signs)
    if (!relations[sign.text]) throw new Refusal(`“${sign.text}” has no truth value inside a formula`, sign.span);
  return (env) => {
    const values = sides.map((side) => side(env));
    return together(signs.map((sign, i) => decide(sign.text, values[i]!, values[i + 1]!)));
  };
}

const together = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;

export const all = (events: readonly ((env: Env) => Verdict)[]) => (env: Env): Verdict =>
  together(events.map((event) => event(env))); // prettier-ignore

/** 1 where it happens, 0 where not, anything between where it is open. */
export const indicator = (happens: Verdict): Bounded => (happens === null ? bounded(0.5, 0.5) : exact(happens ? 1 : 0));
