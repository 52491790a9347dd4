import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { EngineProcess } from './engine-process.js';
import { readEngineRecord } from './engine-record.js';

export interface EmbeddedOptions {
  /** How long the engine stays when its last client has left; decided by who starts it. */
  idleSeconds?: number;
  /** How long to wait for an engine that is being made, recovers, or is busy. */
  patienceSeconds?: number;
}

export interface EmbeddedDatabase {
  /** Stays the same when the engine is started anew, unless its port was taken meanwhile. */
  readonly url: string;
  /** Gives the engine up; it ends by itself when nobody else uses it. */
  release: () => Promise<void>;
}

/** @types/pg does not know that a client can be left out of what keeps the process alive. */
type LeaseClient = Client & { ref(): void; unref(): void };

interface Lease {
  url: string;
  client: LeaseClient;
}

const PROBE_MS = 2000;
const RETRY_MS = 100;
const RESTART_MS = 1000;
const RENEWAL_MS = 1000;

/**
 * Joins the engine that serves the folder's database, or starts it.
 *
 * Keeps one connection until `release`: the engine stays while its user is idle, and is started
 * again when it dies. That connection does not keep the process from ending.
 *
 * @throws {Error} with the end of the engine's log, if it cannot be started
 */
export async function connectEmbedded(
  folder: string,
  { idleSeconds = 5, patienceSeconds = 60 }: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const absolute = resolve(folder);
  await mkdir(absolute, { recursive: true });
  let isReleased = false;
  let lease = await obtain();

  async function obtain(): Promise<Lease> {
    const obtained =
      (await joinEngine(absolute)) ?? (await startOrWait(absolute, idleSeconds, patienceSeconds));
    obtained.client.once('end', () => void renew());
    return obtained;
  }

  async function renew(): Promise<void> {
    while (!isReleased) {
      try {
        lease = await obtain();
        if (isReleased) await lease.client.end();
        return;
      } catch {
        await sleep(RENEWAL_MS, undefined, { ref: false }); // the user's own queries tell of it meanwhile
      }
    }
  }

  return {
    get url() {
      return lease.url;
    },
    async release() {
      isReleased = true;
      lease.client.ref(); // or the process could end before its caller goes on
      await lease.client.end();
    },
  };
}

/** Whether a folder is free, only its lock decides: a busy engine must not be taken for a dead one. */
async function startOrWait(
  folder: string,
  idleSeconds: number,
  patienceSeconds: number,
): Promise<Lease> {
  const deadline = Date.now() + patienceSeconds * 1000;
  let engine = await EngineProcess.start(folder, idleSeconds);
  let startedAt = Date.now();
  while (Date.now() < deadline) {
    await sleep(RETRY_MS);
    const lease = await joinEngine(folder);
    if (lease) return lease;
    if (engine.hasFailed) {
      throw new Error(`the database in ${folder} cannot be opened: ${await engine.failure()}`);
    }
    if (engine.isOver && Date.now() - startedAt > RESTART_MS) {
      engine = await EngineProcess.start(folder, idleSeconds);
      startedAt = Date.now();
    }
  }
  throw new Error(
    `the database in ${folder} did not answer within ${patienceSeconds} s: see ${folder}/engine.log`,
  );
}

async function joinEngine(folder: string): Promise<Lease | undefined> {
  const record = await readEngineRecord(folder);
  if (!record) return undefined;
  const client = new Client({
    connectionString: record.url,
    connectionTimeoutMillis: PROBE_MS,
  }) as LeaseClient;
  client.on('error', () => {}); // 'end' follows
  try {
    await client.connect();
  } catch {
    return undefined; // gone, or busy: the lock knows
  }
  client.unref();
  return { url: record.url, client };
}
