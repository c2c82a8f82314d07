import type { Bench } from 'vitest';
import { type Rational, encloses, fromNumber, minus, over, size } from '../test/number/rational.ts';
import { toNumber } from '../test/number/real.ts';

type Result = number | { readonly value: number; readonly error: number };

/** One way to compute what a topic is about. */
export interface Contestant {
  readonly name: string;
  /** The number, or the numbers, that are held against the truth. */
  readonly run: () => Result | readonly Result[];
  /** What is timed, if not the same. */
  readonly timed?: () => void;
}

/** Where results go, so that no compiler leaves out what nobody reads. */
const sink: { result?: unknown } = {};
export const use = (result: unknown): void => {
  sink.result = result;
};

/** Who is farther off has not computed it, and is not counted among the fast. */
const WRONG = 1e-6;

const relative = (x: number, truth: Rational): number =>
  Number.isFinite(x) ? toNumber(over(size(minus(fromNumber(x), truth)), size(truth))) : Infinity;
const listOf = (result: Result | readonly Result[]): readonly Result[] =>
  Array.isArray(result) ? (result as readonly Result[]) : [result as Result];

/** The worst relative error of several results, and the worst bound, if they have bounds. */
function accuracy(
  name: string,
  results: readonly Result[],
  truths: readonly Rational[],
): readonly [number, number | null] {
  let error = 0;
  let bound: number | null = null;
  results.forEach((result, i) => {
    const value = typeof result === 'number' ? result : result.value;
    error = Math.max(error, relative(value, truths[i]!));
    if (typeof result === 'number') return;
    if (!encloses(result, truths[i]!)) throw new Error(`the bound of ${name} does not hold`);
    bound = Math.max(bound ?? 0, result.error / Math.abs(value));
  });
  return [error, bound];
}

/**
 * Computes once and holds against the truth, then times all side by side, and prints both. Times are of the fastest
 * run: numerics has no other noise than what the machine does meanwhile. `repeat` calls go into one measurement, for
 * what takes less than the clock can tell. The last column compares with the fastest of those who are right to six
 * digits. Throws where a bound does not hold.
 */
export async function compare(
  bench: Bench,
  topic: string,
  truth: Rational | readonly Rational[],
  contestants: readonly Contestant[],
  repeat = 1,
): Promise<void> {
  const truths = Array.isArray(truth) ? (truth as readonly Rational[]) : [truth as Rational];
  const errors = contestants.map(({ name, run }) => accuracy(name, listOf(run()), truths));
  const tasks = contestants.map(({ name, run, timed = () => use(run()) }) =>
    bench(name, () => {
      for (let i = 0; i < repeat; i++) timed();
    }),
  );
  const results = await bench.compare(...tasks, { time: 400, iterations: 10, warmupTime: 100, warmupIterations: 5 });
  const times = contestants.map(({ name }) => results.get(name).latency.min / repeat);
  const fastest = Math.min(...times.filter((_, i) => errors[i]![0] <= WRONG));
  const rows = contestants.map(({ name }, i) => {
    const [error, bound] = errors[i]!;
    const ratio = error <= WRONG ? (times[i]! / fastest).toFixed(2) : 'wrong';
    return [name, amount(error), bound === null ? '' : amount(bound), time(times[i]!), ratio];
  });
  print(topic, [['', 'relative error', 'its bound', 'time', 'over fastest'], ...rows]);
}

const amount = (x: number): string => (x === 0 ? '0' : x.toExponential(1));
export const time = (ms: number): string => (ms < 1 ? `${(ms * 1000).toPrecision(3)} µs` : `${ms.toPrecision(3)} ms`);

/** A table with its columns under each other. */
export function print(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  console.log([title, ...rows.map(line)].join('\n'));
}

/** Sum of f over a list, as one would write it. */
export function total(list: Float64Array, f: (x: number) => number): number {
  let s = 0;
  for (let i = 0; i < list.length; i++) s += f(list[i]!);
  return s;
}
