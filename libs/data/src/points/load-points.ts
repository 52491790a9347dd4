import { PointStore, type StoredBusiness, type StoredLocation } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { POSTCODE_PATTERN } from '../postcodes/place-locations.js';

type BusinessRow = Omit<StoredBusiness, 'sectors' | 'locations' | 'sources' | 'unplaced'>;
type Unplaced = NonNullable<StoredBusiness['unplaced']>;
type PlacedRow = StoredLocation & { businessId: number };
interface UnplacedRow {
  businessId: number;
  kind: StoredLocation['kind'];
  longitude: null;
  reason: Unplaced[StoredLocation['kind']] | null;
}
type LocationRow = PlacedRow | UnplacedRow;

const PAGE_BUSINESSES = 20_000;

/** Dates as days since 1970-01-01; a business that does not say when it began, did so when first seen. */
const BUSINESSES = `
  SELECT business.id, status, jobs_low AS "jobsLow", jobs_high AS "jobsHigh",
         coalesce(started_on, (SELECT min(first_seen_on) FROM source_record WHERE business_id = business.id))
           - DATE '1970-01-01' AS "start",
         ended_on - DATE '1970-01-01' AS "end"
  FROM business`;

const SECTORS = `SELECT business_id AS "businessId", array_agg(sector_id ORDER BY position) AS sectors
  FROM business_sector`;

/** One row for each source: a row for each business would take as long as the businesses themselves. */
const SOURCES = `SELECT source_id AS "sourceId", string_agg(business_id::text, ',') AS "businessIds"
  FROM source_record`;

/**
 * Of those without a position why they have none, if they still hold; a row without any address
 * states none.
 */
const LOCATIONS = `
  SELECT business_id AS "businessId", kind, precision, easting, northing, ST_X(position) AS longitude,
         ST_Y(position) AS latitude, postcode, valid_from - DATE '1970-01-01' AS "start",
         valid_to - DATE '1970-01-01' AS "end",
         CASE WHEN position IS NOT NULL OR valid_to IS NOT NULL THEN NULL
              WHEN postcode ~ '${POSTCODE_PATTERN}' THEN 'unknownPostcode'
              WHEN postcode IS NOT NULL THEN 'unreadablePostcode'
              WHEN address IS NOT NULL THEN 'noPostcode' END AS reason
  FROM business_location WHERE`;

/** Reads every business into a new store, a page at a time. */
export async function loadPoints(database: DataSource): Promise<PointStore> {
  const store = new PointStore();
  const [row] = await database.query<{ last: number | null }[]>(
    `SELECT max(id) AS last FROM business`,
  );
  for (let from = 0; from < (row?.last ?? 0); from += PAGE_BUSINESSES) {
    const page = [from, from + PAGE_BUSINESSES];
    putAll(store, await read(database, (column) => `${column} > $1 AND ${column} <= $2`, page));
  }
  store.exemptMassAddresses(await postcodesInsideHubs(database));
  store.arrange();
  return store;
}

/** Brings the store up to date for some businesses; those that no longer exist leave it. */
export async function reloadPoints(
  database: DataSource,
  store: PointStore,
  ids: readonly number[],
): Promise<void> {
  const rows = await read(database, (column) => `${column} = ANY($1)`, [ids]);
  for (const id of ids) store.remove(id);
  putAll(store, rows);
}

interface Rows {
  businesses: BusinessRow[];
  sectors: { businessId: number; sectors: number[] }[];
  sources: { sourceId: number; businessIds: string }[];
  locations: LocationRow[];
}

/** @param chosen the condition on a column with ids of businesses */
async function read(
  database: DataSource,
  chosen: (column: string) => string,
  parameters: unknown[],
): Promise<Rows> {
  const query = <Row>(sql: string) => database.query<Row[]>(sql, parameters);
  return {
    businesses: await query(`${BUSINESSES} WHERE ${chosen('business.id')}`),
    sectors: await query(`${SECTORS} WHERE ${chosen('business_id')} GROUP BY business_id`),
    sources: await query(
      `${SOURCES} WHERE ${chosen('business_id')} GROUP BY source_id ORDER BY source_id`,
    ),
    locations: await query(`${LOCATIONS} ${chosen('business_id')}`),
  };
}

function putAll(store: PointStore, rows: Rows): void {
  const sectorsOf = new Map(rows.sectors.map((row) => [row.businessId, row.sectors]));
  const sourcesOf = gatherSources(rows.sources);
  const unplacedOf = new Map<number, Unplaced>();
  const locationsOf = new Map<number, PlacedRow[]>();
  for (const location of rows.locations) {
    if (location.longitude === null) {
      if (location.reason === null) continue;
      const reasons = { ...unplacedOf.get(location.businessId), [location.kind]: location.reason };
      unplacedOf.set(location.businessId, reasons);
      continue; // nothing can be measured from it
    }
    const others = locationsOf.get(location.businessId);
    if (others) others.push(location);
    else locationsOf.set(location.businessId, [location]);
  }
  for (const business of rows.businesses) {
    store.put({
      ...business,
      sectors: sectorsOf.get(business.id) ?? [],
      sources: sourcesOf.get(business.id) ?? [],
      unplaced: unplacedOf.get(business.id) ?? {},
      locations: locationsOf.get(business.id) ?? [],
    });
  }
}

/** Many firms inside a hub are no formation agent's work. */
async function postcodesInsideHubs(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ postcode: string }[]>(
    `SELECT DISTINCT location.postcode FROM hub
     JOIN business_location AS location ON ST_Intersects(hub.boundary, location.position)
     WHERE hub.boundary IS NOT NULL AND location.postcode IS NOT NULL`,
  );
  return rows.map(({ postcode }) => postcode);
}

/** Of each business, in the order of the sources. */
function gatherSources(rows: Rows['sources']): Map<number, number[]> {
  const sourcesOf = new Map<number, number[]>();
  for (const { sourceId, businessIds } of rows) {
    const alone = [sourceId]; // one for all: most have one source, and the same
    for (const id of new Set(businessIds.split(',').map(Number))) {
      const others = sourcesOf.get(id);
      sourcesOf.set(id, others ? [...others, sourceId] : alone);
    }
  }
  return sourcesOf;
}
