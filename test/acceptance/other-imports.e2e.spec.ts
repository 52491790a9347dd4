import type { HubDensity } from '@cluster-atlas/contract';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { atlas, type Engine } from '../support/atlas.js';
import { PostgresCluster } from '../support/postgres-cluster.js';
import { sharedData, SOUTH_YORKSHIRE } from '../support/shared-data.js';

const MINUTES = 60_000;
const SHEFFIELD = 'E08000019';
const DATE = '2024-11-30';

interface ImportReport {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
  located: number;
  unlocated: number;
}

let cluster: PostgresCluster;
let folder: string;
let engines: Record<'embedded' | 'postgresql', Engine>;
let cut: string;
/** Easting and northing by company number, as the file writes them. */
const places = new Map<string, [number, number]>();
const bases: Partial<Record<keyof typeof engines, HubDensity['base']>> = {};

beforeAll(async () => {
  cluster = await PostgresCluster.start();
  folder = mkdtempSync(join(tmpdir(), 'atlas-imports-'));
  engines = {
    embedded: { ATLAS_DATA_DIR: join(folder, 'embedded') },
    postgresql: { DATABASE_URL: cluster.createDatabase('imports') },
  };
  cut = join(folder, 'south-yorkshire-2024-11-01.csv');
  writeFileSync(cut, cutWithPositions());
}, MINUTES);

afterAll(() => {
  cluster.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 100 });
});

describe.each(['embedded', 'postgresql'] as const)('the other imports on %s', (name) => {
  const load = <Report = ImportReport>(...words: string[]) =>
    atlas<Report>(engines[name], 'import', ...words);

  it(
    'reads the real headers of three editions of the ONS list',
    async () => {
      const editions = ['may2018', 'aug2024', 'nov2025'].map((edition) =>
        sharedData(`importer-fixtures/onspd_${edition}.csv`),
      );

      const { result } = await load<ImportReport & { formats: string[] }>('postcodes', ...editions);

      expect(result).toMatchObject({ rejected: 0, formats: ['ONSPD or NSPL'] });
      expect(result.imported).toBeGreaterThan(2);
    },
    2 * MINUTES,
  );

  it(
    'loads a cut of the register with positions, and keeps each to the last digit',
    async () => {
      const { result } = await load<ImportReport & { source: string }>('businesses', cut);

      expect(result).toMatchObject({
        source: 'companies-house',
        rows: 75_740,
        imported: 75_740,
        located: 75_740,
        rejected: 0,
      });
      const rows = await query<{ number: string; easting: number; northing: number }>(
        engines[name],
        `SELECT external_id AS number, easting, northing FROM source_record AS record
         JOIN business_location AS location ON location.business_id = record.business_id`,
      );
      const different = rows.filter(({ number, easting, northing }) => {
        const place = places.get(number);
        return place?.[0] !== easting || place[1] !== northing;
      });
      expect(rows).toHaveLength(75_740);
      expect(different).toEqual([]);
    },
    3 * MINUTES,
  );

  it(
    'takes the register itself for the same companies',
    async () => {
      const { result } = await load('companies-house', SOUTH_YORKSHIRE);

      expect(result).toMatchObject({ unchanged: 75_740, imported: 0, located: 75_740 });
    },
    3 * MINUTES,
  );

  it(
    'gives the companies the employees of their latest accounts',
    async () => {
      const file = sharedData('companies-house-south-yorkshire/sy_employees.csv.gz');

      const { result } = await load<Record<string, number>>('employees', file);
      const again = await load<Record<string, number>>('employees', file);

      // zcat … | awk -F, 'NR>1 && $4>0 && !($4==2021)' | cut -d, -f1 | sort -u | wc -l → 29842; $4==0: 9567
      const figures = { rows: 42_918, businesses: 29_842, zeros: 9_567, years: 1, unknown: 0 };
      expect(result).toMatchObject({ ...figures, imported: 29_842, unchanged: 0 });
      expect(again.result).toMatchObject({ ...figures, imported: 0, unchanged: 29_842 });
      const { rejected, superseded, businesses } = result;
      expect(rejected! + superseded! + businesses!).toBe(42_918);
    },
    MINUTES,
  );

  it(
    'measures jobs, and compares with an area',
    async () => {
      await load(
        'boundaries',
        sharedData('boundaries-uk-topojson/geogALL2022UK.json'),
        ...['--object', 'LTLA', '--layer', 'ltla-2022'],
      );
      const { result: districts } = await load<ImportReport & { mapping: object }>(
        'boundaries',
        sharedData('boundaries-uk-geographr/boundaries_ltla24.geojson'),
        ...['--layer', 'ltla-2024'],
      );

      const { result } = await atlas<HubDensity>(
        engines[name],
        ...['analyse', 'hub', '53.38037,-1.46277', '--base', `area:${SHEFFIELD}`, '--date', DATE],
        ...['--sector-group', 'dcms-digital', '--mass-addresses', 'include'],
      );

      expect(districts).toMatchObject({
        rows: 361,
        imported: 361,
        rejected: 0,
        mapping: { code: 'ltla24_code', name: 'ltla24_name' },
      });
      bases[name] = result.base;
      expect(result.rings.at(-1)!.jobs).toBeGreaterThan(1000);
      expect(result.warnings[0]).toMatch(
        /^The base is Sheffield in the layer ltla-2024; ltla-2022/,
      );
    },
    2 * MINUTES,
  );

  it(
    'titles the sectors, and finds the digital sector of DCMS as it is built in',
    async () => {
      const { result } = await load<{ rejected: number }>(
        'sectors',
        sharedData('sic-classification/uksic2007_openregister.tsv'),
        sharedData('sic-classification/ch_condensed_sic_codes.csv'),
        sharedData('sic-classification/sic5_sic3_sic2_section_lookup.csv'),
      );
      const { result: groups } = await load<object>(
        'sectors',
        sharedData('dcms-sector-sic/dcms_sectors_2016.csv'),
      );

      expect(result.rejected).toBe(0);
      expect(groups).toMatchObject({ rejected: 1, groups: { imported: 6 } }); // tourism is 62.011
      const [untitled] = await query<{ count: number }>(
        engines[name],
        `SELECT count(*)::integer FROM sector JOIN sector_scheme AS scheme ON scheme.id = scheme_id
         WHERE scheme.slug = 'uk-sic-2007' AND title = ''`,
      );
      expect(untitled).toEqual({ count: 0 });
      const same = await query(
        engines[name],
        `SELECT mine.slug FROM sector_group AS mine JOIN sector_group AS built
         ON built.slug = 'dcms-' || mine.slug AND built.codes = mine.codes ORDER BY mine.slug`,
      );
      expect(same).toEqual([{ slug: 'creative' }, { slug: 'digital' }]);
    },
    MINUTES,
  );
});

it('counts the base as PostGIS does, on both engines', async () => {
  const [inArea] = await query<{ all: number; count: number }>(
    engines.postgresql,
    `SELECT count(*)::integer AS all, count(*) FILTER (WHERE EXISTS (
       SELECT FROM business_sector JOIN sector ON sector.id = sector_id
       JOIN sector_group ON sector_group.slug = 'dcms-digital'
       WHERE business_id = business.id AND length(code) = 5 AND left(code, 4) = ANY(codes)
     ))::integer AS count
     FROM business JOIN business_location AS location ON location.business_id = business.id
     JOIN area ON area.code = '${SHEFFIELD}' AND layer = 'ltla-2024'
     WHERE (started_on IS NULL OR started_on <= '${DATE}') AND ST_Intersects(boundary, position)`,
  );

  expect(bases.postgresql).toEqual({ name: `area:${SHEFFIELD}`, ...inArea });
  expect(bases.embedded).toEqual(bases.postgresql);
});

/** The register's rows with the `Easting,Northing` that were found for them, row by row. */
function cutWithPositions(): string {
  const lines = (path: string) =>
    gunzipSync(readFileSync(path)).toString().trimEnd().split(/\r?\n/);
  const positions = lines(sharedData('companies-house-south-yorkshire/sy_geocoded.csv.gz'));
  return lines(SOUTH_YORKSHIRE)
    .map((line, i) => {
      const [number, , easting, northing] = positions[i]!.split(',') as [
        string,
        string,
        string,
        string,
      ];
      if (i > 0) places.set(number, [Number(easting), Number(northing)]);
      return `${line},${easting},${northing}\n`;
    })
    .join('');
}

/** On the embedded engine: of the one that the last command has left running for five seconds. */
async function query<Row extends object>(engine: Engine, sql: string): Promise<Row[]> {
  const client = new Client('DATABASE_URL' in engine ? engine.DATABASE_URL : embeddedUrl(engine));
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

function embeddedUrl({ ATLAS_DATA_DIR: folder }: { ATLAS_DATA_DIR: string }): string {
  const record = readFileSync(join(folder, 'engine.json'), 'utf8');
  return (JSON.parse(record) as { url: string }).url;
}
