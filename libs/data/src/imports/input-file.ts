import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { decodeText } from './decode-text.js';
import { inflate } from './inflate.js';
import { zipEntries } from './zip-entries.js';

/** One text inside a file: the file itself, what its gzip holds, or an entry of its zip. */
export interface InputText {
  name: string;
  pieces: AsyncIterable<string>;
}

type OnBytes = (count: number) => void;

export async function inputSize(paths: readonly string[]): Promise<number> {
  const stats = await Promise.all(paths.map((path) => stat(path)));
  return stats.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Opens a plain, .gz or .zip file, told apart by its first bytes; a zip gives its .csv, .tsv and
 * .txt entries. Nothing is held in memory but the piece at hand.
 *
 * @param onBytes told how many more bytes of the file were read
 * @throws {Error} if a compressed file is damaged or ends early, after all that could be read
 */
export async function* openInput(path: string, onBytes: OnBytes): AsyncGenerator<InputText> {
  const kind = await fileKind(path);
  if (kind === 'zip') {
    const { size } = await stat(path);
    for await (const { name, bytes } of zipEntries(path)) yield { name, pieces: decodeText(bytes) };
    onBytes(size);
    return;
  }
  const name = basename(path).replace(/\.gz$/i, '');
  const bytes = counted(createReadStream(path, { highWaterMark: 1 << 17 }), onBytes);
  const gunzip = () => inflate(bytes, createGunzip({ chunkSize: 1 << 16 }), basename(path));
  yield { name, pieces: decodeText(kind === 'gzip' ? gunzip() : bytes) };
}

async function* counted(bytes: AsyncIterable<Buffer>, onBytes: OnBytes): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    onBytes(piece.length);
    yield piece;
  }
}

async function fileKind(path: string): Promise<'zip' | 'gzip' | 'plain'> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer.readUInt32LE() === 0x04034b50) return 'zip';
    return buffer[0] === 0x1f && buffer[1] === 0x8b ? 'gzip' : 'plain';
  } finally {
    await file.close();
  }
}
