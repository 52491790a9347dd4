/** Runs a few writes side by side; whoever brings one more waits until one of them has ended. */
export class WriteLanes {
  private readonly running = new Set<Promise<void>>();
  private failure: { reason: unknown } | null = null;

  constructor(private readonly most: number) {}

  /** @throws what a write before threw */
  async add(write: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running);
    this.throwFailure();
    const lane: Promise<void> = write()
      .catch((reason: unknown) => {
        this.failure ??= { reason };
      })
      .finally(() => this.running.delete(lane));
    this.running.add(lane);
  }

  /** Waits for all of them. @throws what the first that failed threw */
  async finish(): Promise<void> {
    await Promise.all(this.running);
    this.throwFailure();
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.reason;
  }
}
