import { randomNumber } from '@cluster-atlas/analytics';
import { ClusterQuery } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { PointStore, type StoredBusiness } from '@cluster-atlas/points';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { importBusinesses } from '../imports/import-businesses.js';
import { TestFiles } from '../imports/test-files.js';
import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';
import { findClusters } from './find-clusters.js';

/** Metres: 10 km by 10 km. */
const SIDE = 10_000;
const CORNER = { easting: 380_000, northing: 400_000 };
const BUSINESSES = 1000;
/** A tenth of the businesses is of the sector. */
const SHARE = 0.1;
/** A group of the sector, within 500 m by 500 m. */
const PLANTED = { businesses: 15, side: 500 };

/** One of the sector in a square kilometre: there are 2 others within eps on average. */
const METHODS = [
  { method: 'dbscan', eps: '800', minPoints: '5' },
  { method: 'hdbscan', minClusterSize: '5' },
] as const;

let test: TestDatabase;
let ofSector: number;
let ofOther: number;
const workers = new AnalysisWorkers(2);

beforeAll(async () => {
  test = await createTestDatabase(TEST_ENGINES.at(-1)!); // either will do: it knows the names
  const files = new TestFiles();
  const rows = ['Software,62012 - Software,380000,400000', 'Bakers,10710 - Bread,380000,400000'];
  const text = ['CompanyName,SICCode.SicText_1,Easting,Northing', ...rows].join('\n');
  await importBusinesses(test.database, files.input('firms-2025-01-01.csv', text));
  files.remove();
  const sectors = await test.database.query<{ id: number; code: string }[]>(
    `SELECT id, code FROM sector`,
  );
  const idOf = (code: string) => sectors.find((sector) => sector.code === code)!.id;
  [ofSector, ofOther] = [idOf('62012'), idOf('10710')];
}, 120_000);

afterAll(async () => {
  await workers.close();
  await test.drop();
});

function businessAt(id: number, sector: number, [x, y]: [number, number]): StoredBusiness {
  const place = { easting: CORNER.easting + x, northing: CORNER.northing + y };
  const degrees = fromNationalGrid(place.easting, place.northing);
  const always = { start: null, end: null };
  return {
    ...{ id, status: null, ...always, jobsLow: null, jobsHigh: null, sectors: [sector] },
    locations: [{ kind: 'trading', postcode: null, ...always, ...place, ...degrees }],
  };
}

/** Businesses spread evenly at random, and a group of the sector in their middle if asked for. */
function controlSet(seed: number, planted = 0): PointStore {
  const store = new PointStore();
  for (let draw = 0; draw < BUSINESSES + planted; draw++) {
    const uniform = (simulation: number) => randomNumber({ seed, simulation, draw });
    const isPlanted = draw >= BUSINESSES;
    const side = isPlanted ? PLANTED.side : SIDE;
    const along = (axis: number) => SIDE / 2 + side * (uniform(axis) - 0.5);
    const sector = isPlanted || uniform(2) < SHARE ? ofSector : ofOther;
    store.put(businessAt(draw + 1, sector, [along(0), along(1)]));
  }
  return store;
}

async function find(store: PointStore, query: Record<string, string>) {
  const sources = { database: test.database, store, workers };
  return findClusters(sources, ClusterQuery.parse({ ...query, sectors: '62' }));
}

it.each(METHODS)(
  'reports clusters at 5 % in at most 10 of 100 sets of uniform random businesses, seeds 1 to 100: $method',
  async (method) => {
    let [withClusters, reporting] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const { clusters } = (await find(controlSet(seed), { ...method, labellings: '99' })).run;
      if (clusters.length > 0) withClusters++;
      if (clusters.some(({ significance }) => significance!.p < 0.05)) reporting++;
    }

    expect(withClusters).toBeGreaterThan(90); // there was something to report
    expect(reporting).toBeLessThanOrEqual(10);
  },
  120_000, // 10 s by itself
);

it.each(METHODS)(
  'finds a group that is planted in such a set at 1 %, and nothing else: $method',
  async (method) => {
    for (let seed = 1; seed <= 5; seed++) {
      const store = controlSet(seed, PLANTED.businesses);
      const { run, members } = await find(store, { ...method, labellings: '199' });

      const isFound = run.clusters.map(({ significance }) => significance!.p < 0.01);
      const planted = members.map(({ ids }) => ids.filter((id) => id > BUSINESSES).length);
      expect(isFound.filter(Boolean)).toHaveLength(1);
      expect(planted[isFound.indexOf(true)]).toBe(PLANTED.businesses);
    }
  },
);
