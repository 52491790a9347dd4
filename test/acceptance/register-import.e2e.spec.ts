import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { ATLAS, atlas, atlasEnvironment, type Engine } from '../support/atlas.js';
import { PostgresCluster } from '../support/postgres-cluster.js';
import { sharedData, SOUTH_YORKSHIRE } from '../support/shared-data.js';

const MINUTES = 60_000;
const SAMPLE = sharedData(
  'companies-house-sample-55col/BasicCompanyDataAsOneFile-2020-05-01_sample.csv',
);
const RAW_2015 = sharedData('companies-house-sample-55col/raw-rows-2015-unescaped-quote.csv');

interface ImportReport {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  older: number;
  rejected: number;
  rejects: unknown[];
  unlocated: number;
  error?: string;
}

let cluster: PostgresCluster;
let folder: string;
let engines: Record<'embedded' | 'postgresql', Engine>;

beforeAll(async () => {
  cluster = await PostgresCluster.start();
  folder = mkdtempSync(join(tmpdir(), 'atlas-register-'));
  engines = {
    embedded: { ATLAS_DATA_DIR: join(folder, 'embedded') },
    postgresql: { DATABASE_URL: cluster.createDatabase('register') },
  };
}, MINUTES);

afterAll(() => {
  cluster.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 100 });
});

describe.each(['embedded', 'postgresql'] as const)('the register on %s', (name) => {
  const load = (...words: string[]) =>
    atlas<ImportReport>(engines[name], 'import', 'companies-house', ...words);

  it(
    'loads the sample of the whole register of May 2020 without a reject',
    async () => {
      const { result, exitCode } = await load(SAMPLE);

      expect(exitCode).toBe(0);
      expect(result).toMatchObject({ rows: 4537, imported: 4537, rejected: 0, rejects: [] });
      const [row] = await query<{ none: number; ended: number }>(
        engines[name],
        `SELECT count(*) FILTER (WHERE postcode IS NULL)::integer AS none,
                count(ended_on)::integer AS ended
         FROM business JOIN business_location ON business_id = business.id`,
      );
      expect(row).toEqual({ none: 55, ended: 0 }); // 55 without a postcode; dissolution dates are NA
    },
    2 * MINUTES,
  );

  it(
    'loads the rows of 2015 with their unescaped quotation mark',
    async () => {
      const { result } = await load(RAW_2015, '--as-of', '2015-04-01');

      expect(result).toMatchObject({ rows: 16, rejected: 0 });
      const rows = await query(
        engines[name],
        `SELECT postcode FROM business_location WHERE postcode LIKE '%"%'`,
      );
      expect(rows).toEqual([{ postcode: 'SS!"AS' }]);
    },
    MINUTES,
  );

  it(
    'keeps the good rows of a truncated file and fails',
    async () => {
      const whole = readFileSync(SOUTH_YORKSHIRE);
      const cut = join(folder, `${name}-2024-11-01.csv.gz`);
      writeFileSync(cut, whole.subarray(0, whole.length / 40));

      const { result, exitCode } = await load(cut);

      expect(exitCode).toBe(1);
      expect(result.error).toMatch(/is damaged or cut off: unexpected end of file$/);
      const [row] = await query<{ count: number }>(
        engines[name],
        `SELECT count(*)::integer AS count FROM source_record WHERE last_seen_on = '2024-11-01'`,
      );
      expect(row!.count).toBeGreaterThan(1500);
    },
    MINUTES,
  );

  it(
    'is complete after kill -9 in the middle and another run',
    async () => {
      const before = await count(engines[name]);
      const { pid, ended } = start(engines[name], SOUTH_YORKSHIRE);
      while ((await count(engines[name])) < before + 20_000) await sleep(50);
      process.kill(pid, 'SIGKILL');
      if (name === 'embedded') process.kill(enginePid(engines[name]), 'SIGKILL');
      await ended;
      if (name === 'embedded') await sleep(1000); // its lock ends with it

      const { result } = await load(SOUTH_YORKSHIRE);

      const numbers = gunzipSync(readFileSync(SOUTH_YORKSHIRE)).toString().split('\n').length - 2;
      expect(numbers).toBe(75_740);
      expect(result).toMatchObject({ rows: 75_740, rejected: 0, older: 0 });
      expect(result.imported + result.updated + result.unchanged).toBe(75_740);
      expect(result.updated).toBeLessThanOrEqual(27); // they are in the sample of 2020 too
      expect(result.imported).toBeGreaterThan(1000);
      expect(result.unchanged).toBeGreaterThan(20_000);
      expect(await query(engines[name], HALF_WRITTEN)).toEqual([
        { records: 75_740, businesses: 75_740, locations: 75_740, unlocated: 0, unclassified: 578 },
      ]);
    },
    4 * MINUTES,
  );
});

/** 578 companies have `None Supplied` as their only sector (counted with zgrep on the file). */
const HALF_WRITTEN = `
  SELECT count(*)::integer AS records, count(DISTINCT business.id)::integer AS businesses,
         sum((SELECT count(*) FROM business_location WHERE business_id = business.id AND valid_to IS NULL))::integer AS locations,
         count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM business_location WHERE business_id = business.id))::integer AS unlocated,
         count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM business_sector WHERE business_id = business.id))::integer AS unclassified
  FROM source_record AS record LEFT JOIN business ON business.id = business_id
  WHERE last_seen_on = '2024-11-01'`;

function start(engine: Engine, file: string): { pid: number; ended: Promise<unknown> } {
  const child = spawn(process.execPath, [ATLAS, 'import', 'companies-house', file], {
    env: atlasEnvironment(engine),
    stdio: 'ignore',
  });
  return { pid: child.pid!, ended: once(child, 'exit') };
}

async function count(engine: Engine): Promise<number> {
  const rows = await query<{ count: number }>(
    engine,
    `SELECT count(*)::integer AS count FROM source_record`,
  ).catch(() => []); // while the embedded engine starts
  return rows[0]?.count ?? 0;
}

function engineRecord(engine: Engine): { url: string; pid: number } {
  if ('DATABASE_URL' in engine) return { url: engine.DATABASE_URL, pid: 0 };
  const record = readFileSync(join(engine.ATLAS_DATA_DIR, 'engine.json'), 'utf8');
  return JSON.parse(record) as { url: string; pid: number };
}

const enginePid = (engine: Engine) => engineRecord(engine).pid;

/** On the embedded engine: of the one that the last command has left running for five seconds. */
async function query<Row extends object>(engine: Engine, sql: string): Promise<Row[]> {
  const client = new Client(engineRecord(engine).url);
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}
