import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { connectEmbedded } from './database/embedded.js';
import { readEngineRecord } from './database/engine-record.js';
import { TestFiles } from './imports/test-files.js';
import { installTaxonomy } from './sectors/install-taxonomy.js';

export type TestEngine = 'embedded' | 'postgresql';

const SERVER = process.env['ATLAS_TEST_DATABASE_URL'];

/** The embedded engine, and a PostgreSQL server where ATLAS_TEST_DATABASE_URL names one. */
export const TEST_ENGINES: readonly TestEngine[] = SERVER
  ? ['embedded', 'postgresql']
  : ['embedded'];

export interface TestDatabase {
  database: DataSource;
  /** Back to the built-in sectors and nothing else. */
  clear: () => Promise<void>;
  drop: () => Promise<void>;
}

/** A new database with the schema and the built-in sectors. Making one may take 20 s. */
export async function createTestDatabase(engine: TestEngine): Promise<TestDatabase> {
  const { url, drop } = engine === 'embedded' ? await embedded() : await onServer();
  const database = await createDataSource(url).initialize();
  await database.runMigrations();
  await installTaxonomy(database);
  return {
    database,
    async clear() {
      await database.query(
        `TRUNCATE employment, employment_edition, cluster_version, cluster, analysis_run, job, change, postcode, area, hub, business_sector, sector_group, sector,
           sector_scheme, business_location, source_record, business, source RESTART IDENTITY`,
      );
      await installTaxonomy(database);
    },
    async drop() {
      await database.destroy();
      await drop();
    },
  };
}

/** For the tests of a `describe`: one database, cleared before each, and a folder of files. */
export function useTestDatabase(engine: TestEngine): { test: TestDatabase; files: TestFiles } {
  const test = {} as TestDatabase;
  const files = new TestFiles();

  beforeAll(async () => {
    Object.assign(test, await createTestDatabase(engine));
  }, 120_000);

  beforeEach(() => test.clear());

  afterAll(async () => {
    files.remove();
    await test.drop();
  });

  return { test, files };
}

interface NewDatabase {
  url: string;
  drop: () => Promise<void>;
}

async function embedded(): Promise<NewDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-test-'));
  await cp(join(await emptyEngine(), 'postgres'), join(folder, 'postgres'), { recursive: true });
  const { url, release } = await connectEmbedded(folder, { idleSeconds: 1 });
  return {
    url,
    async drop() {
      await release();
      await engineEnd(folder);
      await rm(folder, { recursive: true });
    },
  };
}

/** Making an embedded database takes 10 s, copying one that is still empty a second. */
async function emptyEngine(): Promise<string> {
  const path = new URL('../package.json', import.meta.url);
  const { dependencies } = JSON.parse(await readFile(path, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const version = dependencies['@electric-sql/pglite'];
  const template = join(tmpdir(), `atlas-test-engine-${version}`);
  const isThere = await stat(template).then(
    () => true,
    () => false,
  );
  if (isThere) return template;
  const folder = await mkdtemp(`${template}-`);
  const { release } = await connectEmbedded(folder, { idleSeconds: 1 });
  await release();
  await engineEnd(folder);
  await rename(folder, template).catch(() => undefined); // another test was first
  return template;
}

async function engineEnd(folder: string): Promise<void> {
  const { pid } = (await readEngineRecord(folder))!;
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}

async function onServer(): Promise<NewDatabase> {
  const name = `atlas_test_${process.pid}_${Date.now()}`;
  const url = new URL(SERVER!);
  url.pathname = `/${name}`;
  await onMaintenance(`CREATE DATABASE ${name}`);
  return { url: url.href, drop: () => onMaintenance(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onMaintenance(statement: string): Promise<void> {
  const url = new URL(SERVER!);
  url.pathname = '/postgres';
  const client = new Client(url.href);
  await client.connect();
  await client.query(statement);
  await client.end();
}
