import type { PGlite } from '@electric-sql/pglite';
import { setTimeout as sleep } from 'node:timers/promises';
import { frame, type UnitEnd } from './frames.js';
import { SharedSession, type Borrower, type Unit } from './shared-session.js';

/** A PGlite that runs nothing, writes down what it was asked, and knows BEGIN from COMMIT. */
function fakeDatabase() {
  const asked: string[] = [];
  let status = 'I';
  const database = {
    execProtocolRawStream(bytes: Buffer, { onRawData }: { onRawData: (data: Buffer) => void }) {
      const text = bytes.toString('latin1', 5).replace('\0', '') || bytes.toString('latin1', 0, 1);
      asked.push(text);
      if (text === 'BEGIN') status = 'T';
      if (text === 'COMMIT' || text === 'ROLLBACK') status = 'I';
      if (text !== 'TRAP') onRawData(frame('Z', Buffer.from(status)));
      return Promise.resolve();
    },
  };
  return { asked, database: database as unknown as PGlite };
}

class FakeClient implements Borrower {
  readonly units: Unit[] = [];
  readonly answers: string[] = [];
  isGone = false;
  dismissal: string | undefined;

  constructor(private readonly session: SharedSession) {}

  ask(sql: string, end: UnitEnd = 'query'): void {
    this.units.push({ bytes: frame('Q', sql), end });
    this.session.wake(this);
  }

  leave(): void {
    this.isGone = true;
    this.session.wake(this);
  }

  answer(bytes: Buffer): void {
    this.answers.push(bytes.toString('latin1'));
  }

  dismiss(code: string): void {
    this.dismissal = code;
    this.leave();
  }
}

describe('SharedSession', () => {
  const errors: unknown[] = [];
  let asked: string[];
  let one: FakeClient;
  let other: FakeClient;

  beforeEach(() => {
    const fake = fakeDatabase();
    const options = { idleInTransactionMs: 100, checkpointBytes: 1 };
    const session = new SharedSession(fake.database, options, (error) => errors.push(error));
    asked = fake.asked;
    one = new FakeClient(session);
    other = new FakeClient(session);
  });

  it('runs a transaction to its end before another client has its turn, reset', async () => {
    one.ask('BEGIN');
    other.ask('SELECT 2');
    await sleep(20);
    one.ask('SELECT 1');
    one.ask('COMMIT');
    await sleep(20);

    expect(asked).toEqual([
      'DISCARD ALL',
      'BEGIN',
      'SELECT 1',
      'COMMIT',
      'DISCARD ALL',
      'SELECT 2',
    ]);
  });

  it('takes turns between clients that ask much', async () => {
    for (const sql of ['a', 'b']) one.ask(sql);
    for (const sql of ['c', 'd']) other.ask(sql);
    await sleep(20);

    expect(asked.filter((sql) => sql !== 'DISCARD ALL')).toEqual(['a', 'c', 'b', 'd']);
  });

  it('keeps the session for a client between its Flush and its Sync', async () => {
    one.ask('described', 'flush');
    other.ask('SELECT 2');
    await sleep(20);
    one.ask('synced', 'sync');
    await sleep(20);

    expect(asked.filter((sql) => sql !== 'DISCARD ALL')).toEqual([
      'described',
      'synced',
      'SELECT 2',
    ]);
    expect(one.answers).toEqual(['', frame('Z', Buffer.from('I')).toString('latin1')]);
  });

  it('rolls back what a lost client left open, and forgets what it still wanted', async () => {
    one.ask('BEGIN');
    await sleep(20);
    one.units.push({ bytes: frame('Q', 'COMMIT'), end: 'query' });
    one.leave();
    other.ask('SELECT 2');
    await sleep(20);

    expect(asked).toEqual(['DISCARD ALL', 'BEGIN', 'S', 'ROLLBACK', 'DISCARD ALL', 'SELECT 2']);
  });

  it('dismisses a client that is silent in its transaction, even while others ask', async () => {
    one.ask('BEGIN');
    await sleep(60);
    other.ask('SELECT 2');
    await sleep(60);

    expect(one.dismissal).toBe('25P03');
    expect(asked.slice(-3)).toEqual(['ROLLBACK', 'DISCARD ALL', 'SELECT 2']);
  });

  it('serves nobody any more when PGlite has lost its session', async () => {
    one.ask('TRAP');
    other.ask('SELECT 2');
    await sleep(20);

    expect(errors).toHaveLength(1);
    expect(asked).toEqual(['DISCARD ALL', 'TRAP']);
  });
});
