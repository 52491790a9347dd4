import { PointStore, type StoredBusiness, type StoredLocation } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';

type BusinessRow = Omit<StoredBusiness, 'sectors' | 'locations'>;
type LocationRow = StoredLocation & { businessId: number };

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

/** Unplaced locations stay out: they are counted, but nothing can be measured from them. */
const LOCATIONS = `
  SELECT business_id AS "businessId", kind, easting, northing, ST_X(position) AS longitude,
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
    const range = (column: string) => `${column} > $1 AND ${column} <= $2`;
    putAll(store, [
      await database.query<BusinessRow[]>(`${BUSINESSES} WHERE ${range('business.id')}`, page),
      await database.query<SectorRow[]>(
        `${SECTORS} WHERE ${range('business_id')} GROUP BY business_id`,
        page,
      ),
      await database.query<LocationRow[]>(`${LOCATIONS} ${range('business_id')}`, page),
    ]);
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
  const chosen = (column: string) => `${column} = ANY($1)`;
  const businesses = await database.query<BusinessRow[]>(
    `${BUSINESSES} WHERE ${chosen('business.id')}`,
    [ids],
  );
  for (const id of ids) store.remove(id);
  putAll(store, [
    businesses,
    await database.query<SectorRow[]>(
      `${SECTORS} WHERE ${chosen('business_id')} GROUP BY business_id`,
      [ids],
    ),
    await database.query<LocationRow[]>(`${LOCATIONS} ${chosen('business_id')}`, [ids]),
  ]);
}

interface SectorRow {
  businessId: number;
  sectors: number[];
}

function putAll(
  store: PointStore,
  [businesses, sectors, locations]: [BusinessRow[], SectorRow[], LocationRow[]],
): void {
  const sectorsOf = new Map(sectors.map((row) => [row.businessId, row.sectors]));
  const locationsOf = new Map<number, LocationRow[]>();
  for (const location of locations) {
    const others = locationsOf.get(location.businessId);
    if (others) others.push(location);
    else locationsOf.set(location.businessId, [location]);
  }
  for (const business of businesses) {
    store.put({
      ...business,
      sectors: sectorsOf.get(business.id) ?? [],
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
