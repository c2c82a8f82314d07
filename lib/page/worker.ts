/** A thread of ahead.ts: goes through the errands, and looks at the statements that no other thread has taken. */
import { parentPort, workerData } from 'node:worker_threads';
import { createChecker } from '../check/index.ts';
import type { EquationSource } from '../check/record.ts';
import type { Answer, Errand, Sent, Task } from './ahead.ts';
import { isKept } from './recall.ts';

const { options, errands, taken } = workerData as Task;

/** `first`: the number of the errand's first statement among all. */
function go({ page, sources, open }: Errand, first: number): void {
  if (open.every((_, i) => Atomics.load(taken, first + i) === 1)) return;
  const numbers = new Map(open.map((statement, i) => [statement, first + i]));
  let asked: string | null = null;
  const found = (statement: string) => {
    const number = numbers.get(statement);
    if (number === undefined || Atomics.compareExchange(taken, number, 0, 1) === 1) return 'later';
    asked = statement;
    return undefined;
  };
  const checker = createChecker({ ...options, page, found });
  for (const source of sources) {
    asked = null;
    const record = attempt(() => checker.check(received(source)));
    if (asked === null) continue;
    const relations = record && isKept(record) ? record.relations : null;
    parentPort!.postMessage({ page, statement: asked, relations } satisfies Answer);
  }
}

/** A fault of the checker is met again, and told, where the page is put together. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const received = ({ places, ...rest }: Sent): EquationSource => ({
  ...rest,
  locate: (offset) => ({ line: places[2 * offset]!, column: places[2 * offset + 1]! }),
});

let first = 0;
for (const errand of errands) {
  go(errand, first);
  first += errand.open.length;
}
