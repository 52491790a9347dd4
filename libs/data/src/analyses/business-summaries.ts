import type { BusinessSummary } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';

/** Businesses, each at one of its places. */
export interface FoundBusinesses {
  ids: Uint32Array;
  /** Metres, EPSG:27700. */
  eastings: Float64Array;
  northings: Float64Array;
}

type SummaryRow = Omit<BusinessSummary, 'longitude' | 'latitude' | 'sector' | 'isMassAddress'> & {
  key: number;
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
  return summaries.filter((summary) => summary !== null); // others are gone since the store last read the feed
}

/** The same in their order; null for those that are no longer there. */
export async function summariseEach(
  database: DataSource,
  store: PointStore,
  found: FoundBusinesses,
): Promise<(BusinessSummary | null)[]> {
  const rows = await database.query<SummaryRow[]>(
    `SELECT business.id AS key, public_id AS id, name, status, started_on::text AS "startedOn",
            jobs_low AS "jobsLow", jobs_high AS "jobsHigh", location.postcode, location.precision,
            sector.code AS "sectorCode", sector.title AS "sectorTitle"
     FROM unnest($1::integer[], $2::float8[], $3::float8[]) AS found (id, easting, northing)
     JOIN business ON business.id = found.id
     JOIN LATERAL (
       SELECT postcode, precision FROM business_location
       WHERE business_id = found.id AND easting = found.easting AND northing = found.northing
       ORDER BY valid_to DESC NULLS FIRST LIMIT 1
     ) AS location ON true
     LEFT JOIN business_sector AS link ON link.business_id = found.id AND link.position = 1
     LEFT JOIN sector ON sector.id = link.sector_id`,
    [[...found.ids], [...found.eastings], [...found.northings]],
  );
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return [...found.ids].map((id, i) => {
    const row = rowOf.get(id);
    if (!row) return null;
    const { key: _key, sectorCode, sectorTitle, ...summary } = row;
    const isMassAddress = row.postcode !== null && store.isMassAddress(row.postcode);
    const sector = sectorCode === null ? null : { code: sectorCode, title: sectorTitle! };
    const degrees = fromNationalGrid(found.eastings[i]!, found.northings[i]!);
    return { ...summary, sector, isMassAddress, ...degrees };
  });
}
