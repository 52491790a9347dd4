import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';

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
 * Opens a plain, .gz or .zip file, told apart by its first bytes; a zip gives its .csv and .txt
 * entries. Nothing is held in memory but the piece at hand.
 *
 * @param onBytes told how many more bytes of the file were read
 * @throws {Error} if a compressed file is damaged or ends early, after all that could be read
 */
export async function* openInput(path: string, onBytes: OnBytes): AsyncGenerator<InputText> {
  const kind = await fileKind(path);
  if (kind === 'zip') {
    yield* zipEntries(path, onBytes);
    return;
  }
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  file.on('data', (chunk) => onBytes(chunk.length));
  const bytes = kind === 'gzip' ? inflate(file) : file;
  yield { name: basename(path).replace(/\.gz$/i, ''), pieces: decode(bytes) };
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

function inflate(file: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  file.on('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

/** UTF-8 where the bytes are that, else Windows-1252, as councils and spreadsheets still write. */
async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(isUtf8(chunk) ? 'utf-8' : 'windows-1252');
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function isUtf8(chunk: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function* zipEntries(path: string, onBytes: OnBytes): AsyncGenerator<InputText> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    openZip(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  try {
    for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
      if (!/\.(csv|txt)$/i.test(entry.fileName)) continue;
      const stream = await openEntry(zip, entry);
      yield { name: basename(entry.fileName), pieces: decode(stream) };
      onBytes(entry.compressedSize);
    }
  } finally {
    zip.close();
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (entry: Entry | null) => {
      zip.removeAllListeners();
      resolve(entry);
    };
    zip.once('entry', settle);
    zip.once('end', () => settle(null));
    zip.once('error', reject);
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  );
}
