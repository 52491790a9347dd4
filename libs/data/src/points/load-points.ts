import { PointStore, type StoredBusiness, type StoredLocation } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { POSTCODE_PATTERN } from '../postcodes/place-locations.js';

type BusinessRow = Omit<StoredBusiness, 'sectors' | 'locations' | 'sources' | 'unplaced'>;
type LocationRow = StoredLocation & { businessId: number };
type Unplaced = NonNullable<StoredBusiness['unplaced']>;

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

const SOURCES = `SELECT business_id AS "businessId", array_agg(DISTINCT source_id ORDER BY source_id) AS sources
  FROM source_record`;

/** Why locations that still hold have no position, by kind; a row without any address states none. */
const UNPLACED = `
  SELECT business_id AS "businessId",
         json_object_agg(kind, CASE WHEN postcode IS NULL THEN 'noPostcode'
                                    WHEN postcode ~ '${POSTCODE_PATTERN}' THEN 'unknownPostcode'
                                    ELSE 'unreadablePostcode' END) AS unplaced
  FROM business_location
  WHERE position IS NULL AND valid_to IS NULL AND coalesce(postcode, address) IS NOT NULL AND`;

/** Unplaced locations stay out: they are counted, but nothing can be measured from them. */
const LOCATIONS = `
  SELECT business_id AS "businessId", kind, precision, easting, northing, ST_X(position) AS longitude,
         ST_Y(position) AS latitude, postcode, valid_from - DATE '1970-01-01' AS "start",
         valid_to - DATE '1970-01-01' AS "end"
  FROM business_location WHERE position IS NOT NULL AND`;

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
  sources: { businessId: number; sources: number[] }[];
  unplaced: { businessId: number; unplaced: Unplaced }[];
  locations: LocationRow[];
}

/** @param chosen the condition on a column with ids of businesses */
async function read(
  database: DataSource,
  chosen: (column: string) => string,
  parameters: unknown[],
): Promise<Rows> {
  const query = <Row>(sql: string) => database.query<Row[]>(sql, parameters);
  const grouped = `${chosen('business_id')} GROUP BY business_id`;
  return {
    businesses: await query(`${BUSINESSES} WHERE ${chosen('business.id')}`),
    sectors: await query(`${SECTORS} WHERE ${grouped}`),
    sources: await query(`${SOURCES} WHERE ${grouped}`),
    unplaced: await query(`${UNPLACED} ${grouped}`),
    locations: await query(`${LOCATIONS} ${chosen('business_id')}`),
  };
}

function putAll(store: PointStore, rows: Rows): void {
  const sectorsOf = new Map(rows.sectors.map((row) => [row.businessId, row.sectors]));
  const sourcesOf = new Map(rows.sources.map((row) => [row.businessId, row.sources]));
  const unplacedOf = new Map(rows.unplaced.map((row) => [row.businessId, row.unplaced]));
  const locationsOf = new Map<number, LocationRow[]>();
  for (const location of rows.locations) {
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
