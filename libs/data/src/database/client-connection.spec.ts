import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { connectEmbedded, type EmbeddedDatabase } from './embedded.js';
import { int32 } from './frames.js';

describe('clients of the embedded database', () => {
  let folder: string;
  let database: EmbeddedDatabase;
  let one: Client;
  let other: Client;

  async function newClient(): Promise<Client> {
    const client = new Client(database.url);
    client.on('error', () => {}); // some are cut off on purpose
    await client.connect();
    return client;
  }

  const countOf = async (client: Client): Promise<number> =>
    Number((await client.query<{ n: string }>('SELECT count(*) AS n FROM place')).rows[0]!.n);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atlas-clients-'));
    database = await connectEmbedded(folder, { idleSeconds: 1 });
    one = await newClient();
    other = await newClient();
    await one.query('CREATE TABLE place (name text)');
  }, 90_000);

  beforeEach(() => one.query('TRUNCATE place'));

  afterAll(async () => {
    await Promise.all([one.end(), other.end(), database.release()]);
    await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 200 });
  });

  it('see a transaction only when it is committed: they wait until then', async () => {
    await one.query('BEGIN');
    await one.query(`INSERT INTO place VALUES ('Bakery')`);
    const seen = countOf(other);
    await one.query(`INSERT INTO place VALUES ('Café')`);
    await one.query('COMMIT');

    expect(await seen).toBe(2);
  });

  it('go on, and find nothing, when another has died in its transaction', async () => {
    const dying = await newClient();
    await dying.query('BEGIN');
    await dying.query(`INSERT INTO place VALUES ('Ghost')`);
    const seen = countOf(other);
    dying.connection.stream.destroy();

    expect(await seen).toBe(0);
  });

  it('go on when another has died before the answer to its BEGIN', async () => {
    const dying = await newClient();
    dying.query('BEGIN').catch(() => {});
    dying.query(`INSERT INTO place VALUES ('Ghost')`).catch(() => {});
    setImmediate(() => dying.connection.stream.destroy());

    expect(await countOf(other)).toBe(0);
  });

  it('do not get into each other’s parameterised queries', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        (i % 2 ? one : other).query<{ n: number }>(`SELECT $1::int + ${i % 7} AS n`, [i]),
      ),
    );

    expect(answers.map(({ rows }) => rows[0]!.n)).toEqual(
      Array.from({ length: 200 }, (_, i) => i + (i % 7)),
    );
  });

  it('get each error for the query that made it', async () => {
    const outcomes = await Promise.allSettled([
      one.query('SELECT 1 / $1::int', [0]),
      one.query('SELECT $1::int AS n', [1]),
      other.query('SELEKT'),
      one.query('SELECT $1::int AS n', [2]),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect((outcomes[3] as PromiseFulfilledResult<{ rows: unknown }>).value.rows).toEqual([
      { n: 2 },
    ]);
  });

  it('do not inherit settings, temporary tables, cursors or locks', async () => {
    await one.query(`SET search_path = pg_catalog`);
    await other.query(`SELECT 1`);
    await one.query(`CREATE TEMPORARY TABLE own (n int)`);
    await one.query(`SELECT pg_advisory_lock(7)`);

    const { rows } = await other.query(
      `SELECT current_setting('search_path') AS path, to_regclass('pg_temp.own') AS own,
        (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks`,
    );

    expect(rows).toEqual([{ path: 'public', own: null, locks: 0 }]);
  });

  it('are told that COPY FROM STDIN does not work, and can go on', async () => {
    await expect(one.query('COPY place FROM STDIN')).rejects.toThrow('takes no COPY FROM STDIN');
    await expect(one.query({ text: 'COPY place FROM STDIN', values: [] })).rejects.toThrow();

    expect(await countOf(one)).toBe(0);
  });

  it('survive an endless recursion', async () => {
    await one.query(
      `CREATE FUNCTION endless(n int) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN endless(n + 1); END'`,
    );

    await expect(one.query('SELECT endless(1)')).rejects.toThrow('stack depth');
    expect(await countOf(one)).toBe(0);
  });

  it('are refused with a wrong password', async () => {
    const stranger = new Client(database.url.replace(/:[0-9a-f]+@/, ':guess@'));

    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
  });

  it.each([
    ['a request for TLS', int32(80877103), 'N'],
    ['a request for GSSAPI', int32(80877104), 'N'],
    ['a request to cancel', Buffer.concat([int32(80877102), int32(1), int32(2)]), ''],
    ['protocol 2', int32(2 << 16), 'unsupported protocol 2.0'],
    ['something that is not PostgreSQL', Buffer.from('GET / HTTP/1.1'), 'unsupported protocol'],
  ])('are not disturbed by %s', async (_, body, answer) => {
    const socket = connect(Number(new URL(database.url).port), '127.0.0.1');
    socket.write(Buffer.concat([int32(body.length + 4), body]));
    const bytes: Buffer[] = [];
    socket.on('data', (chunk) => bytes.push(chunk));
    setTimeout(() => socket.end(), 200);
    await new Promise((resolve) => socket.once('close', resolve));

    expect(Buffer.concat(bytes).toString('latin1')).toContain(answer);
    expect(await countOf(other)).toBe(0);
  });
});
