import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface DownloadOptions {
  url: string;
  /** Where the whole file goes; what is there so far lies beside it as `.part`. */
  path: string;
  /** In hexadecimal, as the publisher states it. */
  checksum?: { algorithm: 'md5' | 'sha256'; value: string } | undefined;
  onProgress?: ((progress: { bytesRead: number; bytesTotal: number }) => void) | undefined;
  /** Pause before another try after a broken connection. */
  pauseMs?: number;
}

export interface Download {
  path: string;
  bytes: number;
  sha256: string;
  /** Bytes that an earlier try had left. */
  resumedFrom: number;
}

const MOST_TRIES = 5;

/**
 * Downloads a file, going on where a broken try stopped as long as the server still has the same
 * version (If-Range with its strong tag or date).
 *
 * @throws {Error} if the server refuses, the connection keeps breaking, or the checksum differs
 */
export async function downloadFile(options: DownloadOptions): Promise<Download> {
  const { path, pauseMs = 2_000 } = options;
  await mkdir(dirname(path), { recursive: true });
  let resumedFrom = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      resumedFrom = Math.max(resumedFrom, await fetchRest(options));
      break;
    } catch (error) {
      if (error instanceof Refused || attempt === MOST_TRIES) throw error;
      await sleep(pauseMs);
    }
  }
  return finish(options, resumedFrom);
}

/** The server said no: trying again would not help. */
class Refused extends Error {}

/** @returns how many bytes were there before */
async function fetchRest({ url, path, onProgress }: DownloadOptions): Promise<number> {
  const part = `${path}.part`;
  const have = await sizeOf(part);
  const version = have > 0 ? await readFile(`${part}.version`, 'utf8').catch(() => '') : '';
  const headers: Record<string, string> =
    version === '' ? {} : { Range: `bytes=${have}-`, 'If-Range': version };
  const response = await fetch(url, { headers });
  if (response.status === 416) return have; // it was complete already
  if (!response.ok || !response.body)
    throw new Refused(`${url} answered ${response.status} ${response.statusText}`);
  const isResumed = response.status === 206;
  await writeFile(`${part}.version`, versionOf(response.headers));
  const start = isResumed ? have : 0;
  const bytesTotal = start + Number(response.headers.get('content-length') ?? 0);
  let bytesRead = start;
  const body = Readable.fromWeb(response.body);
  body.on('data', (chunk: Uint8Array) =>
    onProgress?.({ bytesRead: (bytesRead += chunk.length), bytesTotal }),
  );
  const file = createWriteStream(part, { flags: isResumed ? 'a' : 'w' });
  const isClosed = new Promise<void>((resolve) => file.once('close', resolve));
  try {
    await pipeline(body, file);
  } finally {
    await isClosed; // a write may still be under way when the connection breaks
  }
  return start;
}

/** A weak tag names no bytes, so it cannot be resumed by. */
function versionOf(headers: Headers): string {
  const tag = headers.get('etag');
  return tag !== null && !tag.startsWith('W/') ? tag : (headers.get('last-modified') ?? '');
}

async function finish({ path, checksum }: DownloadOptions, resumedFrom: number): Promise<Download> {
  const part = `${path}.part`;
  const sha256 = await hashOf(part, 'sha256');
  if (checksum) {
    const found = checksum.algorithm === 'sha256' ? sha256 : await hashOf(part, checksum.algorithm);
    if (found !== checksum.value.toLowerCase()) {
      await rm(part);
      throw new Error(
        `${path}: ${checksum.algorithm} is ${found}, not ${checksum.value}; the file was removed`,
      );
    }
  }
  await rm(`${part}.version`, { force: true });
  await rename(part, path);
  return { path, bytes: await sizeOf(path), sha256, resumedFrom };
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function hashOf(path: string, algorithm: 'md5' | 'sha256'): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
