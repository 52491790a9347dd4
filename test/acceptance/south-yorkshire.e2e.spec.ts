import type { HubDensity } from '@cluster-atlas/contract';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { atlas, type Engine } from '../support/atlas.js';
import { PostgresCluster } from '../support/postgres-cluster.js';
import { POSTCODE_FILES, sharedData, SOUTH_YORKSHIRE } from '../support/shared-data.js';

const DIGITAL_CAMPUS = '53.38037,-1.46277';
const RADII = [250, 500, 1000, 2000];
const MINUTES = 60_000;

interface ImportReport {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
  located: number;
  unlocated: number;
}

interface StatusReport {
  tables: Record<string, number>;
  massAddresses: { postcode: string; businesses: number }[];
}

let cluster: PostgresCluster;
let folder: string;
let engines: Record<'embedded' | 'postgresql', Engine>;
const profiles: Partial<Record<keyof typeof engines, HubDensity>> = {};

beforeAll(async () => {
  cluster = await PostgresCluster.start();
  folder = mkdtempSync(join(tmpdir(), 'atlas-embedded-'));
  engines = {
    embedded: { ATLAS_DATA_DIR: folder },
    postgresql: { DATABASE_URL: cluster.createDatabase('south_yorkshire') },
  };
}, MINUTES);

afterAll(() => {
  cluster.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 100 });
});

describe.each(['embedded', 'postgresql'] as const)('South Yorkshire on %s', (name) => {
  it(
    'loads the postcodes without a reject',
    async () => {
      const { result, exitCode } = await atlas<ImportReport>(
        engines[name],
        'import',
        'postcodes',
        ...POSTCODE_FILES,
      );

      expect(exitCode).toBe(0);
      expect(result).toMatchObject({ rows: 291_978, imported: 291_978, rejected: 0 });
    },
    10 * MINUTES,
  );

  it(
    'loads all 75,740 companies, each with a place',
    async () => {
      const { result } = await atlas<ImportReport>(
        engines[name],
        'import',
        'companies-house',
        SOUTH_YORKSHIRE,
      );

      console.info(`${name}:`, JSON.stringify(result));
      expect(result).toMatchObject({
        rows: 75_740,
        imported: 75_740,
        rejected: 0,
        located: 75_740,
        unlocated: 0,
      });
    },
    10 * MINUTES,
  );

  it(
    'changes nothing when the same file comes again',
    async () => {
      const before = await atlas<StatusReport>(engines[name], 'status');

      const { result } = await atlas<ImportReport>(
        engines[name],
        'import',
        'companies-house',
        SOUTH_YORKSHIRE,
      );

      const after = await atlas<StatusReport>(engines[name], 'status');
      expect(result).toMatchObject({ imported: 0, updated: 0, unchanged: 75_740 });
      expect({ ...after.result.tables, job: 0 }).toEqual({ ...before.result.tables, job: 0 });
    },
    10 * MINUTES,
  );

  it(
    'flags the formation agents’ addresses',
    async () => {
      const { result } = await atlas<StatusReport>(engines[name], 'status');

      // counted with zcat … | awk on the register file
      expect(result.massAddresses).toEqual([
        { postcode: 'S11 9PA', businesses: 1602 },
        { postcode: 'DN6 8DA', businesses: 1361 },
        { postcode: 'DN4 5NU', businesses: 580 },
        { postcode: 'S11 9PS', businesses: 554 },
      ]);
    },
    MINUTES,
  );

  it(
    'measures the density around Sheffield Digital Campus',
    async () => {
      const { result } = await atlas<HubDensity>(
        engines[name],
        'analyse',
        'hub',
        DIGITAL_CAMPUS,
        '--sector-group',
        'dcms-digital',
        '--date',
        '2024-11-30',
      );

      profiles[name] = result;
      expect(result.rings.map(({ radius }) => radius)).toEqual(RADII);
    },
    MINUTES,
  );
});

it('measures the same on both engines', () => {
  const withoutIds = ({ nearest, ...rest }: HubDensity) => ({
    ...rest,
    nearest: nearest.map(({ id: _random, ...business }) => business),
  });

  expect(withoutIds(profiles.embedded!)).toEqual(withoutIds(profiles.postgresql!));
});

it(
  'counts what a direct PostGIS query counts',
  async () => {
    const client = new Client({
      connectionString: (engines.postgresql as { DATABASE_URL: string }).DATABASE_URL,
    });
    await client.connect();
    const { rows } = await client.query<{ radius: number; count: number; all: number }>(
      DIRECT_QUERY,
      [RADII, dcmsDigitalClasses().map((code) => `${code}%`)],
    );
    const { rows: base } = await client.query<{ count: number; all: number }>(DIRECT_BASE, [
      dcmsDigitalClasses().map((code) => `${code}%`),
    ]);
    await client.end();

    const profile = profiles.postgresql!;
    expect(profile.rings.map(({ radius, count, all }) => ({ radius, count, all }))).toEqual(rows);
    expect(profile.base).toMatchObject(base[0]!);
    for (const [i, { radius, count, all }] of rows.entries()) {
      const ring = profile.rings[i]!;
      expect(ring.densityPerKm2).toBeCloseTo(count / (Math.PI * (radius / 1000) ** 2), 9);
      expect(ring.lq).toBeCloseTo(count / all / (base[0]!.count / base[0]!.all), 9);
    }
  },
  MINUTES,
);

/** The 36 classes as DCMS published them, with the trailing zeros that the file lost. */
function dcmsDigitalClasses(): string[] {
  const lines = readFileSync(sharedData('dcms-sector-sic/dcms_sectors_2016.csv'), 'utf8').split(
    '\n',
  );
  const classes = lines.flatMap((line) => /^"digital","([\d.]+)"/.exec(line)?.[1] ?? []);
  return classes.map((code) => code.replace('.', '').padEnd(4, '0'));
}

const CHOSEN = `
  mass AS (
    SELECT postcode FROM business_location WHERE kind = 'registered' AND valid_to IS NULL
    GROUP BY postcode HAVING count(*) > 500
  ),
  chosen AS (
    SELECT business.id, ST_Transform(location.position, 27700) AS place, EXISTS (
      SELECT FROM business_sector JOIN sector ON sector.id = sector_id
      WHERE business_id = business.id AND length(code) = 5 AND code LIKE ANY($DIGITAL)
    ) AS digital
    FROM business JOIN business_location AS location ON location.business_id = business.id
    WHERE (started_on IS NULL OR started_on <= '2024-11-30') AND location.postcode NOT IN (SELECT postcode FROM mass)
  )`;

const DIRECT_QUERY = `
  WITH centre AS (
    SELECT ST_Transform(ST_SetSRID(ST_MakePoint(-1.46277, 53.38037), 4326), 27700) AS place
  ), ${CHOSEN.replace('$DIGITAL', '$2')}
  SELECT radius, count(*) FILTER (WHERE digital)::integer AS count, count(*)::integer AS all
  FROM unnest($1::integer[]) AS radius, centre, chosen
  WHERE ST_DWithin(chosen.place, centre.place, radius)
  GROUP BY radius ORDER BY radius`;

const DIRECT_BASE = `
  WITH ${CHOSEN.replace('$DIGITAL', '$1')}
  SELECT count(*) FILTER (WHERE digital)::integer AS count, count(*)::integer AS all FROM chosen`;
