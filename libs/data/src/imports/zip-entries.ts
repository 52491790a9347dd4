import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { damaged, inflate } from './inflate.js';

export interface ZipText {
  name: string;
  bytes: AsyncIterable<Buffer>;
}

const DEFLATED = 8;

/**
 * The .csv, .tsv and .txt entries of a zip.
 *
 * @throws {Error} if it has none, or if the zip is damaged or ends early, after all that could be read
 */
export async function* zipEntries(path: string): AsyncGenerator<ZipText> {
  let zip: ZipFile;
  try {
    zip = await openIndex(path);
  } catch (error) {
    yield* salvagedEntries(path);
    throw damaged(basename(path), error as Error);
  }
  const others: string[] = [];
  let isTable = false;
  try {
    for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
      if (!isText(entry.fileName)) {
        others.push(entry.fileName);
        continue;
      }
      isTable = true;
      yield { name: basename(entry.fileName), bytes: checkedBytes(zip, entry, path) };
    }
  } finally {
    zip.close();
  }
  if (!isTable) throw noTable(basename(path), others);
}

const MOST_NAMED = 5;

function noTable(name: string, entries: readonly string[]): Error {
  if (entries.includes('xl/workbook.xml')) {
    return new Error(`${name} is a spreadsheet: save the sheet as CSV, and import that`);
  }
  const named = entries.slice(0, MOST_NAMED).join(', ');
  const more = entries.length - MOST_NAMED;
  return new Error(
    `${name} holds no .csv, .tsv or .txt, but ${named || 'nothing'}${more > 0 ? ` and ${more} more` : ''}`,
  );
}

function isText(name: string): boolean {
  return /\.(csv|txt|tsv)$/i.test(name) && !name.startsWith('__MACOSX/');
}

async function* checkedBytes(zip: ZipFile, entry: Entry, path: string): AsyncGenerator<Buffer> {
  const raw = await openRaw(zip, entry);
  const bytes: AsyncIterable<Buffer> =
    entry.compressionMethod === DEFLATED ? inflate(raw, newInflater(), basename(path)) : raw;
  let checksum = 0;
  for await (const piece of bytes) {
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.crc32)
    throw damaged(basename(path), new Error(`wrong checksum of ${entry.fileName}`));
}

function newInflater(): InflateRaw {
  return createInflateRaw({ chunkSize: 1 << 16 });
}

function openIndex(path: string): Promise<ZipFile> {
  return new Promise<ZipFile>((resolve, reject) =>
    openZip(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
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

function openRaw(zip: ZipFile, entry: Entry): Promise<Readable> {
  const options = entry.compressionMethod === DEFLATED ? { decompress: false as const } : {};
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, options as object, (error: Error | null, stream: Readable) =>
      error ? reject(error) : resolve(stream),
    ),
  );
}

const ENTRY_SIGNATURE = 0x04034b50;
/** Fixed part of an entry's header: PKWARE APPNOTE 6.3.10, section 4.3.7. */
const HEADER_LENGTH = 30;
/** Longest data descriptor between an entry's data and the next header, section 4.3.9. */
const LONGEST_DESCRIPTOR = 24;

/** Reads the deflated entries from the front of a zip whose index, at its end, is gone. */
async function* salvagedEntries(path: string): AsyncGenerator<ZipText> {
  const file = await open(path);
  try {
    let at: number | null = 0;
    while (at !== null) {
      const header = await readHeader(file, at);
      if (!header || header.method !== DEFLATED) return;
      const start = at + header.length;
      const inflater = newInflater();
      const bytes = inflate(createReadStream(path, { start }), inflater, basename(path));
      if (isText(header.name)) yield { name: basename(header.name), bytes };
      for await (const _rest of bytes); // an entry that nobody wanted is passed over
      at = await findHeader(file, start + inflater.bytesWritten);
    }
  } finally {
    await file.close();
  }
}

async function readHeader(
  file: FileHandle,
  at: number,
): Promise<{ name: string; method: number; length: number } | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_LENGTH), 0, HEADER_LENGTH, at);
  if (bytesRead < HEADER_LENGTH || buffer.readUInt32LE() !== ENTRY_SIGNATURE) return null;
  const nameLength = buffer.readUInt16LE(26);
  const name = await file.read(Buffer.alloc(nameLength), 0, nameLength, at + HEADER_LENGTH);
  return {
    name: name.buffer.toString(),
    method: buffer.readUInt16LE(8),
    length: HEADER_LENGTH + nameLength + buffer.readUInt16LE(28),
  };
}

async function findHeader(file: FileHandle, after: number): Promise<number | null> {
  const length = LONGEST_DESCRIPTOR + 4;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, after);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(ENTRY_SIGNATURE);
  const found = buffer.subarray(0, bytesRead).indexOf(signature);
  return found < 0 ? null : after + found;
}
