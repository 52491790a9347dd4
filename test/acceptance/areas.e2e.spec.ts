import type { AreaEmployment, AreaTable } from '@cluster-atlas/contract';
import { Client } from 'pg';
import { atlas, type Engine } from '../support/atlas.js';
import { PostgresCluster } from '../support/postgres-cluster.js';
import { POSTCODE_FILES, sharedData, SOUTH_YORKSHIRE } from '../support/shared-data.js';

const MINUTES = 60_000;
const DATE = '2024-11-30';
const DISTRICTS = sharedData('boundaries-uk-geographr/boundaries_ltla24.geojson');

/** Registered offices of companies alive on the date, by district, in the metres of EPSG:27700. */
const BY_DISTRICT = `
  WITH district AS MATERIALIZED (
    SELECT code, boundary, ST_Transform(boundary, 27700) AS shape FROM area WHERE layer = 'districts'
  ), company AS MATERIALIZED (
    SELECT business.id, position, easting, northing,
           EXISTS (SELECT FROM business_sector AS link JOIN sector ON sector.id = link.sector_id
                   WHERE link.business_id = business.id AND code LIKE '62%') AS matches
    FROM business JOIN business_location AS location ON location.business_id = business.id
    WHERE kind = 'registered' AND started_on <= $1 AND coalesce(ended_on > $1, true)
      AND coalesce(valid_from <= $1, true) AND coalesce(valid_to > $1, true)
  )
  SELECT code, count(DISTINCT company.id)::integer AS "all",
         (count(DISTINCT company.id) FILTER (WHERE matches))::integer AS matching,
         min(ST_Area(shape)) / 1e6 AS "areaKm2"
  FROM district JOIN company
    ON ST_Expand(boundary, 0.01) && position
   AND ST_Contains(shape, ST_SetSRID(ST_MakePoint(easting, northing), 27700))
  GROUP BY code ORDER BY code`;

interface District {
  code: string;
  all: number;
  matching: number;
  areaKm2: number;
}

let cluster: PostgresCluster;
let engine: Engine;
let table: AreaTable;
let expected: District[];

beforeAll(async () => {
  cluster = await PostgresCluster.start();
  const url = cluster.createDatabase('areas');
  engine = { DATABASE_URL: url };
  await atlas(engine, 'import', 'postcodes', ...POSTCODE_FILES);
  await atlas(engine, 'import', 'companies-house', SOUTH_YORKSHIRE);
  await atlas(engine, 'import', 'boundaries', DISTRICTS, '--layer', 'districts');
  const options = ['--sectors', '62', '--location', 'registered', '--mass-addresses', 'include'];
  const run = await atlas<AreaTable>(
    engine,
    ...['analyse', 'areas', 'districts', '--date', DATE],
    ...options,
  );
  table = run.result;
  const client = new Client(url);
  await client.connect();
  expected = (await client.query<District>(BY_DISTRICT, [DATE])).rows;
  await client.end();
}, 15 * MINUTES);

afterAll(() => cluster.stop());

it('counts the companies of each real district as PostGIS does', () => {
  const found = table.areas
    .filter(({ all }) => all > 0)
    .map(({ code, all, matching }) => ({ code, all, matching }));

  expect(found.length).toBeGreaterThanOrEqual(4); // Sheffield, Rotherham, Doncaster, Barnsley
  expect(found).toEqual(expected.map(({ code, all, matching }) => ({ code, all, matching })));
});

it('measures areas as PostGIS does in EPSG:27700', () => {
  const areaOf = new Map(table.areas.map(({ code, areaKm2 }) => [code, areaKm2]));

  for (const { code, areaKm2 } of expected) expect(areaOf.get(code)).toBeCloseTo(areaKm2, 6);
});

it('gives the quotient of Sheffield that follows from the counts of PostGIS', () => {
  const sheffield = expected.find(({ code }) => code === 'E08000019')!;
  const { count, all } = table.base;

  const found = table.areas.find(({ code }) => code === sheffield.code)!;

  expect(found.lq).toBeCloseTo(sheffield.matching / sheffield.all / (count / all), 12);
  expect(found.densityPerKm2).toBeCloseTo(sheffield.matching / sheffield.areaKm2, 6);
});

it('tells no growth from years before the register’s edition', () => {
  expect(table.areas.every(({ growth }) => growth === null)).toBe(true);
  expect(table.warnings.join()).toContain('No growth is told');
});

it(
  'compares the jobs of Greater Manchester with those of Great Britain in the real BRES file',
  async () => {
    const regions = sharedData('boundaries-uk-topojson/geogALL2022UK.json');
    const jobs = sharedData('bres-employment/bres_open_itl2_sic5_2021.csv');
    await atlas(engine, 'import', 'boundaries', regions, '--object', 'ITL2', '--layer', 'itl2');
    const figures = { figures: 29_160, rejected: 0 };
    const { result: imported } = await atlas<object>(engine, 'import', 'employment', jobs);
    const { result: again } = await atlas<object>(engine, 'import', 'employment', jobs);

    const { result } = await atlas<AreaEmployment>(
      engine,
      ...['analyse', 'area', 'TLD3', '--basis', 'employment', '--level', 'deepest'],
    );

    expect(imported).toMatchObject({ ...figures, imported: 29_160 });
    expect(again).toMatchObject({ ...figures, unchanged: 29_160 });
    // the file says UKD3; jobs and quotients as the README of the data has them, computed from it
    const { base, sectors } = result.figures!;
    expect(base).toMatchObject({ jobs: 31_366_000, areas: 40, kind: 'itl2' });
    const found = new Map(sectors.map(({ code, count, lq }) => [code, [count, lq!.toFixed(3)]]));
    const expected = [
      ['60200', 3_500, '2.631'],
      ['59113', 1_250, '0.641'],
      ['62012', 7_000, '0.783'],
      ['62020', 13_000, '0.752'],
      ['63120', 300, '0.348'],
    ] as const;
    for (const [code, count, lq] of expected) expect(found.get(code)).toEqual([count, lq]);
  },
  MINUTES,
);
