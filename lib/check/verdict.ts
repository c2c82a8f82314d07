/** Many worlds, one verdict. A refutation is shrunk to the smallest world that still refutes. */
import fc from 'fast-check';
import { Refusal } from '../meaning/refusal.ts';
import { show, type Value } from '../meaning/value.ts';
import { needed, rawWorlds, realise, type Generator, type Raw } from '../meaning/world.ts';
import type { Context } from './context.ts';
import type { Outcome } from './record.ts';
import type { Runnable } from './relation.ts';

interface Tally {
  yes: number;
  no: number;
  wide: number;
  nothing: number;
  residual: number;
  bound: number;
  worst: number;
}

/** Runs several relations of one equation over the same worlds. */
export function judge(relations: readonly Runnable[], context: Context, worlds: number, seed: number): (Outcome | Refusal)[] {
  const used = new Set(relations.flatMap((r) => [...r.used]));
  const generators = needed(context.generators, used);
  const arbitrary = rawWorlds(generators);
  const tallies = relations.map((): Tally => ({ yes: 0, no: 0, wide: 0, nothing: 0, residual: 0, bound: 0, worst: -1 }));
  const refusals: (Refusal | null)[] = relations.map(() => null);
  for (const raw of fc.sample(arbitrary, { numRuns: worlds, seed })) {
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
    const find = (wanted: 'true' | 'false') => smallest(relation, own, context, worlds, seed, wanted);
    return conclude(relation, tallies[i]!, find);
  });
} // prettier-ignore

function attempt<T>(f: () => T): T | Refusal {
  try {
    return f();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function count(tally: Tally, { says, residual, bound }: ReturnType<Runnable['run']>): void {
  if (says === 'true') tally.yes++;
  else if (says === 'false') tally.no++;
  else tally[says]++;
  if (residual === null || bound === null || says === 'nothing') return;
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
): Found | null {
  const says = (raw: Raw): boolean => {
    const result = attempt(() => relation.run(realise(generators, raw, context.shared.slots)));
    return !(result instanceof Refusal) && result.says === wanted;
  };
  const found = fc.check(
    fc.property(rawWorlds(generators), (raw) => !says(raw)),
    { numRuns: Math.max(worlds, 1000), seed },
  );
  if (!found.failed || !found.counterexample) return null;
  const raw = found.counterexample[0];
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
