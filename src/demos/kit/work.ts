/** Heavy computations in a worker: one at a time for each demo, with its progress, until they end or are stopped. */
import type { Given } from './parameter.ts';

/** To the worker. */
export interface Task {
  readonly name: string;
  readonly values: Given;
}
/** From it. */
export type News = { readonly share: number } | { readonly result: unknown } | { readonly failed: string };

/** Returns what stops it; `ended` is called once, whatever happens. */
export function work(
  name: string,
  values: Given,
  progress: (share: number) => void,
  done: (result: unknown) => void,
  ended: () => void,
): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const stop = (): void => {
    worker.terminate();
    ended();
  };
  worker.onmessage = ({ data }: MessageEvent<News>) => {
    if ('share' in data) return progress(data.share);
    stop();
    if ('failed' in data) throw new Error(data.failed);
    done(data.result);
  };
  worker.onerror = stop;
  worker.postMessage({ name, values } satisfies Task);
  return stop;
}
