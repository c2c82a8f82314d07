/** Does something when the browser has nothing else to do, after two seconds at the latest. */
export function whenIdle(task: () => void): void {
  // not every browser has a queue for what can wait
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 200);
}
