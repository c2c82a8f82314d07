/**
 * `\\sum_{k=0}^\\infty a_k` of terms that are products of powers, factorials and probabilities: the ratio of neighbours goes
 * monotonically to its limit in the end, so that the terms left out are less than a geometric series.
 */
import { bounded, exact, sum, type Bounded } from '../number/bounded.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Scope } from '../meaning/scope.ts';
import type { Tree } from '../tex/tree.ts';

/** Of these the terms may be made: a case or an indicator far out could hide behind any number of terms. */
const plain = new Set(['number', 'symbol', 'word', 'index', 'list', 'multiply', 'divide', 'add', 'subtract', 'negate', 'plus', 'power', 'factorial', 'binomial', 'apply', 'special', 'call']); // prettier-ignore
const smooth = new Set(['\\log', '\\exp', '\\sqrt', '']);

const MOST = 20000;
/** Ratios that are looked at, to see how they move. */
const SEEN = 12;
/** A series that falls more slowly than this is not summed. */
const SLOWEST = 0.999;

export const isInfinity = (t: Tree): boolean =>
  t.op === 'plus' ? isInfinity(t.args[0]!) : t.op === 'symbol' && t.text === '\\infty';

export function seriesOf(t: Tree, scope: Scope): Code {
  const [range, body] = t.args as [Tree, Tree];
  const [variable, from] = range.args as [Tree, Tree];
  for (const part of partsOf(body)) {
    const odd = !plain.has(part.op) || (part.op === 'apply' && !smooth.has(part.text));
    if (odd) throw new Refusal(`in a sum to infinity stand powers, factorials and probabilities, and “${scope.shared.print(part)}” is none`, part.span); // prettier-ignore
  }
  const slot = scope.slot();
  const value = scope.bind(variable.text, slot).number(body);
  const start = scope.number(from);
  return (env) => {
    const first = start(env);
    if (!Number.isInteger(first.value) || first.error > 0)
      throw new Refusal('a sum begins at a whole number', from.span);
    return summed((k) => {
      env[slot] = exact(first.value + k);
      return value(env);
    });
  };
}

const rising = ['<', '>', '\\le', '\\ge'];

/** `\Pr(X > k)` is one part: it only falls, or only rises, as k does. */
function* partsOf(t: Tree): Generator<Tree> {
  yield t;
  const isTail = (event: Tree): boolean => event.op === 'chain' && event.args.length === 3 && rising.includes(event.args[1]!.text);
  if (t.op === 'call' && t.args.length === 2 && t.args[1]!.args.length === 1 && isTail(t.args[1]!.args[0]!)) return;
  for (const arg of t.args) yield* partsOf(arg);
} // prettier-ignore

/** Error Infinity where the terms do not fall, or fall too slowly. */
function summed(term: (k: number) => Bounded): Bounded {
  const terms: Bounded[] = [];
  const ratios: number[] = [];
  let [size, zeros] = [0, 0];
  for (let k = 0; k < MOST; k++) {
    const now = term(k);
    if (!Number.isFinite(now.value) || !Number.isFinite(now.error)) return bounded(0, Infinity);
    const before = Math.abs(terms.at(-1)?.value ?? 0);
    terms.push(now);
    size = Math.max(size, Math.abs(now.value));
    zeros = now.value === 0 && now.error === 0 ? zeros + 1 : 0;
    ratios.push(Math.abs(now.value) / before);
    // beyond n all of n over k are 0
    if (zeros >= 64 && k >= 64) return sum(terms);
    if (k < SEEN || !(Math.abs(now.value) <= 2 ** -60 * size)) continue;
    const rest = restOf(Math.abs(now.value) + now.error, ratios.slice(-SEEN), k);
    if (rest <= 2 ** -52 * size) {
      const total = sum(terms);
      return bounded(total.value, total.error + rest);
    }
  }
  return bounded(0, Infinity);
}

/** The largest that the ratios may still come to: they move by less and less, like 1/k^2 at the slowest. */
function restOf(last: number, ratios: readonly number[], k: number): number {
  const r = ratios.at(-1)!;
  const step = Math.max(...ratios.slice(1).map((x, i) => x - ratios[i]!), 0);
  const most = r + 2 * k * step;
  return most < SLOWEST ? (last * most) / (1 - most) : Infinity;
}
