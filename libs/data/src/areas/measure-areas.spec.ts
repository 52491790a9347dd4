import { AreaQuery, type AreaProfile, type AreaTable } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import type { PointStore } from '@cluster-atlas/points';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { importBusinesses } from '../imports/import-businesses.js';
import { TestFiles } from '../imports/test-files.js';
import { loadPoints } from '../points/load-points.js';
import { ensureSource, BOUNDARIES } from '../sources/source-definitions.js';
import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';
import { areaBoundaries } from './area-boundaries.js';
import { drawnLayer, listAreaLayers, loadLayer } from './area-layers.js';
import { clusterLayer } from './cluster-layer.js';
import { areaNumber, findInArea, type PlacedLayer } from './area-study.js';
import { describeArea } from './describe-area.js';
import { measureAreas } from './measure-areas.js';
import { studyLayer } from './study-layer.js';
import { traceArea } from './trace-area.js';
import { writeAreas } from './write-areas.js';

/** Two squares of 1 km side by side, metres, EPSG:27700; a third has nobody. */
const WEST = [400_000, 400_000] as const;
const EAST = [401_000, 400_000] as const;
const EMPTY = [410_000, 400_000] as const;

function corners([easting, northing]: readonly [number, number]): [number, number][] {
  return [
    [0, 0],
    [1000, 0],
    [1000, 1000],
    [0, 1000],
  ].map(([x, y]) => {
    const { longitude, latitude } = fromNationalGrid(easting + x!, northing + y!);
    return [longitude, latitude];
  });
}

function square(code: string, corner: readonly [number, number]) {
  const ring = corners(corner);
  const boundary = { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] };
  return { code, name: `Square ${code}`, boundary };
}

/** Three software firms, the first of 2025, and a baker in the west, a software firm and three bakers in the east, one baker outside. */
const FIRMS = [
  ...['62012', '62012', '62012', '10710'].map((sector, i) => [sector, 400_100 + i, 400_100]),
  ...['62012', '10710', '10710', '10710'].map((sector, i) => [sector, 401_100 + i, 400_100]),
  ['10710', 405_000, 400_100],
];

describe.each(TEST_ENGINES)('areas on %s', (engine) => {
  let test: TestDatabase;
  let store: PointStore;
  const workers = new AnalysisWorkers(1);

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    const files = new TestFiles();
    const lines = FIRMS.map(
      ([sector, easting, northing], i) =>
        `Firm ${i},${sector} - Trade,${easting},${northing},${i === 0 ? '01/02/2025' : '01/02/2010'}`,
    );
    const text = [
      'CompanyName,SICCode.SicText_1,Easting,Northing,IncorporationDate',
      ...lines,
    ].join('\n');
    await importBusinesses(test.database, files.input('firms-2025-01-01.csv', text));
    files.remove();
    const sourceId = await ensureSource(test.database, BOUNDARIES);
    await writeAreas(test.database, [square('W', WEST), square('E', EAST), square('X', EMPTY)], {
      ...{ sourceId, layer: 'squares', actor: 'test' },
    });
    store = await loadPoints(test.database);
  }, 120_000);

  afterAll(async () => {
    await workers.close();
    await test.drop();
  });

  async function study(parameters: Record<string, string>) {
    const query = AreaQuery.parse(parameters);
    const layer = await loadLayer(test.database, 'squares');
    return { query, study: await studyLayer({ ...test, store, workers }, layer, query) };
  }

  async function table(parameters: Record<string, string>): Promise<AreaTable> {
    const { query, study: each } = await study(parameters);
    return measureAreas(each, query);
  }

  async function profile(code: string, parameters = {}): Promise<AreaProfile> {
    const { query, study: each } = await study(parameters);
    return describeArea(each, code, query);
  }

  it('measures each area by code, against everything loaded', async () => {
    const { areas, base, outside } = await table({ sectors: '62' });

    expect(areas.map(({ code, matching, all }) => [code, matching, all])).toEqual([
      ['E', 1, 4],
      ['W', 3, 4],
      ['X', 0, 0],
    ]);
    expect(base).toEqual({ count: 4, all: 9 });
    expect(outside).toEqual({ matching: 0, all: 1 });
    const [east, west, empty] = areas;
    expect(west!.areaKm2).toBeCloseTo(1, 6);
    expect(west!.densityPerKm2).toBeCloseTo(3, 5);
    expect(west!.lq).toBeCloseTo(0.75 / (4 / 9), 12);
    expect(east!.share).toBe(0.25);
    expect(empty).toMatchObject({ share: null, lq: null, shrunkLq: null, jobs: null });
  });

  it('draws quotients towards their mean, here to it: two differ no more than by chance', async () => {
    const { areas } = await table({ sectors: '62' });

    // expected 16/9 each, mean 4 / (32/9) = 9/8; spread .3164 is less than mean / expected .6328
    expect(areas[0]!.shrunkLq).toBeCloseTo(9 / 8, 12);
    expect(areas[1]!.shrunkLq).toBeCloseTo(9 / 8, 12);
  });

  it('tells no growth from before the first loaded edition, and says why', async () => {
    const { areas, since, warnings } = await table({ date: '2025-06-01' });

    expect(since).toBeNull();
    expect(areas.map(({ growth, before }) => [growth, before])).toEqual(
      Array.from({ length: 3 }, () => [null, null]),
    );
    expect(warnings.join()).toContain('No growth is told: 2020-06-01 is before the first loaded');
  });

  it('tells growth between dates of which the editions tell', async () => {
    const { areas, since } = await table({ date: '2025-06-01', since: '2025-02-01' });

    expect(since).toBe('2025-02-01');
    expect(areas.map(({ growth }) => growth)).toEqual([0, 0, null]);
  });

  it('refuses an earlier date that is not earlier', async () => {
    await expect(table({ date: '2025-06-01', since: '2025-06-01' })).rejects.toThrow(RangeError);
  });

  it('describes an area by division, with its peers', async () => {
    const { divisions, peers, shiftShare } = await profile('W');

    // among all: 4 software firms, 5 bakers of 9
    expect(divisions.map(({ code, count }) => [code, count])).toEqual([
      ['62', 3],
      ['10', 1],
    ]);
    expect(divisions[0]).toMatchObject({ share: 0.75, baseShare: 4 / 9 });
    expect(divisions[0]!.lq).toBeCloseTo(0.75 / (4 / 9), 12);
    expect(divisions[0]!.tier).toBe('strong10'); // 3 > 1.5, 1.6875 is the greatest of two
    expect(divisions[0]!.thresholds).toMatchObject({ areas: 2, count25: 1.5 });
    // same size; cosine of (3, 1) and (1, 3) = 6 / 10
    expect(peers).toHaveLength(1);
    expect(peers[0]).toMatchObject({ code: 'E', all: 4 });
    expect(peers[0]!.distance).toBeCloseTo(0.4, 12);
    expect(shiftShare).toBeNull();
  });

  it('tells of each year back to the first loaded edition', async () => {
    const { query, study: each } = await study({ sectors: '62', date: '2026-01-20' });

    const { points, warnings } = await traceArea(each, 'W', query);

    expect(points.map(({ date, matching, all }) => [date, matching, all])).toEqual([
      ['2025-01-20', 2, 3],
      ['2026-01-20', 3, 4],
    ]);
    expect(points[0]!.lq).toBeCloseTo(2 / 3 / (3 / 8), 12);
    expect(points[0]!.baseMatching).toBe(3);
    expect(warnings).toEqual([]);
  });

  it('takes the clusters of a run for areas, by their outlines', async () => {
    const outline = { type: 'MultiPolygon' as const, coordinates: [[corners(WEST)]] };
    const query = AreaQuery.parse({ sectors: '62' });
    const layer = clusterLayer([{ slug: 'west', name: 'West', outline }]);
    const clusters = await studyLayer({ ...test, store, workers }, layer, query);

    const { measures, divisions } = await describeArea(clusters, 'west', query);

    expect(measures).toMatchObject({ name: 'West', matching: 3, all: 4 });
    expect(divisions[0]).toMatchObject({ code: '62', count: 3 });
  });

  it('lists whom an area holds', async () => {
    const { study: each } = await study({});
    const { areaOf } = each.layer;
    const area = areaNumber(each.layer, 'W');
    const selection = {
      ...{ sectors: null, primaryOnly: false, sizeBands: null, status: null },
      ...{ location: 'best' as const, date: each.date, massAddresses: 'include' as const },
    };

    const { eastings } = await findInArea(store, { areaOf, area }, selection);

    expect([...eastings]).toEqual([400_100, 400_101, 400_102, 400_103]);
  });

  it('measures a drawn area as that of a layer', async () => {
    const query = AreaQuery.parse({ sectors: '62' });
    const ring = corners(WEST).map(([longitude, latitude]): [number, number] => [
      latitude,
      longitude,
    ]);
    const layer = await drawnLayer(test.database, ring);
    const drawn = await studyLayer({ ...test, store, workers }, layer, query);

    const { measures, peers, layer: name } = await describeArea(drawn, 'drawn', query);

    expect(measures).toMatchObject({ matching: 3, all: 4, shrunkLq: null });
    expect([name, peers]).toEqual([null, []]);
  });

  it('refuses a drawn area whose sides cross', async () => {
    const [a, b, c, d] = corners(WEST).map(([longitude, latitude]): [number, number] => [
      latitude,
      longitude,
    ]);

    await expect(drawnLayer(test.database, [a!, c!, b!, d!])).rejects.toThrow(RangeError);
  });

  it('knows its layers, and none of another name', async () => {
    expect(await listAreaLayers(test.database)).toMatchObject([{ layer: 'squares', areas: 3 }]);
    await expect(loadLayer(test.database, 'other')).rejects.toThrow('other');
    const placed: Pick<PlacedLayer, 'areas'> = await loadLayer(test.database, 'squares');
    expect(placed.areas.map(({ code }) => code)).toEqual(['E', 'W', 'X']);
  });

  it('sends the boundaries of a box', async () => {
    const { longitude, latitude } = fromNationalGrid(400_500, 400_500);
    const bbox: [number, number, number, number] = [longitude, latitude, longitude, latitude];

    const collection = JSON.parse(
      await areaBoundaries(test.database, 'squares', { zoom: 14, bbox }),
    ) as { features: { properties: unknown; geometry: { type: string } }[] };

    expect(collection.features.map(({ properties }) => properties)).toEqual([
      { code: 'W', name: 'Square W' },
    ]);
    expect(collection.features[0]!.geometry.type).toBe('Polygon');
    const one = await areaBoundaries(test.database, 'squares', { zoom: 14, code: 'E' });
    expect(one).toContain('"code" : "E"');
    expect(one).not.toContain('"code" : "W"');
  });
});
