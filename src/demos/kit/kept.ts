/** Keeps the last thing that was made, and gives it again for as long as it is asked for by the same key. */
export function kept<T>(): (key: string, make: () => T) => T {
  let last: { readonly key: string; readonly value: T } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}
