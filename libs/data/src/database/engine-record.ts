import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What an engine tells of itself in its folder. It stays there after the engine, for the next one to keep the address. */
export interface EngineRecord {
  pid: number;
  /** With a password, since anybody on the machine can reach a loopback port. */
  url: string;
  startedAt: string;
}

/** The exit status of an engine whose folder is taken. */
export const FOLDER_TAKEN = 75;

export function newPassword(): string {
  return randomBytes(24).toString('hex');
}

export function engineUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

export async function readEngineRecord(folder: string): Promise<EngineRecord | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'engine.json'), 'utf8')) as EngineRecord;
  } catch {
    return undefined; // none yet, or not ours: the engine writes a new one
  }
}

export async function writeEngineRecord(folder: string, record: EngineRecord): Promise<void> {
  const path = join(folder, 'engine.json');
  await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
