/** Parts for each thread, so that one that is slower takes fewer. */
const PARTS_PER_THREAD = 2;

/** Cuts a number of steps into runs of about the same length. */
export function shareWork(steps: number, threads: number): { from: number; to: number }[] {
  const parts = Math.min(steps, threads * PARTS_PER_THREAD);
  return Array.from({ length: parts }, (_, part) => ({
    from: Math.floor((part * steps) / parts),
    to: Math.floor(((part + 1) * steps) / parts),
  }));
}
