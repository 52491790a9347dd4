import { Piscina } from 'piscina';
import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FreeThreads } from './free-threads.js';
import type { KernelInput, KernelName, KernelResult } from './kernels.js';

/** The built file, because a thread reads no TypeScript; it is the same from src and from dist. */
const WORKER = fileURLToPath(new URL('../dist/worker.js', import.meta.url));
/** Milliseconds that a thread waits for more to do. */
const IDLE = 10_000;
/**
 * Milliseconds that a task which nobody wants any more may still take: to end its thread costs the
 * next task the start of another, which takes about as long.
 */
const GRACE = 200;
const LOOK_AGAIN = 50;

/**
 * Threads that run measures of the analytics library, so that the caller's own thread stays free.
 *
 * Columns are copied to a thread, unless `shareColumns` has put them where all threads see them.
 */
export class AnalysisWorkers {
  private readonly pool: Piscina;
  private readonly free: FreeThreads;

  constructor(readonly threads = availableParallelism()) {
    this.pool = new Piscina({
      filename: WORKER,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE,
    });
    this.free = new FreeThreads(threads);
  }

  /** @throws what the kernel throws */
  run<Name extends KernelName>(
    kernel: Name,
    ...input: KernelInput<Name>
  ): Promise<KernelResult<Name>> {
    return this.runUntil(undefined, kernel, ...input);
  }

  /**
   * As `run`, until the signal aborts: a task that waits is dropped, and the thread of one that goes
   * on for long is ended.
   *
   * @throws the reason of the signal as soon as it aborts, or what the kernel throws
   */
  async runUntil<Name extends KernelName>(
    signal: AbortSignal | undefined,
    kernel: Name,
    ...input: KernelInput<Name>
  ): Promise<KernelResult<Name>> {
    if (signal) setMaxListeners(0, signal); // one signal may stop any number of tasks
    await this.free.take(signal);
    if (signal?.aborted) {
      this.free.giveBack();
      throw signal.reason as Error;
    }
    const begun = new Int32Array(new SharedArrayBuffer(4));
    const stop = new AbortController();
    const result = (
      this.pool.run({ kernel, input, begun }, { signal: stop.signal }) as Promise<
        KernelResult<Name>
      >
    ).finally(() => this.free.giveBack());
    if (!signal) return result;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error);
        void endLate(result, begun, stop);
      };
      signal.addEventListener('abort', leave, { once: true });
      result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  /** Ends the threads; whatever still runs is given up. */
  async close(): Promise<void> {
    this.free.close();
    await this.pool.destroy();
  }
}

/** Not before the thread has begun: Node 20 ends the whole process with a thread that loads its modules. */
async function endLate(
  result: Promise<unknown>,
  begun: Int32Array,
  stop: AbortController,
): Promise<void> {
  let isOver = false;
  result.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  await sleep(GRACE, undefined, { ref: false });
  while (!isOver && Atomics.load(begun, 0) === 0)
    await sleep(LOOK_AGAIN, undefined, { ref: false });
  if (!isOver) stop.abort();
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
