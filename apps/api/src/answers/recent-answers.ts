interface Limits<Answer> {
  answers: number;
  /** Of all together; not counted without `bytesOf`. */
  bytes?: number;
  bytesOf?: (answer: Answer) => number;
}

interface Entry<Answer> {
  answer: Promise<Answer>;
  /** Gives up what nobody waits for any more. */
  stop: AbortController;
  waiting: number;
  isSettled: boolean;
  bytes: number;
}

/** Keeps the answers asked for last, so that whoever asks for the same does not compute it again. */
export class RecentAnswers<Answer> {
  private readonly entries = new Map<string, Entry<Answer>>();

  constructor(private readonly most: Limits<Answer>) {}

  has(key: string): boolean {
    return this.entries.has(key);
  }

  /**
   * A failure is not kept.
   *
   * @param compute is told by the signal when all who wait for it have left
   * @param leaving aborts when whoever asks wants no answer any more
   * @throws an `AbortError` when `leaving` aborts, or what `compute` throws
   */
  async get(
    key: string,
    compute: (signal: AbortSignal) => Promise<Answer>,
    leaving?: AbortSignal,
  ): Promise<Answer> {
    leaving?.throwIfAborted();
    const entry = this.entries.get(key) ?? this.begin(key, compute);
    this.entries.delete(key);
    this.entries.set(key, entry); // the last one asked for stands last
    this.forgetOldest();
    entry.waiting++;
    try {
      return await (leaving ? untilLeft(entry.answer, leaving) : entry.answer);
    } finally {
      entry.waiting--;
      if (entry.waiting === 0 && !entry.isSettled) {
        this.forget(key, entry);
        entry.stop.abort();
      }
    }
  }

  private begin(key: string, compute: (signal: AbortSignal) => Promise<Answer>): Entry<Answer> {
    const stop = new AbortController();
    const entry: Entry<Answer> = {
      ...{ stop, waiting: 0, isSettled: false, bytes: 0 },
      answer: compute(stop.signal),
    };
    entry.answer = entry.answer.then(
      (answer) => {
        entry.isSettled = true;
        entry.bytes = this.most.bytesOf?.(answer) ?? 0;
        this.forgetOldest();
        return answer;
      },
      (error: unknown) => {
        entry.isSettled = true;
        this.forget(key, entry);
        throw error;
      },
    );
    entry.answer.catch(() => undefined); // who waits is told, and all may have left
    return entry;
  }

  private forget(key: string, entry: Entry<Answer>): void {
    if (this.entries.get(key) === entry) this.entries.delete(key);
  }

  /** Keeps one, however large it is. */
  private forgetOldest(): void {
    const { answers, bytes: mostBytes = Infinity } = this.most;
    let bytes = 0;
    for (const entry of this.entries.values()) bytes += entry.bytes;
    for (const [key, entry] of this.entries) {
      if (this.entries.size <= answers && (bytes <= mostBytes || this.entries.size === 1)) return;
      this.entries.delete(key);
      bytes -= entry.bytes;
    }
  }
}

/** The answer, or an `AbortError` as soon as the signal aborts. */
function untilLeft<Answer>(answer: Promise<Answer>, leaving: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(leaving.reason as Error);
    leaving.addEventListener('abort', leave, { once: true });
    answer.then(resolve, reject).finally(() => leaving.removeEventListener('abort', leave));
  });
}
