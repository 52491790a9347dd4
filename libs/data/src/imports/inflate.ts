import type { Gunzip, InflateRaw } from 'node:zlib';

/**
 * Decompresses piece by piece. When the data end early, everything that could be read is given out
 * before the error is thrown; a piped stream would lose its last pieces.
 *
 * Stops at the end of the compressed data, whatever follows it.
 *
 * @param name of the file, for the error
 */
export async function* inflate(
  compressed: AsyncIterable<Buffer>,
  inflater: Gunzip | InflateRaw,
  name: string,
): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  let isOver = false;
  inflater.on('data', (piece: Buffer) => ready.push(piece));
  inflater.once('end', () => (isOver = true));
  inflater.on('error', () => {}); // `settled` tells of it
  for await (const piece of compressed) {
    const failure = await settled(inflater, (done) => inflater.write(piece, done));
    yield* ready.splice(0);
    if (failure) throw damaged(name, failure);
    if (isOver) return;
  }
  const failure = await settled(inflater, () => inflater.end()); // 'finish' would come too early
  yield* ready.splice(0);
  if (failure) throw damaged(name, failure);
}

export function damaged(name: string, { message }: Error): Error {
  return new Error(`${name} is damaged or cut off: ${message}`);
}

type Done = (error?: Error | null) => void;

/** Not every end calls back: data after the compressed ones end the stream, damage destroys it. */
function settled(
  inflater: Gunzip | InflateRaw,
  start: (done: Done) => void,
): Promise<Error | null> {
  return new Promise((resolve) => {
    const done = (error?: Error | null) => {
      inflater.off('end', ended).off('error', done);
      resolve(error ?? null);
    };
    const ended = () => done();
    inflater.once('end', ended).once('error', done);
    start(done);
  });
}
