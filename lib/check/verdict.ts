/** Many worlds, one verdict. A refutation is shrunk to the smallest world that still refutes. */
import fc from 'fast-check';
import { Refusal } from '../meaning/refusal.ts';
import { show, type Value } from '../meaning/value.ts';
import { needed, rawWorlds, realise, type Generator, type Raw } from '../meaning/world.ts';
import type { Context } from './context.ts';
import type { Outcome } from './record.ts';
import type { Runnable } from './relation.ts';
import { isInequality, shrinkable, tightest } from './slack.ts';
import type { Weighed } from './weigh.ts';

interface Tally {
  yes: number;
  no: number;
  wide: number;
  nothing: number;
  residual: number;
  bound: number;
  worst: number;
  /** Some world makes both sides equal, within bounds that say something. */
  met: boolean;
}

/** Runs several relations of one equation over the same worlds. */
export function judge(relations: readonly Runnable[], context: Context, worlds: number, seed: number): (Outcome | Refusal)[] {
  const used = new Set(relations.flatMap((r) => [...r.used]));
  const generators = needed(context.generators, used);
  const arbitrary = rawWorlds(generators);
  const tallies = relations.map((): Tally => ({ yes: 0, no: 0, wide: 0, nothing: 0, residual: 0, bound: 0, worst: -1, met: false }));
  const refusals: (Refusal | null)[] = relations.map(() => null);
  const tried = fc.sample(arbitrary, { numRuns: worlds, seed });
  for (const raw of tried) {
    const env = attempt(() => realise(generators, raw, context.shared.slots));
    relations.forEach((relation, i) => {
      if (refusals[i]) return;
      if (env instanceof Refusal) return void (refusals[i] = env);
      const weighed = attempt(() => relation.run(env));
      if (weighed instanceof Refusal) return void (refusals[i] = weighed);
      count(tallies[i]!, weighed);
    });
  }
  return relations.map((relation, i) => {
    const refusal = refusals[i];
    if (refusal) return refusal;
    const own = needed(context.generators, relation.used);
    const find = (wanted: 'true' | 'false', from?: Raw) => smallest(relation, own, context, worlds, seed, wanted, from);
    const outcome = conclude(relation, tallies[i]!, find);
    if (outcome.verdict !== 'holds' || !isInequality(relation.sign) || relation.existential) return outcome;
    return pressed(outcome, relation, own, tried, context, seed, find);
  });
} // prettier-ignore

/** Moves from the tightest world, for each world that was tried: an inequality costs no more than twice an equation. */
const PRESS = 0.5;

/** An inequality that held in all worlds, after the search for the world in which it is tightest. */
function pressed(
  outcome: Outcome,
  relation: Runnable,
  own: readonly Generator[],
  worlds: readonly Raw[],
  context: Context,
  seed: number,
  find: (wanted: 'false', from: Raw) => Found | null,
): Outcome {
  const near = tightest(relation, own, context.shared.slots, worlds, Math.ceil(PRESS * worlds.length), seed);
  if (near?.weighed.says === 'false') return { ...outcome, ...find('false', near.raw), verdict: 'refuted' };
  return { ...outcome, slack: outcome.attained ? 0 : (near?.weighed.slack ?? null) };
}

function attempt<T>(f: () => T): T | Refusal {
  try {
    return f();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function count(tally: Tally, { says, residual, bound }: Weighed): void {
  if (says === 'true') tally.yes++;
  else if (says === 'false') tally.no++;
  else tally[says]++;
  if (residual === null || bound === null || says === 'nothing') return;
  if (residual <= bound && says !== 'wide') tally.met = true;
  const ratio = bound > 0 ? residual / bound : residual > 0 ? Infinity : 0;
  if (ratio < tally.worst) return;
  Object.assign(tally, { worst: ratio, residual, bound });
}

type Found = Pick<Outcome, 'counterexample' | 'values'> & { residual: number | null; bound: number | null };

function conclude(relation: Runnable, t: Tally, find: (wanted: 'true' | 'false') => Found | null): Outcome {
  const evidence = relation.evidence();
  const numeric = t.worst >= 0;
  const base = {
    evidence,
    worlds: t.yes + t.no,
    residual: numeric ? t.residual : null,
    bound: numeric ? t.bound : null,
    reason: null,
    counterexample: null,
    values: null,
    ...(isInequality(relation.sign) ? { attained: t.met } : {}),
  };
  if (relation.existential) {
    const witness = t.yes ? find('true') : null;
    if (witness) return { ...base, ...witness, verdict: 'holds', reason: 'shown by a witness' };
    return { ...base, verdict: 'undecided', reason: `no witness among ${t.no + t.wide + t.nothing} worlds` };
  }
  if (t.no > 0) return { ...base, ...find('false'), verdict: 'refuted' };
  if (t.yes === 0 && t.wide === 0)
    return { ...base, verdict: 'vacuous', reason: 'in no world that was tried do both sides have a value' };
  if (t.wide > t.yes) {
    const share = `${t.wide} of ${t.wide + t.yes} worlds`;
    return { ...base, verdict: 'undecided', reason: `the bound is too wide to tell in ${share}` };
  }
  return { ...base, verdict: 'holds' };
}

/** The smallest world that says `wanted`, by fast-check's shrinking. */
function smallest(
  relation: Runnable,
  generators: readonly Generator[],
  context: Context,
  worlds: number,
  seed: number,
  wanted: 'true' | 'false',
  from?: Raw,
): Found | null {
  const says = (raw: Raw): boolean => {
    const result = attempt(() => relation.run(realise(generators, raw, context.shared.slots)));
    return !(result instanceof Refusal) && result.says === wanted;
  };
  const found = fc.check(
    fc.property(rawWorlds(generators), (raw) => !says(raw)),
    // a world that a search has found is shrunk from where it is, as far as fast-check can tell how it was made
    { numRuns: Math.max(worlds, 1000), seed, ...(from && shrinkable(generators, from) ? { examples: [[from]] } : {}) },
  );
  const raw = found.failed && found.counterexample ? found.counterexample[0] : from;
  if (!raw) return null;
  const env = realise(generators, raw, context.shared.slots);
  const { residual, bound } = relation.run(env);
  const [left, right] = relation.sides(env);
  const shown = generators.map((g): [string, string] => [g.name, show(env[slotOf(g, context)] as Value)]);
  return {
    counterexample: Object.fromEntries(shown.map(([name, value]) => [name.replace('_\\cdot', ''), value])),
    values: { left: side(left), right: side(right) },
    residual,
    bound,
  };
}

const slotOf = (g: Generator, context: Context): number => {
  const declared = context.declarations.get(g.name)!;
  return declared.lawSlot ?? declared.slot;
};

const side = (v: Value): string => ('kind' in v ? show(v) : String(v.value));
