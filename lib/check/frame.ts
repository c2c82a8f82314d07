/** What stands around a relation: the ranges under \forall, and the other relations under one \exists. */
import { compileEvent } from '../meaning/event.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Env, Scope } from '../meaning/scope.ts';
import { exact } from '../number/bounded.ts';
import { print } from '../notation/index.ts';
import { alphabet, between, cutFrom } from '../notation/range.ts';
import type { Tree } from '../tex/tree.ts';
import type { Claim } from './claim.ts';
import { compileSide, type Runnable } from './side.ts';
import { worst, type Weighed } from './weigh.ts';

/** The places of names that the givens do not know, and the worlds in which the statement is meant. */
export interface Frame {
  readonly scope: Scope;
  /** Whether names move within one world. */
  readonly moves: boolean;
  readonly used: ReadonlySet<string>;
  readonly around: (run: (env: Env) => Weighed) => (env: Env) => Weighed;
}

const NOTHING: Weighed = { says: 'nothing', residual: null, bound: null, slack: null };

export function frameOf(claim: Claim, scope: Scope): Frame {
  const none: Frame = { scope, moves: false, used: new Set(), around: (run) => run };
  return claim.forall.reduce((frame, range) => framed(frame, range, claim), none);
}

/** A name of the givens moves with the worlds: its range is a premise. Another name runs over the whole of its range. */
function framed(frame: Frame, range: Tree, claim: Claim): Frame {
  const { scope } = frame;
  const subject = range.op === 'symbol' ? range : range.args[0]!;
  const isGiven = scope.declarations.has(print(subject)) || scope.expand(subject) !== null;
  if (range.op !== 'chain' && range.op !== 'range') {
    if (isGiven) return frame;
    throw new Refusal(`nothing given says what “${print(range)}” is`, range.span);
  }
  // i = 1, …, n is no premise about an i that is given: it runs over all of them
  const runs = range.op === 'range' || (!isGiven && subject.op === 'symbol' && range.args[1]!.text === '\\in');
  if (!runs) return premised(frame, range);
  if (['interval', 'numbers'].includes(range.args[2]!.op))
    throw new Refusal(`“${print(subject)}” runs over infinitely many values: say in the givens what it is, such as ${print(subject)} : real`, subject.span); // prettier-ignore
  const slot = scope.slot();
  const inner = scope.bind(subject.text, slot, range.op === 'range' ? 'value' : 'outcome');
  const points = compileSide(scope, () => {
    const all = range.op === 'range' ? between(range, scope) : alphabet(subject, range.args[2], claim.right, scope);
    return (env) => ({ kind: 'list', items: demandAll(all(env), range).map(exact) });
  });
  return {
    scope: inner,
    moves: true,
    used: new Set([...frame.used, ...points.used]),
    around: (run) =>
      frame.around((env) => {
        const list = points.code(env);
        const items = 'kind' in list && list.kind === 'list' ? list.items : [];
        const said = items.map((x) => {
          env[slot] = x;
          return run(env);
        });
        const telling = said.filter(({ says }) => says !== 'nothing');
        if (telling.length === 0) return NOTHING;
        const found = worst(telling);
        // the sides are shown where they were found wanting
        env[slot] = items[said.indexOf(found)]!;
        return found;
      }),
  };
}

function demandAll(points: readonly number[], at: Tree): readonly number[] {
  if (cutFrom(points)) throw new Refusal('a range of infinitely many values cannot be run through: give the name a sort', at.span);
  return points;
} // prettier-ignore

function premised(frame: Frame, premise: Tree): Frame {
  const { scope } = frame;
  const made = compileSide(
    scope,
    () => {
      const happens = compileEvent(premise, scope);
      return (env) => ({ kind: 'truth', truth: happens(env) });
    },
    frame.moves,
  );
  return {
    ...frame,
    used: new Set([...frame.used, ...made.used]),
    around: (run) =>
      frame.around((env) => {
        const v = made.code(env);
        return 'kind' in v && v.kind === 'truth' && v.truth ? run(env) : NOTHING;
      }),
  };
}

/** One of several relations under one \exists: a world is a witness if all of them are true in it. */
export function jointly(own: Runnable, others: readonly Runnable[]): Runnable {
  return {
    ...own,
    used: new Set([own, ...others].flatMap((r) => [...r.used])),
    run: (env) => {
      const weighed = own.run(env);
      if (weighed.says !== 'true') return weighed;
      const against = others.map((r) => r.run(env)).find(({ says }) => says !== 'true');
      return against ? { ...weighed, says: against.says } : weighed;
    },
  };
}
