import type { BusinessSummary, KeptBusiness } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';

/** Businesses, each at one of its places. */
export interface FoundBusinesses {
  ids: Uint32Array;
  /** Metres, EPSG:27700; NaN: wherever it is now, where it trades rather than where it is registered. */
  eastings: Float64Array;
  northings: Float64Array;
}

export function whereverNow(ids: Uint32Array): FoundBusinesses {
  const nowhere = new Float64Array(ids.length).fill(NaN);
  return { ids, eastings: nowhere, northings: nowhere };
}

/** The place of `found` that a query tells of a business, if it still is there. */
export const FOUND_LOCATION = `LATERAL (
  SELECT * FROM business_location
  WHERE business_id = found.id
    AND (found.easting = 'NaN' OR (easting = found.easting AND northing = found.northing))
  ORDER BY position IS NULL, valid_to DESC NULLS FIRST,
           found.easting = 'NaN' AND kind = 'registered', id LIMIT 1
) AS location`;

/** As it is now; it may have ended, or be nowhere on the map. */
export type DescribedBusiness = KeptBusiness;

type SummaryRow = Omit<DescribedBusiness, 'longitude' | 'latitude' | 'sector' | 'isMassAddress'> & {
  key: number;
  easting: number | null;
  northing: number | null;
  sectorCode: string | null;
  sectorTitle: string | null;
};

/** What a list tells of each; nothing of those that are no longer there. */
export async function summariseBusinesses(
  database: DataSource,
  store: PointStore,
  found: FoundBusinesses,
): Promise<BusinessSummary[]> {
  const summaries = await summariseEach(database, store, found);
  return summaries.filter((summary) => summary !== null);
}

/** The same in their order; null for those that have gone since the store last read the feed. */
export async function summariseEach(
  database: DataSource,
  store: PointStore,
  found: FoundBusinesses,
): Promise<(BusinessSummary | null)[]> {
  const described = await describeEach(database, store, found);
  return described.map((business) => {
    if (!business) return null;
    const { endedOn: _endedOn, precision, longitude, latitude, ...summary } = business;
    const isPlaced = precision !== null && longitude !== null && latitude !== null;
    return isPlaced ? { ...summary, precision, longitude, latitude } : null;
  });
}

/** In their order; null for those that are in the directory no more. */
export async function describeEach(
  database: DataSource,
  store: PointStore,
  found: FoundBusinesses,
): Promise<(DescribedBusiness | null)[]> {
  const rows = await database.query<SummaryRow[]>(
    `SELECT business.id AS key, public_id AS id, name, status, started_on::text AS "startedOn",
            ended_on::text AS "endedOn", jobs_low AS "jobsLow", jobs_high AS "jobsHigh",
            location.postcode, location.precision, location.easting, location.northing,
            sector.code AS "sectorCode", sector.title AS "sectorTitle"
     FROM unnest($1::integer[], $2::float8[], $3::float8[]) AS found (id, easting, northing)
     JOIN business ON business.id = found.id
     LEFT JOIN ${FOUND_LOCATION} ON true
     LEFT JOIN business_sector AS link ON link.business_id = found.id AND link.position = 1
     LEFT JOIN sector ON sector.id = link.sector_id`,
    [[...found.ids], [...found.eastings], [...found.northings]],
  );
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return [...found.ids].map((id) => {
    const row = rowOf.get(id);
    if (!row) return null;
    const { key: _key, easting, northing, sectorCode, sectorTitle, ...summary } = row;
    const isMassAddress = row.postcode !== null && store.isMassAddress(row.postcode);
    const sector = sectorCode === null ? null : { code: sectorCode, title: sectorTitle! };
    const degrees =
      easting === null || northing === null
        ? { longitude: null, latitude: null }
        : fromNationalGrid(easting, northing);
    return { ...summary, sector, isMassAddress, ...degrees };
  });
}
