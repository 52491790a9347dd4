import type { DataSource } from 'typeorm';
import { writeAreas } from '../areas/write-areas.js';
import { settleBusinessTables } from '../businesses/settle-tables.js';
import { writeHubs } from '../hubs/write-hubs.js';
import { SectorDirectory } from '../sectors/sector-directory.js';
import { ensureSource, type SourceDefinition } from '../sources/source-definitions.js';
import { DEMO_LAYER, demoAreas } from './demo-areas.js';
import { generateDemo, type DemoBusiness } from './generate-demo.js';
import { DEMO_HUBS } from './hubs.js';
import { writeDemoBatch } from './write-demo.js';

/** What a load wrote; what was there already is not counted. */
export interface DemoReport {
  /** False if everything was there already. */
  loaded: boolean;
  businesses: number;
  locations: number;
  hubs: number;
  areas: number;
  seconds: number;
}

export interface DemoProgress {
  /** Businesses that have been dealt with. */
  businesses: number;
  total: number;
}

const SYNTHETIC_DEMO: SourceDefinition = {
  slug: 'synthetic-demo',
  name: 'Synthetic demo',
  licence: 'CC0 1.0',
  attribution: 'Synthetic demo data: no real businesses.',
};

const ACTOR = 'demo';
/** Kept small, so that a write transaction stays short on the embedded engine. */
const BATCH_BUSINESSES = 1_000;

/** Loads the made-up economy of Greater Manchester. Running it again adds what is missing. */
export async function loadDemo(
  database: DataSource,
  onProgress: (progress: DemoProgress) => void = () => {},
): Promise<DemoReport> {
  const began = performance.now();
  const businesses = generateDemo();
  const sourceId = await ensureSource(database, SYNTHETIC_DEMO);
  const report = { businesses: 0, locations: 0, hubs: 0, areas: 0 };
  if ((await countRecords(database, sourceId)) < businesses.length) {
    report.hubs = await writeNewHubs(database, sourceId);
    const sectors = new SectorDirectory(database);
    await sectors.add(businesses.flatMap((business) => business.sectors));
    for (let from = 0; from < businesses.length; from += BATCH_BUSINESSES) {
      const batch = businesses.slice(from, from + BATCH_BUSINESSES);
      const written = await writeDemoBatch(database, batch, { sourceId, sectors, actor: ACTOR });
      report.businesses += written.length;
      report.locations += countLocations(written);
      onProgress({ businesses: from + batch.length, total: businesses.length });
    }
    await settleBusinessTables(database);
  }
  report.areas = await writeNewAreas(database, { sourceId, businesses });
  const loaded = report.businesses > 0;
  return { loaded, ...report, seconds: (performance.now() - began) / 1000 };
}

async function countRecords(database: DataSource, sourceId: number): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM source_record WHERE source_id = $1`,
    [sourceId],
  );
  return row!.count;
}

/** A hub that somebody else loaded under the same slug stays as it is. */
async function writeNewHubs(database: DataSource, sourceId: number): Promise<number> {
  const known = await database.query<{ slug: string }[]>(
    `SELECT slug FROM hub WHERE slug = ANY($1)`,
    [DEMO_HUBS.map(({ slug }) => slug)],
  );
  const slugs = new Set(known.map(({ slug }) => slug));
  const missing = DEMO_HUBS.filter(({ slug }) => !slugs.has(slug));
  const { imported } = await writeHubs(database, missing, { sourceId, actor: ACTOR });
  return imported;
}

/** The layer is the demo's own: it is written where it is not there yet. */
async function writeNewAreas(
  database: DataSource,
  { sourceId, businesses }: { sourceId: number; businesses: readonly DemoBusiness[] },
): Promise<number> {
  const [known] = await database.query<unknown[]>(`SELECT 1 FROM area WHERE layer = $1 LIMIT 1`, [
    DEMO_LAYER,
  ]);
  if (known) return 0;
  const written = await writeAreas(database, demoAreas(businesses), {
    ...{ sourceId, layer: DEMO_LAYER, actor: ACTOR },
  });
  return written.imported;
}

function countLocations(businesses: readonly DemoBusiness[]): number {
  return businesses.reduce((sum, { locations }) => sum + locations.length, 0);
}
