import { Busy } from './busy.js';

const RETRY_SECONDS = 5;

interface Limits {
  running: number;
  /** Beyond those; whoever came first is next. */
  waiting: number;
}

/** Takes on so much work at a time, lets so much wait, and refuses more. */
export class Capacity {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly most: Limits) {}

  /**
   * Takes a place that is free.
   *
   * @returns gives it back
   * @throws {Busy} if there is none
   */
  take(): () => void {
    if (this.running >= this.most.running) throw new Busy(RETRY_SECONDS);
    this.running++;
    return () => this.leave();
  }

  /** @throws {Busy} if so much is running and waiting already */
  async run<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.running < this.most.running) this.running++;
    else if (this.queue.length >= this.most.waiting) throw new Busy(RETRY_SECONDS);
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private leave(): void {
    const next = this.queue.shift();
    if (next)
      next(); // has the place of this one
    else this.running--;
  }
}
