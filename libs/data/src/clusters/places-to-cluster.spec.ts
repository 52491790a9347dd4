import { ClusterHistoryQuery, ClusterQuery } from '@cluster-atlas/contract';
import { TEST_ENGINES } from '../test-database.js';
import { findClusters, type FoundClusters } from './find-clusters.js';
import { listMemberPage } from './member-lists.js';
import { traceClusters } from './trace-clusters.js';
import { useTestPoints } from './test-points.js';

const HEADER = 'CompanyName,SICCode.SicText_1,Easting,Northing,Employees';

/** Metres east of where the row begins, and jobs as a list states them. */
const STUDIOS: [name: string, east: number, jobs: string][] = [
  ['A', 0, '6'],
  ['B', 100, '3'],
  ['C', 200, '1'],
  ['Silent', 50, ''],
  ['Nobody', 60, '0'],
  ['Two places', 1000, '8'], // and 100 m to the east of it, see below
  ['Between', 1050, '5'],
  ['Range', 3000, '10-49'],
];

/** Two rows 10 km apart; the second one's employers are twice as large. */
const WORKSHOPS = [1, 2].flatMap((times) =>
  [0, 100, 200, 400].map(
    (east) =>
      `Workshop ${times} ${east},71121 - Design,${440_000 + 10_000 * times + east},400000,${times * (east < 400 ? 6 : 2)}`,
  ),
);

const LIST = [
  HEADER,
  ...STUDIOS.map(([name, east, jobs]) => `${name},74100 - Design,${400_000 + east},300000,${jobs}`),
  ...WORKSHOPS,
].join('\n');

describe.each(TEST_ENGINES)('clusters by jobs on %s', (engine) => {
  const test = useTestPoints(engine, { name: 'studios-2025-01-01.csv', text: LIST }, (database) =>
    database.query(
      `INSERT INTO business_location
         (business_id, kind, position, easting, northing, precision, source_id)
       SELECT business_id, location.kind, position, easting + 100, northing, precision, source_id
       FROM business_location AS location JOIN business ON business.id = business_id
       WHERE name = 'Two places'`,
    ),
  );

  function find(query: Record<string, string>): Promise<FoundClusters> {
    return findClusters(test, ClusterQuery.parse({ eps: '150', weight: 'jobs', ...query }));
  }

  /** Names and how each belongs, cluster by cluster. */
  async function membersOfEach({ members }: FoundClusters) {
    const lists = await Promise.all(
      members.map((each) => listMemberPage(test, each, { limit: 50 })),
    );
    return lists.map(({ items }) =>
      items.map(({ name, membership, probability }) => [name, membership, probability]),
    );
  }

  it('makes a core of whoever has so many jobs around it, and leaves out who has none', async () => {
    const found = await find({ sectors: '74', minPoints: '10' });

    // B: 6 + 3 + 1; A: 6 + 3; C: 3 + 1. Both places: 4 + 5 + 4, and between them as many. Range: 10
    expect(await membersOfEach(found)).toEqual([
      [
        ['A', 'border', null],
        ['B', 'core', null],
        ['C', 'border', null],
      ],
      [
        ['Two places', 'core', null],
        ['Between', 'core', null],
      ],
      [['Range', 'core', null]],
    ]);
    expect(found.run).toMatchObject({ businesses: 8, points: 7, core: 5, border: 2, noise: 0 });
    expect(found.run.warnings).toContain(
      '2 of 8 businesses state no jobs and are left out of the clusters.',
    );
    expect(found.run.definition).toMatchObject({ weight: 'jobs', minPoints: 10 });
  });

  it('lists by name, or the largest employer first', async () => {
    const { members } = await find({ sectors: '74', minPoints: '10' });
    const list = async (cluster: number, sort: 'name' | 'jobs') =>
      (await listMemberPage(test, members[cluster]!, { sort, limit: 50 })).items.map(
        ({ name }) => name,
      );

    expect(await list(0, 'jobs')).toEqual(['A', 'B', 'C']);
    expect(await list(1, 'name')).toEqual(['Between', 'Two places']);
    expect(await list(1, 'jobs')).toEqual(['Two places', 'Between']);
  });

  it('counts the jobs of a business with two places once, and the low end of a range', async () => {
    const sizes = async (minPoints: string) =>
      (await find({ sectors: '74', minPoints })).run.clusters.map(({ size }) => size);

    expect(await sizes('11')).toEqual([2]); // neither B nor the range has 11
    expect(await sizes('13')).toEqual([2]); // 4 + 5 + 4
    expect(await sizes('14')).toEqual([]); // 8 + 5 + 8 if they were counted twice
  });

  it('counts businesses as ever where nothing else is asked for', async () => {
    const found = await find({ sectors: '74', minPoints: '3', weight: 'businesses' });

    expect((await membersOfEach(found)).map((own) => own.map(([name]) => name))).toEqual([
      ['A', 'B', 'C', 'Silent', 'Nobody'],
      ['Two places', 'Between'],
    ]);
    expect(found.run.warnings.join()).not.toContain('jobs');
    expect(found.run.definition).toMatchObject({ weight: 'businesses' });
  });

  const hierarchical = { sectors: '71', method: 'hdbscan', minClusterSize: '10', minSamples: '1' };

  it('finds by HDBSCAN* clusters of so many jobs, and how far into them each is', async () => {
    const found = await find(hierarchical);

    // below 100 m nothing is told apart: three leave at 1/100, the fourth at 1/200
    const row = (times: number) => [
      [`Workshop ${times} 0`, 'core', 1],
      [`Workshop ${times} 100`, 'core', 1],
      [`Workshop ${times} 200`, 'core', 1],
      [`Workshop ${times} 400`, 'core', 0.5],
    ];
    expect(await membersOfEach(found)).toEqual([row(1), row(2)]);
    expect((await find({ ...hierarchical, weight: 'businesses' })).run.clusters).toEqual([]); // 8 in all
  });

  it('tells by HDBSCAN* of businesses how far into its cluster each is', async () => {
    const found = await find({ ...hierarchical, minClusterSize: '3', weight: 'businesses' });

    expect((await membersOfEach(found)).map((own) => own.map(([, , probability]) => probability)))
      // three are within 100 m of another, the fourth 200 m away: 100 / 200
      .toEqual([
        [1, 1, 1, 0.5],
        [1, 1, 1, 0.5],
      ]);
  });

  it('makes every large employer a cluster by itself only if told to', async () => {
    const { run } = await find({ ...hierarchical, minScale: '0' });

    expect(run.clusters.map(({ size }) => size)).toEqual([4, 1, 1, 1]); // 12 jobs each
  });

  it('follows clusters by jobs through the years', async () => {
    const sources = test;
    const history = await traceClusters(
      sources,
      ClusterHistoryQuery.parse({
        ...{ sectors: '74', eps: '150', minPoints: '11', weight: 'jobs' },
        ...{ from: '2025', to: '2025' },
      }),
    );

    expect(history.dates.map(({ clusters }) => clusters)).toEqual([1]); // the places of two and who is between them
    expect(history.definition).toMatchObject({ weight: 'jobs' });
  });

  it('refuses to test clusters of jobs', async () => {
    await expect(find({ labellings: '99' })).rejects.toThrow(
      new RangeError(
        'Clusters by jobs are not tested for significance, because the test is of how many businesses there are: ask for no labellings.',
      ),
    );
  });

  it('finds nothing, and says why, where nobody states jobs', async () => {
    const { run } = await find({ sectors: '74', sizeBands: 'unknown' });

    expect(run).toMatchObject({ clusters: [], points: 0, businesses: 1 });
    expect(run.warnings[0]).toMatch(/^1 of 1 businesses state/);
  });
});
