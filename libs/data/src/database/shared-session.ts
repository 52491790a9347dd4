import type { PGlite } from '@electric-sql/pglite';
import { setImmediate } from 'node:timers/promises';
import { frame, splitReady, type UnitEnd } from './frames.js';

/** Messages that are run together, up to a point where the client awaits an answer. */
export interface Unit {
  readonly bytes: Buffer;
  readonly end: UnitEnd;
}

/** A client of the shared session. */
export interface Borrower {
  readonly units: Unit[];
  readonly isGone: boolean;
  answer(bytes: Buffer): void;
  /** Ends the connection, telling the client why. */
  dismiss(code: string, message: string): void;
}

export interface SharedSessionOptions {
  /** How long a client may leave its transaction open and say nothing while it holds the session. */
  idleInTransactionMs: number;
  /** Write-ahead log after which the session makes a checkpoint. PGlite never does it by itself. */
  checkpointBytes: number;
}

const DISCARD_ALL = frame('Q', 'DISCARD ALL');
const ROLLBACK = frame('Q', 'ROLLBACK');
const SYNC = frame('S');

/** The least time between two looks at the length of the write-ahead log. */
const CHECKPOINT_LOOK_MS = 1000;

/**
 * Lends PGlite's only session to one client at a time.
 *
 * A client has it from its first message outside a transaction until the transaction has ended; the
 * others wait in the order in which they came. Whoever gets it after somebody else finds it reset.
 * What a lost client left open is rolled back.
 */
export class SharedSession {
  #holder: Borrower | undefined;
  #latest: Borrower | undefined;
  #waiting: Borrower[] = [];
  #isWorking = false;
  #isStopped = false;
  #idleTimer: NodeJS.Timeout | undefined;
  #checkpointAt = '0/0';
  #lookedAt = Date.now();

  /** @param onBroken called once when the session can serve nobody any more */
  constructor(
    private readonly database: PGlite,
    private readonly options: SharedSessionOptions,
    private readonly onBroken: (error: unknown) => void,
  ) {}

  /** To be called when a client has a new unit, and when it is gone. */
  wake(borrower: Borrower): void {
    if (borrower !== this.#holder && !this.#waiting.includes(borrower)) {
      this.#waiting.push(borrower);
    }
    void this.#work();
  }

  /** Serves nobody after the current turn, so that the database can be closed. */
  stop(): void {
    this.#isStopped = true;
    this.#endIdleWatch();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      while (await this.#turn()) await setImmediate(); // sockets are read between turns
      this.#isWorking = false;
      this.#watchIdleHolder();
    } catch (error) {
      this.onBroken(error); // #isWorking stays true: nobody is served after this
    }
  }

  /** @returns whether there may be more to do */
  async #turn(): Promise<boolean> {
    if (this.#isStopped) return false;
    if (this.#holder?.isGone) await this.#clearUp();
    if (!this.#holder) await this.#checkpointIfDue();
    const borrower = this.#holder ?? this.#nextWaiting();
    const unit = borrower?.units.shift();
    if (!borrower || !unit) return false;
    this.#endIdleWatch();
    if (borrower !== this.#latest) await this.#run(DISCARD_ALL, 'query');
    this.#latest = borrower;
    const { bytes, status } = await this.#run(unit.bytes, unit.end);
    borrower.answer(bytes);
    const keeps = unit.end === 'flush' || status !== 'I';
    this.#holder = keeps ? borrower : undefined;
    if (!keeps && borrower.units.length > 0) this.#waiting.push(borrower);
    return true;
  }

  #nextWaiting(): Borrower | undefined {
    for (;;) {
      const borrower = this.#waiting.shift();
      if (!borrower || (!borrower.isGone && borrower.units.length > 0)) return borrower;
    }
  }

  /** Ends what the lost holder had begun, half-sent extended queries included. */
  async #clearUp(): Promise<void> {
    this.#endIdleWatch();
    this.#holder = undefined;
    const { status } = await this.#run(SYNC, 'sync');
    if (status !== 'I') await this.#run(ROLLBACK, 'query');
  }

  /**
   * PGlite sends ReadyForQuery twice after an error in an extended query, and none when WebAssembly
   * has trapped; clients need exactly one, so it is taken out here and written anew.
   */
  async #run(bytes: Buffer, end: UnitEnd): Promise<{ bytes: Buffer; status: string | undefined }> {
    const chunks: Buffer[] = [];
    await this.database.execProtocolRawStream(bytes, {
      syncToFs: false, // nothing to do on a Node file system
      onRawData: (data) => chunks.push(Buffer.from(data)), // a view of WebAssembly's memory: copied
    });
    const { body, status } = splitReady(Buffer.concat(chunks));
    if (end === 'flush') return { bytes: body, status: undefined };
    if (!status) throw new Error('PGlite gave no ReadyForQuery: its session is lost');
    return { bytes: Buffer.concat([body, frame('Z', Buffer.from(status))]), status };
  }

  /** Leaves a running timer alone: another client's message is no sign of life of the holder. */
  #watchIdleHolder(): void {
    const holder = this.#holder;
    if (!holder || this.#idleTimer || this.#isStopped) return;
    this.#idleTimer = setTimeout(() => {
      holder.dismiss('25P03', 'terminating connection due to idle-in-transaction timeout');
    }, this.options.idleInTransactionMs);
  }

  #endIdleWatch(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
  }

  async #checkpointIfDue(): Promise<void> {
    if (Date.now() - this.#lookedAt < CHECKPOINT_LOOK_MS) return;
    this.#lookedAt = Date.now();
    const { rows } = await this.database.query<{ at: string; bytes: string }>(
      `SELECT pg_current_wal_lsn()::text AS at, (pg_current_wal_lsn() - $1::pg_lsn)::text AS bytes`,
      [this.#checkpointAt],
    );
    const { at, bytes } = rows[0]!;
    if (Number(bytes) < this.options.checkpointBytes) return;
    await this.database.exec('CHECKPOINT');
    this.#checkpointAt = at;
  }
}
