import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { connectEmbedded } from './embedded.js';
import { readEngineRecord } from './engine-record.js';

const BUILT = new URL('../../dist/database/', import.meta.url);
const ENGINE = fileURLToPath(new URL('engine.js', BUILT));
const JOIN = `
  const { connectEmbedded } = await import('${BUILT.href}embedded.js');
  const { readEngineRecord } = await import('${BUILT.href}engine-record.js');
  const database = await connectEmbedded(process.argv[1], { idleSeconds: 3 }); // the slowest of four comes within it
  console.log(String((await readEngineRecord(process.argv[1])).pid)); // a bare number is coloured under FORCE_COLOR
  await database.release();
`;

describe('connectEmbedded', () => {
  let folder: string; // the tests follow one another on one folder: making it takes 10 s

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atlas-embedded-'));
  });

  afterAll(async () => {
    await engineEnd();
    await rm(folder, { recursive: true });
  }, 30_000);

  const recordedPid = async (): Promise<number> => (await readEngineRecord(folder))!.pid;

  /** An engine serves at the address of the one before it a moment earlier than it tells of itself. */
  async function enginePid(): Promise<number> {
    for (;;) {
      const pid = await recordedPid();
      if (isAlive(pid)) return pid;
      await sleep(20);
    }
  }

  async function engineEnd(): Promise<void> {
    const pid = await recordedPid();
    while (isAlive(pid)) await sleep(50);
  }

  function isAlive(pid: number): boolean {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }

  async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query<Row>(sql);
    await client.end();
    return rows;
  }

  /** Inserts 1, 2, 3 … until the connection breaks. @returns the last number that was acknowledged */
  async function insertUntilCut(url: string, writer: number): Promise<number> {
    const client = new Client(url);
    client.on('error', () => {});
    await client.connect();
    for (let acknowledged = 0; ; acknowledged++) {
      try {
        await client.query('INSERT INTO written VALUES ($1, $2)', [writer, acknowledged + 1]);
      } catch {
        return acknowledged;
      }
    }
  }

  it('starts one engine for four processes that come at once to a new folder', async () => {
    const pids = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', JOIN, folder]);
        const [pid] = (await once(child.stdout, 'data')) as [Buffer];
        return Number(pid);
      }),
    );

    expect(new Set(pids)).toEqual(new Set([await recordedPid()]));
  }, 120_000);

  it('has PostGIS', async () => {
    const database = await connectEmbedded(folder, { idleSeconds: 1 });

    const rows = await query<{ x: number }>(
      database.url,
      // Debian 12: echo 51.5074 -0.1276 | cs2cs -f %.4f EPSG:4326 EPSG:27700 → 530042.6260 180380.4493
      `SELECT ST_X(ST_Transform(ST_SetSRID(ST_Point(-0.1276, 51.5074), 4326), 27700)) AS x`,
    );

    expect(rows[0]!.x).toBeCloseTo(530042.626, 3);
    await database.release();
  }, 30_000);

  it('lets the engine end when nobody uses it, and finds everything again', async () => {
    const before = await connectEmbedded(folder, { idleSeconds: 1 });
    await query(before.url, 'CREATE TABLE written (writer int, n int)');
    const firstPid = await enginePid();
    await before.release();
    await engineEnd();

    const after = await connectEmbedded(folder, { idleSeconds: 1 });

    expect(await enginePid()).not.toBe(firstPid);
    expect(await query(after.url, 'SELECT * FROM written')).toEqual([]);
    await after.release();
  }, 60_000);

  it('has all that was acknowledged before kill -9, and comes back by itself at the same URL', async () => {
    const database = await connectEmbedded(folder, { idleSeconds: 1 });
    const { url } = database;

    for (let round = 1; round <= 3; round++) {
      await query(url, 'TRUNCATE written');
      const writers = [1, 2].map((writer) => insertUntilCut(url, writer));
      await sleep(300 + 100 * round);
      process.kill(await enginePid(), 'SIGKILL');
      const acknowledged = await Promise.all(writers);
      while (!(await query(url, 'SELECT 1').catch(() => undefined))) await sleep(100);

      const kept = await query<{ last: number; rows: number }>(
        url,
        `SELECT max(n) AS last, count(*)::int AS rows FROM written GROUP BY writer ORDER BY writer`,
      );
      kept.forEach(({ last, rows }, writer) => {
        expect(rows).toBe(last);
        expect(last - acknowledged[writer]!).toBeGreaterThanOrEqual(0);
        expect(last - acknowledged[writer]!).toBeLessThanOrEqual(1); // kept, but not yet acknowledged
      });
      expect(kept).toHaveLength(2);
    }

    expect(database.url).toBe(url);
    await database.release();
  }, 90_000);

  it('refuses a second opener of the folder', async () => {
    const database = await connectEmbedded(folder, { idleSeconds: 1 });

    const second = spawnSync(process.execPath, [ENGINE, folder], { encoding: 'utf8' });

    expect(second).toMatchObject({ status: 75, stderr: `${folder} is open in another engine\n` });
    await database.release();
  }, 30_000);

  it('closes the database on SIGTERM in the middle of a transaction', async () => {
    const database = await connectEmbedded(folder, { idleSeconds: 1 });
    const client = new Client(database.url);
    client.on('error', () => {});
    await client.connect();
    await client.query('TRUNCATE written');
    await client.query('BEGIN');
    await client.query('INSERT INTO written VALUES (1, 1)');
    await database.release();

    process.kill(await enginePid(), 'SIGTERM');
    await engineEnd();

    const again = await connectEmbedded(folder, { idleSeconds: 1 });
    expect(await query(again.url, 'SELECT * FROM written')).toEqual([]);
    const log = await readFile(join(folder, 'engine.log'), 'utf8');
    expect(log).not.toMatch(/PANIC|unhandled/i);
    await again.release();
  }, 60_000);

  it('tells why the engine cannot start', async () => {
    const damaged = join(folder, 'damaged');
    await mkdir(join(damaged, 'postgres'), { recursive: true });
    await writeFile(join(damaged, 'postgres', 'PG_VERSION'), '12\n');

    await expect(connectEmbedded(damaged)).rejects.toThrow(/cannot be opened: exit status 1\n.+/s);
  }, 30_000);
});
