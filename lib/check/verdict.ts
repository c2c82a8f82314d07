/** Many worlds, one verdict. A refutation is shrunk to the smallest world that still refutes. */
import fc from 'fast-check';
import { attempt, Refusal } from '../meaning/refusal.ts';
import { show, showOutside, type Value } from '../meaning/value.ts';
import { drawing, needed, rawWorlds, realise, watched, worldsOf, type Generator, type Raw } from '../meaning/world.ts';
import type { Env } from '../meaning/scope.ts';
import type { Context } from './context.ts';
import type { Outcome } from './record.ts';
import type { Runnable } from './relation.ts';
import { shown } from './shown.ts';
import { conclusion, count, emptyTally, isHopeless, type Tally } from './tally.ts';
import { canStretch, stretched } from './far.ts';
import { solved, type Solved } from './solve.ts';
import { look } from './look.ts';
import { Nearest, shrinkable, tightest } from './slack.ts';
import { touching } from './touch.ts';
import { isInequality, isRounded, isStrict, type Weighed } from './weigh.ts';

/** One relation on its way through the worlds. */
interface Course {
  readonly relation: Runnable;
  readonly tally: Tally;
  /** Whether its sides are to be brought as near as they come. */
  readonly pressed: boolean;
  readonly nearest: Nearest;
}

const start = (relation: Runnable): Course => ({
  relation,
  tally: emptyTally(),
  pressed: isInequality(relation.sign) && !relation.existential,
  nearest: new Nearest(),
});

/** In so many worlds, the first, all integrals come as near as doubles do: a number that is false in its tenth digit is found. */
const SHARP = 64;
/** Moves from the tightest world, for each world that was tried: an inequality costs no more than twice an equation. */
const PRESS = 0.5;

/** Runs several relations of one equation over the same worlds. */
export function judge(relations: readonly Runnable[], context: Context, worlds: number, seed: number): Outcome[] {
  const used = new Set(relations.flatMap((r) => [...r.used]));
  const generators = needed(context.generators, used);
  const courses = relations.map(start);
  const steps = Math.ceil(PRESS * worlds);
  const keep = courses.some((c) => c.pressed) ? steps : 0;
  const kept: Raw[] = [];
  const draw = drawing(generators, seed);
  for (let i = 0; i < worlds; i++) {
    const raw = draw();
    if (i < keep) kept.push(raw);
    run(courses, raw, generators, context.shared.slots, i < SHARP ? sharp : look);
  }
  return courses.map(({ relation, tally, pressed, nearest }) => {
    const own = needed(context.generators, relation.used);
    const find = (wanted: 'true' | 'false', from?: Raw) => smallest(relation, own, context, worlds, seed, wanted, from);
    const { refuted, both } = tally.no === 0 ? solved(relation, own, context.shared.slots, worldsOf(own, seed)) : NONE;
    tally.both += both;
    tally.yes += both;
    const outcome = conclude(relation, tally, find);
    if (refuted && ['holds', 'vacuous'].includes(outcome.verdict)) {
      const values = { left: String(refuted.holds === 'left'), right: String(refuted.holds === 'right') };
      return { ...outcome, ...found(relation, refuted.raw, own, context), verdict: 'refuted', reason: BESIDE, values };
    }
    const far = outcome.verdict === 'holds' ? refutedFar(relation, own, context.shared.slots, worldsOf(own, seed)) : null;
    if (far) return { ...outcome, ...find('false', far), verdict: 'refuted' };
    // moves would not tell a tighter world from one with luckier draws
    if (outcome.verdict !== 'holds' || !pressed || isSimulated(relation)) return outcome;
    const near = tightest(relation, own, context.shared.slots, nearest, again(own, generators, kept, seed), steps, seed);
    if (!near) return outcome;
    if (near.weighed.says === 'false') return { ...outcome, ...find('false', near.raw), verdict: 'refuted' };
    const touch = touching(relation, own, context.shared.slots, nearest, again(own, generators, kept, seed), steps);
    if (touch?.says === 'false') return { ...outcome, ...find('false', touch.raw), verdict: 'refuted' };
    if (touch && isStrict(relation.sign))
      return { ...outcome, ...found(relation, touch.raw, own, context), verdict: 'undecided', reason: TOUCH };
    const attained = outcome.attained === true || near.weighed.slack === 0;
    return { ...outcome, attained, slack: attained ? 0 : near.weighed.slack };
  });
} // prettier-ignore

const NONE: Solved = { refuted: null, both: 0 };
const BESIDE = 'next to this world, nearer than can be told, one statement comes true and the other does not';

const TOUCH =
  'next to this world the sides come nearer than can be told, and a strict sign is written: write one that lets them be equal, or say in the givens what excludes it';

/** A world far out that refutes what holds of numbers near 1. */
function refutedFar(
  relation: Runnable,
  own: readonly Generator[],
  slots: number,
  world: (i: number) => Raw,
): Raw | null {
  if (relation.existential || relation.evidence() !== 'exact' || !canStretch(own)) return null;
  for (const raw of stretched(own, world, relation.arithmetic === true)) {
    const weighed = attempt(() => relation.run(realise(own, raw, slots)));
    // far out many a function comes as near to its limit as doubles tell
    if (!(weighed instanceof Refusal) && weighed.says === 'false' && !isRounded(relation.sign, weighed)) return raw;
  }
  return null;
}

type Look = (relation: Runnable, env: Env) => Weighed;
const sharp: Look = (relation, env) => relation.run(env);

/** Every relation in one world. */
function run(courses: readonly Course[], raw: Raw, generators: readonly Generator[], slots: number, by: Look): void {
  const env = attempt(() => realise(generators, raw, slots));
  for (const course of courses) if (!isHopeless(course.tally)) enter(course, raw, env, by);
}

/** Worlds in which a relation is looked at that rests on thousands of draws in each. */
const SIMULATED = 32;

const isSimulated = ({ evidence }: Runnable): boolean => evidence() === 'simulation';

function enter(course: Course, raw: Raw, env: Env | Refusal, by: Look): void {
  const { yes, no, wide, nothing } = course.tally;
  if (yes + no + wide + nothing >= SIMULATED && isSimulated(course.relation)) return;
  const weighed = env instanceof Refusal ? env : attempt(() => by(course.relation, env));
  count(course.tally, weighed);
  if (weighed instanceof Refusal) return;
  if (course.pressed) course.nearest.take(raw, weighed);
}

/** The worlds of the same seed for some of the names: those that were kept, if these are all. */
function again(
  own: readonly Generator[],
  all: readonly Generator[],
  kept: readonly Raw[],
  seed: number,
): (i: number) => Raw {
  if (own.length === all.length && own.every((g, i) => g === all[i])) return (i) => kept[i]!;
  return worldsOf(own, seed);
}

type Found = Pick<Outcome, 'counterexample' | 'values' | 'residual' | 'bound'> & { reason?: string };

function conclude(relation: Runnable, t: Tally, find: (wanted: 'true' | 'false') => Found | null): Outcome {
  const evidence = relation.evidence();
  const numeric = t.worst >= 0;
  const { verdict, reason } = conclusion(t, relation);
  if (verdict === 'unread') return { ...UNREAD, reason };
  const base = {
    verdict,
    reason,
    evidence,
    worlds: t.yes + t.no,
    residual: numeric ? t.residual : null,
    bound: numeric ? t.bound : null,
    counterexample: null,
    values: null,
    ...(isInequality(relation.sign) ? { attained: t.met } : {}),
  };
  if (verdict === 'refuted') return { ...base, ...find('false') };
  return relation.existential && verdict === 'holds' ? { ...base, ...find('true') } : base;
}

const UNREAD = {
  verdict: 'unread',
  evidence: 'none',
  worlds: 0,
  residual: null,
  bound: null,
  counterexample: null,
  values: null,
} as const;

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
  const tried = fc.check(
    fc.property(rawWorlds(generators), (raw) => !says(raw)),
    // a world that a search has found is shrunk from where it is, as far as fast-check can tell how it was made
    { numRuns: Math.max(worlds, 1000), seed, ...(from && shrinkable(generators, from) ? { examples: [[from]] } : {}) },
  );
  const raw = tried.failed && tried.counterexample ? tried.counterexample[0] : from;
  return raw ? found(relation, raw, generators, context) : null;
}

/** What is told of one world. */
function found(relation: Runnable, raw: Raw, generators: readonly Generator[], context: Context): Found {
  const world = realise(generators, raw, context.shared.slots);
  const { env, read } = watched(world);
  const { residual, bound, why } = relation.run(env);
  const [left, right] = relation.sides(env);
  return {
    counterexample: shown(world, read, generators, context),
    values: { left: side(left), right: side(right) },
    residual,
    bound,
    ...(why ? { reason: why } : {}),
  };
}

const side = (v: Value): string =>
  'kind' in v ? show(v) : v.outside ? `no number (${showOutside(v.outside)})` : String(v.value);
