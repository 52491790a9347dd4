import type { HubDensity } from '@cluster-atlas/contract';
import type { Neighbourhood } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { FOUND_LOCATION } from './business-summaries.js';

type NearestRow = Omit<HubDensity['nearest'][number], 'distance'> & { key: number };

/**
 * The matching businesses nearest to the centre, each at the place that was measured; at equal distance
 * the older entry comes first.
 */
export async function nearestBusinesses(
  database: DataSource,
  { ids, distances, eastings, northings, matching }: Neighbourhood,
  most: number,
): Promise<HubDensity['nearest']> {
  const found: number[] = [];
  for (let i = 0; i < ids.length && found.length < most; i++) {
    if (matching[i] === 1) found.push(i);
  }
  const rows = await database.query<NearestRow[]>(
    `SELECT business.id AS key, public_id AS id, name, sector.code || ' ' || sector.title AS sector,
            location.postcode
     FROM unnest($1::integer[], $2::float8[], $3::float8[]) AS found (id, easting, northing)
     JOIN business ON business.id = found.id
     LEFT JOIN ${FOUND_LOCATION} ON true
     LEFT JOIN business_sector AS link ON link.business_id = business.id AND link.position = 1
     LEFT JOIN sector ON sector.id = link.sector_id`,
    [found.map((i) => ids[i]), found.map((i) => eastings[i]), found.map((i) => northings[i])],
  );
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return found.flatMap((i) => {
    const row = rowOf.get(ids[i]!);
    if (!row) return [];
    const { id, name, postcode, sector } = row;
    return [{ id, name, distance: distances[i]!, postcode, sector }];
  });
}
