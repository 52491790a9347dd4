import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which others have their turn. */
const SLICE = 10;

/** Divides long work on the one thread that answers everybody. */
export class Turns {
  private since = performance.now();

  constructor(private readonly signal?: AbortSignal) {}

  /**
   * Lets others have their turn, if the work has gone on for a while.
   *
   * @throws an `AbortError` when the signal aborts
   */
  async next(): Promise<void> {
    if (performance.now() - this.since < SLICE) return;
    await setImmediate(undefined, { signal: this.signal });
    this.since = performance.now();
  }
}
