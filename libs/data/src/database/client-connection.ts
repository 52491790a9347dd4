import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import * as frames from './frames.js';
import type { Borrower, SharedSession, Unit } from './shared-session.js';

export interface ConnectionOptions {
  session: SharedSession;
  password: string;
  /** PGlite's own answer to a startup message: parameters, key, ReadyForQuery. */
  greeting: Buffer;
  onReady: () => void;
}

const SERIES = new Set(['P', 'B', 'D', 'E', 'C']);
const COPY = new Set(['d', 'c', 'f']);

/** PGlite ends its process when COPY FROM STDIN has to wait for data; this makes it an error. It ignores the message otherwise. */
const NO_COPY = frames.frame('f', 'the embedded database takes no COPY FROM STDIN');

const STARTUP_TIMEOUT_MS = 10_000;

/** One client's connection: its startup, its password, and then its messages in units. */
export class ClientConnection implements Borrower {
  readonly units: Unit[] = [];
  isGone = false;
  #state: 'startup' | 'password' | 'ready' = 'startup';
  #series: Buffer[] = [];
  readonly #reader = new frames.FrameReader();

  constructor(
    private readonly socket: Socket,
    private readonly options: ConnectionOptions,
  ) {
    socket.setNoDelay(true);
    socket.setTimeout(STARTUP_TIMEOUT_MS, () => socket.destroy());
    socket.on('error', () => {}); // 'close' follows
    socket.on('close', () => this.#leave());
    socket.on('data', (chunk) => this.#read(chunk));
  }

  answer(bytes: Buffer): void {
    if (!this.isGone) this.socket.write(bytes);
  }

  dismiss(code: string, message: string): void {
    this.socket.write(frames.fatalFrame(code, message));
    this.socket.destroySoon();
    this.#leave();
  }

  #leave(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.options.session.wake(this);
  }

  #read(chunk: Buffer): void {
    this.#reader.push(chunk);
    try {
      while (!this.isGone) {
        const message = this.#reader.next(this.#state !== 'startup');
        if (!message) return;
        this.#receive(message);
      }
    } catch (error) {
      this.dismiss('08P01', error instanceof Error ? error.message : 'protocol violation');
    }
  }

  #receive(message: Buffer): void {
    if (this.#state === 'startup') this.#start(message);
    else if (this.#state === 'password') this.#admit(message);
    else this.#take(message);
  }

  #start(message: Buffer): void {
    const version = message.length >= 8 ? message.readInt32BE(4) : 0;
    if (version === frames.SSL_REQUEST || version === frames.GSS_REQUEST) {
      this.socket.write('N');
    } else if (version === frames.CANCEL_REQUEST) {
      this.socket.end(); // a query runs to its end before the cancel request is read
    } else if (version === frames.PROTOCOL_3_0) {
      this.#state = 'password';
      this.socket.write(frames.frame('R', frames.int32(3)));
    } else {
      this.dismiss('08P01', `unsupported protocol ${version >> 16}.${version & 0xffff}`);
    }
  }

  #admit(message: Buffer): void {
    const given = message.subarray(5, -1);
    const wanted = Buffer.from(this.options.password);
    const isRight = given.length === wanted.length && timingSafeEqual(given, wanted);
    if (message[0] !== 0x70 || !isRight) {
      this.dismiss('28P01', 'password authentication failed');
      return;
    }
    this.#state = 'ready';
    this.socket.setTimeout(0);
    this.socket.write(this.options.greeting);
    this.options.onReady();
  }

  #take(message: Buffer): void {
    const type = String.fromCharCode(message[0]!);
    if (SERIES.has(type)) this.#series.push(message);
    else if (type === 'Q') this.#ask('query', [message, NO_COPY]);
    else if (type === 'S') this.#ask('sync', [NO_COPY, message]);
    else if (type === 'H') this.#ask('flush', [NO_COPY, message]);
    else if (type === 'X') this.socket.end();
    else if (!COPY.has(type)) throw new RangeError(`unsupported message ${JSON.stringify(type)}`);
  }

  #ask(end: Unit['end'], messages: Buffer[]): void {
    this.units.push({ bytes: Buffer.concat([...this.#series, ...messages]), end });
    this.#series = [];
    this.options.session.wake(this);
  }
}
