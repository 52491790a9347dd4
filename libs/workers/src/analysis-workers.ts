import { Piscina } from 'piscina';
import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { KernelInput, KernelName, KernelResult } from './kernels.js';

/** The built file, because a thread reads no TypeScript; it is the same from src and from dist. */
const WORKER = fileURLToPath(new URL('../dist/worker.js', import.meta.url));
/** Milliseconds that a thread waits for more to do. */
const IDLE = 10_000;

/**
 * Threads that run measures of the analytics library, so that the caller's own thread stays free.
 *
 * Columns are copied to a thread, unless `shareColumns` has put them where all threads see them.
 */
export class AnalysisWorkers {
  private readonly pool: Piscina;

  constructor(readonly threads = availableParallelism()) {
    this.pool = new Piscina({
      filename: WORKER,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE,
    });
  }

  /** @throws what the kernel throws */
  run<Name extends KernelName>(
    kernel: Name,
    ...input: KernelInput<Name>
  ): Promise<KernelResult<Name>> {
    return this.runUntil(undefined, kernel, ...input);
  }

  /**
   * As `run`, until the signal aborts: a task that waits is dropped, and the thread of one that runs is
   * ended.
   *
   * @throws an `AbortError` when the signal aborts, or what the kernel throws
   */
  runUntil<Name extends KernelName>(
    signal: AbortSignal | undefined,
    kernel: Name,
    ...input: KernelInput<Name>
  ): Promise<KernelResult<Name>> {
    if (signal) setMaxListeners(0, signal); // one signal may stop any number of tasks
    return this.pool.run({ kernel, input }, { signal: signal ?? null }) as Promise<
      KernelResult<Name>
    >;
  }

  /** Ends the threads; whatever still runs is given up. */
  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

/** Lends threads to some work and ends them after it. */
export async function withWorkers<Result>(
  work: (workers: AnalysisWorkers) => Promise<Result>,
): Promise<Result> {
  const workers = new AnalysisWorkers();
  try {
    return await work(workers);
  } finally {
    await workers.close();
  }
}
