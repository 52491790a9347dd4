import type { BusinessList, BusinessListQuery, BusinessSummary } from '@cluster-atlas/contract';
import { fromNationalGrid, toNationalGrid } from '@cluster-atlas/geo';
import {
  listBusinesses,
  type BusinessPage,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';

type SummaryRow = Omit<BusinessSummary, 'longitude' | 'latitude' | 'sector' | 'isMassAddress'> & {
  key: number;
  sectorCode: string | null;
  sectorTitle: string | null;
};

/**
 * A page of the selected businesses, nearest first.
 *
 * @throws {RangeError} for a cursor or a place that cannot be read
 */
export async function listSelectedBusinesses(
  database: DataSource,
  store: PointStore,
  { query, selection }: { query: BusinessListQuery; selection: Selection },
): Promise<BusinessList> {
  const { bbox, site, limit, cursor } = query;
  const page = listBusinesses(
    store,
    {
      box: bbox ?? null,
      site:
        site === undefined ? null : readPair(site, (easting, northing) => ({ easting, northing })),
      near: middle(query),
      after: cursor === undefined ? null : readCursor(cursor),
      limit,
    },
    selection,
  );
  return {
    total: page.total,
    items: await describePage(database, store, page),
    nextCursor: page.limited ? `${page.distances.at(-1)!}:${page.ids.at(-1)!}` : null,
  };
}

function middle({ near, bbox }: BusinessListQuery) {
  if (near !== undefined)
    return readPair(near, (latitude, longitude) => toNationalGrid(longitude, latitude));
  if (!bbox) return null;
  const [west, south, east, north] = bbox;
  return toNationalGrid((west + east) / 2, (south + north) / 2);
}

function readPair<Result>(text: string, make: (first: number, second: number) => Result): Result {
  const [first, second] = text.split(',').map(Number);
  return make(first!, second!);
}

function readCursor(cursor: string) {
  const [distance, id] = cursor.split(':').map(Number);
  if (!(distance! >= 0) || !Number.isInteger(id))
    throw new RangeError(`“${cursor}” is not a cursor of this list`);
  return { distance: distance!, id: id! };
}

async function describePage(
  database: DataSource,
  store: PointStore,
  page: BusinessPage,
): Promise<BusinessSummary[]> {
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
    [[...page.ids], [...page.eastings], [...page.northings]],
  );
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return [...page.ids].flatMap((id, i) => {
    const row = rowOf.get(id);
    if (!row) return []; // deleted since the store last read the feed
    const { key: _key, sectorCode, sectorTitle, ...summary } = row;
    const isMassAddress = row.postcode !== null && store.isMassAddress(row.postcode);
    const sector = sectorCode === null ? null : { code: sectorCode, title: sectorTitle! };
    const degrees = fromNationalGrid(page.eastings[i]!, page.northings[i]!);
    return [{ ...summary, sector, isMassAddress, ...degrees }];
  });
}
