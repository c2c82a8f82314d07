/** Would the checker have noticed? Every mutant of a relation that holds is run in the same worlds as the relation itself. */
import { attempt, Refusal } from '../meaning/refusal.ts';
import type { Env } from '../meaning/scope.ts';
import { drawing, needed, type Raw, realise, worldsOf } from '../meaning/world.ts';
import { print } from '../notation/index.ts';
import type { Claim } from './claim.ts';
import type { Context } from './context.ts';
import { type Mutant, mutantsOf } from './mutant.ts';
import type { Mutants } from './record.ts';
import { type Runnable, type Sides, runnable } from './relation.ts';
import { conclusion, count, emptyTally, isHopeless, isUndecided, type Tally } from './tally.ts';
import { Nearest, tightest, type Tried } from './slack.ts';
import { isInequality } from './weigh.ts';

interface Watched {
  readonly relation: Runnable;
  readonly tally: Tally;
  /** Of an inequality: where its sides are nearest. */
  readonly near: Nearest | null;
}
const watched = (relation: Runnable): Watched => ({
  relation,
  tally: emptyTally(),
  near: isInequality(relation.sign) && !relation.existential ? new Nearest() : null,
});

/** A mutant that has a meaning, and what the worlds have said of it. */
interface Runner {
  readonly mutant: Mutant;
  readonly own: Watched;
  /** The relations of the same chain that share the changed side: a slip is made in one place, and changes them too. */
  readonly beside: readonly Watched[];
  dead: boolean;
}

/**
 * Killed are the mutants that would not pass: without meaning under the givens, false in a world, undecided; and
 * inequalities whose sides never meet, where those of the relation do (a bound that is no longer tight). For claims of
 * existence, those without a witness.
 */
export function attack(
  claim: Claim,
  others: readonly Claim[],
  context: Context,
  worlds: number,
  seed: number,
): Mutants {
  const roles = (name: string) => context.declarations.get(name)?.role;
  const { mutants, equivalent } = mutantsOf(claim, roles, (a, b) => alike(context, a, b));
  const sides: Sides = new Map();
  const original = runnable(claim, context, sides);
  const runners: Runner[] = [];
  for (const mutant of mutants) {
    const relation = meaning(mutant.claim, context, sides);
    const beside = neighbours(claim, mutant.claim, others).map((c) => meaning(c, context, sides));
    if (!relation || beside.includes(null)) continue;
    runners.push({ mutant, own: watched(relation), beside: (beside as Runnable[]).map(watched), dead: false });
  }
  const used = new Set(
    [original, ...runners.flatMap((r) => [r.own, ...r.beside].map((w) => w.relation))].flatMap((r) => [...r.used]),
  );
  const generators = needed(context.generators, used);
  const truth = watched(original);
  let alive = runners;
  // the worlds come in growing parts: most mutants die in the first few
  for (
    let done = 0, part = 16;
    done < worlds && alive.length > 0;
    done += part, part = Math.min(4 * part, worlds - done)
  ) {
    const draw = drawing(generators, seed + done);
    for (let i = 0; i < part; i++) {
      const raw = draw();
      const env = attempt(() => realise(generators, raw, context.shared.slots));
      if (env instanceof Refusal) continue;
      // of the relation itself nothing is asked but whether its sides meet
      if (truth.near && !truth.tally.met) watch(truth, raw, env);
      for (const runner of alive) if (!runner.dead) step(runner, raw, env);
    }
    alive = alive.filter((r) => !r.dead);
  }
  // an inequality that lived through the random worlds is pressed as the relation itself is
  const world = worldsOf(generators, seed);
  const press = ({ relation, near }: Watched): Tried | null =>
    near && tightest(relation, generators, context.shared.slots, near, world, worlds, seed);
  if (alive.length > 0 && truth.near) truth.tally.met ||= press(truth)?.weighed.slack === 0;
  for (const r of alive) {
    const found = press(r.own);
    if (found?.weighed.says === 'false') r.dead = true;
    if (found?.weighed.slack === 0) r.own.tally.met = true;
  }
  alive = alive.filter((r) => !r.dead);
  // without a name there is one world, and an inequality between numbers that holds there is true
  const numbers = original.used.size === 0 && isInequality(claim.sign.text);
  const tight = truth.tally.met && isInequality(claim.sign.text);
  const survived = alive.filter(({ own, beside, mutant }) => {
    // beside it nothing has to hold, but all has to have a meaning
    if (beside.some(({ relation, tally }) => conclusion(tally, relation).verdict === 'unread')) return false;
    if (conclusion(own.tally, own.relation).verdict !== 'holds') return false;
    return own.relation.existential || !(tight && isInequality(mutant.claim.sign.text) && !own.tally.met);
  });
  return {
    killed: mutants.length - survived.length,
    equivalent: equivalent + (numbers ? survived.length : 0),
    survived: (numbers ? [] : survived).map(({ mutant: { rule, claim: c } }) => ({
      rule,
      tex: `${print(c.left)} ${c.sign.text} ${print(c.right)}`,
    })),
  };
}

function watch({ relation, tally, near }: Watched, raw: Raw, env: Env): void {
  const weighed = attempt(() => relation.run(env));
  count(tally, weighed);
  if (near && !(weighed instanceof Refusal)) near.take(raw, weighed);
}

function step(runner: Runner, raw: Raw, env: Env): void {
  for (const watched of [runner.own, ...runner.beside]) {
    watch(watched, raw, env);
    const { relation, tally } = watched;
    if ((tally.no > 0 && !relation.existential) || isHopeless(tally)) runner.dead = true;
    if (runner.dead) return;
  }
  if (isUndecided(runner.own.tally) && !runner.own.relation.existential) runner.dead = true;
}

/** The other relations in which the side that was changed stands, changed alike. */
function neighbours(claim: Claim, mutant: Claim, others: readonly Claim[]): Claim[] {
  const [from, to] = mutant.left !== claim.left ? [claim.left, mutant.left] : [claim.right, mutant.right];
  if (from === to) return [];
  return others.flatMap((c) => {
    if (c === claim || c.exists.length > 0) return [];
    if (c.left === from) return [{ ...c, left: to }];
    return c.right === from ? [{ ...c, right: to }] : [];
  });
}

/** Null where types alone kill it. */
function meaning(claim: Claim, context: Context, sides: Sides): Runnable | null {
  const made = attempt(() => runnable(claim, context, sides));
  return made instanceof Refusal ? null : made;
}

/** The same is given of two names: one sort, which speaks of neither. */
function alike(context: Context, a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) => context.sortOf.get(name));
  return one !== undefined && one === two && !one.includes(a) && !one.includes(b);
}
