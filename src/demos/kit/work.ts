/** Heavy computations in a worker: one at a time for each demo, with its progress, until they end or are stopped. */
import type { Given } from './parameter.ts';

/** To the worker. */
export interface Task {
  readonly name: string;
  readonly values: Given;
}
/** From it. */
export type News = { readonly share: number } | { readonly result: unknown } | { readonly failed: string };

/** A worker that has nothing to do: what it has kept in mind makes the next task of the same demo quick. */
let idle: Worker | null = null;

/** Returns what stops it; `ended` is called once, whatever happens. */
export function work(
  name: string,
  values: Given,
  progress: (share: number) => void,
  done: (result: unknown) => void,
  ended: () => void,
): () => void {
  const worker = idle ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  idle = null;
  const stop = (): void => {
    worker.terminate();
    ended();
  };
  worker.onmessage = ({ data }: MessageEvent<News>) => {
    if ('share' in data) return progress(data.share);
    if ('failed' in data) {
      stop();
      throw new Error(data.failed);
    }
    if (idle) worker.terminate();
    else idle = worker;
    ended();
    done(data.result);
  };
  worker.onerror = stop;
  worker.postMessage({ name, values } satisfies Task);
  return stop;
}
