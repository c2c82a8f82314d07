/** Would the checker have noticed? Every mutant of a relation that holds is run in the same worlds as the relation itself. */
import { Refusal } from '../meaning/refusal.ts';
import { drawing, needed, realise, worldsOf } from '../meaning/world.ts';
import { print } from '../notation/index.ts';
import type { Claim } from './claim.ts';
import type { Context } from './context.ts';
import { type Mutant, mutantsOf } from './mutant.ts';
import type { Mutants } from './record.ts';
import { type Runnable, type Sides, runnable } from './relation.ts';
import { isInequality, nearest, tightest, type Tried } from './slack.ts';

/** A mutant that has a meaning, and what the worlds have said of it. */
interface Runner {
  readonly mutant: Mutant;
  readonly relation: Runnable;
  /** The relations of the same chain that share the changed side: a slip is made in one place, and changes them too. */
  readonly beside: readonly Runnable[];
  yes: number;
  wide: number;
  /** Both sides have met within their bounds. */
  met: boolean;
  /** Two joined statements have been both true, and both false. */
  both: boolean;
  neither: boolean;
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
    runners.push({
      mutant,
      relation,
      beside: beside as Runnable[],
      yes: 0,
      wide: 0,
      met: false,
      both: false,
      neither: false,
      dead: false,
    });
  }
  const used = new Set([original, ...runners.flatMap((r) => [r.relation, ...r.beside])].flatMap((r) => [...r.used]));
  const generators = needed(context.generators, used);
  let met = false;
  let alive = runners;
  // the worlds come in growing parts: most mutants die in the first few
  for (
    let done = 0, part = 16;
    done < worlds && alive.length > 0;
    done += part, part = Math.min(4 * part, worlds - done)
  ) {
    const draw = drawing(generators, seed + done);
    for (let i = 0; i < part; i++) {
      const env = attempt(() => realise(generators, draw(), context.shared.slots));
      if (!env) continue;
      const truth = attempt(() => original.run(env));
      met ||= truth !== null && truth.residual !== null && truth.residual <= (truth.bound ?? -1);
      for (const runner of alive) step(runner, env);
    }
    alive = alive.filter((r) => !r.dead);
  }
  // an inequality that lived through the random worlds is pressed as the relation itself is
  const world = worldsOf(generators, seed);
  const press = (relation: Runnable): Tried | null => {
    const near = nearest(relation, generators, context.shared.slots, world, Math.min(worlds, 200));
    return near && tightest(relation, generators, context.shared.slots, near, world, worlds, seed);
  };
  if (alive.length > 0 && isInequality(claim.sign.text)) met ||= press(original)?.weighed.slack === 0;
  for (const r of alive) {
    if (!isInequality(r.relation.sign) || r.relation.existential) continue;
    const near = press(r.relation);
    if (near?.weighed.says === 'false') r.dead = true;
    if (near?.weighed.slack === 0) r.met = true;
  }
  alive = alive.filter((r) => !r.dead);
  // without a name there is one world, and an inequality between numbers that holds there is true
  const numbers = original.used.size === 0 && isInequality(claim.sign.text);
  const tight = met && isInequality(claim.sign.text);
  const survived = alive.filter((r) => {
    if (r.relation.existential) return r.yes > 0;
    if (r.relation.joins && !(r.both && r.neither)) return false;
    return r.yes > 0 && r.wide <= r.yes && !(tight && isInequality(r.mutant.claim.sign.text) && !r.met);
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

function step(runner: Runner, env: Parameters<Runnable['run']>[0]): void {
  const weighed = attempt(() => runner.relation.run(env));
  if (!weighed) {
    runner.dead = true;
    return;
  }
  const { says, residual, bound, truths } = weighed;
  if (truths === 'both') runner.both = true;
  if (truths === 'neither') runner.neither = true;
  if (says === 'false' && !runner.relation.existential) runner.dead = true;
  if (says === 'true') runner.yes++;
  if (says === 'wide') runner.wide++;
  if (residual !== null && residual <= (bound ?? -1)) runner.met = true;
  for (const other of runner.beside) {
    if (runner.dead) return;
    const said = attempt(() => other.run(env));
    if (!said || said.says === 'false') runner.dead = true;
  }
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

function meaning(claim: Claim, context: Context, sides: Sides): Runnable | null {
  return attempt(() => runnable(claim, context, sides));
}

/** The value, or null where the relation has no meaning. */
function attempt<T>(f: () => T): T | null {
  try {
    return f();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The same is given of two names: one sort, which speaks of neither. */
function alike(context: Context, a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) => context.sortOf.get(name));
  return one !== undefined && one === two && !one.includes(a) && !one.includes(b);
}
