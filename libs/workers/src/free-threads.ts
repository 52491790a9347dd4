interface Waiting {
  begin: () => void;
  refuse: (reason: Error) => void;
}

/** Hands out threads, to whoever came first: a task that waits here can be dropped without a trace. */
export class FreeThreads {
  private readonly queue: Waiting[] = [];
  private isClosed = false;

  constructor(private free: number) {}

  /** @throws the reason of the signal when it aborts before there is one, or an `Error` when closed */
  take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.isClosed) throw new Error('The threads are closed.');
    if (this.free > 0) {
      this.free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        reject(signal!.reason as Error);
      };
      const waiting: Waiting = {
        begin: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        refuse: reject,
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.queue.push(waiting);
    });
  }

  giveBack(): void {
    const next = this.queue.shift();
    if (next) next.begin();
    else this.free++;
  }

  /** Refuses all who wait. */
  close(): void {
    this.isClosed = true;
    for (const { refuse } of this.queue.splice(0)) refuse(new Error('The threads are closed.'));
  }
}
