import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A database of the bench's own, and the environment that leads commands to it. */
export interface ScratchDatabase {
  engine: 'embedded' | 'postgresql';
  environment: Record<string, string>;
  drop: () => Promise<void>;
}

export async function scratchEmbedded(): Promise<ScratchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'));
  return {
    engine: 'embedded',
    environment: { ATLAS_DATA_DIR: folder, DATABASE_URL: '' },
    // its engine may still be closing down
    drop: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 }),
  };
}

/** On the server of the URL, which must let its user create databases. */
export async function scratchPostgres(serverUrl: string): Promise<ScratchDatabase> {
  const name = `atlas_bench_${process.pid}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    engine: 'postgresql',
    environment: { DATABASE_URL: url.href },
    drop: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
