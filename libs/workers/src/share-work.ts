/** From the first up to, without, the last. */
export interface Range {
  from: number;
  to: number;
}

/** Parts for each thread, so that one that is slower takes fewer. */
const PARTS_PER_THREAD = 2;

/** Cuts a range of steps into ranges of about the same length. */
export function shareWork(
  { from, to }: Range,
  threads: number,
  partsPerThread = PARTS_PER_THREAD,
): Range[] {
  const steps = to - from;
  const parts = Math.min(steps, threads * partsPerThread);
  const start = (part: number) => from + Math.floor((part * steps) / parts);
  return Array.from({ length: parts }, (_, part) => ({ from: start(part), to: start(part + 1) }));
}
