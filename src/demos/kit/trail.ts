/** The address bar follows a demo, so that the back button goes through what the reader has set. */
import { withState } from './address.ts';

/** Changes that follow one another within this time are one step of the back button. */
const ONE_STEP = 1000;
/**
 * The address is written this long after a change, in milliseconds. Browsers refuse more than a hundred writings in half a
 * minute, which a slider that is dragged soon reaches, and each makes them find the style of all links of the page again:
 * that is nothing for the frame that has to show the change.
 */
const LATER = 300;

export interface Trail {
  /** The demo has come to another state. */
  follow(): void;
  /** The next change is a step of its own, however soon it comes. */
  step(): void;
  /** The address has been changed from outside: what has not been written never will be. */
  drop(): void;
  /** Writes at once what has not been written yet. */
  write(): void;
}

/** `state` gives what the demo is at when it is written. */
export function trail(name: string, state: () => string): Trail {
  let waiting = false;
  let timer = 0;
  let changed = -Infinity;
  let how: 'pushState' | 'replaceState' = 'pushState';

  function write(): void {
    clearTimeout(timer);
    if (!waiting) return;
    waiting = false;
    history[how](null, '', withState(location.href, name, state()));
    how = 'replaceState';
  }

  return {
    follow: () => {
      const now = performance.now();
      if (now - changed >= ONE_STEP) {
        write();
        how = 'pushState';
      }
      changed = now;
      if (!waiting) timer = window.setTimeout(write, LATER);
      waiting = true;
    },
    step: () => (changed = -Infinity),
    drop: () => {
      clearTimeout(timer);
      waiting = false;
      changed = -Infinity;
    },
    write,
  };
}
