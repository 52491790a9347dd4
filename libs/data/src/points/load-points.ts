import { PointStore, type StoredBusiness, type StoredLocation } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { POSTCODE_PATTERN } from '../postcodes/place-locations.js';

type BusinessRow = Omit<StoredBusiness, 'sectors' | 'locations' | 'sources' | 'unplaced'>;
type Unplaced = NonNullable<StoredBusiness['unplaced']>;
type LocationRow = StoredLocation & {
  businessId: number;
  isPlaced: boolean;
  reason: Unplaced[StoredLocation['kind']] | null;
};

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

/** Not aggregated: that would cost the database more than reading every row. */
const SOURCES = `SELECT business_id AS "businessId", source_id AS "sourceId" FROM source_record WHERE`;

/**
 * Of those without a position why they have none, if they still hold; a row without any address
 * states none.
 */
const LOCATIONS = `
  SELECT business_id AS "businessId", kind, precision, easting, northing, ST_X(position) AS longitude,
         ST_Y(position) AS latitude, postcode, valid_from - DATE '1970-01-01' AS "start",
         valid_to - DATE '1970-01-01' AS "end",
         position IS NOT NULL AS "isPlaced",
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
  sources: { businessId: number; sourceId: number }[];
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
    sources: await query(`${SOURCES} ${chosen('business_id')}`),
    locations: await query(`${LOCATIONS} ${chosen('business_id')}`),
  };
}

function putAll(store: PointStore, rows: Rows): void {
  const sectorsOf = new Map(rows.sectors.map((row) => [row.businessId, row.sectors]));
  const sourcesOf = gatherSources(rows.sources);
  const unplacedOf = new Map<number, Unplaced>();
  const locationsOf = new Map<number, LocationRow[]>();
  for (const location of rows.locations) {
    if (!location.isPlaced) {
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

/** Of each business, ascending. */
function gatherSources(rows: Rows['sources']): Map<number, number[]> {
  const sourcesOf = new Map<number, number[]>();
  const alone = new Map<number, number[]>(); // most have one source, and the same
  for (const { businessId, sourceId } of rows) {
    const others = sourcesOf.get(businessId);
    if (others?.includes(sourceId)) continue;
    if (others) {
      sourcesOf.set(
        businessId,
        [...others, sourceId].sort((a, b) => a - b),
      );
      continue;
    }
    const own = alone.get(sourceId) ?? [sourceId];
    alone.set(sourceId, own);
    sourcesOf.set(businessId, own);
  }
  return sourcesOf;
}
