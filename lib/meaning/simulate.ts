/**
 * Averages that nothing exact is known of, such as the probability of an event of several draws from densities: by seeded
 * draws and a confidence sequence, which is valid however many draws are looked at. All simulated averages of a run are wrong
 * together with probability 1e-9 at most: each takes a share of 2^-24 of it, and 2^24 is more than 1,000 relations have sides,
 * worlds and averages in them. What is averaged must have a proven range: interval arithmetic on its own formula, with each
 * variable over the whole support of its law, has to give finite ends.
 */
import { empiricalBernstein } from '../number/confidence.ts';
import { add, bounded, exact, multiply, type Bounded } from '../number/bounded.ts';
import { seedOf, stream, type Stream } from '../number/stream.ts';
import { baseOf, type Tree } from '../tex/tree.ts';
import { indicatorHeads } from './event.ts';
import { Refusal } from './refusal.ts';
import type { Env, Scope } from './scope.ts';

type Quantity = (env: Env) => Bounded;

/** What one step of an average needs to be drawn instead. */
export interface Drawable {
  /** Puts one draw into the slots at each call; throws RangeError for a law without a sampler. */
  readonly draw: (env: Env, source: Stream) => () => void;
  /** Puts the whole supports into the slots, as intervals. */
  readonly whole: (env: Env) => void;
  /** Puts back what was there. */
  readonly restore: (env: Env) => () => void;
}

/** The probability that any simulated average of a run is outside of its interval. */
export const FAILURE = 1e-9;
const SHARE = FAILURE / 2 ** 24;

/** Draws at most; and as many at first, after which the sequence may stop at this width. */
const MOST = 2 ** 13;
const FIRST = 2 ** 8;
const NARROW = 2 ** -8;
/** A draw whose value is less sure than this is none. */
const SURE = 2 ** -30;

/** A support as an interval around a finite middle. */
export function spanOf(low: number, high: number): Bounded {
  const middle = low > -Infinity && high < Infinity ? (low + high) / 2 : low > -Infinity ? low : high < Infinity ? high : 0;
  return bounded(middle, Math.max(high - middle, middle - low));
} // prettier-ignore

/** Of these an interval goes in and one comes out that holds all values: what looks at a place alone is not among them. */
const ranged = new Set(['number', 'symbol', 'index', 'add', 'subtract', 'multiply', 'divide', 'negate', 'plus', 'absolute', 'sum', 'range', 'over', 'max', 'min', 'list', 'chain', 'relation']); // prettier-ignore
const bent = new Set(['\\exp', '\\sin', '\\cos', '\\tanh', '\\arctan']);

/** Whether the range of the formula can be proven by interval arithmetic. */
export function isRanged(t: Tree, scope: Scope): boolean {
  const expanded = scope.expand(t);
  if (expanded) return isRanged(expanded.body, expanded.scope);
  if (t.op === 'power') return isRanged(t.args[0]!, scope) && t.args[1]!.op === 'number' && /^\d+$/.test(t.args[1]!.text);
  if (t.op === 'apply') return bent.has(t.text) && isRanged(t.args[0]!, scope);
  // an indicator is 0 or 1, whatever stands in it
  if (t.op === 'call' || t.op === 'index')
    return indicatorHeads.includes(baseOf(t.args[0]!).text) || (t.op === 'index' && t.args.every((arg) => isRanged(arg, scope)));
  return ranged.has(t.op) && t.args.every((arg) => isRanged(arg, scope));
} // prettier-ignore

/** `body`: what is averaged; null for the probability of an event. */
export function simulated(
  steps: readonly Drawable[],
  value: Quantity,
  env: Env,
  at: Tree,
  body: Tree | null,
  scope: Scope,
): Bounded {
  const written = scope.shared.print(at);
  const back = steps.map((step) => step.restore(env));
  try {
    for (const step of steps) step.whole(env);
    const range = !body ? bounded(0.5, 0.5) : isRanged(body, scope) ? value(env) : bounded(0, Infinity);
    const [low, high] = [range.value - range.error, range.value + range.error];
    if (!Number.isFinite(low) || !Number.isFinite(high))
      throw new Refusal(`“${written}” has no exact value that is known, and could be simulated only if what is averaged were bounded: nothing proves that it is`, at.span); // prettier-ignore
    scope.shared.evidence.add('simulation');
    if (low === high) return exact(low);
    const source = stream(seedOf(written, 1));
    const draws = steps.map((step) => step.draw(env, source));
    const sequence = empiricalBernstein(SHARE);
    let doubt = 0;
    while (sequence.count < MOST) {
      for (const draw of draws) draw();
      const y = value(env);
      if (!(y.error <= SURE * (high - low))) throw new Refusal(`a draw of “${written}” is not known exactly enough: ${y.value} within ${y.error}`, at.span); // prettier-ignore
      doubt = Math.max(doubt, y.error);
      sequence.take(Math.min(1, Math.max(0, (y.value - low) / (high - low))));
      if (sequence.count % FIRST === 0 && sequence.interval().error < NARROW) break;
    }
    const share = sequence.interval();
    const mean = add(exact(low), multiply(exact(high - low), share));
    // what a draw is off by moves the mean by no more, and the variance that was seen by little
    return bounded(mean.value, mean.error + 8 * doubt);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(`“${written}” cannot be simulated: ${error.message}`, at.span);
    throw error;
  } finally {
    for (const put of back) put();
  }
}
