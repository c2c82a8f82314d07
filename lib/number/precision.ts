let share = 0;

/** What an integral may leave open, as a share of that of |f|: 0 asks for all that doubles give. Its bound is true either way. */
export const leeway = (): number => share;

/** Runs `work` with integrals that may stop early, or may not (0), whoever asks. */
export function withLeeway<T>(asked: number, work: () => T): T {
  const before = share;
  share = asked;
  try {
    return work();
  } finally {
    share = before;
  }
}
