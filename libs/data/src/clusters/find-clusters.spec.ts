import { ClusterQuery } from '@cluster-atlas/contract';
import { toNationalGrid } from '@cluster-atlas/geo';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import type { PointStore } from '@cluster-atlas/points';
import { importBusinesses } from '../imports/import-businesses.js';
import { importHubs } from '../imports/import-hubs.js';
import { TestFiles } from '../imports/test-files.js';
import { loadPoints } from '../points/load-points.js';
import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';
import { clusterFeatures } from './cluster-features.js';
import { findClusters, type FoundClusters } from './find-clusters.js';
import { exportMembers, listMemberPage } from './member-lists.js';
import { membersOf } from './members-of.js';

/** Two rows of software firms 100 m apart, one of them around a hub, and bakers among the first. */
const TOWN = { longitude: -2.2997, latitude: 53.4729 };
const OTHER = { longitude: -2.2, latitude: 53.5 };
const METRE_NORTH = 1 / 111_200;

const HEADER = 'CompanyName,SICCode.SicText_1,PostCode,Easting,Northing';

const rows = [
  ...[0, 1, 2, 3, 4].map((i) => line(`Town ${i}`, TOWN, { north: 100 * i, sector: '62012' })),
  ...[0, 1, 2].map((i) => line(`Baker ${i}`, TOWN, { north: 100 * i, sector: '10710' })),
  ...[0, 1, 2, 3].map((i) => line(`Other ${i}`, OTHER, { north: 100 * i, sector: '62012' })),
  line('Alone', { longitude: -2.5, latitude: 53.2 }, { north: 0, sector: '62012' }).replace(
    'M50 2HE',
    '',
  ),
];

function line(
  name: string,
  { longitude, latitude }: typeof TOWN,
  { north, sector }: { north: number; sector: string },
): string {
  const place = toNationalGrid(longitude, latitude + north * METRE_NORTH);
  return `${name},${sector} - Some trade,M50 2HE,${place.easting.toFixed(2)},${place.northing.toFixed(2)}`;
}

describe.each(TEST_ENGINES)('the clusters on %s', (engine) => {
  let test: TestDatabase;
  let store: PointStore;
  const workers = new AnalysisWorkers(1);

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    const files = new TestFiles();
    await importBusinesses(
      test.database,
      files.input('firms-2025-01-01.csv', [HEADER, ...rows].join('\n')),
    );
    await importHubs(
      test.database,
      files.input(
        'hubs.csv',
        `name,kind,lat,lon\nMediaCity,media,${TOWN.latitude + 200 * METRE_NORTH},${TOWN.longitude}`,
      ),
    );
    files.remove();
    store = await loadPoints(test.database);
  }, 120_000);

  afterAll(async () => {
    await workers.close();
    await test.drop();
  });

  function find(query: Record<string, string>): Promise<FoundClusters> {
    return findClusters(
      { database: test.database, store, workers },
      ClusterQuery.parse({ eps: '150', minPoints: '2', sectors: '62', ...query }),
    );
  }

  it('finds the two rows and leaves out who stands alone', async () => {
    const { run } = await find({});

    expect(run).toMatchObject({ businesses: 10, clustered: 9, core: 9, border: 0, noise: 1 });
    expect(run.clusters.map(({ size }) => size)).toEqual([5, 4]);
    expect(run.base).toEqual({ count: 10, all: 13 });
  });

  it('names them after the hub, or the postcode, and the leading sector', async () => {
    const { run } = await find({});

    expect(run.clusters.map(({ name }) => name.split(':')[0])).toEqual(['MediaCity', 'M50']);
    expect(new Set(run.clusters.map(({ slug }) => slug)).size).toBe(2);
    expect(run.clusters[0]!.hubs).toEqual([{ slug: 'mediacity', name: 'MediaCity' }]);
  });

  it('names who has neither hub nor postcode by how it lies from the nearest hub', async () => {
    const { run } = await find({ minPoints: '1' });

    // 13 km west and 31 km south, by hand from the degrees
    expect(run.clusters.map(({ name }) => name)[2]).toMatch(
      /^33\.\d km south-west of MediaCity: some trade$/,
    );
  });

  it('gives no name twice', async () => {
    const { run } = await find({ eps: '50', minPoints: '1' });

    const names = run.clusters.map(({ name }) => name);
    expect(names).toHaveLength(10);
    expect(new Set(names).size).toBe(10);
    expect(names).toContain('M50: some trade (2)');
  });

  it('compares with all businesses inside the outline', async () => {
    const [town] = (await find({})).run.clusters;

    expect(town).toMatchObject({ matching: 5, all: 8 });
    expect(town!.lq).toBeCloseTo(5 / 8 / (10 / 13), 12);
  });

  it('measures the area of the outline: the row and 75 m around', async () => {
    const [town] = (await find({})).run.clusters;

    // 400 m by 150 m and a circle of 75 m
    expect(town!.areaKm2 * 1e6).toBeCloseTo(400 * 150 + Math.PI * 75 ** 2, -3);
    expect(town!.densityPerKm2).toBeCloseTo(5 / town!.areaKm2, 9);
  });

  it('lists the businesses of a cluster page by page', async () => {
    const found = await find({});
    const { slug } = found.run.clusters[0]!;
    const list = (page: { limit: number; cursor?: number; name?: string }) =>
      listMemberPage({ ...test, store }, membersOf(found, slug), page);

    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, cursor: Number(first.nextCursor) });

    expect([...first.items, ...second.items].map(({ name }) => name).sort()).toEqual(
      [0, 1, 2, 3, 4].map((i) => `Town ${i}`),
    );
    expect(first.total).toBe(5);
    expect(second.nextCursor).toBeNull();
    expect((await list({ limit: 3, name: 'TOWN 4' })).items.map(({ name }) => name)).toEqual([
      'Town 4',
    ]);
    expect((await list({ limit: 3, name: 'T_wn' })).total).toBe(0);
    expect(() => membersOf(found, 'nowhere')).toThrow('There is no cluster “nowhere”');
  });

  it('says of each whether it is core or border, in the list and in the file', async () => {
    const found = await find({ minPoints: '3' });
    const { slug } = found.run.clusters[0]!;

    // the ends of the row have one neighbour within 150 m, the others two
    const { items } = await listMemberPage({ ...test, store }, membersOf(found, slug), {
      limit: 200,
    });
    expect(
      items.map(({ name, membership, probability }) => [name, membership, probability]),
    ).toEqual([
      ['Town 0', 'border', null],
      ['Town 1', 'core', null],
      ['Town 2', 'core', null],
      ['Town 3', 'core', null],
      ['Town 4', 'border', null],
    ]);
    let file = '';
    for await (const part of exportMembers(test.database, membersOf(found, slug))) file += part;
    const [header, ...lines] = file.trimEnd().split('\n');
    expect(header).toMatch(/,membership,probability$/);
    expect(lines.map((each) => /,(\w+ \d),.*,(\w+),$/.exec(each)!.slice(1).join(': '))).toEqual([
      'Town 0: border',
      'Town 1: core',
      'Town 2: core',
      'Town 3: core',
      'Town 4: border',
    ]);
  });

  it('lists large clusters only, if asked, and says how many are not', async () => {
    const { run } = await find({ minSize: '5' });

    expect(run.clusters.map(({ size }) => size)).toEqual([5]);
    expect(run).toMatchObject({ tooSmall: 1, clustered: 9 });
  });

  it('tests clusters among the businesses of the moment in which they were found', async () => {
    const query = ClusterQuery.parse({
      eps: '150',
      minPoints: '2',
      sectors: '62',
      labellings: '19',
    });
    const calm = await findClusters({ database: test.database, store, workers }, query);
    const changing = await loadPoints(test.database);
    const [firstId] = changing.columns.businesses.ids;
    const whileItChanges = new Proxy(workers, {
      get(target, name) {
        changing.remove(firstId!);
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });

    const { run } = await findClusters(
      { database: test.database, store: changing, workers: whileItChanges },
      query,
    );

    expect(changing.businessCount).toBe(store.businessCount - 1);
    expect(run.clusters.map(({ significance }) => significance)).toEqual(
      calm.run.clusters.map(({ significance }) => significance),
    );
  });

  it('tests each cluster against random labellings, unless every business is selected', async () => {
    const tested = (await find({ labellings: '19', robustness: 'true' })).run;
    const everyone = (await find({ labellings: '19', sectors: '62,10' })).run;
    const hierarchical = (await find({ labellings: '19', method: 'hdbscan', minClusterSize: '3' }))
      .run;

    expect(tested.clusters.map(({ significance }) => significance!.labellings)).toEqual([19, 19]);
    expect(tested.clusters[0]!.significance!.p).toBeGreaterThanOrEqual(1 / 20);
    expect(tested.clusters[0]!.robustness).toBeGreaterThan(0);
    expect(everyone.clusters[0]!.significance).toBeNull();
    expect(everyone.warnings[0]).toContain('no others against which');
    expect(hierarchical.clusters.map(({ significance }) => significance!.labellings)).toEqual([
      19, 19,
    ]);
  });

  it('tells of growth once three years are loaded, and before that of no evidence', async () => {
    const later = (await find({ date: '2028-06-01' })).run.clusters[0]!;
    const today = (await find({ date: '2026-01-01' })).run.clusters[0]!;

    expect(later.earlier).toEqual({ date: '2025-06-01', matching: 5 });
    expect(later.evidence.active).toEqual({ verdict: 'notMet', figure: 1, against: 1 });
    expect(today.earlier).toBeNull();
    expect(today.evidence.active.verdict).toBe('noEvidence');
  });

  it('tells tiers where there are clusters enough, and other businesses', async () => {
    const { run } = await find({ eps: '50', minPoints: '1' });
    const everyone = await find({ eps: '50', minPoints: '1', sectors: '62,10' });

    expect(run.tiers).toMatchObject({ amount: 'businesses', compared: 10, amount25: 1 });
    expect(run.clusters.map(({ tier }) => tier)).toEqual(Array(10).fill('none')); // all of one size
    expect(everyone.run.tiers).toBeNull();
    expect(everyone.run.clusters[0]!.tier).toBeNull();
  });

  it('finds none where nothing is selected', async () => {
    const { run } = await find({ sectors: '01' });

    expect(run).toMatchObject({ clusters: [], businesses: 0, noise: 0 });
  });

  it('writes the outlines as closed rings of GeoJSON around their businesses', async () => {
    const { features } = clusterFeatures((await find({})).run);

    const [ring] = features[0]!.geometry.coordinates[0]!;
    expect(ring![0]).toEqual(ring!.at(-1));
    expect(features[0]!.properties).toMatchObject({ size: 5, hubs: ['MediaCity'] });
  });
});
