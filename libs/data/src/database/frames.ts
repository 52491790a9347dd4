/** How a series of client messages ends: a simple query, a Sync, or a Flush that asks for the answers so far. */
export type UnitEnd = 'query' | 'sync' | 'flush';

/** The part of PostgreSQL's message format that a server in front of one backend needs. */
export const PROTOCOL_3_0 = 196608;
export const CANCEL_REQUEST = 80877102;
export const SSL_REQUEST = 80877103;
export const GSS_REQUEST = 80877104;

const LARGEST_FRAME = 512 * 1024 * 1024;

/** Cuts a stream of bytes into messages, without copying a long one more than once. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #length = 0;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /**
   * The next whole message, or undefined until more bytes come.
   *
   * @param typed false for the first messages of a connection, which have no type letter
   * @throws {RangeError} if the length in the message cannot be right
   */
  next(typed: boolean): Buffer | undefined {
    const header = typed ? 5 : 4;
    if (this.#length < header) return undefined;
    if (this.#chunks[0]!.length < header) this.#join();
    const length = this.#chunks[0]!.readInt32BE(header - 4) + header - 4;
    if (length < header || length > LARGEST_FRAME) {
      throw new RangeError(`a message of ${length} bytes`);
    }
    if (this.#length < length) return undefined;
    const all = this.#join();
    this.#chunks = all.length > length ? [all.subarray(length)] : [];
    this.#length -= length;
    return all.subarray(0, length);
  }

  #join(): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}

/** One message: a type letter and its parts; strings get their closing zero. */
export function frame(type: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  );
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** The first message of a client: version 3.0 and its parameters. */
export function startupFrame(parameters: Record<string, string>): Buffer {
  const names = Object.entries(parameters).flat();
  const body = Buffer.from([...names, ''].map((text) => `${text}\0`).join(''));
  return Buffer.concat([int32(body.length + 8), int32(PROTOCOL_3_0), body]);
}

export function fatalFrame(code: string, message: string): Buffer {
  return frame('E', 'SFATAL', 'VFATAL', `C${code}`, `M${message}`, Buffer.alloc(1));
}

/** What a backend answered, without its ReadyForQuery messages, and the status that the last one told. */
export function splitReady(answer: Buffer): { body: Buffer; status: string | undefined } {
  const kept: Buffer[] = [];
  let status: string | undefined;
  let keptUntil = 0;
  for (let at = 0; at < answer.length;) {
    const end = at + 1 + answer.readInt32BE(at + 1);
    if (answer[at] === 0x5a) {
      status = answer.toString('latin1', at + 5, at + 6);
      kept.push(answer.subarray(keptUntil, at));
      keptUntil = end;
    }
    at = end;
  }
  kept.push(answer.subarray(keptUntil));
  return { body: Buffer.concat(kept), status };
}
