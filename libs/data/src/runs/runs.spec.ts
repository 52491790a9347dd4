import { ClusterQuery } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { importBusinesses } from '../imports/import-businesses.js';
import { TestFiles } from '../imports/test-files.js';
import { loadPoints } from '../points/load-points.js';
import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';
import { keepRun } from './keep-run.js';
import { forgetRun, readKeptCluster } from './kept-cluster.js';
import { exportKeptMembers, listKeptMemberPage, readKeptMembers } from './kept-members.js';
import { defineRun } from './run-definition.js';
import {
  cancelRun,
  failRun,
  finishRun,
  listKeptRuns,
  readProgress,
  readRun,
  reportProgress,
  startRun,
} from './run-records.js';

const HEADER = 'CompanyName,SICCode.SicText_1,IncorporationDate,DissolutionDate,Easting,Northing';

/** Ten metres apart at an easting, of one year and until another. */
function street(easting: number, { from, until = '' }: { from: number; until?: number | '' }) {
  return Array.from({ length: 6 }, (_, i) => {
    const end = until === '' ? '' : `01/07/${until}`;
    return `Firm ${easting} ${i},62012 - Software,01/07/${from},${end},${easting},${400_000 + 10 * i}`;
  });
}

/** Four in a row, the last 200 m from the others, and the same 10 km to the east. */
const WORKSHOPS = [370_000, 380_000].flatMap((west) =>
  [0, 100, 200, 400].map(
    (east) => `Workshop ${west + east},71121 - Design,01/01/2009,,${west + east},420000`,
  ),
);
const LEAST = { minClusterSize: '3', minSamples: '1' };

const definitionAt = (date: string, more: Record<string, string> = {}) =>
  defineRun(ClusterQuery.parse({ eps: '50', minPoints: '3', date, ...more }));

describe.each(TEST_ENGINES)('runs on %s', (engine) => {
  let test: TestDatabase;
  let store: PointStore;
  const workers = new AnalysisWorkers(1);

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    const files = new TestFiles();
    const rows = [
      ...street(380_000, { from: 2010 }),
      ...street(385_000, { from: 2020 }),
      ...street(390_000, { from: 2012, until: 2021 }),
      ...WORKSHOPS,
    ];
    await importBusinesses(
      test.database,
      files.input('firms-2018-01-01.csv', [HEADER, ...rows].join('\n')),
    );
    files.remove();
    store = await loadPoints(test.database);
  }, 120_000);

  afterAll(async () => {
    await workers.close();
    await test.drop();
  });

  const keep = (date: string, more: Record<string, string> = {}) =>
    keepRun({ database: test.database, store, workers }, definitionAt(date, more), {
      name: `As of ${date}`,
      actor: 'test',
    });

  /** Ids of the clusters from west to east. */
  const idsOf = ({ run }: Awaited<ReturnType<typeof keep>>) =>
    [...run.clusters].sort((a, b) => a.centre[0] - b.centre[0]).map(({ id }) => id);

  it('gives a cluster the same id in the next kept run, and a new one to a new cluster', async () => {
    const earlier = await keep('2019-12-31');
    const later = await keep('2022-12-31');

    const [west, east] = idsOf(earlier);
    expect(idsOf(earlier)).toHaveLength(2);
    expect(idsOf(later)).toEqual([west, expect.not.stringMatching(`^(${west}|${east})$`)]);
    expect((await readKeptCluster(test.database, west!)).versions).toMatchObject([
      { run: earlier.id, date: '2019-12-31', size: 6 },
      { run: later.id, date: '2022-12-31', size: 6 },
    ]);
    expect((await readKeptCluster(test.database, east!)).versions).toHaveLength(1);
  });

  /** As if a run had not found a cluster. */
  const lose = (run: string, cluster: string) =>
    test.database.query(
      `DELETE FROM cluster_version
       WHERE run_id = (SELECT id FROM analysis_run WHERE public_id = $1)
         AND cluster_id = (SELECT id FROM cluster WHERE public_id = $2)`,
      [run, cluster],
    );

  it('gives a cluster that is missing in two kept runs its old id again, and in three a new one', async () => {
    const own = { eps: '55' };
    const [west, east] = idsOf(await keep('2019-12-31', own));
    for (const date of ['2020-03-31', '2020-04-30']) await lose((await keep(date, own)).id, west!);
    const back = await keep('2020-05-31', own);

    expect(idsOf(back)).toEqual([west, east]);
    await forgetRun(test.database, back.id, 'test');
    await lose((await keep('2020-06-15', own)).id, west!);
    expect(idsOf(await keep('2020-06-30', own))).toEqual([
      expect.not.stringMatching(`^(${west}|${east})$`),
      east,
    ]);
  });

  it('gives no id to two clusters of a run', async () => {
    const own = { eps: '65' };
    const [west, east] = idsOf(await keep('2019-12-31', own));
    const next = await keep('2020-03-31', own);
    await lose(next.id, west!);
    await test.database.query(
      `UPDATE cluster_version SET cluster_id = (SELECT id FROM cluster WHERE public_id = $2)
       WHERE run_id = (SELECT id FROM analysis_run WHERE public_id = $1)`,
      [next.id, west],
    );

    // the eastern one goes on from the run before, and the western one would come back from the first
    const ids = idsOf(await keep('2020-05-31', own));
    expect(ids).toEqual([expect.not.stringMatching(`^(${west}|${east})$`), west]);
  });

  it('follows no cluster from one definition to another', async () => {
    const one = await keep('2019-12-31');
    const other = await keep('2019-12-31', { eps: '60' });

    expect(idsOf(other).filter((id) => idsOf(one).includes(id))).toEqual([]);
  });

  it('answers a kept run as it was found, lists it, and forgets it when told to', async () => {
    const { id, run } = await keep('2016-12-31');

    expect((await readRun(test.database, id)).result).toEqual(run);
    const { runs } = await listKeptRuns(test.database);
    expect(runs.find((each) => each.id === id)).toMatchObject({
      name: 'As of 2016-12-31',
      date: '2016-12-31',
      clusters: 2,
    });
    await forgetRun(test.database, id, 'test');
    await expect(readRun(test.database, id)).rejects.toThrow('There is no analysis');
    await expect(forgetRun(test.database, id, 'test')).rejects.toThrow('There is no analysis');
  });

  it('tells who was in a cluster, and how, as they are now', async () => {
    const { id, run } = await keep('2015-06-30', { sectors: '71', method: 'hdbscan', ...LEAST });
    const { slug } = run.clusters[0]!; // of two as large, the western one
    const { database } = test;
    await database.query(`DELETE FROM business WHERE name = 'Workshop 370000'`);
    await database.query(
      `UPDATE business SET ended_on = '2016-01-01' WHERE name = 'Workshop 370200'`,
    );

    const members = await readKeptMembers(database, { run: id, slug });
    const list = (page: { limit: number; cursor?: number; name?: string }) =>
      listKeptMemberPage({ database, store }, members, page);
    const first = await list({ limit: 3 });
    const rest = await list({ limit: 3, cursor: Number(first.nextCursor) });
    const lines = [];
    for await (const part of exportKeptMembers(database, members)) lines.push(part);

    // as find-clusters.spec.ts has it by hand
    expect(
      [...first.items, ...rest.items].map(({ state, business, membership, probability }) => [
        ...[state, business?.name, business?.endedOn],
        ...[membership, probability],
      ]),
    ).toEqual([
      ['gone', undefined, undefined, 'core', 1],
      ['listed', 'Workshop 370100', null, 'core', 1],
      ['ended', 'Workshop 370200', '2016-01-01', 'core', 1],
      ['listed', 'Workshop 370400', null, 'core', 0.5],
    ]);
    expect(first).toMatchObject({ total: 4, nextCursor: '3' });
    expect((await list({ limit: 3, name: 'shop 3704' })).items).toHaveLength(1);
    const cells = lines
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expect(cells.map((line) => [line[1], ...line.slice(-3)])).toEqual([
      ['name', 'membership', 'probability', 'state'],
      ['', 'core', '1', 'gone'],
      ['Workshop 370100', 'core', '1', 'listed'],
      ['Workshop 370200', 'core', '1', 'ended'],
      ['Workshop 370400', 'core', '0.5', 'listed'],
    ]);
  });

  it('tells where members trade now, not where they were, and does not invent what was not stored', async () => {
    const { id, run } = await keep('2013-06-30', { sectors: '62' });
    const { slug } = run.clusters[0]!;
    const { database } = test;
    await database.query(`UPDATE cluster_version SET is_core = NULL`); // as runs kept before have it
    const page = async () => {
      const members = await readKeptMembers(database, { run: id, slug });
      return (await listKeptMemberPage({ database, store }, members, { limit: 1 })).items[0]!;
    };
    const before = (await page()).business!;
    await database.query(
      `UPDATE business_location SET easting = easting + 5000
       WHERE business_id = (SELECT id FROM business WHERE public_id = $1)`,
      [before.id],
    );
    const after = await page();

    expect(after).toMatchObject({ membership: null, probability: null, state: 'listed' });
    expect(after.business!.longitude! - before.longitude!).toBeCloseTo(0.075, 2); // 5 km at 53° north
  });

  it('says that there is no such cluster or run, or that nobody kept it', async () => {
    const { id } = await keep('2012-12-31');
    const asked = await startRun(test.database, definitionAt('2012-12-31'));
    const read = (run: string) => readKeptMembers(test.database, { run, slug: 'nowhere' });

    await expect(read(id)).rejects.toThrow('There is no cluster “nowhere”');
    await expect(read('none')).rejects.toThrow('There is no analysis');
    await expect(read(asked)).rejects.toThrow('stored of runs that are kept only');
  });

  it('writes into the feed that a run is kept, or forgotten', async () => {
    const { id } = await keep('2015-12-31');
    await forgetRun(test.database, id, 'somebody');

    const changes = await test.database.query<object[]>(
      `SELECT actor, kind, cardinality(entity_ids) AS count FROM change ORDER BY id DESC LIMIT 2`,
    );
    expect(changes).toEqual([
      { actor: 'somebody', kind: 'analysis.forgotten', count: 1 },
      { actor: 'test', kind: 'analysis.kept', count: 1 },
    ]);
  });

  it('tells how far a run is, until somebody cancels it', async () => {
    const id = await startRun(test.database, definitionAt('2019-12-31', { labellings: '99' }));

    expect(await reportProgress(test.database, id, 40)).toBe(true);
    expect(await readRun(test.database, id)).toMatchObject({
      state: 'running',
      done: 40,
      total: 99,
      result: null,
    });
    expect(await readProgress(test.database, [id, 'NONE'])).toEqual([
      { id, state: 'running', done: 40, total: 99, failure: null, finishedAt: null },
    ]);
    await cancelRun(test.database, id);
    expect(await reportProgress(test.database, id, 60)).toBe(false);
    await failRun(test.database, id, 'too late');
    expect(await readRun(test.database, id)).toMatchObject({ state: 'cancelled', failure: null });
  });

  it('says that a run has failed whose server fell silent', async () => {
    const id = await startRun(test.database, definitionAt('2019-12-31'));
    await test.database.query(
      `UPDATE analysis_run SET heartbeat_at = now() - interval '2 minutes' WHERE public_id = $1`,
      [id],
    );

    expect(await readRun(test.database, id)).toMatchObject({
      state: 'failed',
      failure: 'The server that computed it has stopped.',
    });
    expect(await readProgress(test.database, [id])).toMatchObject([{ state: 'failed' }]);
  });

  it('lets answers expire that nobody keeps, the oldest first, and says so', async () => {
    const { id: kept, run } = await keep('2014-12-31');
    const asked = await startRun(test.database, definitionAt('2014-12-31'));
    await finishRun(test.database, asked, run);
    await test.database.query(
      `INSERT INTO analysis_run (public_id, definition, lineage, date, state, total, result)
       SELECT 'later ' || i, '{}', '', '2014-12-31', 'done', 0, '{}' FROM generate_series(1, 499) AS i`,
    );
    const last = await startRun(test.database, definitionAt('2014-12-31'));

    expect((await readRun(test.database, asked)).state).toBe('done');
    await finishRun(test.database, last, run);

    await expect(readRun(test.database, asked)).rejects.toThrow('is not kept any more');
    expect(await readProgress(test.database, [asked])).toMatchObject([{ state: 'expired' }]);
    expect((await readRun(test.database, kept)).state).toBe('done');
    expect((await readRun(test.database, last)).result).toEqual(run);
  });
});
